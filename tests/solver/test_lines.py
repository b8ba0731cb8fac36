"""What lines prove is true, what they find is allowed, and prices say what is dear; held against every roster."""

from random import Random

import pytest
from drawn_lines import DAY, drawn, generated, least
from ortools.sat.python import cp_model

from solver import judge
from solver.model import model_of
from solver.problem import (
    AllOrNone,
    Apart,
    Cover,
    InARow,
    Minutes,
    Occasions,
    Off,
    Person,
    Problem,
)
from solver.result import Made
from solver.search.cheap import dearness
from solver.search.course import Course
from solver.search.finish import finish
from solver.search.improve import Improving, improve
from solver.search.learn import IN_VAIN, Learner
from solver.search.lines.columns import SCALE, Lines, lines_of
from solver.search.lines.dive import dived, works_in
from solver.search.lines.greedy import walked
from solver.search.parts import Parts
from solver.search.run import run
from solver.search.whole import whole
from solver.solve import solve
from solver.stretches import Shift


@pytest.mark.parametrize("seed", range(25))
def test_no_roster_of_one_costs_less_than_is_proved(seed):
    problem = drawn(Random(seed), people=1, days=4, kinds=2)
    lines = lines_of(model_of(problem))
    best = least(problem)
    if lines is None:
        return
    proved = generated(lines).best
    if best is not None:
        assert proved is not None
        assert proved.bound <= best


@pytest.mark.parametrize("seed", range(24))
def test_no_roster_of_three_costs_less_than_is_proved_and_none_without_what_is_too_dear(seed):
    problem = drawn(Random(seed), people=3, days=8, kinds=3)
    model = model_of(problem)
    lines = lines_of(model)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = 20
    status = solver.solve(model.model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    if lines is None or status == cp_model.INFEASIBLE:
        return
    generation = generated(lines)
    assert generation.best is not None
    assert generation.best.bound <= round(solver.objective_value)
    best = model.works(solver.response_proto.solution)
    gap = (round(solver.objective_value) - generation.best.bound + 1) * SCALE
    dear = dearness(lines, generation.best)
    assert all(dear[model.variables[pair]] <= gap for pair in best)
    settled = dived(generation, lambda: False)
    works = [
        walked(lines, Random(seed), lambda: False, dear=1000),
        works_in(lines, settled) if len(settled) == len(lines.pricers) else None,
    ]
    for found in works:
        broken = judge.broken(problem, found) if found is not None else ()
        assert all(isinstance(one, Minutes | Occasions | Cover) for one in broken)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_closed_is_worked_by_nothing_cheaper(seed):
    """The whole model without what is closed proves the same best cost as with it."""
    model = model_of(drawn(Random(seed), people=3, days=8, kinds=3))
    lines = lines_of(model)
    open_to_all = Course(model, seconds=None, gap=0.0, on_better=None, stop=None)
    whole(open_to_all, seconds=60, workers=1, seed=0)
    assert open_to_all.best is not None or open_to_all.impossible
    if lines is None or open_to_all.best is None:
        return
    course = Course(model, seconds=None, gap=0.0, on_better=None, stop=None)
    whole(course, seconds=60, workers=1, seed=0, any_will_do=True)
    learner = Learner(course, lines, asks=True)
    parts = Parts(model)
    assert course.best is not None
    values = run(model, parts.only(course.best.works), {"num_workers": 1}, over=lambda: False).values
    assert values is not None
    improve(course, parts, values, threads=1, seed=0, deterministic=0.0, beside=learner)
    whole(course, seconds=60, workers=1, seed=0, closed=learner.closed())
    assert course.best.cost == course.bound == open_to_all.best.cost == open_to_all.bound


def two_in_turn() -> Problem:
    """Runs of three with nobody to cover the second half: a plain linear relaxation works everybody a bit each day."""
    shifts = tuple(Shift(f"{day}", day * DAY, day * DAY + 480) for day in range(8))
    days = tuple((one.id,) for one in shifts)
    limits = [
        limit
        for who in ("kari", "ola")
        for limit in (
            InARow(who, days, "row", most=2),
            InARow(who, days, "off", least=3, off=True),
        )
    ]
    need = [Cover(one.id, (one.id,), "need", 1, cost=10) for one in shifts]
    return Problem((Person("kari"), Person("ola")), shifts, (*limits, *need), 8 * DAY)


def test_bounds_are_worth_something():
    lines = lines_of(model_of(two_in_turn()))
    assert lines is not None
    proved = generated(lines).best
    assert proved is not None
    assert proved.bound == 10


def at_rest() -> tuple[Improving, Lines]:
    """A search that begins where nobody works, with lines."""
    course = Course(model_of(two_in_turn()), seconds=None, gap=0.0, on_better=None, stop=None)
    course.found(frozenset())
    parts, lines = Parts(course.model), lines_of(course.model)
    values = run(course.model, parts.only(frozenset()), {"num_workers": 1}, over=lambda: False).values
    assert values is not None
    assert lines is not None
    return Improving(course, parts, values, 0, asks=True, mends=False), lines


def test_careful_dives_end_where_only_others_find_what_is_cheaper(monkeypatch):
    improving, lines = at_rest()
    dives = []

    def found_by_another(*_):
        assert len(dives) < 9
        improving.cost -= 1
        return False

    monkeypatch.setattr("solver.search.learn.FEW", 0)
    monkeypatch.setattr("solver.search.learn.dived", lambda *_, carefully=False, **__: dives.append(carefully) or {})
    monkeypatch.setattr("solver.search.learn.finish", found_by_another)
    Learner(improving.course, lines, asks=True)(improving)
    assert dives == [False] + [True] * IN_VAIN


def test_careful_dives_end_where_what_finished_them_took_all_the_effort(monkeypatch):
    improving, lines = at_rest()
    dives = []

    def long(*_):
        assert len(dives) < 9
        improving.spend(3.0)
        return True

    monkeypatch.setattr("solver.search.learn.FEW", 0)
    monkeypatch.setattr("solver.search.learn.dived", lambda *_, carefully=False, **__: dives.append(carefully) or {})
    monkeypatch.setattr("solver.search.learn.finish", long)
    Learner(improving.course, lines, asks=True, deterministic=5.0)(improving)
    assert dives == [False, True]


def test_a_dive_pays_where_it_ends_in_a_cheaper_roster():
    improving, lines = at_rest()
    assert finish(improving, lines, {}, lambda: False)
    assert improving.cost == 10
    assert not finish(improving, lines, {}, lambda: False)


@pytest.mark.parametrize(("cost", "proved"), [(7, 14), (None, 20)])
def test_lines_say_what_a_group_in_part_costs(cost, proved):
    """Two weekends whose first days are needed and whose last are away: in part is the cheaper unless it may not be."""
    shifts = tuple(Shift(f"{day}", day * DAY, day * DAY + 480) for day in range(4))
    limits = (
        AllOrNone("kari", ((("0",), ("1",)), (("2",), ("3",))), "whole", cost=cost),
        Off("kari", ("1", "3"), "away"),
        *(Cover(one, (one,), "need", 1, cost=10) for one in ("0", "2")),
    )
    lines = lines_of(model_of(Problem((Person("kari"),), shifts, limits, 4 * DAY)))
    assert lines is not None
    best = generated(lines).best
    assert best is not None
    assert best.bound == proved


def test_runs_of_no_days_are_no_run():
    problem = two_in_turn()
    none = InARow("kari", (), "none", most=1, cost=5)
    lines = lines_of(model_of(Problem(problem.people, problem.shifts, (*problem.limits, none), problem.horizon)))
    assert lines is not None


def test_no_mix_of_lines_passes_a_count():
    """Half of a line of four nights and half of one of two are three; two is what can be worked."""
    shifts = tuple(Shift(f"{day}", day * DAY, day * DAY + 480) for day in range(8))
    nights = tuple((one.id,) for one in shifts)
    limits = (
        InARow("kari", nights, "row", least=2, most=2),
        InARow("kari", nights, "off", least=2, off=True),
        Occasions("kari", nights, "nights", most=3),
        Minutes("kari", tuple((one.id, 480) for one in shifts), "minutes", least=480, most=5000),
        Off("kari", ("0", "7"), "away"),
    )
    need = [Cover(one.id, (one.id,), "need", 1, cost=10) for one in shifts]
    problem = Problem((Person("kari"),), shifts, (*limits, *need), 8 * DAY)
    lines = lines_of(model_of(problem))
    assert lines is not None
    proved = generated(lines).best
    assert proved is not None
    assert proved.bound == least(problem) == 60


def test_what_a_count_has_no_room_for_is_in_no_line():
    shifts = tuple(Shift(f"{day}{kind}", day * DAY, day * DAY + 480) for day in range(3) for kind in "DN")
    limits = (
        Apart("kari", "one at a time"),
        Occasions("kari", tuple((f"{day}N",) for day in range(3)), "nights", most=0),
    )
    lines = lines_of(model_of(Problem((Person("kari"),), shifts, limits, 3 * DAY)))
    assert lines is not None
    assert lines.pricers[0].line.options == tuple(((), (f"{day}D",)) for day in range(3))


def test_a_dive_is_begun_again_from_where_the_first_began():
    """What one dive settles binds neither the mix after it nor the next dive, and no dive ends below the bound."""
    lines = lines_of(model_of(drawn(Random(9), people=6, days=8, kinds=3)))
    assert lines is not None
    generation = generated(lines)
    root = generation.mixed()
    assert root is not None
    for carefully in (False, True):
        assert len(dived(generation, lambda: False, carefully=carefully, random=Random(1))) == 6
        ended = generation.mixed()
        assert ended is not None
        assert ended.cost >= root.cost - 1e-6
    generation.master.release()
    again = generation.mixed()
    assert again is not None
    assert again.cost <= root.cost + 1e-6


@pytest.mark.parametrize(("enough", "settled"), [(0, 6), (4943, 6), (4936, 5)])
def test_a_dive_is_given_up_where_it_has_come_further_to_enough_than_through_the_people(enough: float, settled: int):
    """From 4928.25 with nobody settled it comes to 4935 with five of six."""
    lines = lines_of(model_of(drawn(Random(13), people=6, days=8, kinds=3)))
    assert lines is not None
    assert len(dived(generated(lines), lambda: False, lambda: enough)) == settled


def test_a_bound_is_raised_to_what_a_roster_can_cost():
    shifts = (Shift("0", 0, 480),)
    limits = (Cover("0", ("0",), "need", 1, cost=10, over_cost=25), Off("kari", ("0",), "away", cost=15))
    problem = Problem((Person("kari"),), shifts, limits, DAY)
    course = Course(problem, seconds=None, gap=0.0, on_better=None, stop=None)
    course.proved(6)
    assert course.bound == 10
    course.proved(-6)
    assert course.bound == 10
    course.proved(11)
    assert course.bound == 15


@pytest.mark.parametrize("seed", range(3))
def test_what_a_dive_left_is_finished(seed):
    """On three people the parts widen until all are open: what is found is the best there is."""
    model = model_of(drawn(Random(seed), people=3, days=8, kinds=3))
    lines = lines_of(model)
    course = Course(model, seconds=None, gap=0.0, on_better=None, stop=None)
    whole(course, seconds=60, workers=1, seed=0, any_will_do=True)
    if lines is None or course.best is None:
        return
    settled = dived(generated(lines), lambda: False, last=1)
    parts = Parts(model)
    values = run(model, parts.only(course.best.works), {"num_workers": 1}, over=lambda: False).values
    assert values is not None
    finish(Improving(course, parts, values, seed, asks=True, mends=False), lines, settled, lambda: False)
    best = Course(model, seconds=None, gap=0.0, on_better=None, stop=None)
    whole(best, seconds=60, workers=1, seed=0)
    assert best.best is not None
    if all(one.cost is not None for one in course.problem.limits if isinstance(one, Cover)):
        assert course.best.cost == best.best.cost


@pytest.mark.parametrize("seed", range(6))
def test_who_is_settled_stays_so(seed):
    problem = drawn(Random(seed), people=4, days=8, kinds=3)
    lines = lines_of(model_of(problem))
    if lines is None:
        return
    generation = generated(lines)
    settled = {at: chosen for at, chosen in generation.columns if at < 2}
    works = walked(lines, Random(seed), lambda: False, dear=1000, settled=settled)
    if works is None:
        return
    assert {pair for pair in works if pair[0] in ("p0", "p1")} == works_in(lines, settled)


def test_who_is_not_settled_fills_what_the_settled_leave():
    """Two shifts at once, one each: who comes second has the one that is left, whichever is settled."""
    shifts = tuple(Shift(kind, 0, 480) for kind in "DN")
    limits = (
        *(Apart(who, "one at a time") for who in ("kari", "ola")),
        *(Cover(one.id, (one.id,), "need", 1, 1, cost=10, over_cost=10) for one in shifts),
    )
    lines = lines_of(model_of(Problem((Person("kari"), Person("ola")), shifts, limits, DAY)))
    assert lines is not None
    for at, option in enumerate(lines.pricers[0].line.options[0]):
        works = walked(lines, Random(0), lambda: False, dear=1000, settled={0: (at,)})
        assert works is not None
        mine = {one for who, one in works if who == "kari"}
        assert mine == set(option)
        assert len({one for who, one in works if who == "ola"} - mine) == 1


@pytest.mark.slow
def test_a_large_calendar_of_lines_is_steady_and_true():
    problem = drawn(Random(18), people=10, days=21, kinds=3)
    first = solve(problem, deterministic=3.0, seed=2)
    second = solve(problem, deterministic=3.0, seed=2)
    assert isinstance(first, Made)
    assert isinstance(second, Made)
    assert (first.works, first.cost, first.bound) == (second.works, second.cost, second.bound)
    assert judge.broken(problem, first.works) == ()
    assert first.bound <= first.cost
