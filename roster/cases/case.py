"""A case of law and what came of it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from roster.domain.finding import Verdict
from roster.domain.roster import Roster


@dataclass(frozen=True, slots=True)
class Expected:
    """What the worst finding of a rule must be, for ``who`` or for anybody; None: not told."""

    rule: str
    verdicts: tuple[Verdict, ...]
    who: str | None = None
    measured: int | None = None
    limit: int | None = None


class Outside(Enum):
    """Answers that are no verdict."""

    NOT_COVERED = "not_covered"
    INPUT_FAULT = "input_fault"


@dataclass(frozen=True)
class Ask:
    """One amount that is asked for (``kind``, such as ``account``, and its ``value``), and its answer.

    ``answer`` None: that nothing is known of it.
    """

    kind: str
    value: str
    answer: Decimal | None
    who: str | None = None


@dataclass(frozen=True)
class Given:
    """The roster of a case, or why there is none: faults in the input, or law that is not covered (D20)."""

    roster: Roster | None
    outside: Outside | None = None
    why: str = ""


@dataclass(frozen=True)
class Case:
    """``only``: nothing but what is expected may be a breach, need an agreement, or be missing."""

    id: str
    given: Given
    expected: tuple[Expected, ...] = ()
    outside: Outside | None = None
    only: bool = False
    ask: Ask | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A case that cannot be read."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether the case holds; else what was expected, and what came, in words of the format."""

    id: str
    holds: bool
    expected: str = ""
    got: str = ""

    def __str__(self) -> str:
        return f"ok {self.id}" if self.holds else f"not {self.id}: expected {self.expected}, got {self.got}"
