"""How limits speak to the solver: minutes from the start of the frame, ids and reasons."""

from collections.abc import Iterable

from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.domain.shift import Shift
from roster.domain.spans import Span
from solver import problem as ask


def because(rule: str, who: str = "", what: str = "") -> str:
    return Reason(rule, who, what).key


def asked_span(frame: Frame, span: Span) -> ask.Span:
    """The span in the solver's minutes."""
    return ask.Span(span.start - frame.span.start, span.end - frame.span.start)


def ids(shifts: Iterable[Shift]) -> tuple[str, ...]:
    return tuple(one.id for one in shifts)


def own_fixed(frame: Frame, who: str) -> tuple[Shift, ...]:
    """Events and work for the same employer elsewhere that the assistant has in any case."""
    return tuple(shift for one, shift in frame.fixed if one == who and shift.counts_in_limits)


def mine(frame: Frame, who: str) -> tuple[Shift, ...]:
    """All that the assistant works or may work in the plan and that counts in limits, sorted."""
    return tuple(sorted((*frame.shifts, *own_fixed(frame, who)), key=lambda one: (one.span, one.id)))


def with_past(frame: Frame, who: str) -> tuple[Shift, ...]:
    """The same with what was worked before the plan first."""
    past = tuple(one for one in frame.past.get(who, ()) if one.counts_in_limits)
    return (*past, *mine(frame, who))
