"""Shifts that somebody moved by hand: they stand beside those of the brief, and fill the need they came from."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from roster.domain.clock import nominal
from roster.domain.frame import Frame, drawn_once
from roster.domain.help_needed import ShiftKind
from roster.domain.shift import Pause, Shift
from roster.domain.shift_of_kind import shift_of_kind
from roster.domain.spans import Span


def moved_shift(frame: Frame, kind: ShiftKind, start: datetime, end: datetime) -> Shift:
    """A shift of the kind at other times than the kind's own; nobody is wanted on it, all who are on it may be.

    It fills the need of its kind on its date when it covers most of those times.
    Resting parts and breaks keep their distance from the start as far as the shift still holds them.
    """
    usual = shift_of_kind(frame.clock, kind, start.date(), name_of(kind.code, start, end))
    length = nominal(start, end)
    by = frame.clock.minute(start) - usual.span.start
    span = Span(frame.clock.minute(start), frame.clock.minute(end))
    usual_id = f"{start:%Y-%m-%d} {kind.code}"
    needed = frame.shift.get(usual_id, usual)
    off_duty = sum(_within(one.start, one.end, length) for one in kind.breaks or () if not one.working)
    return replace(
        usual,
        start=start,
        end=end,
        span=span,
        resting=tuple(_kept_of(part, by, span) for part in usual.resting if part.moved(by).overlap(span)),
        resting_nominal=sum(_within(part.start, part.end, length) for part in kind.resting),
        breaks=usual.breaks
        and tuple(
            Pause(_kept_of(one.span, by, span), one.working) for one in usual.breaks if one.span.moved(by).overlap(span)
        ),
        off_duty=off_duty,
        off_duty_nominal=off_duty,
        charged=needed.charged and (not usual.travel or frame.brief.settings.charging.travel),
        line=needed.line,
        up_to=len(frame.people),
        fills=usual_id if usual_id in frame.shift and 2 * usual.span.overlap(span) > usual.span.minutes else "",
    )


def name_of(code: str, start: datetime, end: datetime) -> str:
    """The id of a moved shift: its date, code and times."""
    last = f"{end:%H.%M}" if end - start < timedelta(days=1) else f"{end:%Y-%m-%d %H.%M}"
    return f"{start:%Y-%m-%d} {code} {start:%H.%M}–{last}"


def with_moved(frame: Frame, shifts: Iterable[Shift], works: Iterable[tuple[str, str]]) -> Frame:
    """The frame with these shifts too, each handover drawn once by those that somebody comes to.

    ``works``: who works which shift. One that all have been moved from hands nothing over.
    """
    known = frame.shift
    added = {one.id: one for one in shifts if one.id not in known}
    if not added:
        return frame
    left = {one.fills for one in added.values() if one.fills} - {shift for _, shift in works}
    every = sorted((*frame.shifts, *added.values()), key=lambda one: (one.span, one.id))
    return replace(frame, shifts=drawn_once(frame, every, left))


def is_moved(shift: Shift) -> bool:
    """Its id carries its times, as ``name_of`` gives it."""
    return shift.id == name_of(shift.kind, shift.start, shift.end)


def moved_in(frame: Frame) -> tuple[Shift, ...]:
    """The shifts of the frame that the brief does not have, in order."""
    return tuple(one for one in frame.shifts if is_moved(one))


def _kept_of(part: Span, by: int, span: Span) -> Span:
    """What the span holds of the part when that is moved."""
    moved = part.moved(by)
    return Span(max(moved.start, span.start), min(moved.end, span.end))


def _within(start: int, end: int, length: int) -> int:
    return max(0, min(end, length) - max(start, 0))
