"""What every rule is: an id, a source, a check of rosters and limits for the solver."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Source
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from solver.problem import Limit

FoundBy: TypeAlias = Callable[[str], Iterable[Finding]]
"""What the rule of that id has found in the same roster."""


def nobody(_: Frame, __: str) -> Iterable[str]:
    return ()


def each(check_of: Callable[[Roster, Assistant], Iterator[Finding]]) -> Callable[[Roster], Iterator[Finding]]:
    """The check that reads one assistant after the other, in the brief's order."""

    def check(roster: Roster) -> Iterator[Finding]:
        for person in roster.frame.people:
            yield from check_of(roster, person)

    return check


@dataclass(frozen=True, slots=True)
class Rule:
    """``check`` reads a roster and yields findings, at least one ``ok`` per person it concerns when nothing is wrong.

    ``limits`` tells the solver what it must keep, in minutes from the start of the frame's span.
    The two share id and numbers, never the reasoning.

    ``of`` and ``across`` are the same reading in parts, so that after a change no more is read again than it needs:
    ``of`` one assistant, in the brief's order, and then ``across`` all of them. What ``of`` finds hangs on nobody's
    shifts but that assistant's and those of the people whom it stands ``beside``. Both None: it is read whole, and
    with ``counts_only`` not again while as many are on each shift as before, whoever they are.
    """

    id: str
    source: Source
    check: Callable[[Roster], Iterator[Finding]]
    limits: Callable[[Frame], Iterator[Limit]]
    of: Callable[[Roster, Assistant], Iterator[Finding]] | None = None
    across: Callable[[Roster, FoundBy], Iterator[Finding]] | None = None
    beside: Callable[[Frame, str], Iterable[str]] = nobody
    counts_only: bool = False
