"""Who has vacation when: wishes met as far as the cover of the need lets them, evenly, and dates proposed for the rest.

Each has one of the choices that they gave, or three weeks on end between 1 June and 30 September; a second choice
costs, a third more, so that nobody has the last of theirs that another may have the first. Hours that nobody is there
to work, or more away on a day than is said, cost more than any wish. What is agreed already stays, unless it is to be
replaced.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as replaced
from datetime import date, timedelta
from math import ceil, floor

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.contract import weeks_of
from roster.domain.days import DateSpan, every_day
from roster.domain.kinds import Position
from roster.domain.spans import DAY, HOUR
from roster.domain.vacation_list import Granted, VacationWish, days_of, joined, virkedager
from roster.planning.search import Search
from roster.planning.vacation_cover import room
from roster.rules import numbers
from roster.rules.vacation import SUMMER_FROM, SUMMER_TO
from solver.problem import Limit, Minutes, Occasions, Off, Person, Problem
from solver.result import Made
from solver.stretches import Shift

CROWDED = 1000
"""Points for a day on which one more is away than can be covered."""
SHORT_HOUR = 300
"""Points for an hour that nobody is there to work: a week with a shift too many costs more than any wish."""
LATER_CHOICE = 100
"""Points for a second choice; a third costs four times that, so that two seconds go before a first and a third."""
PROPOSED = 2000
"""Points where none of the wishes is met, or there are none."""
SECONDS = 6.0
"""For a list of vacations."""
VIRKEDAGER = 6
"""Days of vacation in a week."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """One way for somebody to have vacation."""

    id: str
    who: str
    days: frozenset[date]
    number: int
    cost: int


def main_season(year: int) -> DateSpan:
    """1 June to 30 September (§ 7)."""
    return DateSpan(date(year, *SUMMER_FROM), date(year, *SUMMER_TO))


_HELP = frozenset({Position.SUBSTITUTE, Position.ON_CALL})


@dataclass(frozen=True, slots=True)
class Covered:
    """What is needed in each week, in minutes by its first date; how vacation is fitted to the hours there are."""

    need: Mapping[date, int]


def grant(
    brief: Brief,
    wishes: Sequence[VacationWish],
    year: int,
    away: int | Covered,
    search: Search | None = None,
    replace: bool = False,
) -> Mapping[str, Granted]:
    """For each with a wish, and each in a position who has no 18 days in the main season, the dates of the vacation.

    ``away``: so many at once, or as the hours suffice. What is agreed stays, and a wish comes beside it while there are
    days left of the main season's; ``replace``: the wish comes in its place.
    """
    season = main_season(year)
    choices = [one for person in brief.assistants for one in _choices(person, wishes, season, replace)]
    if not choices:
        return {}
    people = tuple(dict.fromkeys(one.who for one in choices))
    shifts = tuple(Shift(one.id, DAY * at, DAY * at + 1) for at, one in enumerate(choices))
    limits: list[Limit] = []
    for who in people:
        own = tuple(one.id for one in choices if one.who == who)
        other = tuple(one.id for one in choices if one.who != who)
        limits.append(Occasions(who, tuple((one,) for one in own), "one", least=1, most=1))
        limits.append(Off(who, other, "own"))
    limits += [Off(one.who, (one.id,), "wish", one.cost) for one in choices if one.cost]
    limits += _crowded(brief, choices, away) if isinstance(away, int) else _short(brief, choices, away)
    problem = Problem(tuple(Person(who) for who in people), shifts, tuple(limits), DAY * (len(choices) + 1))
    first = {one.who: one.id for one in reversed(choices)}
    # One worker: the same wishes always have the same answer.
    answer = (search or Search(workers=1)).run(problem, SECONDS, start=frozenset(first.items()))
    taken = {shift for _, shift in answer.works} if isinstance(answer, Made) else set(first.values())
    of = {who: len({one.choice for one in wishes if one.who == who}) for who in people}
    return {one.who: Granted(one.who, joined(one.days), one.number, of[one.who]) for one in choices if one.id in taken}


def _crowded(brief: Brief, choices: Sequence[_Choice], away: int) -> Iterator[Limit]:
    """No more at once than is said."""
    people = {one.who for one in choices}
    fixed = [days_of(one.vacation) for one in brief.assistants if one.id not in people]
    for day in sorted({day for one in choices for day in one.days}):
        amounts = tuple((one.id, 1) for one in choices if day in one.days)
        gone = sum(day in spans for spans in fixed)
        # Two too many on one day is worse than one on each of two.
        for beyond in range(2):
            yield Minutes(None, amounts, "crowded", most=max(0, away + beyond - gone), cost=CROWDED)


def _short(brief: Brief, choices: Sequence[_Choice], covered: Covered) -> Iterator[Limit]:
    """Those who are there can do what is needed, week by week; in whole hours."""
    people = {one.who: brief.assistant(one.who) for one in choices}
    bare = [replaced(one, vacation=()) if one.id in people else one for one in brief.assistants]
    for first, need in covered.need.items():
        days = every_day(first, 7)
        spare = sum(floor(room(one) * weeks_of(one, days)) for one in bare) - need
        amounts = tuple(
            (one.id, ceil(room(people[one.who]) * gone / (VIRKEDAGER * HOUR)))
            for one in choices
            if (gone := sum(day in one.days and day.weekday() < VIRKEDAGER for day in days))
        )
        if amounts:
            yield Minutes(None, amounts, "short", most=max(0, spare // HOUR), cost=SHORT_HOUR)


def _choices(person: Assistant, wishes: Sequence[VacationWish], season: DateSpan, replace: bool) -> Iterator[_Choice]:
    mine = [one for one in wishes if one.who == person.id]
    agreed = days_of(person.vacation)
    had = virkedager(day for day in agreed if day in season)
    owed = numbers.VACATION_MAIN_DAYS.on(season.first)
    settled = had >= owed and not replace
    stays = frozenset[date]() if replace else agreed
    for number in sorted({one.choice for one in mine}):
        days = days_of(one.dates for one in mine if one.choice == number)
        if settled and any(day in season for day in days - agreed):
            continue
        yield _Choice(f"{person.id} {number}", person.id, days | stays, number, LATER_CHOICE * (number - 1) ** 2)
    if (settled or not mine) and (had >= owed or person.position in _HELP):
        return
    kept = frozenset(day for day in agreed if day not in season) if mine and replace else agreed
    weeks = -(-(owed - virkedager(day for day in kept if day in season)) // VIRKEDAGER)
    monday = season.first + timedelta(days=-season.first.weekday() % 7)
    while monday + timedelta(days=7 * weeks - 1) <= season.last:
        days = days_of([DateSpan(monday, monday + timedelta(days=7 * weeks - 1))])
        if not days & kept:
            yield _Choice(f"{person.id} {monday}", person.id, days | kept, 0, PROPOSED)
        monday += timedelta(days=7)
