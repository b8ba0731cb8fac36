"""The full-time week that a roster's own nights and Sundays give, where the brief has left it to the agreement."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.finding import Verdict
from roster.domain.roster import Roster
from roster.planning.asked import Asked
from roster.planning.search import none_open, settled
from roster.rules import full_time_week
from roster.rules.profiles import profile
from solver.problem import Works
from solver.result import Progress


def with_own_weeks(brief: Brief, roster: Roster) -> Brief | None:
    """The brief with the full-time weeks that the roster gives; None where none is another by over 0,1 hours.

    They are compared with those the roster was made with, which may be others than the brief has. A week other than
    the agreement's usual one is what a contract says: it stays, and the difference is a finding.
    """
    own = dict(_differing(brief, roster))
    if not own:
        return None
    made_with = with_weeks_of(roster.frame.brief, brief)
    people = tuple(replace(one, full_time_week=own.get(one.id, one.full_time_week)) for one in made_with.assistants)
    return replace(brief, assistants=people)


def with_weeks_of(other: Brief, brief: Brief) -> Brief:
    """The brief with the full-time weeks that its assistants have in another."""
    people = tuple(replace(one, full_time_week=other.assistant(one.id).full_time_week) for one in brief.assistants)
    return replace(brief, assistants=people)


def changed_weeks(before: Brief, after: Brief) -> tuple[Assistant, ...]:
    """Those whose full-time week is another, as they are now."""
    return tuple(
        now
        for was, now in zip(before.assistants, after.assistants, strict=True)
        if was.full_time_week != now.full_time_week
    )


class OwnWeeks:
    """Whether the best roster of a search gives another full-time week than it is made with.

    It is asked once ``soon`` seconds have ``elapsed`` and that roster has all need filled and nobody short of hours:
    what is far from done says little of the nights that each will have. From ``late`` on need that is filled is
    enough, lest no time be left for those weeks. Weeks that the ``brief`` has by contract stay.
    """

    def __init__(self, brief: Brief, asked: Asked, elapsed: Callable[[], float], soon: float, late: float) -> None:
        self.best: Progress | None = None
        self._brief = brief
        self._asked = asked
        self._elapsed = elapsed
        self._soon = soon
        self._late = late
        self._seen: Progress | None = None
        self._differed = False

    def differ(self) -> bool:
        best = self.best
        if best is None or best is self._seen:
            return False
        elapsed, costs = self._elapsed(), best.cost_by_reason
        if elapsed < self._soon or not (settled(costs) or (elapsed >= self._late and none_open(costs))):
            return False
        self._seen = best
        self._differed = self._in(best.works)
        return self._differed

    def no_longer(self, works: Works) -> bool:
        """It did, but not these works, which another thread found before all had ended."""
        return self._differed and not self._in(works)

    def _in(self, works: Works) -> bool:
        return with_own_weeks(self._brief, self._asked.roster(works)) is not None


def _differing(brief: Brief, roster: Roster) -> Iterator[tuple[str, int]]:
    usual = profile(brief.arrangement.tariff).full_time_week
    made_with = roster.frame.brief
    for person in brief.assistants:
        if person.full_time_week != usual:
            continue
        for one in full_time_week.check_of(roster, made_with.assistant(person.id)):
            if one.verdict is not Verdict.OK and one.limit is not None:
                yield person.id, one.limit
