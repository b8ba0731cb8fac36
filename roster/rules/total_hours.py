"""Samlet arbeidstid: aml § 10-6 (8), (9).

Read as: everything worked in periods that start in one døgn, resting duty and all, is at most 13 hours, or what an
agreement under (9) gives; no week holds more than 69, and no eight weeks more than 48 a week on average
(``eight_weeks``), overtime and all.
Hours of 12,5 that passive duty lengthens past 13 stand against this: they need agreements under §§ 10-5 (2), 10-6 (9)
and 10-8 (3), and with the first and the last signed are to be considered (D14). An adult's work for another employer
does not count, but where it would take the day or the average past the limit, that is to be considered (D18). The
consent of § 10-12 (7) is for work at least partly passive: a longer day without resting time is to be considered.
"""

from collections.abc import Iterator
from dataclasses import replace

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.shift import worked, worked_at_least
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.day_limits import day_limits
from roster.rules.eight_weeks import Measured, eight_weeks
from roster.rules.in_force import Ground
from roster.rules.numbers import aml
from roster.rules.periods import DayOfWork, days_of_work
from roster.rules.rule import Rule, each
from roster.rules.terms import Terms, terms
from roster.rules.verdicts import Judged, at_most, by_day, found, three
from roster.rules.week_blocks import time_at_most, week_blocks
from roster.rules.windows import a_week, blocks, span_of, total, week_sums
from solver.problem import Limit

ID = "total-hours"
SOURCE = aml("10-6 (8)")
PASSIVE, ELSEWHERE, ACTIVE = "passive", "elsewhere", "active_work"
CONSENT = "aml § 10-12 (7)"
WEEK, AVERAGE = "week", "average"
"""What the solver is told besides the day."""


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    found_of = [*_averages(roster, person.id), *_weeks(roster, person.id), *_days(roster, person.id)]
    not_fine = [one.finding for one in found_of if one.finding.verdict is not Verdict.OK]
    yield from not_fine or [min(found_of, key=lambda one: one.spare).finding]
    yield from _with_others(roster, person.id)


def _averages(roster: Roster, who: str) -> Iterator[Measured]:
    """48 hours a week over eight weeks, overtime and all."""
    owed = three(roster.frame.brief, who, _average)
    yield from eight_weeks(roster, who, ID, SOURCE, week_sums(roster, who), owed, overtime_too=True)


def _average(force: Terms) -> Owed:
    """What an agreement lowers for ordinary hours, it does not lower for overtime and all."""
    law = numbers.AVERAGED_WEEK.on(numbers.KNOWN_FROM)
    owed = force.week_average
    return owed if owed.amount > law else replace(owed, amount=law, basis=(SOURCE.paragraph,), unsigned=())


def _days(roster: Roster, who: str) -> Iterator[Measured]:
    """Every day that is too long, and the longest of the others."""
    frame = roster.frame
    longest: tuple[int, DayOfWork, Owed] | None = None
    owed_on = by_day(frame.brief, who, lambda terms: terms.total_day)
    ordinary = numbers.TOTAL_DAY.on(frame.first_day)
    for day in days_of_work(roster, who):
        owed = owed_on(None if frame.cyclic else day.starts_on)
        spare = owed.signed.amount - day.minutes
        if spare < 0:
            judged = at_most(day.minutes, owed, by_clock=day.clock)
            if judged.verdict.fails and _by_passive(roster, who, day):
                judged = Judged(Verdict.CONSIDER, judged.owed, PASSIVE)
            yield _of_day(who, day, judged)
        elif day.minutes > ordinary and _on_consent_for_passive(owed.signed, day):
            yield _of_day(who, day, Judged(Verdict.CONSIDER, owed.signed, ACTIVE))
        elif longest is None or spare < longest[0]:
            longest = (spare, day, owed.signed)
    if longest is not None:
        yield _of_day(who, longest[1], Judged(Verdict.OK, longest[2]))


def _of_day(who: str, day: DayOfWork, judged: Judged) -> Measured:
    finding = found(ID, SOURCE, judged, who, day.span, measured=day.minutes)
    return Measured(finding, judged.owed.amount - day.minutes)


def _on_consent_for_passive(owed: Owed, day: DayOfWork) -> bool:
    """On the consent of § 10-12 (7), without any resting time."""
    return CONSENT in owed.basis and not any(one.resting for one in day.shifts)


def _by_passive(roster: Roster, who: str, day: DayOfWork) -> bool:
    """The ordinary hours agreed with the reps, lengthened by passive duty, with shorter rest agreed as well."""
    frame = roster.frame
    force = terms(frame.brief, who, Ground.SIGNED)
    by_reps = any("10-5 (2)" in basis for basis in force.day.basis)
    return by_reps and force.compensating and day.longer > 0 and day.minutes <= force.day.amount + day.longer


def _weeks(roster: Roster, who: str) -> Iterator[Measured]:
    """What any agreement on hours and overtime together can give a single week: all too long, else the longest."""
    owed = three(roster.frame.brief, who, lambda terms: terms.total_week)
    sums = week_sums(roster, who)
    longest = sums.worked.index(max(sums.worked))
    for week, minutes in enumerate(sums.worked):
        if minutes > owed.signed.amount or week == longest:
            judged = at_most(minutes, owed, by_clock=sums.clock[week])
            span = roster.frame.week_spans[week]
            finding = found(ID, SOURCE, judged, who, span, measured=minutes, unit=Unit.MINUTES_A_WEEK, week=week + 1)
            yield Measured(finding, judged.owed.amount - minutes)


def _with_others(roster: Roster, who: str) -> Iterator[Finding]:
    """The day with most hours when work for other employers is counted too, if it then is too long."""
    if all(one.counts_in_limits for one in roster.of(who)):
        return
    week = _weeks_with_others(roster, who)
    if week is not None:
        yield week
        return
    owed = three(roster.frame.brief, who, lambda terms: terms.total_day)
    alone = {day.span.start: day.minutes for day in days_of_work(roster, who)}
    worst: DayOfWork | None = None
    for day in days_of_work(roster, who, elsewhere_too=True):
        ours = sum(alone.get(one.span.start, 0) for one in day.shifts)
        over = day.minutes > owed.in_use.amount >= ours > 0
        if over and (worst is None or day.minutes > worst.minutes):
            worst = day
    if worst is not None:
        judged = Judged(Verdict.CONSIDER, owed.in_use, ELSEWHERE)
        yield found(ID, SOURCE, judged, who, worst.span, measured=worst.minutes)


def _weeks_with_others(roster: Roster, who: str) -> Finding | None:
    """The eight weeks with most hours when work for other employers is counted too, if those then are too many."""
    frame = roster.frame
    owed = three(frame.brief, who, _average).in_use
    ours = week_sums(roster, who).worked
    others = [0] * frame.weeks
    for one in roster.of(who):
        if not one.counts_in_limits:
            others[frame.week_of(one)] += worked(one)
    worst: tuple[int, tuple[int, ...]] | None = None
    for weeks in blocks(frame, numbers.AVERAGED_OVER.on(frame.first_day)):
        alone, most = total(ours, weeks), owed.amount * len(weeks)
        minutes = alone + sum(others[week] for week in weeks)
        if minutes > most >= alone > 0 and (worst is None or minutes > worst[0]):
            worst = (minutes, weeks)
    if worst is None:
        return None
    minutes, weeks = worst
    measured, judged = a_week(minutes, len(weeks)), Judged(Verdict.CONSIDER, owed, ELSEWHERE)
    span, unit = span_of(frame, weeks), Unit.MINUTES_A_WEEK
    return found(ID, SOURCE, judged, who, span, measured=measured, unit=unit, first=weeks[0] + 1, weeks=len(weeks))


def limits(frame: Frame) -> Iterator[Limit]:
    """The day, the single week and the average over eight weeks in force for everything worked.

    Where the reps have agreed on long days and shorter rest, a day past the 13 hours is one that passive duty
    lengthens: disputed and so allowed (D2, D14), and bounded by the ordinary day already.
    """
    size = numbers.AVERAGED_OVER.on(frame.first_day)
    for assistant in frame.people:
        who = assistant.id
        force = terms(frame.brief, who)
        by_reps = any("10-5 (2)" in basis for basis in force.day.basis) and force.compensating
        if not by_reps:
            yield from day_limits(frame, who, worked_at_least, lambda terms: terms.total_day.amount, because(ID, who))
        for week in range(frame.weeks):
            yield time_at_most(frame, who, (week,), force.total_week.amount, because(ID, who, WEEK))
        for block in week_blocks(frame, size):
            yield time_at_most(frame, who, block, _average(force).amount * len(block), because(ID, who, AVERAGE))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
