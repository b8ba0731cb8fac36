"""``roster cost`` and ``roster payroll`` as a user meets them: sums that agree to the minute and the øre, and refusals."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from roster.domain.assistant import Credit
from roster.domain.frame import Frame, frame_of
from roster.domain.kinds import Because, Position
from roster.domain.plan import Plan
from roster.domain.rates import BASE
from roster.domain.roster import Roster
from roster.domain.shift import paid
from roster.exports.payroll_files import payroll_workbook
from roster.exports.plan_json import plan_json
from roster.reading.plan_json import read_plan_json
from roster.reading.read import read_brief
from roster.rules.payroll import Spell, payroll
from tests.cli.typed import typed

BRIEF = """\
ordning: {alias: Sol, arbeidsgiver: privat, tariffavtale: KS HTA, tillitsvalgte: nei}
periode: {start: 2027-01-18, uker: 4, form: kalenderplan, røde dager: som ukedagen}
innstillinger: {betalte minutter per hvilende time: 20}
vedtak:
  linjer:
    - {id: V1, fra: 2027-01-01, til: 2027-12-31, timer per uke: 150, dekker: hvilende natt}
vakter:
  - {kode: D, navn: Dagvakt, tid: 08.00–14.20, slag: dag, pauser: 11–11.30 fri}
  - {kode: K, navn: Kveldsvakt, tid: 16.00–21.00, slag: kveld, pauser: ingen}
  - {kode: HN, navn: Hvilende natt, tid: 22.00–07.00, slag: hvilende natt, hvile: 23–06, passiv fordi: sover, pauser: ingen}
behov:
  - {vakt: D, dager: alle dager, antall: 1}
  - {vakt: K, dager: alle dager, antall: 1}
  - {vakt: HN, dager: alle dager, antall: 1}
assistenter:
  - {id: A1, alias: Bjørk, stilling: fast, prosent: 50 %, heltidsuke: 35,5, ønsker inntil: 100 %, født: 1988}
  - {id: A2, alias: Osp, stilling: fast, prosent: 60 %, heltidsuke: 35,5, født: 1995}
  - {id: A3, alias: Lønn, stilling: tilkallingsvikar, prosent: 0 %, heltidsuke: 35,5, født: 1995}
"""
RATES = """\
satser:
  - {fra: 2026-05-01, timelønn: "211,37", kveld og natt: 61, lørdag og søndag: "28,5 %", helligdag: 133 1/3 %, påslag: "32,7 %"}
  - {fra: 2027-02-01, timelønn: "214,90", kveld og natt: 63, lørdag og søndag: 60, helligdag: 133 1/3 %, påslag: "32,7 %"}
"""
TYPES = """\
lønnsarter:
  - {slag: ordinær, lønnsart: 100, navn: Timelønn}
  - {slag: ordinær, stilling: tilkallingsvikar, lønnsart: 110, navn: Timelønn vikar}
  - {slag: kveld og natt, lønnsart: ingen}
"""


def a_turnus(folder: Path, text: str = BRIEF + RATES + TYPES, name: str = "sol") -> Path:
    """The folder of an arrangement in which the three take each their kind of shift, and change it day by day."""
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    brief = read_brief(path).brief
    version = folder / name / "versjoner" / "0001"
    version.mkdir(parents=True)
    frame = frame_of(brief)
    (version / "turnus.json").write_bytes(plan_json(Plan(brief, Roster(frame, _given(frame)))))
    return folder / name


def _given(frame: Frame) -> frozenset[tuple[str, str]]:
    people = [one.id for one in frame.people]
    return frozenset((people[number // 3 % 3], one.id) for number, one in enumerate(frame.shifts))


def the_roster(folder: Path) -> Roster:
    return read_plan_json((folder / "versjoner" / "0001" / "turnus.json").read_bytes()).dated


def paid_minutes(roster: Roster, who: str, month: int | None = None) -> int:
    return sum(paid(one, 20) for one in roster.duties(who) if month in (None, one.start.month))


def told(capsys: pytest.CaptureFixture[str], *words: str | Path) -> dict[str, Any]:
    answer = typed(capsys, *words, "--json")
    found = json.loads(answer.out)
    assert isinstance(found, dict)
    return found


def test_months_kinds_and_people_come_to_what_the_turnus_costs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_turnus(tmp_path)
    (plan,) = told(capsys, "cost", folder)["plans"]
    assert plan["ore"] == sum(one["ore"] for one in plan["months"]) == sum(one["ore"] for one in plan["people"])
    assert plan["ore"] == plan["wages"] + plan["on_top"]
    assert plan["wages"] == sum(one["ore"] for one in plan["kinds"])
    people = {one["who"]: one["minutes"] for one in plan["people"]}
    assert people == {who: paid_minutes(the_roster(folder), who) for who in ("A1", "A2", "A3")}
    assert [one["month"] for one in plan["months"]] == ["2027-01", "2027-02"]
    for kind in plan["kinds"]:
        of_months = [one for month in plan["months"] for one in month["kinds"] if one["kind"] == kind["kind"]]
        assert sum(one["minutes"] for one in of_months) == kind["minutes"]
        assert sum(one["ore"] for one in of_months) == kind["ore"]


def test_the_answer_says_kroner_and_what_it_rests_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_turnus(tmp_path)
    (plan,) = told(capsys, "cost", folder)["plans"]
    out = typed(capsys, "cost", folder, "--plain").out.replace("\u00a0", "")
    kroner = f"{Decimal(plan['ore']).scaleb(-2):.2f}".replace(".", ",")
    assert f"koster {kroner} kr" in out
    for said in ("Hvilende tid:", "Merarbeid:", "Påslag:", "Februar 2027:", "A1 Bjørk:", "i snitt over 4 uker"):
        assert said in out


def test_plans_side_by_side_are_held_against_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = a_turnus(tmp_path), a_turnus(tmp_path, BRIEF + RATES.replace("61", "71"), "sol2")
    out = typed(capsys, "cost", one, other).out
    assert f"mer enn {one}. Det er tillegg kveld og natt +" in out
    assert f"{one} koster det samme som {one}." in typed(capsys, "cost", one, one).out


def test_a_day_without_a_rate_is_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ended = (
        RATES.splitlines()[0]
        + "\n"
        + RATES.splitlines()[1].replace("fra: 2026-05-01,", "fra: 2026-05-01, til: 2027-01-31,")
    )
    answer = typed(capsys, "cost", a_turnus(tmp_path, BRIEF + ended))
    assert answer.code == 2
    assert "Ingen sats gjelder for" in answer.err
    assert "01.02.2027" in answer.err
    silent = BRIEF + RATES.replace(", lørdag og søndag: 60", "")
    answer = typed(capsys, "cost", a_turnus(tmp_path, silent, "stille"))
    assert "tillegget for lørdag og søndag" in answer.err


def test_rates_in_a_file_of_their_own_stand_in_for_those_of_the_turnus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = a_turnus(tmp_path, BRIEF)
    assert "uten satser" in typed(capsys, "cost", bare).err
    (tmp_path / "satser.yaml").write_text(RATES, encoding="utf-8")
    (mine,) = told(capsys, "cost", bare, "--rates", tmp_path / "satser.yaml")["plans"]
    (same,) = told(capsys, "cost", a_turnus(tmp_path, BRIEF + RATES, "sol2"))["plans"]
    assert mine["ore"] == same["ore"]


def test_a_grunnturnus_without_dates_costs_what_its_weeks_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """4 weeks of the same, in all of which the first day's rates hold but for what begins in February."""
    folder = a_turnus(tmp_path, BRIEF.replace("kalenderplan", "grunnturnus") + RATES)
    (plan,) = told(capsys, "cost", folder)["plans"]
    assert plan["cycle"]
    assert plan["months"] == []
    roster = the_roster(folder)
    assert plan["minutes"] == sum(paid_minutes(roster, one.id) for one in roster.frame.people)
    old, new = (
        sum(minutes for day, minutes in _evenings(roster) if (day.month > 1) is later) for later in (False, True)
    )
    assert (
        next(one["ore"] for one in plan["kinds"] if one["kind"] == "kveld og natt") == (old * 61 + new * 63) * 100 // 60
    )
    assert typed(capsys, "cost", folder).out.startswith("Grunnturnusen koster")
    assert "ingen datoer" in typed(capsys, "payroll", folder, "--month", "2027-01", "--out", tmp_path / "ut").err


def _evenings(roster: Roster) -> Iterator[tuple[date, int]]:
    """Minutes of each shift between 17 and 06: K has 4 hours, HN 8."""
    hours = {"K": 240, "HN": 480}
    for one in roster.frame.people:
        for shift in roster.duties(one.id):
            yield shift.start.date(), hours.get(shift.kind, 0)


def test_a_saved_version_keeps_its_rates(tmp_path: Path) -> None:
    folder = a_turnus(tmp_path)
    assert the_roster(folder).frame.brief == read_brief(tmp_path / "sol.yaml").brief


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig")), delimiter=";"))


def test_payroll_comes_to_the_paid_minutes_of_each_person_and_month(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = a_turnus(tmp_path)
    base = {one.value for one in BASE}
    for month in (1, 2):
        found = told(capsys, "payroll", folder, "--month", f"2027-0{month}", "--out", tmp_path / "ut")
        rows = rows_of(tmp_path / "ut" / f"lonn-2027-0{month}.csv")
        for who in ("A1", "A2", "A3"):
            of_base = sum(int(one["Minutter"]) for one in rows if one["Assistent"] == who and one["Slag"] in base)
            assert of_base == paid_minutes(the_roster(folder), who, month)
        assert found["paid"] == sum(one["minutes"] for one in found["lines"] if one["kind"] in base)
        assert all(one["Dato"].startswith(f"2027-0{month}-") for one in rows)


def test_the_workbook_says_what_the_csv_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed(capsys, "payroll", a_turnus(tmp_path), "--month", "2027-01", "--out", tmp_path)
    rows = rows_of(tmp_path / "lonn-2027-01.csv")
    book = load_workbook(tmp_path / "lonn-2027-01.xlsx", data_only=True)
    headings, *lines = book["Lønn"].iter_rows(values_only=True)
    assert [dict(zip(headings, line, strict=True))["Minutter"] for line in lines] == [
        int(one["Minutter"]) for one in rows
    ]
    assert [line[3] for line in lines] == [one["Lønnsart"] for one in rows]
    totals = [line for line in book["Sum"].iter_rows(min_row=4, values_only=True) if isinstance(line[6], int)]
    assert sum(line[6] for line in totals[:-1]) == sum(int(one["Minutter"]) for one in rows)


def test_a_month_in_which_all_was_called_off_is_paid_still(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_turnus(tmp_path)
    plan = read_plan_json((folder / "versjoner" / "0001" / "turnus.json").read_bytes())
    one, *others = plan.brief.assistants
    had = replace(one, credits=(Credit(date(2027, 2, 1), 350, Because.CALLED_OFF),))
    brief = replace(plan.brief, assistants=(had, *others))
    empty = Plan(brief, Roster(frame_of(brief), frozenset()))
    (folder / "versjoner" / "0001" / "turnus.json").write_bytes(plan_json(empty))
    (line,) = told(capsys, "payroll", folder, "--month", "2027-02", "--out", tmp_path)["lines"]
    assert (line["kind"], line["minutes"]) == ("avlyst", 350)
    assert "Ingen har arbeid" in typed(capsys, "payroll", folder, "--month", "2027-01", "--out", tmp_path).err


def test_sums_in_the_workbook_tell_wage_types_of_the_same_kind_apart(tmp_path: Path) -> None:
    """Somebody who was vikar until the middle of the month and has a position from then on has two of them."""
    folder = a_turnus(tmp_path)
    roster = the_roster(folder)
    people = tuple(replace(one, position=Position.ON_CALL) for one in roster.frame.brief.assistants)
    before = replace(roster, frame=replace(roster.frame, brief=replace(roster.frame.brief, assistants=people)))
    spells = Spell(before, None, date(2027, 1, 22)), Spell(roster, date(2027, 1, 23))
    found = payroll(spells, date(2027, 1, 1))
    (tmp_path / "lonn.xlsx").write_bytes(payroll_workbook(roster, found))
    rows = [
        (line[2], line[6], line[5])
        for line in load_workbook(tmp_path / "lonn.xlsx")["Sum"].iter_rows(min_row=4, values_only=True)
        if line[0] == "A1" and line[4] == "ordinær"
    ]
    assert [code for code, *_ in rows] == ["110", "100"]
    for number, (_, formula, _) in enumerate(rows, 4):
        assert f"(Lønn!$D$2:$D${len(found.lines) + 1}=$C{number})" in str(formula)


def test_wage_types_are_called_what_the_user_calls_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, "payroll", a_turnus(tmp_path), "--month", "2027-01", "--out", tmp_path)
    codes = {(one["who"], one["kind"]): one["wage_type"] for one in found["lines"]}
    assert codes["A1", "ordinær"] == "100"
    assert codes["A3", "ordinær"] == "110"
    assert codes["A1", "lørdag og søndag"] == "lørdag og søndag"
    assert "kveld og natt" not in {one["kind"] for one in found["lines"]}
    assert found["left_out"] > 0


def test_a_list_of_what_was_worked_has_overtime_and_standby(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_turnus(tmp_path)
    (tmp_path / "januar.csv").write_text(
        "Assistent;Dato;Fra;Til;Vakt\nA1;18.01.2027;08:00;14:20;D\nA2;19.01.2027;19:00;23:00;overtid\n"
        "A3;20.01.2027;08:00;15:00;beredskap\nA2;23.02.2027;19:00;23:00;overtid\n",
        encoding="utf-8",
    )
    words = ("payroll", tmp_path / "januar.csv", "--month", "2027-01", "--out", tmp_path)
    assert "--brief" in typed(capsys, *words).err
    found = told(capsys, *words, "--brief", tmp_path / "sol.yaml")
    assert {(one["who"], one["kind"], one["minutes"]) for one in found["lines"]} == {
        ("A1", "ordinær", 350), ("A2", "overtid 50", 120), ("A2", "overtid 100", 120), ("A3", "beredskap", 60),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("month", "said"),
    [("2027-03", "Velg en annen måned"), ("januar", "er ikke en måned"), ("2027-13", "er ikke en måned")],
)
def test_a_month_that_is_not_in_the_plan_is_refused(
    month: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = typed(capsys, "payroll", a_turnus(tmp_path), "--month", month, "--out", tmp_path / "ut")
    assert answer.code == 2
    assert said in answer.err
    assert not (tmp_path / "ut").exists()


def test_a_file_that_was_there_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_turnus(tmp_path)
    (tmp_path / "lonn-2027-01.xlsx").write_text("min", encoding="utf-8")
    assert typed(capsys, "payroll", folder, "--month", "2027-01", "--out", tmp_path).code == 2
    assert (tmp_path / "lonn-2027-01.xlsx").read_text(encoding="utf-8") == "min"
    assert not (tmp_path / "lonn-2027-01.csv").exists()
