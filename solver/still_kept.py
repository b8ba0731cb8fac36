"""What a roster keeps of the hard limits that it passes: all but what is broken already.

So who has one rest too short still gets every other rest, and who has too many hours in a week gets no more of them.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from solver import judge
from solver.meaning.worked import Worked
from solver.problem import (
    AllOrNone,
    AnyOf,
    Apart,
    Company,
    Fixed,
    InARow,
    Limit,
    Minutes,
    Occasions,
    Off,
    Pattern,
    Problem,
    Succession,
    Works,
)
from solver.rest import FreeBlocks, RestInWindow, RestOwed

_Sum: TypeAlias = Minutes | Occasions


def still_kept(problem: Problem, works: Works, dear: int, because: str) -> tuple[Limit, ...]:
    """The problem's limits, each hard one that is passed without what passes it, in the problem's order.

    Of several people together nothing is left of such a limit. What cannot be told apart, as how many days are worked
    in a row, costs ``dear`` for each unit, by that reason: no more of them are sought than there are.
    """
    has = Worked(problem, works)
    return tuple(kept for one in problem.limits for kept in _kept(has, one, dear, because))


def _kept(has: Worked, limit: Limit, dear: int, because: str) -> Iterator[Limit]:
    if not judge.is_broken(has, limit):
        yield limit
        return
    match limit:
        case Off():
            if some := tuple(one for one in limit.shifts if not has.works(limit.person, one)):
                yield replace(limit, shifts=some)
        case Fixed():
            if some := tuple(one for one in limit.shifts if has.works(limit.person, one)):
                yield replace(limit, shifts=some)
        case Succession() if limit.most == 0:
            pairs = (one for one in limit.pairs if not all(has.works(limit.person, shift) for shift in one))
            yield replace(limit, pairs=tuple(pairs))
        case Succession():
            yield replace(limit, most=limit.most + judge.units(has, limit))
        case Minutes() | Occasions() if limit.person is not None:
            yield _as_far(has, limit)
        case AnyOf() if all(one.person is not None for one in limit.options):
            yield replace(limit, options=tuple(_as_far(has, one) for one in limit.options))
        case Pattern():
            sequences = (one for one in limit.sequences if not judge.units(has, replace(limit, sequences=(one,))))
            yield replace(limit, sequences=tuple(sequences))
        case AllOrNone():
            groups = (one for one in limit.groups if not judge.units(has, replace(limit, groups=(one,))))
            yield replace(limit, groups=tuple(groups))
        case Company():
            occasions = (one for one in limit.occasions if not judge.units(has, replace(limit, occasions=(one,))))
            yield replace(limit, occasions=tuple(occasions))
        case RestInWindow():
            yield from _windows(has, limit)
        case Apart() | RestOwed() | FreeBlocks() | InARow():
            yield replace(limit, cost=dear, because=because)
        case _:
            return


def _as_far(has: Worked, limit: _Sum) -> _Sum:
    """The sum may be passed as far as it is, and no further."""
    over = 0 if limit.most is None else judge.units(has, replace(limit, least=None))
    under = 0 if limit.least is None else judge.units(has, replace(limit, most=None))
    return replace(
        limit,
        most=None if limit.most is None else limit.most + over,
        least=None if limit.least is None else limit.least - under,
    )


def _windows(has: Worked, limit: RestInWindow) -> Iterator[RestInWindow]:
    """The rest after every other start of work; after one that has too little, what it has."""
    work = has.problem.shifts if limit.work is None else limit.work
    starts = dict.fromkeys(one.id for one in work) if limit.starts is None else dict.fromkeys(limit.starts)
    broken = [one for one in starts if judge.units(has, replace(limit, starts=(one,)))]
    yield replace(limit, starts=tuple(one for one in starts if one not in broken))
    for one in broken:
        low, high = 0, limit.rest
        while high - low > 1:
            middle = (low + high) // 2
            if judge.units(has, replace(limit, rest=middle, starts=(one,))):
                high = middle
            else:
                low = middle
        if low:
            yield replace(limit, rest=low, starts=(one,))
