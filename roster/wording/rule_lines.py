"""The list of rules and the explanation of one, as lines and as rows of a table."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from roster.domain.brief import Brief
from roster.wording.findings import assumption
from roster.wording.numbers import counted, listed, short_date
from roster.wording.plan_words import person
from roster.wording.rule_numbers import InForce, assumed
from roster.wording.rule_texts import TEXTS
from roster.wording.rule_texts.filled import filled
from roster.wording.rule_texts.text import Basis, RuleText

HEADINGS = ("Regel", "Paragraf", "Måler", "Tall", "Bygger på")
NOT_CHECKED = "Programmet kontrollerer ikke denne regelen ennå."
NO_NUMBER = "Regelen har ikke noe tall."
IN_THE_BRIEF = "Tallet står i grunnlaget."
ONE_OR_OTHER = "Et grunnlag har sin egen dato: Tallene gjelder fra planens første dag."
LEAVE_ONE = "Ta bort --date eller grunnlaget."
LINKS = "Les mer:"
MORE = "Skriv «roster rules» og id-en til en regel for å få den forklart, for eksempel «roster rules daily-rest»."


def intro(day: date, brief: Brief | None) -> str:
    """What the list is of, and from when the numbers are."""
    rules = counted(len(TEXTS), "regel", "regler")
    if brief is None:
        return f"{rules}, med tallene i loven {short_date(day)}. Avtaler kan gi andre tall."
    return f"{rules}, med tallene for {brief.arrangement.alias} fra {short_date(day)}, etter avtalene i grunnlaget."


# -- all of them ------------------------------------------------------------------------------------


def rule_lines(
    numbers: Mapping[str, Sequence[InForce]], checked: Collection[str], day: date, brief: Brief | None
) -> Iterator[str]:
    """A few lines for each rule, to be read aloud."""
    for text in TEXTS.values():
        yield ""
        yield f"{text.title} ({text.id}), {text.source.paragraph}"
        yield f"  Måler: {filled(text.measures, day)}"
        yield from (f"  {line}" for line in number_lines(text, numbers[text.id], brief))
        if text.id not in checked:
            yield f"  {NOT_CHECKED}"
        if text.source.url:
            yield f"  Les mer: {text.source.url}"


def rule_rows(
    numbers: Mapping[str, Sequence[InForce]], day: date, brief: Brief | None
) -> Iterator[tuple[str, str, str, str, str]]:
    """The cells of ``HEADINGS``."""
    for text in TEXTS.values():
        mine = numbers[text.id]
        yield (
            text.id,
            text.source.paragraph,
            filled(text.measures, day).removesuffix("."),
            "\n".join(_for_whom(one, brief) for one in mine) or _no_number(text),
            "\n".join(dict.fromkeys(_rests_on(one) for one in mine if one.rests_on)) or _stands(text),
        )


def links() -> Iterator[str]:
    """Where each source is read, once each, with the rules that stand there."""
    by_url: dict[str, list[str]] = {}
    for text in TEXTS.values():
        if text.source.url:
            by_url.setdefault(text.source.url, []).append(text.source.paragraph.split(" §")[0])
    for url, names in by_url.items():
        yield f"{listed(list(dict.fromkeys(names)))}: {url}"


def not_checked(checked: Collection[str]) -> Iterator[str]:
    """The rules that are told of but not yet in the checker, in a sentence."""
    missing = [one for one in TEXTS if one not in checked]
    if missing:
        yield f"Programmet kontrollerer ikke disse reglene ennå: {listed(missing)}."


def assumption_lines(numbers: Mapping[str, Sequence[InForce]]) -> Iterator[str]:
    for key in assumed(numbers):
        yield f"Forutsetning: {assumption(key)}."


def number_lines(text: RuleText, numbers: Sequence[InForce], brief: Brief | None) -> Iterator[str]:
    """A line for each number, with whom it is for and what it rests on; else what the rule itself rests on."""
    for one in numbers:
        rests = f" Bygger på {_rests_on(one)}." if one.rests_on else ""
        yield f"Tall: {_for_whom(one, brief)}.{rests}"
    if not numbers:
        yield f"{_no_number(text)} Bygger på {_stands(text)}."


def _no_number(text: RuleText) -> str:
    return IN_THE_BRIEF if text.numbers else NO_NUMBER


def _stands(text: RuleText) -> str:
    return _named(text.basis, (text.source.paragraph,))


def _for_whom(one: InForce, brief: Brief | None) -> str:
    if one.who is None or brief is None:
        return one.words
    return f"{one.words} for {listed([person(brief, who) for who in one.who])}"


def _rests_on(one: InForce) -> str:
    waits = f", som må bli signert: {listed(one.unsigned)}" if one.unsigned else ""
    return f"{_named(one.basis, one.rests_on)}{waits}"


def _named(basis: Basis, rests_on: Sequence[str]) -> str:
    """The basis in a word, then where it stands; an agreement and a place in the brief say themselves what they are."""
    match basis:
        case Basis.SETTING:
            return "innstilling i grunnlaget"
        case Basis.BRIEF:
            return listed(rests_on)
        case Basis.AGREEMENT if any(one.startswith("avtale ") for one in rests_on):
            return listed(rests_on)
        case _:
            return f"{basis}, {listed(rests_on)}"


# -- one of them --------------------------------------------------------------------------------------


def explained(text: RuleText, numbers: Sequence[InForce], checked: bool, day: date) -> Iterator[str]:
    """The rule in klarspråk: what it asks, why, examples, what else is lawful, what we presume, and where it stands."""
    law = bool(text.source.url)
    fine = "lovlig" if law else "i orden"
    yield f"{text.title} ({text.id})"
    yield ""
    yield filled(text.asks, day)
    yield f"Hvorfor: {filled(text.why, day)}"
    yield from number_lines(text, numbers, None)
    yield ""
    yield f"Dette er {fine}: {filled(text.lawful, day)}"
    yield f"Dette er ikke {fine}: {filled(text.unlawful, day)}"
    yield ""
    yield "Hva som kan gjøre det lovlig:" if law else "Hva du kan gjøre:"
    yield from (f"- {filled(one, day)}" for one in text.unless)
    yield ""
    yield from (f"Forutsetning: {filled(one.says, day)}" for one in text.assumes)
    if not checked:
        yield NOT_CHECKED
    yield ""
    yield f"Hjemmel: {text.source.paragraph}." if law else f"Sted: {text.source.paragraph}."
    if law:
        yield f"Les mer: {text.source.url}"
