"""What a rep reads first of a package: five questions, each answered in a sentence or two."""

from collections.abc import Iterable, Sequence
from datetime import date

from roster.domain.finding import WORST_FIRST, Finding, Verdict
from roster.wording.legend import of_all, one_in
from roster.wording.numbers import counted, listed, short_date
from roster.wording.package_words import CHANGED, DEVIATIONS, INTENDED


def lawful(findings: Iterable[Finding]) -> str:
    """Whether the plan is lawful, in a sentence or two."""
    every = tuple(findings)
    number = {verdict: sum(one.verdict is verdict for one in every) for verdict in WORST_FIRST}
    if number[Verdict.BREACH]:
        said = f"Nei. {counted(number[Verdict.BREACH], 'brudd', 'brudd')} på lov eller avtale."
    elif number[Verdict.NEEDS_AGREEMENT]:
        said = "Ikke ennå. Ingen brudd, men"
    else:
        said = "Ja, etter reglene programmet kontrollerer. Ingen brudd."
    if number[Verdict.NEEDS_AGREEMENT]:
        said += (
            f" {counted(number[Verdict.NEEDS_AGREEMENT], 'punkt', 'punkter')} krever en avtale som ikke er på plass."
        )
    if number[Verdict.MISSING]:
        said += f" {counted(number[Verdict.MISSING], 'krav', 'krav')} i grunnlaget er ikke oppfylt."
    if number[Verdict.CONSIDER]:
        said += f" {counted(number[Verdict.CONSIDER], 'punkt', 'punkter')} bør vurderes."
    return f"Er planen lovlig? {said} Se «{DEVIATIONS}»."


def resting_on(named: Sequence[tuple[str, str, str]]) -> str:
    """Which agreements the plan rests on: id, paragraph, and how it is signed."""
    if not named:
        return "Hvilke avtaler bygger den på? Ingen: planen holder seg innenfor loven uten avtale."
    said = [f"«{one}» (aml § {paragraph}, {signed})" for one, paragraph, signed in named]
    return f"Hvilke avtaler bygger den på? {listed(said)}."


def signed_words(signed: date | None, day: date) -> str:
    """«signert», or that it is not, or not yet on ``day``."""
    if signed is None:
        return "ikke signert"
    return "signert" if signed <= day else f"skal signeres {short_date(signed)}"


def signed_on(signed: date | None, day: date) -> str:
    """The day in a table, or that it is only intended, or to come."""
    if signed is None:
        return INTENDED
    return short_date(signed) if signed <= day else signed_words(signed, day)


def not_yet_signed(agreement: str, signed: date) -> str:
    return (
        f"Avtalen «{agreement}» er ført som signert {short_date(signed)}, men den dagen er ikke kommet. Rett datoen i "
        "grunnlaget når den er signert."
    )


def most_weekends(people: Sequence[tuple[str, int]], every: int) -> str:
    """Who works most weekends, by alias."""
    most = max((number for _, number in people), default=0)
    if not most:
        return "Hvem jobber flest helger? Ingen jobber helg."
    who = listed([alias for alias, number in people if number == most])
    share = one_in(most, every)
    rhythm = f" ({share})" if share.startswith("1/") else ""
    return f"Hvem jobber flest helger? {who}: {of_all(most, every)}{rhythm}."


def changed(said: str, compared: bool) -> str:
    see = f" Se «{CHANGED}»." if compared else ""
    return f"Hva er endret siden sist? {said}{see}"


NOTHING_RUNS = "Ingen versjon er i bruk, så alt er nytt."
THIS_RUNS = "Denne versjonen er i bruk."
NOT_COMPARED = "Versjonen som er i bruk, har ingen felles dager med denne."


def to_sign(unsigned: Sequence[str], later: Sequence[str], unwritten: int, reps: bool) -> str:
    """What the reader puts a name to.

    ``later``: agreements with a day of signing that has not come. ``unwritten``: so many points ask for an agreement
    that there is none of.
    """
    whom = "de tillitsvalgte" if reps else "assistentene, for ingen tillitsvalgte er valgt"
    said = f"Hva skal du signere? At planen er drøftet med {whom}, og om dere er enige eller uenige."
    if unsigned:
        names = listed([f"«{one}»" for one in unsigned])
        said += f" Avtalene signeres for seg, og disse mangler: {names}. Planen kan ikke tas i bruk før det."
    if later:
        names = listed([f"«{one}»" for one in later])
        said += f" Avtaler som skal signeres senere: {names}."
    if unwritten:
        points = counted(unwritten, "punkt", "punkter")
        said += f" {points} krever en avtale som ikke er skrevet: se «{DEVIATIONS}»."
    return said if unsigned or later or unwritten else f"{said} Ingen avtaler mangler signatur."
