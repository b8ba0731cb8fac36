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


@pytest.mark.parametrize("again", ["Kari", None])
@pytest.mark.parametrize("week", [1, "Uke 14"])
def test_a_line_for_each_week_of_each_person_is_that_persons(again: str | None, week: int | str) -> None:
    following = 2 if week == 1 else "Uke 15"
    rows = [["Kari", week, "D"], [again, following, None, "A"], ["Ola", week, "N"], ["Ola", following]]
    found = turnus([["Navn", "Uke", *LETTERS], *rows, *LEGEND])
    assert (found.people, found.weeks) == (("Kari", "Ola"), 2)
    assert shifts(found) == [("Kari", "01-04 07:30–15:00"), ("Kari", "01-12 15:00–22:30"), ("Ola", "01-04 22:15–08:00")]
    turned = turnus([["Uke", "Navn", *LETTERS], *([row[1], row[0] or "Kari", *row[2:]] for row in rows), *LEGEND])
    assert shifts(turned) == shifts(found)


@pytest.mark.parametrize(
    ("weeks", "what"),
    [((1, 2, 1, 1), "Ola har ikke en linje"), ((1, 3, 1, 3), "følger ikke"), ((1, 1, 1, 1), "Kari har ikke")],
)
def test_a_week_that_is_missing_or_there_twice_is_a_fault(weeks: tuple[int, ...], what: str) -> None:
    rows = [[who, week, "D"] for who, week in zip(("Kari", "Kari", "Ola", "Ola"), weeks, strict=True)]
    with pytest.raises(Faults, match=what):
        turnus([["Navn", "Uke", *LETTERS], *rows, *LEGEND])


def test_the_same_dates_twice_are_not_two_shifts() -> None:
    head = [["Navn", *LETTERS], [None, "4.1.2027"]]
    with pytest.raises(Faults, match="Kari står i to rutenett"):
        turnus([*head, ["Kari", "D"], [], *head, ["Kari", "D"], *LEGEND])
    assert turnus([*head, ["Kari", "D"], [], *head, ["Ola", "D"], *LEGEND]).people == ("Kari", "Ola")


def test_it_is_said_that_lines_with_the_same_name_are_read_as_several_people() -> None:
    found = turnus([["Navn", *LETTERS], ["Vikar", "D"], ["Kari", "D"], ["Vikar", "A"], *LEGEND])
    assert "Linjer med samme navn er lest som ulike personer: Vikar 1 og Vikar 3." in found.about
    assert not any("samme navn" in one for one in turnus([["Navn", *LETTERS], ["Kari", "D"], *LEGEND]).about)


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


# -- the legend ---------------------------------------------------------------------------------------

TWICE = "«D» står flere ganger i tegnforklaringen, med ulike tider."
APART = "«D» har flere tider i tegnforklaringen som ikke følger etter hverandre."


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ([["D 07:30–15:00"], ["D 08:00–16:00"]], TWICE),
        ([["D", "07:30–15:00"], [], ["A", "15–22", "D", "Dag", "08:00", "16:00"]], TWICE),
        ([["D", "07:30–15:00"], ["D helg", "09:00–17:00"]], TWICE),
        ([["D", "07:30–15:00"], ["D", "08–16"], ["D", "07:30–15:00"]], TWICE),
        ([["Kode", "Hverdag", "Helg"], ["D", "07:30–15:00", "09:00–17:00"]], APART),
        ([["Kode", "Hverdag", "Helg"], ["D", "07:30–15:00", "09:00–14:00"]], APART),
    ],
)
def test_a_code_of_two_times_is_not_guessed_at(told: Rows, what: str) -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", "D", "Q", None, None, None, "D"], [], *told, ["Q", "10–12"]])
    assert unread(found) == [("B2", what), ("G2", what)]
    assert shifts(found) == [("Kari", "01-05 10:00–12:00")]


def test_the_same_times_told_twice_are_one_meaning() -> None:
    told = [["D", "07:30–15:00"], ["Kode", "Navn"], ["D", "Dagvakt"], ["D = 7.30–15"]]
    assert shifts(turnus([["Navn", *LETTERS], ["Kari", "D"], [], *told])) == [("Kari", "01-04 07:30–15:00")]


@pytest.mark.parametrize(
    "told",
    [
        [["Kode", "Timer", "Start", "Slutt"], ["D", "07:30", "08:00", "15:30"]],
        [["Kode", "Slutt", "Start"], ["D", "15:30", "08:00"]],
        [["Vakt", "Navn", "Fra", "Til", "Pause"], ["D", "Dag", "08:00", "15:30", "0:30"]],
        [["A", "15–22", "Aften", "D", "08:00–15:30", "Dag"]],
        [["A", "15–22", "Kveld", "D", "8–15:30", "hviler 9–10"], ["N", "22–08"]],
        [["D Dagvakt", "08:00–15:30"]],
    ],
)
def test_times_stand_where_the_heading_says_and_with_their_own_code(told: Rows) -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", "D"], [], *told])
    assert shifts(found) == [("Kari", "01-04 08:00–15:30")]


def test_breaks_and_resting_parts_are_those_of_the_code_they_stand_with() -> None:
    told = ["X", "21–09", "Y", "20–08", "hviler 23–07, pause 21:00–21:30"]
    first, second = turnus([["Navn", *LETTERS], ["Kari", "X", "Y"], [], told]).entries
    assert (first.resting, first.breaks) == ((), None)
    assert (len(second.resting), second.breaks is not None) == (1, True)


# -- a cell -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["D/F", "syk D", "F1/N"])
def test_a_day_off_and_a_shift_in_one_cell_is_one_of_them_and_nobody_knows_which(text: str) -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", text, "D/-", "D+A"], *LEGEND])
    assert unread(found) == [("B2", f"«{text}» er både fri og vakt.")]
    assert len(found.entries) == 3


def test_other_times_beside_a_code_are_not_a_second_shift_inside_it() -> None:
    found = turnus([["Navn", *LETTERS], ["Kari", "13-15 D", "D+D", "D+N"], *LEGEND])
    assert [place for place, _ in unread(found)] == ["B2", "C2"]
    assert len(found.entries) == 2
