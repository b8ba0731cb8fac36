"""Which changes belong together: who takes the shift that somebody leaves, and what began an exchange of shifts.

Two changes hang together when one takes a shift that the other leaves, or when they are one person's in the same week;
so an exchange lies within a week.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from roster.domain.plan import Change

_Shift = tuple[date, str]
_Week = tuple[str, date]


@dataclass(frozen=True)
class Exchanges:
    """The changes of a plan. ``telling``: how much the reason of one tells of others, 0 the most; those that only
    follow are left out.
    """

    changes: tuple[Change, ...]
    telling: Mapping[tuple[str, date], int]

    def takers(self, change: Change) -> tuple[str, ...]:
        """Those who have a shift that is gone from the change's cell, in the order of the changes."""
        gone = {(change.day, code) for code in change.before if code not in change.after}
        return tuple(dict.fromkeys(one.who for shift in sorted(gone) for one in self._takes[shift]))

    def began(self, change: Change) -> Change | None:
        """The change that tells most of those that this one hangs together with, and tells more than itself.

        The nearest of equals; None: there is none.
        """
        found, edge = {id(change): change}, [change]
        while edge:
            near = {id(one): one for at in edge for one in self._beside(at)}
            edge = [one for key, one in near.items() if key not in found]
            found |= near
        least = self.telling.get((change.who, change.day), len(self.changes))
        ranked = [
            (rank, abs((one.day - change.day).days), one.day, one.who, one)
            for one in found.values()
            if (rank := self.telling.get((one.who, one.day))) is not None and rank < least
        ]
        return min(ranked, key=lambda one: one[:4])[-1] if ranked else None

    def _beside(self, change: Change) -> Iterable[Change]:
        for code in (*change.before, *change.after):
            yield from self._gives[change.day, code]
            yield from self._takes[change.day, code]
        yield from self._weeks[_week(change)]

    @cached_property
    def _gives(self) -> dict[_Shift, list[Change]]:
        return _by_shift((code, one) for one in self.changes for code in one.before if code not in one.after)

    @cached_property
    def _takes(self) -> dict[_Shift, list[Change]]:
        return _by_shift((code, one) for one in self.changes for code in one.after if code not in one.before)

    @cached_property
    def _weeks(self) -> dict[_Week, list[Change]]:
        found: dict[_Week, list[Change]] = defaultdict(list)
        for one in self.changes:
            found[_week(one)].append(one)
        return found


def _by_shift(those: Iterable[tuple[str, Change]]) -> dict[_Shift, list[Change]]:
    found: dict[_Shift, list[Change]] = defaultdict(list)
    for code, one in those:
        found[one.day, code].append(one)
    return found


def _week(change: Change) -> _Week:
    return change.who, change.day - timedelta(days=change.day.weekday())
