"""A roster from the best mix: settle the line that is most in it, let the others answer, and so on to the last person.

The lines of those still open are priced anew where the mix becomes dearer, so that they fill what the settled ones
leave. Many lines settled at once, or all to the end on the mix of the start, leave holes that are dear to fill.
So do the last people in any case: ``finish.py`` opens them again.
"""

from collections.abc import Callable
from itertools import count
from random import Random
from typing import TypeAlias

from solver.problem import Works, works_of
from solver.search.lines.columns import Generation, Lines

SURE = 0.95
"""How much of a line in the mix is as good as all of it: such lines are settled together."""
ANSWERS = 15
"""Rounds of new lines after each settling, at the most."""
SAME = 0.005
"""By how much dearer, as a part, the mix may become before new lines are asked for."""
NOTHING = 1e-6
"""What is no dearer, but for how the mix is reckoned."""

Settled: TypeAlias = dict[int, tuple[int, ...]]
"""By the number of the person, a line: the option of each day."""


def dived(
    generation: Generation,
    over: Callable[[], bool],
    enough: Callable[[], float] = float,
    *,
    last: int = 0,
    carefully: bool = False,
    random: Random | None = None,
) -> Settled:
    """The known line that each person was settled on, in that order; fewer where there was none, or no time.

    Ends when no more than ``last`` people are left, and as soon as it has come further on the way to costing as much as
    ``enough`` than it has come through the people, for the last are the dearest; 0 is no end. Lines are asked for only
    where the mix of those known becomes dearer: somewhat dearer and a few times, or ``carefully`` whenever it does and
    until no line makes it cheaper. What is settled first is drawn where there is ``random``, and else what is most in
    the mix.
    """
    generation.master.release()
    same, answers = (0.0, None) if carefully else (SAME, ANSWERS)
    people = len(generation.lines.pricers)
    left = set(range(people))
    settled: Settled = {}
    mix = generation.mixed()
    began = held = mix.cost if mix is not None else 0.0
    while len(left) > last:
        for _ in range(answers) if answers is not None else count():
            if mix is None or mix.cost <= held + same * abs(held) + NOTHING:
                break
            if not generation.grow(over, people=sorted(left)):
                break
            mix = generation.mixed()
        if mix is None or over() or _too_dear(mix.cost, began, enough(), len(settled) / people):
            break
        if mix.cost > held + same * abs(held):
            held = mix.cost
        parts = [
            (float(part), number, person)
            for number, (part, (person, _)) in enumerate(zip(mix.parts, generation.columns, strict=False))
            if person in left and part > 1e-6 and _keeps_counts(generation, number)
        ]
        if not parts:
            break
        most = max(parts) if random is None else random.choices(parts, [part for part, _, _ in parts])[0]
        for part, number, person in sorted(parts, reverse=True):
            if (part >= SURE or number == most[1]) and person in left:
                generation.master.settle(number)
                settled[person] = generation.columns[number][1]
                left.discard(person)
        mix = generation.mixed()
    return settled


def _too_dear(cost: float, began: float, enough: float, share: float) -> bool:
    """With that ``share`` of the people settled it costs more than that share of the way from where it began."""
    return enough > 0 and cost > began + share * (enough - began) + NOTHING


def works_in(lines: Lines, settled: Settled) -> Works:
    """What the settled work."""
    return works_of(
        (lines.pricers[person].line.person, one)
        for person, chosen in settled.items()
        for day, at in enumerate(chosen)
        for one in lines.pricers[person].line.options[day][at]
    )


def _keeps_counts(generation: Generation, number: int) -> bool:
    """The line passes none of the hard counts that only prices bound."""
    person, chosen = generation.columns[number]
    placed = generation.lines.placed[person]
    if not placed.counts:
        return True
    sums = generation.lines.pricers[person].comes_to(chosen)
    return not any(
        row.under is None and row.passed(sums[count])
        for row, count in ((generation.lines.rows[at], count) for at, count in placed.counts)
    )
