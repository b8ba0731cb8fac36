"""Paid minutes by kind of pay: what of somebody's work is ordinary, merarbeid, overtime, resting or standby.

Each paid minute of a shift (D8) is of one such kind, so that they add up to the account of what is paid. Days off with
pay (F3, F4, F5) and planned hours that are had though called off or sick stand beside it; evening and night, weekend
and holiday lie on top of ordinary work and merarbeid, and of resting time as the agreement says (``supplements``). What
of the holiday supplement is taken as time off (F4) is not paid in money too (HTA 5.3). Merarbeid is what a part-timer
has beyond the position, on average over each turn of the plan, and is put on the last of its shifts. Overtime is what
is called so; of it that between 21 and 06, and on Saturdays, Sundays and red days, is of the higher kind [S]. A shift
belongs whole to the day on which it starts (D10).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import ceil

from roster.domain.assistant import Assistant
from roster.domain.contract import block_of, turns
from roster.domain.days import is_red
from roster.domain.frame import Frame
from roster.domain.kinds import Because, OffCode
from roster.domain.rates import BASE, PayKind, PayRates, rates_on
from roster.domain.roster import Roster
from roster.domain.shift import Shift, less_paid, paid
from roster.domain.spans import HOUR
from roster.rules.profiles import Profile, profile
from roster.rules.red_days_off import F4_RATE, month_after
from roster.rules.supplements import Stretch, common, in_both, supplement, within

FULL = 100
_HIGHER_FROM, _HIGHER_TO = 21 * HOUR, 6 * HOUR
_SATURDAY = 5
_CREDITED = {Because.CALLED_OFF: PayKind.CALLED_OFF, Because.SICK: PayKind.SICK}
_NAMES = {PayKind.EVENING_NIGHT: "evening_night", PayKind.WEEKEND: "weekend", PayKind.HOLIDAY: "holiday"}


@dataclass(frozen=True, slots=True)
class PaidTime:
    """What somebody is paid for on a day: minutes of each kind of pay that there are any of, and the rates if any.

    ``shift`` None: it is not worked.
    """

    who: str
    day: date
    minutes: Mapping[PayKind, int]
    rates: PayRates | None
    shift: Shift | None = None

    @property
    def paid(self) -> int:
        """All that is worked and paid of it; supplements are on top of the same minutes."""
        return sum(self.minutes.get(kind, 0) for kind in BASE)


def paid_times(roster: Roster, who: str) -> Iterator[PaidTime]:
    """What the assistant is paid for in this arrangement in the plan: first what is worked, then what is not."""
    yield from paid_shifts(roster, who)
    yield from _away(roster.frame, roster.frame.brief.assistant(who))


def paid_shifts(roster: Roster, who: str) -> Iterator[PaidTime]:
    """What the assistant does in this arrangement in the plan, in order of time."""
    frame = roster.frame
    person = frame.brief.assistant(who)
    beyond = _beyond(frame, person, roster.duties(who))
    every = [paid_shift(frame, who, one, beyond.get(one.id, 0)) for one in roster.duties(who)]
    return iter(every if frame.cyclic else _less_taken_off(every, person))


def _less_taken_off(times: Sequence[PaidTime], person: Assistant) -> Sequence[PaidTime]:
    """The same without the holiday supplement that days off are given for, the oldest first (F4)."""
    left = [one.minutes.get(PayKind.HOLIDAY, 0) for one in times]
    for off in sorted(person.paid_off, key=lambda one: one.day):
        rest = int(off.minutes / F4_RATE) if off.code is OffCode.SUPPLEMENT else 0
        for at, one in enumerate(times):
            if one.day < off.day <= month_after(one.day):
                taken = min(left[at], rest)
                left[at], rest = left[at] - taken, rest - taken
    return [
        replace(one, minutes={kind: more for kind, more in {**one.minutes, PayKind.HOLIDAY: minutes}.items() if more})
        for one, minutes in zip(times, left, strict=True)
    ]


def paid_shift(frame: Frame, who: str, shift: Shift, beyond: int = 0) -> PaidTime:
    """The shift for the assistant; so many of its paid minutes are beyond the position."""
    day = shift.start.date()
    rates = _rates(frame, who, day)
    minutes = dict(_base(frame, shift, beyond))
    if not shift.is_overtime:
        by = terms_of(profile(frame.brief.arrangement.tariff), rates)
        minutes |= {kind: supplement(frame, shift, name, by) or 0 for kind, name in _NAMES.items()}
    return PaidTime(who, day, {kind: minutes[kind] for kind in PayKind if minutes.get(kind)}, rates, shift)


def _away(frame: Frame, person: Assistant) -> Iterator[PaidTime]:
    """Days off with pay, and planned hours that are had though they were called off or somebody fell sick."""
    if frame.cyclic:
        return
    times = [(one.day, PayKind.OFF, one.minutes) for one in person.paid_off]
    times += [(one.day, _CREDITED[one.because], one.minutes) for one in person.credits if one.because in _CREDITED]
    days = frozenset(frame.dates)
    for day, kind, minutes in sorted(times):
        if day in days and minutes > 0:
            yield PaidTime(person.id, day, {kind: minutes}, _rates(frame, person.id, day))


def _rates(frame: Frame, who: str, day: date) -> PayRates | None:
    return rates_on(frame.brief.rates, frame.brief.arrangement.tariff, who, day)


def is_part_time(person: Assistant) -> bool:
    """There is a position to work beyond, within a full one."""
    return 0 < person.percent < FULL


def averaged_over(frame: Frame) -> Iterator[tuple[int, int]]:
    """The turns of the plan, and one that it only begins, with all its weeks: what is too much is not known yet."""
    whole = [*turns(frame)]
    yield from whole
    begun = whole[-1][1] if whole else 0
    if begun < frame.weeks:
        yield begun, begun + frame.brief.period.weeks


def terms_of(standard: Profile, rates: PayRates | None) -> Profile:
    """The agreement's terms, and where the rates say more, theirs.

    Where it is not known what a holiday carries, its hours are those of KS, unless the rates say that it carries none.
    """
    if rates is None:
        return standard
    return replace(
        standard,
        evening_from=standard.evening_from if rates.evening_from is None else rates.evening_from,
        night_to=standard.night_to if rates.night_to is None else rates.night_to,
        holidays=rates.holiday is None or rates.holiday.value > 0,
    )


def _base(frame: Frame, shift: Shift, beyond: int) -> Iterator[tuple[PayKind, int]]:
    per_hour = frame.brief.settings.resting_paid
    whole = paid(shift, per_hour)
    if shift.is_overtime:
        higher = min(whole, _higher(frame, shift, per_hour))
        yield PayKind.OVERTIME_100, higher
        yield PayKind.OVERTIME_50, whole - higher
        return
    asleep = 0 if shift.is_standby else shift.resting_nominal - shift.resting_off
    resting = asleep - less_paid(asleep, per_hour)
    standby = max(0, whole - shift.called_out) if shift.is_standby else 0
    ordinary = whole - resting - standby
    more = min(beyond, whole)
    yield PayKind.EXTRA, more
    # What is beyond the position is taken from active work first, and from resting time and standby after that.
    yield PayKind.ORDINARY, max(0, ordinary - more)
    more = max(0, more - ordinary)
    yield PayKind.RESTING, max(0, resting - more)
    yield PayKind.STANDBY, standby - max(0, more - resting)


def _beyond(frame: Frame, person: Assistant, duties: tuple[Shift, ...]) -> Mapping[str, int]:
    """Of each shift the paid minutes that are beyond the position of a part-timer."""
    found: dict[str, int] = {}
    if not is_part_time(person):
        return found
    for first, last in averaged_over(frame):
        most, had = ceil(block_of(frame, person, first, last).contract), 0
        for one in duties:
            # What starts before the first cut of the week stands in the last week of the plan.
            if one.is_overtime or not first <= frame.week_of(one) % frame.weeks < last:
                continue
            minutes = paid(one, frame.brief.settings.resting_paid)
            had += minutes
            if had > most:
                found[one.id] = min(minutes, had - most)
    return found


def _higher(frame: Frame, shift: Shift, per_hour: int) -> int:
    """Minutes of overtime at night, or on a Saturday, Sunday or red day, by the clock; rest and work in it as paid."""
    off = [one.span for one in shift.breaks or () if not one.working]
    higher = [*_higher_stretches(frame, shift)]
    whole = sum(within((shift.start, shift.end), one) for one in higher) - common(frame, higher, off)
    asleep = common(frame, higher, shift.resting) - common(frame, higher, in_both(shift.resting, off))
    active = sum(one.minutes for one in shift.active)
    more = -(-shift.active_paid * common(frame, higher, shift.active) // active) if active else 0
    return max(0, min(whole, whole - less_paid(asleep, per_hour) + more))


def _higher_stretches(frame: Frame, shift: Shift) -> Iterator[Stretch]:
    day = shift.start.date()
    while day <= shift.end.date():
        midnight, after = datetime.combine(day, time()), datetime.combine(day + timedelta(days=1), time())
        if day.weekday() >= _SATURDAY or (not frame.cyclic and is_red(day)):
            yield midnight, after
        else:
            yield midnight, midnight + timedelta(minutes=_HIGHER_TO)
            yield midnight + timedelta(minutes=_HIGHER_FROM), after
        day += timedelta(days=1)
