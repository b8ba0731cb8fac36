"""Each kind of limit at its edge and a unit past it: over midnight, over the seam of a cycle, against history."""

from dataclasses import replace

import pytest
from costs import cost_by_judge, cost_in_model

from solver import judge
from solver.model import model_of
from solver.problem import (
    AllOrNone,
    AnyOf,
    Apart,
    Balance,
    Company,
    Cover,
    FreeBlocks,
    InARow,
    Jump,
    Limit,
    Minutes,
    Occasions,
    Off,
    Pattern,
    Person,
    Problem,
    RestInWindow,
    RestOwed,
    Share,
    Shift,
    Span,
    Succession,
    Week,
)

H = 60
DAY = 24 * H
WEEK = 7 * DAY


def asked(limit: Limit, times: dict[str, tuple[int, int]], *, cycle: int | None = None) -> Problem:
    """Kari and Ola with shifts at the times; Kari has worked what lies before minute 0."""
    shifts = tuple(Shift(name, start, end) for name, (start, end) in times.items())
    past = tuple(one.id for one in shifts if one.start < 0)
    people = (Person("kari", past), Person("ola"))
    return Problem(people, shifts, (limit,), cycle or 2 * WEEK, cycle)


def units(problem: Problem, kari: str = "", ola: str = "") -> int:
    """The judge's count; the model allows just what counts none, and where the limit is soft at just that cost."""
    works = frozenset({("kari", one) for one in kari.split()} | {("ola", one) for one in ola.split()})
    (limit,) = problem.limits
    assert cost_in_model(model_of(problem), works) == cost_by_judge(problem, works)
    return judge.violations(problem, limit, works)


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
            for third in (second + 14 * H, second + 15 * H, second + 16 * H, second + 17 * H):
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


def weekly(weeks: int, length: int = 35 * H, **more) -> FreeBlocks:
    def week(at: int) -> Week:
        days = tuple(Span(at * WEEK + day * DAY, at * WEEK + (day + 1) * DAY) for day in range(7))
        return Week(Span(at * WEEK, (at + 1) * WEEK), days, days[-1:])

    return FreeBlocks("kari", length, tuple(week(at) for at in range(weeks)), "weekly", **more)


def days_of_work(gap_at: int, gap: int, weeks: int) -> dict[str, tuple[int, int]]:
    """Work all the time but for one gap."""
    return {"before": (0, gap_at), "after": (gap_at + gap, weeks * WEEK)}


@pytest.mark.parametrize(("gap", "broken"), [(35 * H, 0), (35 * H - 1, 1)])
def test_a_week_needs_all_of_its_free_block(gap, broken):
    times = days_of_work(2 * DAY, gap, 1)
    assert units(asked(weekly(1), times), "before after") == broken


def test_a_long_free_stretch_over_the_cut_of_two_weeks_serves_both_but_a_minute_less_does_not():
    assert units(asked(weekly(2), days_of_work(WEEK - 35 * H, 70 * H, 2)), "before after") == 0
    assert units(asked(weekly(2), days_of_work(WEEK - 35 * H, 70 * H - 1, 2)), "before after") == 1


def test_a_block_longer_than_the_cycle_is_nowhere():
    assert units(asked(weekly(1, WEEK), {"work": (0, 1)}, cycle=WEEK)) == 0
    assert units(asked(weekly(1, WEEK + 1), {"work": (0, 1)}, cycle=WEEK)) == 1


def test_the_clock_that_is_set_forward_makes_a_block_of_an_hour_less():
    """Free 34 hours by elapsed time, 35 as the clock on the wall shows them."""
    jumps = (Jump(3 * DAY, H),)
    for gap, broken in ((34 * H, 0), (34 * H - 1, 1)):
        assert units(asked(weekly(1, jumps=jumps), days_of_work(2 * DAY, gap, 1)), "before after") == broken
    for begins in (3 * DAY, 4 * DAY):
        assert units(asked(weekly(1, jumps=jumps), days_of_work(begins, 35 * H - 1, 1)), "before after") == 1


def test_a_block_lies_within_what_is_given():
    """From 10 hours before the week to 10 after it."""
    given = weekly(1, within=Span(-10 * H, WEEK + 10 * H))
    for work, broken in (
        ((25 * H, WEEK), 0),
        ((25 * H - 1, WEEK), 1),
        ((0, WEEK - 25 * H), 0),
        ((0, WEEK - 25 * H + 1), 1),
    ):
        assert units(asked(given, {"work": work}), "work") == broken
    forward = weekly(1, within=Span(-10 * H, WEEK + 10 * H), jumps=(Jump(3 * H, H),))
    assert units(asked(forward, {"work": (24 * H, WEEK)}), "work") == 0
    assert units(asked(forward, {"work": (24 * H - 1, WEEK)}), "work") == 1
    assert units(asked(forward, {"work": (0, WEEK - 25 * H)}), "work") == 0
    assert units(asked(forward, {"work": (0, WEEK - 25 * H + 1)}), "work") == 1


def test_a_block_has_a_minute_in_its_week():
    only = FreeBlocks("kari", 35 * H, (Week(Span(WEEK, 2 * WEEK), ()),), "weekly")
    assert units(asked(only, {"work": (WEEK + 1, 2 * WEEK + 35 * H)}), "work") == 0
    assert units(asked(only, {"work": (WEEK, 2 * WEEK + 35 * H)}), "work") == 1
    assert units(asked(only, {"work": (WEEK - 36 * H, 2 * WEEK - 1)}), "work") == 0
    assert units(asked(only, {"work": (WEEK - 36 * H, 2 * WEEK)}), "work") == 1
    forward = replace(only, jumps=(Jump(DAY, H),))
    assert units(asked(forward, {"work": (WEEK + 1, 2 * WEEK + 35 * H)}), "work") == 0
    assert units(asked(forward, {"work": (WEEK, 2 * WEEK + 35 * H)}), "work") == 1


def test_a_block_may_lie_over_the_seam():
    times = {"work": (20 * H, WEEK - 15 * H)}
    assert units(asked(weekly(1), times, cycle=WEEK), "work") == 0
    assert units(asked(weekly(1), {"work": (20 * H - 1, WEEK - 15 * H)}, cycle=WEEK), "work") == 1


def test_a_free_stretch_over_the_seam_serves_the_last_week_and_the_first_only_if_long_enough():
    times = {"work": (35 * H, 2 * WEEK - 35 * H)}
    assert units(asked(weekly(2), times, cycle=2 * WEEK), "work") == 0
    assert units(asked(weekly(2), {"work": (35 * H - 1, 2 * WEEK - 35 * H)}, cycle=2 * WEEK), "work") == 1


def test_history_keeps_a_block_from_the_days_before():
    """The first week's block may begin before the roster, unless that was worked."""
    times = {"work": (34 * H, WEEK)}
    assert units(asked(weekly(1), times), "work") == 0
    assert units(asked(weekly(1), times | {"past": (-2 * H, -H)}), "work") == 0
    assert units(asked(weekly(1), times | {"past": (-2 * H, -H + 1)}), "work") == 1


def test_one_week_in_so_many_has_its_marked_day_free():
    """With work on both Sundays no block covers one."""
    times = {"first": (WEEK - DAY, WEEK), "second": (2 * WEEK - 60, 2 * WEEK)}
    limit = weekly(2, every=2)
    assert units(asked(limit, times), "first") == 0
    assert units(asked(limit, times), "first second") == 1


def test_in_a_cycle_of_fewer_weeks_one_of_all_has_its_marked_day_free():
    times = {f"sunday{at}": ((at + 1) * WEEK - DAY, (at + 1) * WEEK) for at in range(2)}
    assert units(asked(weekly(2, every=4), times, cycle=2 * WEEK), "sunday0") == 0
    assert units(asked(weekly(2, every=4), times, cycle=2 * WEEK), "sunday0 sunday1") == 1


def test_every_run_of_weeks_round_the_cycle_counts():
    times = {f"sunday{at}": ((at + 1) * WEEK - DAY, (at + 1) * WEEK) for at in range(3)}
    problem = asked(weekly(3, every=2, cost=1), times, cycle=3 * WEEK)
    assert units(problem, "sunday0 sunday1 sunday2") == 3
    assert units(problem, "sunday0 sunday2") == 1
    assert units(problem, "sunday1") == 0


def test_a_block_that_covers_no_day_is_loose():
    times = {"before": (0, 13 * H), "after": (48 * H - 1, WEEK)}
    problem = asked(weekly(1, 34 * H, loose_cost=7, loose_because="loose"), times)
    (limit,) = problem.limits
    works = frozenset({("kari", "before"), ("kari", "after")})
    assert judge.cost_by_reason(problem, works) == {"loose": 7}
    assert judge.violations(problem, limit, works) == 0
    assert judge.cost_by_reason(problem, frozenset({("kari", "before")})) == {}


FIVE = {f"d{at}": (at * DAY, at * DAY + 60) for at in range(5)}


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


DAYS = tuple((one,) for one in FIVE)


def test_runs_are_neither_too_long_nor_too_short():
    most = InARow("kari", DAYS, "row", most=3)
    assert units(asked(most, FIVE), "d0 d1 d2 d4") == 0
    assert units(asked(most, FIVE), "d0 d1 d2 d3") == 1
    least = InARow("kari", DAYS, "row", least=3)
    assert units(asked(least, FIVE), "d1 d2 d3") == 0
    assert units(asked(least, FIVE), "d1 d2") == 1
    assert units(asked(least, FIVE), "d0 d4") == 0
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


def test_cover_has_room_for_so_many_and_no_more():
    limit = Cover("need", ("d0", "d1"), "need", 2, 3)
    assert units(asked(limit, FIVE), "d0", "d1") == 0
    assert units(asked(limit, FIVE), "d0") == 1
    assert units(asked(limit, FIVE), "d0 d1", "d0 d1") == 1
    assert units(asked(Cover("need", ("d0",), "need", 1, 1, cost=5, over_cost=3), FIVE), "d0", "d0") == 1
    assert units(asked(Cover("need", ("d0",), "need", 1, people=("ola",)), FIVE), "d0") == 1
    assert units(asked(Cover("need", ("d0", "d1"), "need", 3, cost=5), FIVE), "d0") == 2
    assert units(asked(Cover("need", ("d0", "d1"), "need", 0, 1, over_cost=5), FIVE), "d0 d1", "d0 d1") == 3
    twice = Cover("need", ("d0",), "need", 1, 1, works=(("kari", "d0"), ("kari", "d0")))
    assert units(asked(twice, FIVE), "d0") == 1


def test_company_is_kept_or_avoided():
    occasions = (("d0",), ("d1",))
    assert units(asked(Company("kari", "ola", occasions, True, "together"), FIVE), "d0", "d0") == 0
    assert units(asked(Company("kari", "ola", occasions, True, "together"), FIVE), "d0", "d1") == 2
    assert units(asked(Company("kari", "ola", occasions, False, "apart"), FIVE), "d0", "d1") == 0
    assert units(asked(Company("kari", "ola", occasions, False, "apart"), FIVE), "d0", "d0") == 1


def test_a_fair_share_is_rounded_down_or_up():
    shares = (Share("kari", 3, DAYS), Share("ola", 1, DAYS, base=1))
    problem = asked(Balance(shares, "fair", 1), FIVE)
    assert units(problem, "d0 d1 d2") == 0
    assert units(problem, "d0 d1 d2 d3") == 0
    assert units(problem, "d0 d1 d2 d3 d4") == 0
    assert units(problem, "d0", "d1 d2") == 4


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
