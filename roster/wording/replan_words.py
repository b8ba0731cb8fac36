"""What has happened and the ways to go on, in words: what is changed for whom, how few it could be, what is next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from roster.domain.answer import Aim, Answer
from roster.domain.days import DateSpan
from roster.domain.difference import Difference
from roster.domain.events import Events
from roster.domain.frame import Frame
from roster.domain.help_needed import NeedChange
from roster.domain.kinds import Cause
from roster.domain.leave import WHOLE
from roster.domain.shift import Shift, paid
from roster.wording.difference_words import people_lines
from roster.wording.numbers import counted, hours_said, listed, long_date, percent
from roster.wording.plan_words import person, shift_name, when_words

NO_DATES = (
    "Grunnturnusen er ikke rullet ut til datoer, så ingenting kan endres fra en dag.",
    "Lag den med datoer med «roster plan», og velg den versjonen.",
)
NO_FOLDER = (
    "Dette er en fil, ikke en mappe, og endringen blir en ny versjon.",
    "Velg mappa som har «versjoner» i seg.",
)
NOTHING_SAID = (
    "Det står ikke hva som er endret.",
    "Skriv for eksempel --sick A3 2027-01-11–2027-01-31 eller --away 2027-02-01. Se også «roster change --help».",
)
UNLAWFUL = "Det går ikke etter reglene, så ingenting er lagret. Da blir dette galt:"
MESSAGES = "Meldingene ligger i mappa «meldinger» i versjonen, en fil for hver. Vi sender ingenting."
WHO_NEXT = "For de åpne vaktene: se hvem som kan, med «roster who», og skriv hva de svarer med «roster ask»."
STOPPED = "Du stoppet før vi var ferdige. Det beste så langt er tatt vare på."
TOO_SHORT = "Vi rakk ikke å lete ferdig, og det kan finnes en bedre måte. Gi det lengre tid, for eksempel --seconds 60."
SPENT = "Vi leter etter færrest endringer, {} sekunder så langt."


# -- what was typed wrong -------------------------------------------------------------------------------


def not_a_work(text: str) -> tuple[str, str]:
    return f"«{text}» sier ikke hvem og hvilken vakt.", "Skriv for eksempel «A1:2027-01-11 D»."


def not_theirs(frame: Frame, who: str, shift: str) -> tuple[str, str]:
    return (
        f"{person(frame.brief, who)} har ikke vakta {shift_name(frame, frame.shift[shift])}.",
        "Et bytte er av vakter som de to har nå.",
    )


def outside(frame: Frame, first: date, last: date) -> tuple[str, str]:
    plan = f"Turnusen går fra {long_date(frame.dates[0])} til {long_date(frame.dates[-1])}."
    return f"{_span(DateSpan(first, last)).capitalize()} er ikke i turnusen.", plan


def not_a_part(text: str) -> tuple[str, str]:
    return f"«{text}» har en sykmelding som ikke kan stemme.", "Skriv mer enn 0 og høyst 100 prosent."


def not_sick(frame: Frame, who: str, day: date) -> tuple[str, str]:
    return (
        f"{person(frame.brief, who)} er ikke meldt syk {long_date(day)}.",
        "Skriv en dag i sykefraværet, den første som assistenten kan arbeide igjen. Fravær som står i grunnlaget,"
        " endres der.",
    )


def is_sick_already(frame: Frame, who: str, dates: DateSpan, part: Decimal) -> tuple[str, str]:
    how = "syk" if part == WHOLE else f"{percent(part)} syk"
    return (
        f"{person(frame.brief, who)} er alt meldt {how} {_span(dates)}.",
        "Skriv bare dager som er nye. Er noe blitt annerledes, skriv først med --well fra hvilken dag det er det.",
    )


def sick_and_well(frame: Frame, who: str) -> tuple[str, str]:
    return (
        f"{person(frame.brief, who)} er både syk og frisk igjen i det du skrev.",
        "Skriv --well i en kommando og --sick i den neste.",
    )


def well_before_today(frame: Frame, who: str, day: date) -> tuple[str, str]:
    return (
        f"{long_date(day).capitalize()} er forbi, så vaktene til {person(frame.brief, who)} kan ikke gå tilbake.",
        "Skriv --well fra i dag eller senere. Hva som ble arbeidet før det, skrives med «roster worked».",
    )


def not_a_need(text: str, kinds: Sequence[str]) -> tuple[str, str]:
    return (
        f"«{text}» sier ikke dager, vaktkode og hvor mange.",
        f"Skriv for eksempel «2027-02-01–2027-02-14 {kinds[0]} 2», eller +1 for én mer. Kodene er {', '.join(kinds)}.",
    )


def not_an_assistant(text: str, positions: Sequence[str]) -> tuple[str, str]:
    return (
        f"«{text}» sier ikke id, stilling og prosent.",
        f"Skriv for eksempel «A9 vikar 40 fra 2027-02-01 til 2027-03-01». Stillingen er {listed(positions, 'eller')}.",
    )


def taken_id(who: str) -> tuple[str, str]:
    return f"Det er alt en assistent som heter «{who}».", "Velg en annen id."


# -- what cannot be together ----------------------------------------------------------------------------


def has_begun(frame: Frame, shift: str) -> tuple[str, str]:
    return (
        f"Vakta {shift_name(frame, frame.shift[shift])} har alt begynt.",
        "Skriv hva som ble arbeidet, med «roster worked».",
    )


def told_twice(frame: Frame, shift: str) -> tuple[str, str]:
    return (
        f"Vakta {shift_name(frame, frame.shift[shift])} er nevnt to ganger.",
        "Den kan byttes eller gis bort én gang om gangen.",
    )


def has_it(frame: Frame, who: str, shift: str) -> tuple[str, str]:
    return (
        f"{person(frame.brief, who)} har alt vakta {shift_name(frame, frame.shift[shift])}.",
        "Velg en annen vakt eller assistent.",
    )


def is_away(frame: Frame, who: str, shift: str) -> tuple[str, str]:
    return (
        f"{person(frame.brief, who)} er borte den dagen, og kan ikke få vakta {shift_name(frame, frame.shift[shift])}.",
        "Velg en annen assistent, eller rett dagene.",
    )


def is_called_off(frame: Frame, shift: str) -> tuple[str, str]:
    return (
        f"Ingen trengs på vakta {shift_name(frame, frame.shift[shift])} etter det du skrev.",
        "Rett vakta eller dagene.",
    )


# -- what has happened ----------------------------------------------------------------------------------


def happened_lines(
    frame: Frame,
    events: Events,
    lost: frozenset[tuple[str, str]],
    called_off: frozenset[tuple[str, str]],
    back: frozenset[tuple[str, str]] = frozenset(),
    kept_by_others: frozenset[tuple[str, str]] = frozenset(),
    still: frozenset[tuple[str, str]] = frozenset(),
    to_others: bool = False,
    since: int = 0,
) -> Iterator[str]:
    """A sentence for each thing told of, with what has to be covered or is paid though it is not worked.

    ``still``: what who is partly sick still has. ``to_others``: for what is kept and may be read by others, who
    need not know that somebody is sick. ``since``: the minute before which a shift has begun, and is not covered.
    """
    brief = frame.brief
    for who, dates in events.sick:
        how, part = "borte" if to_others else "syk", events.percent_sick(who)
        if part != WHOLE:
            how = f"{percent(part)} {how}"
        yield f"{person(brief, who)} er {how} {_span(dates)}. {_to_cover(frame, lost, who, since)}"
        own = sorted((frame.shift[shift] for one, shift in still if one == who), key=lambda one: one.span)
        if part != WHOLE and own:
            number = counted(len(own), "vakt", "vakter")
            named = listed([shift_name(frame, one) for one in own])
            yield f"{person(brief, who)} beholder {number}, {_hours(frame, own)}: {named}."
    for who, day in events.well:
        yield f"{person(brief, who)} er {'tilbake' if to_others else 'frisk'} igjen fra {long_date(day)}."
        again = [frame.shift[shift] for one, shift in back if one == who]
        number = counted(len(again), "vakt går", "vakter går")
        yield f"{number} tilbake, {_hours(frame, again)}." if again else "Ingen vakter går tilbake."
        if others := [frame.shift[shift] for one, shift in kept_by_others if one == who]:
            number = counted(len(others), "vakt blir", "vakter blir")
            yield (
                f"{number} hos andre, fordi det er under 14 dager til eller fordi reglene hindrer byttet: "
                f"{_hours(frame, others)} er betalt, men ikke brukt."
            )
    for who, last in events.left:
        yield f"{person(brief, who)} slutter, siste dag {long_date(last)}. {_to_cover(frame, lost, who, since)}"
    for dates in events.away:
        yield f"Ingen trenger assistent {_span(dates)}."
    yield from (f"Behovet er et annet: {_need(one)}." for one in events.need)
    for new in events.new:
        first = "" if new.employed_from is None else f" fra {long_date(new.employed_from)}"
        yield f"{new.id} er ny, {new.position.value} {percent(new.percent)}{first}."
    for (one, first_shift), (other, second_shift) in events.swap:
        shifts = (shift_name(frame, frame.shift[shift]) for shift in (first_shift, second_shift))
        yield f"{person(brief, one)} og {person(brief, other)} bytter: {' mot '.join(shifts)}."
    for who, shift in events.give:
        yield f"{person(brief, who)} får {shift_name(frame, frame.shift[shift])}."
    if called_off:
        hours = sum(paid(frame.shift[shift], brief.settings.resting_paid) for _, shift in called_off)
        number = counted(len(called_off), "vakt er avlyst", "vakter er avlyst")
        yield f"{number}: {hours_said(hours)} er betalt, men ikke brukt."


def _to_cover(frame: Frame, lost: frozenset[tuple[str, str]], who: str, since: int) -> str:
    every = sorted((frame.shift[shift] for one, shift in lost if one == who), key=lambda one: one.span)
    begun, shifts = ([one for one in every if (one.span.start < since) is past] for past in (True, False))
    said = "Ingen vakter blir stående."
    if shifts:
        said = f"{counted(len(shifts), 'vakt', 'vakter')} må dekkes, {_hours(frame, shifts)}."
    if begun:
        number = counted(len(begun), "vakt", "vakter")
        named = listed([shift_name(frame, one) for one in begun])
        said += f" {number} har alt begynt: {named}. Skriv hvem som arbeidet, med «roster worked»."
    return said


def _hours(frame: Frame, shifts: Iterable[Shift]) -> str:
    return hours_said(sum(paid(one, frame.brief.settings.resting_paid) for one in shifts))


def _span(dates: DateSpan) -> str:
    if dates.first == dates.last:
        return long_date(dates.first)
    return f"fra {long_date(dates.first)} til {long_date(dates.last)}"


def _need(one: NeedChange) -> str:
    return f"{one.kind} {when_words(one.when)}, {f'{one.count} til' if one.added else one.count}"


# -- the ways to go on ----------------------------------------------------------------------------------

_AIMS: Mapping[Aim, str] = {
    Aim.RIGHTS: "de som har fortrinn til mer arbeid (aml § 14-3), får det først",
    Aim.FEW_PEOPLE: "færrest mulig personer",
    Aim.NO_SUBSTITUTES: "uten vikarer",
    Aim.NOBODY_MOVED: "ingen får en vakt flyttet",
}


def option_head(number: int, version: str, answer: Answer, recommended: bool) -> str:
    """«Forslag 1, anbefalt, versjon 0002: …»"""
    name = f"Forslag {number}{', anbefalt' if recommended else ''}, versjon {version}"
    return f"{name}: {_AIMS[answer.aim]}. {amount_said(answer)}"


def amount_said(answer: Answer) -> str:
    """How much is changed besides what the change itself took."""
    others = answer.changes - answer.back
    if not others:
        said = "Ellers er ingen vakter endret."
    else:
        gained = others - answer.moved
        said = f"{counted(gained, 'vakt går', 'vakter går')} til andre enn før"
        if answer.moved:
            said += f", og {counted(answer.moved, 'av dem hadde', 'av dem hadde')} noen andre, som får fri fra den"
        said += f". Det gjelder {counted(len(answer.people), 'assistent', 'assistenter')}."
    if answer.open:
        said += f" {counted(len(answer.open), 'vakt står åpen', 'vakter står åpne')}."
    return said


def option_lines(answer: Answer, frame: Frame, found: Difference, told: date, cause: Cause) -> Iterator[str]:
    """All of one way: how much, how few it could be, each person's shifts, what stays open, and what it is called."""
    yield amount_said(answer)
    if answer.changes > answer.back or answer.open or not answer.proven:
        yield fewest_line(answer)
    if answer.late:
        said = counted(answer.late, "vakt", "vakter")
        yield f"{said} kommer med kortere varsel enn 14 dager: de må være frivillige."
    yield from people_lines(found, told)
    if answer.open:
        yield ""
        yield "Denne står åpen:" if len(answer.open) == 1 else "Disse står åpne:"
        yield from (f"- {shift_name(frame, frame.shift[one])}" for one in answer.open)
    if found.changes:
        yield ""
        yield f"Årsak: {cause.value}."


def fewest_line(answer: Answer) -> str:
    """How few changes are enough, proven or with what is left to know."""
    if answer.proven:
        fewest = "Det går ikke med færre endringer."
        if not answer.open:
            return fewest
        these = "Vakta som står åpen" if len(answer.open) == 1 else "Vaktene som står åpne"
        if answer.aim is Aim.NOBODY_MOVED:
            return f"{these}, kan ikke dekkes uten at noen får en vakt flyttet."
        limits = "reglene og det assistentene har sagt at de kan og vil"
        return f"{these}, kan ikke dekkes innenfor {limits}. {fewest}"
    if not answer.changes:
        return TOO_SHORT
    number = counted(answer.changes, "vaktendring", "vaktendringer")
    if answer.open or not answer.least:
        return f"{number} er det minste vi fant. Det kan finnes noe med færre endringer eller færre åpne vakter."
    return f"{number} er det minste vi fant. Vi vet at det trengs minst {answer.least}."


def made_line(version: str, base: str) -> str:
    """Which version was made of which."""
    return f"Versjon {version} er laget av versjon {base}."


def next_lines(folder: str, version: str, since: date | None, cause: Cause, takes: bool, asks: bool) -> tuple[str, ...]:
    """The package, and how it is taken into use; ``since`` None: no shifts are otherwise, nor what is paid for.

    ``takes``: somebody loses a shift who must have said yes; ``asks``: somebody gets one.
    """
    at = f"{folder}/versjoner/{version}"
    if since is None:
        return ("Ingen vakter er endret, så det er ingenting å ta i bruk. Neste endring begynner med denne versjonen.",)
    if cause is Cause.NEW_PLAN:
        use = f"Dette er en ny plan: send den med «roster submit {at}», og drøft den før den tas i bruk."
    else:
        note = ' --note "hvem som har sagt ja"' if takes else ""
        take = "Når de har sagt ja, ta" if asks or takes else "Ta"
        use = (
            f"{take} den i bruk med «roster use {at} --because {cause.value}"
            f" --from {since.isoformat()}{note}». Da følger kalenderne etter."
        )
    return (f"Pakka til de tillitsvalgte: «roster package {at} --out pakke».", use)
