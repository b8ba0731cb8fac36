"""What the checker says of a version with what its log tells: when it was discussed, what is signed, when it begins."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from roster.checking.check import Report
from roster.domain.brief import Brief
from roster.domain.course import Stage, Standing, Use, as_it_stands
from roster.domain.kinds import Cause
from roster.domain.plan import Plan
from roster.reading.faults import Fault, Faults
from roster.workflow.begins import takes_effect
from roster.workflow.conditions import on_conditions
from roster.workflow.course import Log, Version, located, read_log, signed_days
from roster.workflow.files import Checked, checked, from_day
from roster.workflow.folder import JOURNAL, PLAN, VERSIONS, is_arrangement, is_version
from roster.workflow.in_force import on_the_wall
from roster.workflow.journal import NEW_VERSION, digest
from roster.workflow.line import line_of


@dataclass(frozen=True, slots=True)
class Logged:
    """The brief as the log has it, and the first day of the plan that was discussed, as it was taken into use."""

    brief: Brief
    since: date

    def said(self, report: Report) -> Report:
        """The notice of the plan counted to the day on which it began."""
        return from_day(report, self.since, self.brief)


def checked_as_logged(path: Path, plan: Plan, notices: tuple[Fault, ...] = ()) -> Checked:
    """As ``checked``; of a version as its folder has it with what the log tells, where the log holds."""
    found = None
    with suppress(Faults):
        found = _in_folder(path)
    if found is None:
        return checked(plan, notices)
    folder, number, log = found
    begins = takes_effect(folder, Version(number, plan, ""), log)
    known = logged(plan.brief, number, log, begins=begins.day)
    done = checked(on_conditions(plan, known.brief), notices)
    rollout = None if done.rollout_report is None else known.said(done.rollout_report)
    return replace(done, report=known.said(done.report), rollout_report=rollout)


def logged(brief: Brief, number: str, log: Log, known: date | None = None, begins: date | None = None) -> Logged:
    """``known``: as the log told when that day was over; None: as it tells now.

    ``begins``: from when it would be taken into use, where it is not; None: from its first day.
    """
    steps = tuple(one for one in log.steps if known is None or on_the_wall(one.when).date() <= known)
    then = replace(log, steps=steps)
    of = _discussed(number, log)
    standing = Standing(of, "", Stage.DRAFT, tuple(one for one in then.steps if one.version == of))
    discussed = None if standing.discussion is None else standing.discussion.on
    used = (one.what.since for one in standing.steps if isinstance(one.what, Use))
    as_told = as_it_stands(brief, discussed, signed_days(brief.agreements, then))
    return Logged(as_told, next(used, begins or brief.period.start))


def as_signed(plan: Plan, log: Log, day: date) -> Plan:
    """The plan on the agreements signed on the day: by the log, else by the brief unless that says a later day."""
    signed = signed_days(plan.brief.agreements, log)
    return on_conditions(plan, as_it_stands(plan.brief, None, signed, day))


def _discussed(number: str, log: Log) -> str:
    """Which version must be discussed: itself, but what a change with a cause of its own is a change of (D38)."""
    causes = {one.version: one.facts.get("cause") for one in log.entries if one.what == NEW_VERSION}
    own = (None, Cause.NEW_PLAN.value)
    return next((one for one in line_of(log.entries, number) if causes.get(one) in own), number)


def _in_folder(path: Path) -> tuple[Path, str, Log] | None:
    """The folder, number and log; None where it is no version of a folder with a log, or not as it was saved."""
    place = path if path.is_dir() else path.parent
    if not (is_arrangement(place) or is_version(place)) or (path != place and path.name != PLAN):
        return None
    folder, number = located(place)
    if not (folder / JOURNAL).exists():
        return None
    log = read_log(folder)
    made = next((one for one in log.entries if one.what == NEW_VERSION and one.version == number), None)
    content = (folder / VERSIONS / number / PLAN).read_bytes()
    return None if made is None or made.files.get(PLAN) != digest(content) else (folder, number, log)
