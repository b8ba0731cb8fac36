"""The sheet ``Turnus``, form 1: a line per assistant, weeks side by side, week sums as formulas."""

from collections.abc import Iterable

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from roster.domain.assistant import Assistant
from roster.domain.days import is_red, is_sunday_or_red
from roster.domain.finding import Finding
from roster.domain.statistics import Statistics
from roster.exports.sheets import cover, totals
from roster.exports.sheets.grid import (
    CONTRACT_COLUMN,
    DATE_ROW,
    FULL_TIME_COLUMN,
    HINT_ROW,
    ID_COLUMN,
    LETTER_ROW,
    NAME_COLUMN,
    PERCENT_COLUMN,
    SUMMARY_ROW,
    TITLE_ROW,
    WEEK_ROW,
    Grid,
)
from roster.exports.sheets.pages import paper_of, set_pages
from roster.exports.sheets.style import HEAD, PERCENT, SHADE, THICK, THIN, Book, hours, text, texts
from roster.rules import weekly_rest
from roster.wording.legend import HINT, first_time, period_title
from roster.wording.sheets import LETTERS, NUMBER, OPEN_ROW, TURNUS

ROW_HEIGHT = 19
_HEADER_SIGNS = 250
"""A page header holds 255, control codes too."""


def write(
    book: Book, grid: Grid, counted: Statistics, summary: str, on_dates: str, findings: Iterable[Finding]
) -> None:
    """The sheet with title, summary, grid, totals and cover; ``on_dates`` tells of a roll-out, if there is one."""
    sheet = book.sheet(TURNUS, paper=paper_of(grid))
    frame = grid.roster.frame
    text(sheet, TITLE_ROW, 0, period_title(frame), book.title)
    text(sheet, SUMMARY_ROW, 0, f"{summary} {on_dates}".strip(), book.bold)
    text(sheet, HINT_ROW, 0, HINT, book.plain)
    _heads(book, sheet, grid)
    rests = weekly_rest.shortest(grid.roster, findings)
    for assistant in frame.people:
        _line(book, sheet, grid, assistant)
        totals.write_line(book, sheet, grid, assistant, counted.of(assistant.id), rests.get(assistant.id))
    _open(book, sheet, grid)
    _all(book, sheet, grid)
    totals.write_sum(book, sheet, grid, counted)
    # Once more below the lines: the rows of the title are in no print.
    last = cover.write(book, sheet, grid) + 2
    text(sheet, last, grid.day_column(0), HINT, book.plain)
    _region(book, grid)
    set_pages(sheet, grid, totals.WIDTHS, last, _header(period_title(frame), summary))


def _region(book: Book, grid: Grid) -> None:
    """The name by which screen readers know where the headings of the grid are (JAWS: TitleRegion)."""
    top, bottom = xl_rowcol_to_cell(LETTER_ROW, NAME_COLUMN), xl_rowcol_to_cell(grid.sum_row, grid.totals_column - 1)
    at = xl_rowcol_to_cell(LETTER_ROW, NAME_COLUMN, row_abs=True, col_abs=True)
    book.file.define_name(f"TitleRegion1.{top}.{bottom}.1", f"={TURNUS}!{at}")


def _header(title: str, summary: str) -> str:
    """The page header, which holds 255 signs; an ampersand is written twice in it."""
    first = f"&L&B&14{title.replace('&', '&&')}\n&B&10 "
    said = summary.replace("&", "&&")
    room = _HEADER_SIGNS - len(first)
    if len(said) > room:
        # Cut between two parts of the sentence: half a number would be another number.
        said = f"{said[: room - 1].rpartition(',')[0]} …"
    return first + said


def _heads(book: Book, sheet: Worksheet, grid: Grid) -> None:
    frame = grid.roster.frame
    rows = (WEEK_ROW, LETTER_ROW) if frame.cyclic else (WEEK_ROW, LETTER_ROW, DATE_ROW)
    for row in rows:
        texts(sheet, row, 0, [""] * 5, book.head)
    texts(sheet, LETTER_ROW, 0, [NUMBER, "Navn", "Stilling", "Heltid t/uke", "Avtalt t/uke"], book.head)
    for week, _ in enumerate(grid.weeks):
        look = book.look(bold=True, bg_color=HEAD, border=THIN, right=THICK, align="center", text_wrap=True)
        for row in rows:
            text(sheet, row, grid.sum_column(week), "Sum t" if row == LETTER_ROW else "", look)
    for week, number, day, column in grid.columns():
        left = THICK if number == 0 else THIN
        look = book.look(bold=True, bg_color=HEAD, border=THIN, left=left, align="center", text_wrap=True)
        over = book.look(bold=True, bg_color=HEAD, top=THIN, bottom=THIN, left=THICK if number == 0 else 0)
        text(sheet, WEEK_ROW, column, first_time(frame, week) if number == 0 else "", over)
        text(sheet, LETTER_ROW, column, LETTERS[day.weekday()], look)
        if not frame.cyclic:
            text(sheet, DATE_ROW, column, f"{day.day}.{day.month}." + ("\nrød" if is_red(day) else ""), look)
    sheet.set_row(LETTER_ROW, 40)
    if not frame.cyclic:
        sheet.set_row(DATE_ROW, 27)
    totals.write_heads(book, sheet, grid, rows)


def _line(book: Book, sheet: Worksheet, grid: Grid, assistant: Assistant) -> None:
    row = grid.rows[assistant.id]
    sheet.set_row(row, ROW_HEIGHT)
    text(sheet, row, ID_COLUMN, assistant.id, book.cell)
    text(sheet, row, NAME_COLUMN, assistant.alias, book.cell)
    sheet.write_number(row, PERCENT_COLUMN, float(assistant.percent) / 100, book.number(PERCENT))
    sheet.write_number(row, FULL_TIME_COLUMN, hours(assistant.full_time_week), book.number())
    part, whole = xl_rowcol_to_cell(row, PERCENT_COLUMN), xl_rowcol_to_cell(row, FULL_TIME_COLUMN)
    agreed = round(hours(assistant.contract_week), 4)
    sheet.write_formula(row, CONTRACT_COLUMN, f"=ROUND({part}*{whole},4)", book.number(), agreed)
    cells = grid.labels.cells(assistant.id)
    for _, number, day, column in grid.columns():
        text(sheet, row, column, cells.get(day, ""), day_look(book, grid, number, column))
    look = book.number(bold=True, right=THICK, align="center")
    for week in range(len(grid.weeks)):
        amount = round(hours(grid.paid_in(assistant.id, week)), 4)
        sheet.write_formula(row, grid.sum_column(week), grid.week_sum(row, week), look, amount)


def day_look(book: Book, grid: Grid, number: int, column: int, **asked: object) -> Format:
    """How a day's cell looks: a thick rule before the week, Saturday, Sunday and red days shaded."""
    day = grid.day_at(column)
    resting = day.weekday() == 5 or (day.weekday() == 6 if grid.roster.frame.cyclic else is_sunday_or_red(day))
    shade = {"bg_color": SHADE} if resting else {}
    return book.look(border=THIN, left=THICK if number == 0 else THIN, align="center", **shade, **asked)


def _open(book: Book, sheet: Worksheet, grid: Grid) -> None:
    """The shifts that lack people, on a line of their own."""
    row = grid.open_row
    sheet.set_row(row, ROW_HEIGHT)
    texts(sheet, row, 0, ["", OPEN_ROW, "", "", ""], book.look(border=THIN, bold=True, text_wrap=True))
    cells = grid.labels.open_cells()
    for _, number, day, column in grid.columns():
        text(sheet, row, column, cells.get(day, ""), day_look(book, grid, number, column, bold=True))
    look = book.number(bold=True, right=THICK, align="center")
    for week in range(len(grid.weeks)):
        sheet.write_number(row, grid.sum_column(week), round(hours(grid.open_in(week)), 4), look)


def _all(book: Book, sheet: Worksheet, grid: Grid) -> None:
    """The sums of all assistants."""
    row = grid.sum_row
    sheet.set_row(row, ROW_HEIGHT)
    texts(sheet, row, 0, ["", "Sum alle", "", "", ""], book.head)
    for _, number, _, column in grid.columns():
        text(sheet, row, column, "", book.look(bg_color=HEAD, border=THIN, left=THICK if number == 0 else THIN))
    for week in range(len(grid.weeks)):
        column = grid.sum_column(week)
        amount = sum(grid.paid_in(one.id, week) for one in grid.roster.frame.people)
        look = book.number(bold=True, bg_color=HEAD, right=THICK, align="center")
        sheet.write_formula(row, column, f"=ROUND(SUM({grid.people_range(column)}),4)", look, round(hours(amount), 4))
