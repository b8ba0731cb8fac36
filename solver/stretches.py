"""Stretches of time that a roster is made of, in whole minutes from its first midnight."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of time; the end is not part of it."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"span ends at {self.end}, not after its start at {self.start}")


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of work that people can be given; several may work the same shift at once."""

    id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"shift {self.id!r} ends at {self.end}, not after {self.start}")


@dataclass(frozen=True, slots=True)
class Jump:
    """From minute ``at`` on, the clock on the wall shows ``by`` minutes more than have passed, or less."""

    at: int
    by: int


def shown(jumps: tuple[Jump, ...], minute: int) -> int:
    """What the clock on the wall shows at that minute."""
    return minute + sum(one.by for one in jumps if one.at <= minute)
