"""A person's days: what can be done on each, and what must be remembered from day to day.

Everything a line says is true of every roster: what it cannot say (free blocks, say) it leaves out, so the cheapest
line costs no more than the person's part of any roster. ``whole`` tells that no hard limit was left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from solver.model import Model
from solver.problem import AllOrNone, Apart, Fixed, InARow, Limit, Minutes, Occasions, Off, Person, Succession
from solver.search.lines.exclusions import exclusions
from solver.search.lines.groups import LAST, NOT_WORKED, WORKED, Groups
from solver.search.lines.runs import Run, Running
from solver.search.lines.steps import Ints, Kind, State, Step, step_of

DAY = 24 * 60
MANY = 40
STATES = 1000
"""More ways than this to spend one day, or more to remember from one to the next, and it is not seen as a line."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number that a limit bounds: so much for each shift worked, and one for each occasion of several days."""

    least: int | None
    most: int | None
    cost: int | None
    amounts: Mapping[str, int]
    occasions: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A person's ``options`` by day (the shifts worked), their points, the steps between days, and the counts.

    Options that differ in nothing but their points are one ``letter`` of the day, which is what steps are by.
    The first counts, as many as a step's ``begun`` has columns, are of occasions over several days.
    """

    person: str
    options: tuple[tuple[tuple[str, ...], ...], ...]
    letters: tuple[Ints, ...]
    costs: tuple[Ints, ...]
    steps: tuple[Step, ...]
    counts: tuple[Count, ...]
    spanning: int
    whole: bool


Memory: TypeAlias = dict[tuple[object, ...], Step]
Shown: TypeAlias = Callable[[int, tuple[str, ...]], int]
"""What a kind is shown of a day on which these shifts are worked."""


class Drawn:
    """Lines of the people of a model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.problem = model.problem
        self.days = max((one.start for one in self.problem.shifts), default=0) // DAY + 1
        self._apart, self._settled = exclusions(model)
        self._memory: Memory = {}
        self._of: dict[str, list[Limit]] = {one.id: [] for one in self.problem.people}
        for limit in self.problem.limits:
            person = getattr(limit, "person", None)
            if person is not None:
                self._of[person].append(limit)

    def line(self, person: Person) -> Line | None:
        """The person's line; None where there is none, or too much can be done in a day or must be remembered of it."""
        options = self._options(person.id, self._never(person))
        if options is None:
            return None
        limits = self._of[person.id]
        whole = True
        runs: list[tuple[Kind, Shown, Running]] = []
        spanning: list[Count] = []
        counts: list[Count] = []
        for limit in limits:
            if isinstance(limit, InARow | AllOrNone):
                read = self._run(limit, person) if isinstance(limit, InARow) else self._groups(limit, person)
                if read is not None:
                    runs.append(read)
                whole = whole and (read is not None or limit.cost is not None)
            elif isinstance(limit, Occasions | Minutes):
                count = self._count(limit, person)
                if count is not None:
                    (spanning if count.occasions else counts).append(count)
                whole = whole and (count is not None or limit.cost is not None)
            elif not isinstance(limit, Off | Fixed | Apart):
                seen = isinstance(limit, Succession) and limit.most == 0
                whole = whole and (seen or limit.cost is not None)
        read_as = self._steps(person.id, options, runs, spanning, counts)
        if read_as is None:
            return None
        letters, steps = read_as
        points, paid = _points(person, limits)
        costs = tuple(
            np.array([sum(points.get(one, 0) for one in option) for option in day], dtype=np.int64) for day in options
        )
        costs[0][:] += paid
        return Line(person.id, options, letters, costs, steps, (*spanning, *counts), len(spanning), whole)

    def _options(self, person: str, never: Set[str]) -> tuple[tuple[tuple[str, ...], ...], ...] | None:
        by_day: list[list[str]] = [[] for _ in range(self.days)]
        for one in sorted(self.problem.shifts, key=lambda one: (one.start, one.end, one.id)):
            open_ = (person, one.id) in self.model.variables and self._settled.get((person, one.id)) is not False
            if open_ and one.id not in never:
                by_day[one.start // DAY].append(one.id)
        found = []
        for ids in by_day:
            must = {one for one in ids if self._settled.get((person, one)) is True}
            some = list(self._together(person, ids))
            if len(some) > MANY:
                return None
            found.append(tuple(one for one in some if must <= set(one)))
        return tuple(found)

    def _never(self, person: Person) -> set[str]:
        """Shifts that alone are more than some count of the person has room for."""
        found: set[str] = set()
        for limit in self._of[person.id]:
            if isinstance(limit, Occasions | Minutes) and limit.cost is None:
                count = self._count(limit, person)
                if count is None or count.most is None or min(count.amounts.values(), default=0) < 0:
                    continue
                found.update(one for one, amount in count.amounts.items() if amount > count.most)
        return found

    def _together(self, person: str, ids: list[str]) -> Iterator[tuple[str, ...]]:
        """All that can be worked at once, nothing first."""
        found: list[tuple[str, ...]] = [()]
        for one in ids:
            if len(found) > MANY:
                break
            found += [(*some, one) for some in found if not any((person, one, each) in self._apart for each in some)]
        yield from found

    def _run(self, limit: InARow, person: Person) -> tuple[Kind, Shown, Running] | None:
        """The run with what goes on on each day, where the occasions are days in a row until the last."""
        days: list[int] = []
        for occasion in limit.occasions:
            on = {self.problem.shift[one].start // DAY for one in occasion}
            if len(on) != 1:
                return None
            days.append(on.pop())
        if not days or days != list(range(days[0], self.days)) or days[0] > 0:
            return None
        run = Run.of(limit)
        past = set(person.past)
        history = [bool(past & set(one)) for day, one in zip(days, limit.occasions, strict=True) if day < 0]
        worked = dict(zip(days, map(frozenset, limit.occasions), strict=True))
        return run, lambda day, option: not worked.get(day, frozenset()).isdisjoint(option), run.begin(history)

    def _groups(self, limit: AllOrNone, person: Person) -> tuple[Kind, Shown, Running] | None:
        """The groups with what is shown of them each day, where one follows the other and none has an occasion of
        several days.
        """
        if not all(group and all(group) for group in limit.groups):
            return None
        ends = sorted(self._ends(one for occasion in group for one in occasion) for group in limit.groups)
        if any(other[0] <= one[1] for one, other in pairwise(ends)):
            return None
        of_day: dict[int, list[frozenset[str]]] = {}
        for occasion in (one for group in limit.groups for one in group):
            first, last = self._ends(occasion)
            if first != last:
                return None
            of_day.setdefault(first, []).append(frozenset(occasion))
        last_days = {last for _, last in ends}

        def shown(day: int, option: Iterable[str]) -> int:
            found = LAST if day in last_days else 0
            for one in of_day.get(day, ()):
                found |= NOT_WORKED if one.isdisjoint(option) else WORKED
            return found

        groups = Groups.of(limit)
        history = [shown(day, person.past) for day in sorted(of_day) if day < 0]
        return groups, shown, groups.begin(history)

    def _count(self, limit: Occasions | Minutes, person: Person) -> Count | None:
        past = set(person.past)
        if isinstance(limit, Minutes):
            base = limit.base + sum(amount for one, amount in limit.amounts if one in past)
            amounts: dict[str, int] = {}
            for one, amount in limit.amounts:
                if (person.id, one) in self.model.variables:
                    amounts[one] = amounts.get(one, 0) + amount
            return _less(limit, base, amounts, ())
        base = limit.base
        single: dict[str, int] = {}
        wide: list[frozenset[str]] = []
        for occasion in limit.occasions:
            if past & set(occasion):
                base += 1
                continue
            ids = frozenset(one for one in occasion if (person.id, one) in self.model.variables)
            if len(ids) > 1:
                wide.append(ids)
            for one in ids if len(ids) == 1 else ():
                single[one] = single.get(one, 0) + 1
        ends = sorted(self._ends(one) for one in wide)
        if any(other[0] <= one[1] for one, other in pairwise(ends)):
            return None
        return _less(limit, base, single, tuple(wide))

    def _ends(self, occasion: Iterable[str]) -> tuple[int, int]:
        days = [self.problem.shift[one].start // DAY for one in occasion]
        return min(days), max(days)

    def _steps(
        self,
        person: str,
        options: tuple[tuple[tuple[str, ...], ...], ...],
        runs: list[tuple[Kind, Shown, Running]],
        spanning: list[Count],
        counts: list[Count],
    ) -> tuple[tuple[Ints, ...], tuple[Step, ...]] | None:
        """The letter of each option by day, and the steps by letters."""
        last = [{self._ends(one)[1] for one in count.occasions} for count in spanning]
        hits = [frozenset().union(*count.occasions) for count in spanning]
        kinds = tuple(run for run, _, _ in runs)
        follows = [
            np.array([[self._may_follow(person, one, other) for other in after] for one in before], dtype=bool)
            for before, after in pairwise((*options, ((),)))
        ]
        letters: list[Ints] = []
        firsts: list[list[int]] = []
        seen: list[list[tuple[tuple[int, ...], tuple[bool, ...]]]] = []
        for day, here in enumerate(options):
            spelled = [
                (
                    tuple(shown(day, option) for _, shown, _ in runs),
                    tuple(not hit.isdisjoint(option) for hit in hits),
                )
                for option in here
            ]
            of: dict[object, int] = {}
            found: list[int] = []
            for at, option in enumerate(here):
                sums = tuple(sum(count.amounts.get(one, 0) for one in option) for count in (*spanning, *counts))
                before = follows[day - 1][:, at].tobytes() if day else b""
                found.append(of.setdefault((spelled[at], sums, before, follows[day][at].tobytes()), len(of)))
            letters.append(np.array(found, dtype=np.int64))
            firsts.append([found.index(one) for one in range(len(of))])
            seen.append([spelled[at] for at in firsts[-1]])
        firsts.append([0])
        states: tuple[State, ...] = (
            ((1 << len(firsts[0])) - 1, tuple(begun for _, _, begun in runs), (False,) * len(spanning)),
        )
        steps = []
        for day in range(self.days):
            alphabet = tuple(
                (sum(1 << at for at, after in enumerate(firsts[day + 1]) if follows[day][one, after]), *shows)
                for one, shows in zip(firsts[day], seen[day], strict=True)
            )
            ends = tuple(day in one for one in last)
            key = (kinds, states, alphabet, ends)
            if key not in self._memory:
                self._memory[key] = step_of(kinds, states, alphabet, ends)
            step = self._memory[key]
            if not 0 < len(step.states) <= STATES:
                return None
            steps.append(step)
            states = step.states
        return tuple(letters), tuple(steps)

    def _may_follow(self, person: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
        return not any((person, one, other) in self._apart for one in before for other in after)


def _less(limit: Occasions | Minutes, base: int, amounts: Mapping[str, int], wide: tuple[frozenset[str], ...]) -> Count:
    least = None if limit.least is None else limit.least - base
    most = None if limit.most is None else limit.most - base
    return Count(least, most, limit.cost, amounts, wide)


def _points(person: Person, limits: list[Limit]) -> tuple[dict[str, int], int]:
    """What each shift costs one who works it, and what is paid in any case."""
    points: dict[str, int] = {}
    paid = 0
    for limit in limits:
        if isinstance(limit, Off | Fixed) and limit.cost is not None:
            for one in limit.shifts:
                if isinstance(limit, Off):
                    points[one] = points.get(one, 0) + limit.cost
                    paid += limit.cost * (one in person.past)
                else:
                    points[one] = points.get(one, 0) - limit.cost
                    paid += limit.cost * (one not in person.past)
    return points, paid
