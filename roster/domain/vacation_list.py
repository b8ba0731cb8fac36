"""Wishes for vacation, and the list of what each was given (ferieloven §§ 5-8)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roster.domain.brief import Brief
from roster.domain.days import DateSpan, every_day, is_red


@dataclass(frozen=True, slots=True)
class VacationWish:
    """What somebody would rather have; those of one person with the same ``choice`` (1 is the first) go together."""

    who: str
    dates: DateSpan
    choice: int = 1
    place: str = ""


@dataclass(frozen=True, slots=True)
class Granted:
    """What somebody was given. ``choice``: which of the wishes; 0: none of them, the dates are a proposal.

    ``of``: how many choices there were.
    """

    who: str
    dates: tuple[DateSpan, ...]
    choice: int
    of: int


def days_of(spans: Iterable[DateSpan]) -> frozenset[date]:
    """Every date of them."""
    return frozenset(day for one in spans for day in every_day(one.first, (one.last - one.first).days + 1))


def virkedager(days: Iterable[date]) -> int:
    """The days of vacation among the dates: Monday to Saturday, red days left out (§ 5)."""
    return sum(day.weekday() < 6 and not is_red(day) for day in days)


def joined(days: Iterable[date]) -> tuple[DateSpan, ...]:
    """The same days as few stretches; a Sunday between two days off joins them."""
    found: list[DateSpan] = []
    for day in sorted(days):
        over_sunday = found and day - found[-1].last == timedelta(days=2) and day.weekday() == 0
        if found and (over_sunday or day - found[-1].last <= timedelta(days=1)):
            found[-1] = DateSpan(found[-1].first, day)
        else:
            found.append(DateSpan(day, day))
    return tuple(found)


def with_vacations(brief: Brief, granted: Mapping[str, Granted], within: DateSpan) -> Brief:
    """The brief with what was given in place of the vacations that it has within the dates."""
    people = []
    for one in brief.assistants:
        new = granted.get(one.id)
        if new is not None:
            kept = {day for day in days_of(one.vacation) if day not in within}
            one = replace(one, vacation=joined(kept | days_of(new.dates)))  # noqa: PLW2901
        people.append(one)
    return replace(brief, assistants=tuple(people))
