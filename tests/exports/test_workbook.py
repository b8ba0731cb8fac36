"""The workbook says what the plan says, to readers, to spreadsheets and to ourselves."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from roster.checking.check import check
from roster.domain.brief import Brief
from roster.domain.frame import frame_of
from roster.domain.plan import Plan
from roster.reading.faults import Faults
from roster.reading.plan_workbook import ReadBack, read_back
from tests.exports.written import CALENDAR, CYCLE, calendar_bytes, cycle_bytes, values_of, written
from tests.support.plans import RESTING, brief_of, calendar_plan, cycle_plan, given_out


def edited(data: bytes, edit: Callable[[Workbook], None]) -> bytes:
    """The workbook as a user saves it after a change by hand."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def row_of(book: Workbook, day: date, code: str) -> int:
    """The row of ``Vakter`` with this shift."""
    sheet = book["Vakter"]
    return next(
        row
        for row in range(2, sheet.max_row + 1)
        if sheet.cell(row, 1).value == datetime.combine(day, time()) and sheet.cell(row, 6).value == code
    )


SMALL = calendar_plan(weeks=1)
TWO_WEEKS = calendar_plan(weeks=2)
TWO_WEEKS_OF_CYCLE = cycle_plan(weeks=2, rollout_weeks=2)
MONDAY = date(2027, 1, 11)
READ_BACK = ("Turnus", "Vakter", "Grunnlag")


@cache
def small_bytes() -> bytes:
    """Saved by another program, and without the sheets that are not read back: to be edited again and again."""

    def edit(book: Workbook) -> None:
        for name in set(book.sheetnames) - set(READ_BACK):
            book.remove(book[name])

    return edited(written(SMALL), edit)


@pytest.mark.parametrize(
    "plan",
    [
        CALENDAR,
        CYCLE,
        calendar_plan(leave_open=4),
        calendar_plan(night=RESTING, start=date(2027, 10, 18), weeks=3),
        calendar_plan(start=date(2027, 3, 22), weeks=5),
    ],
)
def test_a_workbook_read_back_is_the_plan(plan: Plan) -> None:
    back = read_back(written(plan))
    assert back.plan == plan
    assert back.notices == ()


def test_a_week_that_starts_in_the_evening_keeps_its_last_hours() -> None:
    brief = brief_of(start=date(2027, 1, 3), weeks=2)
    brief = replace(brief, period=replace(brief.period, week_cut=22 * 60, day_cut=22 * 60))
    plan = Plan(brief, given_out(frame_of(brief)))
    assert any(shift.start.date() == date(2027, 1, 17) for shift in plan.roster.frame.shifts)
    data = written(plan)
    assert read_back(data) == ReadBack(plan, ())
    book = values_of(data, "Turnus")
    heads = [cell.value for cell in book["Turnus"][5]]
    total = book["Turnus"].cell(7, heads.index("Sum timer") + 1).value
    weeks = [book["Turnus"].cell(7, n + 1).value for n, head in enumerate(heads) if head == "Sum t"]
    assert total == pytest.approx(sum(weeks))


def test_a_workbook_saved_again_by_another_program_is_the_plan() -> None:
    assert read_back(edited(calendar_bytes(), lambda book: None)) == ReadBack(CALENDAR, ())


def test_a_shift_moved_by_hand_breaks_the_daily_rest_and_is_found() -> None:
    """An evening to 22.30 and a morning from 07.30 are moved together until 10 hours and 59 minutes are left."""
    plan = calendar_plan(weeks=2)
    (evening_person,) = plan.roster.on(f"{MONDAY} K")

    def edit(book: Workbook) -> None:
        sheet = book["Vakter"]
        row = row_of(book, date(2027, 1, 12), "D")
        sheet.cell(row, 3).value = time(9, 29)
        sheet.cell(row, 5).value = time(16, 0)
        sheet.cell(row, 7).value = evening_person

    back = read_back(edited(written(plan), edit))
    found = [one for one in check(back.plan.roster).findings if one.rule == "daily-rest" and one.who == evening_person]
    assert 659 in {one.measured for one in found}
    assert any("09.29–16.00" in notice.what and "Turnus har" in notice.what for notice in back.notices)
    assert back.plan.roster.open == ()


@pytest.mark.slow
@pytest.mark.parametrize(("start", "end", "filled"), [(time(7, 29), time(15), True), (time(12), time(19, 30), False)])
def test_a_shift_moved_a_little_fills_the_need_it_came_from(start: time, end: time, filled: bool) -> None:
    def edit(book: Workbook) -> None:
        sheet = book["Vakter"]
        row = row_of(book, MONDAY, "D")
        sheet.cell(row, 3).value, sheet.cell(row, 5).value = start, end

    for whole in (written(TWO_WEEKS), written(TWO_WEEKS_OF_CYCLE)):
        back = read_back(edited(whole, edit)).plan
        lacking = [one for one in check(back.dated).findings if one.rule == "need-filled"]
        assert [one.facts.get("shift") for one in lacking] == [None if filled else f"{MONDAY} D"]
        book = values_of(written(back), "Turnus", "Tegnforklaring")
        legend = [row[2] for row in book["Tegnforklaring"].iter_rows(max_col=3, values_only=True)]
        assert f"{start:%H.%M}–{end:%H.%M}" in legend
        if back.rollout is None:
            column = next(cell.column for cell in book["Turnus"][6] if cell.value == "11.1.")
            missing = next(row for row in book["Turnus"].iter_rows() if row[1].value == "Mangler")
            assert missing[column - 1].value == (0 if filled else 1)


def test_an_open_shift_is_filled_and_a_row_deleted_by_hand() -> None:
    plan = calendar_plan(weeks=2, leave_open=1)
    ((shift, _),) = plan.roster.open

    def edit(book: Workbook) -> None:
        sheet = book["Vakter"]
        sheet.cell(row_of(book, shift.start.date(), shift.kind), 7).value = "Liv"
        sheet.delete_rows(row_of(book, MONDAY, "D"))

    back = read_back(edited(written(plan), edit)).plan
    assert back.roster.on(shift.id) == ("A7",)
    assert [one.id for one, _ in back.roster.open] == [f"{MONDAY} D"]


def test_a_change_in_turnus_does_not_count_and_both_are_listed() -> None:
    def edit(book: Workbook) -> None:
        book["Turnus"]["F7"].value = "K"

    back = read_back(edited(calendar_bytes(), edit))
    assert back.plan == CALENDAR
    (notice,) = back.notices
    assert "Turnus har K, Vakter har D" in notice.what


def test_a_moved_shift_of_a_roll_out_is_a_change_from_the_grunnturnus() -> None:
    def edit(book: Workbook) -> None:
        sheet = book["Vakter"]
        sheet.cell(row_of(book, MONDAY, "D"), 7).value = "A7"

    back = read_back(edited(cycle_bytes(), edit))
    assert back.plan.roster == CYCLE.roster
    assert {one.who for one in back.plan.changes if one.day == MONDAY} >= {"A7"}
    assert len(back.notices) == 2


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        (1, "i morgen", "er ikke en dato"),
        (1, datetime(2030, 1, 1), "før den starter"),
        (3, "25:00", "finnes ikke"),
        (4, datetime(2027, 1, 1), "før den starter"),
        (6, "Q", "Ukjent vaktkode"),
        (7, "A9", "Ukjent person-id «A9»"),
        (5, None, "«Slutt» mangler"),
    ],
)
def test_what_cannot_be_a_shift_is_named_with_its_row(column: int, value: Any, said: str) -> None:
    def edit(book: Workbook) -> None:
        book["Vakter"].cell(5, column).value = value

    with pytest.raises(Faults, match="rad 5") as caught:
        read_back(edited(small_bytes(), edit))
    assert said in str(caught.value)


def test_all_faults_of_the_rows_are_told_at_once() -> None:
    def edit(book: Workbook) -> None:
        for row in (3, 4, 5):
            book["Vakter"].cell(row, 6).value = "Q"

    with pytest.raises(Faults) as caught:
        read_back(edited(small_bytes(), edit))
    assert len(caught.value.faults) == 3


@pytest.mark.parametrize("name", ["Vakter", "Grunnlag"])
def test_a_workbook_without_a_sheet_it_needs_is_refused(name: str) -> None:
    with pytest.raises(Faults, match=f"«{name}» mangler"):
        read_back(edited(small_bytes(), lambda book: book.remove(book[name])))


def test_a_workbook_without_turnus_is_read_with_a_notice() -> None:
    back = read_back(edited(small_bytes(), lambda book: book.remove(book["Turnus"])))
    assert back.plan == SMALL
    assert len(back.notices) == 1


def test_an_edited_basis_is_known_by_its_fingerprint() -> None:
    def edit(book: Workbook) -> None:
        for row in book["Grunnlag"].iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and '"percent"' in cell.value:
                    cell.value = cell.value.replace('"percent": "60"', '"percent": "100"')

    with pytest.raises(Faults, match="Fingeravtrykket stemmer ikke"):
        read_back(edited(small_bytes(), edit))


@pytest.mark.parametrize("data", [b"", b"PK\3\4 not a zip", b"hello"])
def test_what_is_no_workbook_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(Faults):
        read_back(data)


def test_the_same_plan_is_the_same_bytes() -> None:
    assert written(calendar_plan()) == calendar_bytes()
    assert written(cycle_plan()) == cycle_bytes()


def test_no_cells_are_merged_and_no_formula_comes_from_the_brief() -> None:
    brief = hostile()
    plan = Plan(brief, given_out(frame_of(brief)))
    data = written(plan)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]
    assert not any("mergeCell" in sheet for sheet in sheets)
    formulas = [formula for sheet in sheets for formula in re.findall(r"<f>([^<]*)</f>", sheet)]
    assert formulas
    assert not any(word in formula for formula in formulas for word in ("cmd", "HYPERLINK", "WEBSERVICE"))
    assert not any("<hyperlink" in sheet for sheet in sheets)
    assert read_back(data).plan == plan


def hostile() -> Brief:
    """A brief whose texts would run as formulas, hide a wildcard, or break a name."""
    brief = brief_of()
    day = replace(brief.kinds[0], code="=cmd|'/c calc'!A1", name='=HYPERLINK("http://x")')
    evening = replace(brief.kinds[1], code="?*", name="-2+3")
    night = replace(brief.kinds[2], code="+1_x0041_", name="@SUM(A1)")
    people = tuple(
        replace(one, alias=alias)
        for one, alias in zip(brief.assistants, ("=1+1", "+A1", "-B2", "@x", '"&A1', "<b>", "x\ty"), strict=True)
    )
    needs = tuple(replace(need, kind=kind.code) for need, kind in zip(brief.needs, (day, evening, night), strict=True))
    arrangement = replace(brief.arrangement, alias='=WEBSERVICE("http://x")&A1')
    return replace(
        brief, arrangement=arrangement, kinds=(day, evening, night), needs=needs, assistants=people, history=()
    )


@pytest.mark.slow
@pytest.mark.parametrize("plan", [CALENDAR, CYCLE], ids=["calendar", "cycle"])
def test_a_spreadsheet_reckons_the_same_values_and_keeps_the_plan(plan: Plan, tmp_path: Path) -> None:
    data = calendar_bytes() if plan is CALENDAR else cycle_bytes()
    if shutil.which("soffice") is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice (soffice) is not installed")
        pytest.skip("LibreOffice (soffice) is not installed")
    # Written without values, so that every number read is one that LibreOffice has reckoned.
    (tmp_path / "in.xlsx").write_bytes(edited(data, lambda book: None))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, str(tmp_path / "out"), str(tmp_path / "in.xlsx")], check=True, capture_output=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data))
    ours = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    theirs = openpyxl.load_workbook(tmp_path / "out" / "in.xlsx", data_only=True)
    compared = 0
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    compared += 1
                    mine, other = (one[sheet.title][cell.coordinate].value for one in (ours, theirs))
                    assert number(mine) == pytest.approx(number(other), abs=1e-6), f"{sheet.title} {cell.coordinate}"
    assert compared > 300
    assert read_back((tmp_path / "out" / "in.xlsx").read_bytes()) == ReadBack(plan, ())


def number(value: Any) -> Any:
    """A length of time as the number that the cell holds."""
    if hasattr(value, "total_seconds"):
        return value.total_seconds() / 86400
    if isinstance(value, datetime):
        return (value - datetime(1899, 12, 30)).total_seconds() / 86400
    if isinstance(value, time):
        return (value.hour * 60 + value.minute) / 1440
    return value
