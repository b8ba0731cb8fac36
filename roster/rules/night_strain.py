"""Belastende nattarbeid: aml § 10-11 (7), (9).

Read as: a shift declared as straining that holds more than three night hours lies in no 24 elapsed hours with more
than 8 of working time, all work and overtime counted, or what is agreed (9). Measured is the fullest such stretch;
for a shift of more than 24 hours, the shift itself. An excess that vanishes by the clock is to be considered (D9).
Hours that were worked before the plan bind nothing by themselves (D22).
"""

from collections.abc import Iterable, Iterator, Sequence

from roster.domain.assistant import Assistant
from roster.domain.clock import PLAIN
from roster.domain.finding import Finding, Owed, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Part, Roster, turned
from roster.domain.shift import Shift, worked, worked_by_clock
from roster.domain.spans import DAY, Span
from roster.rules import numbers
from roster.rules.asking import because, with_past
from roster.rules.in_force import Ground
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.terms import terms
from roster.rules.verdicts import BEFORE, Judged, Three, at_most, found
from roster.rules.zones import night_minutes
from solver.problem import AnyOf, Limit, Minutes, Occasions

ID = "night-strain"
SOURCE = aml("10-11 (7)")


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    who = person.id
    frame = roster.frame
    signed = _owed(frame, who, Ground.SIGNED)
    line = roster.timeline(who)
    shifts = [work.shift for work in line]
    past = {work.shift.id for work in line if work.part is Part.HISTORY}
    fullest: tuple[int, Span] | None = None
    fine = True
    for work in line:
        if work.part is not Part.PLAN and not (past and _reaches_in(frame, work.shift)):
            continue
        if not is_straining(frame, who, work.shift):
            continue
        near = [one for one in shifts if one.span.start < work.span.start + DAY and one.span.end > work.span.end - DAY]
        minutes, window = max(
            ((_within(near, span), span) for span in windows(near, work.shift)), key=lambda one: one[0]
        )
        owed = Three(*(_owed(frame, who, ground, work.shift) for ground in Ground))
        judged = at_most(minutes, owed, by_clock=_by_clock(frame, near, window))
        alone = _within([one for one in near if one.id in past], window)
        before = judged.verdict is not Verdict.OK and alone >= minutes
        if before:
            judged = Judged(Verdict.CONSIDER, judged.owed, BEFORE)
        if judged.verdict is not Verdict.OK:
            fine = fine and before
            yield found(ID, SOURCE, judged, who, window, measured=minutes, before=before)
        elif fullest is None or minutes > fullest[0]:
            fullest = (minutes, window)
    if fine:
        minutes_, span = fullest if fullest else (None, None)
        yield found(ID, SOURCE, Judged(Verdict.OK, signed), who, span, measured=minutes_)


def _owed(frame: Frame, who: str, ground: Ground, shift: Shift | None = None) -> Owed:
    """Eight hours, or what is agreed in place of the average of (6), on the day of the shift."""
    force = terms(frame.brief, who, ground, None if frame.cyclic or shift is None else shift.start.date())
    plain = numbers.NIGHT_STRAIN_DAY.on(frame.first_day)
    agreed = force.night_day
    if force.night_unbounded:
        return Owed(DAY, agreed.basis, agreed.could, agreed.unsigned, agreed.assumes)
    by_act = agreed.basis[0] == numbers.NIGHT_DAY.source(frame.first_day).paragraph
    basis = (SOURCE.paragraph,) if by_act else agreed.basis
    return Owed(max(plain, agreed.amount), basis, agreed.could, agreed.unsigned, agreed.assumes)


def is_straining(frame: Frame, who: str, shift: Shift) -> bool:
    return shift.strain and night_minutes(frame, shift, who) > numbers.NIGHT_TRIGGER.on(frame.first_day)


def _reaches_in(frame: Frame, shift: Shift) -> bool:
    """Work before the plan that shares 24 hours with its first."""
    return not frame.cyclic and frame.span.start - DAY < shift.span.start < frame.span.start


def windows(near: Iterable[Shift], shift: Shift) -> Iterator[Span]:
    """The 24 hours that hold the shift and may be the fullest: from a start of work, or to an end of it."""
    if shift.span.minutes >= DAY:
        yield shift.span
        return
    edges = {edge for one in near for edge in (one.span.start, one.span.end - DAY)}
    for pause in (pause for one in near for pause in one.breaks or () if not pause.working):
        edges |= {pause.span.end, pause.span.start - DAY}
    for edge in sorted({shift.span.start, shift.span.end - DAY, *edges}):
        if shift.span.end - DAY <= edge <= shift.span.start:
            yield Span(edge, edge + DAY)


def _within(shifts: Iterable[Shift], window: Span) -> int:
    return sum(part_within(one, window) for one in shifts)


def part_within(shift: Shift, window: Span) -> int:
    """Minutes of working time of the shift in the window; of standby, in proportion."""
    inside = window.overlap(shift.span)
    if inside == shift.span.minutes:
        return worked(shift)
    off = sum(window.overlap(pause.span) for pause in shift.breaks or () if not pause.working)
    return -(-(inside - off) // shift.standby_parts)


def _by_clock(frame: Frame, shifts: Sequence[Shift], window: Span) -> int:
    """The same as the clock shows it."""
    return sum(_part_by_clock(frame, one, window) for one in shifts)


def _part_by_clock(frame: Frame, shift: Shift, window: Span) -> int:
    if window.holds(shift.span):
        return worked_by_clock(shift)
    inside = part_within(shift, window)
    start, end = max(shift.span.start, window.start), min(shift.span.end, window.end)
    if frame.clock.zone is None or end <= start:
        return inside
    shown = PLAIN.minute(frame.clock.wall(end)) - PLAIN.minute(frame.clock.wall(start))
    return inside + (shown - (end - start)) // shift.standby_parts


def limits(frame: Frame) -> Iterator[Limit]:
    """Either the straining shift is not worked, or no 24 hours around it hold too much, elapsed or by the clock."""
    for assistant in frame.people:
        who, why = assistant.id, because(ID, assistant.id)
        every = _turned(frame, who)
        before = {one.id for one in frame.past.get(who, ())}
        for shift in every:
            planned = frame.span.start <= shift.span.start < frame.span.end
            if not (planned or _reaches_in(frame, shift)) or not is_straining(frame, who, shift):
                continue
            near = [
                one for one in every if one.span.start < shift.span.start + DAY and one.span.end > shift.span.end - DAY
            ]
            most = _owed(frame, who, Ground.IN_USE, shift).amount
            not_worked = Occasions(who, ((shift.id,),), why, most=0)
            told: set[tuple[tuple[str, int], ...]] = set()
            for window in windows(near, shift):
                held = [one for one in near if window.overlap(one.span)]
                amounts = tuple(
                    (one.id, min(part_within(one, window), _part_by_clock(frame, one, window))) for one in held
                )
                alone = sum(amount for name, amount in amounts if name in before)
                allowed = max(most, alone)
                if sum(amount for _, amount in amounts) <= allowed or amounts in told:
                    continue
                told.add(amounts)
                yield AnyOf((not_worked, Minutes(who, amounts, why, most=allowed)), why)


def _turned(frame: Frame, who: str) -> tuple[Shift, ...]:
    """All that may be worked with what was worked before; in a cycle, in the turns on either side, too."""
    shifts = with_past(frame, who)
    if not frame.cyclic or not any(one.strain for one in shifts):
        return shifts if any(one.strain for one in shifts) else ()
    length = frame.span.minutes
    return tuple(turned(one, by) for one in shifts for by in (-length, 0, length))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
