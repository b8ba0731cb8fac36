"""Assistants work only while they are employed, and not before they may be given shifts (D19).

Read as: a shift starts on or after the first day of employment and the day from which the assistant may work
(politiattest shown), and no later than the last day of employment: a night belongs to the day on which it starts
(D10). A cycle has no dates (D25).
"""

from collections.abc import Iterator
from datetime import date

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.rules.asking import because, ids
from roster.rules.numbers import brief_place
from roster.rules.rule import Rule, each
from solver.problem import Limit, Off

ID = "employment"
SOURCE = brief_place("assistenter")


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    wrong = [] if roster.frame.cyclic else list(_outside(person, roster.duties(person.id)))
    yield from wrong
    if not wrong:
        yield Finding(ID, Verdict.OK, person.id, None, None, None, Unit.COUNT, SOURCE)


def _outside(person: Assistant, shifts: tuple[Shift, ...]) -> Iterator[Finding]:
    if person.employed_from is None and person.may_work_from is None and person.employed_to is None:
        return
    source = brief_place(person.place) if person.place else SOURCE
    for shift in shifts:
        why, day = _reason(person, shift)
        if day is not None:
            facts = {"why": why, "day": day.isoformat(), "shift": shift.id, "kind": shift.kind}
            yield Finding(ID, Verdict.MISSING, person.id, shift.span, None, None, Unit.COUNT, source, facts=facts)


def _reason(person: Assistant, shift: Shift) -> tuple[str, date | None]:
    starts = shift.start.date()
    if person.employed_from is not None and starts < person.employed_from:
        return "not_yet", person.employed_from
    if person.may_work_from is not None and starts < person.may_work_from:
        return "may_not", person.may_work_from
    if person.employed_to is not None and starts > person.employed_to:
        return "no_longer", person.employed_to
    return "", None


def limits(frame: Frame) -> Iterator[Limit]:
    """Off every shift that starts before they are employed or may work, or after their last day (D10)."""
    if frame.cyclic:
        return
    for assistant in frame.people:
        first = max((day for day in (assistant.employed_from, assistant.may_work_from) if day), default=date.min)
        last = assistant.employed_to or date.max
        outside = ids(one for one in frame.shifts if not first <= one.start.date() <= last)
        if outside:
            yield Off(assistant.id, outside, because(ID, assistant.id))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
