"""A trip day by day for each who comes along: active, resting and free time (D34).

Nothing is free but the time outside shifts, and only if the assistant cannot be called then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from roster.domain.days import DateSpan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.spans import Span


@dataclass(frozen=True, slots=True)
class TravelDay:
    """Minutes of a calendar day on a trip; together they are the whole of it."""

    who: str
    day: date
    active: int
    resting: int
    free: int


def travel_days(roster: Roster, within: DateSpan) -> Iterator[TravelDay]:
    """From the first to the last day of travel of each who has travel shifts in the dates."""
    for person in roster.frame.people:
        shifts = [one for one in roster.duties(person.id) if one.travel and one.start.date() in within]
        if not shifts:
            continue
        day, last = shifts[0].start.date(), max(one.end.date() for one in shifts)
        while day <= last:
            yield _day(roster, person.id, day, shifts)
            day += timedelta(days=1)


def _day(roster: Roster, who: str, day: date, shifts: list[Shift]) -> TravelDay:
    whole: Span = roster.frame.whole_day(day)
    work = sum(whole.overlap(one.span) for one in shifts)
    resting = sum(whole.overlap(part) for one in shifts for part in one.resting)
    return TravelDay(who, day, work - resting, resting, whole.minutes - work)
