"""The answer (arbeidsplan): who works what, and one sorted timeline per person."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from roster.domain.clock import Clock
from roster.domain.frame import Frame
from roster.domain.kinds import WorkSort
from roster.domain.once import once
from roster.domain.shift import Pause, Shift, in_time
from roster.domain.spans import Span


class Part(Enum):
    """Where a piece of work lies: in the plan, in history, or in a copy of the cycle on either side."""

    PLAN = "plan"
    HISTORY = "history"
    COPY = "copy"


class Work(NamedTuple):
    """A shift on somebody's timeline."""

    shift: Shift
    part: Part

    @property
    def span(self) -> Span:
        return self.shift.span


_WORK_IN_TIME: Callable[[Work], Any] = attrgetter("shift.span.start", "shift.span.end", "shift.id")


@dataclass(frozen=True, slots=True, eq=False)
class WorkWeek:
    """What somebody works in one week of the plan, sorted, with what was reckoned of that week alone (``Weekly``)."""

    number: int
    shifts: tuple[Shift, ...]
    known: dict[object, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class StaffedWeek:
    """The shifts of one week of the plan on which somebody is, with how many; and what was reckoned of them alone."""

    number: int
    shifts: tuple[tuple[Shift, int], ...]
    known: dict[object, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Roster:
    """Who works which of the frame's shifts; ``works`` are pairs of assistant id and shift id.

    Events and work elsewhere are fixed in the frame and no part of ``works``, but stand on the timelines.
    """

    frame: Frame
    works: frozenset[tuple[str, str]]

    @once
    def _works_of(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for who, shift in self.works:
            found[who].append(shift)
        return found

    @once
    def _of(self) -> dict[str, tuple[Shift, ...]]:
        return {}

    def of(self, who: str) -> tuple[Shift, ...]:
        """Everything the assistant works in the plan, sorted: shifts, events, work elsewhere."""
        known = self._of.get(who)
        if known is None:
            given = (self.frame.shift[shift] for shift in self._works_of.get(who, ()))
            known = self._of[who] = tuple(sorted((*given, *self.frame.fixed_of(who)), key=in_time))
        return known

    @once
    def _weeks(self) -> dict[str, tuple[WorkWeek, ...]]:
        return {}

    def weeks(self, who: str) -> tuple[WorkWeek, ...]:
        """The same by the week of the plan in which it starts; what starts before its first cut stands in the last."""
        known = self._weeks.get(who)
        if known is None:
            weeks: list[list[Shift]] = [[] for _ in range(self.frame.weeks)]
            for one in self.of(who):
                weeks[self.frame.week_of(one)].append(one)
            known = self._weeks[who] = tuple(WorkWeek(at, tuple(week)) for at, week in enumerate(weeks))
        return known

    @once
    def _duties(self) -> dict[str, tuple[Shift, ...]]:
        return {}

    def duties(self, who: str) -> tuple[Shift, ...]:
        """What the assistant works in this arrangement in the plan, sorted: shifts and events."""
        known = self._duties.get(who)
        if known is None:
            known = self._duties[who] = tuple(one for one in self.of(who) if one.elsewhere is None)
        return known

    def has_overtime(self, who: str) -> bool:
        """Some of what the assistant works, or has worked before the plan, is called overtime."""
        return any(_OVERTIME.of(self, who)) or any(one.is_overtime for one in self.frame.past.get(who, ()))

    @once
    def _people_on(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for who, shift in self.works:
            others = found.get(shift)
            found[shift] = (who,) if others is None else tuple(sorted((*others, who)))
        return found

    def on(self, shift: str) -> tuple[str, ...]:
        """The ids of those who work the shift, sorted."""
        return self._people_on.get(shift, ())

    @once
    def staffed(self) -> tuple[StaffedWeek, ...]:
        """How many are on each shift, by the week in which it starts; before the first cut, the first."""
        return tuple(map(self._staffed, range(self.frame.weeks)))

    def _staffed(self, week: int) -> StaffedWeek:
        on = self._people_on
        there = [(one, len(who)) for one in self.frame.in_weeks[week] if (who := on.get(one.id))]
        return StaffedWeek(week, tuple(there))

    def filling(self, shift: str) -> tuple[str, ...]:
        """The ids of those who fill the shift's need: on it, or on one that was moved from it by hand."""
        moved = self.frame.moved_from.get(shift)
        return (*self.on(shift), *(who for one in moved for who in self.on(one))) if moved else self.on(shift)

    @once
    def wrongly_filled(self) -> tuple[Shift, ...]:
        """The shifts with fewer people than are wanted, or more than are welcome, in order."""
        shifts, on = self.frame.shifts, self._people_on
        if self.frame.moved_from:
            wrong = [one for one in shifts if not self._is_filled(one)]
        else:
            wrong = [one for one in shifts if not one.wanted <= len(on.get(one.id, ())) <= one.up_to]
        return tuple(sorted(wrong, key=in_time))

    def _is_filled(self, shift: Shift) -> bool:
        return shift.wanted <= len(self.filling(shift.id)) <= shift.up_to

    def take_over(self, before: "Roster") -> frozenset[tuple[str, str]]:
        """What only this or only another roster of the same frame has; what is known of the rest is taken from it."""
        people, on = dict(before._works_of), dict(before._people_on)
        differing = (self.works - before.works) | (before.works - self.works)
        for who, shift in differing:
            if (who, shift) in self.works:
                people[who] = [*people.get(who, ()), shift]
                on[shift] = tuple(sorted((*on.get(shift, ()), who)))
            else:
                people[who] = [one for one in people[who] if one != shift]
                on[shift] = tuple(one for one in on[shift] if one != who)
        # What this roster may have been asked already is put away: the changes are made to what was known before.
        vars(self).update(_works_of=people, _people_on=on, _of=dict(before._of), _weeks=dict(before._weeks))
        for who, shift in differing:
            self._give(who, self.frame.shift[shift], taken=(who, shift) not in self.works)
        again = {shift for _, shift in differing} | {self.frame.shift[shift].fills for _, shift in differing}
        still = [one for one in before.wrongly_filled if one.id not in again]
        now = [one for one in map(self.frame.shift.get, again) if one is not None and not self._is_filled(one)]
        vars(self)["wrongly_filled"] = tuple(sorted((*still, *now), key=in_time))
        if "staffed" in vars(before):
            fewer_or_more = [self.frame.shift[shift] for _, shift in differing if not self._as_many(before, shift)]
            other = {max(0, self.frame.week_of(one)) for one in fewer_or_more}
            weeks = enumerate(before.staffed)
            vars(self)["staffed"] = tuple([self._staffed(at) if at in other else week for at, week in weeks])
        return differing

    def as_many_on_each_as(self, other: "Roster", differing: Iterable[tuple[str, str]]) -> bool:
        """Every shift has as many people as in another roster of the same frame, whoever they are.

        ``differing``: what is worked in one of the two only.
        """
        return all(self._as_many(other, one) for one in {shift for _, shift in differing})

    def _as_many(self, other: "Roster", shift: str) -> bool:
        return len(self.on(shift)) == len(other.on(shift))

    def _give(self, who: str, shift: Shift, taken: bool) -> None:
        """Put the shift into what is known of the assistant, or take it out; other weeks stay what they are."""

        def changed(shifts: tuple[Shift, ...]) -> tuple[Shift, ...]:
            now = list(shifts)
            if taken:
                del now[next(at for at, one in enumerate(now) if one is shift)]
            else:
                insort(now, shift, key=in_time)
            return tuple(now)

        if who in self._of:
            self._of[who] = changed(self._of[who])
        if who in self._weeks:
            weeks = list(self._weeks[who])
            at = self.frame.week_of(shift)
            weeks[at] = WorkWeek(weeks[at].number, changed(weeks[at].shifts))
            self._weeks[who] = tuple(weeks)

    @once
    def open(self) -> tuple[tuple[Shift, int], ...]:
        """The shifts that lack people, with how many."""
        lacking = ((one, one.wanted - len(self.filling(one.id))) for one in self.frame.shifts)
        return tuple((one, missing) for one, missing in lacking if missing > 0)

    def timeline(self, who: str) -> tuple[Work, ...]:
        """All that counts in limits around the plan, sorted: history, plan, and a cycle's copies on either side.

        Work for another employer is left out (D18); of standby outside the workplace only the call-outs are work.
        """
        if who not in self._timelines:
            self._timelines[who] = self._timeline(who)
        return self._timelines[who]

    @once
    def _timelines(self) -> dict[str, tuple[Work, ...]]:
        return {}

    def _timeline(self, who: str) -> tuple[Work, ...]:
        clock = self.frame.clock
        plan = [work for week in PLANNED.of(self, who) for work in week]
        around = [Work(one, Part.HISTORY) for one in in_limits(clock, self.frame.past.get(who, ()))]
        if self.frame.cyclic:
            length = self.frame.span.minutes
            around += [Work(turned(work.shift, by), Part.COPY) for work in plan for by in (-length, length)]
        return tuple(sorted((*plan, *around), key=_WORK_IN_TIME))


T = TypeVar("T")


class Weekly(Generic[T]):
    """What is reckoned of each week that somebody works, from that week alone: where it has not changed, only once."""

    def __init__(self, reckon: Callable[[Frame, str, WorkWeek], T]) -> None:
        self._reckon = reckon

    def of(self, roster: Roster, who: str) -> list[T]:
        """One for each week of the plan."""
        weeks = roster.weeks(who)
        try:
            return [week.known[self] for week in weeks]
        except KeyError:
            return [week.known[self] if self in week.known else self._first(roster.frame, who, week) for week in weeks]

    def one(self, frame: Frame, who: str, week: WorkWeek) -> T:
        """That of one week."""
        known: T = week.known[self] if self in week.known else self._first(frame, who, week)
        return known

    def _first(self, frame: Frame, who: str, week: WorkWeek) -> T:
        reckoned = week.known[self] = self._reckon(frame, who, week)
        return reckoned


def _planned(frame: Frame, _: str, week: WorkWeek) -> tuple[Work, ...]:
    return tuple(Work(one, Part.PLAN) for one in in_limits(frame.clock, week.shifts))


PLANNED = Weekly(_planned)
"""What of each week counts in limits, as it stands on the timeline."""
_OVERTIME = Weekly[bool](lambda _, __, week: any(one.is_overtime for one in week.shifts))


def in_limits(clock: Clock, shifts: Iterable[Shift]) -> Iterator[Shift]:
    """Those that count in limits, each call-out of standby as a shift of its own."""
    for one in shifts:
        if not one.counts_in_limits:
            continue
        if not one.is_standby:
            yield one
            continue
        yield from call_outs(clock, one)


def call_outs(clock: Clock, standby: Shift) -> Iterator[Shift]:
    """Each call-out of standby outside the workplace as a shift of its own."""
    for number, called in enumerate(standby.active, start=1):
        yield replace(
            standby,
            id=f"{standby.id} utrykning {number}",
            start=clock.wall(called.start),
            end=clock.wall(called.end),
            span=called,
            off_duty=0,
            off_duty_nominal=0,
            breaks=None,
            active=(),
            work=WorkSort.ORDINARY,
            standby_parts=1,
        )


def turned(shift: Shift, minutes: int) -> Shift:
    """The shift in another turn of the cycle; only its place on the line of time differs."""
    return replace(
        shift,
        span=shift.span.moved(minutes),
        resting=tuple(one.moved(minutes) for one in shift.resting),
        active=tuple(one.moved(minutes) for one in shift.active),
        breaks=None
        if shift.breaks is None
        else tuple(Pause(one.span.moved(minutes), one.working) for one in shift.breaks),
    )
