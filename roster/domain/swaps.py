"""Swaps among the changes of a plan: two people who have each other's shifts in a week, and nobody else's."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from roster.domain.plan import Change


@dataclass(frozen=True, slots=True)
class Swap:
    """``changes``: of the first and then of the second, each in order of days; the days are the same."""

    first: str
    second: str
    changes: tuple[Change, ...]

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(one.day for one in self.changes if one.who == self.first)

    def of(self, who: str) -> tuple[Change, ...]:
        return tuple(one for one in self.changes if one.who == who)


def swaps(changes: Iterable[Change], may: Callable[[Change], bool]) -> tuple[Swap, ...]:
    """Each cell in one swap at the most; ``may``: which changes can be a part of one.

    Each of the two gives something and takes something, on the same day or on another of the week.
    """
    weeks: dict[date, list[Change]] = defaultdict(list)
    for one in changes:
        if may(one):
            weeks[one.day - timedelta(days=one.day.weekday())].append(one)
    found: list[Swap] = []
    for week in sorted(weeks):
        left = weeks[week]
        people = tuple(dict.fromkeys(one.who for one in left))
        for first, second in combinations(people, 2):
            own, other = (_of(left, who) for who in (first, second))
            days = [day for day in sorted(own.keys() & other.keys()) if _mirrored(own[day], other[day])]
            if any(own[day].before for day in days) and any(own[day].after for day in days):
                changed = tuple(one[day] for one in (own, other) for day in days)
                found.append(Swap(first, second, changed))
                left = [one for one in left if one not in changed]
    return tuple(found)


def _of(changes: Iterable[Change], who: str) -> dict[date, Change]:
    return {one.day: one for one in changes if one.who == who}


def _mirrored(one: Change, other: Change) -> bool:
    return sorted(one.before) == sorted(other.after) and sorted(one.after) == sorted(other.before)
