"""Form 3: grunnturnus and changed plan under each other, of one and the same person."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from roster.domain.days import DateSpan
from roster.domain.kinds import OffCode
from roster.domain.settings import Settings
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


def test_the_legend_stands_before_the_weeks_and_knows_f4_where_it_is_agreed() -> None:
    plan = cycle_plan()
    settings = Settings(off_codes=frozenset({OffCode.SUPPLEMENT}))
    dated = replace(
        plan.dated, frame=replace(plan.dated.frame, brief=replace(plan.dated.frame.brief, settings=settings))
    )
    within = DateSpan(date(2027, 1, 4), date(2027, 1, 17))
    lines = TwoLines(replace(plan, rollout=dated), dated, within, plan.changes)
    sheet = load_workbook(BytesIO(form3(Kind.HOLIDAYS, lines, ())))["Høytidsturnus"]
    codes = [str(sheet.cell(row, 1).value) for row in range(1, sheet.max_row)]
    weeks = next(row for row, code in enumerate(codes) if code == "Navn")
    assert codes.index("Tegnforklaring") < codes.index("F4") < weeks
    assert any(str(row[1].value).endswith(" timer betalt") for row in sheet.iter_rows(max_row=weeks))


def test_weeks_that_have_no_room_below_the_text_begin_on_a_page_of_their_own() -> None:
    plan = cycle_plan()
    within = DateSpan(date(2027, 1, 4), date(2027, 1, 10))
    breaks = [
        load_workbook(BytesIO(form3(Kind.HOLIDAYS, TwoLines(plan, plan.dated, within, plan.changes), about)))[
            "Høytidsturnus"
        ].row_breaks.brk
        for about in ((), ("Linje\n" * 30,))
    ]
    assert [len(one) for one in breaks] == [0, 1]
