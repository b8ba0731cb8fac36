"""A plan of a week within a longer one: each change belongs to the version that runs on its day."""

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from roster.cli import clock
from roster.domain.kinds import Cause
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.workflow.current import current
from roster.workflow.in_force import in_force
from roster.workflow.use import Wish, use
from tests.approval.arrangement import NOW, START, saved, swapped
from tests.approval.test_in_force import into_use, plan
from tests.cli.typed import Typed, typed

D = "2027-01-{:02} D".format


@pytest.fixture(name="made", scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four weeks from 4 January, and a plan of the third that was taken into use after it."""
    folder = tmp_path_factory.mktemp("familie") / "t"
    into_use(folder, plan(0, 4))
    into_use(folder, plan(2, 1))
    return folder


@pytest.fixture(name="roster")
def _roster(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Typed]:
    """Seen before they begin."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    shutil.copytree(made, tmp_path / "t")
    return lambda name, *words: typed(capsys, name, "t", *words)


def weeks(folder: Path) -> list[tuple[str, int, int]]:
    return [
        (one.version, (one.first - START).days // 7, ((one.last or one.first) - START).days // 7)
        for one in in_force(folder)
    ]


def confirmed(folder: Path, who: str) -> list[int]:
    """The days of January with a shift, as the calendar has them."""
    made = Calendar.from_ical((folder / "kalender" / f"{who}.ics").read_bytes())
    return sorted(one["DTSTART"].dt.day for one in made.walk("VEVENT") if one["STATUS"] == "CONFIRMED")


def test_what_changes_begin_with_is_what_runs_on_the_day(roster: Callable[..., Typed]) -> None:
    days = {0: "0001", 13: "0001", 14: "0002", 20: "0002", 21: "0001", 60: "0001", -30: "0001"}
    assert {day: current(Path("t"), START + timedelta(days=day)).version for day in days} == days


def test_a_shift_that_is_changed_belongs_to_the_version_of_its_day(roster: Callable[..., Typed]) -> None:
    assert "Versjon 0003 er laget av versjon 0001." in roster("change", "--give", D(4), "A2", "--plain").out
    assert "Versjon 0004 er laget av versjon 0002." in roster("change", "--give", D(18), "A2", "--plain").out


def test_an_absence_over_days_of_both_says_that_the_other_is_not_changed(roster: Callable[..., Typed]) -> None:
    said = roster("change", "--sick", "A3", "2027-01-14–2027-01-20", "--plain").out
    assert "Fra 18.01.2027 til 24.01.2027 gjelder versjon 0002, som ikke er endret." in said


def test_a_swap_of_the_longer_plan_leaves_the_week_of_the_other_as_it_is(roster: Callable[..., Typed]) -> None:
    folder = Path("t")
    before = confirmed(folder, "A1")
    third = [day for day in before if 18 <= day <= 24]
    roster("change", "--give", D(4), "A2")
    used = use(folder, Wish(START, Cause.SWAP, "Kari har sagt ja"), "arbeidsgiver", NOW)
    assert used.before == "0001"
    assert weeks(folder) == [("0003", 0, 1), ("0002", 2, 2), ("0003", 3, 3)]
    assert confirmed(folder, "A1") == [day for day in before if day != 4]
    assert [day for day in confirmed(folder, "A1") if 18 <= day <= 24] == third


def test_a_swap_in_the_week_is_held_against_the_plan_of_that_week(roster: Callable[..., Typed]) -> None:
    roster("change", "--give", D(18), "A2")
    used = use(Path("t"), Wish(None, Cause.SWAP, "Kari har sagt ja"), "arbeidsgiver", NOW)
    assert used.before == "0002"
    assert weeks(Path("t")) == [("0001", 0, 1), ("0003", 2, 2), ("0001", 3, 3)]


def test_a_swap_by_hand_is_held_against_what_runs_on_its_first_day(roster: Callable[..., Typed]) -> None:
    saved(Path("t").absolute(), swapped(plan(0, 4)))
    assert use(Path("t"), Wish(START, Cause.SWAP), "arbeidsgiver", NOW).before == "0001"


def test_status_tells_what_runs_day_for_day(roster: Callable[..., Typed]) -> None:
    said = roster("status", "--plain").out
    assert "I bruk: versjon 0001" in said
    assert (
        "Dag for dag gjelder versjon 0001 fra 04.01.2027 til 17.01.2027, versjon 0002 fra 18.01.2027 til 24.01.2027 og "
        "versjon 0001 fra 25.01.2027 til 31.01.2027." in said
    )
    told: dict[str, Any] = json.loads(roster("status", "--json").out)
    assert told["versions"] == {"0001": "tatt i bruk", "0002": "tatt i bruk"}


def test_the_open_shifts_are_those_of_what_runs_on_each_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    into_use(tmp_path / "t", without(plan(0, 4), 7, 14))
    into_use(tmp_path / "t", without(plan(2, 1), 15))
    told = json.loads(typed(capsys, "ask", "t", "--json").out)
    assert [one["shift"] for one in told["shifts"]] == [D(11), D(19)]


def without(made: Plan, *days: int) -> Plan:
    """The plan with those days, from the first of all, left open."""
    gone = {START + timedelta(days=day) for day in days}
    frame = made.roster.frame
    works = frozenset(one for one in made.roster.works if frame.shift[one[1]].start.date() not in gone)
    return Plan(made.brief, Roster(frame, works))
