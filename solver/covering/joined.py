"""A cover that takes little search: the stretches of need as they stand, joined until they are of few enough kinds.

Each stretch as a shift wastes nothing, but there may be many kinds of them. So kinds are joined, two at a time, those
first whose hull takes least time more, and each is then cut to what the others leave.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, permutations

from solver.covering.clock import Clock, Piece


def joined(clock: Clock, left: Sequence[int], kinds: int) -> list[Piece] | None:
    """At most so many kinds for what is left of the need; None where no two can be joined and there are more."""
    made = _cut(clock, left, _stretches(clock, left))
    while len(made) > kinds:
        ways = [
            (way.length * sum(way.on) - one.length * sum(one.on) - other.length * sum(other.on), one, other, way)
            for one, other in permutations(made, 2)
            if (way := _hull(clock, one, other)) is not None
        ]
        if not ways:
            return None
        _, one, other, way = min(ways, key=lambda way: way[0])
        made = _cut(clock, left, [way, *(piece for piece in made if piece not in (one, other))])
    return made


def steps_of(clock: Clock, day: int, piece: Piece) -> Iterator[int]:
    """The steps of a shift of the kind that begins on the day, from the first day's midnight; the days are a ring."""
    whole, start = clock.steps * len(clock.need), day * clock.steps + piece.start
    return (at % whole for at in range(start, start + piece.length))


def _stretches(clock: Clock, left: Sequence[int]) -> list[Piece]:
    """The time in which so many are needed, for each number; what is too long is parted in even lengths."""
    days, whole = len(clock.need), len(left)
    found: dict[tuple[int, int], list[int]] = {}
    for level in range(1, max(left) + 1):
        edges = [at for at in range(whole) if left[at] >= level > left[at - 1]]
        for start in edges or [at for at in range(0, whole, clock.steps) if left[at] >= level]:
            length = next((more for more in range(whole) if left[(start + more) % whole] < level), clock.steps)
            parts = -(-length // clock.most)
            ends = [start + length * part // parts for part in range(parts + 1)]
            for begin, end in pairwise(ends):
                day, at = divmod(begin % whole, clock.steps)
                found.setdefault((at, max(clock.least, end - begin)), [0] * days)[day] += 1
    return [Piece(start, length, tuple(on)) for (start, length), on in found.items()]


def _hull(clock: Clock, one: Piece, other: Piece) -> Piece | None:
    """A kind that begins with the one and lasts until the other has ended too, with as many as both need at a time."""
    later = (other.start - one.start) % clock.steps
    length = max(one.length, later + other.length)
    if length > clock.most:
        return None
    next_day = one.start + later >= clock.steps
    beside = later < one.length
    ons = [other.on[(day + next_day) % len(other.on)] for day in range(len(other.on))]
    on = (a + b if beside else max(a, b) for a, b in zip(one.on, ons, strict=True))
    return Piece(one.start, length, tuple(on))


def _cut(clock: Clock, left: Sequence[int], pieces: list[Piece]) -> list[Piece]:
    """Without shifts, and without time at the ends of kinds, that the others make needless."""
    spare = [-many for many in left]
    for piece in pieces:
        for day, many in enumerate(piece.on):
            for at in steps_of(clock, day, piece):
                spare[at] += many
    kept = []
    for piece in sorted(pieces, key=lambda one: one.length * sum(one.on)):
        on = list(piece.on)
        for day in range(len(on)):
            needless = min(on[day], *(spare[at] for at in steps_of(clock, day, piece)))
            on[day] -= needless
            for at in steps_of(clock, day, piece):
                spare[at] -= needless
        if any(on):
            kept.append(_shorter(clock, spare, replace(piece, on=tuple(on))))
    return kept


def _shorter(clock: Clock, spare: list[int], piece: Piece) -> Piece:
    """From its first step that is needed on some day to the last, but no shorter than a kind may be."""
    while piece.length > clock.least:
        first, last = replace(piece, length=1), replace(piece, start=piece.start + piece.length - 1, length=1)
        for end in (first, last):
            steps = [(at, many) for day, many in enumerate(piece.on) for at in steps_of(clock, day, end)]
            if all(spare[at] >= many for at, many in steps):
                for at, many in steps:
                    spare[at] -= many
                piece = _moved_on(clock, piece, 1 if end is first else 0)
                break
        else:
            break
    return piece


def _moved_on(clock: Clock, piece: Piece, steps: int) -> Piece:
    """A step shorter, from so many steps later on."""
    late, start = divmod(piece.start + steps, clock.steps)
    return Piece(start, piece.length - 1, tuple(piece.on[day - late] for day in range(len(piece.on))))
