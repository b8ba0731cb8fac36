"""What cannot hold together is named, no more than that, and never wrongly."""

from drawn import LIMITS, every_roster, problems
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver import judge
from solver.explain import explain
from solver.problem import Apart, Cover, Fixed, Minutes, Off, Person, Problem
from solver.rest import RestInWindow
from solver.result import OutOfTime, Possible, Reasons
from solver.search.hard import hard_part
from solver.stretches import Shift

KARI, OLA = Person("kari"), Person("ola")
DAY, LATE = Shift("day", 480, 960), Shift("late", 960, 1380)


def can_hold(problem: Problem, reasons: set[str]) -> bool:
    """Some roster keeps the hard limits of these reasons, by trying every one."""
    hard = hard_part(problem)
    limits = tuple(one for one in hard.limits if one.because in reasons or one.because.startswith("!"))
    kept = Problem(problem.people, problem.shifts, limits, problem.horizon, problem.cycle)
    return any(not judge.broken(kept, works) for works in every_roster(problem))


@st.composite
def mixed(draw):
    """Limits of several kinds over the same shifts, each with a reason of its own."""
    from dataclasses import replace  # noqa: PLC0415

    kind = draw(st.sampled_from(sorted(LIMITS, key=lambda one: one.__name__)))
    problem = draw(problems(kind, people=2, shifts=3))
    ids = tuple(one.id for one in problem.shifts)
    limits = list(problem.limits)
    for _ in range(draw(st.integers(1, 4))):
        other = draw(
            st.sampled_from(
                sorted((one for one in LIMITS if one.__name__ != "FreeBlocks"), key=lambda one: one.__name__)
            )
        )
        limits.append(draw(LIMITS[other](("kari", "ola"), ids, 1, problem.cycle is not None)))
    named = tuple(
        replace(one, because=f"{'!' if draw(st.integers(0, 9)) == 0 else ''}{at} {one.because}")
        for at, one in enumerate(limits)
    )
    return Problem(problem.people, problem.shifts, named, problem.horizon, problem.cycle)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(mixed())
def test_the_reasons_cannot_hold_together_and_without_any_one_they_can(problem):
    names = {one.because for one in hard_part(problem).limits}
    answer = explain(problem, seconds=30)
    match answer:
        case Possible(works=works):
            assert not judge.broken(hard_part(problem), works)
        case Reasons(because=because, proven=proven):
            assert proven
            assert not any(one.startswith("!") for one in because)
            assert not can_hold(problem, set(because))
            for one in because:
                assert can_hold(problem, set(because) - {one})
        case OutOfTime():
            raise AssertionError("out of time")
    assert isinstance(answer, Possible) == can_hold(problem, names)


def short_of_people(**more) -> Problem:
    limits = (
        Apart("kari", "!apart"),
        Apart("ola", "!apart"),
        Cover("day", ("day",), "day shift", 1, 1),
        Cover("late", ("late",), "late shift", 1, 1),
        Off("ola", ("day", "late"), "ola is away"),
        RestInWindow("kari", 660, 1440, "rest"),
        Minutes("kari", (("day", 480), ("late", 420)), "hours", most=10_000),
        Fixed("kari", ("day",), "kari likes days", cost=5),
    )
    return Problem((KARI, OLA), (DAY, LATE), limits, 1440)


def test_an_impossible_day_is_explained_by_what_it_takes_and_nothing_more():
    assert explain(short_of_people()) == Reasons(("day shift", "late shift", "ola is away", "rest"), True)


def test_what_is_soft_is_no_reason():
    problem = short_of_people()
    kept = tuple(one for one in problem.limits if one.because != "rest")
    found = explain(Problem(problem.people, problem.shifts, kept, 1440))
    assert found == Possible(frozenset({("kari", "day"), ("kari", "late")}))


def test_the_caller_may_say_which_reasons_to_leave_out_first():
    limits = (
        Cover("day", ("day",), "need", 1),
        Off("kari", ("day",), "away"),
        Minutes("kari", (("day", 1),), "none", most=0),
    )
    problem = Problem((KARI,), (DAY,), limits, 1440)
    assert explain(problem, order=["away", "none", "need"].index) == Reasons(("need", "none"), True)
    assert explain(problem, order=["none", "away", "need"].index) == Reasons(("away", "need"), True)


def test_what_is_never_left_out_can_be_impossible_in_itself():
    problem = Problem((KARI,), (DAY,), (Cover("day", ("day",), "!need", 2),), 1440)
    assert explain(problem) == Reasons((), True)


def test_an_explanation_can_be_stopped():
    assert isinstance(explain(short_of_people(), stop=lambda: True), OutOfTime | Reasons | Possible)
