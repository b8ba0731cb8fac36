"""Which version runs on which day, whatever was taken into use in what order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from roster.domain.kinds import Form
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.workflow import special
from roster.workflow.course import Version, read_log
from roster.workflow.discuss import Told, discuss
from roster.workflow.feeds import EVENTS, calendars_in_use
from roster.workflow.in_force import InForce, in_force, taken
from roster.workflow.planned_rows import planned_rows
from roster.workflow.submit import submit
from roster.workflow.use import Used, Wish, use
from tests.approval.arrangement import NOW, START, brief_of, plan_of, saved
from tests.calendars.subscriber import events


def plan(week: int, weeks: int) -> Plan:
    """A kalenderplan from that week on, counted from 0."""
    brief = brief_of()
    period = replace(brief.period, start=START + timedelta(days=7 * week), weeks=weeks)
    return plan_of(replace(brief, period=period))


def into_use(folder: Path, made: Plan, week: int | None = None, of: str = "") -> Used:
    version = saved(folder, made, of=of)
    submit(version, None, "arbeidsleder", NOW)
    discuss(version, Told(START - timedelta(days=14), True), "arbeidsgiver", NOW)
    since = None if week is None else START + timedelta(days=7 * week)
    return use(version, Wish(since=since), "arbeidsgiver", NOW)


def weeks(folder: Path) -> list[tuple[str, int, int]]:
    """Each version with the weeks in which it has shifts: from the first, up to the last."""
    return [
        (one.version, (one.first - START).days // 7, (one.last - START).days // 7)
        for one in in_force(folder)
        if one.last is not None
    ]


def test_a_plan_of_a_week_has_what_ran_already_before_and_after_it(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    assert into_use(folder, plan(0, 4)).then is None
    said = into_use(folder, plan(2, 1))
    assert said.then is not None
    assert weeks(folder) == [("0001", 0, 1), ("0002", 2, 2), ("0001", 3, 3)]
    assert (said.then.version, said.then.first) == ("0001", START + timedelta(days=21))
    days = sorted(row.day for row in planned_rows(in_force(folder), date.min, date.max))
    assert days == [START + timedelta(days=day) for day in range(28) if day % 7 < 5]


def test_one_taken_into_use_from_an_earlier_day_takes_its_own_days_alone(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    into_use(folder, plan(0, 5))
    into_use(folder, plan(3, 2), 4)
    into_use(folder, plan(1, 2))
    assert weeks(folder) == [("0001", 0, 0), ("0003", 1, 2), ("0001", 3, 3), ("0002", 4, 4)]
    into_use(folder, plan(0, 6), 2)
    assert weeks(folder) == [("0001", 0, 0), ("0003", 1, 1), ("0004", 2, 5)]
    planned = planned_rows(in_force(folder), date.min, date.max)
    told = events((folder / "kalender" / "arbeidsleder.ics").read_bytes())
    assert sorted(f"{row.start:%Y%m%dT%H%M%S} Oslo" for row in planned) == sorted(
        one["DTSTART"] for one in told if one["STATUS"] == "CONFIRMED"
    )


def otherwise(made: Plan, *weeks: int) -> Plan:
    """Kari and Ola have exchanged the first two shifts of those weeks."""
    days = [f"{START + timedelta(days=7 * week + day)} D" for week in weeks for day in (0, 1)]
    other = {"A1": "A2", "A2": "A1"}
    works = frozenset((other[who] if shift in days else who, shift) for who, shift in made.roster.works)
    return Plan(made.brief, Roster(made.roster.frame, works))


def test_a_change_of_some_weeks_leaves_later_weeks_that_were_changed_before_it(tmp_path: Path) -> None:
    """As a ferieturnus for the summer, and then a høytidsturnus for May, both made of the year's plan."""
    folder = tmp_path / "t"
    whole = plan(0, 4)
    into_use(folder, whole)
    into_use(folder, otherwise(whole, 3), of="0001")
    said = into_use(folder, otherwise(whole, 1), of="0001")
    assert weeks(folder) == [("0001", 0, 0), ("0003", 1, 2), ("0002", 3, 3)]
    assert said.then is not None
    assert (said.then.version, said.then.first) == ("0002", START + timedelta(days=21))
    planned = planned_rows(in_force(folder), date.min, date.max)
    told = events((folder / "kalender" / "A1.ics").read_bytes())
    assert sorted(f"{row.start:%Y%m%dT%H%M%S} Oslo" for row in planned if row.who == "A1") == sorted(
        one["DTSTART"] for one in told if one["STATUS"] == "CONFIRMED"
    )
    log, kept = read_log(folder), (folder / EVENTS).read_bytes()
    (folder / EVENTS).unlink()
    last = list(taken(folder, log))[-1]
    again = calendars_in_use(folder, last.plan, last.use.since, NOW, log, last.aside)
    assert again.files[EVENTS] == kept


def test_the_next_red_days_are_planned_in_the_version_that_runs_on_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of weeks from February a second version runs from the week before Easter."""
    folder, easter = tmp_path / "t", date(2027, 3, 22)
    brief = brief_of()
    period = replace(brief.period, start=easter - timedelta(days=28), weeks=8)
    whole = plan_of(replace(brief, period=period))
    into_use(folder, whole)
    monday, tuesday = (f"{easter + timedelta(days=day)} D" for day in (0, 1))
    other = {"A1": "A2", "A2": "A1"}
    works = frozenset((other[who] if one in (monday, tuesday) else who, one) for who, one in whole.roster.works)
    assert into_use(folder, Plan(whole.brief, Roster(whole.roster.frame, works)), of="0001").use.since == easter
    begun: list[str] = []

    def planned(kind: object, asked: object, version: Version, *_: object, **__: object) -> None:
        begun.append(version.number)

    monkeypatch.setattr(special, "planned", planned)
    now = datetime(2027, 2, 22, 12, tzinfo=UTC)
    special.holidays(special.SpecialAsked(folder), now, lambda: False)
    assert begun == ["0002"]


def test_a_change_of_weeks_that_were_changed_before_takes_their_place(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    whole = plan(0, 4)
    into_use(folder, whole)
    into_use(folder, otherwise(whole, 3), of="0001")
    assert into_use(folder, otherwise(whole, 1, 3), of="0001").then is None
    assert weeks(folder) == [("0001", 0, 0), ("0003", 1, 3)]


def test_a_grunnturnus_goes_on_after_its_dates_so_nothing_that_ran_before_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    into_use(folder, plan(0, 4))
    brief = brief_of()
    cycle = replace(brief, period=replace(brief.period, form=Form.CYCLE, rollout_weeks=2))
    into_use(folder, plan_of(cycle), 1)
    assert [(one.version, one.first, one.last) for one in in_force(folder)] == [
        ("0001", START, START + timedelta(days=6)),
        ("0002", START + timedelta(days=7), None),
    ]


def test_a_shift_before_the_week_ends_on_the_day_after_the_last_is_planned_too() -> None:
    """Weeks from nine in the morning: the shift at eight on the next Monday is the last of the plan."""
    brief = replace(brief_of(), period=replace(brief_of().period, weeks=1, week_cut=9 * 60))
    first = plan_of(brief)
    second = plan_of(replace(brief, period=replace(brief.period, start=START + timedelta(days=7))))
    ran = [
        InForce("0001", first.dated, START, first.until),
        InForce("0002", second.dated, START + timedelta(days=7), second.until),
    ]
    days = sorted(row.day for row in planned_rows(ran, date.min, date.max))
    assert days == [START + timedelta(days=day) for day in range(1, 15) if day % 7 < 5]
    early = replace(ran[0], last=START + timedelta(days=5))
    assert max(row.day for row in planned_rows([early], date.min, date.max)) == START + timedelta(days=4)
