"""The sheet ``Per assistent``, form 2: a page for each, weeks as rows, code over times, and what the shifts come to."""

from datetime import date

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from roster.domain.assistant import Assistant
from roster.domain.clock_parts import Parts, clock_parts
from roster.domain.days import is_red
from roster.domain.shift import Shift
from roster.domain.statistics import PersonStatistics, Statistics
from roster.exports.sheets.grid import Grid
from roster.exports.sheets.style import CLOCK, HOURS, ROW, THICK, Book, clock, hours, text, texts
from roster.exports.sheets.turnus import day_look
from roster.wording import legend, sheet_words
from roster.wording.numbers import WEEKDAYS
from roster.wording.sheets import PER_ASSISTANT, TURNUS

_HOURS_COLUMN, _CLOCK_COLUMN = 8, 9
_WIDTHS = (17.0, *[12.5] * 7, 9.0, 9.0)
_LINE = 14
_SCALE, _LEAST_SCALE = 90, 60
"""Percent of full size: at the first the columns fit in any font, under the last nobody is put on one page."""
_PAGE = 516
"""Points between the margins of a page that lies."""


def write(book: Book, grid: Grid, counted: Statistics) -> None:
    sheet = book.sheet(PER_ASSISTANT)
    row = 0
    breaks = []
    tallest = 0.0
    for assistant in grid.roster.frame.people:
        if row:
            breaks.append(row)
        first = row
        row, weeks = _weeks(book, sheet, grid, assistant, counted.of(assistant.id), row)
        row = _summary(book, sheet, grid, assistant, row + 1) + 2
        tallest = max(tallest, weeks + ROW * (row - first - len(grid.weeks)))
    sheet.set_h_pagebreaks(breaks)
    sheet.freeze_panes(0, 1)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    whole = int(100 * _PAGE // tallest) if tallest else _SCALE
    sheet.set_print_scale(min(_SCALE, whole) if whole >= _LEAST_SCALE else _SCALE)


def _weeks(
    book: Book, sheet: Worksheet, grid: Grid, assistant: Assistant, one: PersonStatistics, row: int
) -> tuple[int, int]:
    """The heading and the weeks; answers the first row after them, and how many points high the weeks are."""
    text(sheet, row, 0, sheet_words.person_title(assistant), book.title)
    text(sheet, row + 1, 0, sheet_words.person_summary(grid.roster, one), book.plain)
    first_day = grid.roster.frame.first_day.weekday()
    days = [WEEKDAYS[(first_day + number) % 7].capitalize() for number in range(7)]
    texts(sheet, row + 2, 0, ["Uke", *days, "Sum timer", "Sum t:min"], book.head)
    codes, shifts = grid.labels.cells(assistant.id), grid.labels.by_date(assistant.id)
    line = grid.rows[assistant.id]
    at = first = row + 3
    high = 0
    for week, dates in enumerate(grid.weeks):
        text(sheet, at, 0, legend.week_title(grid.roster.frame, week), book.head)
        said = [_cell(grid, day, codes.get(day, ""), shifts.get(day, [])) for day in dates]
        for number, words in enumerate(said):
            look = day_look(book, grid, number, grid.day_column(week, number), text_wrap=True)
            text(sheet, at, 1 + number, words, look)
        amount = grid.paid_in(assistant.id, week)
        formula = f"={TURNUS}!{grid.sum_cell(line, week)}"
        sheet.write_formula(at, _HOURS_COLUMN, formula, book.number(bold=True, left=THICK), round(hours(amount), 4))
        _as_clock(book, sheet, at, amount)
        lines = _LINE * (1 + max(words.count("\n") for words in said))
        sheet.set_row(at, lines)
        high += lines
        at += 1
    texts(sheet, at, 0, ["Sum", *[""] * 7], book.head)
    span = xl_range(first, _HOURS_COLUMN, at - 1, _HOURS_COLUMN)
    sheet.write_formula(
        at, _HOURS_COLUMN, f"=ROUND(SUM({span}),4)", book.number(bold=True, left=THICK), round(hours(one.paid), 4)
    )
    _as_clock(book, sheet, at, one.paid)
    return at + 1, high


def _as_clock(book: Book, sheet: Worksheet, row: int, minutes: int) -> None:
    cell = xl_rowcol_to_cell(row, _HOURS_COLUMN)
    sheet.write_formula(row, _CLOCK_COLUMN, f"={cell}/24", book.number(CLOCK), clock(minutes))


def _cell(grid: Grid, day: date, code: str, shifts: list[Shift]) -> str:
    """The date, then the code over its times; several shifts one below the other."""
    lines = [] if grid.roster.frame.cyclic else [f"{day.day}.{day.month}." + (" rød" if is_red(day) else "")]
    for one in shifts:
        lines += [grid.labels.of(one), legend.times(one)]
    return "\n".join(lines if shifts else [*lines, code])


def _summary(book: Book, sheet: Worksheet, grid: Grid, assistant: Assistant, row: int) -> int:
    """How many of each shift and when they lie; answers the last row."""
    texts(sheet, row, 0, sheet_words.SUMMARY_HEADINGS, book.head)
    found: dict[str, list[Shift]] = {}
    for shift in grid.roster.duties(assistant.id):
        found.setdefault(grid.labels.of(shift), []).append(shift)
    first = row + 1
    number, amount, whole = 0, 0, Parts()
    for entry in grid.labels.entries:
        shifts = found.get(entry.label)
        if not shifts:
            continue
        row += 1
        within = sum((clock_parts(grid.roster.frame, one) for one in shifts), Parts())
        number, amount, whole = number + len(shifts), amount + entry.paid * len(shifts), whole + within
        texts(sheet, row, 0, [entry.label, legend.times(entry.shift)], book.cell)
        sheet.write_number(row, 2, hours(entry.paid), book.number())
        sheet.write_number(row, 3, len(shifts), book.number("0"))
        formula = f"=ROUND({xl_rowcol_to_cell(row, 2)}*{xl_rowcol_to_cell(row, 3)},4)"
        sheet.write_formula(row, 4, formula, book.number(), round(hours(entry.paid * len(shifts)), 4))
        for column, minutes in enumerate(_minutes(within), start=5):
            sheet.write_number(row, column, hours(minutes), book.number())
    if row >= first:
        row += 1
        texts(sheet, row, 0, ["Sum", "", ""], book.head)
        sums = (number, *(round(hours(minutes), 4) for minutes in (amount, *_minutes(whole))))
        for column, total in enumerate(sums, start=3):
            span = xl_range(first, column, row - 1, column)
            shown = "0" if column == 3 else HOURS
            sheet.write_formula(row, column, f"=ROUND(SUM({span}),4)", book.number(shown, bold=True), total)
    return row


def _minutes(within: Parts) -> tuple[int, ...]:
    return within.evening, within.night, within.weekend, within.red
