"""A workbook that people have filled in by hand says what they meant, whatever kind of cell Excel made of it."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from roster.reading.read import read_brief
from tests.reading.small import SMALL, brief_of, faults_in, only, workbook_of


def _put(sheet: Worksheet, row: int, heading: str, value: object, number_format: str = "") -> None:
    headings = [str(cell.value).rstrip(" *") for cell in sheet[1]]
    cell = sheet.cell(row, headings.index(heading) + 1)
    cell.value = value  # type: ignore[assignment]
    cell.number_format = number_format or cell.number_format


def _setup(book: Workbook, field: str, value: object) -> None:
    sheet = book["Oppsett"]
    row = next(row for row in range(2, sheet.max_row + 1) if str(sheet.cell(row, 2).value).rstrip(" *") == field)
    sheet.cell(row, 3).value = value  # type: ignore[assignment]


def test_a_hand_made_workbook_equals_the_yaml(tmp_path: Path) -> None:
    path = workbook_of(lambda book: None, tmp_path)
    assert read_brief(path).brief == brief_of(SMALL, tmp_path)


def test_real_dates_numbers_and_percents_are_understood(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        _setup(book, "start", datetime(2027, 1, 11))
        _setup(book, "uker", 8)
        _setup(book, "døgnet starter", time(6, 30))
        _put(book["Vedtak"], 2, "til", date(2027, 6, 30))
        _put(book["Vedtak"], 2, "timer per uke", 40.5)
        _put(book["Assistenter"], 2, "prosent", 0.715, "0.0%")
        _put(book["Assistenter"], 3, "prosent", 40)
        _put(book["Assistenter"], 2, "heltidsuke", timedelta(hours=35, minutes=30), "[h]:mm")
        _put(book["Assistenter"], 2, "født", 1990)
        _put(book["Behov"], 2, "på vedtaket", False)

    brief = read_brief(workbook_of(change, tmp_path)).brief
    assert (brief.period.start, brief.period.weeks, brief.period.day_cut) == (date(2027, 1, 11), 8, 390)
    assert brief.vedtak.lines[0].dates.last == date(2027, 6, 30)
    assert brief.vedtak.lines[0].per_week == 2430
    assert [one.percent for one in brief.assistants] == [Decimal("71.5"), Decimal(40)]
    assert brief.assistants[0].full_time_week == 2130
    assert brief.assistants[0].born == 1990
    assert not brief.needs[0].charged


def test_a_decimal_in_a_cell_is_never_taken_for_thousands(tmp_path: Path) -> None:
    path = workbook_of(lambda book: _put(book["Vedtak"], 2, "timer per uke", 37.125), tmp_path)
    assert "minutter" in only(faults_in(path)).what


def test_empty_rows_and_columns_between_do_no_harm(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Behov"].insert_rows(2, 3)
        book["Behov"].insert_cols(2)

    assert read_brief(workbook_of(change, tmp_path)).brief == brief_of(SMALL, tmp_path)


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Vakter"]
        for row in sheet.iter_rows():
            row[0].value, row[2].value = row[2].value, row[0].value

    assert read_brief(workbook_of(change, tmp_path)).brief == brief_of(SMALL, tmp_path)


def test_a_value_without_heading_is_a_fault(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Behov"]["Z2"] = "hei"

    fault = only(faults_in(workbook_of(change, tmp_path)))
    assert (fault.place, fault.what) == ("arket Behov, celle Z2", "Verdien «hei» står i en kolonne uten overskrift.")


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        (1, "perioden", "Mente du «periode»?"),
        (2, "strat", "Mente du «start»?"),
        (2, None, "mangler «Del» eller «Felt»"),
    ],
)
def test_a_slip_in_the_setup_is_guessed_at(column: int, value: str | None, said: str, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Oppsett"]
        row = next(row for row in range(2, sheet.max_row + 1) if str(sheet.cell(row, 2).value).startswith("start"))
        sheet.cell(row, column).value = value

    faults = faults_in(workbook_of(change, tmp_path))
    assert any(said in fault.what for fault in faults)


def test_a_field_of_the_setup_given_twice_is_a_fault(tmp_path: Path) -> None:
    path = workbook_of(lambda book: book["Oppsett"].append(["periode", "start", "2027-01-11"]), tmp_path)
    assert "to ganger" in only(faults_in(path)).what


def test_a_fault_of_the_setup_names_its_cell(tmp_path: Path) -> None:
    fault = only(faults_in(workbook_of(lambda book: _setup(book, "uker", "mange"), tmp_path)))
    assert fault.place == "arket Oppsett, celle C7"


def test_a_cell_that_cannot_be_read_is_not_said_to_be_missing_too(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Behov"]["D2"] = "=1+1"
        book["Assistenter"].merge_cells("A2:B2")
        _setup(book, "start", "=1")
        book["Vakter"]["B2"] = "  "

    whats = [one.what for one in faults_in(workbook_of(change, tmp_path))]
    assert sorted(whats) == [
        *("Cellen har en formel.", "Cellen har en formel.", "Cellene er slått sammen."),
        "Feltet «navn» mangler i «vakter».",
    ]
