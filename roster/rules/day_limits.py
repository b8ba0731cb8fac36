"""A most in every døgn as the solver is told it: unsplit work counts whole where it starts (D10, D11).

A shift that begins the moment another ends goes on with it, also past the cut of the day. So where shifts touch in a
chain over a cut, those past it count in the first one's day when all of the chain is worked, and in their own
otherwise. An agreement that begins or ends inside the plan holds on its own days. What began before the plan binds
what goes on with it, but never for what was worked already (D22).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from roster.domain.frame import Frame
from roster.domain.shift import Shift
from roster.domain.spans import DAY
from roster.rules.asking import mine, with_past
from roster.rules.rest_lengths import daily_shortest
from roster.rules.terms import Terms, terms
from solver.problem import AnyOf, Limit, Minutes, Occasions

Chain = tuple[Shift, ...]


def day_limits(
    frame: Frame, who: str, of: Callable[[Shift], int], pick: Callable[[Terms], int], why: str
) -> Iterator[Limit]:
    """Limits that hold just when no døgn has more of what the shifts count than ``pick`` finds in its terms."""
    chains = list(_over_the_cut(frame, who))
    late = {one.id for chain in chains for one in chain[1:]}

    def counted(shifts: Iterable[Shift]) -> tuple[tuple[str, int], ...]:
        return tuple((one.id, of(one)) for one in shifts)

    def most_on(number: int) -> int:
        day = None if frame.cyclic else frame.first_day + timedelta(days=number)
        return pick(terms(frame.brief, who, on=day))

    for number, shifts in _by_day(frame, who).items():
        most = most_on(number)
        alone = [one for one in shifts if one.id not in late]
        if sum(map(of, shifts)) > most:
            yield Minutes(who, counted(alone), why, most=most)
            if len(alone) < len(shifts):
                elsewhere = (_all_of(who, chain, why) for chain in chains if chain[-1] in shifts)
                yield AnyOf((Minutes(who, counted(shifts), why, most=most), *elsewhere), why)
        for chain in chains:
            together = [*alone, *chain[1:]]
            if frame.day_of(chain[0]) == number and sum(map(of, together)) > most:
                broken = Occasions(who, tuple((one.id,) for one in chain), why, most=len(chain) - 1)
                yield AnyOf((broken, Minutes(who, counted(together), why, most=most)), why)

    for chain in chains:
        if frame.day_of(chain[0]) < 0:
            broken = Occasions(who, tuple((one.id,) for one in chain), why, most=len(chain) - 1)
            most = most_on(frame.day_of(chain[0]))
            yield AnyOf((broken, Minutes(who, counted(chain), why, most=most)), why)


def _all_of(who: str, chain: Chain, why: str) -> Occasions:
    return Occasions(who, tuple((one.id,) for one in chain), why, least=len(chain))


def _by_day(frame: Frame, who: str) -> dict[int, list[Shift]]:
    days: dict[int, list[Shift]] = {}
    for one in mine(frame, who):
        days.setdefault(frame.day_of(one), []).append(one)
    return days


def _over_the_cut(frame: Frame, who: str) -> Iterator[Chain]:
    """Chains of shifts that touch: the first in one day, the others past its cut; round the end of a cycle too.

    Those that together leave no daily rest in the 24 hours from the first are left out: that rule forbids them.
    """
    longest = DAY - daily_shortest(frame, who).amount
    starts = _starts(frame, who)
    for first in with_past(frame, who):
        open_: list[tuple[Chain, int]] = [((first,), first.span.end)]
        while open_:
            chain, until = open_.pop()
            for shift in starts.get(until, ()):
                reached = until + shift.span.minutes
                if reached - first.span.start > longest or shift in chain:
                    continue
                if len(chain) > 1 or frame.day_of(shift) != frame.day_of(first):
                    longer = (*chain, shift)
                    yield longer
                    open_.append((longer, reached))


def _starts(frame: Frame, who: str) -> dict[int, list[Shift]]:
    """The shifts by when they start; in a cycle those of its first days stand after its end as well."""
    starts: dict[int, list[Shift]] = {}
    for one in mine(frame, who):
        starts.setdefault(one.span.start, []).append(one)
        if frame.cyclic and one.span.start < frame.span.start + 2 * DAY:
            starts.setdefault(one.span.start + frame.span.minutes, []).append(one)
    return starts
