"""``roster staff`` as a user meets it: proposals, the one chosen, what if, and the people there are."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from roster.checking.check import check
from roster.domain.assistant import HeldSkill
from roster.domain.frame import frame_of
from roster.domain.kinds import Position
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.plan_json import plan_json
from roster.exports.positions_yaml import with_people
from roster.reading.read import read_brief
from roster.workflow.journal import digest
from tests.cli.typed import typed
from tests.planning.test_what_if import kari_and_ola, lines

BRIEF = """\
# Mitt grunnlag
ordning: {alias: Lerke, arbeidsgiver: kommune, tariffavtale: KS HTA, tillitsvalgte: ja}
periode: {start: 2027-01-04, uker: 2, form: grunnturnus, røde dager: som ukedagen}
vedtak:
  - {id: V1, fra: 2027-01-01, til: 2028-12-31, timer per uke: 49}
vakter:
  - {kode: D, navn: Dag, tid: 08–15, slag: dag, pauser: 11.00–11.30 arbeidstid}
behov:
  - {vakt: D, dager: alle dager, antall: 1}
"""
PEOPLE = """\
# Folkene
assistenter:
  - {id: A1, alias: Kari, stilling: fast, prosent: 50 %, heltidsuke: "35,5"}  # min første
  - id: A2
    alias: Ola
    stilling: fast
    prosent: 40 %
tilgjengelighet:
  - {hvem: A1, gjelder: kan ikke, dager: ons}
  - {hvem: A2, gjelder: kan ikke, dager: tor}
avtaler:
  # Begge har signert.
  - {id: S1, paragraf: 10-8 (4), part: den ansatte, gjelder: "A1, A2", signert: 2026-12-14}
  - {id: S2, paragraf: 10-8 (4), part: den ansatte, gjelder: A2, signert: 2026-12-14}
ønsker:
  - {hvem: A2, ønske: fri, vekt: ønske, dager: fre}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "grunnlag.yaml").write_text(BRIEF, encoding="utf-8")
    return tmp_path


def test_from_a_brief_without_people_to_a_brief_with_the_positions_chosen(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = typed(capsys, "staff", "grunnlag.yaml", "--save", "1", "valgt.yaml")
    assert refused.code == 2
    assert "Lag dem først" in refused.err
    line = ("staff", "grunnlag.yaml", "--proposals", "1", "--weekends", "2", "--sick", "7", "--seconds", "5")
    found = typed(capsys, *line, "--plain")
    assert found.code == 0, found.all
    assert "Forslag 1: 2 faste stillinger på 69 prosent. Ingen arbeider oftere enn annenhver helg." in found.out
    assert "Ingen timer går til vikar." in found.out
    assert "på datoene turnusen rulles ut til" in found.out.lower()
    chosen = typed(capsys, "staff", "grunnlag.yaml", "--save", "1", "valgt.yaml")
    assert chosen.code == 0, chosen.all
    brief = read_brief(folder / "valgt.yaml").brief
    assert [one.percent for one in brief.assistants] == [Decimal("69.02")] * 2
    assert "# Mitt grunnlag" in (folder / "valgt.yaml").read_text(encoding="utf-8")
    again = typed(capsys, "staff", "grunnlag.yaml", "--save", "1", "valgt.yaml")
    assert again.code == 2
    assert "skriver ikke over" in again.err
    (folder / "grunnlag.yaml").write_text(BRIEF.replace("49", "50"), encoding="utf-8")
    old = typed(capsys, "staff", "grunnlag.yaml", "--save", "1", "ny.yaml")
    assert old.code == 2
    assert "slik det er nå" in old.err


def test_bounds_that_leave_nothing_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = typed(capsys, "staff", "grunnlag.yaml", "--smallest", "90", "--most", "1", "--weekends", "4", "--json")
    assert found.code == 3
    answer = json.loads(found.out)
    assert answer["status"] == "impossible"
    assert answer["proposals"] == []
    wrong = typed(capsys, "staff", "grunnlag.yaml", "--fewest", "5", "--most", "2")
    assert wrong.code == 2
    assert "mer enn flest" in wrong.err
    which = typed(capsys, "staff", "grunnlag.yaml", "--save", "to", "valgt.yaml")
    assert which.code == 2
    assert "«--save 2 valgt.yaml»" in which.err
    unknown = typed(capsys, "staff", "grunnlag.yaml", "--keep", "A9")
    assert unknown.code == 2
    assert "A9 finnes ikke" in unknown.err


def test_need_beyond_the_vedtak_is_said_with_a_way_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "grunnlag.yaml").write_text(BRIEF.replace("timer per uke: 49", "timer per uke: 40"), encoding="utf-8")
    found = typed(capsys, "staff", "grunnlag.yaml")
    assert found.code == 3
    assert "Vaktene trekker 9 timer mer i uka enn vedtaket gir" in found.out


def test_the_rows_of_those_who_go_go_with_them() -> None:
    people = [replace(one, id="A7", percent=Decimal("49.02")) for one in kari_and_ola().assistants[:1]]
    text = with_people(BRIEF + PEOPLE, people, {"A1"}, "Foreslått.")
    assert "# min første" in text
    assert "Ola" not in text
    assert '{id: A7, alias: Kari, stilling: fast, prosent: "49,02 %"' in text
    assert 'gjelder: "A1"' in text
    for gone in ("S2", "dager: tor", "ønske: fri"):
        assert gone not in text
    assert "dager: ons" in text
    rolling = BRIEF.replace("form: grunnturnus", "form: grunnturnus, linjer: rullerende turnus")
    assert "linjer: egne linjer, røde" in with_people(rolling, people, set(), "Foreslått.")
    nobody = with_people(BRIEF + PEOPLE, people, set(), "Foreslått.")
    assert "# Folkene" not in nobody
    assert "# Foreslått." in nobody
    assert "tilgjengelighet" not in nobody


def test_a_brief_with_those_who_stay_can_be_read(tmp_path: Path) -> None:
    held = (HeldSkill("førerkort"), HeldSkill("medisinkurs"))
    people = [
        replace(one, id="A7", percent=Decimal("49.02"), full_time_week=2095, skills=held)
        for one in kari_and_ola().assistants[:1]
    ]
    for stay in ({"A1"}, {"A1", "A2"}, set[str]()):
        path = tmp_path / f"{len(stay)}.yaml"
        path.write_text(with_people(BRIEF + PEOPLE, people, stay, "Foreslått."), encoding="utf-8")
        brief = read_brief(path).brief
        assert {one.id for one in brief.assistants} == stay | {"A7"}
        assert brief.assistant("A7").skills == held
        assert brief.assistant("A7").full_time_week == 2095


IN_BLOCKS = """\
assistenter:
- "id": A1
  alias: Kari, den ene
  stilling: fast
  prosent: 50 %
  heltidsuke: 35,5
  kompetanse:
    - førerkort
    - medisinkurs
- id: A2
  alias: Ola
  stilling: fast
  prosent: 40 %
avtaler:
- id: S1
  paragraf: 10-8 (4)
  part: den ansatte
  gjelder:
    - A1
    - A2
  signert: 2026-12-14
"""


def test_however_the_rows_are_laid_out_those_who_stay_are_kept_whole(tmp_path: Path) -> None:
    path = tmp_path / "grunnlag.yaml"
    path.write_text(BRIEF + IN_BLOCKS, encoding="utf-8")
    before = read_brief(path).brief
    people = [replace(kari_and_ola().assistants[0], id="A7")]
    path.write_text(with_people(BRIEF + IN_BLOCKS, people, {"A1"}, "Foreslått."), encoding="utf-8")
    brief = read_brief(path).brief
    assert [one.id for one in brief.assistants] == ["A1", "A7"]
    assert brief.assistant("A1") == before.assistant("A1")
    assert [one.covers for one in brief.agreements] == [("A1",)]
    path.write_text(with_people(BRIEF + IN_BLOCKS, people, set(), "Foreslått."), encoding="utf-8")
    assert read_brief(path).brief.agreements == ()


def test_a_proposal_that_would_lose_who_stays_is_not_saved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = '[{id: A1, alias: Kari, stilling: fast, prosent: 50 %, heltidsuke: "35,5"}]'
    (folder / "grunnlag.yaml").write_text(f"{BRIEF}assistenter: {row}\n", encoding="utf-8")
    kari = read_brief(folder / "grunnlag.yaml").brief
    proposed = replace(kari, assistants=(*kari.assistants, replace(kari_and_ola().assistants[1], id="A2")))
    roster = Roster(frame_of(proposed), frozenset())
    kept = folder / "grunnlag-stillinger"
    kept.mkdir()
    (kept / "forslag-1.json").write_bytes(plan_json(Plan(proposed, roster), check(roster), None))
    index = {"of": digest((folder / "grunnlag.yaml").read_bytes()), "keep": ["A1"], "answers": ["forslag-1.json"]}
    (kept / "forslag.json").write_text(json.dumps(index), encoding="utf-8")
    lost = typed(capsys, "staff", "grunnlag.yaml", "--save", "1", "valgt.yaml")
    assert lost.code == 2
    assert "uten å miste noe" in lost.err
    assert not (folder / "valgt.yaml").exists()


def saved(folder: Path) -> Path:
    roster = lines(kari_and_ola()).roster
    path = folder / "turnus.json"
    path.write_bytes(plan_json(Plan(roster.frame.brief, roster), check(roster), None))
    return path


def test_one_resigns_and_the_answer_says_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(folder)
    found = typed(capsys, "staff", "turnus.json", "--what-if", "ola slutter", "--seconds", "6", "--plain")
    assert found.code == 0, found.all
    assert "Hvis Ola (ola) slutter:" in found.out
    assert "- Timer til vikar: 24,5 i uka, mot 0 i dag. Det er 24,5 timer mer." in found.out
    assert "Lys ut en fast stilling på 69,02 %" in found.out
    assert "Med dette blir det ingen timer til vikar" in found.out


def test_what_if_answers_others_in_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(folder)
    words = ("--what-if", "S1 signert", "--what-if", "vakter inntil 12 timer", "--json")
    found = typed(capsys, "staff", "turnus.json", *words)
    assert found.code == 0, found.all
    answer = json.loads(found.out)
    assert answer["today"]["permanent"] == 49 * 60
    assert [one["changes"] for one in answer["what_if"]] == [False, False]
    wrong = typed(capsys, "staff", "turnus.json", "--what-if", "nora slutter", "--what-if", "mer penger")
    assert wrong.code == 2
    assert "Ingen assistent heter «nora»." in wrong.err
    assert "Vi forstår ikke «mer penger»." in wrong.err


def test_people_are_told_what_the_law_gives_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    of = kari_and_ola()
    kari, ola = of.assistants
    brief = replace(of, assistants=(replace(kari, percent=Decimal(60)), replace(ola, position=Position.TEMPORARY)))
    roster = replace(lines(of).roster, frame=replace(lines(of).roster.frame, brief=brief))
    (folder / "turnus.json").write_bytes(plan_json(Plan(brief, roster), check(roster), None))
    rows = ["Navn;Dato;Fra;Til"]
    for week in range(16):
        monday = date(2026, 8, 31) + timedelta(weeks=week)
        rows += [f"kari;{monday + timedelta(days=day):%d.%m.%Y};08:00;15:00" for day in range(4)]
    (folder / "liste.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    line = ("staff", "turnus.json", "--people", "--timesheet", "liste.csv", "--seconds", "2")
    found = typed(capsys, *line, "--plain")
    assert found.code == 0, found.all
    assert "Kari (kari) kan ha krav på stilling på 78,8 %." in found.out
    assert "gjelder ikke hvis arbeidsgiveren kan dokumentere at behovet er borte" in found.out
    assert "Regnet av timelistene." in found.out
    assert "Ola er midlertidig" in found.out
    assert "Ingen har skrevet at de ønsker mer" in found.out
    answer = json.loads(typed(capsys, *line, "--json").out)
    (actual,) = answer["actual"]
    assert (actual["rule"], actual["measured"], actual["limit"]) == ("position-actual", 28 * 60, 1278)


def test_people_of_what_is_no_turnus_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = typed(capsys, "staff", "grunnlag.yaml", "--people")
    assert found.code == 2
    assert "Lag turnusen med" in found.err


RATES = """\
satser:
  - {fra: 2026-01-01, timelønn: 200, kveld og natt: 0, lørdag og søndag: 0, helligdag: 0, merarbeid: 0}
"""


def test_what_a_change_costs_is_told_where_rates_are_known(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(folder)
    (folder / "satser.yaml").write_text(RATES, encoding="utf-8")
    words = ("--what-if", "vedtak -7", "--rates", "satser.yaml", "--seconds", "6")
    found = typed(capsys, "staff", "turnus.json", *words, "--plain")
    assert found.code == 0, found.all
    assert "Det koster 9 800 kroner i uka." in found.out
    assert (
        "Lønn, uten det som står åpent: 8 400 kroner i uka, mot 9 800 kroner i dag. Det er 1 400 kroner mindre."
        in found.out
    )
    unknown = typed(capsys, "staff", "turnus.json", "--what-if", "S1 signert", "--plain")
    assert "koster" not in unknown.out
    (folder / "satser.yaml").write_text(RATES.replace("lørdag og søndag: 0, ", ""), encoding="utf-8")
    lacking = typed(capsys, "staff", "turnus.json", "--what-if", "S1 signert", "--rates", "satser.yaml", "--plain")
    assert "Lønna er ikke regnet" in lacking.out
