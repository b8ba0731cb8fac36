"""What was worked by closed months and timesheets together: a month that is closed counts as it was closed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from roster.domain.brief import Brief
from roster.domain.settings import Settings
from roster.domain.shift import Shift, less_paid
from roster.domain.worked import How, Row, month_end
from roster.reading.timesheet import Worked, charged_once, read_timesheets
from roster.reading.worked_rows import shift_of_row
from roster.wording.timesheet_words import closed_read, filled_by_plan
from roster.workflow.course import read_log
from roster.workflow.folder import JOURNAL
from roster.workflow.in_force import versions_for
from roster.workflow.planned_rows import briefs_of, planned_rows
from roster.workflow.records import records_of


def worked_in(folder: Path, sheets: Sequence[Path], brief: Brief) -> Worked | None:
    """All that is on record in the folder; None where nothing is. Raises ``Faults``.

    Days before the last closed one that neither a closed month nor a timesheet tells of are as the plan in use had
    them, where there are no timesheets at all.
    """
    closed = _closed(folder)
    written = read_timesheets(sheets, brief) if sheets else None
    if not closed:
        return written
    through = month_end(max(closed))
    used, _ = versions_for(folder)
    about = [closed_read(list(closed))]
    rows = [row for one in closed.values() for row in one]
    if written is None:
        filled = [one for one in planned_rows(used, date.min, through) if one.day.replace(day=1) not in closed]
        if filled:
            about.append(filled_by_plan(min(one.day for one in filled), max(one.day for one in filled)))
            rows += filled
    then, lines = briefs_of(used, brief), [one.id for one in brief.vedtak.lines]
    closed_shifts = [(row, _shift(then(row), row, n, lines)) for n, row in enumerate(rows, 1)]
    shifts = [shift for row, shift in closed_shifts if row.how in (How.WORKED, How.CALLED_OFF)]
    absent = [shift for row, shift in closed_shifts if row.how is How.SICK]
    if written is not None:
        shifts += _outside(written.shifts, closed)
        absent += _outside(written.absent, closed)
        about += written.about
    settings = {shift.id: then(row).settings for row, shift in closed_shifts}
    worked, away = (
        tuple(_drawn(one, settings[one.id], brief.settings) if one.id in settings else one for one in every)
        for every in (charged_once(shifts, brief), absent)
    )
    return Worked(worked, away, tuple(about), through)


def _closed(folder: Path) -> Mapping[date, tuple[Row, ...]]:
    if not (folder / JOURNAL).is_file():
        return {}
    return {month: one.rows for month, one in records_of(folder, read_log(folder).entries).items()}


def _drawn(shift: Shift, then: Settings, now: Settings) -> Shift:
    """Its resting hours draw what they drew by the settings ``then``; the account is kept by those of ``now``."""
    drew, draws = (less_paid(shift.resting_nominal, one.resting_granted) for one in (then, now))
    return replace(shift, uncharged=shift.uncharged + drew - draws)


def _shift(brief: Brief, row: Row, number: int, lines: Collection[str | None]) -> Shift:
    """A line that the vedtak has no longer is named by no shift, since its hours would then be drawn from none."""
    shift = shift_of_row(brief, row, f"avsluttet {number}")
    return shift if shift.line in lines else replace(shift, line=None)


def _outside(shifts: Iterable[Shift], closed: Mapping[date, tuple[Row, ...]]) -> Iterable[Shift]:
    return (one for one in shifts if one.start.date().replace(day=1) not in closed)
