"""What happened otherwise than planned, as it is typed: «A3:2027-01-11 D syk, av A5»."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.kinds import WorkSort
from roster.domain.worked import How, Row, in_order, month_end, moved, overlapping
from roster.reading.faults import Unreadable
from roster.reading.list_times import at, is_span, span
from roster.reading.numbers import tidy
from roster.reading.said_days import DAY, SaidDays
from roster.wording import worked_words as words
from roster.workflow.naming import assistant_named
from roster.workflow.troubles import refuse

_DASHES = re.compile(r"[‐‑‒–—―−]")
_DAY = re.compile(rf"({DAY})(?:\s+|$)", re.IGNORECASE)
_TIMES = re.compile(r"\d{1,2}(?:[.:]\d{2})?\s*-\s*\d{1,2}(?:[.:]\d{2})?")
_ACTIVE = re.compile(r"aktiv\s+(?:(\d{1,3})\s*min(?:utter)?|(.+))")
_BY = re.compile(r"av\s+(.+)")
_PARTLY = re.compile(r"syk\s+(\d{1,3})\s?(?:%|prosent)")
_HOW = {
    "arbeidet": How.WORKED,
    "syk": How.SICK,
    "avlyst": How.CALLED_OFF,
    "avspasering": How.TIME_OFF,
    "permisjon": How.UNPAID,
}
_MARKS = ("ekstra", "slett", "overtid", "avspaseres", "samtykke")


def with_exceptions(
    rows: Iterable[Row], said: Iterable[str], brief: Brief, month: date, today: date, path: Path
) -> tuple[Row, ...]:
    """The rows of the month with what happened otherwise; raises ``Faults``."""
    found = tuple(rows)
    for text in said:
        found = _Said(text, brief, month, today, path).applied(found)
    both = overlapping(found)
    if both is not None:
        raise refuse(path, *words.two_places(*both))
    return in_order(found)


@dataclass(frozen=True, slots=True)
class _Said:
    """One exception."""

    text: str
    brief: Brief
    month: date
    today: date
    path: Path

    def applied(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        who, colon, rest = self.text.partition(":")
        if not colon:
            raise refuse(self.path, *words.not_an_exception(self.text))
        person = assistant_named(self.brief, who.strip(), self.path).id
        day, rest = self._day(_DASHES.sub("-", tidy(rest)))
        first, *more = (tidy(one) for one in rest.split(","))
        code, times, first = self._what(first)
        parts = [one for one in (first, *more) if one]
        if not parts and times is None:
            raise refuse(self.path, *words.not_an_exception(self.text))
        if "ekstra" in parts:
            return (*rows, self._done(self._extra(person, day, code, times), parts))
        own = self._found(rows, person, day, code, times)
        others = tuple(one for one in rows if one is not own)
        if times is not None and code:
            own = moved(own, *self._stretch(day, times))
        if "slett" in parts:
            return others
        if part := next((found for one in parts if (found := _PARTLY.fullmatch(one))), None):
            worked, own = self._partly(own, int(part[1]))
            others, parts = (*others, worked), ["syk", *(one for one in parts if not _PARTLY.fullmatch(one))]
        by = next((found[1] for one in parts if (found := _BY.fullmatch(one))), None)
        if by is None:
            return (*others, self._done(own, parts))
        taker = replace(own, who=assistant_named(self.brief, by, self.path).id, how=How.WORKED)
        away = next((_HOW[one] for one in parts if one in _HOW), None)
        left = () if away is None else (replace(own, how=away),)
        return (*others, *left, self._done(taker, [one for one in parts if one not in _HOW and one[:3] != "av "]))

    def _partly(self, row: Row, percent: int) -> tuple[Row, Row]:
        """The part that was worked, which comes first, and the one that they were sick."""
        if not 0 < percent < 100:
            raise refuse(self.path, *words.not_understood(f"syk {percent} %", self.text))
        minutes = int((row.end - row.start).total_seconds()) // 60
        middle = row.start + timedelta(minutes=minutes * (100 - percent) // 100)
        return moved(row, row.start, middle), moved(row, middle, row.end)

    # -- which row --------------------------------------------------------------------------------------

    def _day(self, text: str) -> tuple[date, str]:
        found = _DAY.match(text)
        if found is None:
            raise refuse(self.path, *words.not_an_exception(self.text))
        of_month = DateSpan(self.month, month_end(self.month))
        try:
            day = SaidDays(self.today, of_month, back=True).day(found[1])
        except Unreadable as unreadable:
            raise refuse(self.path, unreadable.what, unreadable.way_out) from None
        if not self.month <= day <= month_end(self.month):
            raise refuse(self.path, *words.not_in_month(day, self.month))
        return day, text[found.end() :]

    def _what(self, text: str) -> tuple[str, str | None, str]:
        """The code, the times, and what is left of the first part."""
        code, times = "", None
        known = {one.code.casefold(): one.code for one in self.brief.kinds}
        known |= {one.id.casefold(): one.id for one in self.brief.events}
        word, _, rest = text.partition(" ")
        if word.casefold() in known:
            code, text = known[word.casefold()], rest.strip()
        if found := _TIMES.match(text):
            times, text = found[0], text[found.end() :].strip()
        return code, times, text

    def _stretch(self, day: date, times: str) -> tuple[datetime, datetime]:
        try:
            found = span(times)
        except Unreadable as unreadable:
            raise refuse(self.path, unreadable.what, unreadable.way_out) from None
        start = at(day, found.start)
        return start, start + timedelta(minutes=found.length)

    def _found(self, rows: tuple[Row, ...], who: str, day: date, code: str, times: str | None) -> Row:
        theirs = [one for one in rows if one.who == who and one.day == day]
        if code:
            alike = [one for one in theirs if one.code == code]
        else:
            when = None if times is None else self._stretch(day, times)
            alike = [one for one in theirs if when is None or (one.start, one.end) == when]
        if len(alike) != 1:
            raise refuse(self.path, *words.which_row(self.text, who, day, theirs))
        return alike[0]

    def _extra(self, who: str, day: date, code: str, times: str | None) -> Row:
        kind = next((one for one in self.brief.kinds if one.code == code), None)
        if times is not None:
            start, end = self._stretch(day, times)
        elif kind is not None:
            start = at(day, kind.start)
            end = start + timedelta(minutes=kind.length)
        else:
            raise refuse(self.path, *words.not_an_exception(self.text))
        return Row(who, start, end, code)

    # -- what became of it ------------------------------------------------------------------------------

    def _done(self, row: Row, parts: Iterable[str]) -> Row:
        for one in parts:
            if one in _HOW:
                row = replace(row, how=_HOW[one])
            elif one == "overtid":
                row = replace(row, work=WorkSort.OVERTIME)
            elif one == "avspaseres":
                row = replace(row, time_off=True)
            elif one == "samtykke":
                row = replace(row, consent=True)
            elif found := _ACTIVE.fullmatch(one):
                row = replace(row, active=tuple(sorted((*row.active, self._active(row, found[1], found[2])))))
            elif is_span(one):
                row = moved(row, *self._stretch(row.day, one))
            elif one not in _MARKS:
                raise refuse(self.path, *words.not_understood(one, self.text))
        if row.time_off and row.work is not WorkSort.OVERTIME:
            raise refuse(self.path, *words.TIME_OFF_OF_OVERTIME)
        return row

    def _active(self, row: Row, minutes: str | None, times: str | None) -> tuple[datetime, datetime]:
        """So many minutes lie at the beginning of what is resting, as nobody has told when; else at their times."""
        resting = self._resting(row)
        if resting is None:
            raise refuse(self.path, *words.not_resting(self.text))
        if times is None:
            start = resting[0]
            end = start + timedelta(minutes=int(minutes or 0))
        else:
            start, end = self._stretch(row.day, times)
            if start < row.start:
                start, end = start + timedelta(days=1), end + timedelta(days=1)
        if not (row.start <= start < end <= row.end):
            raise refuse(self.path, *words.outside_shift(self.text))
        return start, end

    def _resting(self, row: Row) -> tuple[datetime, datetime] | None:
        if row.resting:
            return row.resting[0]
        kind = next((one for one in self.brief.kinds if one.code == row.code), None)
        if kind is None or not kind.resting:
            return None
        usual = at(row.day, kind.start % (24 * 60))
        part = kind.resting[0]
        return usual + timedelta(minutes=part.start), usual + timedelta(minutes=part.end)


def lines_said(said: Iterable[str]) -> tuple[str, ...]:
    """The exceptions one by one: of what is the name of a file, each of its lines; raises ``Faults``."""
    found: list[str] = []
    for one in said:
        file = Path(one)
        if ":" not in one and file.is_file():
            try:
                text = file.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError):
                raise refuse(file, *words.UNREADABLE_LIST) from None
            found += (line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
        else:
            found.append(one)
    return tuple(found)
