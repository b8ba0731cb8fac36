"""The sheet ``Vakter``: one row per shift and person, for machines and for moving a shift by hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from roster.domain.moved import is_moved
from roster.domain.roster import Roster
from roster.domain.shift import Shift, granted, paid, worked
from roster.exports.sheets.style import CLOCK, DATE, HOURS, TIME, Book, clock, hours, text
from roster.wording.numbers import WEEKDAYS
from roster.wording.sheets import SHIFT_HEADINGS, SHIFTS, TYPE_MOVED, TYPE_OPEN, TYPE_SHIFT

_WIDTHS = (12, 10, 8, 12, 8, 16, 11, 14, 9, 9, 10, 12, 22)


@dataclass(frozen=True)
class ShiftLine:
    """A shift with who is on it; ``who`` is empty for one that lacks somebody. ``type``: what kind of line it is."""

    shift: Shift
    who: str
    alias: str
    type: str


def write(book: Book, roster: Roster) -> None:
    sheet = book.sheet(SHIFTS)
    rows = shift_lines(roster)
    for number, row in enumerate(rows, start=1):
        _write(book, sheet, number, row, roster)
    columns = [{"header": heading, "header_format": book.head} for heading in SHIFT_HEADINGS]
    last = max(len(rows), 1)
    sheet.add_table(
        0, 0, last, len(columns) - 1, {"name": SHIFTS, "columns": columns, "style": None, "autofilter": True}
    )
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def shift_lines(roster: Roster) -> tuple[ShiftLine, ...]:
    """Everything that is worked or lacks somebody, in order of time."""
    return tuple(sorted(_lines(roster), key=lambda one: (one.shift.span, one.shift.id, not one.who, one.who)))


def _lines(roster: Roster) -> Iterator[ShiftLine]:
    for one in roster.frame.people:
        for shift in roster.duties(one.id):
            kind = shift.event.value if shift.event else TYPE_MOVED if is_moved(shift) else TYPE_SHIFT
            yield ShiftLine(shift, one.id, one.alias, kind)
    for shift, missing in roster.open:
        for _ in range(missing):
            yield ShiftLine(shift, "", "", TYPE_OPEN)


def _write(book: Book, sheet: Worksheet, number: int, row: ShiftLine, roster: Roster) -> None:
    settings = roster.frame.brief.settings
    shift = row.shift
    amount = paid(shift, settings.resting_paid)
    date_look, time_look = book.number(DATE, align="center"), book.number(TIME, align="center")
    for column, moment in ((0, shift.start), (3, shift.end)):
        sheet.write_datetime(number, column, moment.date(), date_look)
    for column, moment in ((2, shift.start), (4, shift.end)):
        sheet.write_number(number, column, clock(moment.hour * 60 + moment.minute), time_look)
    for column, said in (
        (1, WEEKDAYS[shift.start.weekday()]),
        (5, shift.kind),
        (6, row.who),
        (7, row.alias),
        (12, row.type),
    ):
        text(sheet, number, column, said, book.cell)
    for column, minutes in (
        (8, amount),
        (10, worked(shift)),
        (11, granted(shift, settings.resting_granted)),
    ):
        sheet.write_number(number, column, hours(minutes), book.number(HOURS, align="center"))
    sheet.write_number(number, 9, clock(amount), book.number(CLOCK, align="center"))
