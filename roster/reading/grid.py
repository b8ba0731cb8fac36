"""A list from another program as lines of cells with their places, whether it came as a workbook or as text."""

from collections.abc import Mapping
from dataclasses import dataclass

from roster.reading.faults import Fault, Faults, Unreadable

MOST_LINES = 20_000
LONGEST_CELL = 2_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """What a cell says; ``trouble`` is why it says nothing."""

    text: str
    place: str
    trouble: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of a line that hold something, by column from 0; ``number`` as a person counts lines."""

    number: int
    cells: Mapping[int, GridCell]
    place: str


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that are merged: the lines and columns they span."""

    place: str
    lines: range
    columns: range


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet, or a text file, which has no name."""

    name: str
    lines: tuple[Line, ...]
    merged: tuple[Merged, ...] = ()


def stop(file: str, what: str, way_out: str, place: str = "") -> Faults:
    """The one fault that keeps a file from being read at all."""
    return Faults([Fault(file, place, what, way_out)])


def too_long(file: str) -> Faults:
    return stop(
        file, f"Lista har flere enn {MOST_LINES} rader.", "Del den i flere filer, for eksempel en for hvert år."
    )
