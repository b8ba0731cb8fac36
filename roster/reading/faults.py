"""What is wrong in a file from a person: where it stands, what it is, and the way out."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing to put right; ``place`` is empty when the whole file is meant."""

    file: str
    place: str
    what: str
    way_out: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.what}\n  {self.way_out}"


class Faults(Exception):  # noqa: N818 - it holds what a person can put right
    """A file could not be read; holds every fault found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class Unreadable(ValueError):  # noqa: N818 - as above
    """A text does not say what its field asks for."""

    def __init__(self, what: str, way_out: str) -> None:
        self.what = what
        self.way_out = way_out
        super().__init__(f"{what} {way_out}")
