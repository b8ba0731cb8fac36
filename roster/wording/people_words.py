"""What those who work here have a right to, and can be offered, in sentences."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from roster.domain.brief import Brief
from roster.domain.finding import Finding
from roster.domain.frame import Frame
from roster.wording.findings import text
from roster.wording.numbers import percent
from roster.wording.plan_words import person

BIGGER = "Større stilling (aml § 14-3)"
ACTUAL = "Stilling som svarer til faktisk arbeidstid (aml § 14-4 a)"
TEMPORARY = "Fast eller midlertidig (aml § 14-9)"
NOBODY_WANTS = "Ingen har skrevet at de ønsker mer enn stillingen sin («ønsker inntil»)."
NO_ROOM = "Vi fant ingen lovlig turnus der noen av dem som ønsker mer, får større stilling."
NOT_BEYOND = "Ingen har jevnlig arbeidet mer enn stillingen i ukene vi vet om."
ALL_PERMANENT = "Ingen er midlertidig ansatt uten at grunnen er oppgitt."
FROM_SHEETS = "Regnet av timelistene."
FROM_PLAN = "Regnet av turnusen, tidligere vakter og saldoer. Legg timelister i mappa «timer», så regner vi av dem."
MAKE_PERMANENT = "Gjør stillingen fast, eller skriv grunnen i «midlertidig fordi»."
WINDOW = (
    "Retten regnes av de siste 12 månedene fra den dagen kravet blir satt fram, og merarbeidet må være jevnlig. Den "
    "gjelder ikke hvis arbeidsgiveren kan dokumentere at behovet er borte. Blir dere enige, avtal stillingen "
    "skriftlig, og før den nye prosenten i grunnlaget."
)


def bigger_said(brief: Brief, bigger: Sequence[tuple[str, Decimal, Decimal]]) -> Iterator[str]:
    """What each who wants more can be offered."""
    for who, now, then in bigger:
        wants = brief.assistant(who).wants_up_to
        said = f", ønsker inntil {percent(wants)}" if wants is not None else ""
        yield f"{person(brief, who)}: fra {percent(now)} til {percent(then)}{said}. Det er prøvd i en lovlig turnus."


def found_said(frame: Frame, found: Sequence[Finding]) -> Iterator[str]:
    return (text(frame, one) for one in found)


def right_said(brief: Brief, one: Finding) -> str:
    """The position that the hours worked amount to."""
    size = Decimal(str(one.facts.get("percent", 0))) / 10
    return f"{person(brief, one.who or '')} kan ha krav på stilling på {percent(min(size, Decimal(100)))}."


def looking(spent: float) -> str:
    return f"{spent:.0f} s: prøver hvor store stillinger de som ønsker mer, kan få."
