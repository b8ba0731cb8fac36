"""What the vedtak grants over a plan, and what a roster uses of it (D8, D30, D31).

A line gives its hours a week times the days of the calendar year it is valid on, divided by 7 (by setting times 52
weeks), or its hours a year in proportion to its days of that year. What is left of a year after the day through which
hours are recorded is spread over the days left, all of them where nothing is recorded; the plan has its days' part of
it. The days are alike, or by setting each weighs its need; in a season its percent. A week that New Year parts is
reckoned whole in both years, as far as there are days left, for its hours are free to lie in any of its days. A week
that the first or last day of a line parts is the line's days and those that follow or go before: by itself the line has
its own days' part, and of the rest of its whole week what the other days leave. Overspent is nothing left.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from roster.domain.brief import Brief
from roster.domain.charges import parts
from roster.domain.dated import dated_frame
from roster.domain.days import DateSpan
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.kinds import Purpose, Sort
from roster.domain.settings import Settings
from roster.domain.shift import Shift, granted
from roster.domain.vedtak import VedtakLine

_YEAR_WEEKS = 52
_FOR_ANY = (Purpose.ALL, Purpose.EXTRA, Purpose.TWO_AT_ONCE)
"""Which of two is the second is no fact of a shift: «two at once» is weighed apart."""
_OF_SORT = {
    Sort.EVENING: Purpose.EVENING,
    Sort.NIGHT: Purpose.WAKING_NIGHT,
    Sort.RESTING_NIGHT: Purpose.RESTING_NIGHT,
}


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a plan may use of one vedtak year; ``first`` and ``last`` are the days of the plan that it is for."""

    year: int
    first: date
    last: date
    minutes: Fraction


_ALLOWED: Kept[tuple[Allowance, ...]] = Kept()


def per_week(lines: Iterable[VedtakLine], on: date, settings: Settings) -> Fraction:
    """Minutes a week granted on a day, for a grunnturnus."""
    total = Fraction(0)
    for line in lines:
        if on in line.dates:
            if line.per_week is not None:
                total += line.per_week
            elif line.per_year is not None:
                total += _year_to_week(line.per_year, on.year, settings)
    return total


def later_grants(
    lines: Iterable[VedtakLine], since: date, through: date, settings: Settings
) -> tuple[tuple[date, Fraction], ...]:
    """Each day after ``since`` from which the lines together give other hours a week, and what they give then."""
    lines = tuple(lines)
    edges = {one.dates.first for one in lines} | {one.dates.last + timedelta(days=1) for one in lines}
    found: list[tuple[date, Fraction]] = []
    before = per_week(lines, since, settings)
    for day in sorted(one for one in edges if since < one <= through):
        now = per_week(lines, day, settings)
        if now != before:
            found.append((day, now))
        before = now
    return tuple(found)


def _year_to_week(minutes: int, year: int, settings: Settings) -> Fraction:
    return Fraction(minutes, _YEAR_WEEKS) if settings.vedtak_year_52_weeks else Fraction(minutes * 7, _days_in(year))


def purposes(line: VedtakLine) -> frozenset[str]:
    """What the line may be used for besides ordinary help, in the words of ``Covers``."""
    return frozenset({*(one.value for one in line.covers), line.purpose.value})


def drawn_on(lines: Iterable[VedtakLine], shift: Shift, day: date | None = None) -> frozenset[str]:
    """The lines that a shift may be charged to: the one that its need names, else all that are not for other things.

    Of those with a date the ones that are valid on it, where there are any.
    """
    if shift.line is not None:
        return frozenset({shift.line})
    own = _OF_SORT.get(shift.sort, Purpose.DAY) if shift.event is None else Purpose.ALL
    fitting = [one for one in lines if one.purpose in _FOR_ANY or one.purpose is own]
    valid = [one for one in fitting if day is None or day in one.dates]
    return frozenset(one.id for one in valid or fitting)


def allowances(frame: Frame, lines: Iterable[VedtakLine], alone: bool = False) -> tuple[Allowance, ...]:
    """For each calendar year the plan reaches into, what it may use of the lines together.

    ``alone``: they are weighed without the lines before and after them.
    """
    lines = tuple(lines)
    return _ALLOWED.of(frame, (lines, alone), lambda: tuple(_allowances(frame, lines, alone)))


def _allowances(frame: Frame, lines: tuple[VedtakLine, ...], alone: bool) -> Iterator[Allowance]:
    first, last = frame.first_day, frame.dates[-1]
    for year in range(first.year, last.year + 1):
        begins, ends = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        minutes = sum((_part(line, year, begins, ends, frame.brief) for line in lines), Fraction(0))
        if alone:
            whole = sum((_part(line, year, begins, ends, frame.brief, whole=True) for line in lines), Fraction(0))
            if whole > minutes:
                minutes = min(whole, minutes + _left_by_others(frame, lines, begins, ends))
        yield Allowance(year, begins, ends, minutes)


def _part(line: VedtakLine, year: int, begins: date, ends: date, brief: Brief, *, whole: bool = False) -> Fraction:
    """The line's part for the days of the plan that are not yet recorded as used.

    ``whole``: with all of the weeks that its first and last day part, as always of those that New Year parts.
    """
    valid = _days(max(line.dates.first, date(year, 1, 1)), min(line.dates.last, date(year, 12, 31)))
    if not valid:
        return Fraction(0)
    year_grant = _grant(line, len(valid), year, brief.settings)
    recorded = line.through if line.through is not None and line.through.year == year else None
    remaining = [day for day in valid if recorded is None or day > recorded]
    planned = [day for day in remaining if begins <= day <= ends]
    if not remaining or not planned:
        return Fraction(0)
    left = year_grant - line.used if recorded is not None else year_grant
    parting = {date(year, 1, 1), date(year, 12, 31), *((line.dates.first, line.dates.last) if whole else ())}
    before = (planned[0] - brief.period.start).days % 7 if planned[0] in parting else 0
    after = 6 - (planned[-1] - brief.period.start).days % 7 if planned[-1] in parting else 0
    days = before + len(planned) + after
    percents = {day: season.percent for season in reversed(brief.seasons) for day in _within(season.dates, year)}
    # Whole numbers as far as they go: there is one for each day of the year, and fractions take long to add up.
    weigh: dict[date, int | Fraction] = {day: percents.get(day, 100) for day in remaining}
    needs = _need_by_day(brief, line, date(year, 12, 31)) if brief.settings.spread_by_need else {}
    if needs:
        ordinary = Fraction(sum(needs.values()), len(needs))
        by_need = {day: weight * needs.get(day, ordinary) for day, weight in weigh.items()}
        if any(by_need.values()):
            # The need itself knows what lies on either side of New Year.
            weigh, days = by_need, len(planned)
    every, ours = (sum(weigh[day] for day in some) for some in (remaining, planned))
    share = Fraction(ours * days, every * len(planned)) if every else Fraction(days, len(remaining))
    return max(left, Fraction(0)) * min(share, Fraction(1))


def _left_by_others(frame: Frame, lines: tuple[VedtakLine, ...], begins: date, ends: date) -> Fraction:
    """What lies unused of the weeks that the lines part, on the days of those weeks when they are not valid.

    No more than is left on that side in all: hours that are short on other days of theirs are for those days.
    """
    left = Fraction(0)
    for last in {one.dates.last for one in lines if begins <= one.dates.last < ends}:
        first = last + timedelta(days=1)
        sunday = last + timedelta(days=6 - (last - frame.first_day).days % 7)
        if first <= sunday:
            parting = [one for one in lines if one.dates.last == last]
            left += max(
                Fraction(0), min(_unused(frame, parting, first, min(end, ends), first) for end in (sunday, ends))
            )
    for first in {one.dates.first for one in lines if begins < one.dates.first <= ends}:
        last = first - timedelta(days=1)
        monday = first - timedelta(days=(first - frame.first_day).days % 7)
        if monday <= last:
            parting = [one for one in lines if one.dates.first == first]
            left += max(
                Fraction(0), min(_unused(frame, parting, max(one, begins), last, last) for one in (monday, begins))
            )
    return left


def _unused(frame: Frame, parting: Sequence[VedtakLine], begins: date, ends: date, valid_on: date) -> Fraction:
    """What the lines for the same things give from day to day, less the need of those days that only they can meet.

    Those valid on the day, but for the ones that part the week.
    """
    brief = frame.brief
    every = brief.vedtak.lines
    purposes = {*_FOR_ANY, *(one.purpose for one in parting)}
    others = [one for one in every if valid_on in one.dates and one.purpose in purposes and one not in parting]
    ids = frozenset(one.id for one in others)
    through = [one.through for one in others]
    known = min((day for day in through if day is not None), default=None) if None not in through else None

    def counts(shift: Shift, day: date) -> bool:
        recorded = known is not None and shift.start.date() <= known
        return begins <= day <= ends and not recorded and drawn_on(every, shift, day) <= ids

    wanted = [(one, one.wanted) for one in frame.shifts] + [(one, 1) for _, one in frame.fixed]
    needed = used_by_year(wanted, brief.settings.resting_granted, counts).get(begins.year, 0)
    return sum((_part(one, begins.year, begins, ends, brief) for one in others), Fraction(0)) - needed


def _need_by_day(brief: Brief, line: VedtakLine, last: date) -> dict[date, int]:
    """What the need that may be charged to the line comes to on each day from the plan's first through the date."""
    first = brief.period.start
    weeks = (last - first).days // 7 + 1
    frame = dated_frame(brief, weeks)
    by_day = dict.fromkeys(_days(first, last), 0)
    for shift in frame.shifts:
        if line.id in drawn_on(brief.vedtak.lines, shift) and shift.start.date() in by_day:
            by_day[shift.start.date()] += granted(shift, brief.settings.resting_granted) * shift.wanted
    return by_day


def _within(dates: DateSpan, year: int) -> list[date]:
    return _days(max(dates.first, date(year, 1, 1)), min(dates.last, date(year, 12, 31)))


def _grant(line: VedtakLine, days: int, year: int, settings: Settings) -> Fraction:
    if line.per_week is not None:
        full = Fraction(line.per_week * _YEAR_WEEKS) if settings.vedtak_year_52_weeks else None
        return full * Fraction(days, _days_in(year)) if full is not None else Fraction(line.per_week * days, 7)
    assert line.per_year is not None, "a line has hours a week or a year"
    return line.per_year * Fraction(days, _days_in(year))


def _days_in(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def used_by_year(
    shifts: Iterable[tuple[Shift, int]],
    resting_granted: int,
    counts: Callable[[Shift, date], bool] | None = None,
) -> dict[int, int]:
    """Minutes charged by the calendar year in which they are worked; each shift with how many are on it.

    ``counts``: whether what a shift draws on the date is among them.
    """
    used: dict[int, int] = {}
    for shift, people in shifts:
        drawn, start = granted(shift, resting_granted), shift.start
        within = shift.end.year == start.year
        for day, minutes in ((start.date(), drawn),) if within else parts(start, shift.end, drawn):
            if counts is None or counts(shift, day):
                used[day.year] = used.get(day.year, 0) + minutes * people
    return used
