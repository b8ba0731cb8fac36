"""Half a shift is one measure: what the plan pays for being short of, the check begins to miss (D28)."""

from decimal import Decimal

import pytest

from roster.domain.contract import half_a_shift
from roster.domain.finding import Verdict
from roster.planning.better import hours
from roster.rules import contract_hours
from solver.problem import Minutes
from tests.rules.builders import roster_of

LINE = "08-18 08-16 08-12 - - - -"


def test_half_a_shift_is_half_the_mean_of_the_kinds():
    frame = roster_of(kari=LINE).frame
    assert half_a_shift(frame, frame.people[0]) == (600 + 480 + 240) // 6


@pytest.mark.parametrize("by", [0, 1])
def test_price_and_check_begin_at_the_same_minute(by):
    week = 1320 + 220 + by
    roster = roster_of(kari=LINE, people={"kari": {"percent": Decimal(100), "full_time_week": week}})
    (short,) = (
        one
        for one in hours.limits(roster.frame)
        if isinstance(one, Minutes) and one.least is not None and one.person == "kari"
    )
    paid = sum(minutes for _, minutes in short.amounts)
    (found,) = contract_hours.check(roster)
    assert (paid < short.least) == (found.verdict is Verdict.MISSING) == bool(by)
