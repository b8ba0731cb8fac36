"""The timekonto of a vedtak year: granted, used, planned and left, for each line and in all, on every date (D31).

A line grants its hours evenly over its days of the year, rounded cumulatively so that no minute is lost. What is drawn
goes to the line that is for just that, else to those that may be used for it; hours on top and those that end first
go first. What no line is for stands outside. On 1 January the account begins anew: nothing is carried over.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from roster.domain.charges import Charge, State
from roster.domain.kinds import Covers, Purpose
from roster.domain.settings import Settings
from roster.domain.vedtak import VedtakLine

OUTSIDE = ""
"""The name under which stands what no line is for."""
_OPEN = frozenset({Purpose.ALL, Purpose.EXTRA})
_YEAR_WEEKS = 52


@dataclass(frozen=True, slots=True)
class Posting:
    """Minutes drawn from a line on a date; ``line`` is ``OUTSIDE`` where none is for them."""

    line: str
    day: date
    minutes: int
    state: State


@dataclass(frozen=True)
class Ledger:
    """The account of one calendar year; ``known``: minutes drawn that are in what the lines bring along as used."""

    year: int
    lines: tuple[VedtakLine, ...]
    settings: Settings
    postings: tuple[Posting, ...]
    known: int = 0

    @property
    def first(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        return date(self.year, 12, 31)

    def granted(self, through: date | None = None, line: str | None = None) -> int:
        """Minutes granted from New Year through the date, or the whole year; of one line, or of all."""
        day = self.last if through is None else min(through, self.last)
        return sum(granted_through(one, self.year, day, self.settings) for one in self.lines if line in (None, one.id))

    def drawn(self, state: State, through: date | None = None, line: str | None = None) -> int:
        """Minutes drawn from New Year through the date, or in the whole year; what is outside only in all."""
        day = self.last if through is None else min(through, self.last)
        by_day = self._by_state.get((state, line), {})
        return sum(minutes for on, minutes in by_day.items() if on <= day)

    def brought(self, through: date) -> int:
        """Minutes through the date of what the lines bring along as used."""
        return sum(
            minutes
            for one in self.lines
            if one.through is not None and one.through.year == self.year
            for day, minutes in _spread(one.used, max(one.dates.first, self.first), one.through)
            if day <= through
        )

    @cached_property
    def _by_state(self) -> Mapping[tuple[State, str | None], Mapping[date, int]]:
        found: dict[tuple[State, str | None], dict[date, int]] = defaultdict(lambda: defaultdict(int))
        for one in self.postings:
            found[one.state, one.line][one.day] += one.minutes
            found[one.state, None][one.day] += one.minutes
        return found

    def left(self, through: date | None = None, line: str | None = None) -> int:
        """What is granted through the date and neither used, planned nor expected; negative where there is too much."""
        return self.granted(through, line) - sum(self.drawn(state, through, line) for state in State)

    def lapsed(self, line: VedtakLine) -> int:
        """What is left of a line that ends before the year does, and is lost then."""
        return max(0, self.left(line=line.id)) if line.dates.last < self.last else 0

    def runs_out(self, line: str | None = None) -> date | None:
        """The first date on which more is drawn than the whole year grants; None where it suffices.

        Of all lines: more than they grant without what is lost with those that end.
        """
        most, total = self.granted(line=line), 0
        if line is None:
            most -= sum(map(self.lapsed, self.lines))
        by_day: dict[date, int] = defaultdict(int)
        for one in self.postings:
            if line in (None, one.line):
                by_day[one.day] += one.minutes
        for day in sorted(by_day):
            total += by_day[day]
            if total > most:
                return day
        return None


def granted_through(line: VedtakLine, year: int, day: date, settings: Settings) -> int:
    """Minutes that the line grants from the first of its days in the year through the date, rounded to whole ones."""
    first, last = max(line.dates.first, date(year, 1, 1)), min(line.dates.last, date(year, 12, 31), day)
    days = (last - first).days + 1
    return int(per_day(line, year, settings) * days + Fraction(1, 2)) if days > 0 else 0


def per_day(line: VedtakLine, year: int, settings: Settings) -> Fraction:
    """Minutes a day while the line lasts: hours a week by 7, or (by setting) 52 weeks over the days of the year."""
    of_year = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    if line.per_year is not None:
        return Fraction(line.per_year, of_year)
    week = line.per_week or 0
    return Fraction(week * _YEAR_WEEKS, of_year) if settings.vedtak_year_52_weeks else Fraction(week, 7)


def ledger(year: int, lines: tuple[VedtakLine, ...], settings: Settings, drawn: Iterable[Charge]) -> Ledger:
    """The account of the year with all that is drawn in it, and what the lines bring along as used."""
    room = {one.id: granted_through(one, year, date(year, 12, 31), settings) for one in lines}
    postings: list[Posting] = []
    known = 0

    def post(line: str, day: date, minutes: int, state: State) -> None:
        if minutes:
            postings.append(Posting(line, day, minutes, state))
            if line != OUTSIDE:
                room[line] -= minutes

    for one in lines:
        if one.through is not None and one.through.year == year:
            for day, minutes in _spread(one.used, max(one.dates.first, date(year, 1, 1)), one.through):
                post(one.id, day, minutes, State.USED)
    for charge in sorted(drawn, key=lambda one: one.day):
        if charge.day.year != year:
            continue
        fitting = fitting_lines(lines, charge)
        if not fitting:
            post(OUTSIDE, charge.day, charge.minutes, charge.state)
            continue
        if _recorded(fitting[0], charge.day):
            known += charge.minutes if charge.state is State.USED else 0
            continue
        unrecorded = [one for one in fitting if not _recorded(one, charge.day)]
        rest = charge.minutes
        for one in unrecorded:
            part = min(rest, max(0, room[one.id])) if one is not unrecorded[-1] else rest
            post(one.id, charge.day, part, charge.state)
            rest -= part
    return Ledger(year, lines, settings, tuple(postings), known)


def _spread(minutes: int, first: date, last: date) -> Iterator[tuple[date, int]]:
    """The minutes evenly over the days, which nobody has told apart; rounded cumulatively."""
    days, before = (last - first).days + 1, 0
    for number in range(1, days + 1):
        through = minutes * number // days
        yield first + timedelta(days=number - 1), through - before
        before = through


def fitting_lines(lines: Iterable[VedtakLine], charge: Charge) -> list[VedtakLine]:
    """The lines that the minutes may be drawn from, the first choice first."""
    valid = [one for one in lines if charge.day in one.dates]
    if charge.line is not None:
        return [one for one in valid if one.id == charge.line]
    tiers = {one.id: tier for one in valid if (tier := _tier(one, charge.purpose)) is not None}
    order = {one.id: number for number, one in enumerate(valid)}
    return sorted(
        (one for one in valid if one.id in tiers),
        key=lambda one: (tiers[one.id], one.purpose is not Purpose.EXTRA, one.dates.last, order[one.id]),
    )


def _tier(line: VedtakLine, purpose: Purpose) -> int | None:
    """How near the line's purpose is: just this, this too, or help of any kind; None where it is for something else."""
    if line.purpose not in _OPEN:
        return 0 if line.purpose is purpose else None
    return 1 if purpose.value in {one.value for one in line.covers & frozenset(Covers)} else 2


def _recorded(line: VedtakLine, day: date) -> bool:
    """The hours of that date are in what the line brings along as used."""
    return line.through is not None and line.through.year == day.year and day <= line.through


def months(year: int) -> tuple[tuple[date, date], ...]:
    """The first and last date of each month."""
    starts = [date(year, month, 1) for month in range(1, 13)] + [date(year + 1, 1, 1)]
    return tuple((first, after - timedelta(days=1)) for first, after in pairwise(starts))
