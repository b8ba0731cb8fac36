"""Which weeks belong together when hours are averaged, as the solver is told them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from roster.domain.assistant import Ceiling
from roster.domain.frame import Frame
from roster.domain.shift import Shift, worked, worked_by_clock
from roster.rules.asking import mine_in
from solver.problem import AnyOf, Limit, Minutes


def week_blocks(frame: Frame, size: int) -> Iterator[tuple[int, ...]]:
    """The numbers of the weeks of each block of ``size`` weeks.

    Dates: fixed blocks from the start of the plan, the last one perhaps shorter (D23). A cycle: every rotation,
    and the cycle as a whole where it is no longer than a block (D25).
    """
    if frame.cyclic:
        if size >= frame.weeks:
            yield tuple(range(frame.weeks))
        else:
            for first in range(frame.weeks):
                yield tuple((first + n) % frame.weeks for n in range(size))
        return
    for first in range(0, frame.weeks, size):
        yield tuple(range(first, min(first + size, frame.weeks)))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Weeks of the plan averaged together with ``brought`` weeks before it, in which ``minutes`` were worked."""

    weeks: tuple[int, ...]
    brought: int = 0
    minutes: int = 0

    @property
    def count(self) -> int:
        return len(self.weeks) + self.brought

    def most(self, a_week: int) -> int:
        """What may be worked in the weeks of the plan for the stretch to hold ``a_week`` on average; never under 0."""
        return max(0, a_week * self.count - self.minutes)


def averaging_stretches(frame: Frame, who: str, size: int) -> Iterator[Stretch]:
    """The averaging periods of ``size`` weeks, the first of them begun before the plan where that is on record.

    A period that the plan ends is reckoned whole, with what was worked before; one that goes on after it keeps
    the average with that, and over the weeks of the plan alone (D21, D23).
    """
    known = None if frame.cyclic else next((one for one in frame.brief.balances if one.who == who), None)
    if known is None or known.averaging_minutes is None or not known.averaging_weeks:
        yield from (Stretch(block) for block in week_blocks(frame, size))
        return
    left = min(size - known.averaging_weeks % size, frame.weeks)
    first = tuple(range(left))
    yield Stretch(first, known.averaging_weeks, known.averaging_minutes)
    if (known.averaging_weeks + left) % size:
        yield Stretch(first)
    for begins in range(left, frame.weeks, size):
        yield Stretch(tuple(range(begins, min(begins + size, frame.weeks))))


def every_weeks(frame: Frame, ceiling: Ceiling) -> Iterator[tuple[tuple[int, ...], int]]:
    """Every so many weeks in a row that a ceiling speaks of, with its most; in proportion for a shorter cycle."""
    size, count = ceiling.weeks, frame.weeks
    if frame.cyclic:
        most = ceiling.most if size <= count else ceiling.most * count // size
        for weeks in week_blocks(frame, size):
            yield weeks, most
    else:
        for first in range(max(1, count - size + 1)):
            yield tuple(range(first, min(first + size, count))), ceiling.most


def amounts_in(frame: Frame, who: str, weeks: Iterable[int], of: Callable[[Shift], int]) -> tuple[tuple[str, int], ...]:
    """What each shift that starts in the weeks counts for the assistant, those that count nothing left out."""
    return tuple((one.id, amount) for one in mine_in(frame, who, weeks) if (amount := of(one)) != 0)


def at_most(frame: Frame, who: str, weeks: Iterable[int], of: Callable[[Shift], int], most: int, why: str) -> Minutes:
    """The assistant's shifts in the weeks count together at most so much."""
    return Minutes(who, amounts_in(frame, who, weeks, of), why, most=most)


def nothing(shift: Shift) -> int:
    return 0


def time_options(
    frame: Frame, who: str, weeks: Iterable[int], most: int, why: str, less: Callable[[Shift], int] = nothing
) -> tuple[Minutes, ...]:
    """Limits of which one must hold for working time in the weeks, ``less`` some of each shift, to keep within so much.

    An excess that vanishes by the clock is allowed (D9), so either measure will do. Where no shift is longer by the
    one than by the other, that other alone says it.
    """
    chosen = tuple(weeks)
    elapsed = at_most(frame, who, chosen, lambda one: worked(one) - less(one), most, why)
    clock = at_most(frame, who, chosen, lambda one: worked_by_clock(one) - less(one), most, why)
    apart = [worked(one) - worked_by_clock(one) for one in mine_in(frame, who, chosen)]
    if max(apart, default=0) <= 0:
        return (elapsed,)
    return (clock,) if min(apart) >= 0 else (elapsed, clock)


def time_at_most(frame: Frame, who: str, weeks: Iterable[int], most: int, why: str) -> Limit:
    """Working time in the weeks keeps within so much, elapsed or by the clock (D9)."""
    return one_of(time_options(frame, who, weeks, most, why), why)


def one_of(options: tuple[Minutes, ...], why: str) -> Limit:
    return options[0] if len(options) == 1 else AnyOf(options, why)
