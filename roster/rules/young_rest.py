"""Fritid for unge: aml § 11-5 (2) and (3), D19.

Read as: from every start of work on a day on which the assistant is under 18, the next 24 elapsed hours hold 12 hours
free on end, under 15 years 14 hours; every week that begins while the assistant is under 18 has a free block of 48
hours that serves no other week, nor the weeks before the plan, and no work of the plan begins in what these need
(``rest_before``). They are read as the rest of adults is (D12, D13), with work for every employer (§ 11-2 (4)), and
nobody can agree otherwise. Whether somebody older still goes to school is not known here. A shortage that vanishes by
the clock is to be considered (D9), as is a block that only overlaps its week.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Part, Roster, Work
from roster.domain.spans import Span
from roster.rules import numbers
from roster.rules.asking import because, with_past
from roster.rules.at_work import at_work, jumps, work_asked
from roster.rules.block_walk import Served
from roster.rules.daily_rest import by_clock, longest_free, opened, rest_in_24_hours, was_short
from roster.rules.free_blocks import assigned, assigned_by_clock, lacking, longest_touching, stretches, stretches_from
from roster.rules.numbers import aml
from roster.rules.rest_before import begun_before, off_for_week_before, rested_from
from roster.rules.rule import Rule, each
from roster.rules.verdicts import BEFORE, BY_CLOCK, Judged, found
from roster.rules.weekly_rest import LOOSE, WEEK_BEFORE, weeks_asked
from roster.rules.young import YEAR_ONLY, by_year_alone, ever_young, is_child, is_young, young_people
from solver import stretches as ask
from solver.problem import Limit
from solver.rest import FreeBlocks

ID = "young-rest"
SOURCE = aml("11-5 (2)")
WEEKLY_SOURCE = aml("11-5 (3)")
DAY, WEEK = "day", "week"
"""What a finding is about."""


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant; nothing of adults."""
    if not ever_young(roster.frame, person):
        return
    yield from (_by_year(person, one) for one in _daily(roster, person))
    yield from (_by_year(person, one) for one in _weekly(roster, person))


def _by_year(person: Assistant, one: Finding) -> Finding:
    """The finding with the notice that nothing but the year of birth is known (D19)."""
    return replace(one, facts={**one.facts, YEAR_ONLY: 1}) if by_year_alone(person) else one


def _daily(roster: Roster, person: Assistant) -> Iterator[Finding]:
    frame, who = roster.frame, person.id
    window = numbers.DAILY_REST_WINDOW.on(frame.first_day)
    line = at_work(roster, who)
    told: set[tuple[int, int]] = set()
    tightest: tuple[int, tuple[int, int], Owed] | None = None
    fine = True
    for at, work in enumerate(line):
        owed = _owed_from(frame, person, work)
        if owed is None:
            continue
        inside = opened(line, at, window)
        until = work.span.start + window
        free = longest_free([one.span for one in inside], until)
        minutes = free[1] - free[0]
        if minutes >= owed.amount:
            if tightest is None or minutes - owed.amount < tightest[0]:
                tightest = (minutes - owed.amount, free, owed)
            continue
        if free in told:
            continue
        told.add(free)
        before = was_short(inside, until, minutes)
        judged = _judged(roster, owed, line[at:], window, before)
        fine = fine and before
        span = Span(*free) if minutes else Span(work.span.start, until)
        yield found(ID, SOURCE, judged, who, span, measured=minutes, before=before, about=DAY)
    if fine:
        usual = Owed(_amount(frame, person, frame.first_day), (SOURCE.paragraph,))
        _, shortest, owed = tightest or (0, None, usual)
        measured = None if shortest is None else shortest[1] - shortest[0]
        where = Span(*shortest) if shortest and measured else None
        yield found(ID, SOURCE, Judged(Verdict.OK, owed), who, where, measured=measured, about=DAY)


def _judged(roster: Roster, owed: Owed, later: Sequence[Work], window: int, before: bool) -> Judged:
    if before:
        return Judged(Verdict.CONSIDER, owed, BEFORE)
    shown = by_clock(roster.frame.clock, [one.span for one in later], window)
    if shown is not None and shown >= owed.amount:
        return Judged(Verdict.CONSIDER, owed, BY_CLOCK)
    return Judged(Verdict.BREACH, owed)


def _owed_from(frame: Frame, person: Assistant, work: Work) -> Owed | None:
    """The rest owed after this start of work; None for an adult, and for a copy of the cycle."""
    minutes = daily_rest_of(frame, person, frame.clock.wall(work.span.start).date())
    return None if work.part is Part.COPY or not minutes else Owed(minutes, (SOURCE.paragraph,))


def daily_rest_of(frame: Frame, person: Assistant, day: date) -> int:
    """Minutes of rest that are owed after a start of work on that day; none by this rule for an adult."""
    return _amount(frame, person, day) if is_young(frame, person, day) else 0


def _amount(frame: Frame, person: Assistant, day: date) -> int:
    number = numbers.CHILD_DAILY_REST if is_child(frame, person, day) else numbers.YOUNG_DAILY_REST
    return number.on(frame.first_day)


def _weekly(roster: Roster, person: Assistant) -> Iterator[Finding]:
    frame, who = roster.frame, person.id
    owed = Owed(numbers.YOUNG_WEEKLY_REST.on(frame.first_day), (WEEKLY_SOURCE.paragraph,))
    weeks = _weeks(frame, person)
    since = rested_from(frame, who, owed.amount)
    begun = begun_before(roster, who, since) if since is not None and since > frame.span.start else None
    if begun is not None:
        work, gap = begun
        minutes = gap.minutes if gap else 0
        breach = Judged(Verdict.BREACH, owed)
        yield found(ID, WEEKLY_SOURCE, breach, who, gap or work, measured=minutes, about=WEEK_BEFORE)
    free, served = _served(roster, who, owed.amount, weeks, since)
    without = {one.week for one in served if one.stretch is None}
    shown = assigned_by_clock(roster, free, owed.amount, weeks) if without else None
    refused = without if shown is None else {one.week for one in shown if one.stretch is None}
    fine = begun is None
    for one in served:
        if one.stretch is not None and one.day is not None:
            continue
        fine = False
        stretch = one.stretch or longest_touching(frame, free, one.week, owed.amount)
        judged = Judged(Verdict.CONSIDER, owed, LOOSE)
        if one.stretch is None:
            by_the_clock = one.week not in (refused & without or (without if refused else set()))
            judged = Judged(Verdict.CONSIDER, owed, BY_CLOCK) if by_the_clock else Judged(Verdict.BREACH, owed)
        measured = stretch.minutes if stretch else 0
        where = stretch or frame.week_spans[one.week]
        yield found(ID, WEEKLY_SOURCE, judged, who, where, measured=measured, about=WEEK, week=one.week + 1)
    if fine and served:
        _, stretch, week = min((one.stretch.minutes, one.stretch, one.week + 1) for one in served if one.stretch)
        ok = Judged(Verdict.OK, owed)
        yield found(ID, WEEKLY_SOURCE, ok, who, stretch, measured=stretch.minutes, about=WEEK, week=week)


def _served(
    roster: Roster, who: str, length: int, weeks: int, since: int | None
) -> tuple[Sequence[Span], tuple[Served, ...]]:
    """The free stretches, and which serves which week; without what the weeks before need where it matters."""
    free, left = stretches(roster, who), stretches_from(roster, who, since)
    served = assigned(roster, free, length, weeks)
    if left is free:
        return free, served
    lawful = assigned(roster, left, length, weeks)
    return (left, lawful) if lacking(lawful) > lacking(served) else (free, served)


def _weeks(frame: Frame, person: Assistant) -> int:
    """How many weeks of the plan begin while the assistant is under 18."""
    return sum(is_young(frame, person, frame.clock.wall(week.start).date()) for week in frame.week_spans)


def limits(frame: Frame) -> Iterator[Limit]:
    """The rest of § 11-5 after every start of work while under 18, and 48 hours in every week that begins then."""
    for person in young_people(frame):
        why = because(ID, person.id)
        by_amount: dict[int, list[str]] = {}
        for one in with_past(frame, person.id):
            if is_young(frame, person, one.start.date()):
                by_amount.setdefault(_amount(frame, person, one.start.date()), []).append(one.id)
        for amount, starts in by_amount.items():
            yield from rest_in_24_hours(frame, person.id, amount, why, tuple(starts))
        length = numbers.YOUNG_WEEKLY_REST.on(frame.first_day)
        yield from off_for_week_before(frame, person.id, length, why)
        within = None if frame.cyclic else ask.Span(_first(frame, person.id, length), frame.span.minutes + length // 2)
        weeks = weeks_asked(frame)[: _weeks(frame, person)]
        forward = tuple(one for one in jumps(frame) if one.by > 0)
        work = work_asked(frame, person.id)
        yield FreeBlocks(person.id, length, weeks, why, within=within, jumps=forward, work=work)


def _first(frame: Frame, who: str, length: int) -> int:
    """The first minute of a block: no more than half of it in what nobody knows, and none in what was needed before."""
    since = rested_from(frame, who, length)
    return max(-(length // 2), since - frame.span.start) if since is not None else -(length // 2)


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
