"""The sheets of a workbook that hold something, as lines of cells."""

from collections.abc import Iterator

from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from roster.reading.faults import Unreadable
from roster.reading.grid import LONGEST_CELL, MOST_LINES, Grid, GridCell, Line, Merged, stop, too_long
from roster.reading.workbook import cells, opened, text_of


def workbook_grids(content: bytes, file: str, values: bool = False) -> tuple[Grid, ...]:
    """Each sheet with something in it; raises ``Faults`` when there is none, or the workbook is not safe to open.

    ``values``: a formula says what it came to when the workbook was saved; where it was saved without, it says nothing.
    """
    sheets = [sheet for sheet in opened(content, file).worksheets if isinstance(sheet, Worksheet)]
    saved = opened(content, file, values_only=True) if values else None
    grids = [Grid(sheet.title, tuple(_lines(sheet, file, saved)), tuple(_merged(sheet))) for sheet in sheets]
    found = tuple(grid for grid in grids if grid.lines)
    if not found:
        raise stop(file, "Arbeidsboka er tom.", "Skriv overskrifter i første rad, og en rad for hver vakt.")
    return found


def _lines(sheet: Worksheet, file: str, saved: Workbook | None) -> Iterator[Line]:
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
            text, trouble = text_of(_valued(cell, saved)), None
        except Unreadable as unreadable:
            text, trouble = "", unreadable
        if len(text) > LONGEST_CELL:
            trouble = Unreadable("Teksten er lengre enn en vaktliste kan ha.", "Skriv den kortere.")
        if text or trouble:
            row[cell.column - 1] = GridCell("" if trouble else text, place, trouble)
    if row:
        yield Line(at, row, f"{where}, rad {at}")


def _valued(cell: Cell, saved: Workbook | None) -> Cell:
    """The cell with what its formula came to, where that is known."""
    if saved is None or cell.data_type != "f":
        return cell
    sheet = saved[cell.parent.title]
    found = sheet.cell(cell.row, cell.column) if isinstance(sheet, Worksheet) else None
    return found if isinstance(found, Cell) and found.value is not None else cell


def _merged(sheet: Worksheet) -> Iterator[Merged]:
    for one in sheet.merged_cells.ranges:
        columns = range(one.min_col - 1, one.max_col)
        yield Merged(f"arket {sheet.title}, celle {one.coord}", range(one.min_row, one.max_row + 1), columns)
