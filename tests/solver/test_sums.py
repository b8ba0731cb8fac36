"""What sums show to be impossible is so, and just as few reasons are named as it takes."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from test_explain import can_hold, mixed

from solver.allowance import Allowance
from solver.prices import Prices, Sum
from solver.problem import Apart, Cover, Fixed, InARow, Minutes, Occasions, Off, Person, Problem
from solver.rest import RestInWindow
from solver.search.hard import hard_part
from solver.stretches import Shift
from solver.sums import Sums

PEOPLE = tuple(Person(one) for one in ("kari", "ola"))
WEEK = tuple(
    Shift(f"{kind}{at}", at * 1440 + start, at * 1440 + start + 480)
    for at in range(7)
    for kind, start in (("D", 480), ("K", 960))
)
NEED = tuple(Cover(one.id, (one.id,), f"need {one.id[0]}", 1, 1) for one in WEEK)


def problem_of(*limits: object) -> Problem:
    return Problem(PEOPLE, WEEK, (*NEED, *limits), 7 * 1440)  # type: ignore[arg-type]


def reasons(problem: Problem) -> list[str]:
    return sorted({one.because for one in problem.limits if not one.because.startswith("!")})


def conflict(problem: Problem) -> frozenset[str] | None:
    return Sums(problem).conflict(reasons(problem))


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(mixed())
def test_what_sums_contradict_no_roster_keeps(problem: Problem) -> None:
    hard = hard_part(problem)
    found = Sums(hard).conflict(reasons(hard))
    if found is not None:
        assert not can_hold(problem, set(found))


def test_too_few_hours_are_shown_by_those_hours_and_the_need() -> None:
    hours = [Minutes(who.id, tuple((one.id, 480) for one in WEEK), f"{who.id} hours", most=6 * 480) for who in PEOPLE]
    away = Off("kari", ("D0",), "kari is away")
    assert conflict(problem_of(*hours, away)) == {"need D", "need K", "kari hours", "ola hours"}
    roomy = tuple(replace(one, most=7 * 480) for one in hours)
    assert conflict(problem_of(*roomy)) is None


def test_weekends_count_once_each_though_several_shifts_lie_in_one() -> None:
    weekend = (("D5", "K5", "D6", "K6"),)
    rest = [RestInWindow(who.id, 660, 1440, f"{who.id} rest") for who in PEOPLE]
    none = Occasions("kari", weekend, "kari weekends", most=0)
    assert conflict(problem_of(*rest, none)) == {"need D", "need K", "kari weekends", "ola rest"}
    assert conflict(problem_of(none)) is None


def test_days_in_a_row_and_places_at_once_add_up() -> None:
    row = tuple((f"D{at}",) for at in range(7))
    tired = [InARow(who.id, row, f"{who.id} row", most=2) for who in PEOPLE]
    two = tuple(Cover(f"D{at}", (f"D{at}",), "two", 2) for at in range(7))
    assert conflict(Problem(PEOPLE, WEEK, (*two, *tired), 7 * 1440)) in ({"two", "kari row"}, {"two", "ola row"})
    late = Shift("late", 500, 900)
    apart = Apart("kari", "apart")
    both = (Cover("D0", ("D0",), "day", 1, people=("kari",)), Cover("late", ("late",), "late", 1, people=("kari",)))
    assert conflict(Problem(PEOPLE, (*WEEK, late), (*both, apart), 7 * 1440)) == {"day", "late", "apart"}


def test_what_is_never_left_out_is_not_named_and_time_may_be_out() -> None:
    away = [Off(who.id, tuple(one.id for one in WEEK), "!away") for who in PEOPLE]
    problem = problem_of(*away)
    assert conflict(problem) in ({"need D"}, {"need K"})
    looks = iter([False])
    at_once = Sums(problem).conflict(reasons(problem), allowance=Allowance(60, stop=lambda: next(looks, True)))
    assert at_once is not None
    assert at_once <= {"need D", "need K"}


def test_a_program_is_not_waited_for_when_time_is_out() -> None:
    hours = [Minutes(who.id, tuple((one.id, 480) for one in WEEK), f"{who.id} hours", most=6 * 480) for who in PEOPLE]
    problem = problem_of(*hours)
    assert Sums(problem).conflict(reasons(problem), allowance=Allowance(60)) is not None
    assert Sums(problem).conflict(reasons(problem), allowance=Allowance(0)) is None


def test_the_effort_of_programs_is_spent_and_the_same_each_time() -> None:
    problem = problem_of(*(Off(who.id, ("D0",), f"{who.id} away") for who in PEOPLE))
    spent = []
    for _ in range(2):
        allowance = Allowance(1.0, steady=True)
        assert Sums(problem).conflict(reasons(problem), allowance=allowance) is not None
        spent.append(allowance.elapsed())
    assert 0 < spent[0] == spent[1] < 1


def test_the_same_sums_asked_again_answer_as_new_ones_do() -> None:
    hours = [Minutes(who.id, tuple((one.id, 480) for one in WEEK), f"{who.id} hours", most=6 * 480) for who in PEOPLE]
    problem = problem_of(*hours, Off("kari", ("D0",), "kari is away"))
    sums, named = Sums(problem), reasons(problem)
    for _ in range(2):
        for left_out in (*named, "nothing"):
            asked = [one for one in named if one != left_out]
            assert sums.conflict(asked) == Sums(problem).conflict(asked)


def test_no_fewer_reasons_are_sought_than_are_enough() -> None:
    away = [Off(who.id, (one.id,), f"{who.id} not {one.id}") for who in PEOPLE for one in WEEK]
    problem = problem_of(*away)
    found = Sums(problem).conflict(reasons(problem), enough=20)
    fewest = Sums(problem).conflict(reasons(problem))
    assert found is not None
    assert fewest is not None
    assert len(fewest) == 3 < len(found) <= 20


def test_too_many_days_in_a_row_before_the_roster_contradict_nothing() -> None:
    """What lies wholly in history is not judged; with the first day of the roster it is one too many."""
    days = tuple(Shift(f"{at}", at * 1440, at * 1440 + 480) for at in range(-3, 2))
    row = InARow("kari", tuple((one.id,) for one in days), "row", most=1)
    worked = Fixed("kari", ("0",), "fixed")
    for past, contradict in ((("-3", "-2"), None), (("-3", "-2", "-1"), {"row", "fixed"})):
        problem = Problem((Person("kari", past),), days, (row, worked), 2 * 1440)
        assert conflict(problem) == contradict


def test_sums_that_are_not_asked_about_show_nothing_however_the_program_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    class Rounded:
        def objective_value(self) -> float:
            return 1.0

        def dual_values(self, rows: list[object]) -> list[float]:
            return [1.0 for _ in rows]

    monkeypatch.setattr("solver.prices.optimal", lambda *_, **__: Rounded())
    term = ("kari", frozenset({"D0"}))
    prices = Prices([Sum("away", {term: -1}, 0), Sum("need", {term: 1}, 1)])
    assert prices.of(["need", "away"], Allowance(0)) == []
    assert [one.because for one, _ in prices.of(["away"], Allowance(5))] == ["away"]
    assert [one.because for one, _ in prices.of(["need", "away"], Allowance(5))] == ["away", "need"]
