"""The first part of each rule's sentence: who, when, what was measured, and the limit."""

from collections.abc import Callable, Mapping
from datetime import date

from roster.domain.finding import Unit
from roster.wording.finding_said import Said
from roster.wording.finding_words import FLAWS
from roster.wording.numbers import counted, hours_clock, listed


def _rest(said: Said, word: str) -> str:
    if said.fine and said.finding.measured is None:
        return f"{said.who} har ingen {word} å måle."
    if said.fine:
        return f"{said.who}: korteste {word} er {said.measured} av {said.limit}, {said.when}."
    return f"{said.who} har {said.measured} {word} {said.when}. Grensen er minst {said.limit}."


def _hours(said: Said, where: str) -> str:
    if said.fine:
        return f"{said.who}: det meste er {said.measured} av {said.limit}, {where}."
    return f"{said.who} har {said.measured} {where}. Grensen er {said.limit}."


def _averages(said: Said) -> str:
    return _hours(said, f"i uka i snitt {said.weeks}")


def _total(said: Said) -> str:
    return _hours(said, said.weeks if said.finding.unit is Unit.MINUTES_A_WEEK else said.when)


def _need(said: Said) -> str:
    if said.fine:
        return f"Alle {said.limit} plasser er fylt."
    if said.fact("why") == "open":
        return f"{said.kind.capitalize()} {said.when} har {said.measured} av {said.limit}."
    return f"{said.kind.capitalize()} {said.when} har {said.measured}, men det er bare bruk for {said.limit}."


def _places(said: Said) -> str:
    if said.fine:
        return f"{said.who} er aldri to steder samtidig."
    return f"{said.who} er to steder samtidig i {said.measured}: {said.kind} og {said.fact('other_kind')}, {said.when}."


def _skills(said: Said) -> str:
    why, on = said.fact("why"), f"{said.kind} {said.when}"
    if said.fine:
        return f"{said.who} har kompetansen vaktene krever."
    if why == "few":
        return f"På {on} har {said.measured} av dem {said.fact('skill')}. Det skal være minst {said.limit}."
    if why == "untrained":
        training = counted(said.finding.measured or 0, "opplæringsvakt", "opplæringsvakter")
        return f"{said.who} går {on} etter {training}. Det skal være {said.limit} først."
    if why == "mentor":
        return (
            f"{said.who} har opplæring {said.when}, men fadderen {said.name(said.fact('mentor'))} er ikke på vakt da."
        )
    return f"{said.who} går {on} uten {said.fact('skill')}."


def _availability(said: Said) -> str:
    if said.fine:
        return f"{said.who} går bare vakter til tider som passer."
    reason = {
        "cannot": f"men kan ikke i {said.measured} av tida",
        "outside": f"men {said.measured} av den er utenfor tida som passer",
        "rhythm": "men det er ikke en helg etter helgerytmen",
    }[said.fact("why")]
    return f"{said.who} går {said.kind} {said.when}, {reason}."


def _employment(said: Said) -> str:
    if said.fine:
        return f"{said.who} går bare vakter mens ansettelsen gjelder."
    day = said.day_of(date.fromisoformat(said.fact("day")))
    reason = {
        "not_yet": f"men er ikke ansatt før {day}",
        "may_not": f"men kan ikke gå vakt før {day} (politiattest)",
        "no_longer": f"men ansettelsen slutter {day}",
    }[said.fact("why")]
    return f"{said.who} går {said.kind} {said.when}, {reason}."


def _vacation(said: Said) -> str:
    if said.fine:
        return f"{said.who} har ingen vakter i ferien."
    return f"{said.who} går {said.kind} {said.when}. {said.measured} av den er i ferien."


def _sundays(said: Said) -> str:
    about, most = said.fact("about"), said.limit
    if said.fine:
        return (
            f"{said.who} arbeider {said.fact('worked')} av {said.fact('of')} søn- og helgedager, "
            f"høyst {said.measured} uker på rad av {most}."
        )
    if about == "next":
        return f"{said.who} arbeider to søn- og helgedager etter hverandre, {said.when}. Den neste skal være fri."
    if about == "half":
        return (
            f"{said.who} arbeider {said.measured} av {said.fact('of')} søn- og helgedager {said.when}. "
            f"Grensen er {most}, halvparten."
        )
    if about == "in_a_row":
        return f"{said.who} arbeider søn- eller helgedag {said.measured} uker på rad, {said.when}. Grensen er {most}."
    return f"{said.who} har ingen ukehvile med en hel søn- eller helgedag på {said.fact('weeks')} uker, {said.when}."


def _nights(said: Said) -> str:
    if said.fine and said.finding.measured is None:
        return f"{said.who} er ikke nattarbeider i lovens forstand."
    return _averages(said)


def _agreed(said: Said) -> str:
    if said.fine and said.finding.limit is None:
        return f"{said.who} har ingen avtalt arbeidstid å gå ut over: {said.measured} i uka i snitt."
    return _hours(said, "i uka i snitt over planen")


def _contract(said: Said) -> str:
    slack = hours_clock(int(said.fact("slack") or 0))
    if said.fine:
        return f"{said.who} får {said.measured} av {said.limit} timer i stillingen."
    return (
        f"{said.who} får {said.measured} av {said.limit} timer i stillingen. "
        f"Det er mer enn en halv vakt ({slack}) for lite."
    )


def _vedtak(said: Said) -> str:
    use = f"til {said.fact('covers')} " if said.fact("covers") else ""
    if said.fine:
        return f"Vedtaket: {said.measured} av {said.limit} brukes {use}{said.dates}."
    if use and not said.finding.limit:
        return f"Planen bruker {said.measured} {use}{said.dates}, og ingen vedtakslinje dekker det."
    over = said.amount((said.finding.measured or 0) - (said.finding.limit or 0))
    return f"Planen bruker {said.measured} {use}{said.dates}. Vedtaket gir {said.limit}, så det er {over} for mye."


def _krav(said: Said) -> str:
    why = said.fact("why")
    if said.fine:
        return f"Alle krav fra {said.who} er oppfylt."
    if why == "pin":
        return f"{said.who} har ikke den faste vakta {said.kind} {said.when}."
    if why in ("nights", "weekends", "minutes"):
        what = {"nights": "netter", "weekends": "helger", "minutes": "timer"}[why]
        return f"{said.who} har {said.measured} {what} {said.weeks}. Grensen er {said.limit}."
    if why == "split":
        return f"{said.who} har delt dagsverk {said.measured} dager {said.weeks}. Grensen er {said.limit}."
    other = f" {said.name(said.fact('other'))}" if said.fact("other") else ""
    return f"Kravet «{why}{other}» fra {said.who} er ikke oppfylt {said.when}: {said.measured} mot {said.limit}."


def _agreement(said: Said) -> str:
    if not said.fact("agreement"):
        return "Planen bygger ikke på noen avtale."
    name = f"Avtale {said.fact('agreement')} etter § {said.fact('paragraph')}"
    if said.fine:
        return f"{name} kan brukes som den er."
    flaws = listed([FLAWS.get(one, one) for one in said.fact("why").split(",")])
    relied = [said.name(one) for one in said.fact("relied").split(", ") if one]
    rests = f" Turnusen til {listed(relied)} går ut over grensene den skulle utvide." if relied else ""
    return f"{name} utvider ingenting: {flaws}.{rests}"


CLAUSES: Mapping[str, Callable[[Said], str]] = {
    "need-filled": _need,
    "two-places": _places,
    "skills": _skills,
    "availability": _availability,
    "employment": _employment,
    "vacation": _vacation,
    "daily-rest": lambda said: _rest(said, "hvile"),
    "compensating-rest": lambda said: _rest(said, "hvile etter en kort hvile"),
    "weekly-rest": lambda said: _rest(said, "ukehvile"),
    "sundays": _sundays,
    "hours-day": lambda said: _hours(said, said.when),
    "hours-week": lambda said: _hours(said, said.weeks),
    "single-week": lambda said: _hours(said, said.weeks),
    "average-8-weeks": _averages,
    "hours-average": _averages,
    "total-hours": _total,
    "night-average": _nights,
    "agreed-hours": _agreed,
    "contract-hours": _contract,
    "vedtak": _vedtak,
    "krav": _krav,
    "agreement-valid": _agreement,
}
