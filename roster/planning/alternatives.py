"""Other rosters that cost nearly the same and differ in what people notice: weekends, nights, who has which shift.

Each is sought from the recommended one, with a price on what shall be otherwise. All that price together is no more
than the margin, so whatever the search finds better than where it began costs at most so much more in itself.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from roster.domain.frame import Frame
from roster.domain.kinds import Worth
from roster.domain.reason import Reason
from roster.domain.rhythm import is_night, weekends
from roster.planning.result import Aim
from roster.planning.search import Search
from roster.planning.worth import WISH
from roster.rules.asking import ids
from solver import judge
from solver.problem import Occasion, Occasions, Off, Problem, Works
from solver.result import Progress

MARGIN = Fraction(1, 10)
"""How much more an alternative may cost, as a part of what the recommended costs besides its open shifts."""

MARGIN_LEAST = WISH[Worth.IMPORTANT]
"""Points that it may cost more in any case: one important wish."""

LIKE = "like"
"""The reason of what is as in a roster found before."""

NOTICED = Fraction(1, 10)
"""The part of the shifts that must be somebody else's where weekends and nights are the same."""


TRIES = 2
"""How often an aim is sought: what was found better than the recommended took its place instead."""


@dataclass(frozen=True, slots=True)
class Found:
    """A roster with its own cost, the price on likeness left out; ``aim`` None: the one to recommend."""

    works: Works
    costs: Mapping[str, int]
    aim: Aim | None = None

    @property
    def cost(self) -> int:
        return sum(self.costs.values())

    @property
    def open(self) -> int:
        """Points for open shifts."""
        return sum(points for key, points in self.costs.items() if Reason.of(key).rule == "open")

    @property
    def margin(self) -> int:
        """How many points more than this roster an alternative to it may cost."""
        return max(MARGIN_LEAST, int((self.cost - self.open) * MARGIN))

    def near(self, other: "Found") -> bool:
        """The other is good enough to be an alternative to this one: not a minute more of need is open."""
        return other.cost <= self.cost + self.margin and other.open <= self.open


def alternatives(
    frame: Frame, problem: Problem, first: Found, count: int, search: Search, seconds: float
) -> tuple[Found, tuple[Found, ...]]:
    """The roster to recommend, and up to ``count`` others, each unlike all before it; fewer where none are near.

    Where the search for another finds a cheaper one, that is recommended instead of the first.
    """
    best = first
    others: list[Found] = []
    seen: list[Found] = []
    for number, aim in enumerate(Aim):
        for _ in range(TRIES):
            if len(others) >= count or search.stopped():
                break
            share = seconds / min(count - len(others), len(Aim) - number)
            began = time.monotonic()
            found = _sought(frame, problem, (best, *others), aim, search, share, seen)
            seconds -= share if search.steady else min(share, time.monotonic() - began)
            if found is None:
                break
            if found.cost >= best.cost:
                others.append(found)
                break
            best = replace(found, aim=None)
            others = [one for one in others if best.near(one) and _unlike(frame, best.works, one.works)]
    return best, (*others, *_of_those_seen(frame, (best, *others), count - len(others), seen))


def _of_those_seen(frame: Frame, known: Sequence[Found], count: int, seen: Sequence[Found]) -> Iterator[Found]:
    """Where the time was too short for all: what was found on the way, the least like the recommended first."""
    taken = [*known]
    for one in sorted(seen, key=lambda one: (-len(one.works - known[0].works), one.cost, sorted(one.works))):
        if len(taken) >= len(known) + count:
            return
        if (
            known[0].near(one)
            and one.cost >= known[0].cost
            and all(_unlike(frame, each.works, one.works) for each in taken)
        ):
            taken.append(one)
            yield one


def _sought(
    frame: Frame,
    problem: Problem,
    known: Sequence[Found],
    aim: Aim,
    search: Search,
    seconds: float,
    seen: list[Found],
) -> Found | None:
    """The roster least like those known that is near enough to the first of them; None where none is unlike enough.

    What is found on the way is added to ``seen``.
    """
    first = known[0]
    alike = tuple(_alike(frame, [one.works for one in known], aim))
    units = sum(judge.violations(problem, one, first.works) for one in alike)
    if not units:
        return None
    price = max(1, first.margin // units)
    priced = replace(problem, limits=(*problem.limits, *(replace(one, cost=price) for one in alike)))
    best: Found | None = None

    def take(progress: Progress) -> None:
        nonlocal best
        own = {key: points for key, points in progress.cost_by_reason.items() if Reason.of(key).rule != LIKE}
        found = Found(progress.works, own, aim)
        if first.near(found):
            best = found
            seen.append(found)

    search.run(priced, seconds, start=first.works, on_better=take)
    if best is None or not (best.cost < first.cost or all(_unlike(frame, one.works, best.works) for one in known)):
        return None
    return best


def _alike(frame: Frame, found: Sequence[Works], aim: Aim) -> Iterator[Occasions | Off]:
    """What is as in the rosters found, or is to be less: a unit for each weekend, night or shift."""
    weekend = tuple(ids(one.shifts) for one in weekends(frame.shifts))
    night = tuple((one.id,) for one in frame.shifts if is_night(one))
    for person in frame.people:
        who, because = person.id, Reason(LIKE, person.id).key
        match aim:
            case Aim.OTHER_WEEKENDS:
                same = tuple(one for works in found for one in _worked(works, who, weekend))
                if same:
                    yield Occasions(who, same, because, most=0, cost=1)
            case Aim.OTHER_SHIFTS:
                for works in found:
                    own = tuple(one.id for one in frame.shifts if (who, one.id) in works)
                    if own:
                        yield Off(who, own, because, cost=1)
            case Aim.FEWER_NIGHTS if who == _has_most(frame, found[0], night):
                yield Occasions(who, night, because, most=0, cost=1)
            case Aim.FEWER_WEEKENDS if who == _has_most(frame, found[0], weekend):
                yield Occasions(who, weekend, because, most=0, cost=1)


def _worked(works: Works, who: str, occasions: Sequence[Occasion]) -> tuple[Occasion, ...]:
    """The occasions that the person works."""
    return tuple(one for one in occasions if any((who, shift) in works for shift in one))


def _has_most(frame: Frame, works: Works, occasions: Sequence[Occasion]) -> str:
    """The person with most of them; of several, the one with the smallest position."""
    return min(frame.people, key=lambda one: (-len(_worked(works, one.id, occasions)), one.contract_week, one.id)).id


def _unlike(frame: Frame, one: Works, other: Works) -> bool:
    """People notice: somebody has other weekends or more nights, or many of the shifts are somebody else's."""
    weekend = tuple(ids(each.shifts) for each in weekends(frame.shifts))
    night = tuple((each.id,) for each in frame.shifts if is_night(each))
    for person in frame.people:
        if _worked(one, person.id, weekend) != _worked(other, person.id, weekend):
            return True
        if len(_worked(one, person.id, night)) != len(_worked(other, person.id, night)):
            return True
    return len(one - other) >= max(1, int(len(one) * NOTICED))
