"""Signs that cannot be shown, numbers that nothing has, and ids that mean nobody or two."""

import sys
from pathlib import Path

import pytest

from tests.reading.small import changed, faults_in, faults_of, notices_of, only


@pytest.mark.parametrize("sign", [r"\ud800", r"\u202e", r"\u200b", r"\ufeff", r"\e"])
def test_signs_that_cannot_be_shown_or_written_are_refused(sign: str, tmp_path: Path) -> None:
    fault = only(faults_of(changed("alias: Kari", f'alias: "Kari{sign}"'), tmp_path))
    assert (fault.place, fault.what) == ("linje 16", "alias: Teksten har tegn som ikke kan vises.")


def test_a_name_may_have_what_joins_its_signs(tmp_path: Path) -> None:
    assert faults_of(changed("alias: Kari", r'alias: "👩‍🌾 Åse"'), tmp_path) == ()


def test_a_field_that_steers_the_screen_is_not_repeated_as_it_stands(tmp_path: Path) -> None:
    fault = only(faults_of(changed("antall: 1}", r'antall: 1, "\e[31mrød": 3}'), tmp_path))
    assert "«�[31mrød»" in fault.what


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("antall: 1}", "antall: 99999999999999999999}"),
        ("antall: 1}", "antall: 1, inntil: 100}"),
        ("35,5}", "35,5, høyst netter: 2 per 999999999 uker}"),
        ("35,5}", "35,5, alene etter: 99999999999999999999}"),
        ("per uke: 40", "per uke: 40, brukt: 9999999999999999, ført til og med: 2027-01-03"),
        ("vedtak:\n", "innstillinger: {betalte minutter per hvilende time: 61}\nvedtak:\n"),
    ],
)
def test_a_number_that_nothing_has_is_refused(old: str, new: str, tmp_path: Path) -> None:
    assert "er for høyt" in only(faults_of(changed(old, new), tmp_path)).what


@pytest.mark.parametrize("name", ["alle", "Alle"])
def test_an_id_that_means_everybody_is_refused(name: str, tmp_path: Path) -> None:
    fault = only(faults_of(changed("id: A2", f"id: {name}"), tmp_path))
    assert (fault.place, fault.what) == ("linje 17", f"«{name}» kan ikke være en id.")


def test_an_id_may_be_what_another_calendar_is_called(tmp_path: Path) -> None:
    """The calendars see to it that none is written over."""
    assert faults_of(changed("id: A2", "id: arbeidsleder"), tmp_path) == ()


def test_ids_that_no_command_can_tell_apart_are_refused(tmp_path: Path) -> None:
    fault = only(faults_of(changed("id: A2", "id: a1"), tmp_path))
    assert fault.what == "Id-ene «A1» og «a1» skiller seg bare på store og små bokstaver."


def test_a_shift_that_is_nothing_but_a_break_is_refused(tmp_path: Path) -> None:
    assert (
        only(faults_of(changed("slag: dag}", "slag: dag, pauser: 8–14 fri}"), tmp_path)).what
        == "Vakta «D» er bare fri."
    )


def test_more_sundays_worked_than_there_were_is_refused(tmp_path: Path) -> None:
    text = changed("assistenter:", "saldoer: [{hvem: A1, søndager arbeidet: 10, søndager av: 3}]\nassistenter:")
    assert "flere søndager" in only(faults_of(text, tmp_path)).what


def test_a_need_that_was_copied_and_left_as_it_was_is_told_of(tmp_path: Path) -> None:
    need = "  - {vakt: D, dager: man–fre, antall: 1}\n"
    twice = "Forutsetning: behovet for D står likt to ganger (linje 14 og linje 15), og de legges sammen."
    assert twice in notices_of(changed(need, need * 2), tmp_path)
    assert twice not in notices_of(changed(need, need + need.replace("D", "N")), tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.yaml"
    path.symlink_to("/dev/null")
    assert only(faults_in(path)).what == "Dette er ikke en vanlig fil."


def test_codes_that_the_sums_of_a_workbook_cannot_tell_apart_are_refused(tmp_path: Path) -> None:
    fault = only(faults_of(changed("kode: N", "kode: d"), tmp_path))
    assert fault.place == "linje 12"
    assert fault.what == "Kodene «D» og «d» skiller seg bare på store og små bokstaver."
