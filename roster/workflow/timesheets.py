"""The timesheets of an arrangement: where they lie, and what they say is used of the vedtak."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from roster.domain.brief import Brief
from roster.domain.on_record import on_record
from roster.domain.plan import Plan
from roster.domain.timekonto import Timekonto, timekonto
from roster.reading.faults import Faults
from roster.reading.read import Read
from roster.reading.timesheet import Worked, timesheets_in
from roster.wording.timesheet_words import begins_too_late, used_from_sheets
from roster.workflow.closed_hours import worked_in
from roster.workflow.files import Checked
from roster.workflow.folder import default_folder

TIMESHEETS = "timer"


def with_timesheets(read: Read, source: Path, folder: Path | None = None) -> Read:
    """The brief with the hours used by the timesheets, and a notice that says so; raises ``Faults`` of the sheets.

    They lie in ``timer`` in the arrangement's folder, or beside the brief; months that are closed in the folder count
    as they were closed.
    """
    if not read.brief.vedtak.lines:
        return read
    worked = _worked(read.brief, folder or default_folder(source), source.parent)
    if worked is None:
        return read
    found = on_record(read.brief, worked.shifts, worked.absent, worked.through)
    if found is None:
        return read
    brief, _, konto = found
    if konto.unknown is not None:
        return replace(read, notices=(*read.notices, begins_too_late(*konto.unknown)))
    reckoned = [one for one in brief.vedtak.lines if one.written is not None]
    said = (used_from_sheets(reckoned, worked.through is not None),) if reckoned else ()
    return replace(read, brief=brief, notices=(*read.notices, *said))


def accounts_of(plan: Plan, folder: Path, beside: Path | None = None) -> Mapping[int, Timekonto]:
    """The account of each year of the plan by timesheets and closed months; empty where there are none.

    They lie in the arrangement's folder, or ``beside`` the brief.
    """
    if not plan.years:
        return {}
    worked = _worked(plan.brief, folder, *(() if beside is None else (beside,)))
    if worked is None:
        return {}
    shifts, through, absent = worked.shifts, worked.through, worked.absent
    return {year: timekonto(plan.brief, year, plan.dated, shifts, through, absent) for year in plan.years}


def on_account(one: Checked, folder: Path) -> Checked:
    """A change of a turnus with the accounts of its folder; by its brief, where what lies there cannot be read.

    A fault in a timesheet is told by ``plan`` and ``hours``, and keeps nobody from finding who takes a shift tonight.
    """
    with suppress(Faults):
        return replace(one, accounts=accounts_of(one.plan, folder))
    return one


def _worked(brief: Brief, *places: Path) -> Worked | None:
    """All that is on record: timesheets of the first place that has some, and months closed in the first."""
    sheets = next(filter(None, (timesheets_in(one / TIMESHEETS) for one in places)), ())
    return worked_in(places[0], sheets, brief)
