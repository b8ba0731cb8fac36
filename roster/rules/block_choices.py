"""Where blocks of free time can lie for each week, before it is chosen which serves which (``free_blocks``)."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.spans import Span
from roster.rules.zones import red_days

Length: TypeAlias = int | tuple[int, ...]
"""Of a block in minutes; one for each date of the plan where it is not the same through it."""
Shown: TypeAlias = Callable[[int], int]
"""The minute of another clock that a minute is read as."""


class Choice(NamedTuple):
    """Blocks of one length in a stretch that serve a week: those that begin from ``first`` to ``last``.

    They hold a Sunday or red day (``marked``) or a whole ``day`` of it, or merely overlap it.
    """

    stretch: Span
    first: int
    last: int
    length: int
    day: Span | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class _Day:
    """A whole calendar day, or with ``red_only`` the red døgn of § 10-10 that belongs to it; by the date's number."""

    span: Span
    marked: bool
    number: int
    red_only: bool = False


class Weeks:
    """The weeks of a frame as blocks of one length are sought for them, whoever is free.

    What a stretch has for a week is kept: from one roster to the next few stretches differ.
    """

    def __init__(self, frame: Frame, length: Length, shown: Shown | None) -> None:
        def read(span: Span) -> Span:
            return span if shown is None else Span(shown(span.start), shown(span.end))

        self._read = read
        self._plain = shown is None
        self._uniform = isinstance(length, int)
        self._by_day = (length,) * (7 * frame.weeks) if isinstance(length, int) else length
        self._by_week = [max(self._by_day[at : at + 7]) for at in range(0, 7 * frame.weeks, 7)]
        self._weeks = tuple(map(read, frame.week_spans))
        before, after = (10**12, 10**12) if frame.cyclic else (self._by_day[0] // 2, self._by_day[-1] // 2)
        self._begins, self._ends = self._weeks[0].start - before, self._weeks[-1].end + after
        self._days = _DAYS.of(frame, None, lambda: _days(frame))
        self._known: dict[tuple[int, int, int], list[Choice]] = {}
        self.turn = frame.span.minutes
        self.least = min(self._by_day)
        self.spans = [(week.start, week.end) for week in self._weeks]
        self.earliest = [
            max(week.start - longest + 1, self._begins)
            for week, longest in zip(self._weeks, self._by_week, strict=True)
        ]
        """Where a block that merely overlaps the week can begin: by less than half in the unknown before the plan."""

    def read(self, free: Sequence[Span]) -> Sequence[Span]:
        """The stretches as that clock shows them."""
        return free if self._plain else list(map(self._read, free))

    def forget_some(self) -> None:
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()

    def choices(self, week: int, stretch: Span) -> list[Choice]:
        """What the stretch has for the week: blocks that overlap it, then those that hold each of its days."""
        key = (week, stretch.start, stretch.end)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = list(self._in(week, stretch, self._days[week], self._read))
        return known

    def _in(self, week: int, stretch: Span, days: list[_Day], read: Callable[[Span], Span]) -> Iterator[Choice]:
        length, begins, ends = self._by_week[week], stretch.start, stretch.end
        first, last = max(begins, self.earliest[week]), min(self._weeks[week].end - 1, min(self._ends, ends) - length)
        if first <= last:
            yield Choice(stretch, first, last, length)
        whole: Span | None = None
        red: list[Choice] = []
        # The week before leaves its own at least what a block that begins at its end does: what can begin later is
        # always open, and where all blocks are of one length no later day has an earlier one.
        always = self._weeks[week].start + length if self._uniform else None
        found = False
        for one in days:
            day, length = read(one.span), self._by_day[one.number]
            first, last = day.end - length, ends - length
            first, last = begins if begins > first else first, day.start if day.start < last else last
            if not one.red_only and whole is None and begins <= day.start and day.end <= ends:
                whole = day
            if first <= last and one.red_only:
                red.append(Choice(stretch, first, last, length, None, True))
            elif first <= last and (one.marked or not found):
                yield Choice(stretch, first, last, length, day, one.marked)
                found = found or (always is not None and not one.marked and last >= always)
        yield from (one._replace(day=whole) for one in red)


_MOST_KNOWN = 1 << 15
_DAYS: Kept[list[list[_Day]]] = Kept()


def _days(frame: Frame) -> list[list[_Day]]:
    """The whole calendar days in each week, and its red døgn; a day that the cut of the week divides lies in none."""
    days: list[list[_Day]] = [[] for _ in frame.week_spans]
    red = {one.day: one.span for one in red_days(frame)}
    for number, day in enumerate(frame.dates):
        span = frame.whole_day(day)
        if frame.week_spans[number // 7].holds(span):
            days[number // 7].append(_Day(span, day in red, number))
        if day in red:
            days[number // 7].append(_Day(red[day], True, number, red_only=True))
    return days


class Options:
    """For each week the blocks that somebody's free stretches have for it."""

    def __init__(self, weeks: Weeks, free: Sequence[Span]) -> None:
        least = weeks.least
        self._weeks = weeks
        self._free = [one for one in weeks.read(free) if one.end - one.start >= least]
        starts, ends = [one.start for one in self._free], [one.end for one in self._free]
        self._first = [bisect_right(ends, start) for start, _ in weeks.spans]
        self._until = [bisect_left(starts, end) for _, end in weeks.spans]
        self._starts, self._ends = starts, ends

    @property
    def turn(self) -> int:
        return self._weeks.turn

    def touching(self, week: int) -> tuple[int, ...]:
        """The stretches that touch the week, as their starts and then their ends."""
        first, until = self._first[week], self._until[week]
        return (*self._starts[first:until], *self._ends[first:until])

    def floor(self, week: int, by: int = 0) -> int:
        """No block of the week or a later one begins sooner; ``by`` turns later."""
        loose, first = self._weeks.earliest[week], self._first[week]
        if first < self._until[week] and self._starts[first] > loose:
            loose = self._starts[first]
        return loose + by * self._weeks.turn

    def of(self, week: int, after: int, by: int = 0) -> Iterator[tuple[int, Choice]]:
        """The earliest block of each sort for the week that begins no sooner than ``after``; ``by`` turns later."""
        shift = by * self._weeks.turn
        after -= shift
        for stretch in self._free[self._first[week] : self._until[week]]:
            best: dict[tuple[bool, bool], tuple[int, int, Choice]] = {}
            for one in self._weeks.choices(week, stretch):
                start = one.first if one.first > after else after
                if start > one.last:
                    continue
                if one.day is None and not one.marked:
                    yield start + shift, one
                    continue
                sort = one.marked, one.day is None
                known = best.get(sort)
                if known is None or start + one.length < known[0]:
                    best[sort] = (start + one.length, start, one)
            for _, start, one in best.values():
                yield start + shift, one
