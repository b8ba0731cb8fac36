"""What shifts draw from the vedtak: minutes on a date, and what for (D8, D31)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from roster.domain.clock import nominal
from roster.domain.kinds import Purpose, Sort
from roster.domain.settings import Settings
from roster.domain.shift import Shift, granted
from roster.domain.spans import HOUR

_PURPOSES = {
    Sort.DAY: Purpose.DAY,
    Sort.EVENING: Purpose.EVENING,
    Sort.NIGHT: Purpose.WAKING_NIGHT,
    Sort.RESTING_NIGHT: Purpose.RESTING_NIGHT,
    Sort.ROUND: Purpose.DAY,
    Sort.TRAVEL: Purpose.DAY,
}


class State(StrEnum):
    """How sure the hours are: on record, in a turnus, or what the need comes to where no turnus is made yet."""

    USED = "brukt"
    PLANNED = "planlagt"
    EXPECTED = "ventet"


@dataclass(frozen=True, slots=True)
class Charge:
    """Minutes that one person on a shift draws on a date; ``line``: the vedtak line by name, None for one that fits."""

    day: date
    minutes: int
    purpose: Purpose
    line: str | None
    state: State


def charges(shifts: Iterable[tuple[Shift, int]], settings: Settings, state: State) -> Iterator[Charge]:
    """What shifts draw, each with so many people, in order of time; one over New Year is parted by the clock (D31).

    A shift is drawn on the date on which it starts (D10). Who works beside somebody else for more than an hour is one
    of two at once; in a meeting all are there for the same.
    """
    working: list[Shift] = []
    for shift, people in sorted(shifts, key=lambda one: (one[0].span, one[0].id)):
        minutes = granted(shift, settings.resting_granted)
        if not minutes:
            continue
        working = [one for one in working if one.span.end > shift.span.start]
        beside = any(one.span.overlap(shift.span) > HOUR for one in working)
        for number in range(people):
            if shift.event is not None:
                purpose = Purpose.ALL
            else:
                purpose = Purpose.TWO_AT_ONCE if beside or number else _PURPOSES[shift.sort]
            for day, part in parts(shift.start, shift.end, minutes):
                yield Charge(day, part, purpose, shift.line, state)
        if shift.event is None:
            working.append(shift)


def parts(start: datetime, end: datetime, minutes: int) -> Iterator[tuple[date, int]]:
    """The minutes on the date of the start; those that lie after New Year on its first day."""
    new_year = datetime.combine(date(start.year + 1, 1, 1), time())
    after = minutes * max(0, nominal(new_year, end)) // max(1, nominal(start, end))
    if minutes - after:
        yield start.date(), minutes - after
    if after:
        yield new_year.date(), after
