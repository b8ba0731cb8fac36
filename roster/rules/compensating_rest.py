"""Kompenserende hvile: aml § 10-8 (3).

Read as: where an agreement lets the daily rest be shorter than 11 hours, what is lost is given back hour for hour in
the very next rest. A pause shorter than the rest agreed on is no rest but part of one period of work; a rest between
that and 11 hours, say 9, makes the next one 13. Judged only where such an agreement is in use; the rest after the
last shift of a calendar is not known and not judged.
"""

from collections.abc import Iterator
from itertools import pairwise

from roster.domain.finding import Finding, Owed, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Part, Roster
from roster.domain.spans import Span
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.numbers import aml
from roster.rules.rule import Rule
from roster.rules.terms import terms
from roster.rules.verdicts import BEFORE, Judged, found
from solver.problem import Limit, RestOwed

ID = "compensating-rest"
SOURCE = aml("10-8 (3)")


def check(roster: Roster) -> Iterator[Finding]:
    full = numbers.DAILY_REST.on(roster.frame.first_day)
    for person in roster.frame.people:
        agreed = terms(roster.frame.brief, person.id).daily_rest
        if agreed.amount < full:
            yield from _of(roster, person.id, full, agreed)


def _of(roster: Roster, who: str, full: int, agreed: Owed) -> Iterator[Finding]:
    rests = list(_rests(roster, who, agreed.amount))
    tightest: tuple[int, Span, int] | None = None
    fine = True
    for (short, _), (free, part) in pairwise(rests):
        if short.minutes >= full or part is Part.COPY:
            continue
        owed = 2 * full - short.minutes
        if free.minutes < owed:
            before = part is Part.HISTORY
            fine = fine and before
            verdict = Verdict.CONSIDER if before else Verdict.BREACH
            judged = Judged(verdict, _owed(agreed, owed), BEFORE if before else "")
            yield found(ID, SOURCE, judged, who, free, measured=free.minutes, before=before, short=short.minutes)
        elif tightest is None or free.minutes - owed < tightest[0]:
            tightest = (free.minutes - owed, free, owed)
    if fine and tightest is not None:
        _, free, owed = tightest
        yield found(ID, SOURCE, Judged(Verdict.OK, _owed(agreed, owed)), who, free, measured=free.minutes)
    elif fine:
        yield found(ID, SOURCE, Judged(Verdict.OK, _owed(agreed, full)), who, None, measured=None)


def _owed(agreed: Owed, minutes: int) -> Owed:
    return Owed(minutes, agreed.basis, (), (), agreed.assumes)


def _rests(roster: Roster, who: str, shortest: int) -> Iterator[tuple[Span, Part]]:
    """Every rest of at least that length between two pieces of work, with the part in which the second one lies.

    In a cycle the rests of the turn before are there too, so that the first of the plan knows what it owes.
    """
    line = roster.timeline(who)
    turn = roster.frame.span
    until: int | None = None
    for work in line:
        if until is not None and work.span.start - until >= shortest:
            part = work.part
            if part is Part.COPY and turn.start <= until < turn.end:
                part = Part.PLAN  # the rest that begins in the plan and ends in the next turn of the cycle
            elif part is Part.PLAN and until < turn.start and roster.frame.cyclic:
                part = Part.COPY  # the same rest, seen from its other end
            yield Span(until, work.span.start), part
        until = work.span.end if until is None else max(until, work.span.end)


def limits(frame: Frame) -> Iterator[Limit]:
    """Where an agreement shortens the daily rest, the next rest gives back what the last one lacked."""
    full = numbers.DAILY_REST.on(frame.first_day)
    for assistant in frame.people:
        rest = terms(frame.brief, assistant.id).daily_rest.amount
        if rest < full:
            yield RestOwed(assistant.id, full, rest, because(ID, assistant.id))


RULE = Rule(ID, SOURCE, check, limits)
