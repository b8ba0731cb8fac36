"""What the sheets of the workbook show, and how they are laid out on paper."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from roster.checking.check import check
from roster.domain.brief import Agreement
from roster.domain.frame import frame_of
from roster.domain.kinds import Party
from roster.wording.sheets import DATA_HEADING
from tests.exports.written import CYCLE, calendar_bytes, cycle_bytes, values_of, written
from tests.support.plans import calendar_plan


def test_nothing_personal_but_id_and_name_is_shown() -> None:
    book = openpyxl.load_workbook(io.BytesIO(calendar_bytes()), data_only=True)
    data = [cell.value for cell in book["Grunnlag"]["A"]].index(DATA_HEADING)
    rows = book["Grunnlag"].row_dimensions
    assert all(rows[number].hidden for number in range(data + 2, book["Grunnlag"].max_row + 1))
    assert not rows[data + 1].hidden
    book["Grunnlag"].delete_rows(data + 1, 1000)
    shown = [
        str(cell)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    ]
    for personal in ("1990", "førerkort", "annet arbeid", "1985"):
        assert not any(personal in cell for cell in shown)


def test_every_week_of_the_grid_has_exactly_one_f1() -> None:
    sheet = values_of(calendar_bytes(), "Turnus")["Turnus"]
    for row in range(7, 14):
        for week in range(4):
            cells = [sheet.cell(row, 6 + week * 8 + day).value for day in range(7)]
            assert cells.count("F1") <= 1
    found = [cell.value for row in sheet.iter_rows(7, 13) for cell in row].count("F1")
    assert found >= 26


def test_the_sheets_tell_of_the_dates_the_legend_and_what_is_left_to_do() -> None:
    book = openpyxl.load_workbook(io.BytesIO(cycle_bytes()), data_only=True)
    turnus = book["Turnus"]
    assert "På datoer: 6 uker" in str(turnus["A2"].value)
    assert turnus["F4"].value == "Uke 1, først 04.01.2027 (kalenderuke 1)"
    first, last = (int(part.rpartition("$")[2]) for part in str(turnus.print_area).split("!")[-1].split(":"))
    printed = [cell.value for row in turnus.iter_rows(first, last) for cell in row]
    assert sum(str(one).startswith("Bokstavene er vakter") for one in printed) == 1
    known = {row[0]: row[1] for row in book["Grunnlag"].iter_rows(max_col=2, values_only=True)}
    assert "drøft turnusen" in known["Drøftet"]
    column = next(cell.column for cell in turnus[5] if cell.value == "Korteste ukehvile t")
    # The week that needs an agreement is told with its 40,5 hours; another has fewer, and is in order.
    said = [one for one in check(CYCLE.roster).findings if one.rule == "weekly-rest" and one.who == "A1"]
    assert [one.measured for one in said] == [2430]
    assert turnus.cell(6, column).value == pytest.approx(37.5)


def test_an_agreement_is_shown_with_what_it_gives_and_an_open_need_with_its_name() -> None:
    plan = calendar_plan(weeks=1, leave_open=1)
    values = {"day_h": Decimal(10), "week_h": Decimal(48), "single_week_h": Decimal(54)}
    agreement = Agreement(
        "G9", "10-5 (2)", Party.REPS, values, averaging_weeks=12, signed=date(2027, 1, 11), notice="1 måned"
    )
    brief = replace(plan.brief, agreements=(*plan.brief.agreements, agreement))
    data = written(replace(plan, brief=brief, roster=replace(plan.roster, frame=frame_of(brief))))
    book = values_of(data, "Grunnlag", "Kontroll")
    (row,) = [row for row in book["Grunnlag"].iter_rows(values_only=True) if row[0] == "G9"]
    assert row[4] == "10 t i døgnet; 48 t i uka; 54 t i en enkelt uke; snitt over 12 uker; oppsigelse 1 måned"
    places = [row[9] for row in book["Kontroll"].iter_rows(min_row=5, values_only=True) if row[0] == "Mangler"]
    assert any("(behovet for våken nattevakt, N)" in str(place) for place in places)


def test_numbers_stand_beside_their_words_and_in_both_forms() -> None:
    turnus = values_of(calendar_bytes(), "Turnus")["Turnus"]
    heads = {cell.value: cell.column for cell in turnus[5] if cell.value}
    line = {name: turnus.cell(7, column).value for name, column in heads.items()}
    assert line["Sum timer"] == pytest.approx(142)
    assert line["Sum t:min"] == pytest.approx(142 / 24) or line["Sum t:min"].total_seconds() == 142 * 3600
    assert line["Differansen i ord"] == "som avtalt"
    assert line["Helg 1/x"] == "1/1"


def test_the_cover_is_added_up_for_each_week() -> None:
    plan = calendar_plan(weeks=2, leave_open=1)
    rows = list(values_of(written(plan), "Turnus")["Turnus"].iter_rows(values_only=True))
    ends = [column for column, head in enumerate(rows[4]) if head == "Sum t"]
    sums = {row[1]: [row[end] for end in ends] for row in rows}
    assert sums["Behov: Våken nattevakt"] == sums["Satt: Dagvakt"] == [7, 7]
    assert sums["Satt: Våken nattevakt"] == [7, 6]
    assert sums["Mangler"] == [0, 1]


@pytest.mark.parametrize("weeks", [1, 2, 3, 4, 5, 6, 8, 12])
def test_a_page_of_turnus_has_whole_weeks_in_the_widest_font(weeks: int) -> None:
    """A sign of ten points is 9 pixels wide in DejaVu Sans, which is drawn where there is no Arial."""
    sheet = openpyxl.load_workbook(io.BytesIO(written(calendar_plan(weeks=weeks))))["Turnus"]
    page = {8: 16.54, 9: 11.69}[sheet.page_setup.paperSize] - sheet.page_margins.left - sheet.page_margins.right
    wide = [9 * _width(sheet, column) + 5 for column in range(1, sheet.max_column + 1)]
    ends = [one.id for one in sheet.col_breaks.brk] + [sheet.max_column]
    assert all(sheet.cell(4, end + 1).value.startswith("Uke ") for end in ends[:-2])
    repeated, first = sum(wide[:2]), 0
    for end in ends:
        printed = sum(wide[first:end]) + (repeated if first else 0)
        assert printed * sheet.page_setup.scale / 100 <= 96 * page, (first, end)
        first = end


def _width(sheet: Any, column: int) -> float:
    return next(one.width for one in sheet.column_dimensions.values() if one.min <= column <= one.max)


def test_the_weeks_of_an_assistant_stand_on_one_page_with_what_they_come_to() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(calendar_plan(weeks=12))))["Per assistent"]
    ends = [one.id for one in sheet.row_breaks.brk] + [sheet.max_row]
    for first, end in zip([0, *ends], ends, strict=False):
        high = sum(sheet.row_dimensions[row].height or 15 for row in range(first + 1, end + 1))
        assert high * sheet.page_setup.scale / 100 <= 72 * (8.27 - sheet.page_margins.top - sheet.page_margins.bottom)
