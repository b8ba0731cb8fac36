"""Hours that would be lost: where the vedtak has more than the need takes, welcome places fill permanent positions.

Half a shift under contract is no shortage, so nothing else asks for it. But granted hours that nobody draws are lost
when the vedtak year ends; worked in a permanent position they are not.
"""

from collections.abc import Iterator
from math import ceil

from roster.domain.contract import blocks
from roster.domain.frame import Frame
from roster.domain.kinds import Position
from roster.domain.reason import Reason
from roster.domain.shift import granted, paid
from roster.planning.worth import LOST_MINUTE
from roster.rules.asking import mine
from roster.rules.vedtak_share import granted_for
from solver.problem import Limit, Minutes


def limits(frame: Frame) -> Iterator[Limit]:
    """Each minute of a permanent position that is not worked costs; only where there are hours and places for it."""
    if not would_be_lost(frame):
        return
    per_hour = frame.brief.settings.resting_paid
    for assistant in frame.people:
        if assistant.position is not Position.PERMANENT:
            continue
        for number, block in enumerate(blocks(frame, assistant)):
            amounts = tuple(
                (one.id, paid(one, per_hour))
                for one in mine(frame, assistant.id)
                if one.here and block.first <= frame.week_of(one) < block.last
            )
            if amounts and block.due > 0:
                lost = Reason("hours-lost", assistant.id, str(number)).key
                yield Minutes(assistant.id, amounts, lost, least=ceil(block.due), cost=LOST_MINUTE)


def would_be_lost(frame: Frame) -> bool:
    """More than the need takes is granted for the plan, by what is used of the year, and more is welcome on a shift."""
    if not any(one.up_to > one.wanted for one in frame.shifts):
        return False
    given = granted_for(frame)
    per_hour = frame.brief.settings.resting_granted
    return given is not None and given > sum(granted(one, per_hour) * one.wanted for one in frame.shifts)
