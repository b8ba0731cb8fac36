"""Red days, vacation, other weeks and fairness as a user meets them, on a turnus of four that lies in a folder."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from roster.cli import clock
from roster.domain.days import DateSpan, is_sunday_or_red
from roster.domain.frame import cycle_frame
from roster.domain.kinds import Cause, Sort
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.vacation_list import days_of
from roster.wording.run_words import PLANNING
from roster.workflow import special
from roster.workflow.discuss import Told, discuss
from roster.workflow.fairness import FairnessAsked, fairness
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from tests.approval.arrangement import NOW, brief_of, plan_of, saved, swapped
from tests.cli.typed import Typed, typed
from tests.planning.test_special_weeks import four, on_dates

WEEKS = DateSpan(date(2027, 3, 22), date(2027, 4, 11))
"""The weeks of Easter and the one after."""
STEADY = ("--seconds", "1", "--workers", "1")


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four weeks of dates round Easter, seen from January."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 1, 15, 12, tzinfo=UTC))
    folder = tmp_path / "sol"
    saved(folder, on_dates(four(date(2027, 3, 15)), 4))
    return folder


def answer(said: Typed) -> dict[str, Any]:
    assert said.code in (0, 1), said.all
    content: dict[str, Any] = json.loads(said.out)
    return content


@pytest.mark.slow
def test_a_hoytidsturnus_has_two_lines_for_each_and_a_sentence_for_each_changed_cell(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = answer(typed(capsys, "holidays", folder, *STEADY, "--json"))
    assert (made["kind"], made["first"], made["last"]) == ("Høytidsturnus", "2027-03-22", "2027-04-11")
    assert made["version"] == "0002"
    red = [day for day in days_of([WEEKS]) if is_sunday_or_red(day)]
    assert all((one["days"], one["worked"] + one["free"]) == (len(red), len(red)) for one in made["red_days"])
    given = [one["who"] for one in made["paid_off"] if one["code"] == "F3"]
    assert all(one["f3_given"] == given.count(one["who"]) for one in made["red_days"])
    assert made["changes"]
    assert all(one["text"].endswith(".") and len(one["text"]) > 10 for one in made["changes"])
    book = load_workbook(folder / "versjoner" / "0002" / "hoytidsturnus.xlsx")
    sheet = book["Høytidsturnus"]
    changed: list[str] = []
    names = {"A1", "A2", "A3", "A4", "Vikar"}
    for row in range(1, sheet.max_row):
        name = str(sheet.cell(row, 1).value or "").partition(" ")[0]
        if sheet.cell(row, 2).value != "grunnturnus":
            continue
        assert name in names
        assert sheet.cell(row + 1, 2).value == "endret plan"
        for column in range(3, 24):
            before, after = sheet.cell(row, column).value or "", str(sheet.cell(row + 1, column).value or "")
            if sheet.cell(row + 1, column).font.bold:
                changed.append(f"{name} {column}")
                assert after.startswith("→")
            elif not after.startswith("→"):
                assert after == before
    assert len(changed) == len(made["changes"])
    said = [str(sheet.cell(row, 1).value or "") for row in range(1, sheet.max_row + 1)]
    for one in made["changes"]:
        assert any(one["text"] in line for line in said)
    headings = [row[:2] for row in book["Telling"].iter_rows(values_only=True) if row[0] == "Navn"]
    assert headings == [("Navn", "Stilling")]
    assert book.sheetnames[-4:] == ["Timer", "Uke for uke", "Regler og avtaler", "Underskrift"]


def test_the_brief_in_the_folder_switches_f3_f4_and_f5(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The version has F3 and F5 by the tariffavtale; what is written after it holds, and is told."""
    weeks = ("--from", "2027-03-22", "--to", "2027-04-04")
    settings = "innstillinger: {helgedagsfri: nei, godtgjøringsfri: ja, erstatningsfridag: nei}\n"
    example = (Path(__file__).parents[2] / "examples" / "hele-dognet.yaml").read_text(encoding="utf-8")
    (folder / "grunnlag.yaml").write_text(example + settings, encoding="utf-8")
    made = answer(typed(capsys, "holidays", folder, *weeks, *STEADY, "--json"))
    assert made["about"] == ["grunnlag.yaml sier F4, og det gjelder her. I versjon 0001 gjaldt F3 og F5."]
    assert {one["code"] for one in made["paid_off"]} <= {"F4"}
    assert all(one["f3_given"] == 0 for one in made["red_days"])
    content = json.loads((folder / "versjoner" / made["version"] / "turnus.json").read_bytes())
    assert content["brief"]["settings"]["off_codes"] == ["F4"]
    (folder / "grunnlag.yaml").write_text("periode: [", encoding="utf-8")
    said = typed(capsys, "holidays", folder / "versjoner" / "0001", *weeks, *STEADY).out
    assert "grunnlag.yaml kan ikke leses. F3, F4 og F5 gjelder derfor som i versjon 0001." in said
    assert "F3 gitt" in said


def test_a_hoytidsturnus_can_be_heard(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = typed(capsys, "holidays", folder, "--from", "2027-03-22", "--to", "2027-04-04", *STEADY).out
    assert "5 røde dager: skjærtorsdag 25.3., langfredag 26.3." in said
    assert "- A1 (69 %): arbeider" in said
    assert "Endringene, en setning for hver" in said
    assert "hoytidsturnus.xlsx" in said
    assert PLANNING in said


@pytest.mark.slow
def test_wishes_become_a_vacation_list_and_a_turnus(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wishes = tmp_path / "ferie.csv"
    wishes.write_text("hvem;fra;til;prioritet\nA1;2027-03-29;2027-04-04;1\n", encoding="utf-8")
    made = answer(
        typed(
            capsys,
            "vacation",
            folder,
            "--wishes",
            wishes,
            "--from",
            "2027-03-29",
            "--to",
            "2027-04-04",
            *STEADY,
            "--json",
        )
    )
    (kari,) = (one for one in made["vacations"] if one["who"] == "A1")
    assert (kari["choice"], kari["year"], kari["tell_by"], kari["in_time"]) == (1, 5, "2027-01-29", True)
    assert kari["shifts"] == sum(kari["covered"].values()) > 0
    assert "ferierader.yaml" in made["files"]
    book = load_workbook(folder / "versjoner" / made["version"] / "ferieturnus.xlsx")
    assert book["Ferieliste"]["A7"].value or book["Ferieliste"]["A8"].value


def test_what_cannot_be_read_is_told_before_anything_is_planned(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backwards = ("--from", "2027-04-04", "--to", "2027-03-29")
    for words, *asked in (
        ("ikke.csv", "vacation", folder, "--wishes", tmp_path / "ikke.csv"),
        ("Bytt om", "vacation", folder, *backwards),
        ("Bytt om", "holidays", folder, *backwards),
        ("ikke.yaml", "special", folder, "--weeks", tmp_path / "ikke.yaml"),
    ):
        said = typed(capsys, *asked)
        assert said.code == 2
        assert PLANNING not in said.all
        assert words in said.all


def test_no_shift_of_the_week_before_goes_on_into_a_vacation_and_what_lies_after_the_weeks_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A2 works nights, that of the Sunday before the vacation too, and the vacation is longer than the weeks."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 1, 15, 12, tzinfo=UTC))
    four_with_nights = four(date(2027, 3, 15))
    night = replace(four_with_nights.brief.kinds[1], start=22 * 60, sort=Sort.NIGHT)
    brief = replace(four_with_nights.brief, kinds=(four_with_nights.brief.kinds[0], night))
    folder = tmp_path / "sol"
    works = four_with_nights.roster.works
    saved(folder, on_dates(Plan(brief, Roster(cycle_frame(brief), works)), 6))
    wishes = tmp_path / "ferie.csv"
    wishes.write_text("hvem;fra;til;prioritet\nA2;2027-03-22;2027-04-04;1\n", encoding="utf-8")
    weeks = ("--from", "2027-03-22", "--to", "2027-03-28")
    made = answer(typed(capsys, "vacation", folder, "--wishes", wishes, *weeks, *STEADY, "--json"))
    assert (made["first"], made["last"]) == ("2027-03-15", "2027-03-28")
    assert any("går inn i ferien til A2" in one for one in made["about"])
    content = json.loads((folder / "versjoner" / made["version"] / "turnus.json").read_bytes())
    theirs = {shift[:10] for who, shift in content["roster"]["works"] if who == "A2"}
    assert not {one for one in theirs if "2027-03-21" <= one <= "2027-03-28"}
    left = sorted(one for one in theirs if "2027-03-29" <= one <= "2027-04-04")
    (said,) = (one for one in made["about"] if "står fortsatt på A2" in one)
    assert said.startswith(f"{len(left)} vakter i ferien til A2")
    assert "--from 2027-03-29 --to 2027-04-04" in said


def test_vacations_of_a_draft_are_not_agreed(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A1 wishes for another week after the first list was made, and nobody has taken that into use."""
    made = []
    for week in ("2027-03-22;2027-03-28", "2027-03-29;2027-04-04"):
        wishes = tmp_path / "ferie.csv"
        wishes.write_text(f"hvem;fra;til;prioritet\nA1;{week};1\n", encoding="utf-8")
        weeks = ("--from", "2027-03-22", "--to", "2027-04-04")
        made.append(answer(typed(capsys, "vacation", folder, "--wishes", wishes, *weeks, *STEADY, "--json")))
    first, second = ([one["dates"] for one in run["vacations"] if one["who"] == "A1"] for run in made)
    assert (first, second) == ([[["2027-03-22", "2027-03-28"]]], [[["2027-03-29", "2027-04-04"]]])
    told = "Ferieturnusen i versjon 0002 er ikke tatt i bruk, så denne er laget av versjon 0001 i stedet."
    assert (told in made[0]["about"], told in made[1]["about"]) == (False, True)


def test_a_stay_in_hospital_leaves_hours_that_are_paid_and_not_used(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "hjelp.yaml"
    assert typed(capsys, "special", "--new", file, "--template", "sykehus").code == 0
    file.write_text(
        file.read_text(encoding="utf-8").replace("2027-06-14–2027-06-20", "2027-03-29–2027-04-04"), encoding="utf-8"
    )
    made = answer(typed(capsys, "special", folder, "--weeks", file, *STEADY, "--json"))
    assert sum(made["paid_not_used"].values()) == 98 * 60
    assert not [one for one in made["changes"] if one["after"]]
    assert typed(capsys, "special").code == 2
    assert typed(capsys, "special", "--new", file, "--template", "ferie").code == 2


def test_a_trip_that_cannot_be_as_it_must_says_why(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Kari is to have the day and the evening of the same days, and sleep between them where the law does not let her."""
    file = tmp_path / "hjelp.yaml"
    assert typed(capsys, "special", "--new", file, "--template", "reise").code == 0
    text = file.read_text(encoding="utf-8").replace("2027-06-14–2027-06-18", "2027-03-29–2027-04-02")
    must = "ønsker:\n" + "".join(
        f"  - {{hvem: A1, ønske: denne vakta, vakt: {code}, vekt: krav}}\n" for code in ("RD", "RK")
    )
    file.write_text(text + must, encoding="utf-8")
    said = typed(capsys, "special", folder, "--weeks", file, *STEADY)
    assert said.code == 3
    assert "Det går ikke, fordi" in said.out
    assert "(aml § 10-8 (1))" in said.out
    found = typed(capsys, "special", folder, "--weeks", file, *STEADY, "--json")
    content = json.loads(found.out)
    assert (found.code, content["status"]) == (3, "impossible")
    assert {one["rule"] for one in content["why"]["reasons"]} == {"krav", "daily-rest"}
    assert not (folder / "versjoner" / "0002").exists()


def test_weeks_outside_a_kalenderplan_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = typed(capsys, "holidays", folder, "--from", "2027-06-14", "--to", "2027-06-20")
    assert said.code == 2
    assert "ligger ikke i planen" in said.all
    assert typed(capsys, "holidays", folder, "--from", "2027-04-04", "--to", "2027-03-29").code == 2
    before = typed(capsys, "holidays", folder, "--to", "2027-03-17")
    assert before.code == 2
    assert "ingen helligdager" in before.all


def test_fairness_is_told_drawn_and_carried_on(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / name for name in ("f.svg", "f.xlsx", "s.yaml")]
    words = ("--svg", files[0], "--xlsx", files[1], "--balances", files[2])
    told = answer(typed(capsys, "fairness", folder, *words, "--json"))
    assert {one["measure"] for one in told["shares"]} == {
        "nights", "evenings", "weekends", "red_days", "short_notice", "wishes",
    }  # fmt: skip
    assert all(file.stat().st_size for file in files)
    assert "hvem: A1" in files[2].read_text(encoding="utf-8")
    again = typed(capsys, "fairness", folder, *words)
    assert again.code == 2
    assert "mot delen" in typed(capsys, "fairness", folder).out


def in_use(folder: Path) -> None:
    submit(folder, None, "arbeidsleder", NOW)
    discuss(folder, Told(NOW.date(), True), "arbeidsgiver", NOW)
    use(folder, Wish(), "arbeidsgiver", NOW)


def test_a_change_told_less_than_two_weeks_before_is_a_short_notice(tmp_path: Path) -> None:
    """A swap of the first shifts, told 14 days before the first of them and 15 before the other: then a week later."""
    folder = tmp_path / "fjellrev"
    plan = plan_of(brief_of())
    saved(folder, plan)
    in_use(folder)
    saved(folder, swapped(plan))
    late = NOW + timedelta(days=7)
    use(folder, Wish(cause=Cause.SWAP), "arbeidsgiver", late)
    run = fairness(FairnessAsked(folder))
    short = {one.who: one.had for one in run.found.shares if one.measure.name == "SHORT_NOTICE"}
    assert run.in_use
    assert short == {"A1": 2, "A2": 2, "A3": 0}


def test_only_the_version_in_use_counts_on_its_days(tmp_path: Path) -> None:
    folder = tmp_path / "fjellrev"
    plan = plan_of(brief_of())
    saved(folder, plan)
    in_use(folder)
    saved(folder, Plan(plan.brief, Roster(plan.roster.frame, frozenset())))
    run = fairness(FairnessAsked(folder))
    assert run.in_use
    assert not any("nyeste" in one for one in run.about)


def test_vacations_are_told_also_where_no_turnus_is_found_for_them(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(special, "plan_weeks", lambda *_, **__: None)
    wishes = tmp_path / "ferie.csv"
    wishes.write_text("hvem;fra;til;prioritet\nA1;2027-03-29;2027-04-04;1\n", encoding="utf-8")
    said = typed(capsys, "vacation", folder, "--wishes", wishes, "--from", "2027-03-29", "--to", "2027-04-04")
    assert said.code == 4
    assert "ingenting er lagret" in said.out
    assert "- A1: 29.03.2027–04.04.2027 (1. ønske)" in said.out
    assert not (folder / "versjoner" / "0002").exists()
