"""Whether the hours suffice while some are on vacation: week by week what is needed, and what the others can work."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import floor

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.contract import weeks_of
from roster.domain.days import DateSpan
from roster.domain.frame import Frame
from roster.domain.shift import paid
from roster.domain.vacation_list import Granted, VacationWish, days_of, joined


@dataclass(frozen=True, slots=True)
class WeekCover:
    """A week from its first date, in minutes: what is needed, and what those who are there can work at the most.

    ``away``: who has vacation in it.
    """

    first: date
    need: int
    can: int
    away: tuple[str, ...]

    @property
    def lacks(self) -> int:
        return max(0, self.need - self.can)


def room(one: Assistant) -> int:
    """Minutes a week that somebody can work: the position, what is wanted, or of a vikar without hours a full week."""
    return int(one.wanted_week) or one.full_time_week


def need_by_week(frame: Frame, within: DateSpan) -> Mapping[date, int]:
    """Paid minutes of all places, by the first date of each week that begins within the dates."""
    rest = frame.brief.settings.resting_paid
    return {
        frame.dates[7 * number]: sum(paid(one, rest) * one.wanted for one in week)
        for number, week in enumerate(frame.by_week)
        if frame.dates[7 * number] in within
    }


def cover(frame: Frame, brief: Brief, within: DateSpan) -> tuple[WeekCover, ...]:
    """The weeks that begin within the dates, with the vacations, leaves and employments of the brief."""
    found = []
    for first, need in need_by_week(frame, within).items():
        at = frame.dates.index(first)
        days = frame.dates[at : at + 7]
        can = sum(floor(room(one) * weeks_of(one, days)) for one in brief.assistants)
        away = tuple(one.id for one in brief.assistants if not days_of(one.vacation).isdisjoint(days))
        found.append(WeekCover(first, need, can, away))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Unmet:
    """A wish that somebody was not given, and what it would have come to.

    ``away``: who else has vacation in those days. ``lacks``: minutes that nobody could have worked, and ``instead``
    those with what was given.
    """

    who: str
    choice: int
    dates: tuple[DateSpan, ...]
    away: tuple[str, ...]
    lacks: int
    instead: int


def unmet(
    frame: Frame,
    brief: Brief,
    wishes: Sequence[VacationWish],
    granted: Mapping[str, Granted],
    season: DateSpan,
    agreed: Brief | None,
) -> Iterator[Unmet]:
    """The wishes before the one that was given; ``brief`` has what was given to all.

    ``agreed`` has the vacations that a wish comes beside; None where it comes in their place.
    """
    had = lacking(cover(frame, brief, season))
    for who, given in granted.items():
        numbers = sorted({one.choice for one in wishes if one.who == who})
        for number in (one for one in numbers if not given.choice or one < given.choice):
            days = days_of(one.dates for one in wishes if one.who == who and one.choice == number)
            kept = days_of(brief.assistant(who).vacation) - days_of(given.dates)
            if agreed is not None:
                kept |= days_of(agreed.assistant(who).vacation)
            people = tuple(
                replace(one, vacation=joined(days | kept)) if one.id == who else one for one in brief.assistants
            )
            other = replace(brief, assistants=people)
            away = (one.id for one in brief.assistants if one.id != who and not days_of(one.vacation).isdisjoint(days))
            yield Unmet(who, number, joined(days), tuple(away), lacking(cover(frame, other, season)), had)


def lacking(weeks: Iterable[WeekCover]) -> int:
    """Minutes that nobody can work, week by week."""
    return sum(one.lacks for one in weeks)
