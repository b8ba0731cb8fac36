"""A change on its way into use: the cause that it is, whose word it needs, and calendars that follow."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from roster.cli import clock
from roster.domain.frame import calendar_frame, frame_of
from roster.domain.kinds import Cause, Form
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.planning.rollout import copy_of
from roster.reading.faults import Faults
from roster.workflow.discuss import Told, discuss
from roster.workflow.opening import read_plan
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from tests.approval.arrangement import NOW, START, brief_of, plan_of, saved
from tests.cli.typed import Typed, typed

D = "2027-01-{:02} D".format


@pytest.fixture
def roster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Typed]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return lambda name, *words: typed(capsys, name, "familie", *words)


def in_use(plan: Plan) -> Path:
    folder = Path("familie")
    saved(folder.absolute(), plan)
    submit(folder, None, "arbeidsleder", NOW)
    discuss(folder, Told(START - timedelta(days=14), True), "arbeidsgiver", NOW)
    use(folder, Wish(), "arbeidsgiver", NOW)
    return folder


def statuses(folder: Path, who: str) -> list[str]:
    calendar = Calendar.from_ical((folder / "kalender" / f"{who}.ics").read_bytes())
    return sorted(str(one["STATUS"]) for one in calendar.walk("VEVENT"))


def test_an_absence_is_taken_into_use_without_a_new_drofting_and_the_calendars_follow(
    roster: Callable[..., Typed],
) -> None:
    folder = in_use(plan_of(brief_of()))
    nora = (folder / "kalender/A3.ics").read_bytes()
    roster("change", "--sick", "A1", "2027-01-06")
    assert roster("use", "--because", "fravær", "--from", "2027-01-06").code == 0
    assert statuses(folder, "A1") == ["CANCELLED", *["CONFIRMED"] * 4]
    assert statuses(folder, "A2") == ["CONFIRMED"] * 6
    assert (folder / "kalender/A3.ics").read_bytes() == nora


@pytest.mark.slow
def test_changes_begin_with_the_newest_change_of_what_is_in_use(roster: Callable[..., Typed]) -> None:
    folder = in_use(plan_of(brief_of()))
    saved(folder.absolute(), plan_of(brief_of()))
    roster("change", "--sick", "A1", "2027-01-06")
    said = roster("change", "--sick", "A2", "2027-01-13", "--plain")
    assert "Versjon 0004 er laget av versjon 0003." in said.out
    people = {one.id: one for one in read_plan(folder).plan.brief.assistants}
    assert people["A1"].absences
    assert people["A2"].absences


def test_a_shift_given_away_is_a_bytte_by_the_word_of_who_gives_it(roster: Callable[..., Typed]) -> None:
    folder = in_use(plan_of(brief_of()))
    said = roster("change", "--give", D(4), "A2", "--plain")
    assert "--because bytte" in said.out
    assert "--note" in said.out
    with pytest.raises(Faults, match="gitt bort"):
        use(folder, Wish(cause=Cause.SWAP), "arbeidsgiver", NOW)
    use(folder, Wish(cause=Cause.SWAP, note="Kari har sagt ja"), "arbeidsgiver", NOW)


@pytest.mark.slow
def test_an_absence_that_moves_others_needs_their_word(roster: Callable[..., Typed]) -> None:
    folder = in_use(plan_of(brief_of()))
    roster("change", "--sick", "A1", "2027-01-06")
    roster("change", "--swap", f"A1:{D(4)}", f"A2:{D(5)}")
    with pytest.raises(Faults, match="ikke er borte"):
        use(folder, Wish(cause=Cause.ABSENCE), "arbeidsgiver", NOW)
    use(folder, Wish(cause=Cause.ABSENCE, note="Kari og Ola har byttet"), "arbeidsgiver", NOW)


def test_the_dates_of_a_grunnturnus_change_and_the_grunnturnus_stays(roster: Callable[..., Typed]) -> None:
    brief = brief_of()
    brief = replace(brief, period=replace(brief.period, form=Form.CYCLE, rollout_weeks=4))
    cycle = frame_of(brief)
    own = Roster(cycle, frozenset((f"A{1 + at % 2}", one.id) for at, one in enumerate(cycle.shifts)))
    dates = calendar_frame(brief, 4)
    folder = in_use(Plan(brief, own, Roster(dates, copy_of(own, dates))))
    said = roster("change", "--sick", "A1", "2027-01-20–2027-01-22", "--plain")
    assert said.code == 0, said.all
    before, after = (read_plan(folder / "versjoner" / one).plan for one in ("0001", "0002"))
    assert after.roster.works == before.roster.works
    assert before.dated.works - after.dated.works == {("A1", D(20)), ("A1", D(22))}
    assert {(one.who, one.day.day) for one in after.changes} == {(who, day) for who in ("A1", "A2") for day in (20, 22)}
    assert roster("use", "--because", "fravær", "--from", "2027-01-20").code == 0
