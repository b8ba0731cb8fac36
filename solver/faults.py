"""What cannot be meant in a problem, all of it at once: names of nobody, prices below nothing, a share of none.

It is looked for where a problem comes in, and not where the search makes others of it.
"""

from collections.abc import Iterable, Iterator

from solver.problem import (
    COSTS,
    AllOrNone,
    AnyOf,
    Balance,
    Company,
    Cover,
    Fixed,
    InARow,
    Limit,
    Minutes,
    Occasions,
    Off,
    Pattern,
    Problem,
    Succession,
)
from solver.rest import RestInWindow
from solver.search.hard import mentioned

DEAREST = 10**12
"""Points for a unit at the most: with more a sum of all could pass what a whole number of 64 bits holds."""
SHOWN = 20
"""Faults that are told one by one."""


class ProblemError(ValueError):
    """The problem cannot be meant as it stands; ``faults`` says of each place what is wrong with it."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        more = [f"and {len(faults) - SHOWN} more"] if len(faults) > SHOWN else []
        super().__init__("\n".join(["the problem cannot be meant as it stands:", *faults[:SHOWN], *more]))


def check(problem: Problem) -> None:
    """Every limit can be meant as it stands; raises ``ProblemError`` with all that cannot, in the problem's order."""
    faults = tuple(faults_of(problem))
    if faults:
        raise ProblemError(faults)


def faults_of(problem: Problem) -> Iterator[str]:
    """What is wrong, place by place."""
    for person in problem.people:
        for one in person.past:
            if problem.shift[one].start >= 0:
                yield f"{person.id!r} has worked {one!r}, which does not begin before minute 0: make it a hard Fixed"
    for shift in problem.shifts:
        if shift.start >= problem.horizon:
            yield f"shift {shift.id!r} begins at {shift.start}, not before the horizon {problem.horizon}"
    people = {one.id for one in problem.people}
    for limit in problem.limits:
        named = f"{type(limit).__name__} {limit.because!r}{_whose(limit)}"
        for fault in _of(problem, limit, people):
            yield f"{named}: {fault}"


def _whose(limit: Limit) -> str:
    who = getattr(limit, "person", None)
    return f" of {who!r}" if who is not None else f" ({limit.id})" if isinstance(limit, Cover) else ""


def _of(problem: Problem, limit: Limit, people: set[str]) -> Iterator[str]:
    for who in sorted(set(_people(limit)) - people):
        yield f"{who!r} is nobody of the problem"
    text = next(_texts(limit), None)
    if text is not None:
        yield f"{text!r} is a text where a tuple belongs: ({text!r},)"
    else:
        for one in sorted(_shifts(limit) - problem.shift.keys()):
            yield f"{one!r} is no shift of the problem"
    for name in COSTS:
        cost = getattr(limit, name, None)
        if cost is not None and (not isinstance(cost, int) or not 0 <= cost <= DEAREST):
            yield f"{name} is {cost!r}, not a whole number of points from 0 to {DEAREST}"
    match limit:
        case AnyOf():
            if not limit.options:
                yield "there is nothing to choose from"
        case Balance():
            for share in limit.shares:
                if share.weight <= 0:
                    yield f"the weight of {share.person!r} is {share.weight}, not above 0"
        case Minutes():
            if limit.person is not None and limit.people is not None:
                yield "it is either of one person or of several people"


def _people(limit: Limit) -> Iterable[str]:
    match limit:
        case Cover():
            return (*(limit.people or ()), *(who for who, _ in limit.works or ()))
        case Company():
            return (limit.first, limit.second)
        case Balance():
            return (one.person for one in limit.shares)
        case AnyOf():
            return (who for one in limit.options for who in _people(one))
        case Minutes():
            return (limit.person,) if limit.person is not None else limit.people or ()
    return (limit.person,)


def _shifts(limit: Limit) -> set[str]:
    """The shifts it names; what is work to a limit of rest may be no shift of the problem."""
    return set(limit.starts or ()) if isinstance(limit, RestInWindow) else mentioned(limit)


def _texts(limit: Limit) -> Iterator[str]:
    """A text where a tuple of ids belongs: each of its signs would be one."""
    named: Iterable[object]
    match limit:
        case Off() | Fixed():
            named = (limit.shifts,)
        case Cover():
            named = (limit.shifts, limit.people, limit.works)
        case Succession():
            named = (limit.pairs, *limit.pairs)
        case Occasions() | InARow() | Company():
            named = (limit.occasions, *limit.occasions)
        case AllOrNone():
            named = (one for group in limit.groups for one in (group, *group))
        case Pattern():
            named = (occasion for steps in limit.sequences for occasion, _ in steps)
        case Balance():
            named = (one for share in limit.shares for one in (share.occasions, *share.occasions))
        case AnyOf():
            named = (one for option in limit.options if isinstance(option, Occasions) for one in option.occasions)
        case RestInWindow():
            named = (limit.starts,)
        case _:
            named = ()
    yield from (one for one in named if isinstance(one, str))
