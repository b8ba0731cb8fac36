"""Where hours that would be lost can be worked: dates on which somebody seems free, for the rules to try."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roster.domain.assistant import Assistant
from roster.domain.help_needed import ShiftKind
from roster.domain.kinds import Covers, Sort
from roster.domain.roster import Roster
from roster.domain.shift import Shift, granted, paid
from roster.domain.shift_of_kind import shift_of_kind
from roster.domain.spans import HOUR, Span
from roster.rules.terms import terms

_MOST = 12
"""Nobody reads more dates than these."""
_DAYS_IN_A_ROW = 6
"""More than so many leave no day off in seven: no rule by itself, but no date to propose."""


@dataclass(frozen=True, slots=True)
class Place:
    """A date on which the assistant can have a shift of the kind more."""

    day: date
    who: str


@dataclass(frozen=True, slots=True)
class Spare:
    """So many shifts of the kind are in the hours left, and where some of them fit."""

    kind: ShiftKind
    count: int
    places: tuple[Place, ...]


def spare(roster: Roster, minutes: int, after: date | None) -> Spare | None:
    """The hours left as shifts of the most common kind of day; None where they are not enough for one."""
    kind = _usual(roster)
    if kind is None:
        return None
    one = shift_of_kind(roster.frame.clock, kind, roster.frame.first_day, "")
    drawn = granted(one, roster.frame.brief.settings.resting_granted)
    count = minutes // drawn if drawn else 0
    return Spare(kind, count, tuple(_places(roster, kind, min(count, _MOST), after))) if count else None


def with_places(roster: Roster, kind: ShiftKind, places: tuple[Place, ...]) -> Roster:
    """The roster with these shifts too."""
    frame = roster.frame
    more = {day: _extra(roster, kind, day) for day in {one.day for one in places}}
    shifts = sorted((*frame.shifts, *more.values()), key=lambda one: (one.span, one.id))
    works = roster.works | {(one.who, more[one.day].id) for one in places}
    return Roster(replace(frame, shifts=tuple(shifts)), works)


def _usual(roster: Roster) -> ShiftKind | None:
    """The kind of day shift that is needed most often; where there is none, the kind needed most."""
    counts = Counter({kind.code: 0 for kind in roster.frame.brief.kinds})
    for shift in roster.frame.shifts:
        if shift.kind in counts and shift.charged:
            counts[shift.kind] += shift.wanted
    kinds = [one for one in roster.frame.brief.kinds if counts[one.code]]
    days = [one for one in kinds if one.sort is Sort.DAY] or kinds
    return max(days, key=lambda one: counts[one.code], default=None)


def _places(roster: Roster, kind: ShiftKind, count: int, after: date | None) -> Iterator[Place]:
    """Dates spread over the plan, each with the one who lacks most of the hours that they want."""
    frame = roster.frame
    dates = [day for day in frame.dates if after is None or day > after]
    extras = {day: _extra(roster, kind, day) for day in dates}
    dates = [day for day in dates if _alone_or_allowed(roster, extras[day])]
    step = max(1, len(dates) // max(1, count))
    step -= step % 7 == 0  # not the same weekday each time
    room = {one.id: _room(roster, one) for one in frame.people}
    given: dict[str, list[Shift]] = {one.id: list(roster.of(one.id)) for one in frame.people}
    found: list[Place] = []
    for day in (day for start in range(step) for day in dates[start::step]):
        if len(found) == count:
            break
        extra = extras[day]
        cost = paid(extra, frame.brief.settings.resting_paid)
        free = [one for one in frame.people if room[one.id] >= cost and _free(roster, one, extra, given[one.id])]
        if free:
            who = max(free, key=lambda one: (room[one.id], one.id)).id
            room[who] -= cost
            given[who].append(extra)
            found.append(Place(day, who))
    yield from sorted(found, key=lambda one: (one.day, one.who))


def _extra(roster: Roster, kind: ShiftKind, day: date) -> Shift:
    return replace(shift_of_kind(roster.frame.clock, kind, day, f"{day:%Y-%m-%d} {kind.code} ekstra"), up_to=1)


def _alone_or_allowed(roster: Roster, extra: Shift) -> bool:
    """Nobody else is at work for more than an hour of it, or a line of the vedtak is for two at once."""
    lines = roster.frame.brief.vedtak.lines
    if any(Covers.TWO_AT_ONCE in one.covers or one.purpose == Covers.TWO_AT_ONCE.value for one in lines):
        return True
    return not any(
        one.span.overlap(extra.span) > HOUR and roster.on(one.id)
        for day in (extra.start.date() - timedelta(days=1), extra.start.date())
        for one in roster.frame.by_date.get(day, ())
    )


def _room(roster: Roster, one: Assistant) -> int:
    """Minutes that the assistant wants in these weeks beyond what they have."""
    has = sum(paid(shift, roster.frame.brief.settings.resting_paid) for shift in roster.duties(one.id))
    return int(one.wanted_week * roster.frame.weeks) - has


def _free(roster: Roster, one: Assistant, extra: Shift, given: list[Shift]) -> bool:
    """The assistant says so, is employed, and rests before and after; the rules have the last word."""
    day = extra.start.date()
    away = [*one.vacation, *(leave.dates for leave in one.leaves)]
    if any(day in dates for dates in away) or not extra.skills <= {held.name for held in one.skills}:
        return False
    since = max((begin for begin in (one.employed_from, one.may_work_from) if begin is not None), default=day)
    if day < since or (one.employed_to is not None and day > one.employed_to):
        return False
    frame = roster.frame
    if any(span.overlap(extra.span) for hours in one.cannot for span in frame.hours(hours)):
        return False
    if one.can and not any(span.holds(extra.span) for hours in one.can for span in frame.hours(hours)):
        return False
    rest = terms(frame.brief, one.id, on=day).daily_rest.amount
    around = Span(extra.span.start - rest, extra.span.end + rest)
    if any(shift.span.overlap(around) for shift in given):
        return False
    busy = {shift.start.date() for shift in given} | {day}
    first = day
    while first - timedelta(days=1) in busy:
        first -= timedelta(days=1)
    last = day
    while last + timedelta(days=1) in busy:
        last += timedelta(days=1)
    return (last - first).days < _DAYS_IN_A_ROW
