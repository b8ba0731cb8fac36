"""Finish what a dive began: its last people, and those it did not come to, are opened for all of the time.

A dive settles most people on lines that cost no more than the bound, and pays with the last few, who have to fill
whatever is left. Each in turn takes the cheapest line; all of these at once are a part that CP-SAT solves.
"""

from collections import Counter
from collections.abc import Callable
from random import Random

from solver.problem import Works, works_of
from solver.search.improve import Improving
from solver.search.lines.columns import Lines
from solver.search.lines.dive import Settled, works_in
from solver.search.lines.greedy import walked
from solver.search.parts import Values
from solver.search.walk import dear

LAST = 0.15
"""The part of all people whom a dive leaves to the end, and who are opened at the least."""
WIDER = 1.5
"""How many times as many are opened next, where all that could be found among them was."""
EFFORT = 1.0
"""Deterministic seconds for one part."""
WIDEST = 2000
"""Choices that are too many to open at once."""


def last(lines: Lines) -> int:
    """How many people a dive leaves to the end: no more than can be opened together."""
    widest = max(Counter(person for person, _ in lines.model.variables).values())
    return max(1, min(round(LAST * len(lines.pricers)), WIDEST // widest))


def finish(improving: Improving, lines: Lines, settled: Settled, over: Callable[[], bool]) -> bool:
    """Take the settled lines with the best that others can do beside them; True where that is a cheaper roster."""
    best = improving.course.best
    if best is None:
        return False
    names = [one.line.person for one in lines.pricers]
    kept = {names[at] for at in settled}
    order = [one for one in names if one not in kept] + [names[at] for at in reversed(settled)]
    count = max(len(names) - len(settled), last(lines))
    field = improving.field
    others = works_of(pair for pair in best.works if pair[0] not in kept)
    values, pays = _begun(improving, lines, settled, others, over)
    while values is not None and not over():
        few = set(order[:count])
        free = {at for at, person in field.person.items() if person in few}
        if len(free) > WIDEST:
            break
        values, optimal, cheaper = improving.finished(values, free, EFFORT)
        pays = pays or cheaper
        if not optimal or count >= len(names):
            break
        count = min(len(names), round(WIDER * count) + 1)
    return pays


def _begun(
    improving: Improving, lines: Lines, settled: Settled, others: Works, over: Callable[[], bool]
) -> tuple[Values | None, bool]:
    """The settled lines and what others do beside them: the cheapest, one after the other, or what they did before.

    With it whether that is a cheaper roster already.
    """
    filled = walked(lines, Random(len(settled)), over, dear=dear(improving.course), settled=settled)
    values = improving.valued(filled) if filled is not None else None
    if filled is None or values is None:
        return improving.valued(works_in(lines, settled) | others), False
    before = improving.course.best
    improving.offer(filled)
    best = improving.course.best
    return values, best is not None and best is not before and best.works == filled
