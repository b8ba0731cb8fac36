"""What has many weeks begins as a turnus of few: these are planned first, and repeated over all of them.

So few weeks are soon made good, and what is good about them holds in each of their turns. What the dates of a
kalenderplan have otherwise (vacations, red days, other needs), and what hours and weekends over all weeks ask for that
does not add up in a few of them, is left to the search that goes on from there.
"""

import time
from collections.abc import Callable, Iterator, Mapping
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
from roster.planning.search import Search, none_open, settled
from solver.judge import broken
from solver.problem import Works
from solver.result import Answer, Made, Progress
from solver.without_conflicts import without_conflicts

LONG = 24
"""Weeks from which a plan by dates is begun so."""
TURN, LONGEST_TURN = 4, 12
"""Weeks of the turnus at the least, and at the most, where somebody's weekends come round in odd numbers of weeks."""
SHARE, SECONDS = 0.15, (4.0, 30.0)
"""Part of the time for the turnus of a kalenderplan, and the seconds it has at the least and at the most."""
CYCLE_SHARE, LULL = 0.25, 0.04
"""The same for the turnus of a longer one, and the part after which it is enough that nothing better comes."""
LEAST_SHARE = 0.2
"""Though no more of the time than this, however short it is."""
SOON = 0.03
"""Part of the time after which the turnus may be good enough: all need filled, nobody short of hours, little dear."""
FIRST_SHARE = 0.5
"""Part of its effort until it is filled, with the brief's full-time weeks, where the clock decides nothing."""
LITTLE = 12
"""Points for each place at the most for that: a split weekend for every 125."""
ENOUGH = 0.9
"""Part of the places that a copy fills at the least: where it fills fewer, the dates are not like a turnus."""


def turnuses_for(brief: Brief, search: Search, seconds: float, *, own_weeks: bool) -> Iterator[Roster]:
    """The turnus to begin a long plan with, made good; of a grunnturnus first as it is once it is filled.

    None at all where the plan is not long, or no turnus is found. ``seconds`` are those of the whole plan, of which it
    takes a small part. With ``own_weeks`` it has the full-time weeks that its nights and Sundays give once it is filled
    (D17), and what it costs is of these.
    """
    turnus = as_turnus(brief)
    if turnus is None or search.stopped():
        return
    longer = brief.period.form is Form.CYCLE
    low, high = SECONDS
    share = CYCLE_SHARE if longer else SHARE
    most = min(max(share * seconds, min(low, LEAST_SHARE * seconds)), high)
    effort = FIRST_SHARE * most if search.steady else most
    began = time.monotonic()

    def left() -> float:
        return effort if search.steady else most - (time.monotonic() - began)

    asked = Asked.of(turnus)
    answer = _Looking(asked, search, began + SOON * seconds).on(effort, None)
    if not isinstance(answer, Made):
        return
    own = with_own_weeks(turnus, asked.roster(answer.works)) if own_weeks else None
    asked = asked if own is None else Asked.of(own)
    if longer:
        if not search.steady and broken(asked.problem, answer.works):
            # Repeated as it is, it would lose the shifts that the hours of its own weeks have no room for. Somebody may
            # be short of hours with these weeks however long it looks.
            answer = _on(answer, _Looking(asked, search, began + SOON * seconds, filled=none_open), left())
        yield asked.roster(answer.works)
    good = _Good(LULL * seconds, 0 if longer else LITTLE * asked.frame.places)
    answer = _on(answer, _Looking(asked, search, began + SOON * seconds, good), left())
    yield asked.roster(answer.works)


def _on(made: Made, looking: "_Looking", seconds: float) -> Made:
    """What so many seconds more lead to from a turnus; itself where no time is left, or nothing is found."""
    again = looking.on(seconds, made.works) if seconds > 0 else None
    return again if isinstance(again, Made) else made


@dataclass(frozen=True, slots=True)
class _Good:
    """A turnus is good once so many seconds bring nothing better, or it costs no more than ``little``."""

    lull: float
    little: float


@dataclass
class _Looking:
    """A search for a turnus until it is ``filled``: all need, and nobody short of hours, if not said otherwise.

    With ``good`` it has to be that too. It looks no less than until the moment ``soon``.
    """

    asked: Asked
    search: Search
    soon: float
    good: _Good | None = None
    filled: Callable[[Mapping[str, int]], bool] = settled
    best: Mapping[str, int] | None = None
    better_at: float = 0.0

    def on(self, seconds: float, start: Works | None) -> Answer:
        """The answer after so many seconds at the most, from a roster where there is one."""
        return self.search.run(self.asked.problem, seconds, start=start, on_better=self._better, stop=self._enough)

    def _better(self, progress: Progress) -> None:
        self.best, self.better_at = progress.cost_by_reason, time.monotonic()

    def _enough(self) -> bool:
        # When a steady search looks at this depends on the clock, so it goes on to its end.
        if self.search.stopped() or self.search.steady or self.best is None:
            return self.search.stopped()
        now = time.monotonic()
        filled = now >= self.soon and self.filled(self.best)
        return filled and (self.good is None or self._is(self.good, self.best, now))

    def _is(self, good: _Good, best: Mapping[str, int], now: float) -> bool:
        return sum(best.values()) <= good.little or now - self.better_at >= good.lull


def repeated(turnus: Roster, asked: Asked, search: Search) -> Works | None:
    """A roster of the plan that breaks nothing hard: the turnus over its dates; None where that fills too few."""
    given = fixed_works(asked.frame)
    copied = copy_of(turnus, asked.frame) | given
    kept = without_conflicts(asked.problem, copied, search.stopped, given=given)
    return kept if len(kept - given) >= ENOUGH * asked.frame.places else None


def as_turnus(brief: Brief) -> Brief | None:
    """The brief of a long plan as one of a turnus without what it says of single weeks; None where it is not long."""
    period, weeks = brief.period, _turn(brief)
    if weeks is None:
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
    """Weeks of a turnus in which odd weeks and everybody's weekends come round; None where there is none to begin with.

    That of a grunnturnus comes round in its weeks. A common line is looked for otherwise (D26).
    """
    period = brief.period
    once = lcm(2, *(one.weekends.every for one in brief.assistants if one.weekends is not None))
    if period.form is Form.CYCLE:
        parts = (weeks for weeks in range(TURN, period.weeks) if period.weeks % weeks == weeks % once == 0)
        return next(parts, None) if period.lines is Lines.OWN else None
    weeks = ceil(TURN / once) * once
    return weeks if period.weeks >= LONG and weeks <= LONGEST_TURN else None


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
