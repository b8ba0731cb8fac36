"""Limits that count one person's minutes and occasions."""

from solver.meaning.worked import Worked
from solver.problem import AllOrNone, AnyOf, InARow, Minutes, Occasions, Pattern


def outside(amount: int, least: int | None, most: int | None) -> int:
    """By how much the amount misses the limits."""
    under = 0 if least is None else max(0, least - amount)
    over = 0 if most is None else max(0, amount - most)
    return under + over


def minutes(has: Worked, limit: Minutes) -> int:
    if limit.person is not None:
        who: tuple[str, ...] = (limit.person,)
    else:
        who = has.people() if limit.people is None else limit.people
    amount = limit.base + sum(count for one, count in limit.amounts for person in who if has.works(person, one))
    return outside(amount, limit.least, limit.most)


def occasions(has: Worked, limit: Occasions) -> int:
    count = limit.base + sum(has.any(limit.person, one) for one in limit.occasions)
    return outside(count, limit.least, limit.most)


def any_of(has: Worked, limit: AnyOf) -> int:
    missed = (minutes(has, one) if isinstance(one, Minutes) else occasions(has, one) for one in limit.options)
    least = next(missed)
    while least and (other := next(missed, None)) is not None:
        least = min(least, other)
    return least


def all_or_none(has: Worked, limit: AllOrNone) -> int:
    return sum(
        len({has.any(limit.person, one) for one in group}) == 2 and not has.is_past(*group) for group in limit.groups
    )


def pattern(has: Worked, limit: Pattern) -> int:
    return sum(
        all(has.any(limit.person, occasion) == worked for occasion, worked in steps)
        and not has.is_past(*(occasion for occasion, _ in steps))
        for steps in limit.sequences
    )


def in_a_row(has: Worked, limit: InARow) -> int:
    """Occasions too many in a run and missing from short ones; what lies wholly in history is not judged.

    Of a run with one too many, two stretches of ``most`` + 1 are whole: counting stretches counts the excess.
    """
    on = [has.any(limit.person, one) != limit.off for one in limit.occasions]
    count = len(on)
    wraps = has.problem.cycle is not None
    units = 0
    if limit.most is not None:
        size = limit.most + 1
        for first in range(count if wraps else count - size + 1):
            run = [(first + step) % count for step in range(size)]
            units += all(on[at] for at in run) and not has.is_past(*(limit.occasions[at] for at in run))
    if limit.least is not None and not all(on):
        for first in range(count):
            if on[first] and (wraps or first > 0) and not on[first - 1]:
                size = 1
                while (wraps or first + size < count) and on[(first + size) % count]:
                    size += 1
                if size >= limit.least or (not wraps and first + size == count):
                    continue
                run = [(first + step) % count for step in range(-1, size + 1)]
                units += (limit.least - size) * (not has.is_past(*(limit.occasions[at] for at in run)))
    return units
