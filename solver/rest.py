"""Limits on the rest of one person, in whole minutes; like all limits they are hard when their ``cost`` is None.

What is work to a limit stands in its ``work``, where that is not each shift from its start to its end: a shift may
stand there several times, or not at all, and an id that is no shift of the problem is worked in any case.
"""

from dataclasses import dataclass, replace

from solver.stretches import Jump, Shift, Span, shown


@dataclass(frozen=True, slots=True)
class RestInWindow:
    """From every start of a shift, the next ``window`` minutes hold ``rest`` minutes on end free of work.

    The free stretch lies wholly inside the window. With ``jumps`` it is enough that it does so by the clock on the
    wall. With ``starts`` only those shifts open a window. Unit: a start of work whose window does not hold it.
    """

    person: str
    rest: int
    window: int
    because: str
    cost: int | None = None
    starts: tuple[str, ...] | None = None
    jumps: tuple[Jump, ...] = ()
    work: tuple[Shift, ...] | None = None


@dataclass(frozen=True, slots=True)
class RestOwed:
    """A rest between two shifts shorter than ``full`` is given back in the very next one.

    If the free time between a shift and the next is ``r < full`` (and ``r > 0``), the free time after
    that next shift is at least ``full + (full - r)``. Pauses under ``shortest`` minutes are part of one
    period of work and are no rest at all. With ``jumps`` it is enough that the two rests, as the clock on the wall
    shows them, keep the rule. Unit: a short rest not given back.
    """

    person: str
    full: int
    shortest: int
    because: str
    cost: int | None = None
    jumps: tuple[Jump, ...] = ()
    work: tuple[Shift, ...] | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """A week that needs its free block; ``days`` are the whole days in it that the block should cover one of.

    ``marked`` are those of the days (also in ``days``) that count as special for ``FreeBlocks.every``.
    """

    span: Span
    days: tuple[Span, ...]
    marked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Rested:
    """How the weeks before the first may have been served: time used, and weeks in a row without a marked block."""

    until: int
    run: int


@dataclass(frozen=True, slots=True)
class FreeBlocks:
    """Every week gets a free block of ``length`` minutes of its own.

    A block overlaps its week and lies in ``within``, if given; blocks of different weeks do not overlap each
    other; no work overlaps a block.
    A block that covers none of its week's ``days`` whole is allowed at ``loose_cost`` points.
    With ``every`` = n, among any n weeks in a row at least one has a block that covers one of its
    ``marked`` days whole; a stretch of weeks is judged only when all n are in ``weeks`` (the weeks wrap
    round in a cyclic problem, and with fewer than n weeks in the cycle, one of all of them is enough).
    ``before`` are the ways in which the weeks before the first may have been served, of which one is chosen: blocks
    begin no sooner than it uses the time, and its weeks without a marked block count with the first ones. The first of
    them is always there, each other only where nothing is worked until then.
    With ``jumps`` work, weeks and blocks are read by the clock on the wall.
    Unit (only where ``cost`` is given): a week without its block, or a run of n weeks without a marked one.
    """

    person: str
    length: int
    weeks: tuple[Week, ...]
    because: str
    every: int | None = None
    loose_cost: int = 0
    loose_because: str = ""
    cost: int | None = None
    within: Span | None = None
    jumps: tuple[Jump, ...] = ()
    work: tuple[Shift, ...] | None = None
    before: tuple[Rested, ...] = ()

    def __post_init__(self) -> None:
        for one, other in zip(self.weeks, self.weeks[1:], strict=False):
            if other.span.start < one.span.end:
                raise ValueError(f"the week that starts at {other.span.start} is not after the one before it")

    def by_the_clock(self) -> "FreeBlocks":
        """The same with its weeks as the clock on the wall shows them."""
        if not self.jumps:
            return self

        def moved(span: Span) -> Span:
            return Span(shown(self.jumps, span.start), shown(self.jumps, span.end))

        weeks = tuple(
            Week(moved(one.span), tuple(map(moved, one.days)), tuple(map(moved, one.marked))) for one in self.weeks
        )
        before = tuple(replace(one, until=shown(self.jumps, one.until)) for one in self.before)
        return replace(self, weeks=weeks, within=moved(self.within) if self.within else None, before=before)

    def earliest(self, week: Week) -> int:
        """The first minute at which the week's block can begin."""
        overlaps = week.span.start - self.length + 1
        return overlaps if self.within is None else max(overlaps, self.within.start)

    def latest(self, week: Week) -> int:
        """The last minute at which the week's block can begin."""
        overlaps = week.span.end - 1
        return overlaps if self.within is None else min(overlaps, self.within.end - self.length)
