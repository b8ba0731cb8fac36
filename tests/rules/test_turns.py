"""The stretches over which a position holds: a turn of the grunnturnus, and the turns of a ferieturnus together."""

from dataclasses import replace
from datetime import date

from roster.domain.contract import turns
from roster.domain.days import DateSpan
from roster.domain.frame import Frame, calendar_frame
from roster.domain.roster import Roster
from roster.rules import agreed_hours
from tests.planning.test_special_weeks import SUMMER, four

OFF = DateSpan(date(2027, 6, 14), date(2027, 6, 27))
"""The second and the third week: one of each of two turns."""


def frame(*vacation: DateSpan, weeks: int = 8) -> Frame:
    brief = four(SUMMER).brief
    return calendar_frame(
        replace(brief, assistants=(replace(brief.assistants[0], vacation=vacation), *brief.assistants[1:])), weeks
    )


def test_turns_in_a_row_with_vacation_are_one_stretch() -> None:
    assert list(turns(frame())) == [(0, 2), (2, 4), (4, 6), (6, 8)]
    assert list(turns(frame(OFF))) == [(0, 4), (4, 6), (6, 8)]
    assert list(turns(frame(OFF, DateSpan(date(2027, 7, 21), date(2027, 7, 25)), weeks=9))) == [(0, 4), (4, 6), (6, 8)]


def test_no_more_than_a_summer_is_one_stretch() -> None:
    long = DateSpan(SUMMER, date(2027, 12, 5))
    assert list(turns(frame(long, weeks=26))) == [(0, 16), (16, 26)]


def test_half_a_shift_that_a_vacation_takes_of_each_turn_is_a_whole_one_of_both() -> None:
    """A1 has 24.5 hours a week: seven shifts of seven hours in the two weeks at work, four in one and three in the other."""
    dates = frame(OFF, weeks=4)
    days = [date(2027, 6, 7), date(2027, 6, 8), date(2027, 6, 9), date(2027, 6, 10)]
    days += [date(2027, 6, 28), date(2027, 6, 29), date(2027, 6, 30)]
    roster = Roster(dates, frozenset(("A1", f"{day} D") for day in days))
    (found,) = (one for one in agreed_hours.check(roster) if one.who == "A1")
    assert not found.verdict.fails
    over = Roster(dates, roster.works | {("A1", "2027-07-01 D")})
    (found,) = (one for one in agreed_hours.check(over) if one.who == "A1")
    assert found.verdict.fails
