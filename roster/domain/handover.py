"""Handovers: where one shift begins while another ends, and the minutes then drawn from the vedtak just once (D8)."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from roster.domain.shift import Shift
from roster.domain.spans import HOUR


def without_handovers(
    shifts: Iterable[Shift], cycle: int | None = None, left: Collection[str] = ()
) -> tuple[Shift, ...]:
    """The shifts, each drawing nothing while one that began before it hands over; ``cycle``: its minutes, if it turns.

    An overlap of more than an hour is no handover but work for two. ``left``: the ids of shifts that nobody comes to,
    and that have nothing to hand over.
    """
    every = tuple(shifts)
    before = [one.span for one in every if one.charged and one.here and one.id not in left]
    if cycle is not None:
        before += [span.moved(-cycle) for span in before]

    def uncharged(shift: Shift) -> int:
        handed = (
            one.end - shift.span.start
            for one in before
            if one.start < shift.span.start < one.end < shift.span.end and one.end - shift.span.start <= HOUR
        )
        return max(handed, default=0)

    return tuple(replace(one, uncharged=uncharged(one)) if one.charged and one.here else one for one in every)
