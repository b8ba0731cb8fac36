"""Timesheets: rows become shifts that draw from the vedtak as the brief has it, and faults with their places."""

from dataclasses import replace
from pathlib import Path

from roster.domain.brief import Brief
from roster.domain.charges import State, charges
from roster.reading.faults import Fault, Faults
from roster.reading.timesheet import Worked, read_timesheets, timesheets_in
from tests.lists.lists import text_file, workbook_file
from tests.reading.small import SMALL, brief_of, changed

HEAD = "Assistent;Dato;Fra;Til;Vakt;Vedtakslinje\n"


def brief_in(folder: Path, settings: str = "") -> Brief:
    text = changed("vedtak:\n", f"innstillinger: {{{settings}}}\nvedtak:\n") if settings else SMALL
    return brief_of(text, folder)


def worked(folder: Path, rows: str, settings: str = "") -> Worked:
    brief = brief_in(folder, settings)
    return read_timesheets([text_file(folder, HEAD + rows, "t.csv")], brief)


def minutes(folder: Path, rows: str, settings: str = "") -> int:
    brief = brief_in(folder, settings)
    found = worked(folder, rows, settings)
    every = (*((one, 1) for one in found.shifts), *((one, 1) for one in found.absent))
    return sum(one.minutes for one in charges(every, brief.settings, State.USED))


def faults(folder: Path, rows: str) -> tuple[Fault, ...]:
    try:
        worked(folder, rows)
    except Faults as wrong:
        return wrong.faults
    return ()


def test_a_row_is_a_shift_of_its_kind_by_code_or_by_times(tmp_path: Path) -> None:
    found = worked(tmp_path, "Kari;04.01.2027;08:00;14:00;;\nOla;04.01.2027;22.30;07.30;N;\nOla;06.01.2027;9;10;;\n")
    assert [one.kind for one in found.shifts] == ["D", "N", "09.00–10.00"]
    assert found.about[0] == "Timer lest fra t.csv: 3 rader."


def test_a_workbook_reads_the_same(tmp_path: Path) -> None:
    path = workbook_file(
        tmp_path, [("Assistent", "Dato", "Fra", "Til"), ("Kari", "04.01.2027", "08:00", "14:00")], "t.xlsx"
    )
    found = read_timesheets([path], brief_in(tmp_path))
    assert [(one.kind, one.clock_minutes) for one in found.shifts] == [("D", 360)]


def test_the_substitute_is_drawn_and_who_is_sick_by_setting(tmp_path: Path) -> None:
    rows = "Kari;04.01.2027;08:00;14:00;syk;\nOla;04.01.2027;08:00;14:00;D;\n"
    assert minutes(tmp_path, rows) == 360
    assert minutes(tmp_path, rows, "sykefravær på vedtaket: ja") == 720


def test_meetings_training_travel_and_cancelled_shifts_are_drawn_by_setting(tmp_path: Path) -> None:
    for kind, key, usual in (
        ("møte", "møter på vedtaket", 0),
        ("opplæring", "opplæring på vedtaket", 0),
        ("reise", "reise på vedtaket", 120),
        ("avlyst", "avlyste vakter på vedtaket", 120),
    ):
        row = f"Kari;04.01.2027;15:00;17:00;{kind};\n"
        assert minutes(tmp_path, row) == usual
        assert minutes(tmp_path, row, f"{key}: {'nei' if usual else 'ja'}") == 120 - usual


def test_overlap_is_drawn_once_by_setting(tmp_path: Path) -> None:
    rows = "Kari;04.01.2027;08:00;14:00;D;\nOla;04.01.2027;13:30;20:00;;\n"
    assert minutes(tmp_path, rows) == 360 + 390
    assert minutes(tmp_path, rows, "overlapp på vedtaket: nei") == 360 + 360


def test_a_shift_is_drawn_where_all_the_rows_of_need_on_its_date_are(tmp_path: Path) -> None:
    needs = "  - {vakt: D, dager: man–fre, antall: 1}"
    rows = "  - {vakt: D, dager: man, antall: 1, på vedtaket: nei}\n  - {vakt: D, dager: tir, antall: 1}"
    brief = brief_of(changed(needs, f"{needs.replace('fre', 'tir')}\n{rows}"), tmp_path)
    for day, drawn in (("04.01.2027", 0), ("05.01.2027", 360), ("08.01.2027", 0)):
        path = text_file(tmp_path, f"{HEAD}Kari;{day};08:00;14:00;D;\n", "t.csv")
        (shift,) = read_timesheets([path], brief).shifts
        assert sum(one.minutes for one in charges([(shift, 1)], brief.settings, State.USED)) == drawn


def test_a_row_may_name_its_vedtak_line(tmp_path: Path) -> None:
    (shift,) = worked(tmp_path, "Kari;04.01.2027;08:00;14:00;D;v1\n").shifts
    assert shift.line == "V1"
    (fault,) = faults(tmp_path, "Kari;04.01.2027;08:00;14:00;D;V9\n")
    assert (fault.place, "V9" in fault.what) == ("linje 2", True)


def test_the_same_shift_in_two_files_is_a_fault_with_both_places(tmp_path: Path) -> None:
    one = text_file(tmp_path, HEAD + "Kari;04.01.2027;08:00;14:00;D;\n", "a.csv")
    two = text_file(tmp_path, HEAD + "KARI;04.01.2027;13:00;15:00;;\n", "b.csv")
    try:
        read_timesheets([one, two], brief_in(tmp_path))
    except Faults as wrong:
        (fault,) = wrong.faults
    assert (fault.file, fault.place) == ("b.csv", "linje 2")
    assert "a.csv, linje 2" in fault.what


def test_one_person_by_id_and_by_alias_is_at_one_place_at_a_time(tmp_path: Path) -> None:
    one = brief_in(tmp_path).assistants[0]
    found = faults(tmp_path, f"{one.id};04.01.2027;08:00;14:00;D;\n{one.alias.upper()};04.01.2027;08:00;14:00;D;\n")
    assert [fault.place for fault in found] == ["linje 3"]


def test_names_and_codes_that_the_brief_has_not_are_told_of(tmp_path: Path) -> None:
    one = brief_in(tmp_path).assistants[0]
    told = worked(tmp_path, f"{one.alias};04.01.2027;08:00;14:00;D;\nA9;05.01.2027;08:00;14:00;X9;\n").about
    assert told[1].startswith("Ikke i grunnlaget: A9.")
    assert told[2].startswith("Ingen vakt i grunnlaget heter «X9».")
    assert len(worked(tmp_path, f"{one.alias};04.01.2027;15:00;17:00;møte;\n").about) == 1


def test_a_name_that_two_have_is_neither_of_them(tmp_path: Path) -> None:
    brief = brief_in(tmp_path)
    one, *others = brief.assistants
    both = replace(brief, assistants=(one, *(replace(other, alias=one.alias) for other in others)))
    rows = f"{one.alias};04.01.2027;08:00;14:00;D;\n{one.id};04.01.2027;08:00;14:00;D;\n"
    assert one.alias != one.id
    found = read_timesheets([text_file(tmp_path, HEAD + rows, "t.csv")], both)
    assert found.about[1].startswith(f"Ikke i grunnlaget: {one.alias}.")


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    assert len(faults(tmp_path, "Kari;31.02.2027;08:00;14:00;D;\nOla;04.01.2027;08:00;kl ti;D;\n")) == 2


def test_a_list_without_the_columns_is_told_which_there_are(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Navn;Timer\nKari;7\n", "t.csv")
    try:
        read_timesheets([path], brief_in(tmp_path))
    except Faults as wrong:
        said = {fault.way_out for fault in wrong.faults}
    assert said == {
        "En timeliste har overskriftene assistent, dato, fra og til. «roster hours --help» viser hva den kan ha."
    }


def test_only_lists_in_the_folder_are_timesheets(tmp_path: Path) -> None:
    for name in ("b.csv", "a.xlsx", "~$a.xlsx", ".skjult.csv", "notat.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert [one.name for one in timesheets_in(tmp_path)] == ["a.xlsx", "b.csv"]
    assert timesheets_in(tmp_path / "ingen") == ()
