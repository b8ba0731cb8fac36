"""Which days and weeks are meant: weekdays, odd and even weeks, seasons, red days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

ALL_WEEKDAYS = frozenset(range(7))
"""Monday is 0, as in ``date.weekday``."""


class WeekRule(StrEnum):
    """On which weeks something happens; ``NAMED`` are ISO weeks with dates and turnus weeks 1..N in a cycle."""

    ALL = "all"
    ODD = "odd"
    EVEN = "even"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Whole days from first to last, both part of it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class When:
    """A pattern of days: weekdays, on some weeks, within dates.

    ``dates`` None: no bound in time. ``red``: only red days (and then whatever their weekday). ``among`` None: on any
    date, else only in these stretches of a calendar (school holidays); ``outside``: in none of these.
    """

    weekdays: frozenset[int] = ALL_WEEKDAYS
    weeks: WeekRule = WeekRule.ALL
    named: frozenset[int] = frozenset()
    dates: DateSpan | None = None
    red: bool = False
    among: tuple[DateSpan, ...] | None = None
    outside: tuple[DateSpan, ...] = ()

    @property
    def dated(self) -> bool:
        """It speaks of dates, which a grunnturnus does not know (D25)."""
        return self.dates is not None or self.red or self.among is not None

    def in_time(self, day: date) -> bool:
        """The date is within the bounds in time, whatever its weekday and week."""
        if self.dates is not None and day not in self.dates:
            return False
        if self.among is not None and not any(day in one for one in self.among):
            return False
        return not any(day in one for one in self.outside)

    def in_week(self, number: int) -> bool:
        match self.weeks:
            case WeekRule.ALL:
                return True
            case WeekRule.ODD:
                return number % 2 == 1
            case WeekRule.EVEN:
                return number % 2 == 0
            case WeekRule.NAMED:
                return number in self.named


@lru_cache(maxsize=64)
def red_names(year: int) -> Mapping[date, str]:
    """Norway's public holidays that are not simply Sundays, with 1 and 17 May, by name (the package ``holidays``)."""
    import holidays  # noqa: PLC0415 - slow to load, and only dates need it

    named = holidays.country_holidays("NO", years=year, language="no")
    return MappingProxyType({day: name.replace("; ", " og ") for day, name in named.items()})


def red_dates(year: int) -> frozenset[date]:
    """The public holidays of a year."""
    return frozenset(red_names(year))


def is_red(day: date) -> bool:
    """A public holiday by name; an ordinary Sunday is not one."""
    return day in red_names(day.year)


def is_sunday_or_red(day: date) -> bool:
    return day.weekday() == 6 or is_red(day)


def every_day(first: date, days: int) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range(days))
