"""A list of shifts from another program is understood however it is usually written, or refused in words."""

import time
import zipfile
from datetime import datetime, timedelta
from datetime import time as clock
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from roster.domain.kinds import WorkSort
from tests.lists.lists import SMALL, entries_of, faults_in, faults_of, list_in, text_file, times, workbook_file

BOTH = [("Kari", "2027-01-04 07:30", "2027-01-04 15:00"), ("Ola", "2027-01-04 22:30", "2027-01-05 07:30")]


@pytest.mark.parametrize(
    "text",
    [
        SMALL,
        SMALL.replace(";", ","),
        SMALL.replace(";", "\t"),
        "\ufeff" + SMALL,
        "sep=;\r\n" + SMALL.replace("\n", "\r\n"),
        "Turnus for januar;;;\n\n" + SMALL + "\nSum;;;\n",
        "Medarbeider;Start;Slutt\nKari;04.01.2027 07:30;04.01.2027 15:00\nOla;04.01.2027 22.30;05.01.2027 07.30\n",
        "Ansatt;Dato;Tid\nKari;2027-01-04;07:30–15:00\nOla;man 4.1.2027;kl 22.30 - 07.30\n",
        "Employee,Start date,Start time,End date,End time\nKari,2027-01-04,07:30:00,2027-01-04,15:00:00\n"
        "Ola,2027-01-04,2230,2027-01-05,0730\n",
        "Fornavn;Etternavn;Dato;Vakt\nKari;;mandag 4. januar 2027;07:30-15:00\nOla;;4. jan. 2027;22:30-07:30\n",
        "Name,From,To\nKari,2027-01-04T06:30:00Z,2027-01-04T15:00:00+01:00\nOla,2027-01-04 22:30,2027-01-05 07:30\n",
        "Assistent;Dato;Vakt;Fra;Til\nKari;04.01.27;D;7.30;15\nOla;04.01.27;N;22.30;7.30\nKari;05.01.27;Fri;;\n",
    ],
)
def test_the_same_two_shifts_in_many_forms(text: str, tmp_path: Path) -> None:
    assert times(entries_of(text, tmp_path)) == BOTH


def test_a_list_from_excel_in_norway_may_be_in_windows_1252(tmp_path: Path) -> None:
    text = SMALL.replace("Kari", "Kåre").replace("22:30;07:30", "22:30;07:30").encode("cp1252")
    assert entries_of(text, tmp_path)[0].who == "Kåre"


def test_a_workbook_with_real_dates_and_times(tmp_path: Path) -> None:
    day = datetime(2027, 1, 4)
    path = workbook_file(
        tmp_path,
        [
            ("Turnus", None, None, None, None),
            ("Navn", "Dato", "Fra", "Til", "Timer"),
            ("Kari", day, clock(7, 30), clock(15), "=D3-C3"),
            ("Ola", day, 0.9375, timedelta(hours=7, minutes=30), "=D4-C4"),
        ],
    )
    assert times(list_in(path).entries) == BOTH


def test_moments_in_one_column_each_and_midnight_as_a_bare_date(tmp_path: Path) -> None:
    path = workbook_file(
        tmp_path, [("Navn", "Start", "Slutt"), ("Kari", datetime(2027, 1, 4, 16), datetime(2027, 1, 5))]
    )
    assert times(list_in(path).entries) == [("Kari", "2027-01-04 16:00", "2027-01-05 00:00")]


def test_a_name_is_one_person_however_it_is_written(tmp_path: Path) -> None:
    entries = entries_of("Navn;Dato;Tid\nKari  Nes;04.01.2027;7–15\nkari nes ;05.01.2027;7–15\n", tmp_path)
    assert {one.who for one in entries} == {"Kari Nes"}


def test_columns_may_be_named_by_the_user(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Kven;Når;Inn;Ut\nKari;04.01.2027;7:30;15\n")
    found = list_in(path, PERSON="kven", DATE="Når", START="Inn", END="Ut")
    assert times(found.entries) == BOTH[:1]
    assert found.about[0].startswith("Lest slik: person fra «Kven»")


def test_breaks_resting_parts_and_the_sort_of_work(tmp_path: Path) -> None:
    text = (
        "Navn;Dato;Fra;Til;Pause;Hvilende;Vakt;Avdeling\n"
        "Kari;04.01.2027;8;16;30;;D;x\n"
        "Kari;05.01.2027;22;8;0;23:00–06:00;HN;x\n"
        "Ola;05.01.2027;8;12;09:00–09:15;;Overtid;x\n"
        "Ola;06.01.2027;8;12;;ja;Bakvakt;x\n"
        "Ola;07.01.2027;8;16;0,5;nei;Ferie;x\n"
    )
    found = list_in(text_file(tmp_path, text))
    day, night, extra, standby = found.entries
    ((middle, working),) = day.breaks or ()
    assert (middle[0].hour, middle[0].minute, middle[1] - middle[0], working) == (11, 45, timedelta(minutes=30), False)
    assert night.breaks == ()
    assert [(first.hour, last.hour, last.day) for first, last in night.resting] == [(23, 6, 6)]
    assert (extra.work, extra.code) == (WorkSort.OVERTIME, "")
    assert (standby.breaks, standby.resting, standby.work) == (None, ((standby.start, standby.end),), WorkSort.STANDBY)
    assert found.about[1:] == (
        "Kolonner som ikke er brukt: «Avdeling».",
        "1 rad er fravær, fri eller uten klokkeslett, og er ikke regnet som arbeid.",
    )


def test_a_shift_with_the_code_f_and_its_times_is_work(tmp_path: Path) -> None:
    text = "Navn;Dato;Fra;Til;Vakt\nKari;04.01.2027;7:30;15;F\nKari;05.01.2027;;;F\n"
    assert times(entries_of(text, tmp_path)) == BOTH[:1]


def test_open_shifts_are_counted_and_left_out(tmp_path: Path) -> None:
    found = list_in(text_file(tmp_path, SMALL + "Ledig;05.01.2027;07:30;15:00\n"))
    assert len(found.entries) == 2
    assert found.about[-1] == "1 rad er en ledig vakt, og er ikke med i kontrollen."


# -- faults ------------------------------------------------------------------------------------------


def test_all_faults_come_at_once_each_with_its_line_and_a_way_out(tmp_path: Path) -> None:
    text = SMALL + (
        "Kari;32.01.2027;7;15\n"
        "Kari;05.01.2027;25:00;15\n"
        ";05.01.2027;7;15\n"
        "Kari;5/1/2027;7;15\n"
        "Kari;05.01.2027;7;\n"
        "Kari;;7;15\n"
        "Kari;05.01.1227;7;15\n"
    )
    faults = faults_of(text, tmp_path)
    assert [one.place for one in faults] == [f"linje {number}" for number in range(4, 11)]
    assert all(one.what and one.way_out for one in faults)
    assert "to måter" in faults[3].what


def test_a_fault_in_a_workbook_names_its_cell(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, [("Navn", "Dato", "Fra", "Til"), ("Kari", datetime(2027, 1, 4), "sju", clock(15))])
    (fault,) = faults_in(path)
    assert (fault.place, fault.what) == ("arket Sheet, celle C2", "«sju» er verken en dato eller et klokkeslett.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Fila er tom."),
        ("\n\n  \n", "Fila er tom."),
        ("Navn;Dato;Fra;Til\n", "Lista har ingen vakter."),
        ("bare en linje med tekst\n", "Vi finner ingen kolonne for person."),
        ("Navn;Fra\nKari;7\n", "Vi finner ingen kolonne for slutt."),
        ("Navn;man 4.1;tir 5.1;ons 6.1\nKari;7–15;Fri;7–15\n", "et rutenett med en kolonne for hver dag"),
        ("Navn;Tid\nKari;7–15\n", "Vi finner ingen kolonne for dato."),
        (SMALL.encode("utf-16"), "UTF-16"),
        (b"Navn;Dato\0;Fra;Til\n", "ikke en tekstfil"),
        ('Navn;Dato;Fra;Til\n"Kari;' + "x" * 300_000, "kan ikke leses som en tabell"),
        ("Navn;Dato;Fra;Til\nKari;04.01.2027;7;" + "9" * 3_000, "lengre enn en vaktliste"),
        ("Navn;Start;Slutt\nKari;05.01.2027 07:00;04.01.2027 15:00\n", "slutter (04.01.2027 15.00) før den starter"),
        ("Navn;Start;Slutt\nKari;05.01.2027 07:00;05.03.2027 15:00\n", "varer fra"),
        ("Navn;Start;Slutt\nKari;28.03.2027 02:15;28.03.2027 03:05\n", "Klokka stilles fram"),
        ("Navn;Dato;Tid;Pause\nKari;05.01.2027;7–15;600\n", "lengre enn vakta"),
        ("Navn;Dato;Tid;Pause\nKari;05.01.2027;7–15;1\n", "timer eller minutter"),
        ("Navn;Dato;Tid;Pause\nKari;05.01.2027;7–15;litt\n", "forstår ikke pausen"),
        ("Navn;Dato;Tid;Hvile\nKari;05.01.2027;22–7;12–14\n", "utenfor vakta"),
        ("Navn;Dato;Tid;Hvile\nKari;05.01.2027;22–7;mye\n", "ikke en tid fra–til"),
    ],
)
def test_what_is_no_list_is_refused_in_words(text: str | bytes, said: str, tmp_path: Path) -> None:
    faults = faults_of(text, tmp_path)
    assert any(said in one.what for one in faults), faults


def test_a_list_that_is_too_long(tmp_path: Path) -> None:
    text = SMALL + "Kari;04.01.2027;07:30;15:00\n" * 20_001
    assert "flere enn 20000 rader" in faults_of(text, tmp_path)[0].what


def test_a_file_that_is_too_large_missing_or_of_another_kind(tmp_path: Path) -> None:
    assert "10 MB" in faults_of(b"x" * (11 << 20), tmp_path)[0].what
    assert "finnes ikke" in faults_in(tmp_path / "borte.csv")[0].what
    assert "typen «.pdf»" in faults_in(text_file(tmp_path, "x", "vakter.pdf"))[0].what


def test_formulas_and_merged_cells_are_faults_only_where_they_are_read(tmp_path: Path) -> None:
    path = workbook_file(
        tmp_path,
        [("Plan", "", "", "", ""), ("Navn", "Dato", "Fra", "Til", "Sum"), ("Kari", "04.01.2027", "=1/3", "15", "=1+1")],
    )
    book = load_workbook(path)
    book["Sheet"].merge_cells("A1:D1")
    book["Sheet"].merge_cells("A3:A4")
    book.save(path)
    assert [(one.place, one.what) for one in faults_in(path)] == [
        ("arket Sheet, celle A3:A4", "Cellene er slått sammen."),
        ("arket Sheet, celle C3", "Cellen har en formel."),
    ]


def test_two_sheets_that_could_be_the_list(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, [("Navn", "Dato", "Tid"), ("Kari", "04.01.2027", "7–15")])
    book = load_workbook(path)
    book.copy_worksheet(book["Sheet"])
    book.create_sheet("Tomt")
    book.save(path)
    assert "Flere ark kan være vaktlista" in faults_in(path)[0].what


def test_a_zip_bomb_and_what_is_no_workbook(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, [("Navn", "Dato", "Tid")])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/stor.bin", bytes(100 << 20))
    assert "utpakket" in faults_in(path)[0].what
    assert "hel Excel-arbeidsbok" in faults_in(text_file(tmp_path, "PK nei", "x.xlsx"))[0].what


def test_a_cell_far_down_costs_nothing(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Navn", "Dato", "Tid"), ("Kari", "04.01.2027", "7–15")):
        sheet.append(row)
    sheet.cell(1_048_576, 16_384).number_format = "0.00"
    path = tmp_path / "vakter.xlsx"
    book.save(path)
    before = time.perf_counter()
    assert faults_in(path) == ()
    assert time.perf_counter() - before < 5
