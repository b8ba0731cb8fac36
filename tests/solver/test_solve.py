"""Rosters are found, kept, told of and never worse than what they are said to be."""

import time
from dataclasses import replace
from random import Random

import pytest
from samples import Sample, rolled_out

from solver import judge
from solver.problem import Apart, Cover, Fixed, Minutes, Off, Person, Problem
from solver.rest import RestInWindow
from solver.result import Impossible, Made, OutOfTime, Progress
from solver.search import plan
from solver.search.course import Course
from solver.solve import solve
from solver.stretches import Shift

SMALL = Sample(2, (100, 80, 75, 60, 60, 50, 50)).problem()
EIGHT = (80,) * 8
KARI, OLA = Person("kari"), Person("ola")


def days(count: int) -> tuple[Shift, ...]:
    return tuple(Shift(f"d{at}", at * 1440 + 480, at * 1440 + 960) for at in range(count))


def filled(told: list[Progress]) -> bool:
    """The last roster told of leaves no need open."""
    return bool(told) and not told[-1].cost_by_reason.get("cover")


def test_patience_is_for_a_first_roster_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    course = Course(SMALL, seconds=5, gap=0.0, on_better=None, stop=None, patience=60)
    assert course.left() == 5
    now += 6
    assert (course.left(), course.over()) == (59, False)
    course.found(frozenset())
    assert course.over()
    now += 60
    assert Course(SMALL, seconds=0, gap=0.0, on_better=None, stop=None).over()


def test_the_way_from_a_start_to_a_first_roster_has_the_patience_of_its_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two are needed and nobody works at the start: when the time is out the way there goes on, and then ends."""
    now, over = 100.0, list[bool]()
    needed = Problem((KARI, OLA), days(1), (Cover("d0", ("d0",), "need", 2, cost=None),), 1440)
    course = Course(needed, seconds=5, gap=0.0, on_better=None, stop=None, patience=60)

    def improve(way: Course, *_: object, **__: object) -> None:
        nonlocal now
        for later in (6, 60):
            now += later
            way.ask_to_stop()
            over.append(way.over())

    monkeypatch.setattr(plan, "improve", improve)
    monkeypatch.setattr(plan, "HOPELESS", 2.0)
    monkeypatch.setattr(time, "monotonic", lambda: now)
    course.began = now
    plan._by_way_of(course, frozenset(), threads=1, seed=0, deterministic=None)
    assert over == [False, True]


def test_a_small_roster_is_proven_best():
    limits = (
        *(Cover(one.id, (one.id,), "need", 1, 1, cost=10) for one in days(3)),
        Off("kari", ("d0",), "away"),
        Off("ola", ("d0",), "away"),
        Minutes("kari", tuple((one.id, 480) for one in days(3)), "hours", most=480),
        Fixed("kari", ("d1",), "wish", cost=3),
    )
    found = solve(Problem((KARI, OLA), days(3), limits, 3 * 1440), seconds=10)
    assert isinstance(found, Made)
    assert found.proven
    assert found.cost == 10
    assert found.cost_by_reason == {"need": 10}
    assert ("kari", "d1") in found.works


def test_no_roster_is_an_answer():
    limits = (Cover("d0", ("d0",), "need", 2, cost=None), Off("ola", ("d0",), "away"))
    problem = Problem((KARI, OLA), days(1), limits, 1440)
    assert isinstance(solve(problem, seconds=10), Impossible)
    assert isinstance(solve(problem, deterministic=1.0), Impossible)


def test_costs_are_those_of_the_judge_and_better_rosters_are_told_in_turn():
    told = []
    found = solve(SMALL, seconds=1.5, on_better=told.append)
    assert isinstance(found, Made)
    assert dict(found.cost_by_reason) == judge.cost_by_reason(SMALL, found.works)
    assert found.cost == sum(judge.cost_by_reason(SMALL, found.works).values())
    assert judge.broken(SMALL, found.works) == ()
    costs = [one.cost for one in told]
    assert costs == sorted(costs, reverse=True)
    assert len(set(costs)) == len(costs)
    assert told[-1].works == found.works
    assert all(one.bound <= one.cost for one in told)
    assert found.bound <= found.cost


@pytest.mark.parametrize(
    ("problem", "effort"), [(SMALL, 0.2), pytest.param(Sample(4).problem(), 1.0, marks=pytest.mark.slow)]
)
def test_the_same_seed_and_effort_give_the_same_roster(problem, effort):
    first = solve(problem, deterministic=effort, seed=3)
    second = solve(problem, deterministic=effort, seed=3)
    assert isinstance(first, Made)
    assert isinstance(second, Made)
    assert (first.works, first.cost, first.bound) == (second.works, second.cost, second.bound)


@pytest.mark.parametrize("problem", [SMALL, pytest.param(Sample(12, EIGHT).problem(), marks=pytest.mark.slow)])
def test_a_search_can_be_stopped_and_keeps_its_best(problem):
    told = []
    found = solve(problem, seconds=300, on_better=told.append, stop=lambda: bool(told))
    assert isinstance(found, Made)
    assert found.stopped
    assert found.works == told[-1].works
    assert judge.broken(problem, found.works) == ()


def test_a_search_stopped_before_it_begins_says_so():
    assert isinstance(solve(Sample(12).problem(), seconds=60, stop=lambda: True), OutOfTime | Made)


def test_an_interrupt_is_the_callers_to_handle():
    def interrupt() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        solve(SMALL, seconds=20, stop=interrupt)


def test_what_a_listener_raises_reaches_the_caller():
    def refuse(progress):
        raise LookupError(progress.cost)

    with pytest.raises(LookupError):
        solve(SMALL, seconds=20, on_better=refuse)


def test_no_time_is_no_reason_to_fail():
    assert isinstance(solve(SMALL, seconds=0), OutOfTime | Made)


def test_a_start_that_breaks_limits_is_mended():
    limits = (
        Apart("kari", "apart"),
        RestInWindow("kari", 660, 1440, "rest"),
        Minutes("kari", tuple((one.id, 480) for one in days(5)), "hours", most=3 * 480),
    )
    problem = Problem((KARI,), days(5), limits, 5 * 1440)
    start = frozenset(("kari", one.id) for one in days(4)) | {("kari", "gone"), ("nora", "d0")}
    found = solve(problem, seconds=3, start=start)
    assert isinstance(found, Made)
    assert judge.broken(problem, found.works) == ()


@pytest.mark.slow
def test_shifts_that_must_be_filled_are():
    problem = Sample(12).problem()
    roomy = (one for one in problem.limits if one.because != "contract")
    hard = tuple(replace(one, cost=None) if isinstance(one, Cover) else one for one in roomy)
    problem = replace(problem, limits=hard)
    told = []
    found = solve(problem, seconds=180, on_better=told.append, stop=lambda: bool(told))
    assert isinstance(found, Made)
    assert judge.broken(problem, found.works) == ()


@pytest.mark.slow
def test_a_cycle_rolled_out_with_conflicts_is_a_start_for_a_calendar():
    cycle = Sample(4, EIGHT)
    told = []
    made = solve(cycle.problem(), seconds=300, on_better=told.append, stop=lambda: filled(told))
    assert isinstance(made, Made)
    calendar = Sample(12, EIGHT, cyclic=False)
    problem = calendar.problem()
    start = set(rolled_out(cycle, made.works, 12))
    random = Random(1)
    for person, shift in random.sample(sorted(start), 10):
        start.discard((person, shift))
        start.add((random.choice(calendar.people), shift))
    assert judge.broken(problem, frozenset(start))
    told.clear()
    found = solve(problem, seconds=300, start=frozenset(start), on_better=told.append, stop=lambda: bool(told))
    assert isinstance(found, Made)
    assert judge.broken(problem, found.works) == ()


@pytest.mark.parametrize("effort", [0.0, -1.0])
def test_where_no_effort_is_left_what_there_is_at_once_is_the_answer(effort: float) -> None:
    """A line of weeks that was looked at first may have taken all of it."""
    wanted = Cover("d0", ("d0",), "need", 1, cost=5)
    answer = solve(Problem((KARI,), days(1), (wanted,), 1440), deterministic=effort)
    assert isinstance(answer, Made)


def test_values_at_hand_are_gone_on_from_only_where_they_are_the_best_roster() -> None:
    off = Off("kari", ("d0",), "off", cost=5)
    course = Course(Problem((KARI,), days(1), (off,), 1440), seconds=60, gap=0.0, on_better=None, stop=None)
    course.found(frozenset({("kari", "d0")}))
    before = plan._values(course, course.parts)
    assert before is not None
    assert plan._values(course, course.parts, before) is before
    course.found(frozenset())
    after = plan._values(course, course.parts, before)
    assert after is not None
    assert not course.model.works(after)
