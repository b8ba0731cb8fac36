"""What differs between two plans, person by person: shifts gained, lost and moved, hours, and weekends.

Only the days that both have are compared. A shift is moved when the same person has another on the same date in its
place: of the same kind if there is one, else the one that starts nearest.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from roster.domain.brief import Brief
from roster.domain.plan import Plan
from roster.domain.rhythm import weekends
from roster.domain.roster import Roster
from roster.domain.shift import Shift, paid


class NothingInCommonError(ValueError):
    """The plans have no day in common, or one has dates and the other none."""


class Sort(StrEnum):
    GAINED = "gained"
    LOST = "lost"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class ShiftChange:
    """A shift that somebody has now, had before, or has at other times; both are given when it is moved."""

    who: str
    before: Shift | None
    after: Shift | None

    @property
    def sort(self) -> Sort:
        if self.before is None:
            return Sort.GAINED
        return Sort.LOST if self.after is None else Sort.MOVED

    @property
    def start(self) -> datetime:
        """The first moment that is no longer as it was."""
        return min(one.start for one in (self.before, self.after) if one is not None)

    def notice(self, told: date) -> int:
        """Days from the day on which it is told to the shift; negative when that is past (D38)."""
        return (self.start.date() - told).days


@dataclass(frozen=True, slots=True)
class PersonDifference:
    """One assistant: what is changed, with paid minutes and weekends worked on the days compared."""

    who: str
    alias: str
    changes: tuple[ShiftChange, ...]
    paid_before: int
    paid_after: int
    weekends_before: int
    weekends_after: int
    only_before: bool = False
    only_after: bool = False

    def number(self, sort: Sort) -> int:
        return sum(one.sort is sort for one in self.changes)

    def shortest_notice(self, told: date) -> int | None:
        return min((one.notice(told) for one in self.changes), default=None)


@dataclass(frozen=True, slots=True)
class Difference:
    """From the day ``first`` through ``last``. ``brief``: the parts of the brief that differ, by their names in code.

    ``cyclic``: the days are those of a grunnturnus, without dates.
    """

    first: date
    last: date
    cyclic: bool
    people: tuple[PersonDifference, ...]
    brief: tuple[str, ...]

    @property
    def changes(self) -> tuple[ShiftChange, ...]:
        """All of them, in the order of days."""
        every = (one for person in self.people for one in person.changes)
        return tuple(sorted(every, key=lambda one: (one.start, one.who)))


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The same shift, once of one and now of another."""

    shift: Shift
    before: str
    after: str


def handed_over(found: Difference) -> tuple[HandedOver, ...]:
    """Each shift that one has lost and another has been given, in the order of days."""
    given: dict[tuple[datetime, int, datetime, str], list[str]] = {}
    for one in found.changes:
        if one.after is not None:
            given.setdefault(_times(one.after), []).append(one.who)
    handed = []
    for one in found.changes:
        takers = [] if one.before is None else given.get(_times(one.before), [])
        if one.before is not None and takers:
            handed.append(HandedOver(one.before, one.who, takers.pop(0)))
    return tuple(sorted(handed, key=lambda one: (one.shift.start, one.before)))


def shifts_changed(found: Difference) -> int:
    """How many shifts the changes are about: one that changes hands is two changes, but one shift."""
    handed = handed_over(found)
    lost = Counter((one.before, _times(one.shift)) for one in handed)
    given = Counter((one.after, _times(one.shift)) for one in handed)
    whole = 0
    for one in found.changes:
        told = [_told(lost, one.who, one.before), _told(given, one.who, one.after)]
        whole += not all(told)
    return len(handed) + whole


def _told(handed: Counter[tuple[str, tuple[datetime, int, datetime, str]]], who: str, shift: Shift | None) -> bool:
    """The side of a change is none, or a shift that changes hands; each is taken once."""
    if shift is None:
        return True
    key = who, _times(shift)
    handed[key] -= 1
    return handed[key] >= 0


def difference(old: Plan, new: Plan) -> Difference:
    """What differs from the old plan to the new; raises ``NothingInCommonError``."""
    before, after = _comparable(old, new)
    shift_by = after.frame.first_day - before.frame.first_day if after.frame.cyclic else timedelta()
    days = sorted({day + shift_by for day in before.frame.dates} & set(after.frame.dates))
    if not days:
        raise NothingInCommonError
    first, last = days[0], days[-1]
    return Difference(
        first,
        last,
        after.frame.cyclic,
        tuple(_people(before, after, shift_by, first, last)),
        tuple(_brief_parts(old.brief, new.brief)),
    )


def _comparable(old: Plan, new: Plan) -> tuple[Roster, Roster]:
    """Both with dates where both have them, else both without."""
    if old.dated.frame.cyclic == new.dated.frame.cyclic:
        return old.dated, new.dated
    if old.roster.frame.cyclic and new.roster.frame.cyclic:
        return old.roster, new.roster
    raise NothingInCommonError


def _people(before: Roster, after: Roster, shift_by: timedelta, first: date, last: date) -> Iterator[PersonDifference]:
    aliases = {one.id: one.alias for roster in (before, after) for one in roster.frame.people}
    had, has = ({one.id for one in roster.frame.people} for roster in (before, after))
    for who, alias in aliases.items():
        old = tuple(_within((_later(one, shift_by) for one in before.duties(who)), first, last))
        new = tuple(_within(after.duties(who), first, last))
        yield PersonDifference(
            who,
            alias,
            tuple(_changes(who, old, new)),
            sum(paid(one, before.frame.brief.settings.resting_paid) for one in old),
            sum(paid(one, after.frame.brief.settings.resting_paid) for one in new),
            len(weekends(old)),
            len(weekends(new)),
            only_before=who not in has,
            only_after=who not in had,
        )


def _within(shifts: Iterable[Shift], first: date, last: date) -> Iterator[Shift]:
    return (one for one in shifts if first <= one.start.date() <= last)


def _later(shift: Shift, by: timedelta) -> Shift:
    return replace(shift, start=shift.start + by, end=shift.end + by) if by else shift


def _changes(who: str, old: tuple[Shift, ...], new: tuple[Shift, ...]) -> Iterator[ShiftChange]:
    kept = {_times(one) for one in old} & {_times(one) for one in new}
    lost = [one for one in old if _times(one) not in kept]
    gained = [one for one in new if _times(one) not in kept]
    found: list[ShiftChange] = []
    for one in lost:
        same_day = [other for other in gained if other.start.date() == one.start.date()]
        to = min(same_day, key=lambda other: (other.kind != one.kind, abs(other.start - one.start)), default=None)
        if to is not None:
            gained.remove(to)
        found.append(ShiftChange(who, one, to))
    found += [ShiftChange(who, None, one) for one in gained]
    return iter(sorted(found, key=lambda one: one.start))


def _times(shift: Shift) -> tuple[datetime, int, datetime, str]:
    # Of two equal wall times in an autumn night the fold tells which is meant, and equality does not look at it.
    return shift.start, shift.start.fold, shift.end, shift.kind


def _brief_parts(old: Brief, new: Brief) -> Iterator[str]:
    return (one.name for one in fields(Brief) if getattr(old, one.name) != getattr(new, one.name))
