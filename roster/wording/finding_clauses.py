"""The first part of each rule's sentence: who, when, what was measured, and the limit."""

from collections.abc import Callable, Mapping
from datetime import date

from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.wording.finding_words import FLAWS
from roster.wording.numbers import counted, hours_clock, listed, long_date, time_of_day, weekday


class Said:
    """A finding with the words its sentence is made of."""

    def __init__(self, frame: Frame, finding: Finding, by_id: bool) -> None:
        self.frame, self.finding, self.by_id = frame, finding, by_id
        self.fine = finding.verdict is Verdict.OK

    @property
    def who(self) -> str:
        return "Planen" if self.finding.who is None else self.name(self.finding.who)

    def name(self, who: str) -> str:
        return who if self.by_id else self.frame.brief.assistant(who).alias

    def fact(self, key: str) -> str:
        return str(self.finding.facts.get(key, ""))

    @property
    def kind(self) -> str:
        code = self.fact("kind")
        return next((one.name.lower() for one in self.frame.brief.kinds if one.code == code), code or "vakta")

    def amount(self, value: int | None) -> str:
        if value is None:
            return "ingen grense"
        if self.finding.unit is Unit.MINUTES:
            return hours_clock(value)
        if self.finding.unit is Unit.MINUTES_A_WEEK:
            return f"{hours_clock(value)} timer i uka"
        return str(value)

    @property
    def measured(self) -> str:
        return self.amount(self.finding.measured)

    @property
    def limit(self) -> str:
        return self.amount(self.finding.limit)

    def day(self, minute: int) -> str:
        moment = self.frame.clock.wall(minute)
        return self.day_of(moment.date())

    def day_of(self, day: date) -> str:
        if self.frame.cyclic:
            week = (day - self.frame.first_day).days // 7 % self.frame.weeks + 1
            return f"uke {week}, {weekday(day)}"
        return long_date(day)

    def at(self, minute: int) -> str:
        return f"{self.day(minute)} kl. {time_of_day(self.frame.clock.wall(minute))}"

    @property
    def when(self) -> str:
        """«fra mandag … kl. 22.00 til tirsdag … kl. 08.59», or one day with its times."""
        span = self.finding.span
        if span is None:
            return "i hele planen"
        start, end = self.frame.clock.wall(span.start), self.frame.clock.wall(span.end)
        if start.date() == end.date():
            return f"{self.day(span.start)} kl. {time_of_day(start)}–{time_of_day(end)}"
        return f"fra {self.at(span.start)} til {self.at(span.end)}"

    @property
    def starts(self) -> str:
        return "i planen" if self.finding.span is None else self.day(self.finding.span.start)

    @property
    def weeks(self) -> str:
        """«uka fra mandag …», «8 uker fra mandag …»."""
        span = self.finding.span
        if span is None:
            return "i hele planen"
        count = int(self.fact("weeks") or 1)
        return f"{'i uka' if count == 1 else f'i {count} uker'} fra {self.day(span.start)}"


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
    return _hours(said, f"{said.weeks} i snitt" if said.fact("weeks") else said.weeks)


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
        return f"{said.who} har ingen avtalt arbeidstid å gå ut over: {said.measured} i snitt."
    return _hours(said, "i snitt over planen")


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
        return f"Planen bruker {said.measured} av {said.limit} vedtakstimer {use}{said.when}."
    if use and not said.finding.limit:
        return f"Planen bruker {said.measured} {use}{said.when}, og ingen vedtakslinje dekker det."
    over = said.amount((said.finding.measured or 0) - (said.finding.limit or 0))
    return (
        f"Planen bruker {said.measured} vedtakstimer {use}{said.when}. Det er igjen {said.limit}, altså {over} for mye."
    )


def _krav(said: Said) -> str:
    why = said.fact("why")
    if said.fine:
        return f"Alle krav fra {said.who} er oppfylt."
    if why == "pin":
        return f"{said.who} har ikke den faste vakta {said.kind} {said.when}."
    if why in ("nights", "weekends", "minutes"):
        what = {"nights": "netter", "weekends": "helger", "minutes": "timer"}[why]
        return f"{said.who} har {said.measured} {what} {said.weeks}. Grensen er {said.limit}."
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
    "total-hours": lambda said: _hours(said, said.when),
    "night-average": _nights,
    "agreed-hours": _agreed,
    "contract-hours": _contract,
    "vedtak": _vedtak,
    "krav": _krav,
    "agreement-valid": _agreement,
}
