"""Form 3: grunnturnus and changed plan under each other, of one and the same person."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from roster.domain.days import DateSpan
from roster.exports.form3 import form3
from roster.exports.two_lines import TwoLines
from roster.wording.special_words import Kind
from tests.support.plans import cycle_plan


def test_the_name_stands_over_both_lines_of_a_person() -> None:
    plan = cycle_plan()
    within = DateSpan(date(2027, 1, 4), date(2027, 1, 17))
    book = load_workbook(BytesIO(form3(Kind.HOLIDAYS, TwoLines(plan, plan.dated, within, plan.changes), ())))
    sheet = book["Høytidsturnus"]
    first = [row for row in range(1, sheet.max_row) if sheet.cell(row, 2).value == "grunnturnus"]
    assert len(first) == len(plan.brief.assistants)
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert {f"A{row}:A{row + 1}" for row in first} <= merged
    assert all(sheet.cell(row + 1, 2).value == "endret plan" for row in first)
    assert "navnet til venstre for begge" in " ".join(str(sheet.cell(row, 1).value) for row in range(1, 5))
