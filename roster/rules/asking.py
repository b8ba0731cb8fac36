"""How limits speak to the solver: minutes from the start of the frame, ids and reasons."""

from collections.abc import Iterable

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.reason import Reason
from roster.domain.shift import Shift
from roster.domain.spans import Span
from solver import stretches as ask


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
    return _MINE.of(frame, who, lambda: _mine(frame, who))


def mine_in(frame: Frame, who: str, weeks: Iterable[int]) -> tuple[Shift, ...]:
    """Of those, the ones that start in the weeks, sorted."""
    by_week = _MINE_BY_WEEK.of(frame, who, lambda: _by_week(frame, who))
    return tuple(one for week in sorted(frozenset(weeks)) for one in by_week.get(week, ()))


_MINE: Kept[tuple[Shift, ...]] = Kept()
_MINE_BY_WEEK: Kept[dict[int, list[Shift]]] = Kept()


def _mine(frame: Frame, who: str) -> tuple[Shift, ...]:
    every = (*frame.shifts, *own_fixed(frame, who))
    return tuple(sorted(every, key=lambda one: (one.span.start, one.span.end, one.id)))


def _by_week(frame: Frame, who: str) -> dict[int, list[Shift]]:
    weeks: dict[int, list[Shift]] = {}
    for one in mine(frame, who):
        weeks.setdefault(frame.week_of(one), []).append(one)
    return weeks


def with_past(frame: Frame, who: str) -> tuple[Shift, ...]:
    """The same with what was worked before the plan first."""
    past = tuple(one for one in frame.past.get(who, ()) if one.counts_in_limits)
    return (*past, *mine(frame, who))
