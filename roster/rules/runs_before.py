"""Runs of days or nights that the plan goes on with: how many there are on end just before its first day (D21)."""

from collections.abc import Callable
from datetime import timedelta

from roster.domain.frame import Frame
from roster.domain.shift import Shift


def run_before(frame: Frame, who: str, counts: Callable[[Shift], bool] = lambda _: True) -> int:
    """Days in a row, the last the one before the plan, on which the assistant began work here that counts."""
    if frame.cyclic:
        return 0
    past = frame.past.get(who, ())
    began = {one.start.date() for one in past if one.elsewhere is None and one.event is None and counts(one)}
    day = frame.first_day
    while day - timedelta(days=1) in began:
        day -= timedelta(days=1)
    return (frame.first_day - day).days
