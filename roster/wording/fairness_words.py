"""Shares over the year in words: a row, a sentence and a reason for each."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from roster.domain.brief import Balances, Brief
from roster.domain.fairness import Because, Fairness, Measure, Share
from roster.wording.numbers import counted, from_to, listed, percent

TABLE_HEADINGS = ("Navn", "Stilling", *(one.value.capitalize() for one in Measure))
SHEET = "Fordeling"
SHEET_HEADINGS = ("Navn", "Stilling", "Hva", "Hatt", "Del etter stilling", "Forskjell", "Hvorfor")
HAD, FAIR = "hatt", "del etter stilling"
BROUGHT = "Noe av dette er fra før den første turnusen, slik saldoene i grunnlaget sier."
NOT_IN_USE = "Ingen versjon er tatt i bruk, så dette er regnet av den nyeste."
HOW = (
    "Delen er av det alle har hatt til sammen, etter stillingsprosent og dager ansatt. En helg er arbeid lørdag, "
    "søndag eller sent fredag, og ingens del av dem er større enn annenhver, for loven tillater ikke flere søndager. "
    "Røde dager er her helligdager og 1. og 17. mai, og en vakt teller på den dagen det meste av den røde tida "
    "ligger på. Kort varsel er under 14 dager. Et ønske telles for hver uke det gjelder."
)
_BECAUSE = {
    Because.AGREED_LIMIT: "avtalt grense i grunnlaget",
    Because.CANNOT: "kan ikke arbeide til alle tider",
    Because.SKILL: "mangler kompetanse til vaktene",
    Because.WANTS_MORE: "ønsker mer arbeid",
    Because.NO_POSITION: "har ingen fast stilling",
}
EVENED = "ingen grunn er ført: neste plan jevner ut"
REST_EVENED = "resten har ingen grunn: neste plan jevner ut"
"""The same where something may explain it in part."""
_ONE = {
    Measure.NIGHTS: ("natt", "netter"),
    Measure.EVENINGS: ("kveld", "kvelder"),
    Measure.WEEKENDS: ("helg", "helger"),
    Measure.RED_DAYS: ("rød dag", "røde dager"),
    Measure.SHORT_NOTICE: ("kort varsel", "korte varsler"),
    Measure.WISHES: ("oppfylt ønske", "oppfylte ønsker"),
}


def title(brief: Brief, found: Fairness) -> str:
    """«Fordeling over året for Fjellrev, 05.07.2026–04.07.2027»."""
    return f"Fordeling over året for {brief.arrangement.alias}, {from_to(found.first, found.last)}"


def about(found: Fairness, in_use: bool) -> Iterator[str]:
    if found.known.first > found.first or found.known.last < found.last:
        known = from_to(found.known.first, found.known.last)
        yield f"Vi har turnus for {known}, og regner med det."
    if not in_use:
        yield NOT_IN_USE
    if found.brought:
        yield BROUGHT
    yield HOW


def number(value: Fraction | int) -> str:
    """With one decimal where it is no whole number: «3,5»."""
    exact = Fraction(value)
    rounded = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    text = f"{rounded:f}".removesuffix(".0")
    return "0" if text == "-0" else text.replace(".", ",").replace("-", "−")


def signed(value: Fraction) -> str:
    said = number(value)
    return said if said.startswith("−") or said == "0" else f"+{said}"


def cell(one: Share) -> str:
    """«12 (10,5)», and of wishes «3 av 4 (2,6)»."""
    of = f" av {one.of}" if one.measure is Measure.WISHES else ""
    return f"{one.had}{of} ({number(one.fair)})"


def table_rows(brief: Brief, found: Fairness) -> Iterator[tuple[str, ...]]:
    for who, alias in found.people:
        yield (alias, _percent(brief, who), *(cell(one) for one in found.of(who)))


def sheet_rows(brief: Brief, found: Fairness) -> Iterator[tuple[str, str, Share]]:
    for who, alias in found.people:
        for one in found.of(who):
            yield alias, _percent(brief, who), one


def _percent(brief: Brief, who: str) -> str:
    person = next((one for one in brief.assistants if one.id == who), None)
    return "" if person is None else percent(person.percent)


def because(one: Share) -> str:
    """Why the share is another than the position gives; empty where it is not."""
    if not one.differs:
        return ""
    said = [_reason(why, what) for why, what in one.reasons]
    why = listed(said)
    if one.to_even_out and one.measure not in (Measure.SHORT_NOTICE, Measure.WISHES):
        return f"{why}; {REST_EVENED}" if why else EVENED
    return why


def _reason(why: Because, what: str) -> str:
    if why is Because.WISH:
        return f"avtalt ønske ({what})"
    if why is Because.NOT_MET:
        return f"ikke oppfylt: {what}"
    if why is Because.VACATION:
        return f"ferie da {counted(int(what), 'slik dag', 'slike dager')} falt"
    return _BECAUSE[why]


def sentences(brief: Brief, found: Fairness) -> Iterator[str]:
    """Each person in a sentence, with what differs by one or more and why."""
    for who, alias in found.people:
        shares = found.of(who)
        had = listed([f"{_counted(one)} ({number(one.fair)})" for one in shares])
        yield f"{alias}, {_percent(brief, who)}: {had}."
        for one in shares:
            why = because(one)
            if why:
                yield f"  {about_one(one, why)}"


def about_one(one: Share, why: str) -> str:
    """«Netter: +3 mot delen, ønsker mer arbeid.»"""
    return f"{one.measure.value.capitalize()}: {signed(one.difference)} mot delen, {why}."


def difference(alias: str, one: Share, why: str) -> str:
    """The same with the name first."""
    return f"{alias}. {about_one(one, why)}"


def _counted(one: Share) -> str:
    if one.measure is Measure.WISHES:
        return f"{one.had} av {one.of} ønsker oppfylt"
    return counted(one.had, *_ONE[one.measure])


def picture_text(brief: Brief, found: Fairness) -> str:
    """What the picture shows, for those who do not see it."""
    said = [one.strip() for one in sentences(brief, found)]
    how = "Søyler for hver assistent: det hver har hatt, med en strek ved delen etter stilling, som står i parentes."
    return " ".join((how, *said))


def balance_rows(balances: tuple[Balances, ...]) -> str:
    """The rows for «saldoer» in the next brief, as YAML."""
    rows = (
        f"  - {{hvem: {one.who}, netter: {one.nights}, kvelder: {one.evenings}, helger: {one.weekends}, "
        f"røde dager: {one.red_days}}}\n"
        for one in balances
    )
    return (
        "# Lim radene inn under «saldoer» i det neste grunnlaget, så jevner neste plan ut.\n"
        "# Det som en avtale eller et ønske forklarer, er regnet som en jevn del, og jevnes ikke ut.\n"
        f"saldoer:\n{''.join(rows)}"
    )
