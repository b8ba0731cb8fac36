"""Hours short of contract and beyond it, and wishes not met, cost what the table of points says (D28, D29)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.assistant import Hours, OtherWork
from roster.domain.brief import Wish
from roster.domain.days import DateSpan, When
from roster.domain.fallen import fallen_share
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need, Part, ShiftKind
from roster.domain.kinds import Elsewhere, Form, Position, Sort, WishSort, Worth
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.planning import worth
from tests.planning.loads import FORMS
from tests.planning.points import points_of
from tests.rules.builders import kind_of, roster_of

HOUR = 60
WEEK = "08-16 08-16 08-16 08-16 - - -"
"""32 hours in shifts of 8: half a shift is 4 hours."""


def hours(full_time: int, line: str = WEEK, **more: Any) -> dict[str, int]:
    given = {"percent": Decimal(100), "full_time_week": full_time, **more.pop("facts", {})}
    roster = roster_of(kari=line, people={"kari": given}, **more)
    return {what: points_of(what, roster) for what in ("short", "beyond-contract")}


@FORMS
@pytest.mark.parametrize(("short", "paid_for"), [(0, 0), (240, 0), (241, 1), (300, 60)])
def test_each_minute_short_by_more_than_half_a_shift_costs(short, paid_for, cycle):
    expected = {"short": paid_for * worth.SHORT_MINUTE, "beyond-contract": 0}
    assert hours(32 * HOUR + short, cycle=cycle) == expected


@FORMS
def test_a_position_is_reckoned_over_all_weeks(cycle):
    """The second week alone is short: 32 hours of 66 in two weeks, less half a shift."""
    assert hours(33 * HOUR, f"{WEEK} - - - - - - -", cycle=cycle)["short"] == 30 * HOUR * worth.SHORT_MINUTE
    assert hours(16 * HOUR, f"{WEEK} - - - - - - -", cycle=cycle) == {"short": 0, "beyond-contract": 0}


@FORMS
@pytest.mark.parametrize("position", Position)
def test_each_minute_beyond_contract_costs_by_kind_of_position(position, cycle):
    found = hours(32 * HOUR - 7, cycle=cycle, facts={"position": position})
    assert found == {"short": 0, "beyond-contract": 7 * worth.BEYOND_MINUTE[position]}
    prices = [worth.BEYOND_MINUTE[one] for one in Position]
    assert len(set(prices)) == len(prices)


@FORMS
def test_what_is_beyond_contract_costs_though_more_is_wanted(cycle):
    found = hours(40 * HOUR, cycle=cycle, facts={"percent": Decimal(50), "wants_up_to": Decimal(80)})
    assert found["beyond-contract"] == 12 * HOUR * worth.BEYOND_MINUTE[Position.PERMANENT]


@FORMS
def test_an_hour_of_rest_counts_as_it_is_paid_and_work_elsewhere_not_at_all(cycle):
    watch = ShiftKind("W", "W", 22 * HOUR, 8 * HOUR, Sort.RESTING_NIGHT, (Part(0, 8 * HOUR),))
    other = (OtherWork(Hours(When(frozenset({5})), 600, 720), Elsewhere.SAME),)
    found = hours(
        90, "W - - - - - -", cycle=cycle, kinds=(watch,), settings=Settings(resting_paid=20), facts={"elsewhere": other}
    )
    assert found["beyond-contract"] == (160 - 90) * worth.BEYOND_MINUTE[Position.PERMANENT]


def test_vacation_takes_its_part_of_the_position():
    """Three working days are half a week: 32 hours are four too many of 28."""
    off = (DateSpan(date(2027, 1, 14), date(2027, 1, 16)),)
    assert hours(64 * HOUR, facts={"vacation": off}) == {"short": 0, "beyond-contract": 0}
    found = hours(56 * HOUR, facts={"vacation": off})
    assert found["beyond-contract"] == 4 * HOUR * worth.BEYOND_MINUTE[Position.PERMANENT]


def test_a_grunnturnus_rolled_out_holds_its_contract_in_each_turn():
    """Two turns of a week: 32 hours in the first and none in the second, of 32 each."""
    roster = roster_of(
        kari=f"{WEEK} - - - - - - -", people={"kari": {"percent": Decimal(100), "full_time_week": 32 * 60}}
    )
    period = replace(roster.frame.brief.period, form=Form.CYCLE, weeks=1)
    roster = replace(roster, frame=replace(roster.frame, brief=replace(roster.frame.brief, period=period)))
    assert points_of("short", roster) == 0  # nothing that could be worked lies in the second turn
    worked = roster_of(
        kari=f"{WEEK} - - - - - - -",
        ola=f"- - - - - - - {WEEK}",
        people={"kari": {"percent": Decimal(100), "full_time_week": 32 * 60}},
    )
    frame = replace(worked.frame, brief=replace(worked.frame.brief, period=period))
    assert points_of("short", replace(worked, frame=frame)) == 28 * HOUR * worth.SHORT_MINUTE
    assert points_of("beyond-contract", replace(worked, frame=frame)) == 0


def test_everybodys_position_is_looked_at():
    people = {"kari": {"full_time_week": 32 * HOUR}, "ola": {"full_time_week": 16 * HOUR}}
    roster = roster_of(kari=WEEK, ola=WEEK, people=people)
    assert points_of("beyond-contract", roster, "ola") == 16 * HOUR * worth.BEYOND_MINUTE[Position.PERMANENT]


def test_hours_that_a_red_day_took_away_are_not_missed():
    """Of four weekdays of 8 hours, Thursday is red and has no need: nobody is short of its hours."""
    need = Need("D", When(frozenset({0, 1, 2, 3})), 1)
    frame = roster_of(
        start=date(2027, 3, 22),
        kari="- - - - - - -",
        kinds=(kind_of("D"),),
        people={"kari": {"full_time_week": 32 * HOUR}},
        brief={"needs": (need,)},
    ).frame
    frame = frame_of(frame.brief)
    fallen = fallen_share(frame, frame.people[0], 0, 1)
    assert fallen == 8 * HOUR
    worked = frozenset(("kari", one.id) for one in frame.shifts)
    assert points_of("short", Roster(frame, worked)) == 0
    assert points_of("short", Roster(frame, frozenset())) == (24 - 4) * HOUR * worth.SHORT_MINUTE


# -- wishes ------------------------------------------------------------------------------------------------


@FORMS
@pytest.mark.parametrize(("value", "price"), [(Worth.WISH, 300), (Worth.IMPORTANT, 1500), (Worth.DEMAND, 0)])
def test_each_time_a_wish_is_not_met_has_its_price_and_a_krav_has_none(value, price, cycle):
    wishes = (
        Wish("ola", WishSort.NOT_THIS_SHIFT, Worth.WISH, None, kind="D"),
        Wish("kari", WishSort.NOT_THIS_SHIFT, value, When(frozenset({0, 1})), kind="D"),
    )
    roster = roster_of(kari="D D D - - - -", ola=WEEK, cycle=cycle, brief={"wishes": wishes})
    assert points_of("wish", roster) == 2 * price
    assert points_of("wish", roster, "ola") == 0
