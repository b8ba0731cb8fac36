"""Wishes for vacation from a CSV file or a sheet: who, from, to and which choice it is."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from roster.domain.days import DateSpan
from roster.domain.vacation_list import VacationWish
from roster.reading.faults import Faults
from roster.reading.vacation_wishes import read_vacation_wishes
from tests.support.plans import brief_of

JULY = DateSpan(date(2027, 7, 5), date(2027, 7, 25))


def read(tmp_path: Path, text: str) -> list[tuple[str, DateSpan, int]]:
    file = tmp_path / "ferie.csv"
    file.write_text(text, encoding="utf-8")
    return [(one.who, one.dates, one.choice) for one in read_vacation_wishes(file, brief_of())]


def test_people_are_named_by_alias_or_id_and_the_first_choice_needs_no_number(tmp_path: Path):
    text = (
        "Hvem;Fra;Til;Prioritet\nkari;5.7.2027;2027-07-25;\nA2;2027-07-05;25.07.2027;1.\nA2;2027-08-02;2027-08-08;2\n"
    )
    august = DateSpan(date(2027, 8, 2), date(2027, 8, 8))
    assert read(tmp_path, text) == [("A1", JULY, 1), ("A2", JULY, 1), ("A2", august, 2)]


def test_a_sheet_says_the_same(tmp_path: Path):
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("navn", "fra", "til"), ("Ola", date(2027, 7, 5), date(2027, 7, 25))):
        sheet.append(row)
    book.save(tmp_path / "ferie.xlsx")
    (wish,) = read_vacation_wishes(tmp_path / "ferie.xlsx", brief_of())
    assert wish == VacationWish("A2", JULY, 1, wish.place)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Karri;2027-07-05;2027-07-25;1", "Mente du «kari»?"),
        ("Kari;2027-07-25;2027-07-05;1", "slutter før den starter"),
        ("Kari;2027-07-25;i august;1", "august"),
        ("Kari;2027-01-25;2027-07-05;1", "lengre enn tre måneder"),
        ("Kari;2027-07-05;2027-07-25;først", "ikke en prioritet"),
        ("Kari;2027-07-05;2027-07-25;2", "prioritet 1"),
    ],
)
def test_each_fault_is_told_with_its_line(tmp_path: Path, row: str, said: str):
    with pytest.raises(Faults) as raised:
        read(tmp_path, f"hvem;fra;til;prioritet\n{row}\n")
    (fault,) = raised.value.faults
    assert said in str(fault)
    assert fault.place == "linje 2"


def test_a_list_without_the_columns_is_no_list_of_wishes(tmp_path: Path):
    with pytest.raises(Faults, match="kolonne"):
        read(tmp_path, "navn;dato\nKari;2027-07-05\n")
