"""The question which kinds of shift cover a need on the clock, as CP-SAT is asked it."""

from collections.abc import Sequence
from itertools import pairwise
from math import gcd

from ortools.sat.python import cp_model

from solver.covering.clock import Clock, Covering, Held, Piece

Bit = cp_model.IntVar


class Question:
    """Kinds as steps of the day at which they have begun and ended, and on which sort of day they are used.

    Every time is a multiple of what divides all times given: for a fixed order of starts and ends among the times at
    which the need changes, the best times solve inequalities between two of them, and those have whole solutions. So
    ``unit`` steps are taken as one. A kind that is not held starts where some day that uses it has need: one that
    starts where there is none can be moved on without a loss.
    """

    def __init__(self, clock: Clock, kinds: int) -> None:
        self.clock = clock
        self.built = cp_model.CpModel()
        self.unit = _unit(clock)
        days = tuple(day[:: self.unit] for day in clock.need)
        self.steps = len(days[0])
        self.least, self.most = clock.least // self.unit, clock.most // self.unit
        self.cut = _cut(days, [(h.start // self.unit, h.days) for h in clock.held])
        self.sorts, self.sort_of = self._sorts(days)
        self.pairs = sorted({(self.sort_of[day - 1], self.sort_of[day]) for day in range(len(days))})
        self.often = [self.sort_of.count(sort) for sort in range(len(self.sorts))]
        self.reach = self.steps + max([self.most, *(one.most // self.unit for one in clock.held)])
        self.begun: list[list[Bit]] = []
        self.ended: list[list[Bit]] = []
        self.used: list[list[list[Bit]]] = []
        self._worked: list[tuple[int, Bit]] = []
        self._of_sort: list[list[Bit]] = [[] for _ in self.sorts]
        self._cover: dict[tuple[int, int, int], list[Bit]] = {}
        self._open: set[int] = set()
        for _ in range(kinds):
            self._add_free()
        for number, one in enumerate(clock.held):
            self._add_held(number, one)
        self._fill()
        self._cost = sum(often * bit for often, bit in self._worked)
        self._bounds()
        self.built.minimize(self._cost)

    def _sorts(self, days: Sequence[tuple[int, ...]]) -> tuple[list[tuple[tuple[int, ...], frozenset[int]]], list[int]]:
        """Days with the same need, counted from the cut to the next, and the same held shifts are of one sort."""
        sorts: list[tuple[tuple[int, ...], frozenset[int]]] = []
        of_day = []
        for day, own in enumerate(days):
            need = own[self.cut :] + days[(day + 1) % len(days)][: self.cut]
            held = frozenset(n for n, one in enumerate(self.clock.held) if self._own_day(one, day) in one.days)
            if (need, held) not in sorts:
                sorts.append((need, held))
            of_day.append(sorts.index((need, held)))
        return sorts, of_day

    def _own_day(self, one: Held, day: int) -> int:
        """The day on whose clock the held shift begins, where it lies in the day that the cut begins."""
        return day if one.start // self.unit >= self.cut else (day + 1) % len(self.clock.need)

    def _bit(self) -> Bit:
        bit = self.built.new_bool_var("")
        self._open.add(bit.index)
        return bit

    def _times(self, least: int, most: int, first: int, last: int) -> tuple[list[Bit], list[Bit]]:
        """Has begun and has ended by each step; begins from ``first`` to ``last``."""
        built, yes, no = self.built, self.built.new_constant(1), self.built.new_constant(0)
        begun = [no if at < first else yes if at >= last else self._bit() for at in range(self.reach + 1)]
        ended = [no if at < first + least else self._bit() for at in range(self.reach)] + [yes]
        for at in range(self.reach):
            built.add_implication(begun[at], begun[at + 1])
            built.add_implication(ended[at], ended[at + 1])
        for at in range(self.reach + 1):
            if at >= least:
                built.add_implication(ended[at], begun[at - least])
            if at + most <= self.reach:
                built.add_implication(begun[at], ended[at + most])
        self.begun.append(begun)
        self.ended.append(ended)
        return begun, ended

    def _add_free(self) -> None:
        begun, ended = self._times(self.least, self.most, 0, self.steps - 1)
        if len(self.begun) > 1:
            for at in range(self.steps):  # no two orders of the same kinds
                self.built.add_implication(begun[at], self.begun[-2][at])
        used = [[self._bit() for _ in range(max(1, *need))] for need, _ in self.sorts]
        self._use(begun, ended, used)
        unused = self._bit()
        for copies in used:
            self.built.add_implication(unused, copies[0].negated())
        for at in range(self.steps):
            begins = [begun[at].negated(), *([begun[at - 1]] if at else [])]
            self.built.add_bool_or(
                [unused, *begins, *(used[n][0] for n, (need, _) in enumerate(self.sorts) if need[at])]
            )

    def _add_held(self, number: int, one: Held) -> None:
        length = (one.end - one.start) // self.unit
        first = (one.start // self.unit - self.cut) % self.steps
        most = max(one.most // self.unit, length)
        begun, ended = self._times(length, most, max(0, first - (most - length)), first)
        for at in range(min(first + length, self.reach)):
            self.built.add(ended[at] == 0)
        used = [[self.built.new_constant(int(number in held))] for _, held in self.sorts]
        self._use(begun, ended, used)

    def _use(self, begun: list[Bit], ended: list[Bit], used: list[list[Bit]]) -> None:
        built = self.built
        self.used.append(used)
        at_work = []
        for at in range(self.reach):
            inside = self._bit()
            built.add(inside == begun[at] - ended[at])
            at_work.append(inside)
        for sort, copies in enumerate(used):
            for fewer, more in pairwise(copies):
                built.add_implication(more, fewer)
            for taken in copies:
                for at, inside in enumerate(at_work):
                    both = self._bit()
                    built.add_implication(both, taken)
                    built.add_implication(both, inside)
                    built.add_bool_or([both, taken.negated(), inside.negated()])
                    self._worked.append((self.often[sort], both))
                    self._of_sort[sort].append(both)
                    for before, after in self.pairs:
                        if at < self.steps and after == sort:
                            self._cover.setdefault((before, after, at), []).append(both)
                        if at >= self.steps and before == sort:
                            self._cover.setdefault((before, after, at - self.steps), []).append(both)

    def _fill(self) -> None:
        for before, after in self.pairs:
            for at, need in enumerate(self.sorts[after][0]):
                if need == 1:
                    self.built.add_bool_or(self._cover.get((before, after, at), []))
                elif need:
                    self.built.add(sum(self._cover.get((before, after, at), [])) >= need)

    def _bounds(self) -> None:
        """What holds whatever the kinds: no less than is needed, nor than the day alone takes with kinds of its own."""
        self.built.add(self._cost >= -(-self.clock.needed // self.unit))
        if self.clock.held:
            return
        some = [many > 0 for day in self.clock.need for many in day[:: self.unit]]
        self.built.add(self._cost >= _round(some, self.least, self.most))
        if self._joined():
            return
        for own, (need, _) in zip(self._of_sort, self.sorts, strict=True):
            least = sum(need) if max(need) > 1 else _alone(need, self.least, self.most)
            self.built.add(sum(own) >= least)

    def _joined(self) -> bool:
        """Some kind may begin where there is late need on one day and cover early need on another."""
        needed = [at for need, _ in self.sorts for at, many in enumerate(need) if many]
        return bool(needed) and min(needed) + self.steps - max(needed) + 1 <= self.most

    # -- from and to kinds ----------------------------------------------------------------------------

    def hint(self, like: Covering) -> None:
        """Begin from kinds that are known to do, each a little before what it was is no worse a start."""
        free = sorted(
            ((one.start // self.unit - self.cut) % self.steps, one.length // self.unit)
            for one in like.pieces
            if one.held is None
        )
        if not free:
            return
        places = len(self.begun) - len(self.clock.held)
        for place in range(places):
            start, length = free[min(place, len(free) - 1)]
            for at in range(self.reach + 1):
                self._hint(self.begun[place][at], at >= start)
                self._hint(self.ended[place][at], at >= start + length)

    def _hint(self, bit: Bit, value: bool) -> None:
        if bit.index in self._open:
            self.built.add_hint(bit, value)

    def read(self, solver: cp_model.CpSolver) -> tuple[Piece, ...]:
        """The kinds that are used, by start."""
        found = []
        days = len(self.clock.need)
        free = len(self.begun) - len(self.clock.held)
        for place, used in enumerate(self.used):
            begins = next(at for at, bit in enumerate(self.begun[place]) if solver.boolean_value(bit))
            ends = next(at for at, bit in enumerate(self.ended[place]) if solver.boolean_value(bit))
            counts = [sum(map(solver.boolean_value, copies)) for copies in used]
            if not any(counts):
                continue
            start = begins + self.cut
            late = start >= self.steps
            on = [0] * days
            for day in range(days):
                on[(day + late) % days] = counts[self.sort_of[day]]
            held = self.clock.held[place - free] if place >= free else None
            found.append(Piece(start % self.steps * self.unit, (ends - begins) * self.unit, tuple(on), held))
        return tuple(sorted(found, key=lambda one: (one.start, one.length)))

    def tidy(self, found: tuple[Piece, ...], solver: cp_model.CpSolver) -> None:
        """From here on look for kinds in no more time with few shifts in all, then of lengths that are alike."""
        total = sum(one.length * sum(one.on) for one in found) // self.unit
        self.built.add(self._cost <= total)
        longest, shortest = (self.built.new_int_var(0, self.reach, "") for _ in range(2))
        for place in range(len(self.begun)):
            length = sum(self.begun[place]) - sum(self.ended[place])
            self.built.add(longest >= length)
            self.built.add(shortest <= length)
        shifts = sum(self.often[sort] * bit for used in self.used for sort, copies in enumerate(used) for bit in copies)
        self.built.clear_hints()  # type: ignore[no-untyped-call]
        for places in (self.begun, self.ended):
            for bits in places:
                for bit in bits:
                    self._hint(bit, solver.boolean_value(bit))
        self.built.minimize(shifts * (self.reach + 1) + longest - shortest)


def _unit(clock: Clock) -> int:
    """The most steps that can be taken as one."""
    times = [clock.steps, clock.least, clock.most]
    for one in clock.held:
        times += [one.start, one.end, one.most]
    for day, need in enumerate(clock.need):
        last = clock.need[day - 1][-1]
        for at, many in enumerate(need):
            if many != last:
                times.append(at)
            last = many
    return gcd(*times)


def _cut(days: Sequence[tuple[int, ...]], held: Sequence[tuple[int, frozenset[int]]]) -> int:
    """The step at which a day is best said to begin: with few sorts of days, and little need about it."""
    steps = len(days[0])

    def badness(at: int) -> tuple[int, int, int]:
        sorts = set()
        for day, own in enumerate(days):
            after = (day + 1) % len(days)
            shown = tuple((day if start >= at else after) in on for start, on in held)
            sorts.add((own[at:] + days[after][:at], shown))
        return len(sorts), sum((own[at] > 0) + (own[at - 1] > 0) for own in days), at

    return min(range(steps), key=badness)


def _alone(need: tuple[int, ...], least: int, most: int) -> int:
    """The least time in which shifts of any start and length cover one day by itself, one at a time."""
    never = 1 << 30
    until = [0, *([never] * (len(need) + most))]
    for at, spent in enumerate(until):
        if spent == never:
            continue
        if at < len(until) - 1 and (at >= len(need) or not need[at]):
            until[at + 1] = min(until[at + 1], spent)
        if at < len(need):
            for length in range(least, most + 1):
                until[at + length] = min(until[at + length], spent + length)
    return min(until[len(need) :])


def _round(need: Sequence[bool], least: int, most: int) -> int:
    """The least time in which shifts of any start and length cover all days in a ring, one at a time.

    The shift at work when a stretch of need begins has begun some steps before; each number of them is tried.
    """
    size = len(need)
    first = next((at for at in range(size) if need[at] and not need[at - 1]), None)
    if first is None:
        return sum(need)
    never, best = 1 << 30, 1 << 30
    for before in range(most):
        last = size - before
        until = [never] * (size + most + 1)
        for length in range(max(least, before + 1), most + 1):
            until[min(length - before, size)] = min(until[min(length - before, size)], length)
        for at in range(last):
            spent = until[at]
            if spent == never:
                continue
            if not need[(first + at) % size]:
                until[at + 1] = min(until[at + 1], spent)
            for length in range(least, most + 1):
                until[at + length] = min(until[at + length], spent + length)
        best = min(best, *until[last:])
    return best
