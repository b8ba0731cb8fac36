"""Alminnelig arbeidstid i døgnet: aml §§ 10-4 (1), (2), 10-5.

Read as: the periods of work that start in one døgn hold together at most 9 hours of working time, or what an
agreement on averaging gives. A period belongs whole to the døgn in which it starts, also where it runs on in another
shift past the cut (D10, D11); the 24 hours from each start are measured only by the stricter readings. Passive duty
that is declared lengthens the hours by half of it, at most 2 (§ 10-4 (2)), or to what Arbeidstilsynet has consented
to; the declaration itself is judged by ``passive_extension``. Overtime is none of it. An agreement that begins or ends
inside the plan holds on its own days. An excess that vanishes by the clock is to be considered (D9).
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Part, Roster
from roster.domain.shift import Shift, worked, worked_at_least
from roster.domain.spans import DAY, Span
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.day_limits import day_limits
from roster.rules.in_force import Ground
from roster.rules.numbers import aml
from roster.rules.passive import extension, lengthened
from roster.rules.periods import DayOfWork, days_of_work
from roster.rules.rule import Rule, each
from roster.rules.terms import Terms, terms
from roster.rules.verdicts import Judged, at_most, by_day, found, three
from solver.problem import AnyOf, Limit, Minutes, Occasions

ID = "hours-day"
SOURCE = aml("10-4 (1)")
FROM_START = "from_start"


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    frame, who = roster.frame, person.id
    tightest: tuple[int, DayOfWork, Judged] | None = None
    fine = True
    plain = by_day(frame.brief, who, lambda force: force.day)
    for day in days_of_work(roster, who, overtime_too=False):
        on, more = None if frame.cyclic else day.starts_on, day.longer
        owed = three(frame.brief, who, partial(_with_passive, more=more), on) if more else plain(on)
        spare = owed.signed.amount - day.minutes
        if spare < 0:
            fine = False
            judged = at_most(day.minutes, owed, by_clock=day.clock)
            yield found(ID, SOURCE, judged, who, day.span, measured=day.minutes, passive=more, shifts=len(day.shifts))
        elif tightest is None or spare < tightest[0]:
            tightest = (spare, day, Judged(Verdict.OK, owed.signed))
    strictly = _from_start(roster, who) if fine and frame.brief.settings.stricter_readings else None
    if strictly is not None:
        yield strictly
    elif fine and tightest is not None:
        _, day, judged = tightest
        yield found(ID, SOURCE, judged, who, day.span, measured=day.minutes)
    elif fine:
        signed = terms(frame.brief, who, Ground.SIGNED).day
        yield found(ID, SOURCE, Judged(Verdict.OK, signed), who, None, measured=0)


def _from_start(roster: Roster, who: str) -> Finding | None:
    """The 24 hours from a start of work that hold most, if that is too much: the stricter reading (D11)."""
    frame = roster.frame
    line = [work for work in roster.timeline(who) if not work.shift.is_overtime]
    starts = [work.span.start for work in line]
    worst: tuple[int, Finding] | None = None
    for at, first in enumerate(line):
        if first.part is not Part.PLAN:
            continue
        span = Span(first.span.start, first.span.start + DAY)
        inside = [work.shift for work in line[at : bisect_left(starts, span.end)]]
        minutes = sum(worked(one) * one.span.overlap(span) // one.span.minutes for one in inside)
        more = extension(inside, frame.first_day)
        on = None if frame.cyclic else first.shift.start.date()
        owed = three(frame.brief, who, partial(_with_passive, more=more), on).in_use
        if minutes > owed.amount and (worst is None or minutes > worst[0]):
            judged = Judged(Verdict.CONSIDER, owed, FROM_START)
            worst = (minutes, found(ID, SOURCE, judged, who, span, measured=minutes))
    return worst[1] if worst is not None else None


def _with_passive(force: Terms, more: int) -> Owed:
    """The day in force, longer by so much passive duty, or what Arbeidstilsynet has consented to for such duty."""
    if not more:
        return force.day
    longer = replace(force.day, amount=force.day.amount + more)
    consent = force.passive_day
    return consent if consent is not None and consent.amount > longer.amount else longer


def limits(frame: Frame) -> Iterator[Limit]:
    """What starts in a døgn, less half of its declared passive time, keeps within the day in force."""
    longest = numbers.PASSIVE_DAY.on(frame.first_day)
    resting = frozenset(one.id for one in frame.shifts if lengthened(one))

    def ordinary(shift: Shift) -> int:
        return worked_at_least(shift) - lengthened(shift)

    for assistant in frame.people:
        why = because(ID, assistant.id)
        plain = day_limits(frame, assistant.id, ordinary, lambda force: force.day.amount, why)
        if not resting:
            yield from plain
            continue
        consent = terms(frame.brief, assistant.id).passive_day
        for one in plain:
            yield from (one,) if consent is None else _or_consented(frame, one, resting, consent.amount)
        most = partial(_longest, more=longest)
        yield from day_limits(frame, assistant.id, worked_at_least, most, why)


def _longest(force: Terms, more: int) -> int:
    return _with_passive(force, more).amount


def _or_consented(frame: Frame, limit: Limit, resting: frozenset[str], most: int) -> Iterator[Limit]:
    """The limit on a day, or what was consented to where some of the work of that day is passive duty."""
    options = limit.options if isinstance(limit, AnyOf) else (limit,)
    asked = next(one for one in options if isinstance(one, Minutes))
    if not any(name in resting for name, _ in asked.amounts):
        yield limit
        return
    time = tuple((name, worked_at_least(frame.shift[name])) for name, _ in asked.amounts if name in frame.shift)
    passive = tuple((name,) for name, _ in asked.amounts if name in resting)
    hard = tuple(one for one in options if isinstance(one, Minutes | Occasions))
    yield AnyOf((*hard, replace(asked, amounts=time, most=most)), asked.because)
    yield AnyOf((*hard, Occasions(asked.person or "", passive, asked.because, least=1)), asked.because)


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
