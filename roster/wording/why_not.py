"""Why an open shift is nobody's: what stands in the way of each assistant, said shortly."""

from collections.abc import Iterator, Mapping, Sequence

from roster.domain.assistant import Assistant
from roster.domain.frame import Frame
from roster.domain.kinds import Worth
from roster.domain.rhythm import skills_on
from roster.wording.findings import NAMES
from roster.wording.plan_words import listed, person


def why_not(frame: Frame, because: Mapping[str, Sequence[str]], proven: bool) -> Iterator[str]:
    """Why an open shift is nobody's: people with the same reasons are named together.

    ``proven``: there is no better roster; else the time was out, and more may be possible than is said here.
    """
    nothing = NOTHING_FITS if proven else NOT_TRIED_OUT
    alike: dict[str, list[str]] = {}
    for who, rules in because.items():
        telling = sorted(rules, key=lambda rule: _ORDER.get(rule, len(_ORDER)))[:MOST_REASONS]
        said = listed([_shortly(frame, who, rule) for rule in telling])
        alike.setdefault(said or nothing, []).append(who)
    for said, people in alike.items():
        yield f"{listed([person(frame.brief, who) for who in people])}: {said}."


def _shortly(frame: Frame, who: str, rule: str) -> str:
    """What stands in the way, with what can be seen of the assistant alone."""
    one = frame.brief.assistant(who)
    if rule == "skills" and one.alone_after and not frame.cyclic and not skills_lacked(frame, who):
        return UNTRAINED
    if rule == "krav" and not _has_krav(frame, one):
        return SPLIT_TOO_OFTEN
    return SHORTLY.get(rule, f"regelen «{NAMES.get(rule, rule)}»")


def _has_krav(frame: Frame, one: Assistant) -> bool:
    """Something but the split days of all is demanded of or by the assistant."""
    wishes = frame.brief.wishes
    demands = any(wish.worth is Worth.DEMAND and one.id in (wish.who, wish.other) for wish in wishes)
    return demands or bool(one.pins or one.most_nights or one.most_weekends or one.most_minutes)


def skills_lacked(frame: Frame, who: str) -> list[str]:
    """The skills that shifts ask of all on them, and the assistant does not hold on the day."""
    one = frame.brief.assistant(who)
    return sorted({skill for shift in frame.shifts for skill in shift.skills - skills_on(one, shift.start.date())})


NOTHING_FITS = "kunne hatt den, men da går ikke resten opp"
NOT_TRIED_OUT = "kan ha den etter reglene, men tiden var ute før vi fant en turnus der det går opp"
UNTRAINED = "har ikke hatt opplæringsvaktene først"
SPLIT_TOO_OFTEN = "ville fått delt dagsverk oftere enn grunnlaget åpner for"

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
    "breaks": "ville fått for lite pause",
    "young-breaks": "er under 18 år og ville fått for lite pause",
    "young-rest": "er under 18 år og ville fått for lite fri",
    "young-hours": "er under 18 år og ville fått for mange timer",
    "young-night": "er under 18 år og kan ikke arbeide så seint",
    "krav": "har et krav som hindrer det",
    "vedtak": "vedtaket har ikke flere timer",
}
"""Why somebody cannot have a shift, said of the person; the most telling first."""

MOST_REASONS = 2
"""Reasons said of one person; the others often follow from the same shift."""

_ORDER = {rule: number for number, rule in enumerate(SHORTLY)}
