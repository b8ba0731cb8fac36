"""A cover that takes no search: the longest kinds laid round the clock one by one, or the stretches of need joined.

Each kind is cut to its need. It may waste much, but a search has it to begin from, and it is there where time is out.
"""

from collections.abc import Iterator, Sequence

from solver.covering.clock import Clock, Covering, Piece
from solver.covering.joined import joined, steps_of

_REACHES = ((0, 0), (0, 1), (1, 0))
"""Held shifts as they must be, or as long as they may be: on after what they hold, or from before it."""


def first_cover(clock: Clock, kinds: int) -> Covering | None:
    """The least of them with at most so many kinds besides those that are held; None where each has more."""
    ways = [way for reach in _REACHES for way in _ways(clock, _holding(clock, *reach), kinds)]
    best = min(ways, key=_total, default=None)
    if best is None:
        return None
    return Covering(tuple(sorted(best, key=lambda one: (one.start, one.length))), _total(best), 0)


def _holding(clock: Clock, before: int, after: int) -> list[Piece]:
    made, days = [], range(len(clock.need))
    for one in clock.held:
        more = max(0, one.most - (one.end - one.start))
        start = one.start - before * more
        on = tuple(int((day - start // clock.steps) % len(days) in one.days) for day in days)
        made.append(Piece(start % clock.steps, one.end - one.start + (before + after) * more, on, one))
    return made


def _ways(clock: Clock, held: list[Piece], kinds: int) -> Iterator[list[Piece]]:
    """The stretches joined, and a cover for each step at which the first of the longest kinds can begin."""
    left = [many for day in clock.need for many in day]
    for piece in held:
        for day, many in enumerate(piece.on):
            for at in steps_of(clock, day, piece):
                left[at] = max(0, left[at] - many)
    stretches = joined(clock, left, kinds)
    if stretches is not None:
        yield [*held, *stretches]
    there = [at for at in range(clock.steps) if any(left[at :: clock.steps])]
    for first in there or [0]:
        laid: list[list[int]] = []
        for after in sorted((at - first) % clock.steps for at in there):
            if not laid or after >= laid[-1][0] + clock.most:
                laid.append([after])
            laid[-1].append(after + 1)
        if len(laid) <= kinds:
            yield [*held, *(_piece(clock, left, (first + one[0]) % clock.steps, one[-1] - one[0]) for one in laid)]


def _piece(clock: Clock, left: Sequence[int], start: int, length: int) -> Piece:
    """As many on each day as that day needs at most while it lasts."""
    days = range(len(clock.need))
    cut = Piece(start, length, ())
    on = tuple(max(left[at] for at in steps_of(clock, day, cut)) for day in days)
    return Piece(start, max(length, clock.least), on)


def _total(pieces: list[Piece]) -> int:
    return sum(one.length * sum(one.on) for one in pieces)
