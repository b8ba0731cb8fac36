"""Nobody is in two places at once.

Read as: no two pieces of work of one assistant overlap, be they shifts, events, or work elsewhere for anyone;
touching is fine. A shift at the end of a cycle meets those at its beginning. Standby outside the workplace is no
place: one may work, or be called out, while it lasts.
"""

from collections.abc import Iterator
from itertools import pairwise
from operator import le

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Elsewhere
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.spans import Span
from roster.rules.asking import because, ids
from roster.rules.numbers import brief_place
from roster.rules.rule import Rule, each
from solver.problem import Apart, Limit, Off

ID = "two-places"
SOURCE = brief_place("")


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    clashes = list(_clashes(roster, person.id))
    for span, one, other in clashes:
        facts = {"shift": one.id, "kind": one.kind, "other": other.id, "other_kind": other.kind}
        yield Finding(ID, Verdict.MISSING, person.id, span, span.minutes, 0, Unit.MINUTES, SOURCE, facts=facts)
    if not clashes:
        yield Finding(ID, Verdict.OK, person.id, None, 0, 0, Unit.MINUTES, SOURCE)


def _clashes(roster: Roster, who: str) -> Iterator[tuple[Span, Shift, Shift]]:
    """Each time in which a shift of the plan overlaps one that started before it or with it."""
    frame = roster.frame
    line = [(one.span, one) for one in roster.of(who) if not one.is_standby]
    before = [
        (one.span, one) for one in frame.past.get(who, ()) if one.span.end > frame.span.start and not one.is_standby
    ]
    if frame.cyclic:
        turn = frame.span.minutes
        before = [(one.span.moved(-turn), one) for _, one in line if one.span.end > frame.span.end]
    starts, ends = [span.start for span, _ in line], [span.end for span, _ in line]
    if not before and all(map(le, ends, starts[1:])):
        return
    ordered = sorted([*before, *line], key=lambda one: (one[0].start, one[0].end))
    longest = ordered[:1]
    for _, (span, shift) in pairwise(ordered):
        until, other = longest[0]
        if span.start < until.end and shift is not other:
            yield Span(span.start, span.start + until.overlap(span)), other, shift
        if span.end >= until.end:
            longest = [(span, shift)]


def limits(frame: Frame) -> Iterator[Limit]:
    """No two shifts at once; work for another employer counts in no limit, but takes its time."""
    for assistant in frame.people:
        why = because(ID, assistant.id)
        yield Apart(assistant.id, why)
        taken = [one.span for who, one in frame.fixed if who == assistant.id and one.elsewhere is Elsewhere.OTHER]
        blocked = ids(one for one in frame.shifts if any(one.span.overlap(span) for span in taken))
        if blocked:
            yield Off(assistant.id, blocked, why)


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
