"""Bad files: each gets its message, none a traceback."""

import io
import os
import resource
import signal
import stat
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from roster.reading.faults import Fault, Faults
from roster.workflow.new import as_workbook, new_brief
from tests.reading.small import SMALL, changed, faults_in, faults_of, only, workbook_of


def test_an_empty_file(tmp_path: Path) -> None:
    assert "er tom" in only(faults_of("", tmp_path)).what
    assert "er tom" in only(faults_of("# bare en kommentar\n", tmp_path)).what


def test_an_empty_workbook(tmp_path: Path) -> None:
    path = tmp_path / "tom.xlsx"
    path.touch()
    assert only(faults_in(path)) == Fault(
        "tom.xlsx", "", "Fila er tom.", "Lag et grunnlag å begynne med: «roster new grunnlag.xlsx»."
    )


def test_broken_yaml_names_the_line(tmp_path: Path) -> None:
    fault = only(faults_of("ordning:\n  alias: Rype\n arbeidsgiver: kommune\n", tmp_path))
    assert fault.place == "linje 3"
    assert "gyldig YAML" in fault.what
    assert "innrykk" in fault.way_out


def test_a_tab_has_its_own_hint(tmp_path: Path) -> None:
    fault = only(faults_of("ordning:\n\talias: Rype\n", tmp_path))
    assert (fault.place, fault.way_out) == ("linje 2", "Bruk mellomrom til innrykk, ikke tabulator.")


def test_wrong_encoding_names_the_line_and_how_to_save(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.yaml"
    path.write_bytes(changed("røde", "røde").encode("latin-1", "replace"))
    fault = only(faults_in(path))
    assert fault.place == "linje 6"
    assert "UTF-8" in fault.way_out


def test_utf_16_is_named(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.yaml"
    path.write_bytes(SMALL.encode("utf-16"))
    assert "UTF-16" in only(faults_in(path)).what


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert faults_in(path) == ()


def test_a_time_that_does_not_exist(tmp_path: Path) -> None:
    fault = only(faults_of(changed("tid: 8–14", "tid: 25:00–14"), tmp_path))
    assert fault.place == "linje 11"
    assert fault.what == "tid: Klokkeslettet «25:00» finnes ikke."
    assert "24:00" in fault.way_out


def test_a_negative_percent(tmp_path: Path) -> None:
    fault = only(faults_of(changed("60 %", "-60 %"), tmp_path))
    assert (fault.place, fault.what) == ("linje 16", "prosent: «-60 %» er mindre enn 0 prosent.")


def test_a_permanent_position_of_nothing(tmp_path: Path) -> None:
    assert "0 prosent" in only(faults_of(changed("60 %", "0 %"), tmp_path)).what


def test_two_assistants_with_one_id(tmp_path: Path) -> None:
    fault = only(faults_of(changed("id: A2", "id: A1"), tmp_path))
    assert fault.place == "linje 17"
    assert fault.what == "To assistenter har samme id, «A1» (også på linje 16)."


def test_an_undefined_shift_kind_is_guessed_at(tmp_path: Path) -> None:
    fault = only(faults_of(changed("vakt: D,", "vakt: D1,"), tmp_path))
    assert fault.place == "linje 14"
    assert fault.what == "Vakta «D1» er ikke beskrevet i «vakter»."
    assert fault.way_out == "Mente du «D»? Vaktene er D, N."


def test_a_period_that_ends_before_it_starts(tmp_path: Path) -> None:
    fault = only(faults_of(changed("  uker: 4\n", "  slutt: 2026-12-27\n"), tmp_path))
    assert (fault.place, fault.what) == ("linje 4", "Perioden slutter (2026-12-27) før den starter (2027-01-04).")


def test_a_period_that_is_no_whole_weeks_names_the_nearest_ends(tmp_path: Path) -> None:
    fault = only(faults_of(changed("  uker: 4\n", "  slutt: 2027-01-30\n"), tmp_path))
    assert fault.way_out == "La den slutte 2027-01-24 eller 2027-01-31."


def test_a_start_off_the_week_cut_names_the_nearest_dates(tmp_path: Path) -> None:
    fault = only(faults_of(changed("start: 2027-01-04", "start: 2027-01-06"), tmp_path))
    assert fault.place == "linje 3"
    assert fault.what == "Planen starter en onsdag, men uka starter mandag."
    assert fault.way_out == "Velg 2027-01-04 eller 2027-01-11."


def test_a_week_cut_without_a_day_or_unlike_that_of_the_plan(tmp_path: Path) -> None:
    def settings(cuts: str) -> str:
        return changed("vedtak:\n", f"innstillinger: {{ukeskiller: [{cuts}]}}\nvedtak:\n")

    fault = only(faults_of(settings("søndag 22:00"), tmp_path))
    assert (fault.place, "når det gjelder fra" in fault.what) == ("linje 7", True)
    fault = only(faults_of(settings("søndag 22:00 fra 2027-01-03"), tmp_path))
    assert fault.way_out == "Skriv «uka starter: søndag 22:00» i periode, eller rett ukeskillet."
    twice = settings("mandag 00:00 fra 2027-01-04, mandag 00:00 fra 2027-01-04")
    assert only(faults_of(twice, tmp_path)).what == "To ukeskiller gjelder fra 2027-01-04."
    assert faults_of(settings("mandag 00:00 fra 2027-01-04, søndag 22:00 fra 2027-02-07"), tmp_path) == ()


def test_a_vedtak_of_zero(tmp_path: Path) -> None:
    fault = only(faults_of(changed("timer per uke: 40", "timer per uke: 0"), tmp_path))
    assert (fault.place, fault.what) == ("linje 9", "Vedtaket er på 0 timer.")


def test_red_days_are_asked_for(tmp_path: Path) -> None:
    fault = only(faults_of(changed("  røde dager: som søndag\n", ""), tmp_path))
    assert fault.what == "Feltet «røde dager» mangler i «periode»."


def test_an_unknown_key_is_guessed_at(tmp_path: Path) -> None:
    fault = only(faults_of(changed("tid: 8–14", "tidd: 8–14, tid: 8–14"), tmp_path))
    assert (fault.place, fault.what) == ("linje 11", "Ukjent felt «tidd». Mente du «tid»?")


def test_what_an_unknown_key_means_is_not_missing_too(tmp_path: Path) -> None:
    fault = only(faults_of(changed("tid: 8–14", "tidd: 8–14"), tmp_path))
    assert fault.what == "Ukjent felt «tidd». Mente du «tid»?"
    faults = faults_of(changed("tid: 8–14", "brukstid: 8–14"), tmp_path)
    assert [fault.what for fault in faults] == [
        "Feltet «tid» mangler i «vakter».",
        "Ukjent felt «brukstid».",
    ]


def test_an_unknown_part_is_guessed_at(tmp_path: Path) -> None:
    fault = only(faults_of(changed("vakter:", "vakkter:"), tmp_path))
    assert fault.what == "Ukjent del «vakkter». Mente du «vakter»?"


def test_a_key_given_twice(tmp_path: Path) -> None:
    fault = only(faults_of(changed("  uker: 4\n", "  uker: 4\n  Uker: 5\n"), tmp_path))
    assert (fault.place, fault.what) == ("linje 5", "Feltet «Uker» står to ganger (også på linje 4).")


def test_a_comma_between_braces_is_explained(tmp_path: Path) -> None:
    fault = only(faults_of(changed("dager: man–fre", "dager: lør, søn"), tmp_path))
    assert "anførselstegn" in fault.way_out


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    text = changed("tid: 8–14", "tid: 25:00–14")
    text = changed("timer per uke: 40", "timer per uke: 0", text)
    text = changed("id: A2", "id: A1", text)
    text = changed("2027-01-04", "2027-01-05", text)
    text = changed("60 %", "-1 %", text)
    text = changed("antall: 1}", "antall: 1, inntill: 2}", text)
    places = {fault.place for fault in faults_of(text, tmp_path)}
    assert places == {"linje 3", "linje 9", "linje 11", "linje 14", "linje 16", "linje 17"}


def test_one_fault_does_not_beget_others(tmp_path: Path) -> None:
    text = changed("tid: 8–14", "tid: 25–14")  # kind D cannot be read, yet the need for D is no fault
    assert len(faults_of(text, tmp_path)) == 1


def test_a_billion_laughs_are_not_laughed(tmp_path: Path) -> None:
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    fault = only(faults_of(text, tmp_path))
    assert (fault.place, "«&»" in fault.what) == ("linje 1", True)


def test_deep_nesting_is_refused_before_it_costs(tmp_path: Path) -> None:
    assert "nivåer" in only(faults_of("a: " + "[" * 50_000, tmp_path)).what


def test_yaml_tags_make_no_objects(tmp_path: Path) -> None:
    assert "«!»" in only(faults_of("a: !!python/object/apply:os.system ['true']\n", tmp_path)).what


def test_control_characters_are_refused(tmp_path: Path) -> None:
    assert "tegn" in only(faults_of("a: \x00\n", tmp_path)).what
    assert "tegn" in only(faults_of(changed("alias: Kari", r'alias: "Kari\x1b[31m"'), tmp_path)).what


def test_a_list_where_fields_should_be(tmp_path: Path) -> None:
    assert "ikke et turnusgrunnlag" in only(faults_of("- 1\n- 2\n", tmp_path)).what
    assert "liste" in faults_of(changed("vakter:\n", "vakter: 7\nx:\n"), tmp_path)[1].what


def test_a_folder_a_missing_file_and_another_kind_of_file(tmp_path: Path) -> None:
    assert "mappe" in only(faults_in(tmp_path)).what
    assert "finnes ikke" in only(faults_in(tmp_path / "borte.yaml")).what
    other = tmp_path / "grunnlag.docx"
    other.touch()
    assert ".docx" in only(faults_in(other)).what


def test_a_yaml_file_too_large(tmp_path: Path) -> None:
    assert "1 MB" in only(faults_of("#" * (2 << 20), tmp_path)).what


def test_a_workbook_with_merged_cells(tmp_path: Path) -> None:
    path = workbook_of(lambda book: book["Behov"].merge_cells("A2:B2"), tmp_path)
    assert ("arket Behov, celle A2:B2", "Cellene er slått sammen.") in [
        (one.place, one.what) for one in faults_in(path)
    ]


def test_a_workbook_with_a_formula(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Behov"]["D2"] = "=1+1"

    fault = faults_in(workbook_of(change, tmp_path))[0]
    assert (fault.place, fault.what) == ("arket Behov, celle D2", "Cellen har en formel.")


def test_text_that_would_run_as_a_formula_is_text(tmp_path: Path) -> None:
    for alias in ("=1+1", "+47", "-x", "@SUM(A1)"):
        text = changed("alias: Kari", f'alias: "{alias}"')
        assert faults_of(text, tmp_path) == ()
        path = tmp_path / "grunnlag.xlsx"
        path.write_bytes(as_workbook(text))
        assert faults_in(path) == ()


def test_a_missing_sheet(tmp_path: Path) -> None:
    fault = only(faults_in(workbook_of(lambda book: book.remove(book["Behov"]), tmp_path)))
    assert fault.what == "Arket «Behov» mangler."


def test_an_unknown_sheet_and_heading_are_guessed_at(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Behov"]["A1"] = "vaktt"
        book["Ønsker"].title = "Ønske"

    assert [fault.what for fault in faults_in(workbook_of(change, tmp_path))] == [
        "Ukjent ark. Mente du «Ønsker»?",
        "Ukjent overskrift «vaktt». Mente du «vakt»?",
    ]


def test_a_workbook_fault_names_sheet_and_cell(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Vakter"]["C2"] = "25:00–14"

    fault = only(faults_in(workbook_of(change, tmp_path)))
    assert (fault.file, fault.place) == ("grunnlag.xlsx", "arket Vakter, celle C2")


def test_a_cell_that_shows_an_error(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Vakter"]["C2"] = "#REF!"
        book["Vakter"]["C2"].data_type = "e"

    assert "#REF!" in faults_in(workbook_of(change, tmp_path))[0].what


def test_a_cell_far_down_costs_nothing(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Behov"].cell(1_048_576, 16_384).number_format = "0.00"

    path = workbook_of(change, tmp_path)
    before = time.perf_counter()
    assert faults_in(path) == ()
    assert time.perf_counter() - before < 5


def test_a_workbook_of_50_mb(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.xlsx"
    with path.open("wb") as file:
        file.truncate(50 << 20)
    assert "større enn 10 MB" in only(faults_in(path)).what


def _with_part(folder: Path, name: str, content: bytes) -> Path:
    path = folder / "grunnlag.xlsx"
    path.write_bytes(as_workbook(SMALL))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def test_a_zip_bomb(tmp_path: Path) -> None:
    path = _with_part(tmp_path, "xl/media/stor.bin", bytes(100 << 20))
    assert path.stat().st_size < 1 << 20
    assert "utpakket" in only(faults_in(path)).what


def test_a_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = _with_part(tmp_path, "xl/media/stor.bin", bytes(60 << 20))
    content = path.read_bytes()
    size = (60 << 20).to_bytes(4, "little")
    assert size in content
    path.write_bytes(content.replace(size, (1 << 10).to_bytes(4, "little")))
    assert "hel Excel-arbeidsbok" in only(faults_in(path)).what


def test_a_bomb_of_elements(tmp_path: Path) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (n, n, n * 7919) for n in range(1, 160_000))
    assert "utpakket" in only(faults_in(_with_part(tmp_path, "xl/worksheets/sheet99.xml", rows))).what


@pytest.mark.parametrize(
    "attack",
    [
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><r>&c;</r>',
        b'<?xml version="1.0"?><!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>',
        b" " * 65_530 + b"<!DOCTYPE r []><r/>",
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'.encode("utf-16"),
    ],
)
def test_an_xml_entity_attack(attack: bytes, tmp_path: Path) -> None:
    fault = only(faults_in(_with_part(tmp_path, "xl/vedlegg.xml", attack)))
    assert "entiteter" in fault.what


@pytest.mark.parametrize("content", [b"PK\x03\x04 nei", b"rett og slett tekst", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_what_is_no_workbook(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.xlsx"
    path.write_bytes(content)
    assert "lagre" in only(faults_in(path)).way_out


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("hei.txt", "hei")
    path = tmp_path / "grunnlag.xlsx"
    path.write_bytes(held.getvalue())
    assert "hel Excel-arbeidsbok" in only(faults_in(path)).what


@pytest.mark.parametrize("share", range(1, 20))
def test_half_a_workbook_is_no_traceback(share: int, tmp_path: Path) -> None:
    whole = as_workbook(SMALL)
    path = tmp_path / "grunnlag.xlsx"
    path.write_bytes(whole[: len(whole) * share // 20])
    assert faults_in(path)


def test_no_permission_to_read(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.yaml"
    path.write_text(SMALL, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "lov til å lese" in only(faults_in(path)).what


def test_a_starter_is_never_written_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.yaml"
    path.write_text("mitt", encoding="utf-8")
    with pytest.raises(Faults, match="finnes fra før"):
        new_brief(path)
    assert path.read_text(encoding="utf-8") == "mitt"


def test_a_starter_in_a_folder_that_may_not_be_written_in(tmp_path: Path) -> None:
    folder = tmp_path / "lukket"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if os.access(folder, os.W_OK):
        folder = Path("/sys")  # where not even root may make a file
    with pytest.raises(Faults, match="lov til å lagre"):
        new_brief(folder / "grunnlag.yaml")


def test_a_starter_on_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(Faults, match="full") as refused:
            new_brief(tmp_path / "grunnlag.yaml")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert "--out" not in str(refused.value)  # «new» has no such option
    assert list(tmp_path.iterdir()) == []


def test_a_starter_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Faults, match=r"mappa finnes ikke|Mappa finnes ikke"):
        new_brief(tmp_path / "borte" / "grunnlag.xlsx")
