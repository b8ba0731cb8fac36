"""A turnus taken step by step from kladd to use, and changed when it is."""

from datetime import date, datetime, timedelta
from pathlib import Path

from roster.domain.course import Standing
from roster.domain.moved import moved_shift, with_moved
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.workflow.course import located, read_log, standing_of, version_at
from roster.workflow.discuss import Discussed, Told, discuss
from roster.workflow.submit import submit
from roster.workflow.use import Used, Wish, use
from tests.approval.arrangement import NOW, START

IN_TIME = START - timedelta(days=14)


def sent(folder: Path) -> None:
    submit(folder, None, "arbeidsleder", NOW)


def talked(folder: Path, on: date = IN_TIME, agreed: bool | None = True, now: datetime = NOW) -> Discussed:
    return discuss(folder, Told(on, agreed), "arbeidsgiver", now)


def into_use(folder: Path, wish: Wish | None = None) -> Used:
    return use(folder, wish or Wish(), "arbeidsgiver", NOW)


def standing(path: Path) -> Standing:
    """All that the course knows of the version."""
    folder, number = located(path)
    log = read_log(folder)
    return standing_of(version_at(folder, number, log), log)


def with_first_later(plan: Plan) -> Plan:
    """Kari's first shift is an hour later."""
    frame = plan.roster.frame
    first = frame.shifts[0]
    later = moved_shift(frame, plan.brief.kinds[0], first.start + timedelta(hours=1), first.end + timedelta(hours=1))
    works = plan.roster.works - {("A1", first.id)} | {("A1", later.id)}
    return Plan(plan.brief, Roster(with_moved(frame, [later], works), works))
