"""``roster check`` of a list from another program: findings, assumptions, options, and what does not fit together."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from roster.domain.finding import WORST_FIRST, Verdict
from roster.exports.plan_json import plan_json
from tests.cli.typed import Typed, typed
from tests.lists.lists import SMALL, text_file, workbook_file
from tests.reading.small import SMALL as BRIEF
from tests.support.plans import calendar_plan, cycle_plan

SHORT_REST = """\
Navn;Dato;Fra;Til
Kari;04.01.2027;14:00;22:00
Kari;05.01.2027;07:00;15:00
"""
SHORTER_REST = """\
- {id: AV1, paragraf: 10-8 (3), part: tillitsvalgte, daglig hvile: 8, kompenserende hvile: ja, signert: 2026-12-01}
"""


def answer(capsys: pytest.CaptureFixture[str], *words: str | Path) -> dict[str, object]:
    return dict(json.loads(typed(capsys, "check", *words, "--json").out))


def worst(answer: Typed) -> str:
    return next(line for line in answer.out.splitlines() if line.startswith("- "))


def test_a_list_without_a_brief_is_judged_by_the_law_on_stated_assumptions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = typed(capsys, "check", text_file(tmp_path, SHORT_REST))
    assert said.code == 1
    assert worst(said).startswith("- Brudd: Kari har 9 timer hvile fra mandag 4. januar 2027 kl. 22.00")
    for presumed in ("alle er over 18 år", "arbeidsgiveren er privat", "ingen tariffavtale", "uka starter mandag"):
        assert f"Forutsetning: {presumed}" in said.out or f"Forutsetning: arbeidsgiveren har {presumed}" in said.out
    assert "1 uke, 1 assistent: 2 vakter, 1 brudd" in said.out


def test_what_is_in_order_is_said_with_its_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = typed(capsys, "check", text_file(tmp_path, SHORT_REST.replace("07:00", "09:00").replace("15:00", "17:00")))
    assert said.code == 0
    assert "- Daglig hvile: korteste hvile 11:00 av 11:00 (Kari)." in said.out.splitlines()
    assert "I orden:" not in typed(capsys, "check", tmp_path / "vakter.csv", "--quiet").out


def test_a_double_booking_is_a_finding_and_names_its_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = typed(capsys, "check", text_file(tmp_path, SMALL + "Kari;04.01.2027;07:30;15:00\n"))
    assert said.code == 1
    assert "Kari er to steder samtidig" in said.out
    assert "Sted: linje 2 og linje 4." in said.out


def test_an_agreement_and_a_tariff_by_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, agreements = text_file(tmp_path, SHORT_REST), text_file(tmp_path, SHORTER_REST, "avtaler.yaml")
    bound = typed(capsys, "check", path, "--profile", "ks-hta", "--employer", "kommune")
    assert worst(bound).startswith("- Krever avtale: Kari har 9 timer hvile")
    assert "Forutsetning: arbeidsgiveren" not in bound.out
    agreed = answer(capsys, path, "--profile", "ks-hta", "--agreements", agreements)
    rests = [one["verdict"] for one in agreed["findings"] if one["rule"] == "daily-rest"]  # type: ignore[attr-defined]
    assert rests == ["ok"]
    not_bound = answer(capsys, path, "--agreements", agreements)
    assert "brudd" in [one["verdict"] for one in not_bound["findings"]]  # type: ignore[attr-defined]


def test_agreements_may_stand_in_a_workbook_and_faults_name_their_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        ("id", "paragraf", "part", "daglig hvile", "kompenserende hvile", "signert"),
        ("AV1", "10-8 (3)", "tillitsvalgte", 8, "ja", "2026-12-01"),
    ]
    book = workbook_file(tmp_path, rows, "avtaler.xlsx")
    path = text_file(tmp_path, SHORT_REST)
    said = typed(capsys, "check", path, "--agreements", book)
    assert (said.code, "Arket «Avtaler» mangler." in said.err) == (2, True)
    from openpyxl import load_workbook  # noqa: PLC0415 - only this test renames a sheet

    opened = load_workbook(book)
    opened["Sheet"].title = "Avtaler"
    opened.save(book)
    assert typed(capsys, "check", path, "--profile", "oslo", "--agreements", book).code == 0
    wrong = text_file(tmp_path, SHORTER_REST.replace("daglig hvile: 8", "daglig hvile: åtte, gjelder: Nils"), "a.yaml")
    assert "a.yaml, linje 1: daglig hvile" in typed(capsys, "check", path, "--agreements", wrong).err
    other = text_file(tmp_path, SHORTER_REST.replace("signert", "gjelder: Nils, signert"), "b.yaml")
    assert "gjelder «Nils»" in typed(capsys, "check", path, "--agreements", other).err


def test_history_counts_and_what_is_not_before_the_plan_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history = text_file(tmp_path, SMALL + "Kari;03.01.2027;22:00;05:00\nNils;03.01.2027;7;15\n", "før.csv")
    plan = text_file(tmp_path, "Navn;Dato;Fra;Til\nKari;04.01.2027;14:00;22:00\n")
    assert typed(capsys, "check", plan).code == 0
    said = typed(capsys, "check", text_file(tmp_path, SHORT_REST.replace("14:00", "12:00")), "--history", history)
    assert "1 tidligere vakt er lest." in said.out
    assert "2 tidligere vakter er til noen som ikke er i planen" in said.out
    assert "1 vakt blant de tidligere ligger ikke før planen" in said.out
    assert "Forutsetning: ingen tidligere vakter" not in said.out
    assert "kl. 05.00–12.00" in said.out


def test_a_list_on_a_brief_fills_its_needs_and_names_who_is_not_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = text_file(tmp_path, BRIEF.replace("grunnturnus", "kalenderplan").replace("uker: 4", "uker: 1"), "b.yaml")
    week = "".join(f"{'a1' if n % 2 else 'Ola'};D;0{n}.01.2027;08:00;14:00\n" for n in range(4, 9))
    path = text_file(tmp_path, "Navn;Vakt;Dato;Fra;Til\n" + week)
    found = answer(capsys, path, "--brief", brief)
    needs = [one["verdict"] for one in found["findings"] if one["rule"] == "need-filled"]  # type: ignore[attr-defined]
    assert needs == ["ok"]
    assert typed(
        capsys,
        "check",
        text_file(tmp_path, week.join(["Navn;Vakt;Dato;Fra;Til\n", "Oda;D;04.01.2027;8;14\n"])),
        "--brief",
        brief,
    ).err.startswith("vakter.csv, linje 7: «Oda» er ikke i grunnlaget. Mente du «A2»?")
    away = text_file(tmp_path, SMALL.replace("2027", "2028"))
    assert "ligger i perioden til grunnlaget" in typed(capsys, "check", away, "--brief", brief).err


def test_options_work_on_our_own_turnus_where_that_makes_sense(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, cycle = tmp_path / "turnus.json", tmp_path / "grunn.json"
    path.write_bytes(plan_json(calendar_plan()))
    cycle.write_bytes(plan_json(replace(cycle_plan(), rollout=None)))
    assert answer(capsys, path, "--profile", "none", "--employer", "privat")["verdict"]
    history = text_file(tmp_path, SMALL.replace("2027", "2020"), "før.csv")
    assert "2 tidligere vakter er lest." in typed(capsys, "check", path, "--history", history).out
    refused = {
        (path, "--brief", path): "sitt eget grunnlag",
        (cycle, "--history", history): "har ikke datoer",
        (path, "--person", "Navn"): "gjelder bare vaktlister",
        (text_file(tmp_path, BRIEF, "b.yaml"), "--profile", "none"): "Dette er et grunnlag",
    }
    for words, why in refused.items():
        said = typed(capsys, "check", *words)
        assert (said.code, why in said.err) == (2, True), said
    assert "--profile: «hk» er ikke et valg" in typed(capsys, "check", path, "--profile", "hk").err


def test_law_that_is_not_covered_gives_no_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = text_file(tmp_path, SMALL.replace("2027", "2016"))
    said = typed(capsys, "check", path)
    assert (said.code, said.out.startswith("Ikke dekket: Reglene er kjent fra 01.07.2017.")) == (2, True)
    assert answer(capsys, path).keys() == {"schema", "status", "why"}
    private = text_file(tmp_path, SMALL.replace("2027", "2021"))
    assert typed(capsys, "check", private).code == 0
    assert "Ikke dekket" in typed(capsys, "check", private, "--employer", "privatperson").out
    brief = text_file(tmp_path, BRIEF.replace("2027-01-04", "2016-01-04"), "b.yaml")
    assert "Ikke dekket" in typed(capsys, "check", brief).out
    assert (typed(capsys, "plan", brief).code, "er ikke dekket" in typed(capsys, "plan", brief).err) == (2, True)


def test_a_list_is_checked_but_not_shown_or_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Dette er en vaktliste" in typed(capsys, "show", text_file(tmp_path, SMALL)).err


# -- several ------------------------------------------------------------------------------------------


def test_a_folder_of_plans_is_a_line_each_the_worst_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "under").mkdir()
    text_file(tmp_path, SMALL, "a.csv")
    text_file(tmp_path / "under", SHORT_REST, "b.csv")
    text_file(tmp_path, "tekst", "grunnlag.yaml")
    version = tmp_path / "ordning" / "versjoner" / "0001"
    version.mkdir(parents=True)
    (version / "turnus.json").write_bytes(plan_json(calendar_plan(weeks=1)))
    said = typed(capsys, "check", tmp_path)
    lines = said.out.splitlines()
    assert (said.code, lines[0][:11]) == (1, "3 turnuser,")
    assert {line.split(": ", 1)[1].split(" ")[0] for line in lines[1:]} == {
        "a.csv",
        str(Path("under", "b.csv")),
        "ordning",
    }
    assert "Brudd" not in lines[-1]
    assert any(line.startswith(f"Brudd (1): {Path('under', 'b.csv')} – Kari har 9 timer hvile") for line in lines)
    plans = answer(capsys, tmp_path)["plans"]
    order = [WORST_FIRST.index(Verdict(one["verdict"])) for one in plans]  # type: ignore[attr-defined]
    assert order == sorted(order)

    text_file(tmp_path, "Navn;Dato;Fra;Til\nKari;x;y;z\n", "c.csv")
    text_file(tmp_path, SMALL.replace("2027", "2016"), "d.csv")
    said = typed(capsys, "check", tmp_path)
    lines = said.out.splitlines()
    assert said.code == 2
    assert lines[1].startswith("Kan ikke leses: c.csv – linje 2:")
    assert lines[2].startswith("Ikke dekket: d.csv – Reglene er kjent fra")
    status = [one.get("status") for one in answer(capsys, tmp_path)["plans"]]  # type: ignore[attr-defined]
    assert status[:2] == ["faults", "not_covered"]


def test_a_folder_without_plans_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Det er ingen turnus i denne mappa." in typed(capsys, "check", tmp_path).err


# -- what is loaded -----------------------------------------------------------------------------------


def test_a_check_never_loads_the_solver(tmp_path: Path) -> None:
    plan = tmp_path / "turnus.json"
    plan.write_bytes(plan_json(calendar_plan(weeks=1)))
    paths = (plan, text_file(tmp_path, SMALL), text_file(tmp_path, BRIEF, "b.yaml"), tmp_path)
    look = f"""
import sys
from roster.cli import main
for path in {[str(path) for path in paths]!r}:
    try:
        main(["check", path])
    except SystemExit:
        print("ortools" in sys.modules, file=sys.stderr)
"""
    ran = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert [line for line in ran.stderr.splitlines() if line in ("True", "False")] == ["False"] * len(paths)
