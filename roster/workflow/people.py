"""Who of those who work here could, or has a right to, have another position; with what was worked, and proposals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from roster.checking.check import check
from roster.domain.brief import Brief
from roster.domain.finding import Finding, Verdict
from roster.domain.kinds import Form
from roster.domain.roster import Roster
from roster.planning.search import Search
from roster.planning.what_if import Advice, bigger_positions, of_roster
from roster.reading.faults import Fault, Faults
from roster.reading.list_roster import on_brief
from roster.reading.shift_list import ShiftList, read_shift_list
from roster.reading.timesheet import timesheets_in
from roster.rules import position_actual, position_extra, position_temporary
from roster.rules.position_actual import WEEKS_A_YEAR
from roster.workflow.folder import default_folder
from roster.workflow.opening import is_roster, read_plan
from roster.workflow.timesheets import TIMESHEETS
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class People:
    """``actual`` (§ 14-4 a), ``extra`` (§ 14-3) and ``temporary`` (§ 14-9): findings that somebody must look at.

    ``worked``: the roster that ``actual`` was read from: of timesheets where there are such. ``advice``: bigger
    positions that a lawful turnus has been made with.
    """

    roster: Roster
    worked: Roster
    sheets: bool
    actual: tuple[Finding, ...]
    extra: tuple[Finding, ...]
    temporary: tuple[Finding, ...]
    advice: Advice | None


def people(source: Path, timesheets: Sequence[Path], seconds: float, search: Search) -> People:
    """Raises ``Faults`` for what is no turnus, and of the timesheets."""
    if not is_roster(source):
        what = "Dette er ikke en turnus."
        raise refuse(source, what, f"Lag turnusen med «roster plan {source}», og skriv navnet på mappa.")
    plan = read_plan(source).plan
    roster = plan.dated
    sheets = tuple(timesheets) or timesheets_in((source if source.is_dir() else default_folder(source)) / TIMESHEETS)
    worked = _worked(plan.brief, sheets) if sheets else roster
    actual = tuple(_to_look_at(one for who in worked.frame.people for one in position_actual.check_of(worked, who)))
    advice = bigger_positions(of_roster(plan.roster), seconds=seconds, search=search)
    if advice is not None and advice.then is not None and check(advice.then.roster).fails:
        advice = None
    return People(
        roster=roster,
        worked=worked,
        sheets=bool(sheets),
        actual=actual,
        extra=tuple(_to_look_at(position_extra.check(roster))),
        temporary=tuple(_to_look_at(position_temporary.check(roster))),
        advice=advice,
    )


def _to_look_at(found: Iterator[Finding]) -> Iterator[Finding]:
    return (one for one in found if one.verdict is not Verdict.OK)


def _worked(brief: Brief, sheets: Sequence[Path]) -> Roster:
    """What the timesheets hold of the last 12 months, as a roster of its own."""
    lists: list[ShiftList] = []
    faults: list[Fault] = []
    for path in sheets:
        try:
            lists.append(read_shift_list(path, {}))
        except Faults as wrong:
            faults += wrong.faults
    if faults:
        raise Faults(faults)
    entries = tuple(entry for one in lists for entry in one.entries)
    last = _monday(max(one.start.date() for one in entries))
    first = max(_monday(min(one.start.date() for one in entries)), last - timedelta(weeks=WEEKS_A_YEAR - 1))
    inside = tuple(one for one in entries if first <= one.start.date())
    weeks = (last - first).days // 7 + 1
    period = replace(brief.period, start=first, weeks=weeks, form=Form.CALENDAR, week_cut=0)
    bare = replace(brief, period=period, needs=(), changes=(), events=(), history=(), balances=(), seasons=())
    whole = replace(lists[0], entries=inside)
    return on_brief(whole, bare).roster


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
