"""``roster rules``: the numbers on a date and in a brief, one rule explained, and what is neither."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from roster.wording.rule_texts import TEXTS
from tests.cli.typed import typed

TOP = Path(__file__).parents[2]
EXAMPLES = TOP / "examples"
WITH_AGREEMENTS = EXAMPLES / "hvilende-natt-virke.yaml"


def numbers(answer: str, rule: str) -> list[dict[str, Any]]:
    """The numbers of that rule in an answer as JSON."""
    listed = json.loads(answer)["rules"]
    found: list[dict[str, Any]] = next(one["numbers"] for one in listed if one["id"] == rule)
    return found


def changed(tmp_path: Path, before: str, after: str) -> Path:
    """The example with agreements, with something else in it."""
    text = WITH_AGREEMENTS.read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "grunnlag.yaml"
    path.write_text(text.replace(before, after), encoding="utf-8")
    return path


# -- all of them ------------------------------------------------------------------------------------


def test_every_rule_is_listed_with_paragraph_measure_number_basis_and_link(capsys: pytest.CaptureFixture[str]) -> None:
    answer = typed(capsys, "rules", "--date", "2027-01-04", "--plain")
    assert answer.code == 0
    assert answer.out.startswith("37 regler, med tallene i loven 04.01.2027.")
    for text in TEXTS.values():
        assert f"{text.title} ({text.id}), {text.source.paragraph}" in answer.out
    assert "Måler: den lengste sammenhengende fritida" in answer.out
    assert "Tall: minst 11 timer fri på rad. Bygger på lov, aml § 10-8 (1)." in answer.out
    assert answer.out.count("Les mer: https://") == sum(bool(one.source.url) for one in TEXTS.values())


def test_quiet_says_the_rules_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(capsys, "rules", "--quiet").out.strip().startswith("Behovet er dekket (need-filled)")


def test_today_is_the_date_when_none_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(typed(capsys, "rules", "--json").out)
    assert answer["status"] == "fine"
    assert answer["date"] >= "2026"
    assert [one["id"] for one in answer["rules"]] == list(TEXTS)
    assert {one["checked"] for one in answer["rules"] if one["id"] == "daily-rest"} == {True}


def test_a_table_has_the_same_with_each_link_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr("roster.cli.voice.Voice.rich", True)
    out = typed(capsys, "rules").out
    assert all(one in out for one in TEXTS)
    assert "minst 11 timer fri" in out
    assert out.count("https://www.arbeidstilsynet.no/") == 1
    monkeypatch.setenv("COLUMNS", "80")
    assert "Daglig hvile (daily-rest), aml § 10-8 (1) og (3)" in typed(capsys, "rules").out


# -- in a brief ---------------------------------------------------------------------------------------


def test_numbers_of_a_brief_follow_its_agreements(capsys: pytest.CaptureFixture[str]) -> None:
    answer = typed(capsys, "rules", WITH_AGREEMENTS, "--json")
    assert json.loads(answer.out)["date"] == "2027-01-04"
    (day,) = numbers(answer.out, "hours-day")
    assert (day["amount"], day["who"], day["rests_on"]) == (600, None, "avtale")
    assert day["basis"] == ["aml § 10-5 (2)", "avtale G1"]
    (rest,) = numbers(answer.out, "daily-rest")
    assert (rest["amount"], rest["rests_on"]) == (660, "lov")
    run, *_ = numbers(answer.out, "sundays")
    assert (run["text"], run["unit"]) == ("uker på rad med arbeid på søndag eller rød dag: høyst 3", "count")


def test_numbers_that_differ_are_said_for_each(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = changed(tmp_path, "part: tillitsvalgte\n    gjelder: alle", "part: tillitsvalgte\n    gjelder: A1, A2")
    days = numbers(typed(capsys, "rules", path, "--json").out, "hours-day")
    assert [(one["amount"], one["who"]) for one in days] == [(600, ["A1", "A2"]), (540, ["A3", "A4", "A5"])]
    out = typed(capsys, "rules", path).out
    assert "Tall: høyst 10 timer i døgnet for Sisik (A1) og Erle (A2). Bygger på aml § 10-5 (2) og avtale G1." in out
    assert "Tall: høyst 9 timer i døgnet for Trost (A3), Stær (A4) og Spurv (A5). Bygger på lov, aml § 10-4 (1)." in out
    assert "Tall: gjelder først når det er avtalt gjennomsnitt for Trost (A3), Stær (A4) og Spurv (A5)." in out


def test_a_setting_is_said_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    out = typed(capsys, "rules", WITH_AGREEMENTS).out
    assert "Tall: helga begynner kl. 22.00 kvelden før 1. og 17. mai. Bygger på innstilling i grunnlaget." in out
    assert "37,5" not in out
    assert "Tall: 35,5 timer i uka. Bygger på turnusgrunnlaget, assistenter." in out


def test_what_a_private_employer_is_held_to_is_a_presumption(capsys: pytest.CaptureFixture[str]) -> None:
    out = typed(capsys, "rules", EXAMPLES / "privatperson.yaml").out
    assert "Forutsetning: arbeidsgiver er privatperson" in out.splitlines()[-1]


def test_a_brief_has_its_own_date(capsys: pytest.CaptureFixture[str]) -> None:
    answer = typed(capsys, "rules", WITH_AGREEMENTS, "--date", "2027-01-04")
    assert answer.code == 2
    assert "Ta bort --date eller grunnlaget." in answer.err


def test_faults_of_a_brief_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert typed(capsys, "rules", tmp_path / "finnes-ikke.yaml").code == 2
    answer = typed(capsys, "rules", tmp_path / "finnes-ikke.yaml", "--json")
    assert json.loads(answer.out)["status"] == "faults"


# -- one of them --------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", list(TEXTS))
def test_each_rule_is_explained(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer = typed(capsys, "rules", rule)
    assert answer.code == 0
    assert answer.out.startswith(f"{TEXTS[rule].title} ({rule})\n")
    for part in ("Hvorfor: ", "Dette er ", "Dette er ikke ", "Forutsetning: ", "\n- "):
        assert part in answer.out
    assert "{" not in answer.out
    assert not TEXTS[rule].source.url or f"Les mer: {TEXTS[rule].source.url}" in answer.out


def test_an_explanation_has_both_examples_and_who_can_sign(capsys: pytest.CaptureFixture[str]) -> None:
    out = typed(capsys, "rules", "daily-rest", "--date", "2027-01-04").out
    assert "Dette er lovlig: Kari slutter kl. 22.00 og begynner kl. 09.00 neste dag." in out
    assert "Dette er ikke lovlig: Kari slutter kl. 22.00 og begynner kl. 08.30 neste dag." in out
    assert "- En skriftlig avtale med de tillitsvalgte kan gi kortere hvile, ned til 8 timer" in out
    assert "Hjemmel: aml § 10-8 (1) og (3)." in out


def test_an_explanation_as_json_has_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(typed(capsys, "rules", "weekly-rest", "--json").out)
    assert answer["rule"].keys() >= {"asks", "why", "lawful", "unlawful", "unless", "assumptions", "numbers", "source"}
    assert {one["decision"] for one in answer["rule"]["assumptions"]} == {"D13"}


# -- what is neither ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "near"), [("daly-rest", "daily-rest"), ("Sundays", "sundays"), ("overtid", "overtime")]
)
def test_an_unknown_rule_gets_a_suggestion(word: str, near: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer = typed(capsys, "rules", word)
    assert answer.code == 2
    assert f"Det finnes ingen regel og ingen fil som heter «{word}»." in answer.err
    assert f"Mente du {near}?" in answer.err
    assert answer.out == ""


def test_a_word_like_no_rule_is_shown_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Skriv «roster rules» for å se alle reglene." in typed(capsys, "rules", "xyzzy").err


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2017-06-30", "Loven er ikke dekket før 01.07.2017."),
        ("31. juni", "--date: «31. juni» er ikke en dato. Skriv for eksempel 2027-01-04 eller «mandag»."),
    ],
)
def test_a_date_that_cannot_be_used_is_refused(day: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer = typed(capsys, "rules", "--date", day)
    assert answer.code == 2
    assert said in answer.err


def test_the_rules_are_told_without_loading_a_solver() -> None:
    look = f"""
import sys
from roster.cli import main
for words in ([], ["daily-rest"], [{str(WITH_AGREEMENTS)!r}]):
    try:
        main(["rules", *words])
    except SystemExit:
        print([name for name in ("ortools", "solver.solve", "solver.model", "pandas") if name in sys.modules],
              file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=TOP)
    assert ran.stderr.split() == ["[]"] * 3
