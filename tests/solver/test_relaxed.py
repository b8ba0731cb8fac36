"""What the linear program proves is never more than a roster costs, whatever its prices are, and all that totals show."""

from random import Random

import numpy as np
import pytest
from drawn import LIMITS, problems
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from solver.model import Model, model_of
from solver.problem import Apart, Balance, Company, Cover, Minutes, Off, Person, Problem, Works
from solver.search import relaxed as module
from solver.search.course import Course
from solver.search.improve import Improving
from solver.search.parts import Parts
from solver.search.relaxed import Least, Relaxed, _proven, _telling, least_cost
from solver.search.rows import Rows
from solver.search.run import run
from solver.solve import solve
from solver.stretches import Shift

DAY = 24 * 60
PAIRED = (Cover, Company, Balance)


def least_of(model: Model) -> Least:
    return least_cost(Rows.of(model.model), model.variables.values(), over=bool)


def cheapest(model: cp_model.CpModel) -> float | None:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.objective_value if solver.solve(model) == cp_model.OPTIMAL else None


@pytest.mark.parametrize("kind", LIMITS, ids=lambda kind: kind.__name__)
def test_no_roster_costs_less_than_any_prices_prove(kind):
    people = 2 if kind in PAIRED else 1

    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    @given(problems(kind, people=people, shifts=5 if people == 1 else 3), st.integers(0, 1000))
    def agree(problem, seed):
        model = model_of(problem)
        best = cheapest(model.model)
        if best is None:
            return
        rows = Rows.of(model.model)
        found = least_of(model).cost
        assert found is not None
        assert 0 <= found <= best
        random = Random(seed)
        chosen = _telling(rows, model.variables.values())
        prices = np.zeros(len(rows.least), dtype=np.int64)
        prices[chosen] = [random.randint(-3, 3) * module.FINE for _ in chosen]
        proven = _proven(rows, chosen, prices)
        assert proven <= best
        # An end that is none is worth nothing.
        prices[(prices > 0) & (rows.least <= -module.FAR // 2)] = 0
        prices[(prices < 0) & (rows.most >= module.FAR // 2)] = 0
        assert proven == _proven(rows, chosen, prices)

    agree()


def year(need: int, most: int, cost: int = 3) -> Problem:
    """So many shifts of 100 minutes by two people; each should have no more than ``most`` minutes of them."""
    shifts = tuple(Shift(f"s{at}", at * DAY, at * DAY + 100) for at in range(need))
    limits: list = [Cover(one.id, (one.id,), "open", least=1, most=1) for one in shifts]
    for who in ("kari", "ola"):
        limits.append(Apart(who, "two places"))
        limits.append(Minutes(who, tuple((one.id, 100) for one in shifts), f"beyond {who}", most=most, cost=cost))
    return Problem((Person("kari"), Person("ola")), shifts, tuple(limits), need * DAY)


@pytest.mark.parametrize(("most", "cost"), [(1000, 0), (950, 300), (999, 6), (400, 3600)])
def test_minutes_that_no_roster_gets_round_are_proven_to_the_last_one(most: int, cost: int) -> None:
    assert least_of(model_of(year(20, most))).cost == cost


def test_what_cannot_be_at_all_proves_nothing() -> None:
    problem = year(4, 1000)
    off = tuple(Off(who, ("s0",), "away") for who in ("kari", "ola"))
    impossible = Problem(problem.people, problem.shifts, (*problem.limits, *off), problem.horizon)
    assert least_of(model_of(impossible)).cost is None


def test_a_program_that_loses_its_way_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "optimal", lambda solve: None)
    assert least_of(model_of(year(20, 400))) == Least(None, 0.0)


def test_it_ends_when_the_search_does(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    class Interrupter:
        def __init__(self) -> None:
            self.asked_to_end = False
            told.append(self)

        def interrupt(self) -> None:
            self.asked_to_end = True

    told: list[Interrupter] = []

    def never_ends(solve: object) -> None:
        while not told[0].asked_to_end:
            pass

    def over() -> bool:
        asked.append(True)
        return len(asked) == 2

    monkeypatch.setattr(module, "SolveInterrupter", Interrupter)
    monkeypatch.setattr(module, "optimal", never_ends)
    model = model_of(year(20, 400))
    assert least_cost(Rows.of(model.model), model.variables.values(), over=over).cost is None
    assert len(asked) == 2


def searching(problem: Problem, works: Works, stop: list[bool]) -> Improving:
    parts = Parts(model_of(problem))
    values = run(parts.model, parts.only(works), {"num_workers": 1}, over=bool).values
    assert values is not None
    course = Course(parts.model, seconds=None, gap=0.0, on_better=None, stop=lambda: bool(stop))
    course.found(works)
    return Improving(course, course.parts, values, 0, asks=True, mends=True)


def test_the_bound_is_told_once_no_breach_is_surely_mended_next(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = year(20, 950)
    improving = searching(problem, frozenset(("kari", f"s{at}") for at in range(20)), [])
    pressing = [True, True, False]
    steps: list[str] = []
    monkeypatch.setattr(Improving, "pressing", property(lambda _: pressing.pop(0)))
    monkeypatch.setattr(Improving, "step", lambda _: steps.append("step"))
    Relaxed(improving.course, seconds=60, first=lambda _: steps.append("first"))(improving)
    assert steps == ["first", "step", "step"]
    assert improving.course.bound == 300
    assert improving.spent > 0


def test_out_of_time_nothing_is_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    improving = searching(year(20, 950), frozenset(("kari", f"s{at}") for at in range(20)), [])
    before = improving.course.bound
    found: list[bool] = []

    def asked(rows: Rows, choices: object, *, over: object) -> Least:
        assert callable(over)
        found.append(over())
        return Least(None, 0.0)

    monkeypatch.setattr(module, "least_cost", asked)
    Relaxed(improving.course, seconds=-1)(improving)
    assert found == [True]
    assert improving.course.bound == before


def test_a_long_plan_is_proven_without_ever_being_looked_at_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """220 shifts by two people are more than is tried at once, and 9 hours beyond are beyond anything."""
    monkeypatch.setattr("solver.search.plan.whole", lambda *_, **__: 0.0)
    problem = year(220, 10730)
    answer = solve(problem, seconds=20)
    assert answer.cost == answer.bound == 3 * 540  # type: ignore[union-attr]
