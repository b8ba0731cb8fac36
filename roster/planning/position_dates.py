"""The turnus behind positions on its dates: red days and what is left of the vedtak are met there and not before."""

import time

from roster.domain.frame import calendar_frame
from roster.domain.roster import Roster
from roster.planning.position_proof import Lawful
from roster.planning.result import Stop
from roster.planning.rollout import copy_of, roll_out
from roster.planning.search import Search


def lawful_on_dates(
    roster: Roster,
    lawful: Lawful,
    *,
    seconds: float,
    seed: int = 0,
    workers: int | None = None,
    stop: Stop | None = None,
) -> bool:
    """A lawful roster with nothing open was found on the dates too, in about so many seconds.

    A kalenderplan has them already.
    """
    ends = time.monotonic() + seconds

    def over() -> bool:
        return time.monotonic() > ends or (stop is not None and stop())

    def in_order(one: Roster) -> bool:
        return not one.open and lawful(one)

    if not roster.frame.cyclic:
        return in_order(roster)
    brief = roster.frame.brief
    frame = calendar_frame(brief, brief.period.rollout_weeks)
    if in_order(Roster(frame, copy_of(roster, frame))):
        return True
    return not over() and in_order(roll_out(roster, seconds=seconds, search=Search(seed, workers, over)).roster)
