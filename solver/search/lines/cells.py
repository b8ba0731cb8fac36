"""The memory of a line in one row of numbers: day by day and state by state the sums of all counts, with room between.

Adding to the sums is then a move along the row, the same for all sums of a state. What would pass the end of an axis
ends in the room behind it, which is never reached. Of the first axis only a ``Band`` is kept each day.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.search.lines.bands import Band
from solver.search.lines.steps import Ints

NEVER = 1 << 58
"""The price of what cannot be; half of it and more is no price."""
LIGHT_NEVER = 1 << 29
"""The same where all prices are light."""
LIGHT = 1 << 27
"""Prices of a whole line below this, either way, are light: half as many bytes hold them, and twice ``LIGHT_NEVER``."""

Row = npt.NDArray[Any]
"""Numbers of 4 bytes where they are light, else of 8."""


class Scratch(threading.local):
    """Room for rows, which lasts until the same thread asks for the same again; fresh memory would take far longer."""

    def __init__(self) -> None:
        self._rooms: dict[str, Ints] = {}

    def room(self, what: str, count: int, light: bool) -> Row:
        """So many numbers, whatever they are."""
        dtype = np.dtype(np.int32 if light else np.int64)
        words = -(-count * dtype.itemsize // 8)
        if what not in self._rooms or len(self._rooms[what]) < words:
            self._rooms[what] = np.empty(words, dtype=np.int64)
        return self._rooms[what].view(dtype)[:count]


@dataclass(frozen=True, slots=True)
class Moves:
    """Steps of a day by the state they lead to, and where in a row what they lead from begins.

    First one step to each state, then a second to those with two, and so on: the ``slabs``. The states lie by
    falling number of steps that lead to them (``rank``), so each slab is of the first of them.
    """

    step: Ints
    begin: Ints
    slabs: tuple[slice, ...]
    rank: Ints
    wide: int
    """Slabs of more than one step, and at least the first."""
    lost: int
    """States at the end that no step leads to."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A row in use: the states of all days one after the other, and what begins at each of its numbers."""

    row: Row
    states: Row
    windows: Row
    never: int


@dataclass(frozen=True, slots=True)
class Way:
    """What one person's memory goes through: by day, steps from a state to one of the next day.

    ``states`` and ``bands`` are those before each day and after the last; ``added`` is for each axis what each step
    adds there, less than its size; ``ends`` is what the sums cost at the end.
    """

    sizes: tuple[int, ...]
    states: tuple[int, ...]
    bands: tuple[Band, ...]
    source: tuple[Ints, ...]
    target: tuple[Ints, ...]
    step: tuple[Ints, ...]
    added: tuple[Ints, ...]
    ends: Ints

    def padded(self) -> tuple[int, ...]:
        """How many sums of each axis a state has room for: of the first a band, of the others all and some behind."""
        room = [max((int(day[at].max(initial=0)) for day in self.added), default=0) for at in range(len(self.sizes))]
        behind = (size + more for size, more in zip(self.sizes[1:], room[1:], strict=True))
        return max(one.span for one in self.bands), *behind


def shared(sizes: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """The least sizes in which all of these fit."""
    return tuple(max(some) for some in zip_longest(*sizes, fillvalue=1))


class Cells:
    """Where the sums of each state lie: ``width`` numbers a state, with room before the next.

    The states of several people's ways lie one after the other. A sum that is too large for one of them alone has a
    place where it has none of its own, but no end.
    """

    def __init__(self, ways: Sequence[Way]) -> None:
        self._padded = shared([one.padded() for one in ways])
        sizes = shared([one.sizes for one in ways])
        self._bare = [(at, size) for at, size in enumerate(sizes) if at and self._padded[at] > size]
        unit = np.array([prod(self._padded[at + 1 :]) for at in range(len(self._padded))], dtype=np.int64)
        self.width = prod(self._padded)
        self._far = [
            np.concatenate(
                [
                    (one.bands[day + 1].low - one.bands[day].low) * unit[0] - unit[: len(one.sizes)] @ one.added[day]
                    for one in ways
                ]
            )
            for day in range(len(ways[0].added))
        ]
        """By day how far behind its own place the place is that a step to it leads from."""
        reach = max((int(np.abs(one).max(initial=0)) for one in self._far), default=0)
        self._stride = self.width + min(reach, self.width)
        states = [sum(some) for some in zip(*(one.states for one in ways), strict=True)]
        self._first = [int(one) for one in np.cumsum([1, *states])]

    def laid(self, way: Way) -> Ints:
        """What a way ends with, as it lies in a state."""
        low = way.bands[-1].low
        inside = way.ends[low : low + self._padded[0]] if way.sizes else way.ends
        inside = inside.reshape(*inside.shape, *(1 for _ in self._padded[inside.ndim :]))
        found = np.full(self._padded, NEVER, dtype=np.int64)
        found[tuple(slice(size) for size in inside.shape)] = inside
        return found.reshape(-1)

    def empty(self, scratch: Scratch, what: str, light: bool) -> Laid:
        """A row in which no room is ever reached; what is in the states is to be written."""
        never = LIGHT_NEVER if light else NEVER
        row = scratch.room(what, self._first[-1] * self._stride, light)
        states = row.reshape(-1, self._stride)
        states[0] = never
        states[:, self.width :] = never
        size = row.itemsize
        windows: Row = np.ndarray((len(row) - self.width + 1, self.width), row.dtype, row, strides=(size, size))
        return Laid(row, states[:, : self.width], windows, never)

    def moves(self, near: Ints, begin: Ints, step: Ints, states: int) -> Moves:
        """The ``step`` there are, of which each leads to a ``near`` state from what begins at a place in a row."""
        count = np.bincount(near, minlength=states)
        order = np.argsort(-count, kind="stable")
        rank = np.empty(states, dtype=np.int64)
        rank[order] = np.arange(states)
        turn = np.zeros(len(near), dtype=np.int64)
        by_state = np.argsort(near, kind="stable")
        turn[by_state] = np.arange(len(near)) - np.repeat(np.cumsum(count) - count, count)
        laid = np.lexsort((rank[near], turn))
        sizes = np.bincount(turn).tolist()
        wide = max(1, sum(one > 1 for one in sizes))
        return Moves(step[laid], begin[laid], tuple(places(sizes)), rank, wide, int((count == 0).sum()))

    def begins_before(self, day: int, ranks: Ints) -> Ints:
        """For each step of the day, from a state of this rank, where in a row what it leads from begins."""
        return self._begins(day, ranks, self._far[day])

    def begins_behind(self, day: int, ranks: Ints) -> Ints:
        """For each step of the day, to a state of this rank, where in a row what it leads to begins."""
        return self._begins(day + 1, ranks, -self._far[day])

    def _begins(self, day: int, ranks: Ints, far: Ints) -> Ints:
        room = self._stride - self.width
        found: Ints = self._stride * (self._first[day] + ranks) + np.clip(far, -room, room)
        return found

    def of_day(self, laid: Laid, day: int) -> Row:
        """The states before the day, or after the last, one by one."""
        return laid.states[self._first[day] : self._first[day + 1]]

    def step(self, laid: Laid, day: int, moves: Moves, prices: Row) -> None:
        """Write the least price of each state's sums before the day by these moves, of which each has a price."""
        least = self.of_day(laid, day)
        moved = laid.windows[moves.begin]
        moved += prices
        reached = len(moves.rank) - moves.lost
        least[:reached] = moved[:reached]
        if moves.lost:
            least[reached:] = laid.never
        for slab in moves.slabs[1 : moves.wide]:
            some = least[: slab.stop - slab.start]
            np.minimum(some, moved[slab], out=some)
        if moves.wide < len(moves.slabs):
            np.minimum(least[0], moved[moves.slabs[moves.wide].start :].min(axis=0), out=least[0])
        for axis, size in self._bare:
            sums = least.reshape(-1, *self._padded)
            sums[(slice(None),) * (axis + 1) + (slice(size, None),)] = laid.never

    def place(self, day: int, rank: int, among: int) -> int:
        """Where in a row one of the sums of a state lies."""
        return (self._first[day] + rank) * self._stride + among

    def sums(self, day: int, place: int) -> tuple[int, int]:
        """The rank of the state that a place in the row is of, and where among its sums."""
        state, among = divmod(place, self._stride)
        return state - self._first[day], among


def places(days: Sequence[int]) -> list[slice]:
    """Where each of the days lies, one after the other."""
    ends = np.cumsum(np.array(days, dtype=np.int64)).tolist()
    return [slice(end - length, end) for end, length in zip(ends, days, strict=True)]
