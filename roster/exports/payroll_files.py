"""The month's pay lines as files for payroll: CSV, and a workbook with the same lines and their sums."""

from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from roster.domain.rates import BASE, PayKind
from roster.domain.roster import Roster
from roster.exports.sheets.style import DATE, Book, hours, text, texts
from roster.exports.tables import Table, Value, csv_of
from roster.exports.workbook import new_workbook, with_language
from roster.rules.payroll import Payroll
from roster.wording import payroll_words as words

_HOURS = "[$-414]0.00"
_WIDTHS = (12, 16, 12, 14, 26, 20, 10, 10)
_EXACT = Decimal("0.0001")


def payroll_csv(found: Payroll, corrects: str = "") -> bytes:
    """A line for each person, date and wage type; minutes are exact, hours have four decimals.

    ``corrects``: what the lines are the difference to, in a column of its own.
    """
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (one.who, one.alias, one.day, one.code, one.name, one.kind.value, _hours(one.minutes), one.minutes)
        for one in found.lines
    )
    if corrects:
        rows = tuple((*row, corrects) for row in rows)
        return csv_of(Table(words.SHEET, (*words.HEADINGS, words.CORRECTS), rows))
    return csv_of(Table(words.SHEET, words.HEADINGS, rows))


def _hours(minutes: int) -> Decimal:
    return (Decimal(minutes) / 60).quantize(_EXACT, ROUND_HALF_UP)


def payroll_workbook(roster: Roster, found: Payroll, corrects: str = "") -> bytes:
    """The lines on one sheet, for machines too, and their sums by person and wage type on the other."""
    held = BytesIO()
    title = words.title(roster, found.month) + (f", {corrects}" if corrects else "")
    with new_workbook(held, title) as file:
        book = Book(file, title)
        last = _lines(book, found)
        _totals(book, title, found, last)
    return with_language(held.getvalue())


def _lines(book: Book, found: Payroll) -> int:
    """The last row of the sheet, counted as a spreadsheet counts."""
    sheet = book.sheet(words.SHEET)
    texts(sheet, 0, 0, words.HEADINGS, book.head)
    for row, one in enumerate(found.lines, start=1):
        for column, said in ((0, one.who), (1, one.alias), (3, one.code or ""), (4, one.name), (5, one.kind.value)):
            text(sheet, row, column, said, book.cell)
        sheet.write_datetime(row, 2, one.day, book.number(DATE, align="center"))
        sheet.write_formula(row, 6, f"=H{row + 1}/60", book.number(_HOURS), hours(one.minutes))
        sheet.write_number(row, 7, one.minutes, book.number("0"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    last = len(found.lines)
    sheet.autofilter(0, 0, max(last, 1), len(words.HEADINGS) - 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    return last + 1


def _totals(book: Book, title: str, found: Payroll, last: int) -> None:
    sheet = book.sheet(words.TOTALS)
    text(sheet, 0, 0, title, book.title)
    texts(sheet, 2, 0, words.TOTAL_HEADINGS, book.head)
    sums: dict[tuple[str, str, str, str, str], int] = {}
    for one in found.lines:
        key = one.who, one.alias, one.code or "", one.name, one.kind.value
        sums[key] = sums.get(key, 0) + one.minutes
    row = 2
    people, kinds = list(dict.fromkeys(one.who for one in found.lines)), [kind.value for kind in PayKind]
    ordered = sorted(sums.items(), key=lambda one: (people.index(one[0][0]), kinds.index(one[0][4])))
    for row, (key, minutes) in enumerate(ordered, start=3):
        texts(sheet, row, 0, key, book.cell)
        same = (("A", "A"), ("B", "B"), ("D", "C"), ("E", "D"), ("F", "E"))
        alike = "*".join(f"({words.SHEET}!${line}$2:${line}${last}=${own}{row + 1})" for line, own in same)
        _sum(book, sheet, row, f"=SUMPRODUCT({alike}*{words.SHEET}!$H$2:$H${last})", minutes)
    row += 1
    base = [one for one in BASE if any(key[4] == one.value for key in sums)]
    text(sheet, row, 0, words.PAID, book.bold)
    of_base = "+".join(f'SUMIFS($G$4:$G${row},$E$4:$E${row},"{one.value}")' for one in base) or "0"
    _sum(book, sheet, row, f"={of_base}", found.base)
    text(sheet, row + 1, 0, words.ON_TOP, book.plain)
    for number, line in enumerate(words.left_out(found.left_out), start=row + 2):
        text(sheet, number, 0, line, book.plain)
    for column, width in enumerate((12, 16, 14, 26, 20, 10, 10)):
        sheet.set_column(column, column, width)
    sheet.fit_to_pages(1, 0)


def _sum(book: Book, sheet: Worksheet, row: int, formula: str, minutes: int) -> None:
    sheet.write_formula(row, 6, formula, book.number("0"), minutes)
    sheet.write_formula(row, 5, f"=G{row + 1}/60", book.number(_HOURS), hours(minutes))
