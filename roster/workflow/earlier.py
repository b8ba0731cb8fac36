"""What the folder of an arrangement tells the next plan: the shifts before and after it, and the shares to even out.

What the brief itself says of any of it stands, and the folder adds nothing to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from roster.domain.assistant import Hours
from roster.domain.brief import Balances, Brief, PastShift
from roster.domain.clock import OSLO
from roster.domain.days import DateSpan, When
from roster.domain.frame import Frame
from roster.domain.kinds import Form
from roster.reading.read import Read
from roster.rules.terms import terms
from roster.rules.young_rest import daily_rest_of
from roster.wording import earlier_words as words
from roster.workflow.course import read_log
from roster.workflow.fairness import shares_before
from roster.workflow.folder import JOURNAL, is_arrangement
from roster.workflow.in_force import InForce, in_force
from roster.workflow.records import records_of
from roster.workflow.worked_roster import rows_between

BEFORE = timedelta(weeks=4)
"""So much of what came before a plan is history (D21)."""
AFTER = timedelta(days=2)
"""A shift that starts later than this after a plan asks no daily rest of it."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The brief with what the folder tells, and a line for each sort of it."""

    brief: Brief
    said: tuple[str, ...] = ()


def with_earlier(read: Read, folder: Path, even_out: bool = True) -> Read:
    """The brief with what was in use before it and will be after it; ``even_out``: with the shares of the year too.

    Raises ``Faults`` where the log of the folder cannot be read.
    """
    if not is_arrangement(folder) or not (folder / JOURNAL).exists():
        return read
    used = tuple(one for one in in_force(folder) if not one.roster.frame.cyclic)
    if not used:
        return read
    found = _with_history(Earlier(read.brief), folder, used)
    found = _with_what_follows(found, used)
    if even_out:
        found = _with_shares(found, folder)
    presumed = (one for one in read.notices if not (found.brief.history and one == words.NOTHING_BEFORE))
    return replace(read, brief=found.brief, notices=(*presumed, *found.said))


def _with_history(known: Earlier, folder: Path, used: Sequence[InForce]) -> Earlier:
    """The shifts of the four weeks before the plan, as they were worked where a month is closed, else as planned."""
    brief = known.brief
    if brief.history:
        return known
    start = brief.period.start
    closed = {month: one.rows for month, one in records_of(folder, read_log(folder).entries).items()}
    people, codes = {one.id for one in brief.assistants}, {one.code for one in brief.kinds}
    first = start - BEFORE
    history = tuple(
        PastShift(one.who, one.start, one.end, one.code if one.code in codes else None)
        for one in rows_between(used, closed, first, start - timedelta(days=1))
        if one.is_worked and one.who in people
    )
    if not history:
        return known
    return Earlier(replace(brief, history=history), (*known.said, words.before_said(len(history), first)))


def _with_what_follows(known: Earlier, used: Sequence[InForce]) -> Earlier:
    """Nobody is at work so late that there is no rest before their first shift in what runs after the plan."""
    brief = known.brief
    if brief.period.form is Form.CYCLE:
        return known
    end = brief.period.start + timedelta(weeks=brief.period.weeks)
    follows = tuple(one for one in used if one.last is None or one.last >= end)
    if not follows:
        return known
    people = tuple(replace(one, cannot=(*one.cannot, *_rest_before(brief, one.id, follows, end)))
                   for one in brief.assistants)  # fmt: skip
    if people == brief.assistants:
        return known
    version, first = follows[0].version, max(follows[0].first, end)
    return Earlier(replace(brief, assistants=people), (*known.said, words.after_said(version, first)))


def _rest_before(brief: Brief, who: str, follows: Sequence[InForce], end: date) -> Iterator[Hours]:
    """The hours of rest before the first shift after the plan, as far as they lie in it."""
    shifts = (
        shift
        for one in follows
        if any(person.id == who for person in one.roster.frame.people)
        for shift in one.roster.duties(who)
        if end <= shift.start.date() < end + AFTER and one.has(shift)
    )
    first = min(shifts, key=lambda one: one.span, default=None)
    if first is None:
        return
    frame = Frame(brief, Form.CALENDAR, brief.period.weeks, OSLO, ())
    last = end - timedelta(days=1)
    young = daily_rest_of(frame, brief.assistant(who), last)
    rests = first.span.start - max(terms(brief, who, on=last).daily_rest.amount, young)
    if rests < frame.span.end:
        begins = OSLO.wall(rests)
        day = begins.date()
        minute = (begins - datetime.combine(day, time())).seconds // 60
        until = (end - day).days * 24 * 60 + brief.period.week_cut
        yield Hours(When(dates=DateSpan(day, day)), minute, until)


def _with_shares(known: Earlier, folder: Path) -> Earlier:
    """What each has had in the year before the plan, where the brief says nothing of it."""
    brief = known.brief
    said_by_hand = {one.who for one in brief.balances}
    found = shares_before(folder, brief.period.start)
    more = tuple(
        _counts(one)
        for one in found
        if one.who not in said_by_hand and any(each.id == one.who for each in brief.assistants)
    )
    if not more:
        return known
    line = words.shares_said(brief, more, brief.period.start - timedelta(days=1), bool(said_by_hand))
    return Earlier(replace(brief, balances=(*brief.balances, *more)), (*known.said, line))


def _counts(one: Balances) -> Balances:
    """The counts alone: what else was known before the last plan is no longer so after it."""
    return Balances(one.who, nights=one.nights, evenings=one.evenings, weekends=one.weekends, red_days=one.red_days)
