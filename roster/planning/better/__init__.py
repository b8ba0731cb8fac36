"""What is better besides the rules: one file an idea, each yields limits with a price."""

from collections.abc import Iterator

from roster.domain.frame import Frame
from roster.planning.better import hours, lost, patterns, rests, shares, weekends, wishes
from solver.problem import Limit


def preferences(frame: Frame) -> Iterator[Limit]:
    """Everything that makes one lawful roster better than another (D28, D29, D32)."""
    yield from hours.limits(frame)
    yield from lost.limits(frame)
    yield from wishes.limits(frame)
    yield from weekends.limits(frame)
    yield from patterns.limits(frame)
    yield from rests.limits(frame)
    yield from shares.limits(frame)
