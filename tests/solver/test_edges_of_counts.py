"""What is counted of one person at the edge and a unit past it: minutes, occasions, runs, options."""

from dataclasses import replace

from edges import DAY, DAYS, FIVE, H, asked, units

from solver.model import model_of
from solver.problem import AllOrNone, AnyOf, Fixed, InARow, Minutes, Occasions, Off, Pattern, Person, Problem
from solver.stretches import Shift


def test_minutes_are_counted_to_the_minute():
    limit = Minutes("kari", (("d0", 100), ("d1", 50)), "hours", 140, 160, base=10)
    assert units(asked(limit, FIVE), "d0 d1") == 0
    assert units(asked(Minutes("kari", (("d0", 100), ("d1", 51)), "hours", 140, 160, 10), FIVE), "d0 d1") == 1
    assert units(asked(Minutes("kari", (("d0", 100), ("d1", 29)), "hours", 140, 160, 10), FIVE), "d0 d1") == 1
    assert units(asked(limit, FIVE), "d1", "d0") == 80
    together = Minutes(None, (("d0", 100), ("d1", 50)), "hours", most=150, cost=2)
    assert units(asked(together, FIVE), "d1", "d0") == 0
    assert units(asked(together, FIVE), "d0 d1", "d0") == 100


def test_minutes_of_some_are_those_of_nobody_else():
    limit = Minutes(None, (("d0", 100), ("d1", 50)), "hours", most=100, people=("ola",), cost=1)
    assert units(asked(limit, FIVE), "d0 d1", "d0") == 0
    assert units(asked(limit, FIVE), "", "d0 d1") == 50
    assert units(asked(Minutes(None, (("d0", 100),), "hours", most=100), FIVE), "d0", "d0") == 100


def test_occasions_are_counted_once_each():
    limit = Occasions("kari", (("d0", "d1"), ("d2",), ("d3",)), "sundays", least=1, most=2)
    assert units(asked(limit, FIVE), "d0 d1 d2") == 0
    assert units(asked(limit, FIVE), "d0 d2 d3") == 1
    assert units(asked(limit, FIVE), "d4") == 1


def test_runs_are_neither_too_long_nor_too_short():
    most = InARow("kari", DAYS, "row", most=3)
    assert units(asked(most, FIVE), "d0 d1 d2 d4") == 0
    assert units(asked(most, FIVE), "d0 d1 d2 d3") == 1
    least = InARow("kari", DAYS, "row", least=3)
    assert units(asked(least, FIVE), "d1 d2 d3") == 0
    assert units(asked(least, FIVE), "d1 d2") == 1
    assert units(asked(least, FIVE), "d0 d4") == 0
    assert units(asked(least, FIVE), "d0") == 0
    assert units(asked(least, FIVE), "d4") == 0
    off = InARow("kari", DAYS, "row", least=2, off=True)
    assert units(asked(off, FIVE), "d0 d3 d4") == 0
    assert units(asked(off, FIVE), "d0 d2 d3") == 1


def test_runs_go_on_over_the_seam():
    cycle = 5 * DAY
    assert units(asked(InARow("kari", DAYS, "row", most=3), FIVE, cycle=cycle), "d4 d0 d1") == 0
    assert units(asked(InARow("kari", DAYS, "row", most=3), FIVE, cycle=cycle), "d3 d4 d0 d1") == 1
    assert units(asked(InARow("kari", DAYS, "row", least=3), FIVE, cycle=cycle), "d4 d0") == 1
    assert units(asked(InARow("kari", DAYS, "row", most=9), FIVE, cycle=cycle), "d0 d1 d2 d3 d4") == 5


def test_runs_go_on_from_history_and_history_alone_is_not_judged():
    times = {"p2": (-2 * DAY, -2 * DAY + 60), "p1": (-DAY, -DAY + 60)} | FIVE
    days = (("p2",), ("p1",), *DAYS)
    assert units(asked(InARow("kari", days, "row", most=3), times), "d0") == 0
    assert units(asked(InARow("kari", days, "row", most=3), times), "d0 d1") == 1
    assert units(asked(InARow("kari", days, "row", most=1), times), "") == 0


def test_all_or_none_of_a_weekend():
    limit = AllOrNone("kari", ((("d0",), ("d1",)), (("d2",), ("d3", "d4"))), "weekend")
    assert units(asked(limit, FIVE), "d0 d1 d2 d4") == 0
    assert units(asked(limit, FIVE), "d0 d2") == 2


def test_a_pattern_is_done_where_every_step_is_as_it_says():
    limit = Pattern("kari", (((("d0",), True), (("d1",), False), (("d2",), True)),), "night, off, day")
    assert units(asked(limit, FIVE), "d0 d2") == 1
    assert units(asked(limit, FIVE), "d0 d1 d2") == 0
    assert units(asked(limit, FIVE), "d0 d3") == 0


def test_any_of_the_options_is_enough():
    limit = AnyOf((Occasions("kari", DAYS, "", most=1), Minutes("kari", (("d0", 10), ("d1", 10)), "", most=19)), "any")
    assert units(asked(limit, FIVE), "d0 d1") == 1
    assert units(asked(limit, FIVE), "d0 d2 d3") == 0
    assert units(asked(limit, FIVE), "d0 d1 d2") == 1
    one = AnyOf((Occasions("kari", DAYS, "", most=1), Occasions("kari", DAYS, "", least=5)), "any")
    assert units(asked(one, FIVE), "d0 d1 d2 d3") == 1
    assert units(asked(one, FIVE), "d0 d1 d2") == 2
    assert units(asked(one, FIVE), "d0 d1") == 1, "the option before comes closer"
    assert units(asked(limit, FIVE), "d0") == 0


def test_what_history_alone_does_is_judged_where_it_is_off_and_in_no_pattern():
    times = {"past": (-2 * H, -H)} | FIVE
    assert units(asked(Off("kari", ("past",), "off"), times)) == 1
    assert units(asked(Off("ola", ("past",), "off"), times)) == 0
    done = Pattern("kari", (((("past",), True),), ((("past",), True), (("d0",), True))), "never")
    assert units(asked(done, times)) == 0
    assert units(asked(done, times), "d0") == 1


def test_what_comes_closest_of_the_options_is_paid_with_its_base():
    short = Minutes("kari", (("d0", 2),), "", least=5, base=-3)
    assert units(asked(AnyOf((short,), "any", cost=1), FIVE)) == 8
    over = Minutes("kari", (("d0", 2),), "", most=5, base=9)
    assert units(asked(AnyOf((over, replace(over, base=7)), "any", cost=1), FIVE), "d0") == 4


def test_a_group_that_history_alone_splits_is_past():
    shifts = (Shift("before", -DAY, -H), Shift("also", -H, -1), Shift("d0", 0, H))
    people = (Person("kari", ("before",)), Person("ola", ("also",)))
    groups = AllOrNone("kari", ((("before",), ("also",)), (("also",), ("d0",))), "all")
    problem = Problem(people, shifts, (groups,), 2 * DAY)
    assert units(problem) == 0
    assert units(problem, "d0") == 1


def test_the_model_tells_the_least_that_any_roster_can_cost():
    """What is not worked costs: nothing if all is, and a point for what cannot be."""
    both = Fixed("kari", ("d0", "d1"), "fixed", cost=1)
    assert model_of(asked(both, FIVE)).least == 0
    without = replace(asked(both, FIVE), limits=(both, Off("kari", ("d0",), "off")))
    assert model_of(without).least == 1
