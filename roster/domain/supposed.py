"""What somebody asks «what if» about: one change of an arrangement, as a value."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class OneMore:
    """One more person in a permanent position; ``percent`` None: of the size that the turnus has use for."""

    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Leaves:
    """An assistant (id) resigns."""

    who: str


@dataclass(frozen=True, slots=True)
class Grant:
    """The vedtak gives other hours: ``times`` those of today, and ``more`` minutes a week."""

    times: Fraction = Fraction(1)
    more: int = 0


@dataclass(frozen=True, slots=True)
class Signed:
    """An agreement (id) of the brief is signed, or a paragraph is agreed on as far as it goes."""

    agreement: str = ""
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Lapses:
    """An agreement (id) of the brief no longer holds."""

    agreement: str


@dataclass(frozen=True, slots=True)
class Weekends:
    """All in permanent and temporary positions work weekends every so many weeks."""

    every: int


@dataclass(frozen=True, slots=True)
class LongerShifts:
    """Shifts that follow each other become fewer and longer, none longer than so many minutes."""

    most: int


Supposed: TypeAlias = OneMore | Leaves | Grant | Signed | Lapses | Weekends | LongerShifts
