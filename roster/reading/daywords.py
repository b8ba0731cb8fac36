"""Days and weeks in words: ``man–fre``, ``lør, søn``, ``hverdager``, ``oddetall``, ``1, 3, 5-7``."""

import re

from roster.domain.days import ALL_WEEKDAYS, WeekRule
from roster.domain.settings import Cut
from roster.reading.faults import Unreadable
from roster.reading.numbers import short, tidy
from roster.reading.times import DASH, a_date, time_of_day

_NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_GROUPS = {
    "alle": ALL_WEEKDAYS,
    "alle dager": ALL_WEEKDAYS,
    "hver dag": ALL_WEEKDAYS,
    "hverdager": frozenset(range(5)),
    "hverdag": frozenset(range(5)),
    "ukedager": frozenset(range(5)),
    "helg": frozenset({5, 6}),
    "helger": frozenset({5, 6}),
}
_BETWEEN = re.compile(r"\s*(?:,|;|\bog\b|\+)\s*")
_RANGE = re.compile(rf"\s*(?:{DASH}|\btil\b)\s*")
_EVERY_SECOND = re.compile(r"\bannen ?hver|\bhver (?:annen|2\.)")
_WEEKS_SO = "Skriv alle, oddetall, partall eller uketall som 1, 3, 5–7."
LAST_WEEK = 53


def weekdays(text: str) -> frozenset[int]:
    """The weekdays meant, Monday 0; never empty."""
    days: set[int] = set()
    for piece in _BETWEEN.split(tidy(text).lower()):
        if piece in _GROUPS:
            days |= _GROUPS[piece]
            continue
        ends = [_weekday(end, text) for end in _RANGE.split(piece)]
        if len(ends) > 2:
            raise _no_weekday(text)
        first, last = ends[0], ends[-1]
        days |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    return frozenset(days)


def weeks(text: str) -> tuple[WeekRule, frozenset[int]]:
    """Which weeks, with their numbers where they are named."""
    clean = tidy(text).lower()
    clean = re.sub(r"^uker?\s+", "", clean)
    if clean in {"alle", "alle uker", "hver uke"}:
        return WeekRule.ALL, frozenset()
    if clean in {"oddetall", "oddetallsuker", "odde", "ulike"}:
        return WeekRule.ODD, frozenset()
    if clean in {"partall", "partallsuker", "par", "like"}:
        return WeekRule.EVEN, frozenset()
    named: set[int] = set()
    for piece in _BETWEEN.split(clean):
        ends = _RANGE.split(piece)
        if len(ends) > 2 or not all(re.fullmatch(r"\d{1,2}", end) and 1 <= int(end) <= LAST_WEEK for end in ends):
            ways = "Skriv oddetall eller partall." if _EVERY_SECOND.search(clean) else _WEEKS_SO
            raise Unreadable(f"Vi forstår ikke ukene «{short(text)}».", ways)
        if int(ends[-1]) < int(ends[0]):
            raise Unreadable(f"Ukene «{short(text)}» går baklengs.", "Skriv den første uka først, for eksempel 5–7.")
        named |= set(range(int(ends[0]), int(ends[-1]) + 1))
    return WeekRule.NAMED, frozenset(named)


def week_cut(text: str) -> tuple[int, int]:
    """Weekday and minutes past midnight: ``mandag 00:00``."""
    word, _, clock = tidy(text).lower().partition(" ")
    at = time_of_day(clock.removeprefix("kl. ").removeprefix("kl ")) if clock else 0
    return _weekday(word, text), at


def dated_cut(text: str) -> Cut:
    """Where the week was decided to begin, and since when: ``mandag 00:00 fra 2027-01-04``."""
    cut, found, since = tidy(text).lower().partition(" fra ")
    if not found:
        raise Unreadable(
            f"Ukeskillet «{short(text)}» sier ikke når det gjelder fra.",
            "Skriv for eksempel «mandag 00:00 fra 2027-01-04».",
        )
    weekday, minute = week_cut(cut)
    return Cut(a_date(since), weekday, minute)


def weekday_name(day: int) -> str:
    return _NAMES[day]


def _weekday(word: str, text: str) -> int:
    stem = word.strip(" .")
    if len(stem) >= 2:
        for number, name in enumerate(_NAMES):
            if name.startswith(stem) or stem == name + "er":
                return number
    raise _no_weekday(text)


def _no_weekday(text: str) -> Unreadable:
    if _EVERY_SECOND.search(tidy(text).lower()):
        return Unreadable(
            f"Vi forstår ikke dagene «{short(text)}».", "Skriv dagen her, og oddetall eller partall i «uker»."
        )
    return Unreadable(
        f"Vi forstår ikke dagene «{short(text)}».",
        "Skriv for eksempel man–fre, lør, søn, hverdager, helg eller alle dager.",
    )
