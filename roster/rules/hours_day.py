"""Alminnelig arbeidstid i døgnet: aml §§ 10-4 (1), (2), 10-5.

Read as: the periods of work that start in one døgn hold together at most 9 hours of working time, or what an
agreement on averaging gives. A period belongs whole to the døgn in which it starts, also where it runs on in another
shift past the cut (D10, D11); the 24 hours from each start are not measured. Passive duty that is declared lengthens
the hours by half of it, at most 2 (§ 10-4 (2)); where under two thirds of it is resting, that is to be considered
(D14). Overtime is none of it. An excess that vanishes by the clock is to be considered (D9).
"""

from collections.abc import Iterator

from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.shift import Shift, worked_at_least
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.day_limits import day_limits
from roster.rules.numbers import aml
from roster.rules.passive import extension, lengthened, mainly
from roster.rules.periods import DayOfWork, days_of_work
from roster.rules.rule import Rule
from roster.rules.terms import terms
from roster.rules.verdicts import Judged, at_most, found, three
from solver.problem import Limit

ID = "hours-day"
SOURCE = aml("10-4 (1)")
LITTLE_REST = "little_rest"


def check(roster: Roster) -> Iterator[Finding]:
    for person in roster.frame.people:
        yield from _of(roster, person.id)


def _of(roster: Roster, who: str) -> Iterator[Finding]:
    frame = roster.frame
    owed = three(frame.brief, who, lambda terms: terms.day)
    tightest: tuple[int, DayOfWork, Judged] | None = None
    fine = True
    for day in days_of_work(roster, who, overtime_too=False):
        more = extension(day.shifts, frame.first_day)
        judged = at_most(day.minutes, owed.more(more), by_clock=day.clock)
        if judged.verdict is Verdict.OK and day.minutes > owed.signed.amount and not mainly(day.shifts):
            judged = Judged(Verdict.CONSIDER, judged.owed, LITTLE_REST)
        if judged.verdict is not Verdict.OK:
            fine = False
            yield found(ID, SOURCE, judged, who, day.span, measured=day.minutes, passive=more, shifts=len(day.shifts))
        elif tightest is None or judged.owed.amount - day.minutes < tightest[0]:
            tightest = (judged.owed.amount - day.minutes, day, judged)
    if fine and tightest is not None:
        _, day, judged = tightest
        yield found(ID, SOURCE, judged, who, day.span, measured=day.minutes)
    elif fine:
        yield found(ID, SOURCE, Judged(Verdict.OK, owed.signed), who, None, measured=0)


def limits(frame: Frame) -> Iterator[Limit]:
    """What starts in a døgn, less half of its declared passive time, keeps within the day in force."""
    longest = numbers.PASSIVE_DAY.on(frame.first_day)

    def ordinary(shift: Shift) -> int:
        return worked_at_least(shift) - lengthened(shift)

    for assistant in frame.people:
        most = terms(frame.brief, assistant.id).day.amount
        why = because(ID, assistant.id)
        yield from day_limits(frame, assistant.id, ordinary, most, why)
        if any(one.passive_because for one in frame.shifts):
            yield from day_limits(frame, assistant.id, worked_at_least, most + longest, why)


RULE = Rule(ID, SOURCE, check, limits)
