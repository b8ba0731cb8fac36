"""A calendar file (.ics, RFC 5545) such as a skolerute: which days are which, by the words of its entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event, vRecur

from roster.domain.clock import OSLO
from roster.domain.days import DateSpan
from roster.reading.faults import Unreadable
from roster.reading.numbers import short
from roster.reading.times import TimeSpan
from roster.wording.calendar_words import sort_of

_MOST_BYTES = 2 << 20
_MOST_DAYS = 2000
_MANY_A_DAY = ("HOURLY", "MINUTELY", "SECONDLY")
_WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
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


def days_in(
    content: bytes, sort: str | None, around: DateSpan | None
) -> tuple[tuple[CalendarDays, ...], tuple[str, ...]]:
    """The days of a calendar, and the entries that say nothing we know; with ``sort`` all are of that sort.

    What is repeated is read ``around`` the plan alone, for it may go on for ever; None: the plan is not known, and the
    first time has to do. Raises ``Unreadable`` for what is no calendar.
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
            found += (CalendarDays(known, dates, times, said) for dates, times in _when(event, around))
        except Unreadable:
            raise
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
            raise Unreadable(f"Vi forstår ikke når «{said}» er.", _WAY_OUT) from None
        if len(found) > _MOST_DAYS:
            raise Unreadable(f"Fila har flere enn {_MOST_DAYS} oppføringer.", _WAY_OUT)
    return tuple(sorted(found, key=lambda one: (one.dates.first, one.sort))), tuple(dict.fromkeys(passed_over))


def _when(event: Event, around: DateSpan | None) -> Iterator[tuple[DateSpan, TimeSpan | None]]:
    """Each time that it happens: whole days, or hours of a day."""
    start = _wall(event.decoded("dtstart"))
    length = _length(event, start)
    left_out = set(_listed(event, "exdate"))
    # A whole day has no time to leave out, whatever some programs write; and a whole day left out takes its hours too.
    days_out = {one for one in left_out if not isinstance(one, datetime)}
    if not isinstance(start, datetime):
        days_out |= set(map(_date, left_out))
    for begins in _starts(event, start, around):
        if begins in left_out or _date(begins) in days_out:
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


def _starts(event: Event, start: date, around: DateSpan | None) -> Iterator[date]:
    """When it begins, each time once: by its rule, else the once, and on the dates that are listed besides."""
    timed = isinstance(start, datetime)
    listed = {(_at(one) if timed else _date(one)) for one in _listed(event, "rdate")}
    rule = event.get("rrule")
    first = {start} if rule is None else set(_repeated(rule, start, around or DateSpan(_date(start), _date(start))))
    yield from sorted(first | listed)


def _repeated(rule: vRecur, start: date, around: DateSpan) -> Iterator[date]:
    """What the rule gives of the dates around; raises ``Unreadable`` for one by less than a day, which no days are."""
    if str(rule["FREQ"][0]).upper() in _MANY_A_DAY or any(part in rule for part in _WITHIN_A_DAY):
        raise Unreadable("En oppføring gjentas flere ganger om dagen.", _WAY_OUT)
    if min(rule.get("INTERVAL", (1,))) < 1:
        raise ValueError("a repeat that never gets on")
    last = datetime.combine(around.last, time.max)
    written: str = vRecur.to_ical(rule).decode()  # type: ignore[no-untyped-call]
    for moment in rrulestr(written, dtstart=_at(start), ignoretz=True):
        if moment > last:
            return
        if moment.date() >= around.first:
            yield moment if isinstance(start, datetime) else moment.date()


def _length(event: Event, start: date) -> timedelta:
    if "dtend" in event:
        end = _wall(event.decoded("dtend"))
        return end - start
    if "duration" in event:
        length = event.decoded("duration")
        if not isinstance(length, timedelta):
            raise ValueError("more than one length")
        return length
    return timedelta(hours=1) if isinstance(start, datetime) else _A_DAY


def _listed(event: Event, name: str) -> Iterator[date]:
    """The dates and times of a list, such as those left out; raises ``ValueError`` for periods, which have own ends."""
    given = event.get(name)
    for listed in given if isinstance(given, list) else [given] if given is not None else []:
        for one in listed.dts:
            if not isinstance(one.dt, date):
                raise ValueError("a period in a list of dates")
            yield _wall(one.dt)


def _date(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _at(moment: date) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def _wall(moment: date) -> date:
    """The date, or the moment by the clock in Oslo."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(ZoneInfo(str(OSLO.zone))).replace(tzinfo=None)
    return moment
