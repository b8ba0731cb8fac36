"""Stretches of elapsed time: whole minutes on one line, the end never part of the stretch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

HOUR = 60
DAY = 24 * HOUR
WEEK = 7 * DAY


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of elapsed minutes, ``start <= t < end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"span ends at {self.end}, not after its start at {self.start}")

    @property
    def minutes(self) -> int:
        return self.end - self.start

    def overlap(self, other: "Span") -> int:
        """Minutes that both have in common; 0 when they only touch."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def moved(self, minutes: int) -> "Span":
        return Span(self.start + minutes, self.end + minutes)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same time in as few spans as possible, sorted; spans that touch become one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def free_between(busy: Iterable[Span], within: Span) -> Iterator[Span]:
    """The stretches of ``within`` that no busy span touches, in order."""
    at = within.start
    for span in merged(busy):
        if span.end <= at:
            continue
        if span.start >= within.end:
            break
        if span.start > at:
            yield Span(at, span.start)
        at = span.end
    if at < within.end:
        yield Span(at, within.end)
