"""A need by the clock from a file: what it says, and every fault with its line and a way out."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from roster.domain.days import WeekRule
from roster.domain.needs import Applicant, Help, Lengths
from roster.reading.faults import Fault, Faults
from roster.reading.needs_file import read_needs
from roster.workflow.needs import TEMPLATES, new_needs
from tests.support.clocks import ASKS, HN, ORDNING, PA, PB, TWO, needs, text


def faults(folder: Path, content: str) -> list[Fault]:
    path = folder / "behov.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Faults) as raised:
        read_needs(path)
    return list(raised.value.faults)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_each_template_can_be_read(name: str) -> None:
    read = read_needs(TEMPLATES[name])
    assert read.needs.clock
    assert read.written["ordning"] == {
        "alias": read.needs.arrangement.alias,
        "arbeidsgiver": "kommune",
        "tariffavtale": "KS HTA",
        "tillitsvalgte": "ja",
    }


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_each_template_says_the_same_as_a_workbook(name: str, tmp_path: Path) -> None:
    path = tmp_path / "behov.xlsx"
    new_needs(path, name)
    book, text_file = read_needs(path), read_needs(TEMPLATES[name])
    assert book.needs == text_file.needs
    assert book.written.get("vedtak") == text_file.written.get("vedtak")


def test_a_fault_in_a_workbook_names_sheet_and_cell(tmp_path: Path) -> None:
    path = tmp_path / "behov.xlsx"
    new_needs(path)
    book = load_workbook(path)
    book["Døgnklokke"]["A2"] = "7–9x"
    book.save(path)
    with pytest.raises(Faults) as raised:
        read_needs(path)
    (fault,) = raised.value.faults
    assert fault.place == "arket Døgnklokke, celle A2"
    assert "9x" in fault.what


def test_a_row_says_when_what_and_for_whom(tmp_path: Path) -> None:
    asks = ASKS.replace("voksen", "barn")
    need = needs(tmp_path, f"22.30–07 søn {PA}, uker: oddetall, gjøremål: prat, jevnaldrende: 0:30", asks=asks)
    (one,) = need.clock
    assert (one.help, one.start, one.length, one.counted) == (Help.PERSONAL, 1350, 510, 480)
    assert (one.weekdays, one.weeks, one.what) == (frozenset({6}), WeekRule.ODD, "prat")
    assert need.application.applicant is Applicant.CHILD
    assert need.application.since == date(2027, 1, 4)
    assert need.lengths == Lengths()
    assert need.weeks == 2


@pytest.mark.parametrize(
    ("content", "place", "what", "way_out"),
    [
        ("", "", "Fila er tom", "roster needs --new"),
        (text(f"07–09 alle {PA}").replace("søknad:", "soknad:"), "linje 2", "Ukjent del «soknad»", "søknad"),
        (text("07–09 alle personlig assistance"), "linje 4", "ikke et valg", f"Mente du «{PA}»"),
        (text(f"07–9x alle {PA}"), "linje 4", "ikke et klokkeslett", "07:30"),
        (text(f"07–09 alle {PA}, gjøremaal: x"), "linje 4", "Ukjent felt «gjøremaal». Mente du «gjøremål»", "gjøremål"),
        (text(f"07–09 alle {PA}, ferie: ja"), "linje 4", "Ukjent felt «ferie».", "Her kan det stå "),
        (text(f"07–09 alle {PA}, uker: 3"), "linje 4", "ikke uker med nummer", "oddetall"),
        (text(f"07–09 alle {PA}, jevnaldrende: 0:30"), "linje 4", "bare for barn", "Ta det bort"),
        (text(f"07–09 man {PA}", f"08–10 man {PB}"), "linje 5", "overlapper raden på linje 4 (mandag kl. 08.00)", TWO),
        (text(f"22–07 søn {PA}", f"06–08 man {PB}"), "linje 5", "overlapper", "Del tida"),
        (text(f"07–09 man {PA}", f"08–10 man {TWO}"), "linje 5", "ingen første assistent", "første"),
        (text(f"22–07 alle {HN}", f"23–01 alle {TWO}"), "linje 5", "ingen første assistent", "våken"),
        (text(f"07–09 alle {PA}", more="vaktlengde: {korteste: 5, lengste: 4}"), "linje 5", "kortere enn", "Bytt om"),
        (text(f"07–09 alle {PA}", more="vaktlengde: {korteste: 0:20}"), "linje 5", "korteste", "kvarter"),
        (
            text(f"07–09 alle {PA}", more="utenfor BPA: [{tjeneste: hjemmehjelp, timer per uke: 169}]"),
            "linje 5",
            "168 timer",
            "Sjekk",
        ),
        (ORDNING + "\nvakter: []\n", "", "Dette er et turnusgrunnlag", "roster check"),
        (ORDNING + "\n" + ASKS + "\n", "", "Delen «døgnklokke» mangler", "klokka"),
    ],
)
def test_a_fault_has_its_line_and_a_way_out(tmp_path: Path, content: str, place: str, what: str, way_out: str) -> None:
    found = faults(tmp_path, content)
    assert [one for one in found if one.place == place or not place]
    assert any(what in one.what and way_out in f"{one.what} {one.way_out}" for one in found), found


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, text(f"07–9x alle {PA}", "07–09 alle noe") + "tull: 1\n")
    assert len(found) == 3


def test_touching_rows_do_not_overlap(tmp_path: Path) -> None:
    assert len(needs(tmp_path, f"07–09 alle {PA}", f"09–07 alle {PB}").clock) == 2


def test_other_weeks_do_not_overlap(tmp_path: Path) -> None:
    assert needs(tmp_path, f"07–09 man {PA}, uker: oddetall", f"07–10 man {PB}, uker: partall").weeks == 2
