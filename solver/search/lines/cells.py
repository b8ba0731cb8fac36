"""The memory of a line in one row of numbers: state by state, the sums of all counts, with room between them.

Adding to the sums is then a move along the row, the same for all sums of a state. What would pass the end of an axis
ends in the room behind it, which is never reached.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from solver.search.lines.steps import Ints

NEVER = 1 << 58
"""The price of what cannot be; half of it and more is no price."""


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


class Cells:
    """Where the sums of each state lie: ``width`` numbers a state, behind ``width`` numbers that are no state's."""

    def __init__(self, sizes: Sequence[int], added: Sequence[Ints]) -> None:
        """``added`` is for each day a row for each axis: what each step adds there; none adds as much as ``sizes``."""
        room = [max((int(day[at].max(initial=0)) for day in added), default=0) for at in range(len(sizes))]
        padded = [size + more for size, more in zip(sizes, room, strict=True)]
        self._unit = np.array([prod(padded[at + 1 :]) for at in range(len(padded))], dtype=np.int64)
        self._padded = tuple(padded)
        self._inside = tuple(slice(size) for size in sizes)
        self.width = prod(padded)
        self._behind = self.laid(np.full(sizes, -NEVER, dtype=np.int64))

    def laid(self, sums: Ints) -> Ints:
        """A number for each of the sums, as the row of a state."""
        row = np.full(self._padded, NEVER, dtype=np.int64)
        row[self._inside] = sums
        return row.reshape(-1)

    def offset(self, added: Ints) -> Ints:
        """How far each step moves along the row."""
        offset: Ints = self._unit @ added
        return offset

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

    def begins(self, ranks: Ints) -> Ints:
        """Where in a row the states of these ranks begin."""
        return self.width * (1 + ranks)

    def unreached(self, states: int) -> Ints:
        """The row of so many states, of which none is reached."""
        return np.full((states + 2) * self.width, NEVER, dtype=np.int64)

    def states(self, row: Ints) -> Ints:
        """The states' part of a row, one by one."""
        return row.reshape(-1, self.width)[1:-1]

    def moved(self, row: Ints, begins: Ints) -> Ints:
        """As many numbers from each of the places of a row, as a state has."""
        windows: Ints = np.ndarray((len(row) - self.width + 1, self.width), np.int64, row, strides=(8, 8))
        found: Ints = windows[begins]
        return found

    def after(self, row: Ints, moves: Moves, prices: Ints) -> Ints:
        """The least price of each state's sums by these moves, from what a row has before them."""
        found = self.unreached(len(moves.rank))
        least = self.states(found)
        moved = self.moved(row, moves.begin)
        moved += prices[moves.step][:, None]
        reached = len(moves.rank) - moves.lost
        least[:reached] = moved[:reached]
        for slab in moves.slabs[1 : moves.wide]:
            some = least[: slab.stop - slab.start]
            np.minimum(some, moved[slab], out=some)
        if moves.wide < len(moves.slabs):
            np.minimum(least[0], moved[moves.slabs[moves.wide].start :].min(axis=0), out=least[0])
        np.maximum(least, self._behind, out=least)
        return found

    def sums(self, place: int) -> tuple[int, int]:
        """The rank of the state that a place in the row is of, and where among its sums."""
        state, among = divmod(place, self.width)
        return state - 1, among


def places(days: Sequence[int]) -> list[slice]:
    """Where each of the days lies, one after the other."""
    ends = np.cumsum(np.array(days, dtype=np.int64)).tolist()
    return [slice(end - length, end) for end, length in zip(ends, days, strict=True)]
