"""A day off that red days gave is one that was had: whoever works their hours besides has it to their credit still."""

from datetime import date, timedelta

import pytest

from roster.domain.assistant import PaidOff
from roster.domain.days import DateSpan
from roster.domain.kinds import OffCode
from roster.domain.plan import Change
from roster.domain.roster import Roster
from roster.planning.special_off import off_within_hours, paying, with_codes
from roster.rules import agreed_hours
from roster.rules.red_days_off import GivenOff
from tests.planning.test_special_weeks import HOUR, SUMMER, four, on_dates

WEEKS = DateSpan(SUMMER, SUMMER + timedelta(days=13))
THURSDAY = SUMMER + timedelta(days=10)
F5 = GivenOff(PaidOff(THURSDAY, OffCode.REPLACED, 7 * HOUR), SUMMER)
F3 = GivenOff(PaidOff(SUMMER, OffCode.RED_DAY, 7 * HOUR), SUMMER)


def a1(shifts: int) -> Roster:
    """A1 works so many day shifts of seven hours in two weeks, of 49 hours agreed."""
    roster = on_dates(four(SUMMER), 2).roster
    days = [date(2027, 6, day) for day in (8, 9, 10, 11, 14, 15, 16)][:shifts]
    return Roster(roster.frame, frozenset(("A1", f"{day} D") for day in days))


@pytest.mark.parametrize(("shifts", "kept"), [(7, ()), (6, (F5,))])
def test_a_day_off_in_return_is_within_the_hours(shifts: int, kept: tuple[GivenOff, ...]) -> None:
    now = a1(shifts)
    brief = now.frame.brief
    assert off_within_hours(now, brief, "A1", (F5,), WEEKS) == kept
    paid = paying(now, brief, {"A1": kept}, WEEKS)
    assert not any(one.verdict.fails for one in agreed_hours.check(paid))


def test_f3_is_never_taken_away() -> None:
    now = a1(7)
    assert off_within_hours(now, now.frame.brief, "A1", (F3,), WEEKS) == (F3,)
    assert off_within_hours(a1(6), now.frame.brief, "A1", (F3, F5), WEEKS) == (F3,)


def test_every_shift_that_a_day_off_pays_for_has_it_as_reason() -> None:
    both = GivenOff(PaidOff(SUMMER, OffCode.RED_DAY, 14 * HOUR), SUMMER, also=(THURSDAY,))
    left = Change("A1", THURSDAY, ("D",), (), ("kept|A1|sundays:half",))
    taken = Change("A2", THURSDAY, (), ("D",), ("covers|A1|sundays:half",))
    off = {"A1": (both,), "A2": ()}
    assert with_codes(left, off).because == (f"F3|A1|{SUMMER}",)
    assert with_codes(taken, off).because == ("covers|A1|F3",)
