"""A most in every døgn as the solver is told it: unsplit work counts whole where it starts (D10, D11).

A shift that begins the moment another ends goes on with it, also past the cut of the day. So where two such
shifts lie on either side of a cut, the second counts in the first one's day when both are worked, and in its own
otherwise.
"""

from collections.abc import Callable, Iterator

from roster.domain.frame import Frame
from roster.domain.shift import Shift
from roster.domain.spans import DAY
from roster.rules.asking import mine, with_past
from roster.rules.terms import terms
from solver.problem import AnyOf, Limit, Minutes, Occasions


def day_limits(frame: Frame, who: str, of: Callable[[Shift], int], most: int, why: str) -> Iterator[Limit]:
    """Limits that hold just when no døgn has more than ``most`` of what the shifts count."""
    days = _by_day(frame, who)
    joined = _joined(frame, who)
    late = {second.id for _, second in joined}
    for number, shifts in days.items():
        amounts = tuple((one.id, of(one)) for one in shifts)
        alone = tuple((one.id, of(one)) for one in shifts if one.id not in late)
        if sum(amount for _, amount in amounts) > most:
            if len(alone) == len(amounts):
                yield Minutes(who, amounts, why, most=most)
            else:
                yield Minutes(who, alone, why, most=most)
                both = tuple(
                    Occasions(who, ((first.id,), (second.id,)), why, least=2)
                    for first, second in joined
                    if second.id in {one.id for one in shifts}
                )
                yield AnyOf((Minutes(who, amounts, why, most=most), *both), why)
        for first, second in joined:
            with_it = (*alone, (second.id, of(second)))
            if frame.day_of(first) == number and sum(amount for _, amount in with_it) > most:
                not_both = Occasions(who, ((first.id,), (second.id,)), why, most=1)
                yield AnyOf((not_both, Minutes(who, with_it, why, most=most)), why)


def _by_day(frame: Frame, who: str) -> dict[int, list[Shift]]:
    days: dict[int, list[Shift]] = {}
    for one in mine(frame, who):
        days.setdefault(frame.day_of(one), []).append(one)
    return days


def _joined(frame: Frame, who: str) -> list[tuple[Shift, Shift]]:
    """Pairs that touch, the second past the cut of the day in which the first starts; round the end of a cycle too.

    Two that together leave no daily rest in the 24 hours from the first are left out: that rule forbids them.
    """
    longest = DAY - terms(frame.brief, who).daily_rest.amount
    shifts = with_past(frame, who)
    turn = frame.span.minutes if frame.cyclic else None
    starts: dict[int, list[Shift]] = {}
    for one in mine(frame, who):
        starts.setdefault(one.span.start, []).append(one)
        if turn is not None and one.span.start < frame.span.start + DAY:
            starts.setdefault(one.span.start + turn, []).append(one)
    return [
        (first, second)
        for first in shifts
        for second in starts.get(first.span.end, ())
        if frame.day_of(first) != frame.day_of(second)
        and first.span.minutes + second.span.minutes <= longest
    ]
