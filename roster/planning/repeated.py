"""A long plan by dates begins as a turnus: a few weeks that come round, planned first and repeated over all dates.

So few weeks are soon made good, and what is good about them holds in each of their turns; what the dates have
otherwise (vacations, red days, other needs) is left to the search that goes on from there.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import ceil, lcm

from roster.domain.assistant import Assistant, Hours
from roster.domain.brief import Brief
from roster.domain.days import WeekRule, When
from roster.domain.kinds import Form, Lines
from roster.planning.asked import Asked
from roster.planning.problem import fixed_works
from roster.planning.rollout import copy_of
from roster.planning.search import Search, settled
from solver.problem import Problem, Works
from solver.result import Made, Progress
from solver.without_conflicts import without_conflicts

LONG = 24
"""Weeks from which a plan by dates is begun so."""
TURN, LONGEST_TURN = 8, 12
"""Weeks of the turnus at the least, and at the most, where somebody's weekends come round in odd numbers of weeks."""
SHARE, SECONDS = 0.1, (4.0, 30.0)
"""Part of the time for the turnus, and the seconds it has at the least and at the most."""
LEAST_SHARE = 0.2
"""Though no more of the time than this, however short it is."""
SOON = 0.03
"""Part of the time after which the turnus may be good enough: all need filled, nobody short of hours, little dear."""
LITTLE = 50
"""Points for each place at the most for that: a split weekend for every thirty."""
ENOUGH = 0.9
"""Part of the places that a copy fills at the least: where it fills fewer, the dates are not like a turnus."""


def repeated(asked: Asked, problem: Problem, search: Search, seconds: float) -> Works | None:
    """A roster that breaks nothing hard, of a turnus repeated over the dates; None where there is none that helps.

    ``seconds`` are those of the whole plan, of which it takes a small part.
    """
    turnus = as_turnus(asked.brief)
    if turnus is None or search.stopped():
        return None
    found = Asked.of(turnus)
    low, high = SECONDS
    began, little = time.monotonic(), LITTLE * found.frame.places
    best: Mapping[str, int] | None = None

    def enough() -> bool:
        # When a steady search looks at this depends on the clock, so it goes on to its end.
        soon = not search.steady and time.monotonic() - began >= SOON * seconds
        return search.stopped() or (soon and best is not None and settled(best) and sum(best.values()) <= little)

    def better(progress: Progress) -> None:
        nonlocal best
        best = progress.cost_by_reason

    most = min(max(SHARE * seconds, min(low, LEAST_SHARE * seconds)), high)
    answer = search.run(found.problem, most, on_better=better, stop=enough)
    if not isinstance(answer, Made):
        return None
    given = fixed_works(asked.frame)
    copied = copy_of(found.roster(answer.works), asked.frame) | given
    kept = without_conflicts(problem, copied, search.stopped, given=given)
    return kept if len(kept - given) >= ENOUGH * asked.frame.places else None


def as_turnus(brief: Brief) -> Brief | None:
    """The brief of a long plan as one of a turnus without what it says of single weeks; None where it is not long."""
    period, weeks = brief.period, _turn(brief)
    if period.form is Form.CYCLE or period.weeks < LONG or weeks is None:
        return None
    return replace(
        brief,
        period=replace(period, form=Form.CYCLE, lines=Lines.OWN, weeks=weeks),
        needs=tuple(one for one in brief.needs if not _names_weeks(one.when)),
        events=tuple(one for one in brief.events if not _names_weeks(one.when)),
        wishes=tuple(one for one in brief.wishes if one.when is None or not _names_weeks(one.when)),
        assistants=tuple(_without_named_weeks(one) for one in brief.assistants),
    )


def _turn(brief: Brief) -> int | None:
    """Weeks of a turnus in which odd weeks and everybody's weekends come round; None where they are too many."""
    once = lcm(2, *(one.weekends.every for one in brief.assistants if one.weekends is not None))
    weeks = ceil(TURN / once) * once
    return weeks if weeks <= LONGEST_TURN else None


def _without_named_weeks(person: Assistant) -> Assistant:
    """Numbers of weeks are those of the calendar, and mean others in a turnus."""
    return replace(
        person,
        can=tuple(_every_turn(person.can)),
        cannot=tuple(_every_turn(person.cannot)),
        pins=tuple(one for one in person.pins if not _names_weeks(one.when)),
        elsewhere=tuple(one for one in person.elsewhere if not _names_weeks(one.hours.when)),
    )


def _every_turn(hours: tuple[Hours, ...]) -> Iterator[Hours]:
    return (one for one in hours if not _names_weeks(one.when))


def _names_weeks(when: When) -> bool:
    return when.weeks is WeekRule.NAMED
