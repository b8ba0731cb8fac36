"""From a frame to what the solver is asked: its shifts, the limits of every rule, and what is better."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from roster.domain.frame import Frame
from roster.domain.kinds import WhenShort
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.shift import Shift, worked
from roster.planning.worth import LOOSE_REST, OPEN_MINUTE
from roster.rules import RULES
from roster.rules.asking import ids
from solver.problem import Cover, Fixed, Limit, Minutes, Off, Person, Problem, Works
from solver.rest import FreeBlocks
from solver.stretches import Shift as Asked

EVENT = "event"
"""The reason of what is fixed beforehand: somebody comes to an event or works elsewhere."""

MAY_STAY_OPEN = frozenset({"need-filled", "skills"})
"""The rules that ask for people; what they ask for may stay open at a price (D28)."""

BACKGROUND = "!fixed||"
"""Nobody but those named works a fixed shift: how the question is put, no reason of anybody's."""


def hard_problem(frame: Frame) -> Problem:
    """The problem with every rule hard and nothing else, to ask whether it can be done at all."""
    return problem_of(frame, _rule_limits(frame))


def priced_problem(frame: Frame, preferences: Iterable[Limit]) -> Problem:
    """The problem in which need may be left open at a price, and some rosters are better than others."""
    return problem_of(frame, chain((_priced(frame, one) for one in _rule_limits(frame)), preferences))


def problem_of(frame: Frame, limits: Iterable[Limit]) -> Problem:
    """The shifts of the frame, what is fixed and what is past, under just these limits."""
    past = tuple(shift for all_of in frame.past.values() for shift in all_of)
    fixed = {shift.id: shift for _, shift in frame.fixed if shift.counts_in_limits}
    return Problem(
        people=tuple(Person(one.id, ids(_past(frame, one.id))) for one in frame.people),
        shifts=tuple(
            Asked(one.id, one.span.start - frame.span.start, one.span.end - frame.span.start)
            for one in sorted((*past, *frame.shifts, *fixed.values()), key=lambda shift: (shift.span, shift.id))
        ),
        limits=(*_fixed(frame), *limits),
        horizon=frame.span.minutes,
        cycle=frame.span.minutes if frame.cyclic else None,
    )


def roster_of(frame: Frame, works: Works) -> Roster:
    """The roster of what the solver made; events and other fixed work stand in the frame already."""
    fixed = {shift.id for _, shift in frame.fixed}
    return Roster(frame, frozenset(one for one in works if one[1] not in fixed))


def fixed_works(frame: Frame) -> Works:
    """Who works what is fixed beforehand: part of each roster that the solver makes."""
    return frozenset((who, one.id) for who, one in frame.fixed if one.counts_in_limits)


def _past(frame: Frame, who: str) -> tuple[Shift, ...]:
    return frame.past.get(who, ())


def _rule_limits(frame: Frame) -> Iterator[Limit]:
    for rule in RULES:
        yield from rule.limits(frame)


def _fixed(frame: Frame) -> Iterator[Limit]:
    """What is fixed is worked by those it names and by nobody else."""
    counted = [(who, shift) for who, shift in frame.fixed if shift.counts_in_limits]
    for who, shift in counted:
        yield Fixed(who, (shift.id,), Reason(EVENT, who, shift.id).key)
    for person in frame.people:
        theirs = {shift.id for who, shift in counted if who == person.id}
        others = tuple(sorted({shift.id for _, shift in counted} - theirs))
        if others:
            yield Off(person.id, others, BACKGROUND)


def _priced(frame: Frame, limit: Limit) -> Limit:
    """Open need and a disputed weekly rest have a price; everything else stays as the rules have it (D2, D28)."""
    match limit:
        case Cover() if Reason.of(limit.because).rule in MAY_STAY_OPEN:
            shift = frame.shift[Reason.of(limit.because).what]
            return replace(limit, cost=OPEN_MINUTE * worked(shift), because=Reason("open", "", shift.id).key)
        case FreeBlocks():
            loose = Reason("weekly-rest-loose", limit.person).key
            return replace(limit, loose_cost=LOOSE_REST, loose_because=loose)
        case Minutes() if _may_be_exceeded(frame, limit):
            return replace(limit, cost=OPEN_MINUTE // 2, because=Reason("exceeded").key)
        case _:
            return limit


def _may_be_exceeded(frame: Frame, limit: Minutes) -> bool:
    """D30: the brief would rather exceed the vedtak, and be warned, than leave help undone."""
    exceed = frame.brief.vedtak.when_short is WhenShort.EXCEED
    return exceed and Reason.of(limit.because).rule == "vedtak"
