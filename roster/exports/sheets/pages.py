"""How ``Turnus`` is seen and printed: frozen headings, whole weeks on each page, headings on every page."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from roster.exports.sheets.grid import NAME_COLUMN, PERCENT_COLUMN, WEEK_ROW, Grid

NAME_WIDTHS = (7.0, 14.0, 8.0, 8.0, 8.0)
_SUM_WIDTH = 7.0
_LEAST_DAY = 4.6
_A4, _A3 = 9, 8
_PRINTED = {_A4: 960, _A3: 1390}
"""Pixels that fit between the margins of a page that lies, at full size."""
_WEEKS = {_A4: 3, _A3: 4}
_SMALLEST = 45


def set_pages(sheet: Worksheet, grid: Grid, totals: Sequence[float], last_row: int, header: str) -> None:
    """Whole weeks per page and the totals together; names and headings are repeated on each page."""
    for column, width in enumerate(NAME_WIDTHS):
        sheet.set_column(column, column, width)
    day = max(_LEAST_DAY, 1.15 * max(map(len, _cells(grid)), default=0) + 1)
    for week in range(len(grid.weeks)):
        sheet.set_column(grid.day_column(week), grid.day_column(week, 6), day)
        sheet.set_column(grid.sum_column(week), grid.sum_column(week), _SUM_WIDTH)
    for number, width in enumerate(totals):
        sheet.set_column(grid.totals_column + number, grid.totals_column + number, width)
    sheet.freeze_panes(grid.first_row, PERCENT_COLUMN)
    sheet.repeat_rows(WEEK_ROW, grid.first_row - 1)
    sheet.repeat_columns(0, NAME_COLUMN)
    # The title is in the header of each page: above the lines it would be cut off by the repeated columns.
    sheet.set_header(header)
    sheet.set_margins(left=0.4, right=0.4, top=0.9, bottom=0.6)
    sheet.print_area(WEEK_ROW, 0, last_row, grid.totals_column + len(totals) - 1)
    paper = paper_of(grid)
    week_wide = 7 * _pixels(day) + _pixels(_SUM_WIDTH)
    named = sum(map(_pixels, NAME_WIDTHS))
    after = sum(map(_pixels, totals))
    per_page = min(len(grid.weeks), _WEEKS[paper])
    scale = min(100, 100 * _PRINTED[paper] // max(named + per_page * week_wide, named + after))
    sheet.set_print_scale(max(_SMALLEST, scale))
    breaks = [grid.day_column(week) for week in range(per_page, len(grid.weeks), per_page)]
    sheet.set_v_pagebreaks([*breaks, grid.totals_column])


def paper_of(grid: Grid) -> int:
    """A4 where all weeks fit on it, else A3."""
    return _A3 if len(grid.weeks) > _WEEKS[_A4] else _A4


def _cells(grid: Grid) -> list[str]:
    people = (label for one in grid.roster.frame.people for label in grid.labels.cells(one.id).values())
    return [*people, *grid.labels.open_cells().values()]


def _pixels(width: float) -> int:
    return int(width * 7 + 5)
