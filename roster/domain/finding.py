"""What the checker says: a verdict with person, time, measured value, limit and source, as data (kontrollpunkt)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from roster.domain.spans import Span


class Verdict(StrEnum):
    """D1, worst first but for MISSING, which is not about law."""

    BREACH = "brudd"
    NEEDS_AGREEMENT = "krever_avtale"
    MISSING = "mangel"
    CONSIDER = "vurder"
    OK = "ok"

    @property
    def fails(self) -> bool:
        """Exit code 1 (D1)."""
        return self in (Verdict.BREACH, Verdict.NEEDS_AGREEMENT, Verdict.MISSING)


WORST_FIRST = tuple(Verdict)


class Unit(StrEnum):
    MINUTES = "min"
    MINUTES_A_WEEK = "min/week"
    COUNT = "count"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule stands: paragraph, address, and the day on which someone read it."""

    paragraph: str
    url: str
    read: date


@dataclass(frozen=True, slots=True)
class Owed:
    """A number in force for somebody: the amount, what it rests on, and who could give more.

    ``basis``: paragraphs and agreements. ``could``: ways to depart from it that are not on record.
    ``unsigned``: ids of agreements that are only intended (D5). ``assumes``: settings it rests on.
    """

    amount: int
    basis: tuple[str, ...]
    could: tuple[str, ...] = ()
    unsigned: tuple[str, ...] = ()
    assumes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """A verdict of one rule. ``span`` in elapsed minutes of the frame's clock; None: the plan as a whole.

    ``facts`` are what the sentence needs besides: shift ids, names of kinds, counts. ``before``: the cause
    lies before the plan (D22).
    """

    rule: str
    verdict: Verdict
    who: str | None
    span: Span | None
    measured: int | None
    limit: int | None
    unit: Unit
    source: Source
    basis: tuple[str, ...] = ()
    could: tuple[str, ...] = ()
    assumes: tuple[str, ...] = ()
    facts: Mapping[str, str | int] = field(default_factory=dict, hash=False)
    before: bool = False
