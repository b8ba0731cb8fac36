"""How much of a shift lies in evening, night, weekend and red days, by the clock; minutes."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from roster.domain.clock import nominal
from roster.domain.days import is_red
from roster.domain.frame import Frame
from roster.domain.shift import Shift
from roster.domain.spans import HOUR

EVENING = (17 * HOUR, 21 * HOUR)
NIGHT = ((0, 6 * HOUR), (21 * HOUR, 24 * HOUR))


@dataclass(frozen=True, slots=True)
class Parts:
    """Minutes of 17–21, of 21–06, from Saturday 00 to Sunday 24, and on red days by name."""

    evening: int = 0
    night: int = 0
    weekend: int = 0
    red: int = 0

    def __add__(self, other: "Parts") -> "Parts":
        return Parts(
            self.evening + other.evening,
            self.night + other.night,
            self.weekend + other.weekend,
            self.red + other.red,
        )


def clock_parts(frame: Frame, shift: Shift) -> Parts:
    """The parts of the shift, resting time and breaks in work counted, free breaks not; a cycle has no red days."""
    whole = Parts()
    wall = frame.clock.wall
    off = [(wall(one.span.start), wall(one.span.end)) for one in shift.breaks or () if not one.working]

    def within(day: date, start: int, end: int) -> int:
        whole, *free = (_within(stretch, day, start, end) for stretch in ((shift.start, shift.end), *off))
        return whole - sum(free)

    day = shift.start.date()
    while day <= shift.end.date():
        whole += Parts(
            evening=within(day, *EVENING),
            night=sum(within(day, *stretch) for stretch in NIGHT),
            weekend=within(day, 0, 24 * HOUR) if day.weekday() >= 5 else 0,
            red=within(day, 0, 24 * HOUR) if not frame.cyclic and is_red(day) else 0,
        )
        day += timedelta(days=1)
    return whole


def _within(stretch: tuple[datetime, datetime], day: date, start: int, end: int) -> int:
    midnight = datetime.combine(day, time())
    first = max(stretch[0], midnight + timedelta(minutes=start))
    last = min(stretch[1], midnight + timedelta(minutes=end))
    return nominal(first, last) if last > first else 0
