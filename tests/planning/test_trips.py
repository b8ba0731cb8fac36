"""A trip with two shifts a day for five days: who comes along stays along, as far as law and hours allow (D34)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from roster.domain.brief import Brief, Wish
from roster.domain.days import DateSpan, When
from roster.domain.help_needed import NeedChange, ShiftKind
from roster.domain.kinds import Sort, WishSort, Worth
from roster.domain.roster import Roster
from roster.planning.weeks_asked import Weeks
from tests.planning.test_special_weeks import HOUR, four, on_dates, planned

MONDAY = date(2027, 6, 7)
TRIP = DateSpan(date(2027, 6, 14), date(2027, 6, 18))
WEEKS = Weeks(DateSpan(TRIP.first, date(2027, 6, 20)), red_days=False)
EARLY = ShiftKind("RD", "Reise dag", 8 * HOUR, 7 * HOUR, Sort.TRAVEL)
LATE = ShiftKind("RK", "Reise kveld", 15 * HOUR, 7 * HOUR, Sort.TRAVEL)


def trip(*wishes: Wish) -> Roster:
    """The week with the trip, of four who take more hours; the need at home falls away meanwhile."""
    plan = on_dates(four(MONDAY), 4)
    plan = replace(plan, brief=wanting_more(plan.brief))
    when = When(dates=TRIP)
    new = (NeedChange(when, None, 0), *(NeedChange(when, one.code, 1, added=True) for one in (EARLY, LATE)))
    brief = replace(plan.brief, kinds=(*plan.brief.kinds, EARLY, LATE), changes=new, wishes=wishes)
    found = planned(plan, brief, WEEKS, seconds=4)
    assert found.proven
    return found.now


def wanting_more(brief: Brief) -> Brief:
    return replace(brief, assistants=tuple(replace(one, wants_up_to=Decimal(100)) for one in brief.assistants))


def of_days(roster: Roster) -> list[list[str]]:
    """Who has the early and who the late shift, day by day."""
    kinds = (EARLY.code, LATE.code)
    return [
        [who for who, shift in sorted(roster.works, key=lambda one: one[1]) if shift[11:] == kind] for kind in kinds
    ]


def test_the_trip_goes_on_to_another_only_where_hours_ask_for_it() -> None:
    """Ten shifts are two or three for each of the four: each of the two goes on to another once."""
    for row in of_days(trip()):
        assert sum(one != after for one, after in pairwise(row)) == 1, row


def test_those_who_are_named_come_along_all_through() -> None:
    wishes = tuple(
        Wish(who, WishSort.THIS_SHIFT, Worth.DEMAND, When(dates=TRIP), code)
        for who, code in (("A1", "RD"), ("A2", "RK"))
    )
    assert of_days(trip(*wishes)) == [["A1"] * 5, ["A2"] * 5]
