"""A roster of cheapest lines, one person after the other, each given what the others work."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from types import MappingProxyType

import numpy as np

from solver.problem import Works, works_of
from solver.search.lines.columns import SCALE, Lines
from solver.search.lines.rows import Row
from solver.search.lines.steps import Ints

PASSES = 4
"""Rounds through all people; each gives the roster no reason to be dearer, and the later ones little."""
TRIES = 7
"""Tries to bring a person's counts within their limits, each at twice the price."""


def walked(
    lines: Lines,
    random: Random,
    over: Callable[[], bool],
    *,
    dear: int,
    settled: Mapping[int, tuple[int, ...]] = MappingProxyType({}),
) -> Works | None:
    """A roster that breaks no limit of one person that lines can say, but for counts that prices did not bring in.

    Who is ``settled``, by number, has that line. None where a person has no line at all, or there was no time.
    """
    sums = np.zeros(len(lines.rows), dtype=np.int64)
    chosen = [settled.get(at) for at in range(len(lines.pricers))]
    for at, line in settled.items():
        _give(sums, lines.placed[at].given(line), 1)
    order = [at for at in range(len(lines.pricers)) if at not in settled]
    shared = np.array([row.count is None for row in lines.rows])
    for _ in range(PASSES):
        random.shuffle(order)
        changed = False
        for at in order:
            before = chosen[at]
            if over():
                break
            if before is not None:
                _give(sums, lines.placed[at].given(before), -1)
            found = _line(lines, at, np.where(shared, _prices(lines.rows, sums, dear), 0), dear)
            if found is None:
                return None
            changed = changed or found != before
            chosen[at] = found
            _give(sums, lines.placed[at].given(found), 1)
        if not changed or over():
            break
    if any(one is None for one in chosen):
        return None
    return works_of(
        (pricer.line.person, one)
        for pricer, line in zip(lines.pricers, chosen, strict=True)
        for day, at in enumerate(line or ())
        for one in pricer.line.options[day][at]
    )


def _prices(rows: Sequence[Row], sums: Ints, dear: int) -> Ints:
    """What one unit more is worth to each row as it stands."""
    found = np.zeros(len(rows), dtype=np.int64)
    for at, row in enumerate(rows):
        if row.least is not None and sums[at] < row.least:
            found[at] = (dear if row.under is None else row.under) * SCALE
        elif row.most is not None and sums[at] >= row.most:
            found[at] = -(dear if row.over is None else row.over) * SCALE
    return found


def _line(lines: Lines, at: int, prices: Ints, dear: int) -> tuple[int, ...] | None:
    """The person's cheapest line, with its counts priced ever dearer until they are within their limits."""
    pricer, placed = lines.pricers[at], lines.placed[at]
    price = max(1, dear // (1 << (TRIES - 2))) * SCALE
    best: tuple[int, ...] | None = None
    fewest = 0
    for _ in range(TRIES):
        options, counts = placed.prices(prices)
        found = lines.crews.alone(at).cheapest({at: pricer.prices(options, counts)})[at]
        if found is None:
            return best
        sums = pricer.comes_to(found.chosen)
        passed = [
            (row, side)
            for row, count in placed.counts
            if lines.rows[row].under is None and (side := lines.rows[row].passed(sums[count]))
        ]
        if best is None or len(passed) < fewest:
            best, fewest = found.chosen, len(passed)
        if not passed:
            break
        prices = prices.copy()
        for row, side in passed:
            prices[row] += side * price
        price *= 2
    return best


def _give(sums: Ints, given: dict[int, int], sign: int) -> None:
    for row, amount in given.items():
        sums[row] += sign * amount
