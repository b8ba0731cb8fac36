"""A way to go on after a change: a roster, what it seeks, how much is otherwise in it, and how little it could be."""

from dataclasses import dataclass
from enum import StrEnum


class Aim(StrEnum):
    """What an answer seeks besides the fewest changes."""

    RIGHTS = "rights"
    FEW_PEOPLE = "few-people"
    NO_SUBSTITUTES = "no-substitutes"
    NOBODY_MOVED = "nobody-moved"


@dataclass(frozen=True)
class Answer:
    """A roster after the change. ``changes``: shifts that somebody gets or loses besides what the change itself took;

    ``back``: how many of them go back to who had them before. ``least``: no roster that leaves as little open has
    fewer. ``open`` are those that nobody could be given. ``proven``: none leaves less open, and of those that leave as
    little none has fewer changes.
    """

    aim: Aim
    works: frozenset[tuple[str, str]]
    changes: int
    people: tuple[str, ...]
    moved: int
    late: int
    open: tuple[str, ...] = ()
    least: int = 0
    proven: bool = False
    back: int = 0
