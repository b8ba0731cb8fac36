"""What is said of a rule: its name, what it asks and why, examples, what else could make it lawful, and its numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.finding import Owed, Source, Unit
from roster.rules.numbers import AML_URL, READ, Number
from roster.rules.terms import Terms, terms


class Basis(StrEnum):
    """What a number rests on, in the words of the screen."""

    LAW = "lov"
    AGREEMENT = "avtale"
    SETTING = "innstilling"
    BRIEF = "grunnlaget"


@dataclass(frozen=True, slots=True)
class Assumed:
    """One of our decisions or settings that the rule rests on, by its number in decisions.md."""

    decision: str
    says: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A number that a rule measures against: ``form`` has «{}» where it stands, ``spec`` says how it is written.

    ``form`` may name other numbers of law. ``number`` is the law's; None: only a brief has it. ``owed`` is an
    assistant's in a brief; None: the law's. What ``owed`` answers with None is said as ``absent``. ``law_only``: with a
    brief, another number tells more.
    """

    form: str
    number: Number | None = None
    owed: Callable[[Brief, Assistant], Owed | None] | None = None
    basis: Basis = Basis.LAW
    spec: str = ""
    unit: Unit = Unit.MINUTES
    absent: str = ""
    law_only: bool = False


def amls(paragraphs: str) -> Source:
    """Several places in arbeidsmiljøloven."""
    return Source(f"aml §§ {paragraphs}", AML_URL, READ)


def of_terms(pick: Callable[[Terms], Owed | None]) -> Callable[[Brief, Assistant], Owed | None]:
    """An assistant's number as law and agreements give it."""
    return lambda brief, assistant: pick(terms(brief, assistant.id))


def in_brief(place: str, pick: Callable[[Brief, Assistant], int | None]) -> Callable[[Brief, Assistant], Owed | None]:
    """An amount that stands in the brief itself at that place; None where it has none."""

    def owed(brief: Brief, assistant: Assistant) -> Owed | None:
        amount = pick(brief, assistant)
        return None if amount is None else Owed(amount, (f"turnusgrunnlaget, {place}",))

    return owed


@dataclass(frozen=True, slots=True)
class RuleText:
    """Everything that is said of a rule. Numbers stand as ``{NAME}`` or ``{NAME:spec}`` (see ``filled``).

    ``measures`` goes on from «Måler:». ``way_out`` is what to do about a finding of the rule.
    """

    id: str
    title: str
    source: Source
    measures: str
    asks: str
    why: str
    lawful: str
    unlawful: str
    unless: tuple[str, ...]
    assumes: tuple[Assumed, ...] = ()
    numbers: tuple[Shown, ...] = ()
    way_out: str = ""

    @property
    def basis(self) -> Basis:
        """What the rule itself rests on, whatever its numbers do."""
        return Basis.LAW if self.source.url else Basis.BRIEF
