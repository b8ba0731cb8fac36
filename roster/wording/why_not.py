"""Why an open shift is nobody's: what stands in the way of each assistant, said shortly."""

from collections.abc import Iterator, Mapping, Sequence

from roster.domain.frame import Frame
from roster.wording.findings import NAMES
from roster.wording.plan_words import listed, person


def why_not(frame: Frame, because: Mapping[str, Sequence[str]], proven: bool) -> Iterator[str]:
    """Why an open shift is nobody's: people with the same reasons are named together.

    ``proven``: there is no better roster; else the time was out, and more may be possible than is said here.
    """
    nothing = NOTHING_FITS if proven else NOT_TRIED_OUT
    by_reason: dict[tuple[str, ...], list[str]] = {}
    for who, rules in because.items():
        by_reason.setdefault(tuple(rules), []).append(who)
    for rules, people in by_reason.items():
        names = listed([person(frame.brief, who) for who in people])
        telling = sorted(rules, key=lambda rule: _ORDER.get(rule, len(_ORDER)))[:MOST_REASONS]
        said = listed([SHORTLY.get(rule, f"regelen «{NAMES.get(rule, rule)}»") for rule in telling])
        yield f"{names}: {said or nothing}."


NOTHING_FITS = "kunne hatt den, men da går ikke resten opp"
NOT_TRIED_OUT = "kan ha den etter reglene, men tiden var ute før vi fant en turnus der det går opp"

SHORTLY: Mapping[str, str] = {
    "already-there": "er alt på vakta",
    "vacation": "har ferie",
    "employment": "er ikke ansatt eller kan ikke gå vakt da",
    "availability": "kan ikke da",
    "skills": "mangler kompetansen",
    "event": "skal være på noe annet",
    "two-places": "er på en annen vakt",
    "daily-rest": "ville fått for kort hvile mellom vaktene",
    "agreed-hours": "ville fått mer enn avtalt tid",
    "contract-hours": "ville fått mer enn avtalt tid",
    "sundays": "skal ha søndagsfri",
    "weekly-rest": "ville fått for kort ukefri",
    "hours-day": "ville fått for mange timer i døgnet",
    "hours-week": "ville fått for mange timer i uka",
    "single-week": "ville fått for mange timer i en enkelt uke",
    "hours-average": "ville fått for mange timer i snitt",
    "average-8-weeks": "ville fått over grensen for åtte uker",
    "night-average": "ville fått for mange timer som nattarbeider",
    "night-strain": "kan ikke ha så lang nattevakt",
    "compensating-rest": "skal ha kompenserende hvile",
    "total-hours": "ville fått for mange timer i alt",
    "krav": "har et krav som hindrer det",
    "vedtak": "vedtaket har ikke flere timer",
}
"""Why somebody cannot have a shift, said of the person; the most telling first."""

MOST_REASONS = 2
"""Reasons said of one person; the others often follow from the same shift."""

_ORDER = {rule: number for number, rule in enumerate(SHORTLY)}
