"""The red zone of every year from 2017 to 2040, held against another reckoning of it: aml § 10-10 (1), law of 1947 § 2.

The other reckoning asks hour by hour whether the law says that it is red, and finds Easter by Gauss's rule, where the
rule under test builds døgn from a list of holidays.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from roster.domain.clock import OSLO
from roster.domain.days import red_dates
from roster.domain.frame import Frame
from roster.domain.settings import Settings
from roster.domain.spans import Span, merged
from roster.rules.zones import RedDay, red_days
from tests.rules.builders import roster_of

YEARS = range(2017, 2041)
DAY = timedelta(days=1)


@cache
def easter(year: int) -> date:
    """Gauss's rule for the Gregorian calendar, with its two exceptions."""
    century = year // 100
    shift = (15 - (13 + 8 * century) // 25 + century - century // 4) % 30
    moon = (19 * (year % 19) + shift) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + (4 + century - century // 4) % 7) % 7
    day = date(year, 3, 22) + timedelta(days=moon + sunday)
    if moon == 29 and sunday == 6:
        return date(year, 4, 19)
    if moon == 28 and sunday == 6 and year % 19 > 10:
        return date(year, 4, 18)
    return day


@cache
def movable(year: int) -> frozenset[date]:
    """From Maundy Thursday to Whit Monday."""
    return frozenset(easter(year) + timedelta(days=days) for days in (-3, -2, 0, 1, 39, 49, 50))


@cache
def holidays(year: int) -> frozenset[date]:
    """Lov om helligdager § 2 and the law of 1 and 17 May, without plain Sundays."""
    return movable(year) | {
        date(year, 1, 1),
        date(year, 5, 1),
        date(year, 5, 17),
        date(year, 12, 25),
        date(year, 12, 26),
    }


@cache
def free(day: date) -> bool:
    return day.weekday() == 6 or day in holidays(day.year)


def in_may_alone(day: date) -> bool:
    """1 or 17 May that is neither a Sunday nor one of the holy days."""
    return (day.month, day.day) in ((5, 1), (5, 17)) and day.weekday() != 6 and day not in movable(day.year)


def is_red(day: date, hour: int, eve_of_may: int) -> bool:
    """Whether the hour lies in the time that should be free by § 10-10 (1)."""
    follows = free(day + DAY)
    if free(day):
        return follows or hour < 22
    if not follows:
        return False
    if (day.month, day.day) == (12, 24) or day + DAY in (easter(day.year), easter(day.year) + timedelta(days=49)):
        return hour >= 15
    return hour >= (eve_of_may if in_may_alone(day + DAY) else 18)


def reckoned(first: date, last: date, eve_of_may: int) -> tuple[Span, ...]:
    hours = []
    day = first
    while day <= last:
        midnight = datetime(day.year, day.month, day.day)
        for hour in range(24):
            if is_red(day, hour, eve_of_may):
                start, end = (
                    OSLO.minute(midnight + timedelta(hours=hour)),
                    OSLO.minute(midnight + timedelta(hours=hour + 1)),
                )
                if end > start:
                    hours.append(Span(start, end))
        day += DAY
    return merged(hours)


def frame_of_year(year: int, eve_of_may: int = 22 * 60) -> Frame:
    """The weeks that hold all days of the year."""
    first = date(year, 1, 1) - timedelta(days=date(year, 1, 1).weekday())
    return roster_of(start=first, settings=Settings(eve_of_may_from=eve_of_may), kari="- " * 7 * 53).frame


def of_year(frame: Frame, year: int) -> Iterator[RedDay]:
    return (one for one in red_days(frame) if one.day.year == year)


@pytest.mark.parametrize("eve_of_may", [22, 18, 0])
@pytest.mark.parametrize("year", YEARS)
def test_the_red_zone_of_a_year_is_what_the_law_says_hour_by_hour(year: int, eve_of_may: int) -> None:
    frame = frame_of_year(year, eve_of_may * 60)
    first, last = frame.first_day, frame.dates[-1]
    inside = Span(
        OSLO.minute(datetime(first.year, first.month, first.day)),
        OSLO.minute(datetime(last.year, last.month, last.day)),
    )
    found = merged(Span(max(one.span.start, inside.start), min(one.span.end, inside.end))
                   for one in red_days(frame) if one.span.overlap(inside))  # fmt: skip
    assert found == reckoned(first, last - DAY, eve_of_may)


@pytest.mark.parametrize("year", YEARS)
def test_the_holidays_of_a_year_are_those_of_the_laws(year: int) -> None:
    assert red_dates(year) == holidays(year)


@pytest.mark.parametrize("year", YEARS)
def test_every_sunday_and_holiday_has_one_red_day_of_its_own_and_they_never_overlap(year: int) -> None:
    frame = frame_of_year(year)
    reds = list(of_year(frame, year))
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(366)]
    assert [one.day for one in reds] == [day for day in days if day.year == year and free(day)]
    assert all(one.span.end <= other.span.start for one, other in pairwise(reds))


@pytest.mark.parametrize("year", YEARS)
def test_days_on_end_are_cut_at_22_between_them(year: int) -> None:
    """Easter is Maundy Thursday and Good Friday, and Easter Day and Monday, each run without a hole."""
    reds = {one.day: one.span for one in of_year(frame_of_year(year), year)}
    sunday = easter(year)
    for before, after in ((-3, -2), (0, 1), (49, 50)):
        one, other = reds[sunday + timedelta(days=before)], reds[sunday + timedelta(days=after)]
        assert one.end == other.start
        assert OSLO.wall(one.end).hour == 22
    assert reds[date(year, 12, 25)].end == reds[date(year, 12, 26)].start
    eve = OSLO.wall(reds[sunday].start)
    assert (eve.date(), eve.hour) == (sunday - DAY, 15)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2024, 5, 17), (2034, 5, 17), (2027, 5, 1), (2018, 5, 1), (2033, 5, 17)]
)
def test_the_eve_of_a_may_day_alone_opens_at_22(year: int, month: int, day: int) -> None:
    """Also where the day after it is Whitsun Eve (2024) or Ascension Day (2034)."""
    (red,) = (one for one in of_year(frame_of_year(year), year) if one.day == date(year, month, day))
    opens = OSLO.wall(red.span.start)
    assert (opens.date(), opens.hour) == (date(year, month, day) - DAY, 22)


@pytest.mark.parametrize(("year", "month", "day"), [(2017, 12, 24), (2023, 12, 24), (2028, 12, 24), (2034, 12, 24)])
def test_a_christmas_eve_on_a_sunday_is_a_sunday(year: int, month: int, day: int) -> None:
    (red,) = (one for one in of_year(frame_of_year(year), year) if one.day == date(year, month, day))
    assert OSLO.wall(red.span.start) == datetime(year, month, day - 1, 18)
