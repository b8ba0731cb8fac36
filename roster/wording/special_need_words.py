"""Words of a hjelpeturnus: the trip day by day, and hours that are paid though nobody is needed (D34)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from roster.domain.brief import Brief
from roster.domain.travel_plan import TravelDay
from roster.wording.numbers import hours_decimal as hours
from roster.wording.numbers import hours_said, listed, short_date, weekday

TRAVEL_SHEET = "Reiseplan"
TRAVEL_HEADINGS = ("Navn", "Dag", "Dato", "Aktiv tid", "Hvilende tid", "Fri tid")
ABOUT_TRAVEL = (
    "Hvilende tid er arbeidstid: assistenten må være til stede (aml § 10-1). Fri tid er bare fri når assistenten ikke "
    "kan bli tilkalt. Reiser med ansvar er arbeidstid, og hviletidene i § 10-8 gjelder.",
)


def fallen_said(brief: Brief, shares: Mapping[str, Fraction], charged: bool) -> Iterator[str]:
    """What nobody is needed for: paid, and drawn from the vedtak or not by the setting."""
    whole = sum(shares.values(), Fraction(0))
    if whole < 1:
        return
    parts = [f"{brief.assistant(who).alias} {hours(minutes)}" for who, minutes in shares.items() if minutes >= 1]
    drawn = "trekkes av vedtaket" if charged else "trekkes ikke av vedtaket"
    yield (
        f"Behovet er {hours_said(whole)} mindre enn ellers disse ukene. Timene er betalt, men ikke brukt, og {drawn} "
        f"(«avlyste vakter på vedtaket»). Delt etter stilling: {listed(parts)}."
    )


def travel_title(days: Sequence[TravelDay]) -> str:
    return f"Reiseplan {short_date(min(one.day for one in days))}–{short_date(max(one.day for one in days))}"


def travel_row(brief: Brief, one: TravelDay) -> tuple[str, ...]:
    alias = brief.assistant(one.who).alias
    amounts = (hours(one.active), hours(one.resting), hours(one.free))
    return (alias, weekday(one.day), short_date(one.day), *amounts)


def travel_sentence(brief: Brief, one: TravelDay) -> str:
    """«Bjørk, mandag 14.06.2027: 8 timer aktiv, 0 timer hvilende og 16 timer fri.»"""
    alias = brief.assistant(one.who).alias
    return (
        f"{alias}, {weekday(one.day)} {short_date(one.day)}: {hours_said(one.active)} aktiv, "
        f"{hours_said(one.resting)} hvilende og {hours_said(one.free)} fri."
    )
