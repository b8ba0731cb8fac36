"""What each person works, history with it, seen as sets, as occasions and as free stretches of time."""

from functools import cached_property

from solver.problem import Occasion, Problem, Works
from solver.stretches import Jump, Shift, Span, shown

FOREVER = 10**9
"""Longer than any roster: what lies before the first shift known and after the last is free."""


class Worked:
    """A roster with its history, which answers the questions that limits ask."""

    def __init__(self, problem: Problem, works: Works) -> None:
        self.problem = problem
        self._by_person: dict[str, set[str]] = {one.id: set(one.past) for one in problem.people}
        for person, shift in works:
            self._by_person[person].add(shift)
        self.block_prices: dict[int, tuple[int, int]] = {}
        self._free: dict[tuple[object, ...], tuple[Span, ...]] = {}

    @cached_property
    def before(self) -> "Worked":
        """The same people with history alone."""
        return Worked(self.problem, frozenset())

    @cached_property
    def history(self) -> frozenset[str]:
        return self.problem.past()

    def people(self) -> tuple[str, ...]:
        return tuple(self._by_person)

    def of(self, person: str) -> set[str]:
        """The ids of all shifts the person works, history too."""
        return self._by_person[person]

    def works(self, person: str, shift: str) -> bool:
        return shift in self._by_person[person]

    def any(self, person: str, occasion: Occasion) -> bool:
        mine = self._by_person[person]
        return any(one in mine for one in occasion)

    def is_past(self, *occasions: Occasion) -> bool:
        """No shift of the roster takes part in any of the occasions, so it can change nothing there."""
        return all(one in self.history for occasion in occasions for one in occasion)

    def line(self, person: str, work: tuple[Shift, ...] | None = None) -> list[Shift]:
        """What of the person's shifts is work; an id that is no shift of the problem is worked in any case."""
        mine = self._by_person[person]
        if work is None:
            return [self.problem.shift[one] for one in mine]
        return [one for one in work if one.id in mine or one.id not in self.problem.shift]

    def spans(self, person: str, work: tuple[Shift, ...] | None = None) -> list[Span]:
        """When the person works, by start; shifts that overlap or touch are not joined."""
        return sorted(Span(one.start, one.end) for one in self.line(person, work))

    def free(
        self, person: str, work: tuple[Shift, ...] | None = None, jumps: tuple[Jump, ...] = ()
    ) -> tuple[Span, ...]:
        """The stretches without work, by start; three times round the cycle where there is one."""
        key = (person, work, jumps)
        if key not in self._free:
            spans = [Span(shown(jumps, one.start), shown(jumps, one.end)) for one in self.spans(person, work)]
            self._free[key] = tuple(_gaps(spans, self.problem.cycle))
        return self._free[key]


def _gaps(busy: list[Span], cycle: int | None) -> list[Span]:
    if cycle is not None:
        busy = [Span(one.start + lap * cycle, one.end + lap * cycle) for lap in range(-2, 4) for one in busy]
    found = []
    reached = -FOREVER
    for one in busy:
        if one.start > reached:
            found.append(Span(reached, one.start))
        reached = max(reached, one.end)
    return [*found, Span(reached, FOREVER)]
