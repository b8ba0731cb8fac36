"""When an assistant is at work to the rules on rest, for checker and solver: a trip is parted by its free time (D34).

Nothing of a trip is free but what is recorded as a break that is not working time: then one cannot be called, and
work begins anew after it. Standby outside the workplace lies in free time; only a call-out is work (§ 10-4 (3)).
"""

from collections.abc import Iterator
from dataclasses import replace

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import Roster, Weekly, Work
from roster.domain.shift import Shift, in_time
from roster.domain.spans import DAY, WEEK, Span, free_between
from roster.rules.asking import with_past
from solver import stretches as ask
from solver.stretches import Jump


def at_work(roster: Roster, who: str, unforeseen_too: bool = True) -> tuple[Work, ...]:
    """The timeline with each stretch of work by itself, sorted; without what nobody could foresee if so asked."""
    return _LINES.of(roster, (who, unforeseen_too), lambda: _at_work(roster, who, unforeseen_too))


_LINES: Kept[tuple[Work, ...]] = Kept()


def _at_work(roster: Roster, who: str, unforeseen_too: bool) -> tuple[Work, ...]:
    line = roster.timeline(who)
    if not unforeseen_too:
        line = tuple(work for work in line if not work.shift.unforeseen)
    if not (any(_PARTED.of(roster, who)) or any(map(_is_parted, roster.frame.past.get(who, ())))):
        return line
    pieces = [
        work if work.span == piece else Work(replace(work.shift, span=piece), work.part)
        for work in line
        for piece in _pieces(work.shift)
    ]
    return tuple(sorted(pieces, key=lambda one: in_time(one.shift)))


_PARTED = Weekly[bool](lambda _, __, week: any(map(_is_parted, week.shifts)))


def _is_parted(shift: Shift) -> bool:
    return shift.is_standby or (shift.travel and shift.off_duty > 0)


def _pieces(shift: Shift) -> tuple[Span, ...]:
    if shift.is_standby:
        return shift.active
    if not _is_parted(shift):
        return (shift.span,)
    return tuple(free_between((one.span for one in shift.breaks or () if not one.working), shift.span))


def work_asked(frame: Frame, who: str) -> tuple[ask.Shift, ...] | None:
    """The same for the solver: what of each shift is work; None where every shift is work from start to end."""
    shifts = with_past(frame, who)
    if all(_pieces(one) == (one.span,) for one in shifts):
        return None
    zero = frame.span.start
    return tuple(ask.Shift(one.id, piece.start - zero, piece.end - zero) for one in shifts for piece in _pieces(one))


def clock_changes(frame: Frame) -> tuple[Jump, ...]:
    """Where the clock changes, and by how much, in the time that the rules on rest see; none in a grunnturnus (D25)."""
    return _CHANGES.of(frame, None, lambda: tuple(_changes(frame)))


_CHANGES: Kept[tuple[Jump, ...]] = Kept()


def jumps(frame: Frame) -> tuple[Jump, ...]:
    """The same in the solver's minutes."""
    return tuple(Jump(one.at - frame.span.start, one.by) for one in clock_changes(frame))


def _changes(frame: Frame) -> Iterator[Jump]:
    if frame.clock.zone is None:
        return
    first = min([frame.span.start, *(past[0].span.start for past in frame.past.values())]) - WEEK
    for day in range(first, frame.span.end + 2 * WEEK, DAY):
        low, high = day, day + DAY
        by = _ahead(frame, high) - _ahead(frame, low)
        if not by:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            if _ahead(frame, middle) == _ahead(frame, low):
                low = middle
            else:
                high = middle
        yield Jump(high, by)


def _ahead(frame: Frame, minute: int) -> int:
    """By how many minutes the clock on the wall is ahead of UTC."""
    offset = frame.clock.aware(minute).utcoffset()
    return round(offset.total_seconds()) // 60 if offset else 0
