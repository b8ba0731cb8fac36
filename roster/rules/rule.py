"""What every rule is: an id, a source, a check of rosters and limits for the solver."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from roster.domain.finding import Finding, Source
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from solver.problem import Limit


@dataclass(frozen=True, slots=True)
class Rule:
    """``check`` reads a roster and yields findings, at least one ``ok`` per person it concerns when nothing is wrong.

    ``limits`` tells the solver what it must keep, in minutes from the start of the frame's span.
    The two share id and numbers, never the reasoning.
    """

    id: str
    source: Source
    check: Callable[[Roster], Iterator[Finding]]
    limits: Callable[[Frame], Iterator[Limit]]
