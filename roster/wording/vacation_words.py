"""The vacation list in words: when, how many virkedager, which wish it was, when it must be told, and who covers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.vacation_list import Granted
from roster.wording.numbers import counted, from_to, hours_said, listed, percent, short_date

SHEET = "Ferieliste"
HEADINGS = (
    "Navn",
    "Stilling",
    "Ferie",
    "Virkedager 1.6.–30.9.",
    "Virkedager i året",
    "Ønsket",
    "Skal være varslet",
    "Søndag fri før og etter",
    "Vakter i ferien",
    "Dekkes av",
)
TITLE = "Ferieliste"
ABOUT = (
    "18 virkedager kan kreves samlet mellom 1. juni og 30. september, og resten samlet i løpet av året (ferieloven "
    "§ 7). Virkedager er mandag til lørdag, uten røde dager (§ 5).",
    "Ferien skal være varslet senest to måneder før den starter (§ 6). Den som arbeider søndager, kan kreve fri "
    "søndagen før eller etter ferien (§ 5 fjerde ledd).",
    "Timene i stillingen minker med ferien: en sjettedel av ei uke for hver virkedag. Ingen arbeider inn ferien sin.",
)
NO_WISH = "foreslått, uten ønske"
GIVEN_BEFORE = "fra grunnlaget"
NOBODY = "ingen"
NOT_PLANNED = "ikke planlagt ennå"
"""Where the one on vacation has the shift still, outside the weeks that were planned."""
NO_VACATION = ("Ingen har ferie i disse ukene.", "Skriv ferie i grunnlaget, eller ta med ønskene med --wishes.")


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list. ``told_by`` None: none to come. ``covered``: alias and number of shifts; "" is nobody.

    ``told_by`` and ``told`` (it can be still) are of the first vacation to come, ``later`` the same of those after it.
    """

    who: str
    dates: tuple[DateSpan, ...]
    main: int
    main_of: int
    year: int
    year_of: int
    granted: Granted | None
    told_by: date | None
    told: bool
    sunday_before: bool
    sunday_after: bool
    shifts: int
    covered: Mapping[str, int]
    later: tuple[tuple[date, bool], ...] = ()


def row(brief: Brief, one: Listed) -> tuple[str, ...]:
    person = brief.assistant(one.who)
    return (
        person.alias,
        percent(person.percent),
        dates_said(one.dates),
        f"{one.main} av {one.main_of}",
        f"{one.year} av {one.year_of}",
        wish_said(one),
        told_said(one),
        sundays_said(one),
        str(one.shifts),
        covered_said(one),
    )


def sentence(brief: Brief, one: Listed) -> str:
    person = brief.assistant(one.who)
    if not one.dates:
        return f"{person.alias} ({percent(person.percent)}): ingen ferie ført. {left_said(one)}".strip()
    return (
        f"{person.alias} ({percent(person.percent)}): {dates_said(one.dates)}, {wish_said(one)}. "
        f"{one.main} av {one.main_of} virkedager 1.6.–30.9., {one.year} av {one.year_of} i året. "
        f"{_told(one)}{counted(one.shifts, 'vakt', 'vakter')} i ferien, dekkes av: "
        f"{covered_said(one)}. {left_said(one)}"
    ).strip()


def dates_said(spans: Sequence[DateSpan]) -> str:
    return listed([from_to(one.first, one.last) for one in spans])


def wish_said(one: Listed) -> str:
    if one.granted is None:
        return GIVEN_BEFORE if one.dates else ""
    if one.granted.choice:
        return f"{one.granted.choice}. ønske av {one.granted.of}"
    return "foreslått, ingen av ønskene gikk" if one.granted.of else NO_WISH


def _told(one: Listed) -> str:
    return "" if one.told_by is None else f"Varsles senest {told_said(one)}. "


def told_said(one: Listed) -> str:
    if one.told_by is None:
        return ""
    each = ((one.told_by, one.told), *one.later)
    return listed([f"{short_date(day)}{'' if told else ' (for seint: må avtales)'}" for day, told in each])


def sundays_said(one: Listed) -> str:
    if one.told_by is None:
        return ""
    said = f"før: {'ja' if one.sunday_before else 'nei'}, etter: {'ja' if one.sunday_after else 'nei'}"
    return said if one.sunday_before or one.sunday_after else f"{said} – én av dem kan kreves fri"


def covered_said(one: Listed) -> str:
    if not one.shifts:
        return NOBODY
    return listed([f"{alias or 'åpen vakt'} {number}" for alias, number in one.covered.items()])


def left_said(one: Listed) -> str:
    left = one.year_of - one.year
    return f"{counted(left, 'virkedag', 'virkedager')} igjen å legge." if left > 0 else ""


def made_anew(draft: str, number: str) -> str:
    """The wishes are shared out once more."""
    return f"Ferieturnusen i versjon {draft} er ikke tatt i bruk, så denne er laget av versjon {number} i stedet."


def week_before_said(weeks: DateSpan, aliases: Sequence[str]) -> str:
    """Why the weeks begin earlier than those asked for."""
    return f"Uka fra {short_date(weeks.first)} er med, fordi en vakt der går inn i ferien til {listed(aliases)}."


def outside_said(alias: str, days: Sequence[date], weeks: DateSpan) -> str:
    """Of whose vacation so many shifts lie outside the weeks that were planned, and how to plan for them."""
    return (
        f"{counted(len(days), 'vakt', 'vakter')} i ferien til {alias}, {dates_said([DateSpan(days[0], days[-1])])}, "
        f"ligger utenfor ukene og står fortsatt på {alias}. Lag turnusen for dem også, med "
        f"--from {weeks.first.isoformat()} --to {weeks.last.isoformat()} og uten --wishes."
    )


def away_said(away: int) -> str:
    """How many may be away at once, as the user says."""
    return f"Høyst {'én' if away == 1 else away} har ferie samtidig, som du ba om."


NOT_KEPT = "Ferien ble fordelt slik, men ingen turnus ble laget, så ingenting er lagret:"


def granted_line(brief: Brief, one: Granted) -> str:
    """Who was given which dates, where no turnus was found for them."""
    wish = f"{one.choice}. ønske" if one.choice else "foreslått"
    return f"{brief.assistant(one.who).alias}: {dates_said(one.dates)} ({wish})"


def crowded_said(days: Sequence[date]) -> str:
    if not days:
        return ""
    return f"Flere enn det har ferie {counted(len(days), 'dag', 'dager')}, første gang {short_date(days[0])}."


def asked_first(brief: Brief, room: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Who is asked about shifts that stand open, in the order of § 14-3 and D29, with the hours they have room for."""
    said = [f"{brief.assistant(who).alias} ({hours_said(minutes)})" for who, minutes in room]
    if said:
        yield f"Spør om åpne vakter i denne rekkefølgen, deltidsansatte først (aml § 14-3): {', '.join(said)}."


def brief_rows(brief: Brief) -> str:
    """The vacations as rows for «tilgjengelighet» in the brief, as YAML."""
    rows = (
        f"  - {{hvem: {one.id}, gjelder: ferie, datoer: {span.first.isoformat()}–{span.last.isoformat()}}}\n"
        for one in brief.assistants
        for span in one.vacation
    )
    return (
        "# Bytt ut ferieradene under «tilgjengelighet» i grunnlaget med disse, så vet neste plan om ferien.\n"
        f"tilgjengelighet:\n{''.join(rows)}"
    )
