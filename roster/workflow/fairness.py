"""Fairness over the year of an arrangement: what held on each day by its log, counted and shared by position."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from roster.domain.brief import Balances, Brief
from roster.domain.course import Act, Step, Use
from roster.domain.days import DateSpan
from roster.domain.difference import NothingInCommonError, difference
from roster.domain.fairness import Fairness, Held, Notice, carried
from roster.domain.plan import Plan
from roster.domain.worked import Row
from roster.exports.fairness_svg import picture
from roster.rules import numbers
from roster.rules.fair_year import fair_year
from roster.wording import fairness_words as words
from roster.workflow.course import located, read_log, version_at
from roster.workflow.folder import is_arrangement
from roster.workflow.in_force import InForce, in_force
from roster.workflow.opening import read_plan
from roster.workflow.records import records_of
from roster.workflow.saving import save_all
from roster.workflow.troubles import refuse
from roster.workflow.worked_roster import as_worked

YEAR = timedelta(days=364)
"""52 weeks, so that every weekday counts as often."""


@dataclass(frozen=True, slots=True)
class FairnessAsked:
    """``path``: an arrangement's folder, or a turnus by itself. ``last`` None: the last day that is planned."""

    path: Path
    last: date | None = None
    svg: Path | None = None
    xlsx: Path | None = None
    balances: Path | None = None


@dataclass(frozen=True, slots=True)
class FairnessRun:
    """``in_use``: it is reckoned of versions that were taken into use. ``carried``: what the next plan is to know."""

    brief: Brief
    found: Fairness
    in_use: bool
    carried: tuple[Balances, ...]
    about: tuple[str, ...]
    written: tuple[Path, ...]


def fairness(asked: FairnessAsked) -> FairnessRun:
    """The shares of the year, and the files asked for; raises ``Faults``."""
    parts, notices, used = _held(asked.path)
    last = asked.last or max(one.dates.last for one in parts)
    within = DateSpan(last - YEAR + timedelta(days=1), last)
    held = tuple(one for one in parts if one.dates.first <= within.last and one.dates.last >= within.first)
    if not held:
        raise refuse(asked.path, "Det er ingen turnus i det året.", "Velg en annen siste dag med --to.")
    found = fair_year(held, within, notices)
    brief = held[-1].roster.frame.brief
    brought = _carried(found, brief)
    about = tuple(words.about(found, used))
    files: list[tuple[Path, bytes]] = []
    if asked.svg is not None:
        files.append((asked.svg, picture(brief, found)))
    if asked.xlsx is not None:
        from roster.exports.fairness_workbook import fairness_workbook  # noqa: PLC0415 - slow to load

        files.append((asked.xlsx, fairness_workbook(brief, found, about)))
    if asked.balances is not None:
        files.append((asked.balances, words.balance_rows(brought).encode()))
    save_all(files, "")
    return FairnessRun(brief, found, used, brought, about, tuple(path for path, _ in files))


def shares_before(folder: Path, day: date) -> tuple[Balances, ...]:
    """What each takes into a plan that begins on the day; nobody anything where nothing was in use in the year."""
    parts, notices, used = _held(folder)
    within = DateSpan(day - YEAR, day - timedelta(days=1))
    held = tuple(one for one in parts if one.dates.first <= within.last and one.dates.last >= within.first)
    if not used or not held:
        return ()
    return _carried(fair_year(held, within, notices), held[-1].roster.frame.brief)


def _carried(found: Fairness, brief: Brief) -> tuple[Balances, ...]:
    known = {one.who: one for one in brief.balances}
    return tuple(carried(found, known.get(one.id, Balances(one.id))) for one in brief.assistants)


def _held(path: Path) -> tuple[tuple[Held, ...], tuple[Notice, ...], bool]:
    """What held when, with changes told late; and whether it was in use, else it is the newest turnus."""
    if not is_arrangement(path):
        return _alone(path, read_plan(path).plan), (), False
    folder, number = located(path)
    log = read_log(folder)
    steps = [one for one in log.steps if one.act is Act.USED and isinstance(one.what, Use)]
    if not steps:
        return _alone(path, version_at(folder, number, log).plan), (), False
    plans = [version_at(folder, one.version, log).plan for one in steps]
    held = [
        Held(one.roster, DateSpan(begins, ends))
        for one in in_force(folder)
        if not one.roster.frame.cyclic
        and (begins := max(one.first, one.roster.frame.dates[0]))
        <= (ends := min(one.last or date.max, one.roster.frame.dates[-1]))
    ]
    if not held:
        return _alone(path, plans[-1]), (), True
    closed = {month: one.rows for month, one in records_of(folder, log.entries).items()}
    if closed:
        held = [_worked(one, closed) for one in held]
    together = zip(pairwise(plans), pairwise(steps), strict=True)
    late = (one for plans_of, steps_of in together for one in _late(plans_of, steps_of[1]))
    return tuple(held), tuple(late), True


def _worked(one: Held, closed: Mapping[date, tuple[Row, ...]]) -> Held:
    """What held, with what was worked where its months are closed."""
    if not any(one.dates.first <= row.day <= one.dates.last for rows in closed.values() for row in rows):
        return one
    return Held(as_worked(InForce("", one.roster, one.roster.frame.first_day), closed), one.dates)


def _alone(path: Path, plan: Plan) -> tuple[Held, ...]:
    if plan.dated.frame.cyclic:
        raise refuse(path, "Denne turnusen har ingen datoer.", "Bruk en turnus som er rullet ut til datoer.")
    dates = plan.dated.frame.dates
    return (Held(plan.dated, DateSpan(dates[0], dates[-1])),)


def _late(plans: tuple[Plan, Plan], step: Step) -> Iterator[Notice]:
    """The shifts that a version changed with less notice than a plan has (§ 10-3)."""
    try:
        changed = difference(*plans)
    except NothingInCommonError:
        return
    told = step.when.date()
    if changed.cyclic:
        return
    since = step.what.since if isinstance(step.what, Use) else told
    for one in changed.changes:
        day = one.start.date()
        if day >= since and 0 <= one.notice(told) < numbers.PLAN_NOTICE_DAYS.on(day):
            yield Notice(one.who, day, told)
