"""Dates and times as other programs write them: with weekday, seconds or offset, as 0730, or as a number of Excel's."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from roster.domain.clock import OSLO
from roster.reading.faults import Unreadable
from roster.reading.numbers import short, tidy
from roster.reading.times import DASH, DAY, TimeSpan, a_date, time_of_day
from roster.wording.numbers import MONTHS, WEEKDAYS

_EXCEL_FIRST = date(1899, 12, 30)
_SERIAL = re.compile(r"([2-9]\d{4})(?:[.,](\d+))?")
_PART_OF_DAY = re.compile(r"0[.,]\d{3,}")
_WEEKDAY = re.compile(rf"(?:{'|'.join(f'{day}|{day[:3]}' for day in WEEKDAYS)}|[mtwfs][a-z]{{1,7}})[.,]?\s+(?=\d)")
_NAMED_MONTH = re.compile(r"(\d{1,2})\.?\s*([a-zæøå]{3,9})\.?\s+(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MOMENT = re.compile(r"(.*?\d)(?:\s*[T ,]\s*|\s+kl\.?\s*)(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)(?:\.\d+)?", re.IGNORECASE)
_SECONDS = re.compile(r"(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?")
_DATED = re.compile(r"\d[./-]\s?\d|[a-zæøå]{3}.*\d{4}")
_DIGITS = re.compile(r"(\d{1,2})(\d{2})")
_TO = re.compile(rf"\s*(?:{DASH}|\btil\b|\bto\b)\s*")


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says of a moment: its day, its minutes past midnight, or both."""

    day: date | None
    minutes: int | None


def said(text: str) -> Said:
    """A date, a time of day, or both; raises ``Unreadable``."""
    clean = tidy(text)
    if serial := _SERIAL.fullmatch(clean):
        day = _EXCEL_FIRST + timedelta(days=int(serial[1]))
        return Said(day, _part(f"0.{serial[2]}") if serial[2] else None)
    if _PART_OF_DAY.fullmatch(clean):
        return Said(None, _part(clean.replace(",", ".")))
    if (moment := _iso(clean)) is not None:
        return moment
    if (both := _MOMENT.fullmatch(clean)) and not re.fullmatch(r"\d{1,2}", both[1]):
        try:
            return Said(_day(both[1]), _clock(both[2]))
        except Unreadable:
            # «4. 1. 2027» has a point and two digits at its end, too.
            return Said(_day(clean), None)
    if _looks_like_time(clean):
        return Said(None, _clock(clean))
    if not _DATED.search(clean.lower()):
        raise Unreadable(
            f"«{short(text)}» er verken en dato eller et klokkeslett.",
            "Skriv for eksempel 07:30, eller 04.01.2027 07:30.",
        )
    return Said(_day(clean), None)


def a_day(text: str) -> date:
    """The day of a date, or of a moment."""
    found = said(text)
    if found.day is None:
        raise Unreadable(f"«{short(text)}» er ikke en dato.", "Skriv for eksempel 2027-01-04 eller 4.1.2027.")
    return found.day


def span(text: str) -> TimeSpan:
    """From–to, over midnight when the end is not after the start."""
    ends = _TO.split(tidy(text).lower())
    if len(ends) != 2 or not all(ends):
        raise Unreadable(f"«{short(text)}» er ikke en tid fra–til.", "Skriv for eksempel 07:30–15:00.")
    start, end = _clock(ends[0]), _clock(ends[1])
    start %= DAY
    return TimeSpan(start, (end - start) % DAY or DAY)


def is_span(text: str) -> bool:
    try:
        span(text)
    except Unreadable:
        return False
    return True


def at(day: date, minutes: int) -> datetime:
    """The wall time so many minutes past the first midnight of the day."""
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _part(share: str) -> int:
    return round(Decimal(share) * DAY)


def _iso(text: str) -> Said | None:
    """A moment of ISO 8601 with an offset, as the wall shows it in Oslo."""
    if not re.match(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}", text) or not re.search(r"(Z|[+-]\d{2}:?\d{2})$", text):
        return None
    try:
        moment = datetime.fromisoformat(text.replace(" ", "T", 1)).astimezone(ZoneInfo(str(OSLO.zone)))
    except (ValueError, OverflowError):
        return None
    return Said(moment.date(), moment.hour * 60 + moment.minute)


def _looks_like_time(text: str) -> bool:
    bare = re.sub(r"^kl\.?\s*", "", text.lower())
    return bool(re.fullmatch(r"\d{1,2}|\d{3,4}|\d{1,2}[:.]\d{2}|\d{1,2}:\d{2}:\d{2}(\.\d+)?", bare))


def _clock(text: str) -> int:
    bare = re.sub(r"^kl\.?\s*", "", tidy(text).lower())
    if found := _SECONDS.fullmatch(bare):
        late = int(found[3]) >= 30
        return time_of_day(f"{found[1]}:{found[2]}") + late
    if len(bare) >= 3 and (found := _DIGITS.fullmatch(bare)):
        return time_of_day(f"{found[1]}:{found[2]}")
    return time_of_day(bare)


def _day(text: str) -> date:
    bare = _WEEKDAY.sub("", tidy(text).lower())
    if slashed := _SLASHED.fullmatch(bare):
        first, second, year = int(slashed[1]), int(slashed[2]), slashed[3]
        if first <= 12 and second <= 12 and first != second:
            raise Unreadable(
                f"Datoen «{short(text)}» kan leses på to måter.", f"Skriv den som {year}-01-04 eller 4.1.{year}."
            )
        month, day = (second, first) if second <= 12 else (first, second)
        return a_date(f"{year}-{month}-{day}")
    if named := _NAMED_MONTH.fullmatch(bare):
        months = [number for number, name in enumerate(MONTHS, 1) if name.startswith(named[2]) or named[2] == name[:3]]
        if len(months) == 1:
            return a_date(f"{named[3]}-{months[0]}-{named[1]}")
    return a_date(bare)
