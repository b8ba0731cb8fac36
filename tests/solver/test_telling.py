"""Rosters found are judged and told of in no more than a part of the time; the cheapest is told of in the end."""

from threading import Semaphore
from typing import Any

import pytest

from solver.model import model_of
from solver.problem import Limit, Off, Person, Problem, Works
from solver.search.course import Course
from solver.search.improve import Improving, improve
from solver.search.run import Outcome
from solver.search.telling import REST, Telling
from solver.stretches import Shift

DAY = 24 * 60
TAKES = 2.0


class Clock(Course):
    """A course by a clock of its own, for which each roster takes as long to judge."""

    def __init__(self, *limits: Limit) -> None:
        shifts = tuple(Shift(f"s{at}", at * DAY, at * DAY + 480) for at in range(4))
        model = model_of(Problem((Person("kari"),), shifts, limits, 4 * DAY))
        super().__init__(model, seconds=None, gap=0.0, on_better=None, stop=None)
        self.now = 0.0
        self.told: list[int] = []

    def elapsed(self) -> float:
        return self.now

    def found(self, works: Works) -> bool:
        self.now += TAKES
        self.told.append(len(works))
        return True


def telling(course: Clock, **how: Any) -> tuple[Telling, list[list[int]]]:
    """It, and rosters of no shift, of one, and so on."""
    count = len(course.model.variables)
    return Telling(course, course.parts, **how), [[int(at < some) for at in range(count)] for some in range(count)]


def each_in_turn(course: Clock, *, always: bool) -> Telling:
    """It, when each of the rosters has been taken, and told of if it was time."""
    some, rosters = telling(course, always=always)
    for values in rosters:
        some.take(values)
        some.tell()
    return some


def test_a_roster_that_a_cheaper_one_follows_at_once_is_not_told_of() -> None:
    course = Clock()
    some = each_in_turn(course, always=False)
    assert course.told == [0]
    course.now = TAKES + REST * TAKES - 0.1
    some.tell()
    assert course.told == [0]
    course.now += 0.1
    some.tell()
    assert course.told == [0, 3]
    some.tell(at_once=True)
    assert course.told == [0, 3], "nothing is told of twice"


def test_where_the_clock_decides_nothing_every_roster_is_told_of() -> None:
    course = Clock()
    each_in_turn(course, always=True)
    assert course.told == [0, 1, 2, 3]


def test_the_cheapest_is_told_of_though_it_is_not_time() -> None:
    course = Clock()
    some, rosters = telling(course, always=False)
    some.take(rosters[0])
    some.tell()
    some.take(rosters[2])
    some.tell(at_once=True)
    assert course.told == [0, 2]


@pytest.mark.parametrize("threads", [1, 2])
def test_what_is_found_last_is_told_of_when_the_search_ends(threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    course = Clock()
    values = [0] * len(course.model.variables)

    def step(self: Any) -> None:
        self._telling.take([1] * len(values))
        self.spend(1.0)

    monkeypatch.setattr("solver.search.improve.Improving.step", step)
    improve(course, course.parts, values, threads=threads, seed=0, deterministic=1.0, mends=False)
    assert course.told == [4]


def test_what_is_done_beside_is_waited_for_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no patience left, and the other thread goes on all the same until it is done."""
    course = Clock()
    steps = Semaphore(0)
    monkeypatch.setattr("solver.search.improve.Improving.step", lambda _: steps.release())

    taken = list[bool]()

    def beside(_: Improving) -> None:
        taken.extend(steps.acquire(timeout=20) for _ in range(5))

    values = [0] * len(course.model.variables)
    improve(course, course.parts, values, threads=2, seed=0, patience=-1.0, mends=False, beside=beside)
    assert taken == [True] * 5


def test_what_a_dive_ends_with_is_told_of_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    course = Clock(Off("kari", ("s0",), "wish", cost=10))
    count = len(course.model.model.proto.variables)
    worked, free = [1] * count, [0] * count
    ended = Outcome(free, None, None, impossible=False, optimal=True, deterministic=0.1)
    improving = Improving(course, course.parts, worked, 0, asks=False, mends=False)
    monkeypatch.setattr(improving, "_solved", lambda *_, **__: ended)
    assert improving.finished(worked, set(), 1.0) == (free, True, True)
    assert course.told == [0]
