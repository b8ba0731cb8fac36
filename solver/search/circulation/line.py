"""A line of whole weeks that wraps round, as a word of symbols that reads the same from every day."""

from collections.abc import Mapping
from dataclasses import dataclass

WEEK = 7
OFF = 0
"""The symbol of a day without work; the kinds of shift are 1, 2, ..."""


@dataclass(frozen=True, slots=True)
class Run:
    """How many days in a row may have one of the symbols."""

    symbols: frozenset[int]
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How often symbols stand on weekdays, all weeks together: ``weights`` by (weekday, symbol)."""

    weights: Mapping[tuple[int, int], int]
    least: int
    most: int | None


Ban = tuple[frozenset[int], ...]
"""Days that never follow each other so, each with one of its symbols."""


@dataclass(frozen=True)
class Line:
    """Every word of ``weeks`` weeks that keeps runs, bans and tallies is a roster, and every roster is one.

    ``shifts`` are the ids of each kind by day; weekday 0 is that of the first day.
    """

    person: str
    weeks: int
    shifts: tuple[tuple[str, ...], ...]
    runs: tuple[Run, ...]
    bans: tuple[Ban, ...]
    tallies: tuple[Tally, ...]

    @property
    def symbols(self) -> range:
        return range(len(self.shifts) + 1)
