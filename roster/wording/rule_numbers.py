"""The numbers that a rule measures against, on a day or in a brief: said once where all have the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from roster.domain.brief import Brief
from roster.domain.finding import Owed, Unit
from roster.wording.rule_texts.filled import filled, in_words
from roster.wording.rule_texts.text import Basis, RuleText, Shown

_AGREEMENT = "avtale "


@dataclass(frozen=True, slots=True)
class InForce:
    """A number in force: in words, with its amount and what it rests on.

    ``who`` None: for all. ``amount`` None: the rule asks nothing of them. ``unsigned``: agreements it still waits for.
    """

    words: str
    who: tuple[str, ...] | None
    amount: int | None
    unit: Unit
    basis: Basis
    rests_on: tuple[str, ...]
    unsigned: tuple[str, ...] = ()
    assumes: tuple[str, ...] = ()


def on_day(text: RuleText, day: date) -> tuple[InForce, ...]:
    """What the law has on the day, for whom no agreement is known."""
    return tuple(_of_law(shown, day) for shown in text.numbers if shown.number is not None)


def in_brief(text: RuleText, brief: Brief) -> tuple[InForce, ...]:
    """What holds for the assistants of the brief, on its first day."""
    return tuple(_of_all(text, brief))


def _of_all(text: RuleText, brief: Brief) -> Iterator[InForce]:
    for shown in text.numbers:
        if shown.owed is not None:
            yield from _of_each(shown, brief)
        elif not shown.law_only:
            yield _of_law(shown, brief.period.start)


def _of_law(shown: Shown, day: date) -> InForce:
    number = shown.number
    if number is None:
        raise ValueError(f"«{shown.form}» has no number of law")
    amount = number.on(day)
    words = _said(shown, in_words(amount, number.unit, shown.spec), day)
    return InForce(words, None, amount, number.unit, shown.basis, (number.source(day).paragraph,))


def _of_each(shown: Shown, brief: Brief) -> Iterator[InForce]:
    """The number of each, those with the same together."""
    if shown.owed is None:
        return
    alike: dict[tuple[object, ...], tuple[Owed | None, list[str]]] = {}
    for assistant in brief.assistants:
        owed = shown.owed(brief, assistant)
        same = () if owed is None else (owed.amount, owed.basis, owed.unsigned, owed.assumes)
        alike.setdefault(same, (owed, []))[1].append(assistant.id)
    for owed, people in alike.values():
        who = None if len(alike) == 1 else tuple(people)
        if owed is not None:
            yield _of_owed(shown, owed, who, brief.period.start)
        elif shown.absent:
            yield InForce(shown.absent, who, None, _unit(shown), shown.basis, ())


def _said(shown: Shown, amount: str, day: date) -> str:
    return filled(shown.form.replace("{}", amount), day)


def _of_owed(shown: Shown, owed: Owed, who: tuple[str, ...] | None, day: date) -> InForce:
    words = _said(shown, in_words(owed.amount, _unit(shown), shown.spec), day)
    by_agreement = any(one.startswith(_AGREEMENT) for one in owed.basis)
    basis = Basis.AGREEMENT if by_agreement else shown.basis
    return InForce(words, who, owed.amount, _unit(shown), basis, owed.basis, owed.unsigned, owed.assumes)


def _unit(shown: Shown) -> Unit:
    return shown.unit if shown.number is None else shown.number.unit


def assumed(every: Mapping[str, Iterable[InForce]]) -> tuple[str, ...]:
    """Keys of what the numbers rest on that nobody has told us, each once."""
    return tuple(dict.fromkeys(key for numbers in every.values() for one in numbers for key in one.assumes))
