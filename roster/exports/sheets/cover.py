"""Below the lines of ``Turnus``: how many are on each kind of shift each day, against how many are needed."""

from collections import Counter
from datetime import date

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from roster.exports.sheets.grid import Grid
from roster.exports.sheets.pages import NAME_WIDTHS
from roster.exports.sheets.style import HEAD, THICK, THIN, Book, fit, text, texts
from roster.wording.legend import COVER_BEFORE, COVER_HINT, COVER_TITLE, MISSING_ROW, needed, on_duty

_CODE_COLUMN = 0


def write(book: Book, sheet: Worksheet, grid: Grid) -> int:
    """The rows of the cover; answers the last row written."""
    row = grid.sum_row + 2
    text(sheet, row, 0, COVER_TITLE, book.bold)
    text(sheet, row, grid.day_column(0), COVER_HINT, book.plain)
    # The names of these rows are repeated on the page of totals, where there is nothing to count.
    text(sheet, row, grid.totals_column, COVER_BEFORE, book.plain)
    frame = grid.roster.frame
    pairs: list[tuple[int, int]] = []
    lacking: Counter[date] = Counter()
    for kind in frame.brief.kinds:
        row += 1
        pairs.append((row, row + 1))
        wanted: Counter[date] = Counter()
        there: Counter[date] = Counter()
        moved = sorted({grid.labels.of(one) for one in frame.shifts if one.fills and one.kind == kind.code})
        for shift in frame.shifts:
            if shift.kind == kind.code and grid.labels.of(shift) == kind.code:
                wanted[shift.start.date()] += shift.wanted
                there[shift.start.date()] += len(grid.roster.filling(shift.id))
        for extra in (0, 1):
            words = needed(kind.name) if extra else on_duty(kind.name)
            cells = [kind.code, words, "", "", ""]
            texts(sheet, row + extra, 0, cells, book.look(top=THIN, bottom=THIN, text_wrap=True))
            fit(sheet, row + extra, cells, NAME_WIDTHS)
        code = xl_rowcol_to_cell(row, _CODE_COLUMN, row_abs=True, col_abs=True)
        for _, number, day, column in grid.columns():
            look = _look(book, number)
            counts = [grid.count_of(one, column) for one in (code, *map(_quoted, moved))]
            sheet.write_formula(row, column, f"={'+'.join(counts)}", look, there[day])
            sheet.write_number(row + 1, column, wanted[day], _look(book, number, bottom=2))
            lacking[day] += max(0, wanted[day] - there[day])
        _ends(book, sheet, grid, row, there)
        _ends(book, sheet, grid, row + 1, wanted)
        row += 1
    row += 1
    texts(sheet, row, 0, ["", MISSING_ROW, "", "", ""], book.head)
    for _, number, day, column in grid.columns():
        terms = [
            f"MAX(0,{xl_rowcol_to_cell(need, column)}-{xl_rowcol_to_cell(there, column)})" for there, need in pairs
        ]
        look = _look(book, number, bold=True, bg_color=HEAD)
        sheet.write_formula(row, column, f"={'+'.join(terms)}", look, lacking[day])
    _ends(book, sheet, grid, row, lacking, bold=True, bg_color=HEAD)
    return row


def _quoted(label: str) -> str:
    """A label as it stands in a formula."""
    return '"' + label.replace('"', '""') + '"'


def _ends(book: Book, sheet: Worksheet, grid: Grid, row: int, each: Counter[date], **asked: object) -> None:
    """How many it comes to in each week: places on shifts, not hours as in the lines above."""
    look = book.look(**{"border": THIN, "right": THICK, "align": "center", **asked})
    for week, days in enumerate(grid.weeks):
        cells = xl_range(row, grid.day_column(week), row, grid.day_column(week, 6))
        sheet.write_formula(row, grid.sum_column(week), f"=SUM({cells})", look, sum(each[day] for day in days))


def _look(book: Book, number: int, **asked: object) -> object:
    return book.look(**{"border": THIN, "left": THICK if number == 0 else THIN, "align": "center", **asked})
