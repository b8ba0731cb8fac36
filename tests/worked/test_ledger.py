"""The timekonto and payroll follow what was worked, to the minute."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from roster.cli import clock
from roster.domain.brief import Period
from roster.domain.days import When
from roster.domain.help_needed import Break, ShiftKind
from roster.domain.kinds import Form, Sort
from roster.workflow.hours import HoursAsked, hours
from roster.workflow.worked import WorkedAsked, worked
from tests.approval.arrangement import START, brief_of, plan_of, saved
from tests.cli.typed import typed
from tests.worked.arrangement import AFTER, into_use

Run = Callable[..., dict[str, Any]]
DAY = 450
PLANNED = 10 * DAY


@pytest.fixture
def folder(used: Path) -> Path:
    return used


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def answer(name: str, *words: str) -> dict[str, Any]:
        said = typed(capsys, name, folder, *words, "--json")
        assert said.code in (0, 1), said.all
        found: dict[str, Any] = json.loads(said.out)
        return found

    return answer


def test_the_account_follows_each_correction_to_the_minute(run: Run) -> None:
    run("worked", "--month", "2027-01")
    before = run("hours")
    assert (before["used"], before["planned"], before["through"]) == (PLANNED, 0, "2027-01-31")
    # Sick hours of who is away are not drawn, the substitute's are; what is called off is (D8, D34).
    other = ("A1:2027-01-04 D syk, av A3", "A2:2027-01-05 D 08.00–14.29", "A1:2027-01-06 D avlyst")
    run("worked", "--month", "2027-01", *(word for one in other for word in ("--except", one)))
    assert run("hours")["used"] == PLANNED - 61
    run("worked", "--month", "2027-01", "--except", "A2:2027-01-07 D permisjon")
    after = run("hours")
    assert after["used"] == PLANNED - 61 - DAY
    assert after["granted"] == after["used"] + after["planned"] + after["expected"] + after["left"]


def test_timesheets_of_a_closed_month_count_no_longer(folder: Path, run: Run) -> None:
    run("worked", "--month", "2027-01")
    (folder / "timer").mkdir()
    (folder / "timer" / "timer.csv").write_text(
        "Assistent;Dato;Fra;Til\nKari;04.01.2027;08:00;20:00\nKari;02.02.2027;08:00;10:00\n", encoding="utf-8"
    )
    assert run("hours")["used"] == PLANNED + 120


def test_days_before_the_first_closed_month_are_planned_though_nobody_took_the_plan_into_use(tmp_path: Path) -> None:
    brief = brief_of()
    start = date(2027, 1, 25)
    saved(tmp_path / "t", plan_of(replace(brief, period=replace(brief.period, start=start))))
    worked(WorkedAsked(tmp_path / "t", date(2027, 2, 1)), AFTER)
    assert hours(HoursAsked(tmp_path / "t"), AFTER.date()).konto.used == PLANNED


def payroll(run: Run, name: str, *also: str) -> dict[tuple[str, str, str], int]:
    lines = run("payroll", "--month", "2027-01", "--out", name, *also)["lines"]
    return {(one["who"], one["date"], one["kind"]): one["minutes"] for one in lines}


def test_payroll_of_a_closed_month_is_of_what_was_worked(run: Run, tmp_path: Path) -> None:
    plan = payroll(run, str(tmp_path / "plan"))
    run("worked", "--month", "2027-01")
    assert payroll(run, str(tmp_path / "lukket")) == plan
    run("worked", "--month", "2027-01", "--except", "A1:2027-01-04 D syk, av A3")
    run("worked", "--month", "2027-01", "--except", "A2:2027-01-25 17.00–19.00 ekstra, overtid")
    after = payroll(run, str(tmp_path / "rettet"), "--whole")
    sick = {key: minutes for key, minutes in after.items() if key not in plan}
    assert sick == {
        ("A1", "2027-01-04", "syk"): DAY,
        ("A3", "2027-01-04", "ordinær"): DAY,
        ("A2", "2027-01-25", "overtid 50"): 120,
    }
    assert {key for key in plan if key not in after} == {("A1", "2027-01-04", "ordinær")}


def test_payroll_after_a_correction_is_the_difference_with_what_it_corrects(run: Run, tmp_path: Path) -> None:
    plan = payroll(run, str(tmp_path / "plan"))
    run("worked", "--month", "2027-01")
    run("worked", "--month", "2027-01", "--except", "A1:2027-01-04 D syk, av A3")
    first = {
        ("A1", "2027-01-04", "ordinær"): -DAY,
        ("A1", "2027-01-04", "syk"): DAY,
        ("A3", "2027-01-04", "ordinær"): DAY,
    }
    assert payroll(run, str(tmp_path / "rettet")) == first
    csv = (tmp_path / "rettet" / "lonn-2027-01-rettelse-1.csv").read_text(encoding="utf-8-sig")
    assert "rettelse 1 av januar 2027" in csv
    assert "-7,5" in csv
    run("worked", "--month", "2027-01", "--except", "A2:2027-01-25 17.00–19.00 ekstra, overtid")
    second = {("A2", "2027-01-25", "overtid 50"): 120}
    assert payroll(run, str(tmp_path / "igjen")) == second
    assert payroll(run, str(tmp_path / "en"), "--correction", "1") == first
    assert payroll(run, str(tmp_path / "null"), "--correction", "0") == plan
    whole = {key: minutes for key, minutes in {**plan, **first, **second}.items() if minutes > 0}
    assert payroll(run, str(tmp_path / "hele"), "--whole") == whole


def test_a_correction_that_is_not_there_is_refused(folder: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("worked", "--month", "2027-01")
    said = typed(capsys, "payroll", folder, "--month", "2027-01", "--correction", "1", "--out", folder)
    assert said.code == 2
    assert "Januar 2027 er ikke rettet." in said.err
    both = typed(capsys, "payroll", folder, "--month", "2027-01", "--correction", "1", "--whole", "--out", folder)
    assert "--whole er hele måneden" in both.err


def test_the_part_of_a_night_that_somebody_was_sick_is_of_the_month_in_which_the_night_began(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    night = ShiftKind("N", "Natt", 22 * 60, 540, Sort.NIGHT, breaks=(Break(210, 240, True),))
    own = replace(brief_of(kind=night), period=Period(date(2027, 1, 25), 1, Form.CALENDAR))
    own = replace(own, needs=(replace(own.needs[0], when=When(frozenset({6}))),))
    folder = saved(tmp_path / "natt", plan_of(own)).parent.parent
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    typed(capsys, "worked", folder, "--month", "2027-01", "--except", "A1:2027-01-31 N syk 50 %")
    said = typed(capsys, "payroll", folder, "--month", "2027-01", "--out", tmp_path / "lonn", "--plain").out
    assert "Lønnsart syk: 4:30 timer." in said


def test_a_correction_tells_what_it_moves_in_a_month_that_was_closed_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Six weeks are one average, and merarbeid is put on the last shifts of it."""
    folder = into_use(tmp_path / "seks", plan_of(replace(brief_of(), period=Period(START, 6, Form.CALENDAR))))
    monkeypatch.setattr(clock, "now", lambda: AFTER + timedelta(days=28))
    for month, *said in (("2027-01",), ("2027-02",), ("2027-01", "--except", "A2:2027-01-13 D syk, av A1")):
        assert not typed(capsys, "worked", folder, "--month", month, *said).code
    found = typed(capsys, "payroll", folder, "--month", "2027-01", "--out", tmp_path / "lonn", "--plain").out
    assert "flytter også timer i februar 2027, som var avsluttet: ordinær −7:30 og merarbeid 7:30." in found
    assert "rettelse 1: like mye som før er betalt." in found
    # Where nothing is moved, nothing is told.
    assert not typed(capsys, "worked", folder, "--month", "2027-02", "--except", "A2:2027-02-02 D syk").code
    found = typed(capsys, "payroll", folder, "--month", "2027-02", "--out", tmp_path / "mer", "--plain").out
    assert "flytter også" not in found


def test_more_than_the_position_is_merarbeid_though_the_month_goes_on(run: Run, tmp_path: Path) -> None:
    run("worked", "--month", "2027-01", "--except", "A1:2027-01-09 D ekstra")
    found = payroll(run, str(tmp_path / "mer"))
    assert {key[0]: minutes for key, minutes in found.items() if key[2] == "merarbeid"} == {"A1": DAY}


def test_the_shares_of_the_year_follow_what_was_worked(folder: Path, run: Run) -> None:
    def had(who: str) -> int:
        return sum(one["had"] for one in run("fairness")["shares"] if (one["who"], one["measure"]) == (who, "weekends"))

    assert (had("A1"), had("A3")) == (0, 0)
    more = ("A1:2027-01-09 D ekstra", "A3:2027-01-16 D ekstra")
    run("worked", "--month", "2027-01", *(word for one in more for word in ("--except", one)))
    assert (had("A1"), had("A3")) == (1, 1)
