"""Kompenserende hvile: aml § 10-8 (3), § 10-12 (3), (4) and (7).

Read as: where an agreement lets the daily rest be shorter than 11 hours, what is lost is given back hour for hour in
the very next rest. A pause shorter than the rest agreed on is no rest but part of one period of work; a rest between
that and 11 hours, say 9, makes the next one 13. The same is owed where work that nobody could foresee broke into a
rest: then its longest piece counts. Judged only where there is such an agreement or such work; the rest after the
last shift of a calendar is not known and not judged. By the clock is enough to be considered only (D9), as is other
suitable protection where the agreement says that rest in return is not possible.

A weekly rest that an agreement shortened is given back likewise, with the weekly rest of the next week. The law does
not say when, so that one that is not is to be considered. The week before the plan is reckoned with what is known of it
(D21).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from roster.domain.assistant import Assistant
from roster.domain.clock import nominal
from roster.domain.finding import Finding, Owed, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Part, Roster
from roster.domain.spans import Span, free_between
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.at_work import at_work, jumps, work_asked
from roster.rules.averting import other_protection
from roster.rules.block_walk import Served
from roster.rules.free_blocks import assigned, stretches
from roster.rules.numbers import aml
from roster.rules.rest_lengths import daily_shortest, rest_lengths, rest_shortest
from roster.rules.rule import Rule, each
from roster.rules.verdicts import BEFORE, BY_CLOCK, Judged, found
from solver.problem import Limit
from solver.rest import RestOwed

ID = "compensating-rest"
SOURCE = aml("10-8 (3)")
PROTECTED, WEEKLY = "other_protection", "weekly"
"""Why: the agreement gives other protection instead; it is a weekly rest that was short."""


@dataclass(frozen=True, slots=True)
class _Rest:
    """The longest free stretch between two pieces of planned work, and the part in which the second lies."""

    span: Span
    part: Part

    @property
    def minutes(self) -> int:
        return self.span.minutes


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    day, who = roster.frame.first_day, person.id
    shortest, weekly = daily_shortest(roster.frame, who), rest_shortest(roster.frame, who)
    if shortest.amount < numbers.DAILY_REST.on(day) or any(one.shift.unforeseen for one in roster.timeline(who)):
        yield from _daily(roster, who, shortest)
    if weekly.amount < numbers.WEEKLY_REST.on(day):
        yield from _weekly(roster, who, weekly)


def _daily(roster: Roster, who: str, agreed: Owed) -> Iterator[Finding]:
    full = numbers.DAILY_REST.on(roster.frame.first_day)
    instead = other_protection(roster.frame.brief, who)
    rests = list(_rests(roster, who, max(1, agreed.amount)))
    tightest: tuple[int, Span, int] | None = None
    fine = True
    for short, free in pairwise(rests):
        if short.minutes >= full or free.part is Part.COPY:
            continue
        owed = 2 * full - short.minutes
        if free.minutes < owed:
            before = free.part is Part.HISTORY
            fine = fine and before
            if before:
                judged = Judged(Verdict.CONSIDER, _owed(agreed, owed), BEFORE)
            elif _kept_by_clock(roster.frame, short.span, free.span, full):
                judged = Judged(Verdict.CONSIDER, _owed(agreed, owed), BY_CLOCK)
            elif instead:
                judged = Judged(Verdict.CONSIDER, _owed(agreed, owed), PROTECTED)
            else:
                judged = Judged(Verdict.BREACH, _owed(agreed, owed))
            yield found(ID, SOURCE, judged, who, free.span, measured=free.minutes, before=before, short=short.minutes)
        elif tightest is None or free.minutes - owed < tightest[0]:
            tightest = (free.minutes - owed, free.span, owed)
    if fine and tightest is not None:
        _, span, owed = tightest
        yield found(ID, SOURCE, Judged(Verdict.OK, _owed(agreed, owed)), who, span, measured=span.minutes)
    elif fine:
        yield found(ID, SOURCE, Judged(Verdict.OK, _owed(agreed, full)), who, None, measured=None)


def _owed(agreed: Owed, minutes: int) -> Owed:
    basis = agreed.basis if agreed.basis[0] != "aml § 10-8 (1)" else (SOURCE.paragraph,)
    return Owed(minutes, basis, (), (), agreed.assumes)


def _kept_by_clock(frame: Frame, short: Span, free: Span, full: int) -> bool:
    """As the clock shows the two rests, nothing is owed or all of it given back."""
    was, given = _shown(frame, short), _shown(frame, free)
    return was >= full or given >= 2 * full - was


def _shown(frame: Frame, span: Span) -> int:
    return nominal(frame.clock.wall(span.start), frame.clock.wall(span.end))


def _rests(roster: Roster, who: str, shortest: int) -> Iterator[_Rest]:
    """Every rest of at least that length between two pieces of planned work, with what work unforeseen left of it.

    In a cycle the rests of the turn before are there too, so that the first of the plan knows what it owes.
    """
    turn = roster.frame.span
    broken_into = [one.span for one in roster.timeline(who) if one.shift.unforeseen]
    until: int | None = None
    for work in at_work(roster, who, unforeseen_too=False):
        if until is not None and work.span.start - until >= shortest:
            part = work.part
            if part is Part.COPY and turn.start <= until < turn.end:
                part = Part.PLAN  # the rest that begins in the plan and ends in the next turn of the cycle
            elif part is Part.PLAN and until < turn.start and roster.frame.cyclic:
                part = Part.COPY  # the same rest, seen from its other end
            left = list(free_between(broken_into, Span(until, work.span.start)))
            if left:
                yield _Rest(max(left, key=lambda one: one.minutes), part)
        until = work.span.end if until is None else max(until, work.span.end)


def _weekly(roster: Roster, who: str, agreed: Owed) -> Iterator[Finding]:
    """A weekly rest shorter than 35 hours, and the one of the next week that should give it back; silent without."""
    frame = roster.frame
    full = numbers.WEEKLY_REST.on(frame.first_day)
    free = stretches(roster, who)
    served = assigned(roster, free, rest_lengths(frame, who))
    before = _before(frame, who, free, served[0].stretch)
    after = [*served[1:], *(served[:1] if frame.cyclic else ())]
    if before is not None:
        served, after = (before, *served), [served[0], *after]
    sharing = [one.stretch for one in served]
    kept: list[tuple[int, int, Span]] = []
    fine = True
    for one, following in zip(served, after, strict=False):
        if one.stretch is None or following.stretch is None:
            continue
        short = one.stretch.minutes // sharing.count(one.stretch)
        given = following.stretch.minutes // sharing.count(following.stretch)
        owed = 2 * full - short
        if short < full and given >= owed:
            kept.append((given - owed, owed, following.stretch))
        elif short < full:
            fine = False
            judged = Judged(Verdict.CONSIDER, _owed(agreed, owed), WEEKLY)
            week = following.week + 1
            yield found(ID, SOURCE, judged, who, following.stretch, measured=given, short=short, week=week)
    if fine and kept:
        _, owed, span = min(kept)
        yield found(ID, SOURCE, Judged(Verdict.OK, _owed(agreed, owed)), who, span, measured=span.minutes)


def _before(frame: Frame, who: str, free: Sequence[Span], first: Span | None) -> Served | None:
    """The week before the plan with its longest rest, by which it lacks least; None where nothing is known of it."""
    begins = frame.span.start
    past = frame.past.get(who, ())
    if frame.cyclic or not past or past[0].span.start >= begins:
        return None
    touching = [one for one in free if one.start < begins]
    longest = max(touching, key=lambda one: one.minutes // (1 + (one == first)), default=None)
    return None if longest is None else Served(-1, longest)


def limits(frame: Frame) -> Iterator[Limit]:
    """Where an agreement shortens the daily rest, the next rest gives back what the last one lacked.

    Work that nobody could foresee is never planned. A weekly rest that is not given back is lawful to plan, for the
    checker only has it considered; nor could a limit say it, as the one owed is as long as that before it was short,
    and the solver knows blocks of one length.
    """
    full = numbers.DAILY_REST.on(frame.first_day)
    for assistant in frame.people:
        rest = daily_shortest(frame, assistant.id).amount
        if rest < full and not other_protection(frame.brief, assistant.id):
            why = because(ID, assistant.id)
            work = work_asked(frame, assistant.id)
            yield RestOwed(assistant.id, full, rest, why, jumps=jumps(frame), work=work)


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
