"""What the check says besides kontrollpunkter: what is not covered, a line for each plan, options that do not fit."""

from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.wording.finding_words import VERDICTS
from roster.wording.findings import text
from roster.wording.numbers import counted

NOT_COVERED = "Ikke dekket"
UNREADABLE = "Kan ikke leses"
FINE = "I orden"

ONLY_LISTS_HAVE_COLUMNS = (
    "Valgene --person, --start, --end og --date gjelder bare vaktlister (.xlsx eller .csv).",
    "Ta dem bort.",
)
BRIEF_HAS_ITS_OWN = (
    "Dette er et grunnlag, og det sier selv hvem arbeidsgiveren er og hvilke avtaler som gjelder.",
    "Skriv det i grunnlaget. Skal du kontrollere en vaktliste, skriver du navnet på lista først.",
)
ROSTER_HAS_ITS_BRIEF = (
    "Denne turnusen har med seg sitt eget grunnlag.",
    "Ta bort --brief. Det er til vaktlister fra andre programmer.",
)
CYCLE_HAS_NO_HISTORY = (
    "Grunnturnusen har ikke datoer, så den har ingen tidligere vakter.",
    "Ta bort --history.",
)


def not_covered(why: str) -> str:
    return f"{NOT_COVERED}: {why}"


def presumed(what: str) -> str:
    """One thing that nobody has told us."""
    return f"Forutsetning: {what}."


def plan_line(name: str, verdict: Verdict, alike: int, frame: Frame | None, worst: Finding | None) -> str:
    """«Brudd (3): familien – Kari har 9:00 hvile …», or «I orden: familien»."""
    if worst is None or frame is None:
        return f"{FINE}: {name}"
    said = text(frame, worst).split(": ", 1)[1]
    return f"{VERDICTS[verdict]} ({alike}): {name} – {said}"


def unjudged_line(name: str, what: str, why: str) -> str:
    """A plan that there is no verdict of."""
    return f"{what}: {name} – {why}"


def differ_line(name: str) -> str:
    return f"Arkene sier ikke det samme: {name} – skriv «roster check {name}» for å se hvor."


def unread_said(number: int) -> str:
    return f"({counted(number, 'celle er ikke lest', 'celler er ikke lest')})"


def more_faults(number: int) -> str:
    return f"(og {counted(number, 'feil', 'feil')} til)"


def folder_sentence(plans: int, failing: int, unjudged: int) -> str:
    """How many there are, and how many somebody must look at."""
    said = [counted(plans, "turnus", "turnuser")]
    said.append(f"{failing} med brudd, noe som krever avtale eller mangler")
    if unjudged:
        said.append(f"{unjudged} uten dom")
    return f"{', '.join(said)}."
