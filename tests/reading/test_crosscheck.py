"""What must hold between the rows of a brief, each with the fault when it does not."""

from pathlib import Path

import pytest

from roster.domain.kinds import Lines
from tests.reading.small import SMALL, brief_of, changed, faults_of, notices_of, only


def _with(part: str) -> str:
    return SMALL + part


def _what(text: str, folder: Path) -> str:
    return only(faults_of(text, folder)).what


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("timer per uke: 40", "timer per uke: 40, timer per år: 2000", "både timer per uke og timer per år"),
        (", timer per uke: 40", "", "ikke hvor mange timer"),
        ("til: 2027-12-31", "til: 2026-12-31", "slutter før det starter"),
        ("timer per uke: 40", "timer per uke: 40, brukt: 10", "talt opp til"),
        ("timer per uke: 40", "timer per uke: 2080", "høyere enn 504"),
        ("timer per uke: 40", "timer per uke: 40, brukt: 1, ført til og med: 2028-01-01", "utenfor vedtaket"),
        ("slag: dag}", "slag: dag, hvile: 13–15}", "utenfor vakta «D»"),
        ("slag: dag}", 'slag: dag, pauser: "9–10 fri, 9.30–11 fri"}', "overlapper"),
        ("slag: natt", "slag: hvilende natt", "når det er hvile"),
        ("slag: dag}", "slag: dag, passiv fordi: hei}", "ingen hvilende tid"),
        ("antall: 1}", "antall: 2, inntil: 1}", "«inntil» er 1"),
        ("antall: 1}", "antall: 1, kompetanse: 2 førerkort}", "Flere må ha kompetansen"),
        ("antall: 1}", "antall: 1, røde dager: ja}", "røde dager"),
        ("som søndag", "egne", "egne rader"),
        ("antall: 1}", "antall: 1, uker: 5}", "Uke 5 finnes ikke"),
        ("uker: 4", "uker: 53", "53 uker"),
        ("  uker: 4\n", "", "hvor lang"),
        ("uker: 4\n", "uker: 4\n  slutt: 2027-01-17\n", "2 uker etter datoene"),
        ("form: grunnturnus", "form: kalenderplan\n  linjer: rullerende", "rullerende"),
        ("heltidsuke: 35,5", "heltidsuke: 355", "mellom 30 og 40"),
        ("60 %", "60 %, ønsker inntil: 50 %", "mindre enn stillingen"),
        ("60 %", "60 %, født: 2026", "Alderen"),
        ("60 %", "60 %, ansatt fra: 2027-02-01, ansatt til: 2027-01-01", "før ansettelsen"),
        ("id: A2", "id: alle", "kan ikke være en id"),
        ("kode: N,", "kode: D,", "samme kode"),
        ("id: V1", "id: V 1", "kan ikke være en id"),
    ],
)
def test_a_change_that_makes_no_sense(old: str, new: str, said: str, tmp_path: Path) -> None:
    assert said in _what(changed(old, new), tmp_path)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("unntak: [{datoer: 2027-02-01, gjelder: i stedet, vakt: D}]", "mangler «antall»"),
        ("unntak: [{datoer: 2027-02-01, gjelder: borte, antall: 1}]", "ingen trengs"),
        ("hendelser: [{id: H, navn: M, slag: rapport, tid: 8–9, hvem: alle, teller mot vedtaket: ja}]", "når «M» er"),
        (
            "hendelser: [{id: H, navn: M, slag: opplæring, dager: man, tid: 8–9, hvem: A1, teller mot vedtaket: ja}]",
            "fadder",
        ),
        (
            "hendelser: [{id: H, navn: M, slag: opplæring, dager: man, tid: 8–9, hvem: A1, fadder: A1, teller mot vedtaket: ja}]",
            "seg selv",
        ),
        (
            "hendelser: [{id: H, navn: M, slag: rapport, dager: man, tid: 8–9, hvem: A3, teller mot vedtaket: ja}]",
            "«A3» finnes ikke",
        ),
        ("tilgjengelighet: [{hvem: A1, gjelder: ferie}]", "mangler datoer"),
        ("tilgjengelighet: [{hvem: A1, gjelder: ferie, datoer: 2027-02-01, tid: 8–16}]", "hele dager"),
        ("tilgjengelighet: [{hvem: A1, gjelder: fast vakt, dager: man}]", "vaktkode"),
        ("tilgjengelighet: [{hvem: A1, gjelder: annet arbeid, tid: 8–16}]", "arbeidsgiveren"),
        ("tilgjengelighet: [{hvem: A1, gjelder: kan, vakt: D}]", "ikke vakter"),
        ("tilgjengelighet: [{hvem: A9, gjelder: kan}]", "«A9» finnes ikke"),
        ("avtaler: [{id: A, paragraf: 9-9, part: den ansatte, signert: tiltenkt}]", "§ 9-9"),
        (
            "avtaler: [{id: A, paragraf: 10-5 (1), part: den ansatte, snitt uker: 8, signert: tiltenkt}]",
            "«timer per dag»",
        ),
        ("avtaler: [{id: A, paragraf: 10-8 (3), part: tillitsvalgte, signert: 2026-01-01}]", "hvor lang hvilen"),
        (
            "avtaler: [{id: A, paragraf: 10-8 (4), part: den ansatte, signert: 2026-01-01, bruk før signering: ja}]",
            "er signert",
        ),
        ("avtaler: [{id: A, paragraf: 10-8 (4), part: den ansatte, signert: snart}]", "«snart»"),
        ("ønsker: [{hvem: A1, ønske: denne vakta, vekt: krav}]", "hvilken vakt"),
        ("ønsker: [{hvem: A1, ønske: høyst dager på rad, vekt: krav}]", "mangler et tall"),
        ("ønsker: [{hvem: A1, ønske: sammen med, vekt: krav, med: A1}]", "assistenten selv"),
        ("ønsker: [{hvem: A1, ønske: sammen med, vekt: krav}]", "sier ikke hvem"),
        ("ønsker: [{hvem: A1, ønske: fri, vekt: krav}]", "sier ikke når"),
        ("tidligere vakter: [{hvem: A1, dato: 2027-01-04, vakt: D}]", "ikke før planen"),
        ("tidligere vakter: [{hvem: A1, dato: 2027-01-03}]", "når på dagen"),
        ("saldoer: [{hvem: A1}, {hvem: A1}]", "to rader"),
        ("saldoer: [{hvem: A1, søndager arbeidet: 3}]", "halvt oppgitt"),
    ],
)
def test_a_row_that_makes_no_sense(part: str, said: str, tmp_path: Path) -> None:
    assert said in _what(_with(part), tmp_path)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("tilgjengelighet: [{hvem: Ola, gjelder: noe}]", ["gjelder: «noe»", "Ola har id A2. Skriv den."]),
        (
            "ønsker: [{hvem: A1, ønske: denne vakta, vekt: krav, vakt: Q, dager: tull}]",
            ["dagene «tull»", "«Q» er ikke beskrevet"],
        ),
        (
            "avtaler: [{id: A, paragraf: tull, part: den ansatte, gjelder: [A1, A8], signert: tiltenkt}]",
            ["paragrafen «tull»", "«A8» finnes ikke"],
        ),
    ],
)
def test_a_fault_in_one_field_hides_no_other_and_an_alias_is_known(part: str, said: list[str], tmp_path: Path) -> None:
    found = [f"{one.what} {one.way_out}" for one in faults_of(_with(part), tmp_path)]
    assert len(found) == len(said)
    assert all(words in fault for words, fault in zip(said, found, strict=True))


def test_an_agreement_with_reps_needs_reps(tmp_path: Path) -> None:
    text = changed("tillitsvalgte: ja", "tillitsvalgte: nei") + (
        "avtaler: [{id: A, paragraf: 10-8 (3), part: tillitsvalgte, daglig hvile: 9, signert: 2026-01-01}]"
    )
    assert "ordningen har ingen" in _what(text, tmp_path)


def test_an_own_agreement_has_no_known_full_time_week(tmp_path: Path) -> None:
    faults = faults_of(changed("KS HTA", "egen avtale").replace(", heltidsuke: 35,5", ""), tmp_path)
    assert [fault.what for fault in faults] == ["Vi vet ikke heltidsuka til A1.", "Vi vet ikke heltidsuka til A2."]


def test_a_common_line_goes_up_in_each_group(tmp_path: Path) -> None:
    alike = changed("40 %", "60 %")
    assert brief_of(changed("uker: 4", "uker: 4\n  linjer: rullerende", alike), tmp_path).period.lines == Lines.COMMON
    fault = only(faults_of(changed("uker: 4", "uker: 5\n  linjer: rullerende", alike), tmp_path))
    assert "A1 (60 %), A2 (60 %)" in fault.what
    assert fault.way_out == "Velg 4 eller 6 uker, eller skriv «linjer: egne linjer»."


def test_the_fault_of_a_common_line_names_who_differs(tmp_path: Path) -> None:
    text = changed("uker: 4", "uker: 5\n  linjer: rullerende", changed("40 %", "60 %"))
    text += "  - {id: A3, alias: Nora, stilling: fast, prosent: 30 %, heltidsuke: 35,5}\n"
    assert "A3 (30 %)" in _what(text, tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: A2", "id: A1", "To assistenter har samme id, «A1»"),
        ("id: A2", "id: a1", "skiller seg bare på store og små"),
        ("id: A2", "id: alle", "kan ikke være en id"),
    ],
)
def test_an_id_that_cannot_be_is_told_of_though_another_field_of_its_row_is_not_read(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    percent, name = faults_of(changed(old, new, changed("40 %", "førti")), tmp_path)
    assert "«førti»" in percent.what
    assert said in name.what
    assert name.place == percent.place == "linje 17"


def test_a_code_that_stands_twice_is_told_of_though_the_second_shift_is_not_read(tmp_path: Path) -> None:
    time, code = faults_of(changed("kode: N", "kode: D", changed("22.30–07.30", "natta")), tmp_path)
    assert "«natta»" in time.what
    assert code.what == "To vakter har samme kode, «D» (også på linje 11)."


def test_who_walks_one_line_is_not_told_while_somebody_is_not_read(tmp_path: Path) -> None:
    """Three of them in three weeks: where one is not read, two are left, and no fault of that."""
    text = changed("uker: 4", "uker: 3\n  linjer: rullerende", changed("40 %", "60 %"))
    text += "  - {id: A3, alias: Nora, stilling: fast, prosent: 60 %, heltidsuke: 35,5}\n"
    assert faults_of(text, tmp_path) == ()
    assert (
        "«nå»"
        in only(
            faults_of(
                text.replace("Nora, stilling: fast, prosent: 60 %", "Nora, stilling: fast, prosent: nå"), tmp_path
            )
        ).what
    )


def test_red_days_do_not_lack_their_rows_while_one_is_not_read(tmp_path: Path) -> None:
    need = "  - {vakt: D, dager: man–fre, antall: 1}\n"
    red = "  - {vakt: D, antall: mange, røde dager: ja}\n"
    assert "«mange»" in _what(changed("som søndag", "egne", changed(need, need + red)), tmp_path)


OWN_AGREEMENTS = """
avtaler:
  - {id: G1, paragraf: 10-5 (1), part: den ansatte, gjelder: A1, timer per dag: 10, snitt uker: 26, signert: 2026-11-20}
  - {id: G2, paragraf: 10-5 (1), part: den ansatte, gjelder: A2, timer per dag: 10, snitt uker: 26, signert: 2026-12-01}
"""


def test_two_who_have_each_signed_the_same_walk_one_line(tmp_path: Path) -> None:
    alike = changed("uker: 4", "uker: 5\n  linjer: rullerende", changed("40 %", "60 %"))
    assert "A1 (60 %), A2 (60 %)" in _what(alike + OWN_AGREEMENTS, tmp_path)


def test_who_walks_no_common_line_is_told_of(tmp_path: Path) -> None:
    alike = changed("uker: 4", "uker: 4\n  linjer: rullerende", changed("40 %", "60 %"))
    unlike = OWN_AGREEMENTS.replace("gjelder: A2, timer per dag: 10", "gjelder: A2, timer per dag: 9,5")
    assert not any("egen linje" in one for one in notices_of(alike + OWN_AGREEMENTS, tmp_path))
    assert any("A1 og A2 går hver sin egen linje." in one for one in notices_of(alike + unlike, tmp_path))


def test_every_other_week_needs_an_even_cycle(tmp_path: Path) -> None:
    text = changed("antall: 1}", "antall: 1, uker: oddetall}", changed("uker: 4", "uker: 5"))
    assert "Annenhver uke" in _what(text, tmp_path)


def test_a_skill_that_nobody_has_is_said(tmp_path: Path) -> None:
    text = changed("antall: 1}", "antall: 1, kompetanse: førerkortt}")
    assert any("«førerkortt»" in sentence for sentence in notices_of(text, tmp_path))


def test_a_vedtak_that_does_not_reach_the_plan_is_said(tmp_path: Path) -> None:
    text = changed("fra: 2027-01-01", "fra: 2027-06-01")
    assert any("ingen linje i vedtaket" in sentence for sentence in notices_of(text, tmp_path))
