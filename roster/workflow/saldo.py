"""Keep the saldo of each assistant: what is agreed, planned and worked, and what each has to their credit or owes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from pathlib import Path

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.contract import is_employed
from roster.domain.days import DateSpan
from roster.domain.kinds import SickCredit, WorkSort
from roster.domain.saldo import Account, Had, PostSort, accounts, average_credit, periods, sick_days
from roster.domain.worked import How, Row, month_end
from roster.reading.worked_rows import paid_of_row
from roster.rules.terms import terms
from roster.wording import saldo_words as words
from roster.workflow.course import located, read_log
from roster.workflow.in_force import InForce, versions_for
from roster.workflow.naming import assistant_named
from roster.workflow.planned_rows import brief_of, briefs_of, person_then, planned_rows, settings_then
from roster.workflow.records import Record, records_of
from roster.workflow.troubles import refuse

_SORTS = {
    How.SICK: PostSort.SICK,
    How.CALLED_OFF: PostSort.CALLED_OFF,
    How.OFF: PostSort.OFF,
    How.UNPAID: PostSort.UNPAID,
}


@dataclass(frozen=True, slots=True)
class SaldoAsked:
    """``through`` None: through the last closed month, else yesterday. ``assistant`` None: all with a position."""

    path: Path
    through: date | None = None
    assistant: str | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """One assistant: the accounts by period, and paid minutes planned, worked and of overtime that is paid."""

    person: Assistant
    accounts: tuple[Account, ...]
    planned: int
    worked: int
    overtime: int


@dataclass(frozen=True, slots=True)
class Saldo:
    """``through``: the last day that is counted; ``closed``: the months that are closed."""

    brief: Brief
    first: date
    through: date
    closed: tuple[date, ...]
    people: tuple[Own, ...]
    without: tuple[Assistant, ...]
    about: tuple[str, ...]


def saldo(asked: SaldoAsked, today: date) -> Saldo:
    """Raises ``Faults``."""
    path, _ = located(asked.path)
    used, about = versions_for(path)
    if used[-1].roster.frame.cyclic:
        raise refuse(path, *words.NO_DATES)
    brief = brief_of(used)
    then = briefs_of(used, brief)
    records = records_of(path, read_log(path).entries)
    first = min(max(one.first, one.roster.frame.dates[0]) for one in used)
    last = max(one.roster.frame.dates[-1] for one in used)
    known = max((row.day for one in records.values() for row in one.rows), default=last)
    through = min(asked.through or _through(records, first, last, today), max(last, known))
    if through < first:
        raise refuse(path, *words.before_first(through, first))
    if asked.through is not None and through < asked.through:
        about = (*about, words.no_plan_after(through))
    who = None if asked.assistant is None else assistant_named(brief, asked.assistant, path).id
    planned = planned_rows(used, first, through)
    outside = tuple(_outside(used, records, first, through))
    if outside:
        about = (*about, words.outside_plans(outside))
    rows = [(row, _source(row, records, used)) for row in _rows(planned, records, first, through)]
    people = [one for one in brief.assistants if who in (None, one.id)]
    opening = {one.who: one for one in used[0].roster.frame.brief.balances}
    own = []
    for person in people:
        brought = opening.get(person.id)
        with_position = bool(person.percent) or (brought is not None and brought.saldo)
        if not with_position:
            continue
        theirs = [one for one in rows if one[0].who == person.id]
        length = terms(brief, person.id).averaging_weeks or used[0].roster.frame.weeks
        over = tuple(periods(first, through, length, (brought.averaging_weeks or 0) if brought is not None else 0))
        had = tuple(_had(used, brief, person, theirs, through))
        opens = brought.saldo if brought is not None else 0
        found = accounts(person, settings_then(used), over, had, opens, person_then(used, person), outside)
        own.append(Own(person, found, *_sums(then, person.id, planned, theirs)))
    there = {one.person.id for one in own}
    without = tuple(one for one in people if one.id not in there and any(row.who == one.id for row, _ in rows))
    return Saldo(brief, first, through, tuple(records), tuple(own), without, about)


def _through(records: Mapping[date, Record], first: date, last: date, today: date) -> date:
    """What is closed is known; else the plan counts as worked up to yesterday, or is shown whole before it begins."""
    if records:
        return month_end(max(records))
    yesterday = today - timedelta(days=1)
    return min(yesterday, last) if yesterday >= first else last


def _rows(planned: Iterable[Row], records: Mapping[date, Record], first: date, through: date) -> Iterator[Row]:
    """Of closed months what stands for them; of other days what was planned."""
    for record in records.values():
        yield from (row for row in record.rows if first <= row.day <= through)
    yield from (row for row in planned if row.day.replace(day=1) not in records)


def _source(row: Row, records: Mapping[date, Record], used: Iterable[InForce]) -> str:
    record = records.get(row.day.replace(day=1))
    if record is not None:
        return words.closed_source(record.month, [one.line for one in record.told])
    return words.planned_source(next((one.version for one in used if one.holds(row.day)), ""))


def _outside(used: Iterable[InForce], records: Mapping[date, Record], first: date, through: date) -> Iterator[DateSpan]:
    """The stretches of days that no version has, and of which nothing was told either."""
    every = [first + timedelta(days=n) for n in range((through - first).days + 1)]
    ran = tuple(used)
    told = {row.day for record in records.values() for row in record.rows}
    for held, days in groupby(every, key=lambda day: any(one.holds(day) for one in ran)):
        stretch = tuple(days)
        if not held and not told.intersection(stretch):
            yield DateSpan(stretch[0], stretch[-1])


def _had(
    used: Sequence[InForce], brief: Brief, person: Assistant, rows: Iterable[tuple[Row, str]], through: date
) -> Iterator[Had]:
    """What counts towards the position: work but overtime, overtime to be taken as hours off, and hours had."""
    every, then, settings = tuple(rows), briefs_of(used, brief), settings_then(used)

    def average(day: date) -> bool:
        return settings(day).sick_credit is SickCredit.AVERAGE

    for row, source in every:
        minutes = paid_of_row(then(row), row)
        if row.is_worked and row.work is WorkSort.OVERTIME:
            if row.time_off:
                yield Had(row.day, PostSort.TIME_OFF_EARNED, minutes, source)
        elif row.is_worked:
            sort = PostSort.PLANNED if source.startswith(words.VERSION) else PostSort.WORKED
            yield Had(row.day, sort, minutes, source)
        elif row.how in _SORTS and not (row.how is How.SICK and average(row.day)):
            yield Had(row.day, _SORTS[row.how], minutes, source)
    days, shares = _sick(person, tuple(row for row, _ in every), then, average, through)
    for day, minutes in average_credit(person_then(used, person), days, shares):
        yield Had(day, PostSort.SICK, minutes, words.AVERAGE)


def _sick(
    person: Assistant,
    rows: Iterable[Row],
    then: Callable[[Row], Brief],
    average: Callable[[date], bool],
    through: date,
) -> tuple[list[date], Mapping[date, Fraction]]:
    """The days that count as the position's average, with the share that is away where it is not all of it.

    While partly sick every day has its share; a day that was both worked and sick has that of its hours.
    """
    shares: dict[date, Fraction] = {}
    for gone in person.absences:
        length = (min(gone.dates.last, through) - gone.dates.first).days + 1
        days = (gone.dates.first + timedelta(days=n) for n in range(0 if gone.is_whole else length))
        shares |= {day: Fraction(gone.percent) / 100 for day in days if is_employed(person, day)}
    sick: dict[date, int] = defaultdict(int)
    worked: dict[date, int] = defaultdict(int)
    for row in rows:
        if row.day not in shares and (row.is_worked or row.how is How.SICK):
            (worked if row.is_worked else sick)[row.day] += paid_of_row(then(row), row)
    whole = sick_days(person, sick, worked)
    shares |= {day: Fraction(sick[day], sick[day] + worked[day]) for day in whole if worked.get(day)}
    every = sorted(day for day in {*whole, *shares} if average(day))
    return every, shares


def _sums(
    then: Callable[[Row], Brief], who: str, planned: Iterable[Row], rows: Iterable[tuple[Row, str]]
) -> tuple[int, int, int]:
    amounts: dict[str, int] = defaultdict(int)
    for row in planned:
        if row.who == who and row.is_worked:
            amounts["planned"] += paid_of_row(then(row), row)
    for row, _ in rows:
        if row.is_worked:
            minutes = paid_of_row(then(row), row)
            amounts["worked"] += minutes
            if row.work is WorkSort.OVERTIME and not row.time_off:
                amounts["overtime"] += minutes
    return amounts["planned"], amounts["worked"], amounts["overtime"]
