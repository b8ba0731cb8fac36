"""Hours: every position filled as agreed, and what is beyond it given in the order of D29."""

from collections.abc import Iterator
from math import ceil, floor

from roster.domain.contract import blocks, half_a_shift
from roster.domain.frame import Frame
from roster.domain.reason import Reason
from roster.domain.shift import paid
from roster.planning.worth import BEYOND_MINUTE, SHORT_MINUTE
from roster.rules.asking import mine
from solver.problem import Limit, Minutes


def limits(frame: Frame) -> Iterator[Limit]:
    """Minutes short of contract by more than half a shift cost most; minutes beyond it by kind of position."""
    per_hour = frame.brief.settings.resting_paid
    for assistant in frame.people:
        who = assistant.id
        slack = half_a_shift(frame, assistant)
        for number, block in enumerate(blocks(frame, assistant)):
            amounts = tuple(
                (one.id, paid(one, per_hour))
                for one in mine(frame, who)
                if one.here and block.first <= frame.week_of(one) < block.last
            )
            if not amounts:
                continue
            if block.due > slack:
                short = Reason("short", who, str(number)).key
                yield Minutes(who, amounts, short, least=ceil(block.due) - slack, cost=SHORT_MINUTE)
            beyond = Reason("beyond-contract", who, str(number)).key
            yield Minutes(who, amounts, beyond, most=floor(block.contract), cost=BEYOND_MINUTE[assistant.position])
