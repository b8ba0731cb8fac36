"""The sheets of a workbook that hold something, as lines of cells."""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from roster.reading.faults import Unreadable
from roster.reading.grid import LONGEST_CELL, MOST_LINES, Grid, GridCell, Line, Merged, stop, too_long
from roster.reading.workbook import cells, opened, text_of


def workbook_grids(content: bytes, file: str) -> tuple[Grid, ...]:
    """Each sheet with something in it; raises ``Faults`` when there is none, or the workbook is not safe to open."""
    sheets = [sheet for sheet in opened(content, file).worksheets if isinstance(sheet, Worksheet)]
    grids = [Grid(sheet.title, tuple(_lines(sheet, file)), tuple(_merged(sheet))) for sheet in sheets]
    found = tuple(grid for grid in grids if grid.lines)
    if not found:
        raise stop(file, "Arbeidsboka er tom.", "Skriv overskrifter i første rad, og en rad for hver vakt.")
    return found


def _lines(sheet: Worksheet, file: str) -> Iterator[Line]:
    where = f"arket {sheet.title}"
    row: dict[int, GridCell] = {}
    at = made = 0
    for cell in cells(sheet):
        if cell.row != at and row:
            yield Line(at, row, f"{where}, rad {at}")
            row, made = {}, made + 1
            if made > MOST_LINES:
                raise too_long(file)
        at = cell.row
        place = f"{where}, celle {cell.coordinate}"
        try:
            text, trouble = text_of(cell), None
        except Unreadable as unreadable:
            text, trouble = "", unreadable
        if len(text) > LONGEST_CELL:
            trouble = Unreadable("Teksten er lengre enn en vaktliste kan ha.", "Skriv den kortere.")
        if text or trouble:
            row[cell.column - 1] = GridCell("" if trouble else text, place, trouble)
    if row:
        yield Line(at, row, f"{where}, rad {at}")


def _merged(sheet: Worksheet) -> Iterator[Merged]:
    for one in sheet.merged_cells.ranges:
        columns = range(one.min_col - 1, one.max_col)
        yield Merged(f"arket {sheet.title}, celle {one.coord}", range(one.min_row, one.max_row + 1), columns)
