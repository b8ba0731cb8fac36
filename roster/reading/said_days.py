"""Days as people say them: «i morgen», «neste fredag», «1. desember», «uke 49», «fra mandag i tre uker».

They are read from ``today``, which is told and never asked of the clock here. «mandag» is the next one to come, and
«neste mandag» the one of next week. What is read is always told back as dates, so that another meaning is seen.
"""

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from roster.domain.days import DateSpan
from roster.reading.faults import Unreadable
from roster.reading.numbers import short, tidy
from roster.reading.times import FIRST_YEAR, LAST_YEAR, a_date
from roster.wording.numbers import MONTHS, WEEKDAYS, long_date

_DASHES = re.compile(r"[‐‑‒–—―−]")
_SHORTER = {"måndag": 0, "tysdag": 1, "tirs": 1, "tors": 3, "laurdag": 5, "sundag": 6, "lordag": 5, "sondag": 6}
_WEEKDAYS = {form: number for number, name in enumerate(WEEKDAYS) for form in (name, f"{name}en", name[:3])} | _SHORTER
_MONTHS = {form: number for number, name in enumerate(MONTHS, start=1) for form in (name, name[:3])}
_FROM_TODAY = (
    {"i forgårs": -2, "i går": -1, "i overmorgen": 2, "overmorgen": 2}
    | dict.fromkeys(("i dag", "idag", "nå", "i kveld", "i natt"), 0)
    | dict.fromkeys(("i morgen", "imorgen", "i morgon", "i morra"), 1)
)
_NUMBER_WORDS = ("en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS, start=1)} | {
    "ei": 1,
    "én": 1,
    "éi": 1,
    "syv": 7,
    "fjorten": 14,
}


def _any(words: dict[str, int]) -> str:
    """The longest first, so that «mandag» is not read as «man»."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_WEEK = r"(?:uke|veke)\s?\d{1,2}(?:\s(?:i\s)?\d{4})?"
_THIS_WEEK = r"denne\s(?:uka|uken|veka)|neste\s(?:uke|uka|uken|veke|veka)|forrige\s(?:uke|uka|uken|veke|veka)"
_WEEKDAY = rf"(?:{_any(_WEEKDAYS)})\.?"
_DATE = (
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}[./]\s?\d{1,2}\.?"
    rf"|(?:den\s)?\d{{1,2}}\.?\s?(?:{_any(_MONTHS)})\b\.?(?:\s\d{{4}})?"
)
_NEAR = (
    rf"(?:(?:på|førstkommende|kommende|neste|denne|forrige|sist)\s)?{_WEEKDAY}(?:\s(?:i\s)?(?:{_WEEK}|{_THIS_WEEK}))?"
)
_OF_WEEK = rf"(?:{_WEEK}|{_THIS_WEEK}),?\s{_WEEKDAY}"
DAY = rf"{_any(_FROM_TODAY)}|(?:{_WEEKDAY},?\s(?:den\s)?)?(?:{_DATE})|{_OF_WEEK}|{_NEAR}"
"""A day as a pattern of lower case letters and plain dashes."""
_LENGTH = rf"(?:[1-9]\d{{0,2}}|{_any(_NUMBERS)})\s?(?:dager|dag|døgn|uker|uke|veker|veke|måneder|måned|månader|månad)"
_UNTIL_END = r"(?:ut|resten\sav)\s(?:uka|uken|veka|måneden|månaden|året)"
_WEEKS = r"(?:ukene|uker?|veker?)\s?(\d{1,2})(?:\s?(-|til|og)\s?(?:uke\s)?(\d{1,2}))?(?:\s(?:i\s)?(\d{4}))?"
_SPAN = re.compile(
    rf"(?:fra og med |fra |frå )?(?P<first>{DAY})"
    rf"(?:(?:\s?(?:-|\.\.)\s?|\s(?:til og med |til )?)(?P<last>{DAY})"
    rf"|(?:\s?[-,]\s?|\s(?:og |i |for )?)(?P<length>{_LENGTH})(?: framover| fremover)?"
    rf"|,?\s(?:og )?(?P<end>{_UNTIL_END}))?"
)
_SAME_MONTH = re.compile(
    rf"(?:fra og med |fra |frå )?(?P<first>\d{{1,2}})\.?(?:\s?-\s?|\s(?:til og med|til)\s)"
    rf"(?P<last>\d{{1,2}}(?P<month>[./]\s?\d{{1,2}}\.?(?:\s?\d{{4}})?|\.?\s?(?:{_any(_MONTHS)})\b\.?(?:\s\d{{4}})?))"
)
"""«11.–15. januar», «11.–15.1.»: the month and the year are said once."""
_UNTIL_DAY = re.compile(rf"(?:til og med|til) (?P<last>{DAY})")
_LENGTH_FROM = re.compile(rf"(?P<length>{_LENGTH}) (?:fra og med|fra|frå) (?P<first>{DAY})")
_YEAR = re.compile(r"\d{4}")
_NAMED_DATE = re.compile(rf"(\d{{1,2}})\.?\s?({_any(_MONTHS)})\.?(?:\s(\d{{4}}))?")
_SHORT_DATE = re.compile(r"(\d{1,2})[./]\s?(\d{1,2})\.?")
_ONLY_LENGTH = re.compile(rf"(?:i |for )?(?P<length>{_LENGTH})(?: framover| fremover)?")
_ONLY_END = re.compile(_UNTIL_END)
_ONLY_WEEKS = re.compile(rf"(?:i |hele )?{_WEEKS}")
_ONLY_THIS_WEEK = re.compile(rf"(?:i |hele )?({_THIS_WEEK})")
_WEEKEND = re.compile(r"(?:i |til |denne |kommende |førstkommende )?(neste )?(?:helga|helgen|helg)")
_MONTH = re.compile(rf"(?:i |hele )?({_any(_MONTHS)})(?: (\d{{4}}))?")
_HALF_A_YEAR = timedelta(days=183)
_EXAMPLE = "«2027-01-11», «11.1.», «mandag» eller «i morgen»"


def plain(text: str) -> str:
    """The text in lower case letters with plain dashes and single spaces, as the patterns have it."""
    clean = tidy(_DASHES.sub("-", text)).casefold()
    clean = re.sub(r"\bf\.?\s?o\.?\s?m\.?(?=\s)", "fra og med", clean)
    return re.sub(r"\bt\.?\s?o\.?\s?m\.?(?=\s)", "til og med", clean)


def said_month(text: str, today: date) -> date | None:
    """The first day of «januar 2027», «denne måneden» or «forrige måned»; None where it is not said which year."""
    clean = plain(text)
    if clean in ("denne måneden", "denne måned"):
        return today.replace(day=1)
    if clean in ("forrige måned", "sist måned"):
        return (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    found = _MONTH.fullmatch(clean)
    year = int(found[2]) if found and found[2] else 0
    return date(year, _MONTHS[found[1]], 1) if found and FIRST_YEAR <= year <= LAST_YEAR else None


@dataclass(frozen=True, slots=True)
class SaidDays:
    """Days read from ``today``; ``within``: the dates of the plan, in which a day without a year is first sought.

    ``back``: weekdays are those that were, because it is told what has been.
    """

    today: date
    within: DateSpan | None = None
    back: bool = False

    def day(self, text: str, since: date | None = None) -> date:
        """One day; with ``since`` the next from that one. Raises ``Unreadable``."""
        clean = plain(text)
        for prefix in ("fra og med ", "fra ", "til og med ", "til "):
            clean = clean.removeprefix(prefix)
        if clean in _FROM_TODAY:
            return self.today + timedelta(days=_FROM_TODAY[clean])
        if near := re.fullmatch(_NEAR, clean):
            return self._near(near[0], since)
        if re.fullmatch(_OF_WEEK, clean):
            found = re.search(rf"\s({_WEEKDAY})$", clean)
            if found is not None:
                return self._of_week(clean[: found.start()].strip(" ,"), _weekday(found[1]))
        named = re.match(rf"({_WEEKDAY}),?\s(?:den\s)?(?=\d)", clean)
        day = self._dated(clean[named.end() :] if named else clean.removeprefix("den "), text, since)
        if named and day.weekday() != _weekday(named[1]):
            raise Unreadable(
                f"{long_date(day)} er ikke en {WEEKDAYS[_weekday(named[1])]}.".capitalize(), "Rett dagen eller datoen."
            )
        return day

    def span(self, text: str) -> DateSpan:
        """From a day to a day, both part of it; raises ``Unreadable``."""
        clean = plain(text)
        if found := _WEEKEND.fullmatch(clean):
            return self._weekend(bool(found[1]))
        if found := _ONLY_THIS_WEEK.fullmatch(clean):
            monday = self._of_week(found[1], 0)
            return DateSpan(monday, monday + timedelta(days=6))
        if found := _ONLY_WEEKS.fullmatch(clean):
            return self._weeks(found, text)
        if (found := _MONTH.fullmatch(clean)) and clean not in _WEEKDAYS:
            return self._month(_MONTHS[found[1]], int(found[2]) if found[2] else None)
        if found := _ONLY_LENGTH.fullmatch(clean):
            return DateSpan(self.today, _after(self.today, found["length"]))
        if _ONLY_END.fullmatch(clean):
            return DateSpan(self.today, _end_of(self.today, clean))
        if found := _UNTIL_DAY.fullmatch(clean):
            return self._from_to(self.today, self.day(found["last"]), text)
        if found := _LENGTH_FROM.fullmatch(clean):
            first = self.day(found["first"])
            return DateSpan(first, _after(first, found["length"]))
        if found := _SAME_MONTH.fullmatch(clean):
            if int(found["first"]) > int(re.split(r"\D", found["last"])[0]):
                raise _backwards(text)
            return self._from_to(*self._both(f"{found['first']}{found['month']}", found["last"]), text)
        if (found := _SPAN.fullmatch(clean)) is None:
            raise Unreadable(
                f"«{short(text)}» er ikke dager fra og til.",
                "Skriv for eksempel «2027-01-11–2027-01-31», «i morgen i 3 uker», «mandag til fredag» eller «uke 49».",
            )
        first = last = self.day(found["first"])
        if found["last"]:
            first, last = self._both(found["first"], found["last"])
        elif found["length"]:
            last = _after(first, found["length"])
        elif found["end"]:
            last = _end_of(first, found["end"])
        return self._from_to(first, last, text)

    def _from_to(self, first: date, last: date, text: str) -> DateSpan:
        if last < first:
            raise _backwards(text)
        return DateSpan(first, last)

    def _both(self, first: str, last: str) -> tuple[date, date]:
        """Two days; of the first without a year the nearest before the last, where that has one or is in the plan.

        Where that puts more than half a year between them, they were told in the wrong order: the last is before.
        """
        start = self.day(first)
        end = self.day(last, since=start)
        if _YEAR.search(first) or not (_SHORT_DATE.fullmatch(first) or _NAMED_DATE.fullmatch(first)):
            return start, end
        alone, plan = self.day(last), self.within
        before = max((one for one in self._every_year(start.day, start.month) if one <= alone), default=start)
        if _YEAR.search(last):
            return (before, alone) if start <= alone or alone - before <= _HALF_A_YEAR else (start, alone)
        if plan is None or alone not in plan or (start in plan and start <= alone):
            return start, end
        if start not in plan:
            return before, alone
        near = [pair for pair in ((start, end), (before, alone)) if pair[1] - pair[0] <= _HALF_A_YEAR]
        return min(near, key=lambda pair: abs(pair[0] - self.today), default=(start, alone))

    # -- days that are near ---------------------------------------------------------------------------------

    def _near(self, text: str, since: date | None) -> date:
        """«mandag», «neste mandag», «mandag i uke 49»."""
        if found := re.search(rf"\s(?:i\s)?({_WEEK}|{_THIS_WEEK})$", text):
            return self._of_week(found[1], _weekday(text[: found.start()].removeprefix("på ")))
        which, _, name = text.rpartition(" ")
        number = _weekday(name)
        monday = self.today - timedelta(days=self.today.weekday())
        if which == "neste" and since is None:
            return monday + timedelta(days=7 + number)
        if which == "denne":
            return monday + timedelta(days=number)
        if which in ("forrige", "sist") or (self.back and since is None):
            return self.today - timedelta(days=((self.today.weekday() - number - 1) % 7) + 1)
        start = since or self.today
        return start + timedelta(days=(number - start.weekday() - 1) % 7 + 1)

    def _of_week(self, week: str, weekday: int) -> date:
        if found := re.fullmatch(r"\D+(\d{1,2})(?:\D+(\d{4}))?", week):
            return self._monday(int(found[1]), int(found[2]) if found[2] else None, week) + timedelta(days=weekday)
        weeks = {"neste": 1, "forrige": -1}.get(week.split(" ", maxsplit=1)[0], 0)
        return self.today - timedelta(days=self.today.weekday()) + timedelta(days=7 * weeks + weekday)

    def _weekend(self, following: bool) -> DateSpan:
        """This week's as long as it lasts; with ``following`` that of next week."""
        saturday = self.today + timedelta(days=5 - self.today.weekday() + 7 * following)
        return DateSpan(saturday, saturday + timedelta(days=1))

    def _weeks(self, found: re.Match[str], text: str) -> DateSpan:
        week, to, until = int(found[1]), found[2], int(found[3] or found[1])
        year = int(found[4]) if found[4] else None
        if year and until < week:
            first, last = self._monday(week, year - 1, text), self._monday(until, year, text)
        else:
            first = self._monday(week, year, text)
            last = first if to is None else self._monday(until, None, text, since=first)
        if to == "og" and last - first != timedelta(days=7):
            raise Unreadable(
                f"Ukene i «{short(text)}» følger ikke etter hverandre.",
                f"Skriv «uke {week}–{until}», eller en om gangen.",
            )
        return DateSpan(first, last + timedelta(days=6))

    def _monday(self, week: int, year: int | None, text: str, since: date | None = None) -> date:
        """Of a week by the calendar."""
        start = since or self.today
        years = (year,) if year else range(start.year - 1, (self.within or DateSpan(start, start)).last.year + 2)
        days = []
        for one in years:
            with suppress(ValueError):
                days += [date.fromisocalendar(one, week, 1)] if FIRST_YEAR <= one <= LAST_YEAR else []
        if since is not None:
            days = [one for one in days if one >= since]
        if not days:
            raise Unreadable(f"Uka i «{short(text)}» finnes ikke.", "Skriv en uke fra 1 til 53, for eksempel uke 49.")
        return self._nearest(days, 6) if since is None else days[0]

    # -- dates ----------------------------------------------------------------------------------------------

    def _dated(self, clean: str, text: str, since: date | None) -> date:
        """A date with a year, or the nearest of those that are meant without one."""
        if named := _NAMED_DATE.fullmatch(clean):
            day, month, year = int(named[1]), _MONTHS[named[2]], named[3]
        elif numbers := _SHORT_DATE.fullmatch(clean):
            day, month, year = int(numbers[1]), int(numbers[2]), None
        else:
            day = month = 0
            year = None
        if year:
            clean = f"{year}-{month}-{day}"
        elif day:
            days = [one for one in self._every_year(day, month) if since is None or one >= since]
            if days:
                return self._nearest(days) if since is None else days[0]
        try:
            return a_date(clean)
        except Unreadable as unreadable:
            if re.fullmatch(_DATE, clean):
                raise Unreadable(f"Datoen «{short(text)}» finnes ikke i kalenderen.", "Sjekk dag og måned.") from None
            raise Unreadable(f"«{short(text)}» er ikke en dato.", f"Skriv for eksempel {_EXAMPLE}.") from unreadable

    def _every_year(self, day: int, month: int) -> list[date]:
        """That day of each year from the one before until eight after, in which there is a leap day."""
        plan = self.within or DateSpan(self.today, self.today)
        years = range(min(plan.first, self.today).year - 1, max(plan.last, self.today).year + 9)
        return [date(year, month, day) for year in years if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]]

    def _nearest(self, days: list[date], length: int = 0) -> date:
        """To today among those in the plan; else the next to come. ``length``: days after it that are part of it."""
        if self.within is None:
            return min(days, key=lambda one: abs(one - self.today))
        inside = [one for one in days if one <= self.within.last and one + timedelta(days=length) >= self.within.first]
        if inside:
            return min(inside, key=lambda one: abs(one - self.today))
        return next((one for one in days if one >= self.today), days[-1])

    def _month(self, month: int, year: int | None) -> DateSpan:
        first = date(year, month, 1) if year else self._nearest(self._every_year(1, month), 27)
        return DateSpan(first, first.replace(day=monthrange(first.year, month)[1]))


def _backwards(text: str) -> Unreadable:
    return Unreadable(f"«{short(text)}» slutter før det begynner.", "Bytt om datoene, eller rett dem.")


def _weekday(word: str) -> int:
    return _WEEKDAYS[word.strip(" .")]


def _after(first: date, length: str) -> date:
    """The last day of a stretch of that length."""
    found = re.fullmatch(r"(\S+?)\s?(dager|dag|døgn|uker|uke|veker|veke|måneder|måned|månader|månad)", length)
    assert found is not None, length
    number = _NUMBERS[found[1]] if found[1] in _NUMBERS else int(found[1])
    if found[2][0] == "m":
        years, month = divmod(first.month - 1 + number, 12)
        year, month = first.year + years, month + 1
        day = min(first.day, monthrange(year, month)[1] + 1)
        return date(year, month, 1) + timedelta(days=day - 2)
    return first + timedelta(days=number * (7 if found[2][0] in "uv" else 1) - 1)


def _end_of(day: date, until: str) -> date:
    """The last day of the week, month or year that the day is in."""
    if until.endswith(("uka", "uken", "veka")):
        return day + timedelta(days=6 - day.weekday())
    if until.endswith("året"):
        return date(day.year, 12, 31)
    return day.replace(day=monthrange(day.year, day.month)[1])
