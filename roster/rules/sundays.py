"""Søn- og helgedager: aml §§ 10-8 (4), 10-10.

Read as: who worked on a Sunday or red day is off on the following one; Sundays and red days are one series, and a short
stretch in the zone of § 10-10 is enough. By written agreement with the individual instead: in blocks of 26 weeks from
the agreement's date at most half of them are worked, counted with what is known of the block before the plan, by an
agreement inside the plan on its own days; a block of which the plan knows only a part is rounded up, so that every
other Sunday of five is three (D15, D23). Weeks with such work come at most three in a row, a run of red days counted in
the week it began in, so that Easter is one. And in any four weeks in a row the weekly rest covers a Sunday or red day
whole, agreement or not (D13); the first of the four may lie before the plan, where it is known (D21). A red day after
the plan counts for what the plan's own shifts do on it, as the night from Easter Sunday does: to the next plan that
work lies before it. A shift belongs to the red døgn in which most of its red minutes lie; what only the reading breaks
by which it belongs to every one it touches is to be considered (D15), as are 26 other weeks in a row.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.spans import WEEK, Span
from roster.rules import numbers
from roster.rules.asking import because, mine
from roster.rules.at_work import clock_changes
from roster.rules.block_choices import Length
from roster.rules.block_walk import Served
from roster.rules.free_blocks import assigned, assigned_by_clock, stretches, stretches_from
from roster.rules.in_force import Ground
from roster.rules.numbers import aml
from roster.rules.red_occasions import shifts_by_red_day, worked_before
from roster.rules.rest_before import Rested, rested
from roster.rules.rest_lengths import rest_lengths, rest_shortest
from roster.rules.rule import Rule, each
from roster.rules.series import Series, red_series
from roster.rules.sunday_blocks import Block, averaged_on, rolling_blocks, sunday_blocks
from roster.rules.sunday_runs import pairs, runs
from roster.rules.terms import terms
from roster.rules.verdicts import BEFORE, BY_CLOCK, ROLLING, UNSIGNED, Judged, found
from roster.rules.zones import RedDay
from solver.problem import Limit, Occasion, Occasions

ID = "sundays"
SOURCE = aml("10-8 (4)")
NEXT, HALF, IN_A_ROW, REST = "next", "half", "in_a_row", "rest"
"""What a finding is about: the following red day off, half of them, weeks in a row, the weekly rest."""
TOUCHED = "touched"

_Serving: TypeAlias = Callable[[Roster, Sequence[Span], Length, int | None, int], tuple[Served, ...] | None]


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    who = person.id
    frame = roster.frame
    series = red_series(roster, who)
    wrong = list(_judged(frame, who, series))
    if not any(one.verdict.fails for one in wrong):
        wrong += _doubtful(frame, who, series)
    wrong += _rest(roster, who)
    yield from wrong
    if all(one.before for one in wrong):
        yield _kept(frame, who, series)


def _kept(frame: Frame, who: str, series: Series) -> Finding:
    """The block with least to spare where half of them count, else the weeks in a row."""
    basis, some, _ = _agreed(frame, who, series)
    blocks = [one for one in sunday_blocks(frame, who, series) if one.days] if some else []
    if blocks:
        block = min(blocks, key=lambda one: (one.most - one.worked, one.days[0].day))
        half = Judged(Verdict.OK, Owed(block.most, basis.basis, (), (), basis.assumes))
        measured, of = block.worked, block.count
        return found(ID, SOURCE, half, who, block.span, measured=measured, unit=Unit.COUNT, about=HALF, of=of)
    run = max((len(weeks) for weeks in runs(frame, series)), default=0)
    return found(ID, SOURCE, Judged(Verdict.OK, basis), who, None, measured=run, unit=Unit.COUNT, about=IN_A_ROW)


def _agreed(frame: Frame, who: str, series: Series) -> tuple[Owed, bool, bool]:
    """What the weeks in a row rest on, and whether Sundays are averaged on some and on all days of the plan."""
    averaged = averaged_on(frame, who)
    day = next((red.day for red in series.days if averaged(red.day)), None)
    some, every = day is not None, all(averaged(red.day) for red in series.reached)
    basis = terms(frame.brief, who, on=None if frame.cyclic else day).sunday_basis
    return basis, some or (every and averaged(frame.first_day)), every


def _judged(frame: Frame, who: str, series: Series) -> Iterator[Finding]:
    signed, in_use = averaged_on(frame, who, Ground.SIGNED), averaged_on(frame, who)
    basis, some, _ = _agreed(frame, who, series)
    for one, other, before in pairs(frame, series):
        if signed(other.day):
            continue
        judged = Judged(Verdict.NEEDS_AGREEMENT, basis, UNSIGNED if in_use(other.day) else "")
        how = Judged(Verdict.CONSIDER, basis, BEFORE) if before else judged
        span = Span(one.span.start, max(one.span.end, other.span.end))
        yield found(ID, SOURCE, how, who, span, measured=2, unit=Unit.COUNT, before=before, about=NEXT)
    if some:
        yield from _averaged(frame, who, series, basis)
    else:
        yield from _beyond(frame, who, series)


def _beyond(frame: Frame, who: str, series: Series) -> Iterator[Finding]:
    """Weeks in a row that not even an agreement with the assistant would allow (D1).

    Where a red day in every week is followed by one off, as in May, the main rule is kept and nothing is amiss.
    """
    if any(not before for _, _, before in pairs(frame, series)):
        yield from _too_many_in_a_row(frame, who, series, terms(frame.brief, who, Ground.REACH).sunday_basis)


def _averaged(frame: Frame, who: str, series: Series, basis: Owed) -> Iterator[Finding]:
    """At most half of each block, and at most so many weeks in a row."""
    for block in sunday_blocks(frame, who, series):
        if block.worked > block.most:
            had = block.worked_before + sum(red.day in series.old for red in block.days)
            old = had > block.most and block.worked == had
            verdict = Verdict.CONSIDER if old else Verdict.BREACH
            half = Owed(block.most, basis.basis, (), basis.unsigned, basis.assumes)
            judged = Judged(verdict, half, BEFORE if old else "")
            yield found(
                ID,
                SOURCE,
                judged,
                who,
                block.span,
                measured=block.worked,
                unit=Unit.COUNT,
                before=old,
                about=HALF,
                of=block.count,
            )
    yield from _too_many_in_a_row(frame, who, series, basis)


def _too_many_in_a_row(frame: Frame, who: str, series: Series, basis: Owed) -> Iterator[Finding]:
    for weeks in runs(frame, series):
        if len(weeks) > basis.amount:
            ours = series.worked - series.old
            inside = [red for red in weeks[-1] if red in series.reached and red.day in ours]
            verdict = Verdict.BREACH if inside else Verdict.CONSIDER
            judged = Judged(verdict, basis, "" if inside else BEFORE)
            span = _span(weeks)
            yield found(
                ID,
                SOURCE,
                judged,
                who,
                span,
                measured=len(weeks),
                unit=Unit.COUNT,
                before=not inside,
                about=IN_A_ROW,
            )


def _span(weeks: list[tuple[RedDay, ...]]) -> Span:
    start, end = weeks[0][0].span.start, weeks[-1][-1].span.end
    return Span(start, end) if end > start else Span(end, start)


def _doubtful(frame: Frame, who: str, series: Series) -> Iterator[Finding]:
    """What breaks only by the other reading of a shift in two red døgn, or only in other 26 weeks."""
    if series.touched != series.worked:
        for one in _judged(frame, who, series.by_touch()):
            if one.verdict.fails:
                owed = Owed(one.limit or 0, one.basis, (), (), one.assumes)
                judged = Judged(Verdict.CONSIDER, owed, TOUCHED)
                said = found(ID, SOURCE, judged, who, one.span, measured=one.measured, unit=Unit.COUNT)
                yield replace(said, facts={**one.facts, "why": TOUCHED})
                return
    basis, _, every = _agreed(frame, who, series)
    if every and averaged_on(frame, who)(frame.first_day) and not frame.cyclic:
        worst: Block | None = None
        for block in rolling_blocks(frame, series):
            if block.worked > block.most and (worst is None or block.worked > worst.worked):
                worst = block
        if worst is not None:
            judged = Judged(Verdict.CONSIDER, Owed(worst.most, basis.basis, (), (), basis.assumes), ROLLING)
            measured, of = worst.worked, worst.count
            yield found(ID, SOURCE, judged, who, worst.span, measured=measured, unit=Unit.COUNT, about=HALF, of=of)


def _rest(roster: Roster, who: str) -> Iterator[Finding]:
    """Four weeks in a row in which no weekly rest covers a Sunday or red day; the first may lie before the plan."""
    frame = roster.frame
    every = numbers.SUNDAY_FREE_EVERY.on(frame.first_day)
    without = _without_sunday(roster, who, every, assigned)
    if without is None:
        return
    springs = any(one.by > 0 for one in clock_changes(frame))
    by_clock = springs and _without_sunday(roster, who, every, assigned_by_clock) is None
    owed = Owed(1, ("aml § 10-8 (4)",), (), (), terms(frame.brief, who).weekly_rest.assumes)
    judged = Judged(Verdict.CONSIDER, owed, BY_CLOCK) if by_clock else Judged(Verdict.BREACH, owed)
    first = frame.week_spans[max(0, without[0])].start + min(0, without[0]) * WEEK
    last = frame.week_spans[without[1]].end
    span = Span(first, first + every * WEEK) if frame.cyclic else Span(first, last)
    yield found(ID, SOURCE, judged, who, span, measured=0, unit=Unit.COUNT, about=REST, weeks=every)


def _without_sunday(roster: Roster, who: str, every: int, serving: _Serving) -> tuple[int, int] | None:
    """The first and the last week of so many in a row without, in that way of the weeks before which is best."""
    frame = roster.frame
    rest = rest_lengths(frame, who)
    whole = stretches(roster, who)
    begins = frame.span.start
    ways = rested(frame, who, rest_shortest(frame, who).amount) or (Rested(-WEEK * every, 0),)
    best: tuple[int, tuple[int, int] | None] | None = None
    for way in ways:
        kept = way.until <= begins or any(one.start < begins and way.until <= one.end for one in whole)
        if not kept and way is not ways[0]:
            continue
        served = serving(roster, stretches_from(roster, who, way.until), rest, None, way.run)
        if served is None:
            continue
        missing = sum(one.stretch is None for one in served)
        without = _without_marked(frame, served, every, way.run)
        if best is None or (missing, without is not None) < (best[0], best[1] is not None):
            best = (missing, without)
    return best[1] if best else None


def _without_marked(frame: Frame, served: tuple[Served, ...], every: int, run: int = 0) -> tuple[int, int] | None:
    """The first and the last week of so many in a row in which no block covers a Sunday or red day."""
    weeks: list[Served] = list(served)
    if frame.cyclic:
        weeks = weeks * (every if len(weeks) < every else 1) + weeks[: every - 1]
    for at, one in enumerate(weeks):
        run = 0 if one.marked else run + 1
        if run == every:
            return weeks[at - every + 1].week if at >= every - 1 else one.week - every + 1, one.week
    return None


def limits(frame: Frame) -> Iterator[Limit]:
    """No red day after one worked; or by agreement half of each block, and at most so many weeks in a row.

    That the weekly rest covers a Sunday every four weeks is said where the blocks of rest are (weekly rest).
    """
    nothing = Roster(frame, frozenset())
    for assistant in frame.people:
        who = assistant.id
        series = red_series(nothing, who)
        by_day = shifts_by_red_day(frame, mine(frame, who)) | worked_before(frame, who)
        basis, some, every = _agreed(frame, who, series)
        if not (some and every):
            yield from _next_off(frame, who, series, by_day)
        if not some:
            continue
        for block in sunday_blocks(frame, who, series):
            days = tuple(by_day.get(red.day, ()) for red in block.days)
            old = sum(red.day in series.old for red in block.days)
            yield Occasions(who, days, because(ID, who, HALF), most=max(old, block.most - block.worked_before))
        yield from _weeks_in_a_row(frame, who, series, by_day, basis.amount)


def _next_off(frame: Frame, who: str, series: Series, by_day: dict[date, Occasion]) -> Iterator[Limit]:
    """Of any two red days in a row, the second in the plan or after it, at most one is worked; a lone one meets itself.

    Two that were both worked before the plan bind nothing (D22).
    """
    why = because(ID, who, NEXT)
    days = [by_day.get(red.day, ()) for red in (*series.before[-1:], *series.reached)]
    averaged = averaged_on(frame, who)
    for pair, second in zip(pairwise(days), series.reached[0 if series.before else 1 :], strict=True):
        if not averaged(second.day) and not (second.day in series.old and pair[0]):
            yield Occasions(who, pair, why, most=1)
    if frame.cyclic and days:
        yield Occasions(who, (days[-1], days[0]) if len(days) > 1 else (days[0],), why, most=min(1, len(days) - 1))
    run = series.balances.sunday_run if series.balances and not series.before else None
    if run and days and not averaged(series.days[0].day):
        yield Occasions(who, (days[0],), why, most=0)


def _weeks_in_a_row(frame: Frame, who: str, series: Series, by_day: dict[date, Occasion], most: int) -> Iterator[Limit]:
    """Of any ``most`` + 1 weeks in a row at least one has no work on its red days."""
    why = because(ID, who, IN_A_ROW)
    weeks = [tuple(one for red in reds for one in by_day.get(red.day, ())) for _, reds in series.weeks]
    length = most + 1
    if frame.cyclic:
        window = min(length, len(weeks))
        for at in range(len(weeks) if len(weeks) > length else 1):
            yield Occasions(who, tuple((weeks * 2)[at : at + window]), why, most=window - 1)
        return
    past = sum(reds[-1] in series.before for _, reds in series.weeks)
    first = frame.first_day
    old = {day for day in series.worked if day < first} | series.old
    had = [any(red.day in old for red in reds) for _, reds in series.weeks]
    for at in range(max(0, past - most), len(weeks) - most):
        if not all(had[at : at + length]):
            yield Occasions(who, tuple(weeks[at : at + length]), why, most=most)
    for worked in range(1, min(series.run_before, most) + 1):
        if past < length - worked:
            yield Occasions(who, tuple(weeks[: length - worked]), why, most=most - worked)


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
