"""What of a given roster breaks nothing: a first roster at once, where there is no time to mend the rest."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from solver.judge import passed_by_more
from solver.problem import Cover, Limit, Problem, Works, places_of
from solver.rest import FreeBlocks
from solver.search.hard import hard_part, mentioned

WEEK = 7 * 24 * 60

FEW = 4
"""Shifts on end that are left out together, where one of them does not fit and time is out."""


def without_conflicts(
    problem: Problem, works: Works, over: Callable[[], bool] = lambda: False, given: Works = frozenset()
) -> Works:
    """As much of ``works`` as can be taken in the order of time without passing a hard limit by more than without it.

    What is ``given`` is worked in any case, and so is there before all else.
    Whole stretches are tried before halves of them, so few conflicts cost little. Once ``over`` says so, a few
    on end that do not fit are left out together. Free blocks take long to look for, so they are asked for at last.
    """
    limits = _Limits(problem)
    start = {one.id: one.start for one in problem.shifts if one.start >= 0}
    mine: dict[str, list[str]] = {one.id: [] for one in problem.people}
    for who, shift in sorted(works - given, key=lambda one: (start.get(one[1], 0), one)):
        if who in mine and shift in start:
            mine[who].append(shift)
    taken = given
    for who, shifts in mine.items():
        bearable = _taken(problem, who, shifts, taken, partial(limits.touched, who), over)
        kept = _taken(problem, who, bearable, taken, partial(limits.blocks_near, who), over)
        taken |= {(who, one) for one in kept}
    return taken


def _taken(
    problem: Problem,
    who: str,
    shifts: Iterable[str],
    others: Works,
    touched: Callable[[Sequence[str]], Sequence[Limit]],
    over: Callable[[], bool],
) -> list[str]:
    """The shifts that the person can take beside the work of others."""
    taken: list[str] = []
    waiting = [list(shifts)]
    while waiting:
        some = waiting.pop()
        before = others | {(who, one) for one in taken}
        after = before | {(who, one) for one in some}
        if not some or next(passed_by_more(problem, touched(some), before, after), None) is None:
            taken += some
        elif len(some) > (FEW if over() else 1):
            half = len(some) // 2
            waiting += [some[half:], some[:half]]
    return taken


class _Limits:
    """The hard limits by whom they bind; those of several people by the places they count, or all of them."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._blocks: dict[str, list[FreeBlocks]] = defaultdict(list)
        self._of_person: dict[str, list[tuple[set[str], Limit]]] = defaultdict(list)
        self._of_place: dict[tuple[str, str], list[Limit]] = defaultdict(list)
        self._shared: list[tuple[set[str], Limit]] = []
        everybody = tuple(one.id for one in problem.people)
        for limit in hard_part(problem).limits:
            match limit:
                case Cover():
                    for place in places_of(everybody, limit):
                        self._of_place[place].append(limit)
                case FreeBlocks():
                    self._blocks[limit.person].append(limit)
                case _ if (person := getattr(limit, "person", None)) is not None:
                    self._of_person[person].append((mentioned(limit), limit))
                case _:
                    self._shared.append((mentioned(limit), limit))

    def touched(self, who: str, shifts: Sequence[str]) -> list[Limit]:
        """What the person's taking these shifts may break, but for free blocks."""
        places = {id(one): one for shift in shifts for one in self._of_place.get((who, shift), ())}
        return [
            *_about(shifts, self._of_person[who]),
            *places.values(),
            *_about(shifts, self._shared),
        ]

    def blocks_near(self, who: str, shifts: Sequence[str]) -> list[Limit]:
        """The person's free blocks of the weeks that the shifts may take them from."""
        spans = [self._problem.shift[one] for one in shifts]
        low, high = min(one.start for one in spans), max(one.end for one in spans)
        return [_near(one, low, high) for one in self._blocks[who]]


def _about(shifts: Sequence[str], limits: Iterable[tuple[set[str], Limit]]) -> Iterator[Limit]:
    """Those that name one of the shifts, or speak of all there are."""
    return (limit for named, limit in limits if not named or not named.isdisjoint(shifts))


def _near(limit: FreeBlocks, low: int, high: int) -> FreeBlocks:
    """The limit for the weeks around a stretch of time, as many as are judged together."""
    far = max(2, limit.every or 0) * WEEK
    weeks = tuple(one for one in limit.weeks if one.span.start < high + far and low - far < one.span.end)
    return replace(limit, weeks=weeks, before=limit.before if weeks[:1] == limit.weeks[:1] else ())
