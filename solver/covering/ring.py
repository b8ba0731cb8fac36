"""A need on the clock as days of few sorts in a ring, and every kind of shift that may be worth having in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import gcd

from solver.covering.clock import Clock, Held, Piece

_HOURS = 24
"""Of a day; a clock with fewer steps is taken as it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A kind by its start, in steps from the cut, and its length; ``held`` is the number of the shift it holds.

    ``sorts`` are the sorts of day on which it covers something.
    """

    start: int
    length: int
    sorts: tuple[int, ...]
    held: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """``need`` at a step of a day of the sort ``after``, on the day after one of the sort ``before``."""

    before: int
    after: int
    step: int
    need: int


class Ring:
    """Days counted from the cut; those with the same need, and the same held shifts, are of one sort.

    Every time is a multiple of what divides all times given: for a fixed order of starts and ends among the times at
    which the need changes, the best times solve inequalities between two of them, and those have whole solutions. So
    ``unit`` steps are taken as one, an hour at the most, so that lengths can be alike. A kind that is not held starts
    where some day has need, since one that starts where there is none can be moved on without a loss, and ends after
    such a step if it could be shorter.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.unit = _unit(clock)
        days = tuple(day[:: self.unit] for day in clock.need)
        self.steps = len(days[0])
        self.cut = _cut(days, [(h.start // self.unit, h.days, self._reach(h)) for h in clock.held])
        self.sorts: list[tuple[int, ...]] = []
        self.held_on: list[frozenset[int]] = []
        self.sort_of = [self._sort(days, day) for day in range(len(days))]
        self.often = [self.sort_of.count(sort) for sort in range(len(self.sorts))]
        self.pairs = sorted({(self.sort_of[day - 1], self.sort_of[day]) for day in range(len(days))})
        self.rows = tuple(
            Row(before, after, step, need)
            for before, after in self.pairs
            for step, need in enumerate(self.sorts[after])
            if need
        )
        self._at: list[list[int]] = [[] for _ in range(self.steps)]
        for place, row in enumerate(self.rows):
            self._at[row.step].append(place)
        self.columns = (*self._free(), *self._holding())

    def _sort(self, days: Sequence[tuple[int, ...]], day: int) -> int:
        need = days[day][self.cut :] + days[(day + 1) % len(days)][: self.cut]
        held = frozenset(n for n, one in enumerate(self.clock.held) if self._own_day(one, day) in one.days)
        known = list(zip(self.sorts, self.held_on, strict=True))
        if (need, held) not in known:
            self.sorts.append(need)
            self.held_on.append(held)
            return len(known)
        return known.index((need, held))

    def _reach(self, one: Held) -> int:
        """How much longer than what it holds the held shift may be."""
        return max(0, one.most // self.unit - (one.end - one.start) // self.unit)

    def _own_day(self, one: Held, day: int) -> int:
        """The day on whose clock the held shift begins, where it lies in the day that the cut begins."""
        return day if one.start // self.unit >= self.cut else (day + 1) % len(self.clock.need)

    def _free(self) -> Iterator[Column]:
        least, most = self.clock.least // self.unit, self.clock.most // self.unit
        some = [any(need[step] for need in self.sorts) for step in range(self.steps)]
        for start in range(self.steps):
            if not some[start]:
                continue
            for length in range(least, most + 1):
                if length == least or some[(start + length - 1) % self.steps]:
                    sorts = tuple(sort for sort in range(len(self.sorts)) if self._covers(sort, start, length))
                    yield Column(start, length, sorts)

    def _covers(self, sort: int, start: int, length: int) -> bool:
        """Something that is needed on a day of that sort, or on the day after."""
        if any(self.sorts[sort][start : start + length]):
            return True
        late = start + length - self.steps
        return late > 0 and any(any(self.sorts[after][:late]) for before, after in self.pairs if before == sort)

    def _holding(self) -> Iterator[Column]:
        for number, one in enumerate(self.clock.held):
            length = (one.end - one.start) // self.unit
            first = (one.start // self.unit - self.cut) % self.steps
            most = length + self._reach(one)
            sorts = tuple(sort for sort, held in enumerate(self.held_on) if number in held)
            for start in range(max(0, first - (most - length)), first + 1):
                for end in range(first + length, start + most + 1):
                    yield Column(start, end - start, sorts, number)

    def most(self, column: Column, sort: int) -> int:
        """So many of the kind may be worth having on a day of that sort."""
        return 1 if column.held is not None else max(1, *self.sorts[sort])

    def rows_of(self, column: Column) -> Iterator[tuple[int, int]]:
        """Each row that the kind covers, by its place, with the sort of the day on which it begins."""
        end = column.start + column.length
        for step in range(column.start, end):
            if step < self.steps:
                yield from ((at, self.rows[at].after) for at in self._at[step] if self.rows[at].after in column.sorts)
            else:
                rows = self._at[step - self.steps]
                yield from ((at, self.rows[at].before) for at in rows if self.rows[at].before in column.sorts)

    def shunned(self, column: Column) -> int:
        """How many of its two ends lie at a shunned step."""
        ends = (column.start, column.start + column.length)
        return sum((at + self.cut) % self.steps * self.unit in self.clock.shunned for at in ends)

    # -- from and to kinds ----------------------------------------------------------------------------

    def piece(self, column: Column, counts: Sequence[int]) -> Piece:
        """The kind on the clock, with so many on each sort of day."""
        start = column.start + self.cut
        late = start >= self.steps
        on = [0] * len(self.sort_of)
        for day, sort in enumerate(self.sort_of):
            on[(day + late) % len(on)] = counts[sort]
        held = None if column.held is None else self.clock.held[column.held]
        return Piece(start % self.steps * self.unit, column.length * self.unit, tuple(on), held)

    def counts(self, piece: Piece) -> tuple[tuple[int, int], list[int]]:
        """Start and length of the column that the piece was made of, and how many there are on each sort of day."""
        start = (piece.start // self.unit - self.cut) % self.steps
        late = start + self.cut >= self.steps
        counts = [0] * len(self.sorts)
        for day, sort in enumerate(self.sort_of):
            counts[sort] = piece.on[(day + late) % len(piece.on)]
        return (start, piece.length // self.unit), counts


def _unit(clock: Clock) -> int:
    """The most steps that can be taken as one; no more than there are in an hour."""
    times = [clock.steps, clock.least, clock.most, clock.steps // _HOURS]
    for one in clock.held:
        times += [one.start, one.end, one.most]
    for day, need in enumerate(clock.need):
        last = clock.need[day - 1][-1]
        for at, many in enumerate(need):
            if many != last:
                times.append(at)
            last = many
    return gcd(*times)


def _cut(days: Sequence[tuple[int, ...]], held: Sequence[tuple[int, frozenset[int], int]]) -> int:
    """The step at which a day is best said to begin: with few sorts of days, and little need about it.

    Before all else no held shift should reach back over it, for none is made that does.
    """
    steps = len(days[0])

    def badness(at: int) -> tuple[int, int, int, int]:
        sorts = set()
        for day, own in enumerate(days):
            after = (day + 1) % len(days)
            shown = tuple((day if start >= at else after) in on for start, on, _ in held)
            sorts.add((own[at:] + days[after][:at], shown))
        cut_off = sum((start - at) % steps < reach for start, _, reach in held)
        return cut_off, len(sorts), sum((own[at] > 0) + (own[at - 1] > 0) for own in days), at

    return min(range(steps), key=badness)
