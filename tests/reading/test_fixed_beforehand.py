"""What is fixed beforehand and cannot come true is told of before anything is planned."""

from pathlib import Path

import pytest

from tests.reading.small import SMALL, changed, notices_of

NEED = "  - {vakt: D, dager: man–fre, antall: 1}\n"
FEBRUARY = "  - {vakt: N, datoer: 2027-02-01–2027-02-14, antall: 1}\n"


def _said(folder: Path, rows: str, events: str = "", text: str = SMALL) -> list[str]:
    parts = f"tilgjengelighet: [{rows}]\nhendelser: [{events}]\n"
    return [one for one in notices_of(text + parts, folder) if "trengs ikke" in one or "samtidig" in one]


def test_a_fixed_shift_that_is_not_needed_then_is_told_of(tmp_path: Path) -> None:
    nowhere = "Forutsetning: A1 har fast vakt D lørdag, men D trengs ikke da, så den blir ikke satt."
    assert _said(tmp_path, "{hvem: A1, gjelder: fast vakt, vakt: D, dager: lør}") == [nowhere]
    assert _said(tmp_path, "{hvem: A1, gjelder: fast vakt, vakt: D, dager: man}") == []


def test_a_fixed_shift_that_is_needed_on_some_dates_of_the_roll_out_is_set_there(tmp_path: Path) -> None:
    pin = "{hvem: A1, gjelder: fast vakt, vakt: N, dager: man}"
    assert len(_said(tmp_path, pin)) == 1
    assert _said(tmp_path, pin, text=changed(NEED, NEED + FEBRUARY)) == []


@pytest.mark.parametrize(
    ("where", "ends"),
    [
        ("annen arbeidsgiver", "Vaktene legges utenom begge, og kontrollen sier fra."),
        ("samme arbeidsgiver", "Da finnes ingen turnus."),
    ],
)
def test_a_meeting_at_the_time_of_work_elsewhere_is_told_of(where: str, ends: str, tmp_path: Path) -> None:
    work = f"{{hvem: A1, gjelder: annet arbeid, hvor: {where}, dager: man, tid: "
    meeting = "{id: E1, navn: Teammøte, slag: personalmøte, dager: man, uker: partall, tid: 10–12, hvem: A1}"
    both = f"Forutsetning: A1 har annet arbeid og Teammøte samtidig mandag i uke 2 og mandag i uke 4. {ends}"
    assert _said(tmp_path, f"{work} 09–10.30}}", meeting) == [both]
    assert _said(tmp_path, f"{work} 09–10}}, {work} 12–14}}", meeting) == []


def test_a_meeting_or_other_work_in_a_fixed_shift_is_told_of(tmp_path: Path) -> None:
    pin = "{hvem: A1, gjelder: fast vakt, vakt: D, dager: tir}"
    work = "{hvem: A1, gjelder: annet arbeid, dager: tir, uker: 1, tid: 12–16, hvor: annen arbeidsgiver}"
    meeting = "{id: H1, navn: Teammøte, slag: personalmøte, dager: tir, uker: 2, tid: 13–15, hvem: alle}"
    said = "Forutsetning: A1 har fast vakt D og {} samtidig tirsdag i uke {}. Da finnes ingen turnus."
    assert _said(tmp_path, f"{pin}, {work}", meeting) == [said.format("annet arbeid", 1), said.format("Teammøte", 2)]


def test_a_meeting_with_a_date_is_held_against_the_dates_of_the_roll_out(tmp_path: Path) -> None:
    meeting = "{id: H1, navn: Møte, slag: personalmøte, datoer: 2027-03-02, tid: 13–15, hvem: alle}"
    (said,) = _said(tmp_path, "{hvem: A1, gjelder: fast vakt, vakt: D, dager: tir}", meeting)
    assert "A1 har fast vakt D og Møte samtidig tirsdag 2. mars 2027." in said


@pytest.mark.parametrize(("form", "there"), [("kalenderplan", ""), ("grunnturnus", " på datoene")])
def test_who_has_too_little_training_to_get_a_shift_is_told_of(form: str, there: str, tmp_path: Path) -> None:
    text = changed("grunnturnus", form, changed("60 %", "60 %, alene etter: 3"))

    def said(days: str) -> list[str]:
        training = f"{{id: H1, navn: Lære, slag: opplæring, datoer: {days}, tid: 9–12, hvem: A1, fadder: A2}}"
        return [one for one in notices_of(text + f"hendelser: [{training}]\n", tmp_path) if "opplæringsvakt" in one]

    short = "Forutsetning: A1 skal ha 3 opplæringsvakter først, og grunnlaget har {}, så A1 får ingen vakter{}."
    assert said("2027-01-05–2027-01-07") == []
    assert said("2027-01-05–2027-01-06") == [f"{short.format(2, there)} Skriv dem i «hendelser»."]
