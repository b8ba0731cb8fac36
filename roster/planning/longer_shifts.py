"""Fewer and longer shifts for the same need: kinds that follow each other are cut anew."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from roster.domain.brief import Brief
from roster.domain.help_needed import Break, Need, ShiftKind
from roster.domain.kinds import Sort
from roster.domain.spans import DAY, HOUR

STEP = 15
"""Shifts begin and end on a quarter of an hour."""

BREAK_AFTER = 5 * HOUR + 30
"""Longer shifts have a break (§ 10-9); whoever is alone cannot leave, so it is working time."""

BREAK = 30
EVENING_FROM = 14 * HOUR
NIGHT_FROM, NIGHT_TO = 23 * HOUR, 30 * HOUR
MOST_OF_NIGHT = 3 * HOUR


def with_longer_shifts(brief: Brief, most: int) -> Brief | None:
    """The brief with shifts as long as may be up to so many minutes; None where none can be longer.

    Kinds with resting time, with skills of their own or with dated changes stay as they are.
    """
    needs: list[Need] = list(brief.needs)
    kinds: list[ShiftKind] = list(brief.kinds)
    changed = False
    for chain in _chains(brief):
        longer = _cut(chain, most, {one.code for one in kinds})
        if longer is None:
            continue
        changed = True
        codes = {one.code for one in chain}
        rows = [one for one in needs if one.kind == chain[0].code]
        needs = [one for one in needs if one.kind not in codes]
        needs += [replace(row, kind=kind.code) for kind in longer for row in rows]
        kinds = [one for one in kinds if one.code not in codes] + list(longer)
    if not changed:
        return None
    there = {one.code for one in kinds}
    return replace(
        brief,
        kinds=tuple(kinds),
        needs=tuple(needs),
        wishes=tuple(one for one in brief.wishes if one.kind is None or one.kind in there),
        events=tuple(one for one in brief.events if one.kind is None or one.kind in there),
        assistants=tuple(
            replace(one, pins=tuple(pin for pin in one.pins if pin.kind in there)) for one in brief.assistants
        ),
    )


def _chains(brief: Brief) -> Iterator[tuple[ShiftKind, ...]]:
    """Kinds needed on the same days by as many, each beginning where the one before ends."""
    alike: dict[object, list[ShiftKind]] = defaultdict(list)
    dated = {one.kind for one in brief.changes}
    for kind in brief.kinds:
        rows = [replace(one, kind="", place="") for one in brief.needs if one.kind == kind.code]
        plain = not kind.resting and not kind.skills and kind.sort is not Sort.TRAVEL
        if rows and plain and kind.code not in dated and None not in dated:
            alike[tuple(rows), kind.strain].append(kind)
    for kinds in alike.values():
        left = sorted(kinds, key=lambda one: one.start)
        while left:
            first = next((one for one in left if not _before(left, one)), left[0])
            chain = [first]
            left.remove(first)
            while (after := _after(left, chain[-1])) is not None:
                chain.append(after)
                left.remove(after)
            if len(chain) > 1:
                yield tuple(chain)


def _after(kinds: Sequence[ShiftKind], one: ShiftKind) -> ShiftKind | None:
    return next((other for other in kinds if other.start == (one.start + one.length) % DAY), None)


def _before(kinds: Sequence[ShiftKind], one: ShiftKind) -> bool:
    return any((other.start + other.length) % DAY == one.start for other in kinds if other is not one)


def _cut(chain: Sequence[ShiftKind], most: int, taken: set[str]) -> tuple[ShiftKind, ...] | None:
    """The stretch of the chain in as few shifts as ``most`` lets it be, as even as they can be."""
    whole = sum(one.length for one in chain)
    number = -(-whole // most)
    if number >= len(chain):
        return None
    steps = [whole * cut // number // STEP * STEP for cut in range(number)] + [whole]
    free = (code for n in range(1, 100) if (code := f"L{n}") not in taken)
    made = []
    for count, (start, end) in enumerate(pairwise(steps), start=1):
        begins, length = (chain[0].start + start) % DAY, end - start
        at = length // 2 // STEP * STEP
        breaks = (Break(at, at + BREAK, True),) if length > BREAK_AFTER else ()
        sort = _sort(begins, length)
        made.append(
            ShiftKind(next(free), f"Langvakt {count}", begins, length, sort, breaks=breaks, strain=chain[0].strain)
        )
    return tuple(made)


def _sort(start: int, length: int) -> Sort:
    night = sum(max(0, min(start + length, NIGHT_TO + by) - max(start, NIGHT_FROM + by)) for by in (-DAY, 0))
    if night > MOST_OF_NIGHT:
        return Sort.NIGHT
    return Sort.EVENING if start >= EVENING_FROM else Sort.DAY
