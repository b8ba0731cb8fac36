"""Assistants work only when they can.

Read as: no shift overlaps a time the assistant cannot work (a bare date is 00-24, any overlap counts: D24); where
times are given in which they can, every shift lies wholly in them; and who works weekends by a rhythm works only
weekends of it (what a worked weekend is: D32). No shift starts on a day on which they are away sick or on leave; who
is on leave with a part of the position works at most the rest of it on those days, in paid minutes of shifts, and who
fell sick with a part of it at most what they then kept. Events are fixed by the brief and are not judged here.
"""

from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from math import floor

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.leave import Leave
from roster.domain.rhythm import weekend_of
from roster.domain.roster import Roster
from roster.domain.shift import Shift, paid
from roster.domain.spans import Span, merged
from roster.rules.asking import because, ids
from roster.rules.numbers import brief_place
from roster.rules.rule import Rule, each
from solver.problem import Limit, Minutes, Off

ID = "availability"
SOURCE = brief_place("tilgjengelighet")


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    shifts = [one for one in roster.duties(person.id) if one.event is None]
    wrong = [*_when_not(roster.frame, person, shifts), *_outside(roster.frame, person, shifts)]
    wrong += _off_rhythm(roster.frame, person, shifts)
    wrong += _absent(roster.frame, person, shifts)
    wrong += _too_much(roster.frame, person, shifts)
    yield from wrong
    if not wrong:
        yield Finding(ID, Verdict.OK, person.id, None, 0, 0, Unit.MINUTES, SOURCE)


def _missing(person: Assistant, shift: Shift, place: str, minutes: int, why: str) -> Finding:
    source = brief_place(place) if place else SOURCE
    facts = {"why": why, "shift": shift.id, "kind": shift.kind}
    return Finding(ID, Verdict.MISSING, person.id, shift.span, minutes, 0, Unit.MINUTES, source, facts=facts)


def _when_not(frame: Frame, person: Assistant, shifts: list[Shift]) -> Iterator[Finding]:
    for hours in person.cannot:
        spans = merged(frame.hours(hours))
        ends = [span.end for span in spans]
        for shift in shifts:
            at = bisect_right(ends, shift.span.start)
            common = sum(span.overlap(shift.span) for span in spans[at : at + 8])
            if common:
                yield _missing(person, shift, hours.place, common, "cannot")


def _outside(frame: Frame, person: Assistant, shifts: list[Shift]) -> Iterator[Finding]:
    if not person.can:
        return
    spans = merged(span for hours in person.can for span in frame.hours(hours))
    starts = [span.start for span in spans]
    for shift in shifts:
        at = bisect_right(starts, shift.span.start) - 1
        inside = spans[at] if at >= 0 else Span(shift.span.start - 1, shift.span.start)
        if not inside.holds(shift.span):
            within = sum(span.overlap(shift.span) for span in spans[max(at, 0) : at + 8])
            yield _missing(person, shift, person.can[0].place, shift.span.minutes - within, "outside")


def _off_rhythm(frame: Frame, person: Assistant, shifts: list[Shift]) -> Iterator[Finding]:
    rhythm = person.weekends
    if rhythm is None:
        return
    for shift in shifts:
        saturday = weekend_of(shift)
        if saturday is not None:
            week = (saturday - frame.first_day).days // 7 + 1
            if (week - rhythm.first) % rhythm.every:
                yield _missing(person, shift, person.place, shift.span.minutes, "rhythm")


def _absent(frame: Frame, person: Assistant, shifts: list[Shift]) -> Iterator[Finding]:
    """A night belongs to the day on which it starts (D10)."""
    if frame.cyclic:
        return
    away = [(one.dates, person.place) for one in person.absences if one.is_whole]
    away += [(one.dates, one.place or "fravær") for one in person.leaves if one.is_whole]
    for dates, place in away:
        for shift in shifts:
            if shift.start.date() in dates:
                yield _missing(person, shift, place, shift.span.minutes, "absent")


def _too_much(frame: Frame, person: Assistant, shifts: list[Shift]) -> Iterator[Finding]:
    """More than is left of the position while a part of it is away."""
    if frame.cyclic:
        return
    parts = [(one.dates, floor(_left(frame, person, one)), one.place) for one in person.leaves if not one.is_whole]
    parts += [(one.dates, one.left, person.place) for one in person.absences if not one.is_whole]
    for dates, most, place in parts:
        during = [one for one in shifts if one.start.date() in dates]
        had = sum(paid(one, frame.brief.settings.resting_paid) for one in during)
        if during and had > most:
            span = Span(during[0].span.start, during[-1].span.end)
            facts = {"why": "partial", "first": dates.first.isoformat(), "last": dates.last.isoformat()}
            source = brief_place(place or "fravær")
            yield Finding(ID, Verdict.MISSING, person.id, span, had, most, Unit.MINUTES, source, facts=facts)


def _left(frame: Frame, person: Assistant, leave: Leave) -> Fraction:
    """Minutes of the position that are left on those days of the plan."""
    days = sum(day in leave.dates for day in frame.dates)
    return person.contract_week * (1 - leave.share) * days / 7


def limits(frame: Frame) -> Iterator[Limit]:
    """Off every shift that touches a time they cannot, lies outside those they can, or is on a weekend not theirs."""
    for assistant in frame.people:
        away = merged(span for hours in assistant.cannot for span in frame.hours(hours))
        open_to = merged(span for hours in assistant.can for span in frame.hours(hours))
        blocked = ids(
            one
            for one in frame.shifts
            if any(one.span.overlap(span) for span in away)
            or (assistant.can and not any(span.holds(one.span) for span in open_to))
            or _out_of_rhythm(frame, assistant, one)
            or (
                not frame.cyclic
                and any(gone.is_whole and one.start.date() in gone.dates for gone in assistant.absences)
            )
            or (not frame.cyclic and any(gone.is_whole and one.start.date() in gone.dates for gone in assistant.leaves))
        )
        if blocked:
            yield Off(assistant.id, blocked, because(ID, assistant.id))
        yield from _rest_of_position(frame, assistant)


def _rest_of_position(frame: Frame, assistant: Assistant) -> Iterator[Limit]:
    """At most what is left of the position over the days of each partial leave, and of shifts while partly sick."""
    per_hour = frame.brief.settings.resting_paid
    for number, leave in enumerate(() if frame.cyclic else assistant.leaves):
        if leave.is_whole:
            continue
        first, last = leave.dates.first, leave.dates.last
        amounts = tuple((one.id, paid(one, per_hour)) for one in frame.shifts if first <= one.start.date() <= last)
        within = [day for day in frame.dates if first <= day <= last]
        most = assistant.contract_week * (100 - Fraction(leave.percent)) * len(within) // 700
        if amounts:
            yield Minutes(assistant.id, amounts, because(ID, assistant.id, str(number)), most=most)
    for number, gone in enumerate(() if frame.cyclic else assistant.absences):
        amounts = tuple((one.id, paid(one, per_hour)) for one in frame.shifts if one.start.date() in gone.dates)
        if amounts and not gone.is_whole:
            yield Minutes(assistant.id, amounts, because(ID, assistant.id, f"sick {number}"), most=gone.left)


def _out_of_rhythm(frame: Frame, assistant: Assistant, shift: Shift) -> bool:
    """The shift makes a weekend worked that is not one of the assistant's."""
    saturday = weekend_of(shift)
    if assistant.weekends is None or saturday is None:
        return False
    week = (saturday - frame.first_day).days // 7 + 1
    return (week - assistant.weekends.first) % assistant.weekends.every != 0


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
