"""A changed roster differs as little as it can, in shifts and in people; and a roster is rid of what breaks rules."""

from dataclasses import replace

from samples import Sample

from solver import judge
from solver.least_change import least_change
from solver.problem import Apart, Cover, Fixed, Minutes, Off, Person, Problem
from solver.rest import FreeBlocks, RestInWindow, Week
from solver.result import Made
from solver.solve import solve
from solver.stretches import Shift, Span
from solver.without_conflicts import without_conflicts

PEOPLE = tuple(Person(one) for one in ("kari", "ola", "nora"))
DAYS = tuple(Shift(f"d{at}", at * 1440 + 480, at * 1440 + 960) for at in range(4))
NEED = tuple(Cover(one.id, (one.id,), "need", 1, 1) for one in DAYS)
EMPTY = Problem(PEOPLE, DAYS, NEED, 4 * 1440)
BEFORE = frozenset({("kari", "d0"), ("kari", "d1"), ("ola", "d2"), ("ola", "d3")})


def cost(works: frozenset[tuple[str, str]], **prices: int) -> dict[str, int]:
    return judge.cost_by_reason(least_change(EMPTY, BEFORE, **prices), works)


def test_what_is_as_it_was_costs_nothing():
    assert cost(BEFORE, shift=10, person=100) == {}


def test_each_shift_got_or_lost_costs_and_each_person_once():
    swapped = BEFORE - {("kari", "d0"), ("kari", "d1")} | {("nora", "d0"), ("nora", "d1")}
    assert cost(swapped, shift=10, person=100) == {"changed kari": 120, "changed nora": 120}
    assert cost(swapped, shift=10) == {"changed kari": 20, "changed nora": 20}
    assert cost(swapped, shift=0, person=7) == {"changed kari": 7, "changed nora": 7}


def test_a_person_who_had_nothing_and_one_who_keeps_nothing_are_changed_once():
    assert cost(frozenset({("nora", one.id) for one in DAYS}), shift=0, person=5) == {
        "changed kari": 5,
        "changed nora": 5,
        "changed ola": 5,
    }


def test_a_sick_persons_shifts_go_to_as_few_as_can_be():
    sick = replace(EMPTY, limits=(*NEED, Off("kari", ("d0", "d1"), "sick")))
    for prices, touched in (({"shift": 10, "person": 100}, 2), ({"shift": 10, "person": 0}, None)):
        found = solve(least_change(sick, BEFORE, **prices), deterministic=2.0, start=BEFORE)
        assert isinstance(found, Made)
        assert found.proven
        assert len(found.works ^ BEFORE) == 4
        changed = {who for who, _ in found.works ^ BEFORE}
        assert touched is None or len(changed) == touched


def test_nothing_in_the_past_and_nobody_unknown_is_counted():
    problem = replace(
        EMPTY, shifts=(Shift("past", -1000, -500), *DAYS), people=(Person("kari", ("past",)), *PEOPLE[1:])
    )
    priced = least_change(problem, BEFORE | {("gone", "d0"), ("kari", "old")}, shift=1, person=1)
    assert judge.cost_by_reason(priced, BEFORE) == {}


def test_pins_hold_and_the_rest_changes_least():
    pinned = replace(EMPTY, limits=(*NEED, Fixed("nora", ("d2",), "pin"), *(Apart(one.id, "apart") for one in PEOPLE)))
    found = solve(least_change(pinned, BEFORE, shift=10, person=1), deterministic=2.0, start=BEFORE)
    assert isinstance(found, Made)
    assert found.works == BEFORE - {("ola", "d2")} | {("nora", "d2")}


# -- what of a roster breaks nothing -------------------------------------------------------------------


def test_a_roster_that_breaks_nothing_is_kept_whole():
    assert without_conflicts(EMPTY, BEFORE) == BEFORE


def test_only_what_conflicts_is_left_out():
    limits = (*NEED, Off("kari", ("d1",), "away"), Minutes("ola", (("d2", 480), ("d3", 480)), "hours", most=480))
    kept = without_conflicts(replace(EMPTY, limits=limits), BEFORE | {("nora", "d2"), ("gone", "d1"), ("kari", "old")})
    assert kept == {("kari", "d0"), ("ola", "d2")}


def test_what_is_given_later_leaves_no_room_for_more():
    """A meeting on the last day is worked in any case, however full the days before it are."""
    limits = (Minutes("kari", tuple((one.id, 480) for one in DAYS), "hours", most=960),)
    works = frozenset(("kari", one.id) for one in DAYS)
    meeting = frozenset({("kari", "d3")})
    kept = without_conflicts(replace(EMPTY, limits=limits), works - meeting, given=meeting)
    assert kept == {("kari", "d0"), ("kari", "d3")}


def test_rest_and_free_blocks_are_kept():
    days = tuple(Shift(f"d{at}", at * 1440 + 480, at * 1440 + 960) for at in range(14))
    late = Shift("late", 3 * 1440 + 1000, 3 * 1440 + 1380)
    weeks = tuple(Week(Span(at * 10080, (at + 1) * 10080), ()) for at in range(2))
    limits = (RestInWindow("kari", 660, 1440, "rest"), FreeBlocks("kari", 2100, weeks, "week"))
    problem = Problem((Person("kari"),), (*days, late), limits, 14 * 1440)
    kept = without_conflicts(problem, frozenset(("kari", one.id) for one in problem.shifts))
    assert judge.broken(problem, kept) == ()
    assert len(kept) >= 8


def test_when_time_is_out_a_few_that_do_not_fit_are_left_out_together():
    days = tuple(Shift(f"d{at}", at * 1440 + 480, at * 1440 + 960) for at in range(16))
    problem = Problem(PEOPLE[:1], days, (Off("kari", ("d1",), "away"),), 16 * 1440)
    works = frozenset(("kari", one.id) for one in days)
    assert without_conflicts(problem, works) == works - {("kari", "d1")}
    assert without_conflicts(problem, works, lambda: True) == works - {("kari", f"d{at}") for at in range(4)}


def test_a_change_with_one_worker_is_the_same_each_time():
    sick = replace(EMPTY, limits=(*NEED, Off("kari", ("d0", "d1"), "sick")))
    asked = least_change(sick, BEFORE, shift=10, person=100)
    first, second = (solve(asked, deterministic=1.0, seed=5, start=BEFORE) for _ in range(2))
    assert isinstance(first, Made)
    assert isinstance(second, Made)
    assert (first.works, first.bound) == (second.works, second.bound)


def test_a_gap_is_enough():
    """Nothing costs less than nothing, so any roster is within all of its cost of the best."""
    sample = Sample(2, (100, 80, 75, 60, 60, 50, 50)).problem()
    found = solve(least_change(sample, frozenset(), shift=10, person=100), seconds=600, gap=1.0)
    assert isinstance(found, Made)
    assert not found.proven
    assert found.seconds < 600
