"""A need on the clock, and the kinds of shift that cover it, in steps of one length."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True)
class Held:
    """A shift that holds ``start`` to ``end`` on some days, and may reach beyond it as long as ``most`` steps."""

    start: int
    end: int
    days: frozenset[int]
    most: int


@dataclass(frozen=True, slots=True)
class Clock:
    """How many are needed in each of ``steps`` on each day; a shift has from ``least`` to ``most`` steps.

    ``held`` are shifts of a kind of their own, in which what they must hold is no part of ``need``. Between kinds that
    take the same time, one that neither begins nor ends at a step of ``shunned`` is chosen.
    """

    need: tuple[tuple[int, ...], ...]
    least: int
    most: int
    held: tuple[Held, ...] = ()
    shunned: frozenset[int] = frozenset()

    @property
    def steps(self) -> int:
        return len(self.need[0])

    @property
    def needed(self) -> int:
        """Steps to cover: no cover has fewer. What a held shift does beside what it holds is covered by it."""
        size = self.steps * len(self.need)
        held = Counter(
            (day * self.steps + at) % size for one in self.held for day in one.days for at in range(one.start, one.end)
        )
        need = chain.from_iterable(self.need)
        return held.total() + sum(max(0, many - held[at]) for at, many in enumerate(need))


@dataclass(frozen=True, slots=True)
class Piece:
    """A kind: its start in steps of the day, its length, and how many of it each day has."""

    start: int
    length: int
    on: tuple[int, ...]
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Covering:
    """Kinds that cover the need in ``total`` steps of shifts; none so few can in fewer than ``bound``."""

    pieces: tuple[Piece, ...]
    total: int
    bound: int


@dataclass(frozen=True, slots=True)
class NoCovering:
    """None was found; ``proven``: there is none with so few kinds."""

    proven: bool
