"""Daglig arbeidsfri: aml § 10-8 (1), (3).

Read as: from every start of work, the longest free stretch within the next 24 elapsed hours reaches the rest in
force, 11 hours unless agreed shorter (D12). So 08-11 and 18:30-21 every day is lawful, for 21-08 is 11:00. What is
measured is that stretch; two windows with the same stretch are one finding. A stretch too short by elapsed time but
not by the clock is to be considered (D9). A window that opened before the plan binds what is new: its limit is the
rest in force, or what the old shifts alone leave where that is less (D22).
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from roster.domain.clock import PLAIN, Clock
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Part, Roster, Work
from roster.domain.spans import DAY, Span
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.numbers import aml
from roster.rules.rule import Rule
from roster.rules.terms import terms
from roster.rules.verdicts import BEFORE, Judged, at_least, found, three
from solver.problem import Limit, RestInWindow

ID = "daily-rest"
SOURCE = aml("10-8 (1)")

Stretch: TypeAlias = tuple[int, int]
"""From and to in elapsed minutes; empty where the two are equal."""


def check(roster: Roster) -> Iterator[Finding]:
    for person in roster.frame.people:
        yield from _of(roster, person.id)


def _of(roster: Roster, who: str) -> Iterator[Finding]:
    frame = roster.frame
    owed = three(frame.brief, who, lambda terms: terms.daily_rest)
    window = numbers.DAILY_REST_WINDOW.on(frame.first_day)
    line = roster.timeline(who)
    least: Stretch | None = None
    told: set[Stretch] = set()
    fine = True
    for at, work in enumerate(line):
        if work.part is Part.COPY:
            continue
        inside = _opened(line, at, window)
        until = work.span.start + window
        free = longest_free([one.span for one in inside], until)
        minutes = free[1] - free[0]
        before = _was_short(inside, until, minutes)
        if not before and (least is None or minutes < least[1] - least[0]):
            least = free
        if minutes >= owed.signed.amount or free in told:
            continue
        told.add(free)
        judged = at_least(minutes, owed, _by_clock(frame.clock, [one.span for one in inside], window))
        if before:
            judged = Judged(Verdict.CONSIDER, judged.owed, BEFORE)
        fine = fine and before
        span = Span(*free) if minutes else Span(work.span.start, until)
        yield found(ID, SOURCE, judged, who, span, measured=minutes, before=before)
    if fine:
        measured = least[1] - least[0] if least else None
        span = Span(*least) if least and measured else None
        yield found(ID, SOURCE, Judged(Verdict.OK, owed.signed), who, span, measured=measured)


def _opened(line: Sequence[Work], at: int, window: int) -> list[Work]:
    """The work of the window that opens where this work starts."""
    ends = line[at].span.start + window
    inside = [line[at]]
    for work in line[at + 1 :]:
        if work.span.start >= ends:
            break
        inside.append(work)
    return inside


def longest_free(busy: Sequence[Span], until: int) -> Stretch:
    """The longest stretch without work after the first of the busy spans (sorted) and before ``until``."""
    at = busy[0].end
    best = (at, at)
    for span in busy[1:]:
        if span.start - at > best[1] - best[0]:
            best = (at, span.start)
        at = max(at, span.end)
    return (at, until) if until - at > best[1] - best[0] else best


def _was_short(inside: list[Work], until: int, minutes: int) -> bool:
    """The old shifts alone leave no more than this: the cause lies before the plan (D22)."""
    if inside[0].part is not Part.HISTORY:
        return False
    alone = longest_free([one.span for one in inside if one.part is Part.HISTORY], until)
    return alone[1] - alone[0] <= minutes


def _by_clock(clock: Clock, busy: list[Span], window: int) -> int | None:
    """The longest free stretch as the clock shows it, where the clock changes within the window."""

    def shown(minute: int) -> int:
        return PLAIN.minute(clock.wall(minute))

    first, last = busy[0].start, busy[0].start + window
    if clock.zone is None or shown(last) - shown(first) == last - first:
        return None
    free = longest_free([Span(shown(one.start), shown(one.end)) for one in busy], shown(first) + window)
    return free[1] - free[0]


def limits(frame: Frame) -> Iterator[Limit]:
    """The rest in force within 24 elapsed hours of every start of work."""
    for assistant in frame.people:
        rest = terms(frame.brief, assistant.id).daily_rest.amount
        yield RestInWindow(assistant.id, rest, DAY, because(ID, assistant.id))


RULE = Rule(ID, SOURCE, check, limits)
