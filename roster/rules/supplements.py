"""Which minutes of a shift carry a supplement by the agreement: evening and night, weekend, holiday.

KS HTA (working-time-rules.md 4.2): 5.4 evening and night 17-06; 5.2 Saturday 00 to Sunday 24; 5.3 red days and
påskeaften the whole day, and from 12 on the Wednesday before skjærtorsdag, pinse-, jul- and nyttårsaften. Not several
of them for the same time but 5.4 with any (5.1.2): the holiday, which is the higher, goes before the weekend. By the
clock (D9), without breaks that are not working time. By Virke's agreement resting time counts as the hours it is paid
as (4.3). What a holiday carries is known of KS alone (4.5).
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from roster.domain.clock import nominal
from roster.domain.days import is_red
from roster.domain.frame import Frame
from roster.domain.shift import Shift, less_paid
from roster.domain.spans import DAY, HOUR, Span
from roster.rules.profiles import Profile, profile
from roster.rules.zones import easter_day

Stretch = tuple[datetime, datetime]
NOON = 12 * HOUR
EASTER_EVE, WHITSUN_EVE, EASTER_WEDNESDAY = -1, 48, -4
"""Days from the first day of Easter."""


def supplement(frame: Frame, shift: Shift, name: str, by: Profile | None = None) -> int | None:
    """Minutes with the supplement ``evening_night``, ``weekend`` or ``holiday``; None where that is not known.

    ``by``: other terms than those that are known of the agreement of the brief.
    """
    standard = by or profile(frame.brief.arrangement.tariff)
    if name == "holiday" and not standard.holidays:
        return None
    carrying = list(_stretches(frame, shift, name, standard))
    off = [one.span for one in shift.breaks or () if not one.working]
    whole = sum(within(part, (shift.start, shift.end)) for part in carrying) - common(frame, carrying, off)
    if shift.is_standby:
        called_out = common(frame, carrying, shift.active)
        return -(-(whole - called_out) // shift.standby_parts) + called_out
    active = sum(one.minutes for one in shift.active)
    all_from = standard.activations
    if not standard.converted or (all_from is not None and all_from.are_all(active, shift.resting_nominal)):
        return whole
    asleep = common(frame, carrying, shift.resting) - common(frame, carrying, in_both(shift.resting, off))
    return whole - less_paid(asleep, frame.brief.settings.resting_paid)


def in_both(some: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """What the spans of one sort have in common with those of another."""
    rest = [*others]
    return [Span(max(a.start, b.start), min(a.end, b.end)) for a in some for b in rest if a.overlap(b)]


def common(frame: Frame, carrying: Iterable[Stretch], spans: Iterable[Span]) -> int:
    """Minutes by the clock that the spans of elapsed time have in common with the stretches."""
    parts = [(frame.clock.wall(span.start), frame.clock.wall(span.end)) for span in spans]
    return sum(within(one, part) for one in carrying for part in parts)


def _stretches(frame: Frame, shift: Shift, name: str, standard: Profile) -> Iterator[Stretch]:
    """The time that carries the supplement on each day that the shift touches."""
    day = shift.start.date()
    while day <= shift.end.date():
        off = _holiday_from(day) if standard.holidays and not frame.cyclic else DAY
        match name:
            case "evening_night":
                yield _of_day(day, 0, standard.night_to)
                yield _of_day(day, standard.evening_from, DAY)
            case "holiday":
                yield _of_day(day, off, DAY)
            case "weekend":
                yield _of_day(day, 0, off if day.weekday() >= 5 else 0)
            case _:
                raise ValueError(f"supplement: {name}")
        day += timedelta(days=1)


def _holiday_from(day: date) -> int:
    """From when the day carries the holiday supplement, in minutes past midnight; ``DAY``: not at all."""
    after_easter = (day - easter_day(day.year)).days
    if is_red(day) or after_easter == EASTER_EVE:
        return 0
    eve = (day.month, day.day) in ((12, 24), (12, 31)) or after_easter in (WHITSUN_EVE, EASTER_WEDNESDAY)
    return NOON if eve else DAY


def _of_day(day: date, start: int, end: int) -> Stretch:
    midnight = datetime.combine(day, time())
    return midnight + timedelta(minutes=start), midnight + timedelta(minutes=end)


def within(one: Stretch, other: Stretch) -> int:
    """Minutes by the clock that two stretches have in common."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return nominal(first, last) if last > first else 0
