"""Limits that count one person's minutes and occasions."""

from solver.model.has import Has
from solver.model.logic import Lit, Logic, Term
from solver.problem import AllOrNone, AnyOf, InARow, Minutes, Occasions, Pattern


def minutes(logic: Logic, has: Has, limit: Minutes) -> None:
    """The sum lies within its limits; what is missing and what is too much are paid apart, minute by minute."""
    within(logic, has, minutes_worked(has, limit), limit, f"{limit.because}: {limit.person} minutes")


def occasions(logic: Logic, has: Has, limit: Occasions) -> None:
    """The count lies within its limits, likewise."""
    within(logic, has, occasions_worked(has, limit), limit, f"{limit.because}: {limit.person} occasions")


def minutes_worked(has: Has, limit: Minutes) -> list[Term]:
    if limit.person is not None:
        who: tuple[str, ...] = (limit.person,)
    else:
        who = tuple(has.shift_of) if limit.people is None else limit.people
    return [(has.works(person, one), count) for one, count in limit.amounts for person in who]


def occasions_worked(has: Has, limit: Occasions) -> list[Term]:
    return [(has.any(limit.person, one), 1) for one in limit.occasions]


def within(logic: Logic, has: Has, counted: list[Term], limit: Minutes | Occasions, name: str) -> None:
    """Under and over are whole variables just wide enough for the worst sum there can be."""
    least = None if limit.least is None else limit.least - limit.base
    most = None if limit.most is None else limit.most - limit.base
    if limit.cost is None:
        logic.between(counted, least, most)
        return
    low, high = logic.range(counted)
    if least is not None and low < least:
        under = logic.whole(0, least - low, f"{name} under")
        logic.between([*counted, (under, 1)], least, None)
        has.pay(limit.because, [(under, 1)], limit.cost)
    if most is not None and high > most:
        over = logic.whole(0, high - most, f"{name} over")
        logic.between([*counted, (over, -1)], None, most)
        has.pay(limit.because, [(over, 1)], limit.cost)


def any_of(logic: Logic, has: Has, limit: AnyOf) -> None:
    """One of the options is chosen, and the chosen one holds, give or take what is paid for; no other needs to.

    The one that can be passed by least is never passed by more than that, so nothing more is ever paid.
    """
    chosen: list[Lit] = []
    past: list[Term] = []
    if limit.cost is not None:
        past.append((logic.whole(0, min(_farthest(logic, has, one) for one in limit.options), limit.because), 1))
        has.pay(limit.because, past, limit.cost)
    short = [(one, -times) for one, times in past]
    for at, option in enumerate(limit.options):
        one = logic.literal(f"{limit.because}: option {at}")
        counted = worked(has, option)
        if option.least is not None:
            logic.between([*counted, *past], option.least - option.base, None, only_if=one)
        if option.most is not None:
            logic.between([*counted, *short], None, option.most - option.base, only_if=one)
        chosen.append(one)
    logic.clause(chosen)


def _farthest(logic: Logic, has: Has, option: Minutes | Occasions) -> int:
    """By how much the option can be passed at the most."""
    low, high = logic.range(worked(has, option))
    under = 0 if option.least is None else option.least - option.base - low
    over = 0 if option.most is None else high - option.most + option.base
    return max(0, under, over)


def worked(has: Has, counted: Minutes | Occasions) -> list[Term]:
    return minutes_worked(has, counted) if isinstance(counted, Minutes) else occasions_worked(has, counted)


def pattern(logic: Logic, has: Has, limit: Pattern) -> None:
    """At least one step of each sequence is otherwise: a clause, with a literal that pays where it is soft."""
    for at, steps in enumerate(limit.sequences):
        if has.is_past(*(occasion for occasion, _ in steps)):
            continue
        other = [~has.any(limit.person, one) if worked else has.any(limit.person, one) for one, worked in steps]
        if limit.cost is not None:
            other.append(logic.literal(f"{limit.because}: {limit.person} does sequence {at}"))
            has.pay(limit.because, [(other[-1], 1)], limit.cost)
        logic.clause(other)


def all_or_none(logic: Logic, has: Has, limit: AllOrNone) -> None:
    """Each occasion of a group brings the next with it, and the last the first: so one brings all."""
    for at, group in enumerate(limit.groups):
        if has.is_past(*group) or len(group) < 2:
            continue
        split = []
        if limit.cost is not None:
            split.append(logic.literal(f"{limit.because}: {limit.person} group {at} in part"))
            has.pay(limit.because, [(split[0], 1)], limit.cost)
        worked = [has.any(limit.person, one) for one in group]
        for one, following in zip(worked, [*worked[1:], worked[0]], strict=True):
            logic.clause([~one, following, *split])


def in_a_row(logic: Logic, has: Has, limit: InARow) -> None:
    """Runs are no longer than ``most`` and no shorter than ``least``.

    Too long: some stretch of ``most`` + 1 is whole, and a run with k too many holds k such stretches, each
    paid once. Too short: a run of just n < ``least`` with an end on either side, paid by what it lacks; with
    both ends in sight it is no other run. A stretch of history alone is left out.
    """
    on = [has.any(limit.person, one) for one in limit.occasions]
    if limit.off:
        on = [~one for one in on]
    count = len(on)
    wraps = has.problem.cycle is not None
    if limit.most is not None:
        size = limit.most + 1
        for first in range(count if wraps else count - size + 1):
            run = [(first + step) % count for step in range(size)]
            _forbid(logic, has, limit, run, [~on[at] for at in run], units=1)
    least = limit.least or 0
    for size in range(1, least):
        for first in range(count) if wraps else range(1, count - size):
            run = [(first + step) % count for step in range(-1, size + 1)]
            inside = [~on[at] for at in run[1:-1]]
            _forbid(logic, has, limit, run, [on[run[0]], *inside, on[run[-1]]], units=least - size)


def _forbid(logic: Logic, has: Has, limit: InARow, run: list[int], clause: list[Lit], *, units: int) -> None:
    if has.is_past(*(limit.occasions[at] for at in run)):
        return
    if limit.cost is not None:
        clause.append(logic.literal(f"{limit.because}: {limit.person} run of {len(run)} at {run[0]}"))
        has.pay(limit.because, [(clause[-1], units)], limit.cost)
    logic.clause(clause)
