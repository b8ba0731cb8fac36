"""The whole model asked from below: for rosters that cost no more than so much."""

from itertools import count
from random import Random
from typing import Any

import pytest
from drawn_lines import drawn

from solver.model import model_of
from solver.problem import Cover, Off, Person, Problem
from solver.search import close as module
from solver.search.close import LONGER, NEAR, NEARER, NEAREST, Closing
from solver.search.course import Course
from solver.search.run import Outcome
from solver.search.whole import whole
from solver.stretches import Shift


def begun(problem: Problem, seconds: float | None = 60.0) -> Course:
    """A course with any roster."""
    course = Course(model_of(problem), seconds=seconds, gap=0.0, on_better=None, stop=None)
    whole(course, seconds=60, workers=1, seed=0, any_will_do=True)
    return course


@pytest.mark.parametrize("seed", [0, 1, 2, 6, 9])
def test_what_costs_no_more_is_found_and_less_is_proven_impossible(seed: int) -> None:
    problem = drawn(Random(seed), people=4, days=7, kinds=2)
    known = begun(problem)
    whole(known, seconds=60, workers=1, seed=0)
    assert known.best is not None
    least = known.best.cost
    assert known.bound == least

    below = begun(problem)
    assert whole(below, seconds=60, workers=1, seed=0, most=least - 1).impossible
    assert (below.impossible, below.bound) == (False, least)

    at = begun(problem)
    assert whole(at, seconds=60, workers=1, seed=0, most=least).optimal
    assert at.best is not None
    assert (at.best.cost, at.bound) == (least, least)

    course = begun(problem)
    Closing(course, workers=1).go_on(seconds=60, seed=0, start=None, closed=frozenset())
    assert course.best is not None
    assert (course.best.cost, course.bound) == (least, least)


def test_what_is_proved_with_room_holds_no_further_than_the_room() -> None:
    """Nobody may work the shift, which is to be filled: 100 points that a roster for 30 has not."""
    shift = Shift("s", 0, 480)
    limits = (Off("kari", ("s",), "off"), Cover("s", ("s",), "open", least=1, cost=100))
    course = begun(Problem((Person("kari"),), (shift,), limits, 1440))
    course.bound = 0
    assert whole(course, seconds=10, workers=1, seed=0, most=30).impossible
    assert course.bound == 100, "31, and all costs are whole units of 100"


def test_where_there_is_no_roster_the_first_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = drawn(Random(0), people=4, days=7, kinds=2)
    course = Course(model_of(problem), seconds=60, gap=0.0, on_better=None, stop=None)
    asked = list[tuple[bool, bool]]()

    def noted(of: Course, **how: Any) -> Outcome:
        asked.append((of.best is None, how.get("any_will_do", False)))
        return whole(of, **how)

    monkeypatch.setattr(module, "whole", noted)
    Closing(course, workers=1).go_on(seconds=60, seed=0, start=None, closed=frozenset())
    assert course.best is not None
    assert course.best.cost == course.bound
    assert asked[0] == (True, True)
    assert set(asked[1:]) <= {(False, False)}


def test_what_is_not_answered_is_asked_nearer_and_then_for_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem((Person("kari"),), (Shift("s", 0, 480),), (Off("kari", ("s",), "off", cost=1),), 1440)
    course = begun(problem, seconds=None)
    assert course.best is not None
    object.__setattr__(course.best, "cost", 1000)
    course.bound = 200
    asked = list[tuple[int, float]]()
    ticks = count(step=0.5)
    monkeypatch.setattr(course, "elapsed", lambda: next(ticks))
    unanswered = Outcome(None, None, None, impossible=False, optimal=False, deterministic=0.0)

    def answers(_: Course, **how: Any) -> Outcome:
        asked.append((how["most"], how["seconds"]))
        if len(asked) == 2:
            course.bound = 250
            return Outcome(None, None, None, impossible=True, optimal=False, deterministic=0.0)
        return unanswered

    monkeypatch.setattr(module, "whole", answers)
    closing = Closing(course, workers=1)
    closing.go_on(seconds=20.0, seed=0, start=None, closed=frozenset())
    nearer = NEAR / NEARER
    assert nearer >= NEAREST > nearer / NEARER
    far, near = 250 + int(NEAR * 750), 250 + int(nearer * 750)
    assert asked[:5] == [
        (200 + int(NEAR * 800), 2.0),
        (200 + int(nearer * 800), 2.0),
        (near, 2.0),
        (far, 2.0 * LONGER),
        (near, 2.0 * LONGER),
    ]
    before = len(asked)
    closing.go_on(seconds=20.0, seed=0, start=None, closed=frozenset())
    later = [most for most, _ in asked[3:]]
    assert asked[before][1] > 2.0
    assert later == ([far, near] * len(later))[: len(later)], "it goes on where it left off"
