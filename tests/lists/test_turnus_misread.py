"""What could be read as something it is not in a turnus made elsewhere is told, never guessed."""

import io

import openpyxl
import pytest

from roster.reading.faults import Faults
from roster.reading.grid import Grid, GridCell, Line
from roster.reading.grid_workbook import workbook_grids
from roster.reading.turnus_header import blocks
from roster.reading.turnus_lines import turnus_in
from tests.lists.grids import LEGEND, LETTERS, Rows, shifts, turnus, unread


def test_somebody_whose_name_begins_as_a_sum_is_no_sum() -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", "D"], ["Sumaya", "A"], ["Ola", "D"], ["Sum", 1], ["D", "D"], *LEGEND])
    assert found.people == ("Kari", "Sumaya", "Ola")


@pytest.mark.parametrize("name", ["Sykehusvakt", "Ferievikar", "Fritidsvakt"])
def test_a_shift_called_almost_as_a_day_off_is_none(name: str) -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", "D", "X", "P"], *LEGEND, ["X", name]])
    assert unread(found) == [("C2", f"«X» ({name}) står uten klokkeslett i tegnforklaringen.")]


def test_codes_that_are_numbers_are_no_counts() -> None:
    rows = [["Kari", "D"], ["Ola", 1, 2], ["D", 1, 0], ["Natt", 1, 0], ["Timer", 7.5, 15]]
    found = turnus([["Navn", *LETTERS], *rows, *LEGEND])
    assert found.people == ("Kari", "Ola")
    assert [place for place, _ in unread(found)] == ["B3", "C3"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Navn", *LETTERS, "Navn", *LETTERS], ["Kari", "D", *[None] * 6, "Ola", "A"]],
        [["Navn", *LETTERS, *"abcd", *LETTERS], ["Kari", "D", *[None] * 10, "D"]],
        [["Navn", *LETTERS, *"abcd", *LETTERS, *LETTERS], ["Kari", "D", *[None] * 10, "D"]],
    ],
)
def test_a_grid_beside_another_is_not_its_next_week(rows: Rows) -> None:
    with pytest.raises(Faults, match="ved siden av hverandre"):
        turnus([*rows, *LEGEND])


def test_a_cell_merged_over_lines_is_nobodys() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Navn", *LETTERS], ["Kari", "D", "A", "F"], ["Ola", None, "A"], *LEGEND):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("D2:D3")
    content = io.BytesIO()
    book.save(content)
    found = turnus_in(workbook_grids(content.getvalue(), "t.xlsx", values=True), "t.xlsx")
    assert found is not None
    assert unread(found) == [("B2:B3", "Cellene er slått sammen over flere linjer.")]
    assert shifts(found) == [("Kari", "01-05 15:00–22:30"), ("Ola", "01-05 15:00–22:30")]


def test_many_headings_are_each_looked_at_with_what_is_near_them() -> None:
    """Each cell of the lines near a heading is read as a date; those of the whole sheet would take hours."""
    looked_at = 0

    class Cells(dict[int, GridCell]):
        def __contains__(self, column: object) -> bool:
            nonlocal looked_at
            looked_at += 1
            return super().__contains__(column)

    cells = {column: GridCell(letter, "") for column, letter in enumerate(LETTERS)}
    grid = Grid("", tuple(Line(number, Cells(cells), "") for number in range(1, 201)))
    assert len(blocks([grid], "t.xlsx")) == 200
    assert looked_at < 200 * 100
