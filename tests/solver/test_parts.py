"""A part of a model by itself has the same best answer as the whole with all else fixed, and its answer is allowed."""

from random import Random

import numpy as np
import pytest
from drawn import LIMITS, problems
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from solver import judge
from solver.model import model_of
from solver.problem import Balance, Company, Cover, Fixed, Person, Problem
from solver.search.neighbourhoods import Field, costly_window
from solver.search.parts import Parts
from solver.search.rows import Rows
from solver.search.smaller import Smaller
from solver.stretches import Shift

PAIRED = (Cover, Company, Balance)


def solved(model: cp_model.CpModel) -> tuple[float, list[int]] | None:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model) != cp_model.OPTIMAL:
        return None
    return solver.objective_value, list(solver.response_proto.solution)


def fixed_but(parts: Parts, values: list[int], free: set[int]) -> cp_model.CpModel:
    """The whole model, where all but the choices ``free`` and what meets them is as in ``values``."""
    built = parts.model.model.clone()
    open_too = set(parts.touched.of(np.array(sorted(free), dtype=np.int64)).tolist())
    for at, value in enumerate(values):
        if at not in free and at not in open_too:
            domain = built.proto.variables[at].domain
            domain[0] = domain[1] = value
    return built


@pytest.mark.parametrize("kind", LIMITS, ids=lambda kind: kind.__name__)
def test_a_part_by_itself_is_as_good_as_in_the_whole(kind):
    people = 2 if kind in PAIRED else 1

    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    @given(problems(kind, people=people, shifts=5 if people == 1 else 3), st.integers(0, 1000))
    def agree(problem, seed):
        random = Random(seed)
        model = model_of(problem)
        parts = Parts(model)
        built = model.model.clone()
        for at, cost in enumerate(list(built.proto.objective.coeffs)):
            built.proto.objective.coeffs[at] = -cost
        start = solved(built)
        if start is None:
            return
        values = start[1]
        for _ in range(3):
            free = {at for at in model.variables.values() if random.random() < 0.6}
            part = parts.part(values, free)
            whole, alone = solved(fixed_but(parts, values, free)), solved(part.model)
            assert whole is not None
            assert alone is not None
            assert whole[0] == alone[0]
            values = part.filled_in(values, alone[1])
            assert judge.broken(problem, model.works(values)) == ()

    agree()


@pytest.mark.parametrize(("cost", "at_hand", "stays"), [(3, 0, False), (3, 2, True), (-3, 5, False), (-3, 4, True)])
def test_what_nothing_is_said_of_is_open_only_where_it_could_cost_less(cost: int, at_hand: int, stays: bool) -> None:
    model = cp_model.CpModel()
    free, other = model.new_int_var(0, 5, "free"), model.new_bool_var("other")
    model.add(free + other <= 6)
    model.minimize(cost * free + other)
    part = Smaller(Rows.of(model)).part([at_hand, 1], np.arange(2))
    found = solved(part.model)
    assert found is not None
    assert found[0] == min(0, 5 * cost)
    assert part.filled_in([at_hand, 1], found[1]) == [0 if cost > 0 else 5, 0]
    assert (0 in part.variables) is stays


def test_what_only_says_whether_a_row_holds_is_open_too() -> None:
    model = cp_model.CpModel()
    one, other, asked = (model.new_bool_var(name) for name in ("one", "other", "asked"))
    model.add(one + other <= 1).only_enforce_if(asked)
    model.minimize(-one - other)
    found = solved(Smaller(Rows.of(model)).part([1, 0, 1], np.arange(3)).model)
    assert found == (-2, [1, 1, 0])


def test_what_is_dearer_in_a_part_costs_so_much_more_where_it_is_open() -> None:
    model = cp_model.CpModel()
    one, other, third = (model.new_bool_var(name) for name in ("one", "other", "third"))
    model.add(one + other + third == 2)
    model.minimize(10 * one + 20 * other + 30 * third)
    part = Smaller(Rows.of(model)).part([1, 1, 0], np.arange(3))
    assert solved(part.model) == (30, [1, 1, 0])
    assert solved(part.dearer({1: 15, 7: 100}).model) == (40, [1, 0, 1])
    assert solved(part.dearer({0: 5, 1: 6}).model) == (41, [1, 1, 0])
    assert solved(part.model) == (30, [1, 1, 0])
    without = Smaller(Rows.of(model)).part([1, 1, 0], np.array([0, 2]))
    assert without.dearer({1: 15}) is without


def test_a_shift_that_is_asked_for_costs_where_it_is_not_worked_and_is_opened_for_it() -> None:
    shifts = tuple(Shift(f"s{at}", at * 1440, at * 1440 + 480) for at in range(30))
    asked = Fixed("kari", ("s3", "s20"), "asked for", cost=50)
    parts = Parts(model_of(Problem((Person("kari"),), shifts, (asked,), 30 * 1440)))
    values = [0] * len(parts.rows.low)
    values[parts.model.variables["kari", "s3"]] = 1
    assert parts.cost_of(values) == 50
    opened = costly_window(Field(parts), values, Random(0), 1)
    assert opened == {parts.model.variables["kari", "s20"]}


def test_what_rows_add_up_to_for_one_thread_is_not_changed_for_another() -> None:
    model = cp_model.CpModel()
    model.add(sum(model.new_bool_var(name) for name in "abc") <= 2)
    smaller = Smaller(Rows.of(model))
    first = smaller._sums(np.array([1, 1, 0]))
    assert smaller._sums(np.array([0, 0, 1])).tolist() == [1]
    assert first.tolist() == [2]
