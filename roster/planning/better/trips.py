"""Few handovers on a trip (D34): who has a shift of it has the same one the next day, as far as law and hours allow."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.domain.shift import in_time
from roster.planning.worth import HANDOVER
from solver.problem import Limit, Pattern, Step

NEXT = timedelta(days=1)
"""From one shift of a trip to the next of the same kind; with more between them they are of two trips."""


def limits(frame: Frame) -> Iterator[Limit]:
    """Nobody who has a travel shift leaves the next of the same kind to somebody else, or comes new to it."""
    pairs = tuple(_pairs(frame))
    for person in frame.people if pairs else ():
        yield Pattern(person.id, pairs, Reason("trip", person.id).key, HANDOVER)


def _pairs(frame: Frame) -> Iterator[tuple[Step, ...]]:
    travel = sorted((one for one in frame.shifts if one.travel), key=in_time)
    for kind in sorted({one.kind for one in travel}):
        for one, after in pairwise(each for each in travel if each.kind == kind):
            if after.start.date() - one.start.date() <= NEXT:
                yield ((one.id,), True), ((after.id,), False)
