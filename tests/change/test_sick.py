"""Who is sick with a part of the position, and who is well before they were to be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from roster.checking.check import check
from roster.cli import clock
from roster.domain.days import DateSpan
from roster.domain.finding import Finding, Verdict
from roster.domain.free_days import FreeDay, free_days
from roster.domain.kinds import Because
from roster.domain.plan import Plan
from roster.workflow.files import plan_file
from roster.workflow.opening import read_plan
from tests.approval.arrangement import NOW, brief_of, plan_of, saved
from tests.cli.typed import Typed, typed
from tests.worked.arrangement import into_use

D = "2027-01-{:02} D".format
Run = Callable[..., Typed]


def plan_in(folder: Path) -> Plan:
    newest = max(one.name for one in (folder / "versjoner").iterdir())
    return read_plan(folder / "versjoner" / newest).plan


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Workbook and calendars of each version take most of the time, and are tried elsewhere."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr("roster.workflow.change.all_files", lambda one, now: plan_file(one))
    saved(tmp_path / "familie", plan_of(brief_of()))
    return tmp_path / "familie"


@pytest.fixture
def change(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *words: typed(capsys, "change", folder, *words)


def mine(plan: Plan, who: str) -> set[str]:
    return {shift for one, shift in plan.dated.works if one == who}


def lacking(plan: Plan) -> list[Finding]:
    return [one for one in check(plan.dated).findings if one.verdict is Verdict.MISSING]


def test_who_is_half_sick_keeps_every_other_shift_and_is_credited_the_others(folder: Path, change: Run) -> None:
    before = sorted(mine(plan_in(folder), "A1"))
    said = change("--sick", "A1", "uke 1 og 2 50 %", "--plain")
    assert said.code == 0, said.all
    assert said.out.startswith("Kari (A1) er 50 % syk fra mandag 4. januar 2027 til søndag 17. januar 2027. ")
    assert (
        "Kari (A1) beholder 2 vakter, 15 timer: D onsdag 6. januar 2027 kl. 08.00–15.30 og D tirsdag 12. " in said.out
    )
    plan = plan_in(folder)
    assert sorted(mine(plan, "A1")) == before[1::2]
    kari = plan.brief.assistant("A1")
    assert [(one.day.isoformat(), one.minutes) for one in kari.credits] == [(one[:10], 450) for one in before[::2]]
    assert not lacking(plan)
    again = change("--sick", "A1", "uke 1 og 2 50 %")
    assert again.code == 2
    assert "Kari (A1) er alt meldt 50 % syk fra mandag 4. januar" in again.err
    # They are not given more than what was left.
    change("--sick", "A2", "5.1.")
    assert "2027-01-05 D" not in mine(plan_in(folder), "A1")
    # When they are well from the second week, so much is left of the first as they have in it.
    change("--well", "A1", "11.1.")
    (gone,) = plan_in(folder).brief.assistant("A1").absences
    assert (gone.dates.last.day, gone.left) == (10, 450)


def test_who_is_well_early_has_the_shifts_back_that_nobody_was_promised_with_short_notice(
    folder: Path, change: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = plan_in(folder)
    change("--sick", "A1", "2027-01-06–2027-01-14")
    away = plan_in(folder)
    lost = sorted(mine(before, "A1") - mine(away, "A1"))
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=4))
    said = change("--well", "A1", "fredag 8. januar", "--plain")
    assert said.code == 0, said.all
    plan = plan_in(folder)
    assert mine(plan, "A1") == mine(away, "A1") | {one for one in lost if one[:10] >= "2027-01-08"}
    assert said.out.startswith("Kari (A1) er frisk igjen fra fredag 8. januar 2027.\n3 vakter går tilbake, 22,5 timer.")
    assert "\nEllers er ingen vakter endret.\n" in said.out
    assert "Årsak: fravær." in said.out
    (gone,) = plan.brief.assistant("A1").absences
    assert (gone.dates.last.day, gone.was_to and gone.was_to.day) == (7, 14)
    assert [one.day.day for one in plan.brief.assistant("A1").credits] == [6]
    assert not lacking(plan)


def test_what_was_promised_within_the_notice_stays_and_is_paid(
    folder: Path, change: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = plan_in(folder)
    change("--sick", "A1", "2027-01-04–2027-01-17")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=9))
    said = change("--well", "A1", "5.1.", "--plain")
    plan = plan_in(folder)
    stays = {one for one in mine(before, "A1") if "2027-01-05" <= one[:10] < "2027-01-13"}
    assert mine(plan, "A1") == {one for one in mine(before, "A1") if one[:10] >= "2027-01-13"}
    assert stays <= mine(plan, "A2") | mine(plan, "A3")
    assert "er betalt, men ikke brukt." in said.out
    called_off = {one.day.isoformat() for one in plan.brief.assistant("A1").credits if one.because.value == "avlyst"}
    assert called_off == {one[:10] for one in stays}


def test_who_is_well_when_others_have_the_shifts_is_not_paid_as_sick_from_that_day(
    folder: Path, change: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At noon, when the shift of that day has begun."""
    into_use(folder, plan_of(brief_of()))
    change("--sick", "A1", "2027-01-06–2027-01-12")
    newest = max((folder / "versjoner").iterdir())
    typed(capsys, "use", newest, "--because", "fravær", "--from", "6.1.", "--note", "alle")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=18))
    assert "Torsdag 7. januar 2027 er forbi" in change("--well", "A1", "7.1.").err
    said = change("--well", "A1", "8.1.", "--plain").out
    assert "Ingen vakter går tilbake." in said
    plan = plan_in(folder)
    paid = [(one.day.day, one.because.value) for one in plan.brief.assistant("A1").credits]
    assert paid == [(6, "syk"), (8, "avlyst"), (12, "avlyst")]
    assert not lacking(plan)
    newest = max((folder / "versjoner").iterdir())
    assert f"roster use {newest} --because fravær --from 2027-01-08»" in said
    used = typed(capsys, "use", newest, "--because", "fravær", "--from", "8.1.")
    assert used.code == 0, used.all


def test_who_stood_in_gives_back_for_good_and_who_is_sick_has_nothing_back(folder: Path, change: Run) -> None:
    before = plan_in(folder).dated.works
    change("--sick", "A1", "2027-01-06–2027-01-14")
    change("--sick", "A2", "2027-01-06–2027-01-08")
    change("--well", "A1", "6.1.")
    plan = plan_in(folder)
    assert mine(plan, "A1") == {shift for who, shift in before if who == "A1"}
    assert not mine(plan, "A2") & {D(6), D(7), D(8)}
    said = change("--well", "A2", "6.1.", "--plain").out
    assert "\nÅrsak: fravær.\n" in said
    assert plan_in(folder).dated.works == before


def test_shifts_that_have_begun_are_not_said_to_be_covered(
    folder: Path, change: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=18))
    said = change("--sick", "A1", "2027-01-06–2027-01-12", "--plain").out
    assert " 1 vakt må dekkes, 7,5 timer. 2 vakter har alt begynt: D onsdag 6. januar 2027" in said


def test_who_is_not_sick_cannot_be_well_again(change: Run) -> None:
    said = change("--well", "A1", "5.1.")
    assert said.code == 2
    assert "er ikke meldt syk tirsdag 5. januar 2027." in said.err
    both = change("--well", "A1", "5.1.", "--sick", "A1", "6.1.")
    assert "Kari (A1) er både syk og frisk igjen" in both.err


def test_a_shift_that_was_called_off_and_is_needed_again_is_paid_once(folder: Path, change: Run) -> None:
    before = plan_in(folder)
    change("--need", "2027-01-05 D 0")
    ola = plan_in(folder).brief.assistant("A2")
    assert [(one.day.day, one.minutes, one.because) for one in ola.credits] == [(5, 450, Because.CALLED_OFF)]
    said = change("--need", "2027-01-05 D 1", "--plain")
    assert said.code == 0, said.all
    plan = plan_in(folder)
    assert plan.dated.works == before.dated.works
    assert not plan.brief.assistant("A2").credits


def test_a_change_of_a_change_is_taken_into_use_from_the_first_of_all_that_is_new(
    folder: Path, change: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    into_use(folder, plan_of(brief_of()))
    change("--sick", "A1", "2027-01-06")
    said = change("--give", "2027-01-14 D", "A3", "--plain")
    newest = max((folder / "versjoner").iterdir())
    assert f"roster use {newest} --because fravær --from 2027-01-06" in said.out
    said = typed(capsys, "use", newest, "--because", "fravær", "--from", "6.1.", "--note", "alle")
    assert said.code == 0, said.all


def test_who_is_away_cannot_because_they_are_away_and_those_days_are_shown_so(
    folder: Path, change: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    change("--sick", "A1", "2027-01-04–2027-01-08")
    codes = free_days(plan_in(folder).dated, "A1")
    assert {day.day for day, code in codes.items() if code is FreeDay.LEAVE} == {4, 5, 6, 7, 8}
    said = typed(capsys, "who", folder, "--shift", "5.1. D", "--plain").out
    assert "- Kari (A1): Kari går dagvakt tirsdag 5. januar 2027 kl. 08.00–15.30, men er borte da" in said


def test_what_stands_open_is_told_once(folder: Path, change: Run) -> None:
    """Nobody is there to take it."""
    plan = plan_of(brief_of())
    off = (DateSpan(date(2027, 1, 5), date(2027, 1, 5)),)
    people = tuple(one if one.id == "A2" else replace(one, vacation=off) for one in plan.brief.assistants)
    saved(folder, plan_of(replace(plan.brief, assistants=people)))
    said = change("--sick", "A2", "5.1.", "--plain").out
    assert " 1 vakt står åpen." in said
    assert "Denne står åpen:\n- D tirsdag 5. januar 2027" in said
    assert "Vakta som står åpen, kan ikke dekkes" in said
    assert "har 0 av 1" not in said
    assert "\nTa den i bruk med" in said
