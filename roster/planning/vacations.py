"""Who has vacation when: wishes met as far as the cover of the need lets them, evenly, and dates proposed for the rest.

Each has one of the choices that they gave, or three weeks on end between 1 June and 30 September; a second choice
costs, a third more, so that nobody has the last of theirs that another may have the first. More away on a day than can
be covered costs more than any wish.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from roster.domain.brief import Assistant, Brief
from roster.domain.days import DateSpan
from roster.domain.frame import Frame
from roster.domain.kinds import Position
from roster.domain.shift import paid
from roster.domain.spans import DAY
from roster.domain.vacation_list import Granted, VacationWish, days_of, joined, virkedager
from roster.planning.search import Search
from roster.rules import numbers
from roster.rules.vacation import SUMMER_FROM, SUMMER_TO
from solver.problem import Limit, Minutes, Occasions, Off, Person, Problem, Shift
from solver.result import Made

CROWDED = 1000
"""Points for a day on which one more is away than can be covered."""
LATER_CHOICE = 100
"""Points for a second choice; a third costs four times that, so that two seconds go before a first and a third."""
PROPOSED = 2000
"""Points where none of the wishes is met, or there are none."""
WEEKS_ON_END = 3
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


def most_away(frame: Frame, within: DateSpan) -> int:
    """How many can be away at once: as many as the others, with those who want more and vikars, can do the need of.

    One at the least, since everybody has vacation.
    """
    weeks = [
        sum(paid(one, frame.brief.settings.resting_paid) * one.wanted for one in week)
        for week, span in zip(frame.by_week, range(0, len(frame.dates), 7), strict=True)
        if frame.dates[span] in within
    ]
    need = max(weeks, default=0)
    help_in = sum(_room(one) for one in frame.people if one.position in _HELP)
    hours = sorted((_room(one) for one in frame.people if one.position not in _HELP), reverse=True)
    away = 0
    while away < len(hours) - 1 and sum(hours[away + 1 :]) + help_in >= need:
        away += 1
    return max(1, away)


_HELP = frozenset({Position.SUBSTITUTE, Position.ON_CALL})


def _room(one: Assistant) -> int:
    """Minutes a week that somebody can work: the position, what is wanted, or of a vikar without hours a full week."""
    return int(one.wanted_week) or one.full_time_week


def grant(
    brief: Brief, wishes: Sequence[VacationWish], year: int, away: int, search: Search | None = None
) -> Mapping[str, Granted]:
    """For each with a wish, and each in a position who has no 18 days in the main season, the dates of the vacation."""
    season = main_season(year)
    choices = [one for person in brief.assistants for one in _choices(person, wishes, season)]
    if not choices:
        return {}
    people = tuple(dict.fromkeys(one.who for one in choices))
    fixed = [days_of(one.vacation) for one in brief.assistants if one.id not in people]
    days = sorted({day for one in choices for day in one.days})
    shifts = tuple(Shift(one.id, DAY * at, DAY * at + 1) for at, one in enumerate(choices))
    limits: list[Limit] = []
    for who in people:
        own = tuple(one.id for one in choices if one.who == who)
        other = tuple(one.id for one in choices if one.who != who)
        limits.append(Occasions(who, tuple((one,) for one in own), "one", least=1, most=1))
        limits.append(Off(who, other, "own"))
    limits += [Off(one.who, (one.id,), "wish", one.cost) for one in choices if one.cost]
    for day in days:
        amounts = tuple((one.id, 1) for one in choices if day in one.days)
        gone = sum(day in spans for spans in fixed)
        # Two too many on one day is worse than one on each of two.
        limits += [
            Minutes(None, amounts, "crowded", most=max(0, away + beyond - gone), cost=CROWDED) for beyond in range(2)
        ]
    problem = Problem(tuple(Person(who) for who in people), shifts, tuple(limits), DAY * (len(choices) + 1))
    # One worker: the same wishes always have the same answer.
    answer = (search or Search(workers=1)).run(problem, 10)
    if not isinstance(answer, Made):
        return {}
    taken = {shift for _, shift in answer.works}
    of = {who: len({one.choice for one in wishes if one.who == who}) for who in people}
    return {one.who: Granted(one.who, joined(one.days), one.number, of[one.who]) for one in choices if one.id in taken}


def _choices(person: Assistant, wishes: Sequence[VacationWish], season: DateSpan) -> Iterator[_Choice]:
    mine = [one for one in wishes if one.who == person.id]
    for number in sorted({one.choice for one in mine}):
        days = days_of(one.dates for one in mine if one.choice == number)
        yield _Choice(f"{person.id} {number}", person.id, days, number, LATER_CHOICE * (number - 1) ** 2)
    had = virkedager(day for day in days_of(person.vacation) if day in season)
    owed = numbers.VACATION_MAIN_DAYS.on(season.first)
    if not mine and (had >= owed or person.position in _HELP):
        return
    weeks = -(-(owed - had) // VIRKEDAGER) if not mine else WEEKS_ON_END
    monday = season.first + timedelta(days=-season.first.weekday() % 7)
    kept = (
        days_of(person.vacation)
        if not mine
        else frozenset(day for day in days_of(person.vacation) if day not in season)
    )
    while monday + timedelta(days=7 * weeks - 1) <= season.last:
        days = days_of([DateSpan(monday, monday + timedelta(days=7 * weeks - 1))])
        if not days & kept:
            yield _Choice(f"{person.id} {monday}", person.id, days | kept, 0, PROPOSED)
        monday += timedelta(days=7)
