"""Rest, and shifts after each other, at the edge and a unit past it: over midnight, over the seam, against history."""

from dataclasses import replace

import pytest
from edges import DAY, WEEK, H, asked, units

from solver.problem import Apart, Succession
from solver.rest import RestInWindow, RestOwed
from solver.stretches import Jump

REST = RestInWindow("kari", 11 * H, 24 * H, "rest")


@pytest.mark.parametrize(("start", "broken"), [(13 * H + 15 * H, 0), (13 * H + 11 * H, 0), (13 * H + 11 * H - 1, 1)])
def test_eleven_hours_of_rest_are_enough_and_a_minute_less_is_not(start, broken):
    problem = asked(REST, {"first": (8 * H, 13 * H), "second": (start, start + 5 * H)})
    assert units(problem, "first second") == broken


def test_a_split_day_is_one_period_of_work():
    problem = asked(REST, {"first": (8 * H, 12 * H), "second": (15 * H, 20 * H), "next": (DAY + 7 * H, DAY + 12 * H)})
    assert units(problem, "first second next") == 0


def test_a_period_that_spans_a_minute_over_thirteen_hours_breaks_the_rest():
    times = {"first": (8 * H, 12 * H), "second": (15 * H, 21 * H), "next": (DAY + 9 * H, DAY + 10 * H)}
    assert units(asked(REST, times), "first second next") == 0
    assert units(asked(REST, times | {"second": (15 * H, 21 * H + 1)}), "first second next") == 1


def test_rest_begins_when_the_last_of_two_that_overlap_is_over():
    times = {"one": (0, 8 * H), "two": (7 * H, 8 * H + 1), "next": (19 * H, 21 * H)}
    assert units(asked(REST, times), "one next") == 0
    assert units(asked(REST, times), "one two next") == 2
    assert units(asked(REST, times | {"next": (19 * H + 1, 21 * H)}), "one two next") == 0


def test_rest_is_owed_over_midnight():
    night = (22 * H, DAY + 7 * H)
    assert units(asked(REST, {"night": night, "next": (DAY + 18 * H, DAY + 20 * H)}), "night next") == 0
    assert units(asked(REST, {"night": night, "next": (DAY + 18 * H - 1, DAY + 20 * H)}), "night next") == 1


def test_rest_holds_over_the_seam_of_a_cycle():
    times = {"last": (WEEK - 10 * H, WEEK - 2 * H), "first": (9 * H, 17 * H)}
    assert units(asked(REST, times, cycle=WEEK), "last first") == 0
    assert units(asked(REST, times | {"first": (9 * H - 1, 17 * H)}, cycle=WEEK), "last first") == 1


def test_rest_holds_against_history():
    assert units(asked(REST, {"past": (-10 * H, -2 * H), "first": (9 * H, 17 * H)}), "first") == 0
    assert units(asked(REST, {"past": (-10 * H, -2 * H), "first": (9 * H - 1, 17 * H)}), "first") == 1


def test_what_history_alone_has_broken_is_past():
    times = {"past": (-20 * H, -12 * H), "also": (-9 * H, -1 * H), "later": (DAY, DAY + H)}
    assert units(asked(REST, times), "later") == 0


def test_shifts_that_touch_are_apart_and_a_minute_in_common_is_not():
    apart = Apart("kari", "apart")
    assert units(asked(apart, {"one": (0, 60), "two": (60, 120)}), "one two") == 0
    assert units(asked(apart, {"one": (0, 61), "two": (60, 120)}), "one two") == 1
    assert units(asked(apart, {"one": (0, 60), "two": (WEEK - 60, WEEK + 1)}, cycle=WEEK), "one two") == 1
    assert units(asked(apart, {"past": (-60, 61), "two": (60, 120)}), "two") == 1


def test_a_pair_in_succession_counts_once_and_history_alone_never():
    pairs = Succession("kari", (("one", "two"), ("past", "one"), ("past", "past")), "quick")
    problem = asked(pairs, {"past": (-9, -8), "one": (0, 1), "two": (2, 3)})
    assert units(problem, "two") == 0
    assert units(problem, "one") == 1
    assert units(problem, "one two") == 2


def test_of_pairs_in_succession_those_of_history_fill_no_place():
    pairs = Succession("kari", (("past", "also"), ("one", "two"), ("two", "three")), "quick", most=1)
    problem = asked(pairs, {"past": (-9, -8), "also": (-7, -6), "one": (0, 1), "two": (2, 3), "three": (4, 5)})
    assert units(problem, "one two") == 0
    assert units(problem, "one two three") == 1


def test_a_shift_that_may_not_come_after_itself_is_not_worked():
    assert units(asked(Succession("kari", (("one", "one"),), "quick"), {"one": (0, 1)}, cycle=DAY), "one") == 1


OWED = RestOwed("kari", 11 * H, 2 * H, "owed")


@pytest.mark.parametrize(("third", "broken"), [(0, 0), (-1, 1)])
def test_what_a_short_rest_lacks_is_owed_in_the_next(third, broken):
    """Nine hours lack two, so thirteen are owed."""
    times = {"one": (0, 8 * H), "two": (17 * H, 20 * H), "three": (33 * H + third, 34 * H)}
    assert units(asked(OWED, times), "one two three") == broken


@pytest.mark.parametrize(("lacks", "given", "broken"), [(0, 0, 0), (1, 1, 0), (1, 0, 1), (2, 1, 1)])
def test_a_rest_that_lacks_a_minute_is_owed_a_minute_more(lacks, given, broken):
    times = {"one": (0, 8 * H), "two": (19 * H - lacks, 20 * H), "three": (31 * H + given, 32 * H)}
    assert units(asked(OWED, times), "one two three") == broken


def test_shifts_that_touch_have_no_rest_between_them():
    none = RestOwed("kari", 11 * H, 0, "owed")
    times = {"one": (0, 8 * H), "two": (8 * H, 10 * H), "three": (21 * H, 22 * H), "four": (33 * H, 34 * H)}
    assert units(asked(none, times), "one two three four") == 0
    assert units(asked(none, times | {"two": (8 * H + 1, 10 * H)}), "one two three four") == 1


def test_work_within_a_rest_parts_it():
    """From 8 to 18 lacks an hour, unless there is work between: then others lack more."""
    times = {"one": (0, 8 * H), "mid": (12 * H, 13 * H), "two": (18 * H, 19 * H), "last": (30 * H, 31 * H)}
    assert units(asked(OWED, times), "one two last") == 1
    assert units(asked(OWED, times), "one mid two last") == 2
    assert units(asked(OWED, times | {"eve": (24 * H, 25 * H)}), "one two eve last") == 2
    soft = replace(OWED, cost=3)
    assert units(asked(soft, times), "one mid two last") == 2


@pytest.mark.parametrize("by", [H, -H])
def test_rest_is_given_back_by_either_clock(by):
    """The clock is set in the rest that is short, or in the one that gives back."""
    for at in (12 * H, 25 * H):
        clock = replace(OWED, jumps=(Jump(at, by),))
        for second in (17 * H, 18 * H, 19 * H):
            for third in (second + later * H for later in (12, 14, 15, 16, 17)):
                times = {"one": (0, 8 * H), "two": (second, second + 2 * H), "three": (third, third + H)}
                units(asked(clock, times), "one two three")


@pytest.mark.parametrize("by", [H, -H])
def test_rest_in_a_window_is_as_long_by_either_clock(by):
    for at in (-2 * H, 0, 7 * H, 12 * H, 23 * H, DAY):
        clock = replace(REST, jumps=(Jump(at, by),))
        for start in (18 * H, 19 * H, 20 * H):
            for next_ in (DAY - H, DAY, DAY + H):
                times = {
                    "past": (-6 * H, -5 * H),
                    "one": (0, 8 * H),
                    "two": (start, start + H),
                    "next": (next_, next_ + 13 * H),
                }
                units(asked(clock, times), "one two next")
                units(asked(clock, times), "one next")


@pytest.mark.parametrize("ends", [-14 * H, -13 * H - 1, -13 * H, -12 * H])
def test_a_window_of_history_is_judged_by_what_it_leaves(ends):
    """Kari's window from 20 hours before the roster has 11 hours free to its end at 4, or had them before it."""
    for first in (-3 * H, -2 * H, -2 * H - 1):
        for start in (0, 3 * H, 4 * H - 1, 4 * H):
            times = {"past": (-20 * H, ends), "also": (first, -H), "one": (start, start + 30 * H)}
            units(asked(REST, times), "one")


def test_a_pause_is_no_rest_and_what_is_no_pause_is():
    """A pause of a minute under two hours joins the shifts, so the next rest comes after the second of them."""
    times = {"one": (0, 8 * H), "two": (17 * H, 20 * H), "three": (22 * H - 1, 23 * H), "four": (36 * H, 37 * H)}
    assert units(asked(OWED, times), "one two three four") == 0
    assert units(asked(OWED, times | {"three": (22 * H, 23 * H)}), "one two three four") == 2
    assert units(asked(OWED, times | {"four": (36 * H - 1, 37 * H)}), "one two three four") == 1


def test_rest_is_owed_over_the_seam_and_from_history():
    times = {"one": (WEEK - 20 * H, WEEK - 12 * H), "two": (WEEK - 3 * H, WEEK - 1 * H), "three": (12 * H, 13 * H)}
    assert units(asked(OWED, times, cycle=WEEK), "one two three") == 0
    assert units(asked(OWED, times | {"three": (12 * H - 1, 13 * H)}, cycle=WEEK), "one two three") == 1
    past = {"one": (-20 * H, -12 * H), "two": (-3 * H, -1 * H), "three": (12 * H - 1, 13 * H)}
    assert units(asked(OWED, past), "three") == 1


def test_any_place_of_a_rest_will_do_where_none_is_needed_by_all():
    """From 8, 10 and 11 on there are 11 hours, each with two shifts off."""
    first = replace(REST, starts=("one",))
    times = {"one": (0, 8 * H), "a": (9 * H, 10 * H), "b": (10 * H, 11 * H)}
    times |= {"c": (19 * H + 30, 20 * H), "d": (21 * H, 22 * H)}
    for works, broken in (("one a b", 0), ("one c d", 0), ("one a d", 0), ("one a c", 1), ("one b d", 1)):
        assert units(asked(first, times), works) == broken


def test_a_window_that_ended_before_the_roster_is_past():
    """Ten hours were free in it, and more after it."""
    times = {"past": (-60 * H, -46 * H), "also": (-34 * H, -33 * H), "one": (0, H)}
    assert units(asked(REST, times), "one") == 0


def test_a_shift_within_another_of_history_makes_nothing_free():
    times = {"past": (-20 * H, -6 * H), "also": (-19 * H, -18 * H), "one": (5 * H, 6 * H), "two": (5 * H - 1, 5 * H)}
    assert units(asked(REST, times), "one") == 0
    assert units(asked(REST, times), "two") == 1


def test_a_short_rest_that_two_shifts_end_before_is_one():
    times = {"one": (0, 8 * H), "also": (7 * H, 8 * H), "two": (17 * H, 20 * H), "three": (32 * H, 33 * H)}
    assert units(asked(OWED, times), "one also two three") == 1
    over = {"one": (WEEK - 7 * H, WEEK + H), "also": (0, H), "two": (10 * H, 12 * H), "three": (24 * H, 25 * H)}
    assert units(asked(OWED, over, cycle=WEEK), "one also two three") == 1


def test_what_history_alone_owes_is_past():
    times = {"one": (-40 * H, -32 * H), "two": (-23 * H, -21 * H), "three": (-10 * H, -9 * H), "four": (3 * H, 4 * H)}
    assert units(asked(OWED, times), "four") == 0


def test_work_round_the_clock_is_one_period_without_end():
    times = {"one": (0, 8 * H), "two": (9 * H, 16 * H), "three": (17 * H, 23 * H)}
    for works in ("one two three", "one three", "one two", "two"):
        units(asked(OWED, times, cycle=DAY), works)
    assert units(asked(OWED, times, cycle=DAY), "one two three") == 0
