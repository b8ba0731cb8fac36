"""How people see a plan: days, nights, weekends and who may do what, as groups of shifts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from roster.domain.assistant import Assistant
from roster.domain.clock import Clock
from roster.domain.kinds import Sort
from roster.domain.shift import Shift
from roster.domain.spans import HOUR, Span

NIGHTS = frozenset({Sort.NIGHT, Sort.RESTING_NIGHT})
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
FRIDAY_EVENING = 18 * HOUR
WEEKEND_FREE_FROM = 22 * HOUR
WEEKEND_FREE_TO = 6 * HOUR


def is_night(shift: Shift) -> bool:
    return shift.sort in NIGHTS


def is_evening(shift: Shift) -> bool:
    return shift.sort is Sort.EVENING


def weekend_of(shift: Shift) -> date | None:
    """The Saturday of the weekend that the shift makes a worked one, or None (D32)."""
    day = shift.start.date()
    weekday = shift.start.weekday()
    if weekday == FRIDAY and shift.start.hour * HOUR + shift.start.minute > FRIDAY_EVENING:
        return day + timedelta(days=1)
    if weekday == SATURDAY:
        return day
    if weekday == SUNDAY:
        return day - timedelta(days=1)
    return None


@dataclass(frozen=True, slots=True)
class Weekend:
    """The shifts that make a weekend worked (D32), by day: Friday late, Saturday, Sunday."""

    saturday: date
    friday: tuple[Shift, ...]
    days: tuple[tuple[Shift, ...], tuple[Shift, ...]]

    @property
    def sunday(self) -> date:
        return self.saturday + timedelta(days=1)

    @property
    def shifts(self) -> tuple[Shift, ...]:
        return (*self.friday, *self.days[0], *self.days[1])


def weekends(shifts: Iterable[Shift]) -> tuple[Weekend, ...]:
    """The weekends that the shifts touch, in order."""
    found: dict[date, list[Shift]] = {}
    for shift in shifts:
        saturday = weekend_of(shift)
        if saturday is not None:
            found.setdefault(saturday, []).append(shift)
    return tuple(_weekend(saturday, found[saturday]) for saturday in sorted(found))


def _weekend(saturday: date, shifts: list[Shift]) -> Weekend:
    def on(weekday: int) -> tuple[Shift, ...]:
        return tuple(one for one in shifts if one.start.weekday() == weekday)

    return Weekend(saturday, on(FRIDAY), (on(SATURDAY), on(SUNDAY)))


def weekend_free(clock: Clock, saturday: date) -> Span:
    """What must be free of work for the weekend to be free: Friday 22 to Monday 06 (D32)."""
    friday, monday = saturday - timedelta(days=1), saturday + timedelta(days=2)
    return Span(clock.minute(clock.at(friday, WEEKEND_FREE_FROM)), clock.minute(clock.at(monday, WEEKEND_FREE_TO)))


def holds_skills(assistant: Assistant, shift: Shift) -> bool:
    """The assistant has every skill the shift asks of all on it, valid on its day; undated days ask no date."""
    held = skills_on(assistant, shift.start.date())
    return shift.skills <= held


def skills_on(assistant: Assistant, day: date) -> frozenset[str]:
    """The skills that are valid on the day."""
    return frozenset(skill.name for skill in assistant.skills if skill.until is None or day <= skill.until)
