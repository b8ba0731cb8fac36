"""Vacation is free of work: ferieloven §§ 5 and 6.

Read as: nothing the assistant works here overlaps a day of agreed vacation, 00 to 24. A cycle has no dates (D25).
"""

from bisect import bisect_left
from collections.abc import Iterator

from roster.domain.brief import Assistant
from roster.domain.finding import Finding, Source, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.spans import Span
from roster.rules.asking import because, ids
from roster.rules.numbers import READ, VACATION_URL
from roster.rules.rule import Rule
from solver.problem import Limit, Off

ID = "vacation"
SOURCE = Source("ferieloven §§ 5 og 6", VACATION_URL, READ)


def check(roster: Roster) -> Iterator[Finding]:
    for person in roster.frame.people:
        wrong = [] if roster.frame.cyclic else list(_work_on_vacation(roster, person))
        yield from wrong
        if not wrong:
            yield Finding(ID, Verdict.OK, person.id, None, 0, 0, Unit.MINUTES, SOURCE, (SOURCE.paragraph,))


def _work_on_vacation(roster: Roster, person: Assistant) -> Iterator[Finding]:
    shifts = roster.duties(person.id)
    longest = max((one.span.minutes for one in shifts), default=0)
    for dates in person.vacation:
        off = Span(roster.frame.whole_day(dates.first).start, roster.frame.whole_day(dates.last).end)
        at = bisect_left(shifts, off.start - longest, key=lambda one: one.span.start)
        for shift in shifts[at:]:
            if shift.span.start >= off.end:
                break
            common = off.overlap(shift.span)
            if common:
                facts = {"shift": shift.id, "kind": shift.kind}
                yield Finding(
                    ID,
                    Verdict.BREACH,
                    person.id,
                    shift.span,
                    common,
                    0,
                    Unit.MINUTES,
                    SOURCE,
                    (SOURCE.paragraph,),
                    facts=facts,
                )


def limits(frame: Frame) -> Iterator[Limit]:
    """Off every shift that touches a day of vacation, 00 to 24 (D24)."""
    if frame.cyclic:
        return
    for assistant in frame.people:
        away = [Span(frame.whole_day(one.first).start, frame.whole_day(one.last).end) for one in assistant.vacation]
        touched = ids(one for one in frame.shifts if any(one.span.overlap(span) for span in away))
        if touched:
            yield Off(assistant.id, touched, because(ID, assistant.id))


RULE = Rule(ID, SOURCE, check, limits)
