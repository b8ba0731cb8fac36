"""Branching finds the cheapest roster there is and proves it, where lines and rows say all; else it proves no more."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from drawn_lines import DAY, drawn, generated, least

from solver import judge
from solver.model import model_of
from solver.problem import Apart, Cover, InARow, Minutes, Off, Pattern, Person, Problem, Succession, Works
from solver.search.course import Course
from solver.search.lines.branch import Branching
from solver.search.lines.columns import Lines, lines_of
from solver.search.whole import whole
from solver.stretches import Shift


def never() -> bool:
    return False


def begun(problem: Problem) -> tuple[Course, Lines | None]:
    """A search that has some roster, and the lines of its people."""
    course = Course(model_of(problem), seconds=None, gap=0.0, on_better=None, stop=None)
    whole(course, seconds=60, workers=1, seed=0, any_will_do=True)
    course.bound = -(10**6)
    return course, lines_of(course.model)


def branched(course: Course, lines: Lines) -> None:
    def found(works: Works) -> None:
        if not judge.broken(course.problem, works):
            course.found(works)

    Branching(generated(lines), course)(never, found)


@pytest.mark.parametrize("seed", range(6))
def test_branching_ends_with_the_cheapest_roster_and_its_proof(seed):
    problem = drawn(Random(seed), people=2, days=2, kinds=2)
    problem = replace(problem, limits=tuple(one for one in problem.limits if not isinstance(one, Pattern)))
    course, lines = begun(problem)
    if course.best is None or lines is None:
        return
    branched(course, lines)
    assert course.best.cost == course.bound == least(problem)


def test_branching_proves_no_more_than_is_true_where_lines_leave_out_what_costs():
    """Lines do not see that the first day alone costs 9, so they never come to both days for 3."""
    shifts = tuple(Shift(f"{day}", day * DAY, day * DAY + 480) for day in range(2))
    limits = (
        Cover("0", ("0",), "need", 1, cost=10),
        Off("kari", ("1",), "rather not", cost=3),
        Pattern("kari", (((("0",), True), (("1",), False)),), "alone", cost=9),
    )
    model = model_of(Problem((Person("kari"),), shifts, limits, 2 * DAY))
    course, lines = Course(model, seconds=None, gap=0.0, on_better=None, stop=None), lines_of(model)
    assert lines is not None
    course.found(frozenset({("kari", "0")}))
    branched(course, lines)
    assert course.best is not None
    assert course.bound <= 3 < course.best.cost


def three_of_pairs() -> Problem:
    """Days are worked two by two, and three are needed: half of a line of two and half of one of four cost nothing.

    Not on the first day or the last, where a day alone could be of two.
    """
    shifts = tuple(Shift(f"{day}", day * DAY, day * DAY + 480) for day in range(8))
    days = tuple((one.id,) for one in shifts)
    limits = (
        InARow("kari", days, "row", least=2, most=2),
        InARow("kari", days, "off", least=2, off=True),
        Off("kari", ("0", "7"), "edges"),
        Minutes(None, tuple((one.id, 1) for one in shifts), "three", least=3, most=3, cost=10),
    )
    return Problem((Person("kari"),), shifts, limits, 8 * DAY)


@pytest.mark.parametrize("more", [(), (Off("kari", ("1",), "rather not", cost=1),)])
def test_branching_proves_more_than_the_mix(more):
    """Also where costs add up to any number of points, so that what the mix proves is not rounded up to all there is."""
    problem = three_of_pairs()
    problem = replace(problem, limits=(*problem.limits, *more))
    course, lines = begun(problem)
    assert lines is not None
    root = generated(lines).best
    assert root is not None
    assert root.bound < least(problem) == 10
    branched(course, lines)
    assert course.best is not None
    assert course.best.cost == course.bound == least(problem)


def with_two_skills() -> Problem:
    """The same hours twice a day, for two skills, of which kari would rather not use one on the second day."""
    shifts = tuple(
        Shift(f"{day} {kind} {skill}", day * DAY + at, day * DAY + at + 480)
        for day in range(2)
        for kind, at in (("D", 480), ("N", 600))
        for skill in "ab"
    )
    on = [[one.id for one in shifts if one.start // DAY == day] for day in range(2)]
    limits = (
        Apart("kari", "one a day"),
        Succession("kari", tuple((f"0 N {one}", f"1 D {other}") for one in "ab" for other in "ab"), "late early"),
        Minutes("kari", tuple((one.id, 480) for one in shifts), "minutes", most=480),
        *(Cover(f"{one} owed", (one,), "owed", 1) for one in on[0][:1]),
        *(Cover(f"{one} wished", (one,), "wished", 1, cost=10) for one in (*on[0], *on[1])),
        Off("kari", ("1 D a",), "rather not", cost=3),
    )
    return Problem((Person("kari"),), shifts, limits, 2 * DAY)


def test_shifts_that_differ_in_points_alone_are_one_letter():
    lines = lines_of(model_of(with_two_skills()))
    assert lines is not None
    assert [day.tolist() for day in lines.pricers[0].line.letters] == [[0, 1, 1, 2, 2]] * 2


def test_what_is_owed_is_not_asked_for_again():
    lines = lines_of(model_of(with_two_skills()))
    assert lines is not None
    assert sum(row.under is None and row.count is None for row in lines.rows) == 1
    assert sum(row.under == 10 for row in lines.rows) == 7


def test_the_dearer_of_two_alike_is_not_chosen_and_has_its_own_price():
    lines = lines_of(model_of(with_two_skills()))
    assert lines is not None
    pricer, placed = lines.pricers[0], lines.placed[0]
    worth = [10 if row.least is not None and any("1 D" in one for _, one in row.works) else 0 for row in lines.rows]
    priced = pricer.prices(*placed.prices(1024 * np.array(worth)))
    found = lines.crews.alone(0).cheapest({0: priced})[0]
    assert found is not None
    chosen = [day[at] for day, at in zip(pricer.line.options, found.chosen, strict=True)]
    assert chosen == [(), ("1 D b",)]
    day = dict(zip(pricer.line.options[1], lines.crews.alone(0).through(priced)[1].tolist(), strict=True))
    assert day["1 D a",] - day["1 D b",] == 3 * 1024


def test_what_is_shut_is_in_no_line_and_no_mix():
    lines = lines_of(model_of(with_two_skills()))
    assert lines is not None
    generation = generated(lines)
    assert generation.best is not None
    number = lines.pricers[0].numbered((1, 0))[0]
    generation.confine([frozenset({number})], generation.best)
    before = len(generation.columns)
    while generation.grow(never):
        pass
    mix = generation.mixed()
    assert mix is not None
    for at, (part, (_, chosen)) in enumerate(zip(mix.parts, generation.columns, strict=True)):
        if number in lines.pricers[0].numbered(chosen):
            assert part < 1e-9
            assert at < before
