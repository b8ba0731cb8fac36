"""Swaps among the changes of a plan: two people or more who have each other's shifts in a week, and nobody else's."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from roster.domain.plan import Change

_MOST, _CELLS = 4, 8
"""So many people can be named in a sentence that is still read as one swap, and of more than two so many cells."""


@dataclass(frozen=True, slots=True)
class Swap:
    """``people`` in the order of the changes; ``changes`` of each of them in turn, each in order of days."""

    people: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(sorted({one.day for one in self.changes}))

    def of(self, who: str) -> tuple[Change, ...]:
        return tuple(one for one in self.changes if one.who == who)


def swaps(changes: Iterable[Change], may: Callable[[Change], bool]) -> tuple[Swap, ...]:
    """Each cell in one swap at the most, of as few people as can be; ``may``: which changes can be a part of one.

    Each of them gives something and takes something, on the same day or on another of the week.
    """
    weeks: dict[date, list[Change]] = defaultdict(list)
    for one in changes:
        if may(one):
            weeks[one.day - timedelta(days=one.day.weekday())].append(one)
    return tuple(swap for week in sorted(weeks) for swap in _of_week(weeks[week]))


def _of_week(left: Sequence[Change]) -> Iterator[Swap]:
    everybody = tuple(dict.fromkeys(one.who for one in left))
    takers, givers = _to_and_from(left)
    for number in range(2, _MOST + 1):
        for people in combinations(everybody, number):
            if any(takers[who].isdisjoint(people) or givers[who].isdisjoint(people) for who in people):
                continue
            among = _among_themselves([one for one in left if one.who in people])
            for part in _apart(among):
                short = number == 2 or len(part) <= _CELLS
                if short and all(_gives_and_takes(part, who) for who in people):
                    own = (sorted((one for one in part if one.who == who), key=lambda one: one.day) for who in people)
                    yield Swap(people, tuple(one for cells in own for one in cells))
                    left = [one for one in left if one not in part]


def _to_and_from(cells: Iterable[Change]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """By person, who takes a shift that they give, and who gives one that they take: without both there is no swap."""
    give, take = defaultdict(set), defaultdict(set)
    for one in cells:
        for shift in _given(one):
            give[shift].add(one.who)
        for shift in _taken(one):
            take[shift].add(one.who)
    takers: dict[str, set[str]] = defaultdict(set)
    givers: dict[str, set[str]] = defaultdict(set)
    for shift in give.keys() & take.keys():
        for who in give[shift]:
            takers[who] |= take[shift]
        for who in take[shift]:
            givers[who] |= give[shift]
    return takers, givers


def _among_themselves(cells: list[Change]) -> list[Change]:
    """The cells of which every shift that is left is taken in another of them, and the other way round."""
    while True:
        given = Counter(shift for one in cells for shift in _given(one))
        taken = Counter(shift for one in cells for shift in _taken(one))
        kept = [one for one in cells if all(given[shift] == taken[shift] for shift in (*_given(one), *_taken(one)))]
        if len(kept) == len(cells):
            return kept
        cells = kept


def _apart(cells: list[Change]) -> Iterator[list[Change]]:
    """The cells that hang together: of one person, or about one shift."""
    left = list(cells)
    while left:
        part, edge = [], [left.pop(0)]
        while edge:
            one = edge.pop()
            part.append(one)
            shifts = {*_given(one), *_taken(one)}
            near = [other for other in left if other.who == one.who or shifts & {*_given(other), *_taken(other)}]
            edge += near
            left = [other for other in left if other not in near]
        yield part


def _gives_and_takes(cells: Iterable[Change], who: str) -> bool:
    own = [one for one in cells if one.who == who]
    return any(_given(one) for one in own) and any(_taken(one) for one in own)


def _given(one: Change) -> tuple[tuple[date, str], ...]:
    return tuple((one.day, code) for code in (Counter(one.before) - Counter(one.after)).elements())


def _taken(one: Change) -> tuple[tuple[date, str], ...]:
    return tuple((one.day, code) for code in (Counter(one.after) - Counter(one.before)).elements())
