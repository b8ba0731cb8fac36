"""Which ordinary week of § 10-4 an assistant has, read off the roster: 40, 38, 36 hours or between.

38 for who works at least every third Sunday, Sundays and red days counted alike ((4) c, D15), or at least three
quarters of the time at night ((4) d). 36 where the hours are as in helkontinuerlig turnus: nights and Sundays
(Saturday 22 to Sunday 22) of at least 539 and 231 hours a year, in proportion to the weeks planned (5). Who works
every third Sunday in tredelt turnus - days, evenings and nights, days and evenings together at least a quarter of
the time - has 40 hours less 10 minutes for every red hour and 15 for every night hour, the higher where both hold,
never under 36 nor over 38 (6). The hours of a part-timer are not scaled up: the law's limit is one for all. Standby
outside the workplace tells nothing of when one works. Fewer than three Sundays and red days in sight tell no «every
third», and leave 40 with a doubt.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from roster.domain.clock import Clock
from roster.domain.finding import Owed
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.kinds import Sort
from roster.domain.rhythm import is_night
from roster.domain.roster import Roster, Weekly, WorkWeek
from roster.domain.shift import Shift, worked
from roster.domain.spans import HOUR, Span
from roster.rules import numbers
from roster.rules.in_force import Ground
from roster.rules.series import red_series
from roster.rules.terms import terms
from roster.rules.zones import RedDay, night_of, night_within, red_days, reds_touched

_YEAR_WEEKS = 52


class Hours(Enum):
    """The sorts of working hours that § 10-4 tells apart."""

    PLAIN = "plain"
    SUNDAYS_OR_NIGHTS = "every third Sunday, or mainly at night"
    THREE_PARTS = "tredelt turnus"
    ROUND = "as in helkontinuerlig turnus"


@dataclass(frozen=True, slots=True)
class Pattern:
    """What sort of hours somebody works, and R of § 10-4 (6), minutes a week, for a full position.

    ``few_sundays``: those in sight were worked, but are too few to tell an «every third».
    """

    sort: Hours
    off: Fraction
    few_sundays: bool = False


@dataclass(frozen=True, slots=True)
class _Worked:
    """The shifts that tell of somebody's hours, their minutes, those at night, and the red ones outside the night."""

    shifts: list[Shift]
    time: int
    night: int
    red: int


_HOURS: Kept[_Worked] = Kept()


def _worked(roster: Roster, who: str) -> _Worked:
    weeks = _WEEKS.of(roster, who)
    return _Worked(
        [one for week in weeks for one in week.shifts],
        sum(one.time for one in weeks),
        sum(one.night for one in weeks),
        sum(one.red for one in weeks),
    )


def _week(frame: Frame, who: str, week: WorkWeek) -> _Worked:
    shifts = [one for one in week.shifts if one.counts_in_limits and not one.is_standby]
    nights = list(map(night_of(frame, who), shifts))
    return _Worked(shifts, sum(map(worked, shifts)), sum(nights), _red_by_day(frame, who, shifts, nights))


_WEEKS = Weekly(_week)


def red_and_night(roster: Roster, who: str) -> tuple[int, int]:
    """The minutes of the plan that § 10-4 (6) counts: the red ones outside the night, and those at night."""
    hours = _hours(roster, who)
    return hours.red, hours.night


def _hours(roster: Roster, who: str) -> _Worked:
    return _HOURS.of(roster, who, lambda: _worked(roster, who))


def pattern(roster: Roster, who: str, part: Fraction = Fraction(1)) -> Pattern:
    """The sort of hours in the roster; ``part`` is the share of a full position that the hours are scaled up from."""
    frame = roster.frame
    on = frame.first_day
    hours = _hours(roster, who)
    shifts, time, night = hours.shifts, hours.time, hours.night
    series = red_series(roster, who)
    worked_days, days = series.worked_count, series.count
    in_sight = frame.cyclic or days >= numbers.EVERY_SUNDAYS.on(on)
    every_third = worked_days * numbers.EVERY_SUNDAYS.on(on) >= days and worked_days > 0
    third = in_sight and every_third
    off = _compensated(frame, hours) / part
    if third and _comparable_round(roster, who, night, part):
        return Pattern(Hours.ROUND, off)
    if third and _three_parts(shifts, time, night):
        return Pattern(Hours.THREE_PARTS, off)
    if third or (time and night * 4 >= time * numbers.MAINLY_NIGHT_QUARTERS.on(on)):
        return Pattern(Hours.SUNDAYS_OR_NIGHTS, off)
    return Pattern(Hours.PLAIN, off, few_sundays=every_third)


@dataclass(frozen=True, slots=True)
class Ordinary:
    """The week in force, exact in ``minutes`` and rounded down in ``owed``; ``doubt``: what it would be by a guess."""

    owed: Owed
    minutes: Fraction
    doubt: Fraction | None = None


def ordinary_week(roster: Roster, who: str) -> Ordinary:
    """The most in an ordinary week of the assistant."""
    force = terms(roster.frame.brief, who, Ground.IN_USE)
    found = pattern(roster, who)
    match found.sort:
        case Hours.ROUND:
            return _plain(force.average_round)
        case Hours.THREE_PARTS:
            return _by_hours(roster.frame, found.off, force.average_sundays, force.average_round.amount)
        case Hours.SUNDAYS_OR_NIGHTS:
            return _plain(force.average_sundays)
        case Hours.PLAIN:
            return _plain(force.average, Fraction(force.average_sundays.amount) if found.few_sundays else None)


def _plain(owed: Owed, doubt: Fraction | None = None) -> Ordinary:
    return Ordinary(owed, Fraction(owed.amount), doubt)


def _comparable_round(roster: Roster, who: str, night: int, part: Fraction) -> bool:
    frame = roster.frame
    on, weeks = frame.first_day, frame.weeks
    if night * _YEAR_WEEKS < numbers.ROUND_NIGHT_YEAR.on(on) * weeks * part:
        return False
    sunday = sum(_SUNDAYS.of(roster, who))
    return sunday * _YEAR_WEEKS >= numbers.ROUND_SUNDAY_YEAR.on(on) * weeks * part


def _sunday_minutes(clock: Clock, shift: Shift) -> int:
    """Minutes between Saturday 22 and Sunday 22: the Sunday of comparable turnus, not that of § 10-10."""
    saturday = shift.start.date().toordinal() - (shift.start.weekday() - 5) % 7
    begins = clock.minute(shift.start)
    span = Span(begins, begins + shift.span.minutes)
    day = shift.start.date().fromordinal(saturday)
    total = 0
    for by in (-7, 0, 7):
        at = day.fromordinal(saturday + by)
        zone = Span(clock.minute(clock.at(at, 22 * HOUR)), clock.minute(clock.at(at, 46 * HOUR)))
        total += zone.overlap(span)
    return total


_SUNDAYS = Weekly(
    lambda frame, who, week: sum(_sunday_minutes(frame.clock, one) for one in _week(frame, who, week).shifts)
)


def _three_parts(shifts: list[Shift], time: int, night: int) -> bool:
    """Days, evenings and nights are worked, and no more than three quarters of the time is night."""
    has_day = any(one.sort is Sort.DAY for one in shifts)
    has_evening = any(one.sort is Sort.EVENING for one in shifts)
    has_night = any(is_night(one) for one in shifts)
    return has_day and has_evening and has_night and (time - night) * 4 >= time


def _by_hours(frame: Frame, off: Fraction, most: Owed, least: int) -> Ordinary:
    """The arithmetic of (6) over the whole plan, exact."""
    exact = min(max(numbers.ORDINARY_WEEK.on(frame.first_day) - off, Fraction(least)), Fraction(most.amount))
    owed = Owed(int(exact), ("aml § 10-4 (6)",), most.could, most.unsigned, most.assumes)
    return Ordinary(owed, exact)


def _compensated(frame: Frame, hours: _Worked) -> Fraction:
    """R of § 10-4 (6): minutes a week by which the red and night hours shorten the full-time week."""
    on = frame.first_day
    points = numbers.NIGHT_BONUS.on(on) * hours.night + numbers.SUNDAY_BONUS.on(on) * hours.red
    return Fraction(points, HOUR * frame.weeks)


def _red_by_day(frame: Frame, who: str, shifts: list[Shift], nights: list[int]) -> int:
    """Minutes inside red døgn that are not night hours too: no hour counts twice."""
    reds = red_days(frame)
    total = 0
    for shift, night in zip(shifts, nights, strict=True):
        for zone in reds_touched(shift, reds):
            total += zone.span.overlap(shift.span) - (_night_within(frame, who, shift, zone) if night else 0)
    return total


def _night_within(frame: Frame, who: str, shift: Shift, zone: RedDay) -> int:
    """Night minutes of the shift inside the red døgn."""
    span = shift.span
    start, end = max(span.start, zone.span.start), min(span.end, zone.span.end)
    return night_within(frame, who, Span(start, end))
