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
_SIZE = 75
"""Percent of full size under which fewer weeks are put on a page."""
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
    week_wide = 7 * _pixels(day) + _pixels(_SUM_WIDTH)
    per_page, scale = _on_a_page(paper_of(grid), len(grid.weeks), week_wide, sum(map(_pixels, totals)))
    sheet.set_print_scale(scale)
    breaks = [grid.day_column(week) for week in range(per_page, len(grid.weeks), per_page)]
    sheet.set_v_pagebreaks([*breaks, grid.totals_column])


def _on_a_page(paper: int, weeks: int, week_wide: int, after: int) -> tuple[int, int]:
    """How many weeks a page has, as many on each where that goes, and the scale at which these and the totals fit."""
    named, repeated = sum(map(_pixels, NAME_WIDTHS)), sum(map(_pixels, NAME_WIDTHS[: NAME_COLUMN + 1]))

    def scale(count: int) -> int:
        return min(100, 100 * _PRINTED[paper] // max(named + count * week_wide, repeated + after))

    most = next((count for count in range(min(weeks, _WEEKS[paper]), 1, -1) if scale(count) >= _SIZE), 1)
    count = -(-weeks // -(-weeks // most))
    return count, max(_SMALLEST, scale(count))


def paper_of(grid: Grid) -> int:
    """A4 where all weeks fit on it, else A3."""
    return _A3 if len(grid.weeks) > _WEEKS[_A4] else _A4


def _cells(grid: Grid) -> list[str]:
    people = (label for one in grid.roster.frame.people for label in grid.labels.cells(one.id).values())
    return [*people, *grid.labels.open_cells().values()]


def _pixels(width: float) -> int:
    """A sign is 7 pixels in Arial and what is drawn like it, 9 in the widest font that is put in its place."""
    return int(width * 9 + 5)
