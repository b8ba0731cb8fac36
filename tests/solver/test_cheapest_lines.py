"""Cheapest lines are the same whatever holds their prices, and whoever they are found together with."""

from itertools import pairwise
from random import Random

import numpy as np
import pytest
from drawn_lines import drawn

from solver.model import model_of
from solver.search.lines.bands import Band, bands_of
from solver.search.lines.cells import LIGHT, NEVER
from solver.search.lines.cheapest import BLOCKED
from solver.search.lines.columns import SCALE, lines_of


@pytest.mark.parametrize("seed", range(12))
def test_heavy_prices_find_the_same_line_as_light_ones(seed):
    """A day's options all dearer by as much: the line stays the same, and every line is dearer by that."""
    lines = lines_of(model_of(drawn(Random(seed), people=1, days=5, kinds=2)))
    if lines is None:
        return
    pricer, placed, random = lines.pricers[0], lines.placed[0], Random(seed)
    options, counts = placed.prices(np.array([random.randrange(20) * SCALE for _ in lines.rows], dtype=np.int64))
    light, heavy = pricer.prices(options, counts), pricer.prices(options + LIGHT, counts)
    assert light.light
    assert not heavy.light
    crew = lines.crews.alone(0)
    found, dearer = crew.cheapest({0: light})[0], crew.cheapest({0: heavy})[0]
    if found is None or dearer is None:
        assert found is dearer is None
        return
    more = len(found.chosen) * LIGHT
    assert (dearer.chosen, dearer.price) == (found.chosen, found.price + more)
    for day, other in zip(crew.through(light), crew.through(heavy), strict=True):
        can_be = day < NEVER // 2
        assert ((other < BLOCKED) == can_be).all()
        assert (other[can_be] == day[can_be] + more).all()


@pytest.mark.parametrize("seed", range(40))
def test_a_band_holds_every_sum_on_the_way_to_an_end_and_begins_and_ends_with_one(seed):
    random = Random(seed)
    states = [1, *(random.randint(1, 3) for _ in range(4))]
    arcs = [
        [(random.randrange(here), random.randrange(after), random.randrange(3)) for _ in range(4)]
        for here, after in pairwise(states)
    ]
    ends = [random.random() < 0.5 for _ in range(6)]
    ways = [((0, 0),)]
    for day in arcs:
        ways = [(*way, (to, way[-1][1] + more)) for way in ways for by, to, more in day if by == way[-1][0]]
    lines = [way for way in ways if way[-1][1] < len(ends) and ends[way[-1][1]]]
    found = bands_of(arcs, states, ends)
    if lines:
        sums = [{way[day][1] for way in lines} for day in range(len(states))]
        assert found == [Band(min(one), max(one) - min(one) + 1) for one in sums]
    assert all(one.span >= 1 for one in found)


@pytest.mark.parametrize("seed", range(12))
def test_a_crew_finds_for_each_what_is_found_alone(seed):
    """Of the crew of all some are not asked; a crew of few is made where most are not. One has prices of eight bytes."""
    lines = lines_of(model_of(drawn(Random(seed), people=5, days=6, kinds=2)))
    if lines is None:
        return
    random = Random(seed)
    worth = np.array([random.randrange(20) * SCALE for _ in lines.rows], dtype=np.int64)
    prices = {
        at: pricer.prices(*placed.prices(worth))
        for at, (pricer, placed) in enumerate(zip(lines.pricers, lines.placed, strict=True))
    }
    prices[4] = lines.pricers[4].prices(*(one + LIGHT for one in lines.placed[4].prices(worth)))
    for people in ([0, 1, 2, 3, 4], [0, 1, 3, 4], [1, 3]):
        crews = lines.crews.of(people)
        assert set(people) <= {at for crew in crews for at in crew.people}
        for crew in crews:
            found = crew.cheapest({at: prices[at] for at in crew.people if at in people})
            for at, one in found.items():
                alone = lines.crews.alone(at).cheapest({at: prices[at]})[at]
                assert (one and one.price) == (alone and alone.price)
