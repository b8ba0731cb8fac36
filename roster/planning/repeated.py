"""A long plan by dates begins as a turnus: a few weeks that come round, planned first and repeated over all dates.

So few weeks are soon made good, and what is good about them holds in each of their turns; what the dates have
otherwise (vacations, red days, other needs) is left to the search that goes on from there.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil, lcm

from roster.domain.assistant import Assistant, Hours
from roster.domain.brief import Brief
from roster.domain.days import WeekRule, When
from roster.domain.kinds import Form, Lines
from roster.domain.roster import Roster
from roster.planning.asked import Asked
from roster.planning.own_weeks import with_own_weeks
from roster.planning.problem import fixed_works
from roster.planning.rollout import copy_of
from roster.planning.search import Search, settled
from solver.problem import Works
from solver.result import Answer, Made, Progress
from solver.without_conflicts import without_conflicts

LONG = 24
"""Weeks from which a plan by dates is begun so."""
TURN, LONGEST_TURN = 8, 12
"""Weeks of the turnus at the least, and at the most, where somebody's weekends come round in odd numbers of weeks."""
SHARE, SECONDS = 0.15, (4.0, 30.0)
"""Part of the time for the turnus, and the seconds it has at the least and at the most."""
LEAST_SHARE = 0.2
"""Though no more of the time than this, however short it is."""
SOON = 0.03
"""Part of the time after which the turnus may be good enough: all need filled, nobody short of hours, little dear."""
FIRST_SHARE = 0.5
"""Part of its effort for a turnus with the brief's full-time weeks, where the clock decides nothing."""
LITTLE = 12
"""Points for each place at the most for that: a split weekend for every 125."""
ENOUGH = 0.9
"""Part of the places that a copy fills at the least: where it fills fewer, the dates are not like a turnus."""


def turnus_for(brief: Brief, search: Search, seconds: float, *, own_weeks: bool) -> Roster | None:
    """A turnus to begin a long plan with; None where the plan is not long, or no turnus is found.

    ``seconds`` are those of the whole plan, of which it takes a small part. With ``own_weeks`` its brief has the
    full-time weeks that its nights and Sundays give (D17), and what it costs is of these.
    """
    turnus = as_turnus(brief)
    if turnus is None or search.stopped():
        return None
    low, high = SECONDS
    most = min(max(SHARE * seconds, min(low, LEAST_SHARE * seconds)), high)
    began = time.monotonic()
    asked = Asked.of(turnus)
    effort = FIRST_SHARE * most if own_weeks and search.steady else most
    answer = _Looking(asked, search, began + SOON * seconds, filled=own_weeks).on(effort, None)
    if not isinstance(answer, Made):
        return None
    roster = asked.roster(answer.works)
    if not own_weeks:
        return roster
    own = with_own_weeks(turnus, roster)
    asked = asked if own is None else Asked.of(own)
    left = effort if search.steady else max(0.0, most - (time.monotonic() - began))
    again = _Looking(asked, search, began + SOON * seconds).on(left, answer.works)
    return asked.roster(again.works if isinstance(again, Made) else answer.works)


@dataclass
class _Looking:
    """A search for a turnus until it is good enough, from a moment on: all need filled, nobody short, little dear.

    ``filled``: little dear is not asked for.
    """

    asked: Asked
    search: Search
    soon: float
    filled: bool = False
    best: Mapping[str, int] | None = None

    def on(self, seconds: float, start: Works | None) -> Answer:
        """The answer after so many seconds at the most, from a roster where there is one."""
        return self.search.run(self.asked.problem, seconds, start=start, on_better=self._better, stop=self._enough)

    def _better(self, progress: Progress) -> None:
        self.best = progress.cost_by_reason

    def _enough(self) -> bool:
        # When a steady search looks at this depends on the clock, so it goes on to its end.
        if self.search.stopped() or self.search.steady or self.best is None:
            return self.search.stopped()
        much = sum(self.best.values()) > LITTLE * self.asked.frame.places
        return time.monotonic() >= self.soon and settled(self.best) and (self.filled or not much)


def repeated(turnus: Roster, asked: Asked, search: Search) -> Works | None:
    """A roster of the plan that breaks nothing hard: the turnus over its dates; None where that fills too few."""
    given = fixed_works(asked.frame)
    copied = copy_of(turnus, asked.frame) | given
    kept = without_conflicts(asked.problem, copied, search.stopped, given=given)
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
