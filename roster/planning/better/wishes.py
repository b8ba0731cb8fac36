"""Wishes in words that are no krav: each broken time has a price (D28)."""

from collections.abc import Iterator

from roster.domain.frame import Frame
from roster.domain.kinds import Worth
from roster.domain.reason import Reason
from roster.planning.worth import WISH
from roster.rules.wish_limits import wish_limits
from solver.problem import Limit


def limits(frame: Frame) -> Iterator[Limit]:
    for number, wish in enumerate(frame.brief.wishes):
        if wish.worth is not Worth.DEMAND:
            yield from wish_limits(frame, wish, Reason("wish", wish.who, str(number)).key, WISH[wish.worth])
