"""A roster whose nights and Sundays give another full-time week than was taken for granted (D17)."""

import time
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.brief import Brief
from roster.domain.days import When
from roster.domain.help_needed import Need
from roster.domain.kinds import Tariff
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning.asked import Asked
from roster.planning.former import CHANGED_FROM
from roster.planning.own_weeks import OwnWeeks, changed_weeks, with_own_weeks
from roster.planning.plan import Former, _Run, _run, make_plan
from roster.planning.result import Planned
from roster.planning.run_parts import Part
from roster.planning.search import Search
from solver import judge
from solver.problem import Problem, Works
from solver.result import Answer, Made, OutOfTime, Progress
from tests.rules.builders import roster_of
from tests.support.plans import brief_of


def by_agreement(line: str, week: int) -> Roster:
    roster = roster_of(kari=line)
    brief = roster.frame.brief
    kari = replace(brief.assistant("kari"), full_time_week=week, percent=Decimal(100))
    arrangement = replace(brief.arrangement, tariff=Tariff.VIRKE_BPA)
    frame = replace(roster.frame, brief=replace(brief, assistants=(kari,), arrangement=arrangement))
    return Roster(frame, roster.works)


def test_day_work_alone_gives_a_longer_week_than_the_usual_one():
    roster = by_agreement("08-15 08-15 08-15 08-15 08-15 - -", 35 * 60 + 30)
    own = with_own_weeks(roster.frame.brief, roster)
    assert own is not None
    assert [(one.id, one.full_time_week) for one in changed_weeks(roster.frame.brief, own)] == [("kari", 37 * 60 + 30)]


def test_evenings_keep_the_usual_week():
    roster = by_agreement("14-22 14-22 14-22 14-22 - - -", 35 * 60 + 30)
    assert with_own_weeks(roster.frame.brief, roster) is None


def test_a_week_that_a_contract_names_stays():
    roster = by_agreement("08-15 08-15 08-15 08-15 08-15 - -", 33 * 60)
    assert with_own_weeks(roster.frame.brief, roster) is None


def test_who_has_an_own_week_already_keeps_it_where_another_gets_one() -> None:
    brief = days_alone()
    first, second = brief.assistants
    so_far = replace(brief, assistants=(replace(first, full_time_week=37 * 60 + 30), second))
    asked = Asked.of(so_far)
    own = with_own_weeks(brief, Roster(asked.frame, by_turns(asked)))
    assert own is not None
    assert [one.full_time_week for one in own.assistants] == [37 * 60 + 30] * 2


@pytest.mark.parametrize(("late", "over"), [(0.0, True), (0.9, False)])
def test_a_search_ends_late_though_hours_are_lacking(late: float, over: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    brief, ended = days_alone(), list[bool]()
    works = by_turns(Asked.of(brief))

    def run(self: Search, problem: Problem, seconds: float, **more: Any) -> Answer:
        more["on_better"](Progress(1.0, 5000, 0, {"short|A2|0": 5000}, works))
        ended.append(more["stop"]())
        return OutOfTime(1.0)

    monkeypatch.setattr(Search, "run", run)
    run_of = _run(brief, None, Search(), 600.0, None, None, began=time.monotonic())
    run_of.search_on(500.0, 0.0, Part(soon=0.0, late=late), brief)
    assert ended == [over]


def test_a_plan_is_of_the_weeks_that_its_own_shifts_give():
    """Two who work days alone have 37.5 hours by KS, not the 35.5 of a turnus with nights (D17)."""
    stages = []
    answer = make_plan(days_alone(), seconds=2, others=1, on_stage=stages.append)
    assert isinstance(answer, Planned)
    assert [one.full_time_week for one in answer.plan.brief.assistants] == [37 * 60 + 30] * 2
    assert answer.plan.roster.frame.brief == answer.plan.brief
    assert len(stages) == len(set(stages))


def days_alone() -> Brief:
    brief = brief_of(weeks=1)
    days = Need("D", When(frozenset({0, 1, 2, 3, 4})), 1)
    return replace(brief, needs=(days,), events=(), history=(), wishes=(), assistants=brief.assistants[1:3])


def test_a_roster_is_asked_for_its_own_weeks_once_it_is_settled() -> None:
    asked = Asked.of(days_alone())
    works = by_turns(asked)
    at = [9.9]
    own = OwnWeeks(asked.brief, asked, lambda: at[0], soon=10.0, late=30.0)

    def better(costs: dict[str, int]) -> None:
        own.best = Progress(1.0, sum(costs.values()), 0, costs, works)

    assert not own.differ()
    better({"wish|A2|0": 600, "open|D|0": 0})
    assert not own.differ()
    at[0] = 10.0
    assert own.differ()
    assert not own.differ(), "the same roster is not asked twice"
    better({"short|A2|0": 5000})
    assert not own.differ()
    better({"open|D|0": 100_000})
    assert not own.differ()


def test_late_on_it_is_enough_that_all_need_is_filled() -> None:
    asked, at = Asked.of(days_alone()), [29.9]
    own = OwnWeeks(asked.brief, asked, lambda: at[0], soon=10.0, late=30.0)
    works = by_turns(asked)
    own.best = Progress(1.0, 5000, 0, {"short|A2|0": 5000}, works)
    assert not own.differ()
    at[0] = 30.0
    assert own.differ()
    own.best = Progress(1.0, 5000, 0, {"open|D|0": 5000}, works)
    assert not own.differ()


@pytest.mark.parametrize(("seconds", "until"), [(20.0, 30.0), (50.0, 60.0), (120.0, 132.0)])
def test_hours_that_are_lacking_are_looked_on_at_no_longer_than_the_time_given_allows(
    seconds: float, until: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = list[float]()

    def looked(
        self: Search, problem: Problem, start: Works, enough: object, on_better: object, seconds: float
    ) -> Answer:
        given.append(seconds)
        return OutOfTime(seconds)

    monkeypatch.setattr(Search, "until", looked)
    run_of = _run(days_alone(), None, Search(), seconds, None, None, began=0.0)
    monkeypatch.setattr(type(run_of), "elapsed", lambda self: 15.0)
    short = Made(frozenset(), 5000, {"short|A2|0": 5000}, 0, 1.0, 1.0)
    assert run_of.looked_on(short, 0.0) == short
    assert given == [pytest.approx(until - 15.0)]
    monkeypatch.setattr(type(run_of), "elapsed", lambda self: until)
    assert run_of.looked_on(short, 0.0) == short
    assert len(given) == 1


@pytest.mark.parametrize(("gap", "looked"), [(0.0, 1), (0.19, 1), (0.2, 0), (1.0, 0)])
def test_a_roster_within_the_gap_asked_for_is_not_looked_on_at(
    gap: float, looked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run of ten minutes with a gap went on for two, though the roster that ended the search was within it."""
    brief, begun = days_alone(), list[Works]()

    def until(self: Search, problem: Problem, start: Works, *about: object, **more: object) -> Answer:
        begun.append(start)
        return OutOfTime(0.1)

    monkeypatch.setattr(Search, "until", until)
    searches(monkeypatch, again=Made(by_turns(Asked.of(brief)), 5000, {"short|A2|0": 5000}, 4000, 1.0, 1.0))
    assert isinstance(make_plan(brief, seconds=2, gap=gap), Planned)
    assert len(begun) == looked


@pytest.mark.parametrize(("gap", "looked"), [(0.19, 1), (0.2, 0)])
def test_nor_one_with_the_weeks_that_a_turnus_has_told(
    gap: float, looked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief, begun = days_alone(), list[Works]()
    works = by_turns(Asked.of(brief))
    told = with_own_weeks(brief, Roster(Asked.of(brief).frame, works))
    assert told is not None
    turnus = Roster(Asked.of(told).frame, works)

    def until(self: Search, problem: Problem, start: Works, *about: object, **more: object) -> Answer:
        begun.append(start)
        return OutOfTime(0.1)

    monkeypatch.setattr(Search, "until", until)
    monkeypatch.setattr("roster.planning.plan.turnuses_for", lambda *_, **__: [turnus])
    monkeypatch.setattr(_Run, "begun", lambda self, _: self)
    monkeypatch.setattr(Search, "run", lambda *_, **__: Made(works, 5000, {"short|A2|0": 5000}, 4000, 1.0, 1.0))
    assert isinstance(make_plan(brief, seconds=2, gap=gap), Planned)
    assert len(begun) == looked


def by_turns(asked: Asked) -> Works:
    """Days for the two by turns."""
    shifts = [one.id for one in asked.frame.shifts]
    people = [one.id for one in asked.brief.assistants]
    return frozenset((people[at % 2], shift) for at, shift in enumerate(shifts))


def searches(monkeypatch: pytest.MonkeyPatch, *, again: Answer | None = None) -> list[tuple[Problem, Works, Answer]]:
    """What is asked for, from which roster, and what comes of it: of all searches but the first, ``again``."""
    search, told = Search.run, list[tuple[Problem, Works, Answer]]()

    def run(self: Search, problem: Problem, seconds: float, **more: Any) -> Answer:
        answer = again if told and again is not None else search(self, problem, seconds, **more)
        told.append((problem, more["start"], answer))
        return answer

    monkeypatch.setattr(Search, "run", run)
    return told


def test_a_roster_is_not_lost_where_none_of_its_own_weeks_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    told = searches(monkeypatch, again=OutOfTime(0.1))
    answer = make_plan(days_alone(), seconds=2)
    assert len(told) == 2
    assert isinstance(answer, Planned)
    assert isinstance(told[0][2], Made)
    assert answer.plan.roster.works >= told[0][2].works
    assert [one.full_time_week for one in answer.plan.brief.assistants] == [35 * 60 + 30] * 2
    assert answer.plan.roster.frame.brief == answer.plan.brief


def test_the_time_is_used_where_the_last_roster_gives_no_other_weeks_after_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Days for the two end the search late in its time, and what another thread then ended with is nobody at work."""
    begun = []

    def run(self: Search, problem: Problem, seconds: float, **more: Any) -> Answer:
        begun.append(more["start"])
        if len(begun) == 1:
            more["on_better"](Progress(1.0, 100, 0, {}, works))
            assert more["stop"]()
            return Made(frozenset(), 90, {}, 0, 1.0, 1.0, stopped=True)
        return Made(frozenset(), 95, {}, 0, 1.0, 1.0)

    monkeypatch.setattr(Search, "run", run)
    brief = days_alone()
    works = by_turns(Asked.of(brief))
    run_of = _run(brief, None, Search(), 600.0, None, None, began=time.monotonic())
    answer = run_of.search_on(500.0, 0.0, Part(soon=0.0, late=0.5), brief)
    assert isinstance(answer, Made)
    assert (answer.cost, answer.stopped) == (90, False)
    assert begun == [None, frozenset()]


@pytest.mark.parametrize(("short", "searched"), [(5000, 3), (0, 2)])
def test_a_turnus_with_its_own_weeks_is_looked_on_at_where_hours_are_lacking(
    short: int, searched: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = days_alone()
    works = by_turns(Asked.of(brief))
    told = searches(monkeypatch, again=Made(works, 5000, {"short|A2|0": short}, 0, 1.0, 1.0))
    assert isinstance(make_plan(brief, seconds=2), Planned)
    assert len(told) == searched
    assert [start for _, start, _ in told[2:]] == [works] * (searched - 2)


@pytest.mark.parametrize("keep", [False, True])
def test_the_search_goes_on_from_its_own_roster_and_counts_change_from_the_former(
    keep: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = days_alone()
    nobody = Roster(Asked.of(brief).frame, frozenset())
    told = searches(monkeypatch)
    assert isinstance(make_plan(brief, seconds=2, former=Former(nobody, keep=keep)), Planned)
    (_, at_first, found), (asked, begin, _) = told
    assert at_first == frozenset()
    assert isinstance(found, Made)
    assert found.works
    assert begin == found.works
    changed = {one.because for one in asked.limits if Reason.of(one.because).rule == CHANGED_FROM}
    assert bool(changed) is keep
    assert judge.cost_by_reason(asked, frozenset()).keys().isdisjoint(changed)
