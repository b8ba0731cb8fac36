"""Words of a turnus that is changed for some weeks: høytidsturnus, ferieturnus and hjelpeturnus (form 3)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from roster.domain.assistant import Assistant
from roster.domain.days import DateSpan, is_sunday_or_red
from roster.domain.frame import Frame
from roster.domain.kinds import OffCode
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.rules.agreements import paragraph_of
from roster.rules.red_days_off import off_codes
from roster.rules.sunday_blocks import averaged_on
from roster.rules.zones import red_days, red_of
from roster.wording.form3_tables import agreement_said
from roster.wording.numbers import counted, from_to, inside, listed, short_date, weekday
from roster.wording.red_counts import ZONE
from roster.wording.red_day_words import red_day


class Kind(StrEnum):
    """What the weeks are changed for."""

    HOLIDAYS = "Høytidsturnus"
    VACATION = "Ferieturnus"
    HELP = "Hjelpeturnus"


FILES = {Kind.HOLIDAYS: "hoytidsturnus.xlsx", Kind.VACATION: "ferieturnus.xlsx", Kind.HELP: "hjelpeturnus.xlsx"}
GRUNNTURNUS, CHANGED_LINE = "grunnturnus", "endret plan"
MARK = "→"
"""Stands before a code that is changed, so that it is seen without colour and heard."""
NAME, LINE = "Navn", "Linje"
HOW_TO_READ = (
    "Hver assistent har to linjer, med navnet til venstre for begge: «grunnturnus» er den faste turnusen, og «endret "
    "plan» er den nye. En rute med → er endret. Tykk kant betyr at vakta er endret. → uten tykk kant betyr at bare "
    "fridagen har fått en annen kode, fordi F1 og F2 er regnet på nytt i den endrede planen. «→ fri» er en fri dag "
    "uten F-kode. En tom rute er en dag uten vakt. Grå kolonner er søndager og røde dager."
)
DAYS_SHEET = "Røde dager"
DAYS_TITLE = "Hvem arbeider på hver røde dag"
ABOUT_DAYS = (
    "Hver vakt står på den røde dagen der det meste av den ligger. " + ZONE,
    "Starter vakta dagen før, står den dagen i parentesen. Da kan assistenten ha F1 eller F2 på selve datoen. Ei vakt "
    "som begynner på datoen, men teller på en annen rød dag eller ingen, står bak navnet i siste kolonne.",
)
DAYS_HEADINGS = ("Rød dag", "Arbeider", "Fri")
NO_PLAN = (
    "Vi fant ingen lovlig turnus for disse ukene i tiden vi hadde.",
    "Gi mer tid med --seconds, eller ta med flere uker med --from og --to.",
)
NOT_IN_PLAN = "Ukene ligger ikke i planen."
NO_HOLIDAY = "Det er ingen helligdager igjen i planen."


def title(kind: Kind, alias: str, within: DateSpan) -> str:
    """«Høytidsturnus for Fjellrev, 22.03.2027–04.04.2027 (2 uker)»."""
    weeks = counted(-(-((within.last - within.first).days + 1) // 7), "uke", "uker")
    return f"{kind.value} for {alias}, {from_to(within.first, within.last)} ({weeks})"


def red_days_listed(frame: Frame, within: DateSpan) -> str:
    days = [day for day in frame.dates if day in within and is_sunday_or_red(day)]
    return f"{counted(len(days), 'rød dag', 'røde dager')}: {listed([red_day(day) for day in days])}"


def day_rows(now: Roster, within: DateSpan) -> Iterator[tuple[str, str, str]]:
    """Each red day with who works on it, by code, and who is off; those off with what else stands on the date."""
    frame = now.frame
    reds = red_days(frame)
    on: dict[date, list[tuple[Shift, str]]] = {}
    begins: dict[tuple[str, date], Shift] = {}
    for person in frame.people:
        for shift in now.duties(person.id):
            begins[person.alias, shift.start.date()] = shift
            if shift.event is None and (red := red_of(shift, reds)) is not None:
                on.setdefault(red.day, []).append((shift, person.alias))
    order = {one.id: number for number, one in enumerate(frame.shifts)}
    for day in frame.dates:
        if day in within and is_sunday_or_red(day):
            works = sorted(on.get(day, ()), key=lambda one: order.get(one[0].id, 0))
            busy = {alias for _, alias in works}
            free = [
                f"{one.alias}{_besides(one, begins.get((one.alias, day)), day)}"
                for one in frame.people
                if one.alias not in busy
            ]
            said = ", ".join(f"{alias} ({_code(shift, day)})" for shift, alias in works)
            yield red_day(day), said or "ingen", ", ".join(free) or "ingen"


def _code(shift: Shift, day: date) -> str:
    """The code; of a shift that starts on another date than the red day it belongs to, with that date."""
    start = shift.start.date()
    return shift.kind if start == day else f"{shift.kind} fra {start.day}.{start.month}."


def _besides(person: Assistant, shift: Shift | None, day: date) -> str:
    """A shift that begins on the date but counts on another red day or none, or a vacation."""
    if shift is not None:
        return f" ({shift.kind} fra kl. {shift.start:%H.%M})"
    return " (ferie)" if any(day in dates for dates in person.vacation) else ""


def day_lines(now: Roster, within: DateSpan) -> Iterator[str]:
    for day, works, free in day_rows(now, within):
        yield f"{day}: {works}. Fri: {free}."


def basis_said(frame: Frame, within: DateSpan) -> str:
    """By which rule F3 is given here."""
    if OffCode.RED_DAY not in off_codes(frame.brief):
        return "Avtalen her har ikke F3."
    days = [day for day in frame.dates if day in within and is_sunday_or_red(day)]
    averaged = [one.alias for one in frame.people if days and all(map(averaged_on(frame, one.id), days))]
    agreed = [agreement_said(one) for one in frame.brief.agreements if paragraph_of(one) == "10-8 (4)"]
    by = f" ({listed(agreed)})" if agreed else ""
    if not averaged:
        return "Her gjelder hovedregelen: F3 gis når den røde dagen før er arbeidet."
    whom = "" if len(averaged) == len(frame.people) else f" for {listed(averaged)}; for de andre gjelder hovedregelen"
    return f"Her er det avtalt at søndager og røde dager regnes i snitt{whom}{by}. Derfor gis F3 etter snitt."


def codes_changed(file: str, number: str, had: Iterable[OffCode], now: Iterable[OffCode]) -> str:
    """The brief in the folder has other settings than the version that is changed."""
    return f"{file} sier {_codes(now)}, og det gjelder her. I versjon {number} gjaldt {_codes(had)}."


def codes_unknown(file: str, number: str) -> str:
    return f"{file} kan ikke leses. F3, F4 og F5 gjelder derfor som i versjon {number}. Se feilene med «roster check»."


def _codes(codes: Iterable[OffCode]) -> str:
    return listed(sorted(one.value for one in codes)) or "ingen av F3, F4 og F5"


def open_said(shifts: Sequence[tuple[Shift, int]]) -> Iterator[str]:
    for shift, missing in shifts:
        number = "" if missing == 1 else f" ({missing} mangler)"
        yield f"Åpen vakt: {inside(shift.kind)} {weekday(shift.start.date())} {short_date(shift.start.date())}{number}."
