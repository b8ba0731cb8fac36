"""The first part of the sentences about breaks, nights, the young, positions, vacation and the notice of the plan."""

from collections.abc import Callable, Mapping
from datetime import date

from roster.domain.brief import Brief
from roster.domain.finding import Unit
from roster.domain.kinds import Position
from roster.wording.finding_said import Said
from roster.wording.numbers import counted, hours_clock, long_date, short_date


def _breaks(said: Said) -> str:
    if said.fact("why") == "unrecorded":
        periods = counted(
            int(said.fact("periods")), "vakt som skal ha pause, er den", "vakter som skal ha pause, er den"
        )
        return f"{said.who}: på {periods} ikke ført, første gang {said.when}."
    if said.fine and said.finding.measured is None:
        return f"{said.who} har ingen vakter med ført pause som er for kort."
    had = counted(said.finding.measured or 0, "minutt", "minutter")
    work = f"på {hours_clock(int(said.fact('work')))} timers arbeid {said.when}"
    if said.finding.limit == 1:
        return f"{said.who} har {had} pause {work}. Det skal være minst én pause."
    after = " etter alminnelig arbeidstid" if said.fact("why") == "after_ordinary" else ""
    least = counted(said.finding.limit or 0, "minutt", "minutter")
    return f"{said.who} har {had} pause{after} {work}. Grensen er minst {least}."


def _strain(said: Said) -> str:
    if said.fine and said.finding.measured is None:
        return f"{said.who} har ikke nattarbeid som er oppgitt som belastende."
    return (
        f"{said.who} arbeider {said.measured} på 24 timer med belastende nattarbeid, {said.when}. "
        f"Grensen er {said.limit}."
    )


def _young_hours(said: Said) -> str:
    if said.fine and not said.finding.measured:
        return f"{said.who} er under 18 år og har ingen arbeidstid å måle."
    when = said.weeks if said.finding.unit is Unit.MINUTES_A_WEEK else said.when
    grown = "på dager det kan være skole" if said.fact("why") == "school" else "for unge"
    most = "det meste " if said.fine else ""
    return f"{said.who} arbeider {most}{said.measured} {when}. Grensen {grown} er {said.limit}."


def _young_night(said: Said) -> str:
    if said.fine:
        return f"{said.who} er under 18 år og arbeider ikke om natta."
    if said.fact("about") == "young_free":
        free = f"{said.measured} fri om natta, {said.when}"
        return f"{said.who} er under 18 år og har {free}. Grensen er minst {said.limit}."
    part = "etter kl. 21" if said.fact("why") == "young_evening" else "om natta"
    return f"{said.who} er under 18 år og arbeider {said.measured} {part}, {said.when}."


def _extra(said: Said) -> str:
    if said.fine:
        return f"Ingen ekstra vakter som {said.who} har fortrinn til, er gitt til andre."
    shifts = counted(int(said.fact("count")), "ekstra vakt", "ekstra vakter")
    return (
        f"{said.who} har {said.measured} {said.a_week} og ønsker inntil {said.limit}, men {shifts} som kunne passet, "
        f"er gitt til andre. Den første er {said.kind}, som {said.name(said.fact('other'))} har."
    )


def _actual(said: Said) -> str:
    if said.finding.measured is None:
        return f"{said.who} er ikke fast ansatt på deltid."
    weeks = counted(int(said.fact("weeks")), "uke", "uker")
    known = f"{weeks} vi kjenner, {_short(said.fact('first'))}–{_short(said.fact('last'))}"
    less = " når ferie og annen fri er trukket fra" if said.finding.facts.get("less") else ""
    has = f"{said.who} har {said.measured} i uka i snitt i {known}. Avtalt er {said.limit}{less}"
    if said.fine:
        return f"{has}."
    whole, tenth = divmod(int(said.fact("percent")), 10)
    percent = f"{whole},{tenth}"
    extra = hours_clock(int(said.fact("extra")))
    return f"{has}. Det er {extra} timer merarbeid, og svarer til {percent} prosent stilling."


def _short(text: str) -> str:
    return short_date(date.fromisoformat(text))


def _temporary(said: Said) -> str:
    about = said.fact("about")
    years = counted(said.finding.measured or 0, "helt år", "hele år")
    if about == "no_hours":
        return f"{said.who} er fast ansatt med 0 prosent. En fast stilling skal ha en reell størrelse."
    if about == "long":
        return (
            f"{said.who} har vært midlertidig ansatt i mer enn {said.limit} år når planen slutter ({years}), "
            "og kan regnes som fast ansatt."
        )
    if about == "no_ground":
        return f"{said.who} er midlertidig ansatt, og grunnlaget sier ikke hvorfor."
    position = said.frame.brief.assistant(said.finding.who or "").position
    if position is Position.PERMANENT:
        return f"{said.who} er fast ansatt."
    if said.finding.measured is None:
        return f"{said.who} er {position.value}."
    return f"{said.who} er {position.value}, {years}. Grensen er {said.limit} år."


def _vacation(said: Said) -> str:
    about = said.fact("about")
    days = counted(said.finding.measured or 0, "virkedag", "virkedager")
    if about == "told":
        day, last = (long_date(date.fromisoformat(said.fact(key))) for key in ("day", "last"))
        return f"{said.who} har ferie fra {day}. Den skulle vært kjent senest {last}, men planen ble drøftet senere."
    if about == "summer":
        return f"{said.who} har {days} ferie fra 1. juni til 30. september. {said.who} kan kreve {said.limit}."
    if about == "year":
        return f"{said.who} har {days} ferie i planens 52 uker. Retten er {said.limit} i året."
    if said.fine:
        return f"{said.who} har ingen vakter i ferien."
    return f"{said.who} går {said.kind} {said.when}. {said.measured} av den er i ferien."


def _notice(said: Said) -> str:
    brief = said.frame.brief
    with_whom = "de tillitsvalgte" if int(said.fact("reps") or 0) else "assistentene"
    last = long_date(date.fromisoformat(said.fact("last")))
    if said.finding.measured is None:
        return f"Det står ikke når planen ble drøftet. Den skal drøftes med {with_whom} senest {last}."
    days = _days(said.finding.measured)
    return f"Planen ble drøftet {_discussed(brief)}, {days} før den begynner. Grensen er minst {said.limit} dager."


def _discussed(brief: Brief) -> str:
    return "" if brief.discussed is None else long_date(brief.discussed)


def _days(days: int) -> str:
    return counted(days, "dag", "dager")


PEOPLE_CLAUSES: Mapping[str, Callable[[Said], str]] = {
    "breaks": _breaks,
    "night-strain": _strain,
    "young-hours": _young_hours,
    "young-night": _young_night,
    "young-breaks": _breaks,
    "position-extra": _extra,
    "position-actual": _actual,
    "position-temporary": _temporary,
    "vacation": _vacation,
    "plan-notice": _notice,
}
