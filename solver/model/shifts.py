"""Limits on one person's shifts, one by one or two together."""

from solver.model.around import Around
from solver.model.has import Has
from solver.model.logic import FALSE, Lit, Logic, Term
from solver.problem import Apart, Fixed, Off, Succession


def off(logic: Logic, has: Has, limit: Off) -> None:
    """None of the shifts is worked. A hard one has no variable, so its literal is false already, unless history."""
    worked = [has.works(limit.person, one) for one in limit.shifts]
    if limit.cost is None:
        for one in worked:
            logic.clause([~one])
    else:
        has.pay(limit.because, ((one, 1) for one in worked), limit.cost)


def fixed(logic: Logic, has: Has, limit: Fixed) -> None:
    """All of the shifts are worked."""
    worked = [has.works(limit.person, one) for one in limit.shifts]
    if limit.cost is None:
        for one in worked:
            logic.clause([one])
    else:
        has.pay(limit.because, ((~one, 1) for one in worked), limit.cost)


def succession(logic: Logic, has: Has, limit: Succession) -> None:
    """Not both of any pair: a clause each, or a literal that pays where both are worked.

    A literal that costs points is false wherever its clause lets it be, so one direction is enough; so for
    all soft limits. Where some pairs may be worked, each has such a literal and their number is bounded.
    """
    if limit.most == 0:
        for one, other in limit.pairs:
            _not_both(logic, has, limit, one, other)
        return
    worked: list[Term] = [
        (_both(logic, has, limit, one, other), 1) for one, other in limit.pairs if not has.is_past((one, other))
    ]
    beyond: list[Term] = []
    if limit.cost is not None and len(worked) > limit.most:
        beyond = [(logic.whole(0, len(worked) - limit.most, f"{limit.because}: pairs beyond {limit.most}"), -1)]
        has.pay(limit.because, [(one, 1) for one, _ in beyond], limit.cost)
    logic.between([*worked, *beyond], None, limit.most)


def apart(logic: Logic, has: Has, limit: Apart) -> None:
    """Not both of any two that overlap: each pair once, though it may overlap at both ends of a cycle."""
    shifts = Around(has.problem, (one for one in has.problem.shifts if has.works(limit.person, one.id) != FALSE))
    pairs = {
        (min(one.id, other.id), max(one.id, other.id))
        for one in shifts
        for other in shifts.overlapping(one.start, one.end)
        if one.id != other.id
    }
    for one_id, other_id in sorted(pairs):
        _not_both(logic, has, limit, one_id, other_id)


def _not_both(logic: Logic, has: Has, limit: Apart | Succession, one: str, other: str) -> None:
    if has.is_past((one, other)):
        return
    if limit.cost is None:
        has.never_both(limit.person, one, other)
        return
    has.pay(limit.because, [(_both(logic, has, limit, one, other), 1)], limit.cost)


def _both(logic: Logic, has: Has, limit: Apart | Succession, one: str, other: str) -> Lit:
    """A literal that is true at least where the person works both."""
    both = logic.literal(f"{limit.because}: {limit.person} works {one} and {other}")
    logic.clause([~has.works(limit.person, one), ~has.works(limit.person, other), both])
    return both
