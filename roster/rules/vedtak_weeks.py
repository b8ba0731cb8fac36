"""What a roster draws on the vedtak, week by week: one with as many on each shift as before is not reckoned again."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypeAlias, TypeVar

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.kinds import Covers, Purpose, Sort
from roster.domain.roster import Roster, StaffedWeek
from roster.domain.shift import Shift, granted
from roster.domain.spans import HOUR
from roster.domain.vedtak import VedtakLine
from roster.rules.vedtak_hours import drawn_on, used_by_year

SORTS = {Sort.NIGHT: Covers.WAKING_NIGHT, Sort.RESTING_NIGHT: Covers.RESTING_NIGHT}

Charged: TypeAlias = tuple[Shift, int]
"""A shift that is charged to the vedtak, with how many are on it."""
Lines: TypeAlias = Sequence[VedtakLine]
T = TypeVar("T")

_LONG_AGO = -(10**12)


class Drawn(NamedTuple):
    """How many shifts draw, and the minutes that they draw by the calendar year; those of a cycle as of year 0."""

    shifts: int
    by_year: Mapping[int, int]


class Draws:
    """What the shifts of one roster draw, beyond what all of the lines that they draw from have on record already.

    What was reckoned of a week is kept with it, by what was asked.
    """

    def __init__(self, roster: Roster) -> None:
        self._frame = roster.frame
        self._weeks = roster.staffed
        self._lines = roster.frame.brief.vedtak.lines
        self._alike = all(one.purpose is Purpose.ALL for one in self._lines)
        self._events = _EVENTS.of(roster.frame, None, lambda: _events(roster.frame))
        first, last = roster.frame.first_day, roster.frame.dates[-1]
        self._dated = not roster.frame.cyclic and any(
            first < one.dates.first or one.dates.last < last for one in self._lines
        )

    def by_all(self) -> Drawn:
        """By everything that is charged."""
        unrecorded = _unrecorded(self._frame, self._lines)
        return _together([self._drawn(week, "all", self._charged, unrecorded) for week in self._weeks])

    def by_sort(self, covers: Covers, lines: Lines) -> Drawn:
        """By nights of that sort."""
        unrecorded = _unrecorded(self._frame, lines)

        def of_sort(week: StaffedWeek) -> list[Charged]:
            return [one for one in self._charged(week) if SORTS.get(one[0].sort) is covers]

        return _together([self._drawn(week, covers, of_sort, unrecorded) for week in self._weeks])

    def by_second(self, lines: Lines) -> Drawn:
        """By what others than the first do while somebody is at work; a meeting or training is no help at all."""
        unrecorded = _unrecorded(self._frame, lines)
        found: list[Drawn] = []
        until = _LONG_AGO
        for week, span in zip(self._weeks, self._frame.week_spans, strict=True):
            # Of the weeks before it hangs on no more than until when somebody is still at work.
            since = max(until, span.start) if found else until

            def second(week: StaffedWeek, since: int = since) -> list[Charged]:
                return list(_second([one for one in self._charged(week) if one[0].event is None], since))

            found.append(self._drawn(week, (Covers.TWO_AT_ONCE, since), second, unrecorded))
            until = max(until, self._kept(week, "until", self._until))
        return _together(found)

    def groups(self) -> list[frozenset[str]]:
        """The ids of the lines of each group of shifts that cannot use every line."""
        every = frozenset(line.id for line in self._lines)
        found = {some for week in self._weeks for some in self._kept(week, "groups", self._groups)} - {every}
        return sorted(found, key=sorted)

    def by_group(self, group: frozenset[str]) -> Drawn:
        """By shifts that can use no more than these lines."""
        unrecorded = _unrecorded(self._frame, [line for line in self._lines if line.id in group])

        def inside(week: StaffedWeek) -> list[Charged]:
            return [one for one in self._charged(week) if any(some <= group for some in self._lines_of(one[0]))]

        def within(shift: Shift, day: date) -> bool:
            return drawn_on(self._lines, shift, day) <= group

        return _together([self._drawn(week, group, inside, unrecorded, within) for week in self._weeks])

    def _charged(self, week: StaffedWeek) -> list[Charged]:
        """The shifts of the week that are charged, and its events."""
        return self._kept(
            week, "charged", lambda one: [*(each for each in one.shifts if each[0].charged), *self._events[one.number]]
        )

    def _until(self, week: StaffedWeek) -> int:
        return max((one.span.end for one, _ in self._charged(week) if one.event is None), default=_LONG_AGO)

    def _groups(self, week: StaffedWeek) -> frozenset[frozenset[str]]:
        charged = self._charged(week)
        if not self._dated and self._alike and all(one.line is None for one, _ in charged):
            return frozenset()  # every line is for every shift
        return frozenset(some for one, _ in charged for some in self._lines_of(one))

    def _lines_of(self, shift: Shift) -> list[frozenset[str]]:
        """The lines for each date on which the shift draws; many shifts have the same."""
        known = _LINES_OF.of(self._frame, None, dict)
        found = []
        for day in _drawn_days(shift) if self._dated else (None,):
            key = (shift.line, shift.sort, shift.event is None, day)
            if key not in known:
                known[key] = drawn_on(self._lines, shift, day)
            found.append(known[key])
        return found

    def _drawn(
        self,
        week: StaffedWeek,
        key: Hashable,
        choose: Callable[[StaffedWeek], list[Charged]],
        unrecorded: Callable[[Shift], bool],
        within: Callable[[Shift, date], bool] | None = None,
    ) -> Drawn:
        def reckon(week: StaffedWeek) -> Drawn:
            chosen = choose(week)
            per_hour = self._frame.brief.settings.resting_granted
            if self._frame.cyclic:
                return Drawn(len(chosen), {0: sum(granted(shift, per_hour) * people for shift, people in chosen)})
            return Drawn(len(chosen), used_by_year([one for one in chosen if unrecorded(one[0])], per_hour, within))

        return self._kept(week, ("drawn", key), reckon)

    def _kept(self, week: StaffedWeek, key: Hashable, reckon: Callable[[StaffedWeek], T]) -> T:
        if key not in week.known:
            week.known[key] = reckon(week)
        known: T = week.known[key]
        return known


_EVENTS: Kept[list[list[Charged]]] = Kept()
_LINES_OF: Kept[dict[tuple[str | None, Sort, bool, date | None], frozenset[str]]] = Kept()


def _together(weeks: Sequence[Drawn]) -> Drawn:
    by_year: dict[int, int] = {}
    for one in weeks:
        for year, minutes in one.by_year.items():
            by_year[year] = by_year.get(year, 0) + minutes
    return Drawn(sum(one.shifts for one in weeks), by_year)


def _events(frame: Frame) -> list[list[Charged]]:
    """The events of each week that are charged, with how many are there."""
    weeks: list[list[Charged]] = [[] for _ in range(frame.weeks)]
    fixed = sorted((one for one in frame.fixed if one[1].charged and one[1].here), key=lambda one: one[1].id)
    for _, people in groupby(fixed, key=lambda one: one[1].id):
        together = list(people)
        shift = together[0][1]
        weeks[max(0, frame.week_of(shift))].append((shift, len(together)))
    return weeks


def _unrecorded(frame: Frame, lines: Lines) -> Callable[[Shift], bool]:
    """Whether a shift's hours are still to be used: after the last day that every line has on record."""
    through = [line.through for line in lines]
    known = [day for day in through if day is not None]
    if not known or len(known) < len(through) or max(known) < frame.first_day:
        return lambda shift: True
    last = min(known)
    return lambda shift: shift.start.date() > last


def _drawn_days(shift: Shift) -> tuple[date, ...]:
    """The dates on which the shift draws, two where it goes on after New Year."""
    new_year = date(shift.start.year + 1, 1, 1)
    return (shift.start.date(),) if shift.end.date() < new_year else (shift.start.date(), new_year)


def _second(charged: list[Charged], until: int) -> Iterator[Charged]:
    """What others than the first do while somebody is at work: the shorter shift of each such overlap, whole shifts.

    An overlap of an hour or less is a handover and no work for two (D8). ``until``: when the last of those who began
    before goes.
    """
    for shift, people in sorted(charged, key=lambda one: (one[0].span.start, one[0].span.end)):
        span = shift.span
        beside = min(until, span.end) - span.start > HOUR
        extra = people if beside else people - 1
        if extra:
            yield shift, extra
        until = max(until, span.end)
