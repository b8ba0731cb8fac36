"""The question which kinds of shift cover a need on the clock, as CP-SAT is asked it."""

from collections.abc import Iterable
from itertools import pairwise

from ortools.sat.python import cp_model

from solver.covering.clock import Covering, Piece
from solver.covering.ring import Ring

Bit = cp_model.IntVar


class Question:
    """Of the columns at ``places`` at most so many kinds, with how many on each sort of day, in the least time."""

    def __init__(self, ring: Ring, kinds: int, places: Iterable[int]) -> None:
        self.ring = ring
        self.built = cp_model.CpModel()
        self.there: dict[int, Bit] = {}
        self.used: dict[int, dict[int, list[Bit]]] = {}
        covering: list[list[Bit]] = [[] for _ in ring.rows]
        first: list[list[Bit]] = [[] for _ in ring.rows]
        for place in places:
            self._add(place, covering, first)
        free = [bit for place, bit in self.there.items() if ring.columns[place].held is None]
        self.built.add(sum(free) <= kinds)
        for number in range(len(ring.clock.held)):
            self.built.add_exactly_one(bit for place, bit in self.there.items() if ring.columns[place].held == number)
        for row, bits, ones in zip(ring.rows, covering, first, strict=True):
            self.built.add_bool_or(ones)
            if row.need > 1:
                self.built.add(sum(bits) >= row.need)
        self._cost = sum(
            ring.columns[place].length * ring.often[sort] * bit
            for place, used in self.used.items()
            for sort, bits in used.items()
            for bit in bits
        )
        self.built.minimize(self._cost)

    def _add(self, place: int, covering: list[list[Bit]], first: list[list[Bit]]) -> None:
        column, built = self.ring.columns[place], self.built
        there = built.new_bool_var("")
        used: dict[int, list[Bit]] = {}
        for sort in column.sorts:
            if column.held is not None:
                used[sort] = [there]
                continue
            used[sort] = [built.new_bool_var("") for _ in range(self.ring.most(column, sort))]
            for fewer, more in pairwise([there, *used[sort]]):
                built.add_implication(more, fewer)
        self.there[place], self.used[place] = there, used
        for at, sort in self.ring.rows_of(column):
            covering[at] += used[sort]
            first[at].append(used[sort][0])

    def at_least(self, steps: int) -> None:
        """No cover has fewer steps."""
        self.built.add(self._cost >= -(-steps // self.ring.unit))

    def fewer_than(self, steps: int) -> None:
        self.built.add(self._cost <= (steps - 1) // self.ring.unit)

    # -- from and to kinds ----------------------------------------------------------------------------

    def hint(self, pieces: Iterable[Piece]) -> None:
        """Begin from kinds that are known to do."""
        self.built.clear_hints()  # type: ignore[no-untyped-call]
        known = {(*self.ring.counts(one)[0], one.held): self.ring.counts(one)[1] for one in pieces}
        for place, there in self.there.items():
            column = self.ring.columns[place]
            held = None if column.held is None else self.ring.clock.held[column.held]
            counts = known.get((column.start, column.length, held))
            self.built.add_hint(there, counts is not None)
            if held is not None:
                continue
            for sort, bits in self.used[place].items():
                for number, bit in enumerate(bits):
                    self.built.add_hint(bit, counts is not None and number < counts[sort])

    def read(self, solver: cp_model.CpSolver) -> tuple[Piece, ...]:
        """The kinds that are used, by start."""
        found = []
        for place, there in self.there.items():
            counts = [0] * len(self.ring.sorts)
            if solver.boolean_value(there):
                for sort, bits in self.used[place].items():
                    counts[sort] = sum(map(solver.boolean_value, bits))
            if any(counts):
                found.append(self.ring.piece(self.ring.columns[place], counts))
        return tuple(sorted(found, key=lambda one: (one.start, one.length)))

    def tidy(self, found: Covering) -> None:
        """From here on look for kinds in no more time with few shifts in all, then at good times, of lengths alike."""
        self.fewer_than(found.total + 1)
        columns = self.ring.columns
        reach = max(columns[place].length for place in self.there)
        longest, shortest = (self.built.new_int_var(0, reach, "") for _ in range(2))
        for place, there in self.there.items():
            self.built.add(longest >= columns[place].length).only_enforce_if(there)
            self.built.add(shortest <= columns[place].length).only_enforce_if(there)
        shifts = sum(
            self.ring.often[sort] * bit for used in self.used.values() for sort, bits in used.items() for bit in bits
        )
        at_bad_times = sum(self.ring.shunned(columns[place]) * there for place, there in self.there.items())
        self.hint(found.pieces)
        much = 2 * len(self.there) + 1
        self.built.minimize((shifts * much + at_bad_times) * (reach + 1) + longest - shortest)
