"""Free blocks at the edge and a minute past it: over the cut of weeks, over the seam, within what is given."""

from dataclasses import replace

import pytest
from edges import DAY, WEEK, H, asked, units

from solver import judge
from solver.rest import FreeBlocks, Rested, Week
from solver.stretches import Jump, Span


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


@pytest.mark.parametrize("by", [0, 1])
def test_a_block_begins_no_sooner_than_the_weeks_before_have_rested(by):
    """The free stretch begins a minute before their rest ends, or as it ends."""
    times = {"first": (0, DAY - 1 + by), "after": (DAY - 1 + by + 35 * H, WEEK)}
    limit = weekly(1, before=(Rested(DAY, 0),))
    assert units(asked(limit, times), "first after") == 1 - by


def test_another_way_of_the_weeks_before_counts_only_where_nothing_is_worked_until_then():
    """Their last week had a marked block if nothing is worked on Monday; else the first week needs one."""
    limit = weekly(1, every=2, before=(Rested(0, 1), Rested(DAY, 0)))
    problem = asked(limit, {"monday": (0, H), "sunday": (6 * DAY, WEEK)})
    assert units(problem, "sunday") == 0
    assert units(problem, "monday") == 0
    assert units(problem, "monday sunday") == 1
