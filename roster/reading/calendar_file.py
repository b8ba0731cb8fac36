"""A calendar file (.ics, RFC 5545) such as a skolerute: which days are which, by the words of its entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from roster.domain.clock import OSLO
from roster.domain.days import DateSpan
from roster.reading.faults import Unreadable
from roster.reading.numbers import short
from roster.reading.times import TimeSpan
from roster.wording.calendar_words import sort_of

_MOST_BYTES = 2 << 20
_MOST_DAYS = 2000
_MOST_REPEATS = 400
_A_DAY = timedelta(days=1)
_WAY_OUT = "Hent skoleruta på nytt som .ics, eller skriv datoene i «kalender»."


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """Days of a sort, with the hours of the day where the entry has any."""

    sort: str
    dates: DateSpan
    time: TimeSpan | None
    name: str


def content_of(folder: Path, name: str) -> bytes:
    """What is in the file of that name in the folder; raises ``Unreadable`` for one that is not there, or elsewhere."""
    if Path(name).name != name or not name.lower().endswith(".ics"):
        raise Unreadable("Dette er ikke navnet på en kalenderfil.", "Legg fila i samme mappe, og skriv bare navnet.")
    try:
        with (folder / name).open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError:
        raise Unreadable("Fila finnes ikke, eller kan ikke leses.", "Legg den i samme mappe som grunnlaget.") from None
    if len(content) > _MOST_BYTES:
        raise Unreadable("Fila er for stor.", _WAY_OUT)
    return content


def days_in(content: bytes, sort: str | None) -> tuple[tuple[CalendarDays, ...], tuple[str, ...]]:
    """The days of a calendar, and the entries that say nothing we know; with ``sort`` all are of that sort.

    Raises ``Unreadable`` for what is no calendar.
    """
    try:
        events = [one for one in Calendar.from_ical(content).walk("VEVENT") if isinstance(one, Event)]
    except (ValueError, IndexError, KeyError):
        raise Unreadable("Fila er ikke en hel kalenderfil.", _WAY_OUT) from None
    found: list[CalendarDays] = []
    passed_over: list[str] = []
    for event in events:
        said = short(str(event.get("summary", "")))
        known = sort.casefold() if sort is not None else sort_of(said)
        if known is None:
            passed_over.append(said or "uten navn")
            continue
        try:
            found += (CalendarDays(known, dates, times, said) for dates, times in _when(event))
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
            raise Unreadable(f"Vi forstår ikke når «{said}» er.", _WAY_OUT) from None
        if len(found) > _MOST_DAYS:
            raise Unreadable(f"Fila har flere enn {_MOST_DAYS} oppføringer.", _WAY_OUT)
    return tuple(sorted(found, key=lambda one: (one.dates.first, one.sort))), tuple(dict.fromkeys(passed_over))


def _when(event: Event) -> Iterator[tuple[DateSpan, TimeSpan | None]]:
    """Each time that it happens: whole days, or hours of a day."""
    start = _wall(event.decoded("dtstart"))
    length = _length(event, start)
    left_out = {_wall(one) for one in _excluded(event)}
    for begins in _starts(event, start):
        if begins in left_out:
            continue
        if isinstance(begins, datetime):
            end = begins + length
            if end.date() > begins.date() + _A_DAY or length > _A_DAY:
                yield DateSpan(begins.date(), (end - timedelta(minutes=1)).date()), None
            else:
                minutes = max(1, round(length.total_seconds()) // 60)
                yield DateSpan(begins.date(), begins.date()), TimeSpan(begins.hour * 60 + begins.minute, minutes)
        else:
            yield DateSpan(begins, begins + max(length, _A_DAY) - _A_DAY), None


def _starts(event: Event, start: date) -> Iterator[date]:
    rule = event.get("rrule")
    if rule is None:
        yield start
        return
    timed = isinstance(start, datetime)
    first = start if isinstance(start, datetime) else datetime.combine(start, time())
    written = rule.to_ical().decode()
    repeats = rrulestr(written, dtstart=first, ignoretz=True)
    for moment in islice(repeats, _MOST_REPEATS):
        yield moment if timed else moment.date()


def _length(event: Event, start: date) -> timedelta:
    if "dtend" in event:
        end = _wall(event.decoded("dtend"))
        return end - start
    if "duration" in event:
        length = event.decoded("duration")
        assert isinstance(length, timedelta)
        return length
    return timedelta(hours=1) if isinstance(start, datetime) else _A_DAY


def _excluded(event: Event) -> Iterator[date]:
    given = event.get("exdate")
    for listed in given if isinstance(given, list) else [given] if given is not None else []:
        yield from (one.dt for one in listed.dts)


def _wall(moment: date) -> date:
    """The date, or the moment by the clock in Oslo."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(ZoneInfo(str(OSLO.zone))).replace(tzinfo=None)
    return moment
