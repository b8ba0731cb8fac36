"""A brief as it would be if something were otherwise."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import count

from roster.domain.assistant import Assistant, Ceiling, WeekendRhythm
from roster.domain.brief import Agreement, Brief
from roster.domain.frame import frame_of
from roster.domain.kinds import Form, Lines, Position
from roster.domain.statistics import Statistics
from roster.domain.supposed import Grant, Lapses, Leaves, LongerShifts, OneMore, Signed, Supposed, Weekends
from roster.domain.vedtak import VedtakLine
from roster.planning.longer_shifts import with_longer_shifts
from roster.planning.position_proof import percent_of
from roster.rules.agreements import MATRIX
from roster.rules.profiles import profile
from roster.rules.vedtak_share import granted_for

CONTRACTS = (Position.PERMANENT, Position.TEMPORARY)
LEAST_USE = Decimal(10)
"""Fewer percent than this left over are no position: then one more shares what all have."""

FULL = Decimal(100)


def suppose(brief: Brief, one: Supposed, today: Statistics) -> Brief | None:
    """The brief with the change in it; None where it changes nothing. ``today``: what the turnus of now comes to."""
    alone = replace(brief, period=replace(brief.period, lines=Lines.OWN))
    match one:
        case OneMore(percent=percent):
            return _one_more(alone, percent or _of_use(brief, today))
        case Leaves(who=who):
            return without(alone, who)
        case Grant(times=times, more=more):
            return _granted(brief, times, more)
        case Signed(agreement=agreement, paragraph=paragraph):
            return _signed(brief, agreement) if agreement else _agreed(brief, paragraph)
        case Lapses(agreement=agreement):
            return replace(brief, agreements=tuple(each for each in brief.agreements if each.id != agreement))
        case Weekends(every=every):
            return _in_turns(alone, every)
        case LongerShifts(most=most):
            return with_longer_shifts(brief, most)


def _of_use(brief: Brief, today: Statistics) -> Decimal:
    """The position that what vikar have, and what is open, come to; else the mean of those there are."""
    full_time = profile(brief.arrangement.tariff).full_time_week
    lacking = percent_of(Fraction(today.substitute + today.open_minutes, today.weeks), full_time)
    if lacking >= LEAST_USE:
        return min(FULL, lacking)
    each = [one.percent for one in brief.assistants if one.position in CONTRACTS]
    return round(sum(each, Decimal(0)) / len(each), 0) if each else FULL


def _one_more(brief: Brief, percent: Decimal) -> Brief:
    taken = {one.id for one in brief.assistants}
    name = next(name for number in count(1) if (name := f"A{number}") not in taken)
    full_time = profile(brief.arrangement.tariff).full_time_week
    new = Assistant(name, "Ny", Position.PERMANENT, percent, full_time)
    return replace(brief, assistants=(*brief.assistants, new))


def without(brief: Brief, who: str) -> Brief:
    """The brief as it is when the assistant has gone, and all that is about them."""
    return replace(
        brief,
        assistants=tuple(one for one in brief.assistants if one.id != who),
        events=tuple(
            replace(one, who=left, mentor=None if one.mentor == who else one.mentor)
            for one in brief.events
            if (left := tuple(name for name in one.who if name != who))
        ),
        wishes=tuple(one for one in brief.wishes if who not in (one.who, one.other)),
        history=tuple(one for one in brief.history if one.who != who),
        balances=tuple(one for one in brief.balances if one.who != who),
        agreements=tuple(
            one if one.covers is None else replace(one, covers=tuple(name for name in one.covers if name != who))
            for one in brief.agreements
            if one.covers != (who,)
        ),
    )


def _granted(brief: Brief, times: Fraction, more: int) -> Brief | None:
    """The lines of the vedtak that hold now, each by the same part more or less."""
    frame = frame_of(brief)
    now = granted_for(frame)
    if not now:
        return None
    week = Fraction(now, frame.weeks)
    by = max(Fraction(0), week * times + more) / week
    if by == 1:
        return None

    def changed(line: VedtakLine) -> VedtakLine:
        if line.dates.last < brief.period.start:
            return line
        if line.per_week is not None:
            return replace(line, per_week=int(line.per_week * by))
        return replace(line, per_year=int((line.per_year or 0) * by))

    return replace(brief, vedtak=replace(brief.vedtak, lines=tuple(map(changed, brief.vedtak.lines))))


def _signed(brief: Brief, name: str) -> Brief | None:
    if all(one.signed is not None for one in brief.agreements if one.id == name):
        return None
    day = brief.period.start
    return replace(
        brief,
        agreements=tuple(
            replace(one, signed=day, valid_from=min(one.valid_from or day, day), use_unsigned=False)
            if one.id == name
            else one
            for one in brief.agreements
        ),
    )


def _agreed(brief: Brief, paragraph: str) -> Brief:
    """An agreement under the paragraph with everybody, as far as it can go."""
    on, allowed = brief.period.start, MATRIX[paragraph]
    values = {name: Decimal(one.on(on)) / 60 for name, one in (*allowed.most.items(), *allowed.least.items())}
    weeks = allowed.weeks.on(on) if allowed.weeks else None
    new = Agreement(
        "ny avtale",
        paragraph,
        allowed.party,
        values,
        averaging_weeks=weeks,
        signed=on,
        valid_from=on,
        compensating_rest=True if allowed.compensates else None,
    )
    return replace(brief, agreements=(*brief.agreements, new))


def _in_turns(brief: Brief, every: int) -> Brief:
    """All in positions work weekends in turns, whatever rhythm or limit they had."""
    fits = brief.period.form is not Form.CYCLE or brief.period.weeks % every == 0
    number = count()

    def turned(one: Assistant) -> Assistant:
        if one.position not in CONTRACTS:
            return one
        if not fits:
            return replace(one, weekends=None, most_weekends=Ceiling(1, every))
        return replace(one, weekends=WeekendRhythm(every, next(number) % every + 1), most_weekends=None)

    return replace(brief, assistants=tuple(map(turned, brief.assistants)))
