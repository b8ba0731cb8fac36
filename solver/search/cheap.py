"""Openings that leave shut what looks dear: a wider part, of which only the choices that may pay are open.

What a choice is worth comes from the lines' prices: how much more the cheapest line with it costs its person than the
cheapest of all.
"""

from collections.abc import Mapping
from random import Random

from solver.search.lines.columns import SCALE, Lines, Prices
from solver.search.neighbourhoods import Field, Opening
from solver.search.parts import Values

Dearness = Mapping[int, int]
"""How much dearer than need be each choice makes its person's line, in parts of a point."""


def dearness(lines: Lines, prices: Prices) -> Dearness:
    """The dearness of every choice; one that is in no line is as dear as can be."""
    found: dict[int, int] = {}
    for person, (pricer, placed) in enumerate(zip(lines.pricers, lines.placed, strict=True)):
        options, counts = placed.prices(prices.rows)
        through = lines.crews.alone(person).through(pricer.prices(options, counts))
        least = min(int(day.min()) for day in through)
        for day, of_day in zip(pricer.line.options, through, strict=True):
            for option, price in zip(day, of_day.tolist(), strict=True):
                for shift in option:
                    at = lines.model.variables[pricer.line.person, shift]
                    found[at] = min(found.get(at, price - least), price - least)
    return found


def cheapest(
    opening: Opening, wider: int, dear: Dearness, field: Field, values: Values, random: Random, size: int
) -> set[int]:
    """Of a part so many times as wide, what is worked and the cheapest of the rest, give or take a point."""
    found = opening(field, values, random, size * wider)
    far = 1 << 60
    worth = sorted((dear.get(at, far) + random.randrange(SCALE), at) for at in found if not values[at])
    worked = {at for at in found if values[at]}
    return worked | {at for _, at in worth[: max(0, size - len(worked))]}
