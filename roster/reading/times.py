"""Times of day and dates as people write them: ``7:30``, ``07.30``, ``22.30–07.30``, ``4.1.2027``."""

import re
from dataclasses import dataclass
from datetime import date

from roster.domain.days import DateSpan
from roster.reading.faults import Unreadable
from roster.reading.numbers import short, tidy

DAY = 24 * 60
DASH = r"[-‐‑‒–—―−]"
_TIME = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?(?::00)?")
_TO = re.compile(rf"\s*(?:{DASH}|\btil\b)\s*")
_DATE = r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\.\d{1,2}\.\d{2})"
_DATES = re.compile(rf"({_DATE})\s*(?:{DASH}|til|:)\s*({_DATE})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True)
class TimeSpan:
    """From ``start`` minutes past midnight, ``length`` minutes by the clock; 0 < length <= 24 hours."""

    start: int
    length: int

    @property
    def end(self) -> int:
        return self.start + self.length


def time_of_day(text: str) -> int:
    """Minutes past midnight, 0 to 1440."""
    found = _TIME.fullmatch(tidy(text).lower())
    if not found:
        raise Unreadable(f"«{short(text)}» er ikke et klokkeslett.", "Skriv for eksempel 07:30 eller 07.30.")
    hour, minute = int(found[1]), int(found[2] or 0)
    if minute > 59 or hour * 60 + minute > DAY:
        raise Unreadable(
            f"Klokkeslettet «{short(text)}» finnes ikke.", "Døgnet går fra 00:00 til 24:00. Skriv for eksempel 07:30."
        )
    return hour * 60 + minute


def time_span(text: str) -> TimeSpan:
    """From–to, over midnight when the end is not after the start."""
    ends = _TO.split(tidy(text).lower())
    if len(ends) != 2 or not all(ends):
        raise Unreadable(f"«{short(text)}» er ikke en tid fra–til.", "Skriv for eksempel 7:30–15 eller 22.30–07.30.")
    start, end = map(time_of_day, ends)
    if start == DAY:
        start = 0
    if start == end:
        raise Unreadable(
            f"Tiden «{short(text)}» slutter når den starter.",
            "Skriv to ulike klokkeslett. Hele døgnet fra midnatt er 00:00–24:00.",
        )
    return TimeSpan(start, (end - start) % DAY or DAY)


def a_date(text: str) -> date:
    clean = tidy(text)
    if iso := _ISO.fullmatch(clean):
        parts = int(iso[1]), int(iso[2]), int(iso[3])
    elif dotted := _DOTTED.fullmatch(clean):
        year = int(dotted[3])
        parts = year + 2000 if year < 100 else year, int(dotted[2]), int(dotted[1])
    else:
        raise Unreadable(f"«{short(text)}» er ikke en dato.", "Skriv for eksempel 2027-01-04 eller 4.1.2027.")
    try:
        day = date(*parts)
    except ValueError:
        raise Unreadable(
            f"Datoen «{short(text)}» finnes ikke i kalenderen.", "Sjekk dag og måned. Skriv for eksempel 2027-01-04."
        ) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unreadable(f"Året i «{short(text)}» kan ikke stemme.", "Skriv året med fire sifre, for eksempel 2027.")
    return day


def date_span(text: str) -> DateSpan:
    """One date, or from–to with both days in it."""
    clean = tidy(text).lower()
    if pair := _DATES.fullmatch(clean):
        first, last = a_date(pair[1]), a_date(pair[2])
        if last < first:
            raise Unreadable(f"«{short(text)}» slutter før den starter.", "Bytt om datoene, eller rett dem.")
        return DateSpan(first, last)
    try:
        day = a_date(clean)
    except Unreadable as unreadable:
        raise Unreadable(
            unreadable.what, "Skriv en dato, for eksempel 2027-01-04, eller fra–til: 2027-01-04–2027-01-10."
        ) from None
    return DateSpan(day, day)


def birth(text: str) -> date | int:
    """A date, or a year when no more is given."""
    clean = tidy(text)
    if re.fullmatch(r"\d{4}", clean):
        if not FIRST_YEAR <= int(clean) <= LAST_YEAR:
            raise Unreadable(f"Fødselsåret «{clean}» kan ikke stemme.", "Skriv året med fire sifre, for eksempel 1990.")
        return int(clean)
    return a_date(clean)
