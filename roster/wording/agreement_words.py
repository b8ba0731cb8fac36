"""The register of agreements in words: with whom, for whom, how long, what rests on each, and what falls with it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from roster.domain.brief import Agreement, Brief
from roster.rules.agreements import Flaw
from roster.wording.brief_choices import PARTIES
from roster.wording.facts import gives, word
from roster.wording.finding_words import FLAWS, NAMES
from roster.wording.numbers import clock_said, counted, inside, listed, long_date, short_date

WARN_DAYS = 60
"""An agreement that lapses within so many days is warned of: time to talk, and two weeks before a new plan (§ 10-3)."""
NO_AGREEMENTS = "Versjonen bygger ikke på noen avtaler."
ALL_RUN_ON = "Ingen avtaler går ut i planen eller de nærmeste to månedene."


class Resting(Protocol):
    @property
    def rule(self) -> str: ...
    @property
    def who(self) -> str | None: ...
    @property
    def number(self) -> int: ...


class Registered(Protocol):
    """An agreement on record, as the register has it."""

    @property
    def agreement(self) -> Agreement: ...
    @property
    def signed(self) -> date | None: ...
    @property
    def papers(self) -> tuple[str, ...]: ...
    @property
    def covered(self) -> tuple[str, ...]: ...
    @property
    def rests(self) -> Sequence[Resting]: ...
    @property
    def flaws(self) -> tuple[Flaw, ...]: ...
    @property
    def lapses_in(self) -> int | None: ...
    @property
    def within_plan(self) -> bool: ...


class Consent(Protocol):
    @property
    def who(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def shifts(self) -> int: ...
    @property
    def longest(self) -> int: ...
    @property
    def since(self) -> date | None: ...


def flaw_line(agreement: Agreement, flaw: Flaw) -> str:
    """Why the agreement does not do what it says."""
    return f"Avtalen «{agreement.id}» (aml § {agreement.paragraph}) gir ikke det den sier: {FLAWS[flaw]}."


def register_lines(brief: Brief, rows: Iterable[Registered], today: date) -> Iterator[str]:
    """Each agreement: what it is, for whom, signed or intended, and what rests on it."""
    for one in rows:
        yield ""
        yield from _registered(brief, one)
        if one.signed is not None and one.signed > today:
            yield "- Dagen den skal være signert, er ikke kommet. Rett datoen i grunnlaget når den er signert."


def _registered(brief: Brief, one: Registered) -> Iterator[str]:
    agreement = one.agreement
    signed = "påtenkt, ikke signert" if one.signed is None else f"signert {short_date(one.signed)}"
    yield f"Avtalen «{agreement.id}», aml § {agreement.paragraph}, med {word(PARTIES, agreement.party)}: {signed}."
    said = list(gives(agreement))
    if said:
        yield f"- Gir: {'; '.join(said)}."
    people = listed([_alias(brief, who) for who in one.covered])
    yield f"- Gjelder for: {'alle' if agreement.covers is None else people}."
    yield f"- Varer: {lasts(agreement)}."
    if one.papers:
        yield f"- Signert avtale: {listed(one.papers)}."
    yield f"- Planen bygger på den: {resting_words(brief, one.rests)}."
    for flaw in one.flaws:
        yield f"- {flaw_line(agreement, flaw)}"


def lasts(agreement: Agreement) -> str:
    """From when to when, and how it is ended."""
    first, last = agreement.valid_from or agreement.signed, agreement.valid_to
    said = "fra den er signert" if first is None else f"fra {short_date(first)}"
    said += " til den sies opp" if last is None else f" til {short_date(last)}"
    return f"{said}, oppsigelse {agreement.notice}" if agreement.notice else said


def resting_words(brief: Brief, rests: Sequence[Resting]) -> str:
    """«vanlig arbeidstid per dag for Kari (5) og Ola (5)», or that nothing does."""
    if not rests:
        return "nei, ingenting i planen trenger den"
    by_rule: dict[str, list[str]] = {}
    for one in rests:
        who = "planen" if one.who is None else _alias(brief, one.who)
        by_rule.setdefault(one.rule, []).append(f"{who} ({one.number})")
    return "; ".join(f"{inside(NAMES[rule])} for {listed(people)}" for rule, people in by_rule.items())


def _alias(brief: Brief, who: str) -> str:
    return brief.assistant(who).alias


def consent_lines(brief: Brief, consents: Iterable[Consent]) -> Iterator[str]:
    """Who consents to shifts over 10 hours (D6)."""
    for one in consents:
        shifts = counted(one.shifts, "vakt", "vakter")
        said = f"{_alias(brief, one.who)} har {shifts} over 10 timer, den lengste {clock_said(one.longest)}"
        if one.since is None:
            yield f"{said}. Samtykke er ikke ført. Skriv «roster sign MAPPE {one.id}» når det er gitt."
        else:
            yield f"{said}, og samtykker fra {short_date(one.since)}."


def warnings(brief: Brief, rows: Iterable[Registered]) -> Iterator[str]:
    """Each agreement that has lapsed, lapses soon or lapses inside the plan, with what then falls."""
    for one in rows:
        last, left = one.agreement.valid_to, one.lapses_in
        if last is None or left is None or not (one.within_plan or left < WARN_DAYS):
            continue
        if left < 0:
            when = f"gikk ut {long_date(last)}"
        else:
            when = f"går ut {long_date(last)}, om {counted(left, 'dag', 'dager')}"
        inside_plan = ", før planen er slutt" if one.within_plan else ""
        falls = "Ingenting i planen faller da."
        if one.rests:
            falls = (
                f"Da faller: {resting_words(brief, one.rests)}. Lag en ny avtale i tide, eller en ny turnus uten den."
            )
        yield f"Avtalen «{one.agreement.id}» {when}{inside_plan}. {falls}"


def counted_from(day: date) -> str:
    return f"Regnet fra {long_date(day)}."
