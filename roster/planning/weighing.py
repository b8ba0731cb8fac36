"""Why this: what a roster costs if a shift is given to somebody, and the cheapest swap that makes it go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.planning.better import preferences
from roster.planning.explain import GIVEN, why_never
from roster.planning.former import like_former
from roster.planning.problem import fixed_works, priced_problem, roster_of
from roster.planning.result import Why
from roster.planning.search import Search
from roster.planning.worth import SWAPPED_PERSON, SWAPPED_SHIFT
from solver import judge
from solver.problem import Fixed, Limit, Off, Problem, Works
from solver.result import Impossible, Made

NEAR = 15 * 24 * 60
"""Minutes before and after a shift within which a swap is sought first: what people can agree on between them."""

NEAR_SHARE = 0.5
"""Part of the time for that; the rest is for the whole roster."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A roster in which the shift is given as asked, and as little else as found is otherwise."""

    roster: Roster
    costs: Mapping[str, int]


@dataclass(frozen=True)
class Weighing:
    """A roster in which shifts may be given to others."""

    roster: Roster

    @cached_property
    def problem(self) -> Problem:
        return priced_problem(self.roster.frame, preferences(self.roster.frame))

    def costs(self, roster: Roster) -> Mapping[str, int]:
        """The points of each reason."""
        return judge.cost_by_reason(self.problem, roster.works | fixed_works(roster.frame))

    def given(self, who: str, shift: Shift, instead_of: str | None) -> Roster:
        """The roster with the shift given, taken from somebody or added, and nothing else otherwise."""
        taken = frozenset() if instead_of is None else frozenset({(instead_of, shift.id)})
        return replace(self.roster, works=self.roster.works - taken | {(who, shift.id)})

    def swap(self, who: str, shift: Shift, search: Search, seconds: float) -> Swap | Why | None:
        """The roster with the shift given in which fewest people and shifts change, and of those the cheapest.

        Why, where there is none; None where time was too short.
        """
        works = self.roster.works | fixed_works(self.roster.frame)
        asked = self._asked(works, who, shift)
        near = replace(asked, limits=(*asked.limits, *self._as_it_is(works, shift)))
        for problem, share in ((near, NEAR_SHARE), (asked, 1 - NEAR_SHARE)):
            answer = search.run(problem, seconds * share, start=works | {(who, shift.id)})
            if isinstance(answer, Made):
                found = roster_of(self.roster.frame, answer.works)
                return Swap(replace(self.roster, works=found.works), self.costs(found))
            if search.stopped():
                return None
        if isinstance(answer, Impossible):
            return why_never(self.roster.frame, who, shift.id, search.allowance(seconds))
        return None

    def _asked(self, works: Works, who: str, shift: Shift) -> Problem:
        """The shift given, and a price on what else changes. A rule that is broken already is nobody's hindrance."""
        broken = {id(one) for one in judge.broken(self.problem, works)}
        kept = tuple(one for one in self.problem.limits if id(one) not in broken)
        given = replace(self.problem, limits=(*kept, Fixed(who, (shift.id,), GIVEN)))
        return like_former(given, works, shift=SWAPPED_SHIFT, person=SWAPPED_PERSON)

    def _as_it_is(self, works: Works, shift: Shift) -> Iterator[Limit]:
        """All that lies far from the shift stays as it is."""
        frame = self.roster.frame
        length = frame.span.minutes
        far = []
        for one in frame.shifts:
            away = abs(one.span.start - shift.span.start)
            if (min(away, length - away) if frame.cyclic else away) > NEAR:
                far.append(one.id)
        for person in frame.people:
            own = tuple(one for one in far if (person.id, one) in works)
            other = tuple(one for one in far if (person.id, one) not in works)
            if own:
                yield Fixed(person.id, own, GIVEN)
            if other:
                yield Off(person.id, other, GIVEN)
