"""The first part of each rule's sentence: who, when, what was measured, and the limit."""

from collections.abc import Callable, Mapping
from datetime import date

from roster.domain.kinds import Covers, WishSort
from roster.wording.finding_said import Said
from roster.wording.finding_words import FLAWS
from roster.wording.hours_clauses import HOURS_CLAUSES
from roster.wording.numbers import counted, hours_clock, listed, short_date
from roster.wording.people_clauses import PEOPLE_CLAUSES
from roster.wording.rest_clauses import REST_CLAUSES


def _hours(said: Said, where: str, does: str = "arbeider", limit: str = "Grensen") -> str:
    most = "det meste " if said.fine else ""
    return f"{said.who} {does} {most}{said.measured} {where}. {limit} er {said.limit}."


def _averages(said: Said, limit: str = "Grensen") -> str:
    return _hours(said, said.a_week, limit=limit)


def _need(said: Said) -> str:
    if said.fine:
        return f"Alle {said.limit} plasser er fylt."
    shift = f"{said.kind[:1].upper()}{said.kind[1:]} {said.when}"
    if said.fact("why") == "open":
        return f"{shift} har {said.measured} av {_people(said.finding.limit)}."
    return f"{shift} har {_people(said.finding.measured)}, men det er bare bruk for {said.limit}."


def _people(number: int | None) -> str:
    return counted(number or 0, "assistent", "assistenter")


def _places(said: Said) -> str:
    if said.fine:
        return f"{said.who} er aldri to steder samtidig."
    other = said.kind_of(said.fact("other_kind"))
    return f"{said.who} er to steder samtidig i {said.measured}: {said.kind} og {other}, {said.when}."


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
    if said.fact("why") == "partial":
        first, last = (short_date(date.fromisoformat(said.fact(one))) for one in ("first", "last"))
        return (
            f"{said.who} er delvis borte {first}–{last} og har {said.measured} vakter i de dagene. "
            f"Det er igjen {said.limit} av stillingen."
        )
    reason = {
        "cannot": f"men kan ikke i {said.measured} av tida",
        "outside": f"men {said.measured} av den er utenfor tida som passer",
        "rhythm": "men skal ha fri den helga etter helgerytmen",
        "absent": "men er borte da",
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


def _sundays(said: Said) -> str:
    about, most = said.fact("about"), said.limit
    if said.fine:
        if about == "half":
            return (
                f"{said.who} arbeider {said.measured} av {said.fact('of')} søn- og helgedager {said.days}. "
                f"Grensen i denne perioden er {most}."
            )
        weeks = counted(said.finding.measured or 0, "uke", "uker")
        return f"{said.who} arbeider søn- eller helgedag høyst {weeks} på rad. Grensen er {most}."
    if about == "next":
        return f"{said.who} arbeider to søn- og helgedager etter hverandre, {said.when}. Den neste skal være fri."
    if about == "half":
        return (
            f"{said.who} arbeider {said.measured} av {said.fact('of')} søn- og helgedager {said.when}. "
            f"Grensen er halvparten, altså {most}."
        )
    if about == "in_a_row":
        return f"{said.who} arbeider søn- eller helgedag {said.measured} uker på rad, {said.when}. Grensen er {most}."
    return f"{said.who} har ingen ukehvile med en hel søn- eller helgedag på {said.fact('weeks')} uker, {said.when}."


def _nights(said: Said) -> str:
    if said.fine and said.finding.measured is None:
        return f"{said.who} er ikke nattarbeider i lovens forstand."
    return _averages(said, "Grensen for nattarbeidere")


def _agreed(said: Said) -> str:
    if said.fine and said.finding.limit is None:
        return f"{said.who} har ingen avtalt arbeidstid å gå ut over: {said.measured} i uka i snitt."
    wanted = said.frame.brief.assistant(said.finding.who or "").wants_up_to is not None
    limit = "Det assistenten ønsker inntil," if wanted else "Avtalt arbeidstid"
    return _hours(said, f"betalt {said.a_week}", "har", limit)


def _contract(said: Said) -> str:
    slack = hours_clock(int(said.fact("slack") or 0))
    paid, owed = (said.amount(int(said.fact(key) or 0)) for key in ("paid", "owed"))
    fallen = int(said.fact("fallen") or 0)
    less = f" når {said.amount(fallen)} som har falt bort på røde dager eller mens brukeren er borte, er trukket fra"
    gets = f"{said.who} får {paid} {said.weeks}. Stillingen er på {owed}{less if fallen else ''}"
    return f"{gets}." if said.fine else f"{gets}, så det er mer enn en halv vakt ({slack} timer) for lite."


_USES: Mapping[str, str] = {
    Covers.WAKING_NIGHT: "våkne nattevakter",
    Covers.RESTING_NIGHT: "hvilende nattevakter",
    Covers.TWO_AT_ONCE: "to assistenter samtidig (2:1)",
}


def _vedtak(said: Said) -> str:
    covers = said.fact("covers")
    lines = said.fact("lines")
    use = f"til {_USES[covers]} " if covers else f"på {_lines(lines)} " if lines else ""
    uses = f"Planen bruker {said.measured} {use}{said.dates}"
    if covers and not said.finding.limit and not said.fine:
        return f"{uses}. Ingen vedtakslinje dekker det."
    gives = f"Vedtaket gir {said.limit}{' til det' if covers else ' der' if lines else ''}"
    if said.fine:
        return f"{uses}. {gives}."
    over = said.amount((said.finding.measured or 0) - (said.finding.limit or 0))
    return f"{uses}. {gives}, så det er {over} for mye."


def _lines(ids: str) -> str:
    return f"vedtakslinjene {ids}" if "," in ids else f"vedtakslinja {ids}"


def _krav(said: Said) -> str:
    if said.fine:
        return f"Alle krav fra {said.who} er oppfylt."
    why = said.fact("why")
    return (_WISHES[why] if why in _WISHES else _CEILINGS[why])(said)


def _ceiling(one: str, many: str) -> Callable[[Said], str]:
    """So many of something in so many weeks, against the most that was asked for."""

    def clause(said: Said) -> str:
        has = counted(said.finding.measured or 0, one, many)
        return f"{said.who} har {has} {said.weeks}. Kravet er høyst {said.limit}."

    return clause


def _split(said: Said) -> str:
    times = counted(said.finding.measured or 0, "gang", "ganger")
    has = f"{said.who} har delt dagsverk {times} {said.weeks}"
    if not said.finding.limit:
        return f"{has}. Grunnlaget åpner ikke for delt dagsverk."
    return f"{has}. Grunnlaget åpner for det høyst {counted(said.finding.limit, 'gang', 'ganger')} i uka."


def _company(said: Said, together: bool) -> str:
    other = said.name(said.fact("other"))
    if together:
        return f"{said.who} og {other} skal gå {said.kind} {said.when} sammen, men bare en av dem er der."
    return f"{said.who} og {other} skal ikke arbeide sammen, men begge går {said.kind} {said.when}."


def _off(said: Said, what: str) -> str:
    shifts = counted(said.finding.measured or 0, "vakt", "vakter")
    return f"{said.who} skal ha {what} {said.days}, men har {shifts} da."


def _in_a_row(said: Said, what: str, limit: str) -> str:
    return f"{said.who} har {said.measured} {what} på rad, {said.days}. Kravet er {limit} {said.limit}."


_WISHES: Mapping[str, Callable[[Said], str]] = {
    "pin": lambda said: f"{said.who} skal ha {said.kind} {said.when} som fast vakt, men går den ikke.",
    WishSort.THIS_SHIFT: lambda said: f"{said.who} skal gå {said.kind} {said.when}, men går den ikke.",
    WishSort.NOT_THIS_SHIFT: lambda said: f"{said.who} skal ikke gå {said.kind}, men går den {said.when}.",
    WishSort.DAY_OFF: lambda said: _off(said, "fri"),
    WishSort.WEEKEND_OFF: lambda said: _off(said, "helgefri"),
    WishSort.LONG_RUNS: lambda said: _in_a_row(said, "arbeidsdager", "minst"),
    WishSort.MOST_DAYS_IN_A_ROW: lambda said: _in_a_row(said, "arbeidsdager", "høyst"),
    WishSort.NO_SINGLE_NIGHTS: lambda said: f"{said.who} har en enkelt natt alene, {said.days}.",
    WishSort.MOST_NIGHTS_IN_A_ROW: lambda said: _in_a_row(said, "netter", "høyst"),
    WishSort.TOGETHER: lambda said: _company(said, together=True),
    WishSort.APART: lambda said: _company(said, together=False),
}

_CEILINGS: Mapping[str, Callable[[Said], str]] = {
    "nights": _ceiling("natt", "netter"),
    "weekends": _ceiling("helg", "helger"),
    "minutes": lambda said: f"{said.who} arbeider {said.measured} {said.weeks}. Kravet er høyst {said.limit}.",
    "split": _split,
}


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
    "sundays": _sundays,
    "hours-day": lambda said: f"{_hours(said, said.when)}{said.twice}",
    "hours-week": lambda said: _hours(said, said.weeks),
    "single-week": lambda said: _hours(said, said.weeks),
    "average-8-weeks": _averages,
    "hours-average": _averages,
    "night-average": _nights,
    "agreed-hours": _agreed,
    "contract-hours": _contract,
    "vedtak": _vedtak,
    "krav": _krav,
    "agreement-valid": _agreement,
    **HOURS_CLAUSES,
    **PEOPLE_CLAUSES,
    **REST_CLAUSES,
}
