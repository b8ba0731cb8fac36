"""The cells of ``Turnus``, to see whether they still say what ``Vakter`` says."""

from collections.abc import Mapping
from datetime import date, timedelta

from openpyxl.worksheet.worksheet import Worksheet

from roster.domain.brief import Brief
from roster.domain.roster import Roster
from roster.wording.sheets import DAYS_AND_SUM, FIRST_DAY_COLUMN, LETTERS, MOVED_MARK, NUMBER, separator

_LOOKED_AT = 12


def turnus_cells(sheet: Worksheet, brief: Brief, weeks: int) -> Mapping[tuple[str, date], tuple[str, ...]] | None:
    """The codes of shifts by person and date; None when the sheet no longer has the form we wrote."""
    rows = list(sheet.iter_rows(values_only=True))
    head = next((number for number, row in enumerate(rows[:_LOOKED_AT]) if row and row[0] == NUMBER), None)
    if head is None:
        return None
    people = {one.id for one in brief.assistants}
    first = brief.period.start
    days = [
        (FIRST_DAY_COLUMN + week * DAYS_AND_SUM + day, first + timedelta(days=week * 7 + day))
        for week in range(weeks)
        for day in range(7)
    ]
    if any(_at(rows[head], column) != LETTERS[day.weekday()] for column, day in days):
        return None
    lines = {str(row[0]): row for row in rows[head + 1 :] if row and str(row[0]) in people}
    if set(lines) != people:
        return None
    return {
        (who, day): codes
        for who, row in lines.items()
        for column, day in days
        if (codes := _codes(_at(row, column), brief))
    }


def roster_cells(roster: Roster) -> Mapping[tuple[str, date], tuple[str, ...]]:
    """The codes of the shifts that are given out, by person and date."""
    found: dict[tuple[str, date], list[str]] = {}
    for who, name in roster.works:
        shift = roster.frame.shift[name]
        found.setdefault((who, shift.start.date()), []).append(shift.kind)
    return {key: tuple(sorted(codes)) for key, codes in found.items()}


def _at(row: tuple[object, ...], column: int) -> object:
    return row[column] if column < len(row) else None


def _codes(value: object, brief: Brief) -> tuple[str, ...]:
    """The codes of the brief that stand in a cell; free days and meetings are none."""
    known = {one.code for one in brief.kinds}
    found = []
    for part in str("" if value is None else value).split(separator(known)):
        code = part.strip()
        if code not in known:
            code = code.split(MOVED_MARK)[0]
        if code in known:
            found.append(code)
    return tuple(sorted(found))
