"""Whether hours suffice for the vacations, in words: what lacks in which week, and the ways out with their hours."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from typing import Protocol

from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.vacation_list import Granted, VacationWish, days_of, joined
from roster.wording.numbers import counted, hours_said, listed, percent
from roster.wording.vacation_words import dates_said


class WeekCover(Protocol):
    """A week of the vacations: what is needed in it and what can be worked, in minutes, and who is away."""

    @property
    def first(self) -> date: ...
    @property
    def need(self) -> int: ...
    @property
    def can(self) -> int: ...
    @property
    def away(self) -> Sequence[str]: ...
    @property
    def lacks(self) -> int: ...


class Unmet(Protocol):
    """A wish that was not given: who else is away then, and the minutes that lack with it and with what was given."""

    @property
    def who(self) -> str: ...
    @property
    def choice(self) -> int: ...
    @property
    def dates(self) -> Sequence[DateSpan]: ...
    @property
    def away(self) -> Sequence[str]: ...
    @property
    def lacks(self) -> int: ...
    @property
    def instead(self) -> int: ...


def unmet_said(brief: Brief, one: Unmet) -> str:
    """Why the wish was not given."""
    names = [brief.assistant(who).alias for who in one.away]
    others = f"Da har {listed(names)} ferie" if names else "Ingen andre har ferie da"
    hours = f"ville det mangle {hours_said(one.lacks)} i sommer, mot {hours_said(one.instead)} med ferien i lista"
    why = f"{others}, og da {hours}." if one.lacks > one.instead else f"{others}, og ønskene gikk ikke opp sammen."
    return f"{one.choice}. ønske til {brief.assistant(one.who).alias}, {dates_said(one.dates)}, gikk ikke. {why}"


def agreed_said(
    brief: Brief, wishes: Sequence[VacationWish], granted: Mapping[str, Granted], year: DateSpan, replaced: bool
) -> Iterator[str]:
    """What becomes of vacation that is agreed already where somebody wishes for other dates."""
    for person in brief.assistants:
        agreed = frozenset(day for day in days_of(person.vacation) if day in year)
        asked = days_of(one.dates for one in wishes if one.who == person.id)
        if not agreed or not asked - agreed:
            continue
        had, new = dates_said(joined(agreed)), granted.get(person.id)
        given = agreed if new is None else days_of(new.dates)
        if new is None:
            left = dates_said(joined(asked - agreed))
            yield (
                f"{person.alias} har alt avtalt ferie {had}, og den står. Ønsket om {left} er ikke lagt inn. Er dere "
                "enige om å bytte (ferieloven § 6), skriver du --replace."
            )
        elif replaced and agreed - given:
            yield f"{person.alias} hadde avtalt ferie {had}. Den er byttet ut med {dates_said(new.dates)}."
        elif agreed < given:
            more = dates_said(joined(given - agreed))
            yield f"{person.alias} har alt avtalt ferie {had}. Den står, og {more} kommer i tillegg."


def cover_said(brief: Brief, weeks: Sequence[WeekCover]) -> Iterator[str]:
    """Whether the hours suffice, week by week where they do not, and how big a vikar would be."""
    short = [one for one in weeks if one.lacks]
    if weeks and not short:
        yield "Timene rekker i alle ukene: de som er igjen, de som ønsker mer, og vikarene kan arbeide alt som trengs."
    if not short:
        return
    lacks = sum(one.lacks for one in short)
    over_all = max(0, sum(one.need for one in weeks) - sum(one.can for one in weeks))
    moved = f" Arbeider noen mer i disse og mindre i andre uker, mangler det minst {hours_said(over_all)}."
    yield (
        f"Timene rekker ikke: Det mangler {hours_said(lacks)} i {counted(len(short), 'uke', 'uker')}, selv om alle de "
        f"andre, de som ønsker mer, og vikarene arbeider så mye som de kan.{moved if over_all < lacks else ''}"
    )
    yield f"Uke for uke: {'; '.join(_weeks(brief, alike) for alike in _alike(short))}."
    most = max(one.lacks for one in short)
    full = Counter(one.full_time_week for one in brief.assistants).most_common(1)[0][0]
    share = percent(Decimal(ceil(100 * most / full)))
    yield f"Utvei 1: en vikar på {hours_said(lacks)} i disse ukene, høyst {hours_said(most)} i uka ({share} stilling)."


def _alike(weeks: Sequence[WeekCover]) -> Iterator[list[WeekCover]]:
    """Weeks in a row that lack as much while the same are away."""
    alike: list[WeekCover] = []
    for one in weeks:
        last = alike[-1] if alike else one
        same = (one.need, one.can, tuple(one.away)) == (last.need, last.can, tuple(last.away))
        if alike and not (same and one.first - last.first == timedelta(days=7)):
            yield alike
            alike = []
        alike.append(one)
    if alike:
        yield alike


def _weeks(brief: Brief, alike: Sequence[WeekCover]) -> str:
    """«uke 24–25 mangler 22,2 timer hver (Furu og Eik borte; …)»."""
    one, last = alike[0], alike[-1]
    away = listed([brief.assistant(who).alias for who in one.away]) or "ingen"
    first = one.first.isocalendar().week
    name = f"uke {first}" if one is last else f"uke {first}–{last.first.isocalendar().week}"
    each = "" if one is last else " hver"
    return (
        f"{name} mangler {hours_said(one.lacks)}{each} ({away} borte; de andre kan arbeide {hours_said(one.can)}, og "
        f"behovet er {hours_said(one.need)})"
    )


SEASON = " fra 1. juni til 30. september"


def other_weeks(brief: Brief, spans: Mapping[str, Sequence[DateSpan]], least: int, had: int) -> Iterator[str]:
    """Vacation weeks for which more hours suffice, by name; the hours are those of the whole season."""
    if least >= had:
        yield (
            "Utvei 2, andre ferieuker, finnes ikke uten vikar: Også de ukene som passer best, mangler "
            f"{hours_said(least)}, når alle skal ha ferien samlet mellom 1. juni og 30. september."
        )
        return
    left = (
        "rekker timene i alle ukene"
        if not least
        else f"mangler {hours_said(least)} i stedet for {hours_said(had)}{SEASON}"
    )
    said = [f"{brief.assistant(who).alias} {dates_said(of)}" for who, of in spans.items()]
    yield f"Utvei 2: Med disse ferieukene {left}: {'; '.join(said)}."


def open_said(places: int, minutes: int, lacks: int) -> Iterator[str]:
    """Why shifts stand open: the hours, or what could be lawfully found of them in the time."""
    if not places:
        return
    said = f"{counted(places, 'vakt står åpen', 'vakter står åpne')}, til sammen {hours_said(minutes)}."
    if not lacks:
        yield f"{said} Timene rekker, så det er hvile, søndager og hele vakter som ikke går opp. Mer tid kan hjelpe."
    elif minutes > lacks:
        yield (
            f"{said} {hours_said(lacks)} av dem er timer som ikke finnes. Resten går ikke opp i hele, lovlige vakter, "
            "eller ble ikke funnet i tiden."
        )
    else:
        yield f"{said} Det er fordi timene ikke rekker."
