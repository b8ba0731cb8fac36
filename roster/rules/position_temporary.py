"""Fast og midlertidig ansettelse: aml § 14-9.

Read as: a permanent position has real hours, so one of 0 percent is to be considered (1). A temporary employment
- midlertidig or vikar - needs a ground of § 14-9 (2); where none is given, that is to be considered, for it may stand
in the contract. After more than three years on end the employee is permanent (7): to be considered, for under c to e
there is no such limit. A cycle has no dates (D25), so of three years nothing is said there. The plan changes none of
it, so the solver is told nothing.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Owed, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Position
from roster.domain.roster import Roster
from roster.rules import numbers
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.verdicts import Judged, found
from solver.problem import Limit

ID = "position-temporary"
SOURCE = aml("14-9")
NO_HOURS, NO_GROUND, LONG = "no_hours", "no_ground", "long"
TEMPORARY = (Position.TEMPORARY, Position.SUBSTITUTE)


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    wrong = list(_of(roster.frame, person))
    yield from wrong
    if not wrong:
        years = _years(roster.frame, person)
        ok = Judged(Verdict.OK, _owed(roster.frame))
        yield found(ID, SOURCE, ok, person.id, None, measured=years, unit=Unit.COUNT)


def _owed(frame: Frame) -> Owed:
    return Owed(numbers.POSITION_TEMPORARY_YEARS.on(frame.first_day), (SOURCE.paragraph,))


def _years(frame: Frame, person: Assistant) -> int | None:
    """Whole years of a temporary employment when the plan ends; None where it is none, or begins nobody knows when."""
    if person.position not in TEMPORARY or person.employed_from is None or frame.cyclic:
        return None
    years = 0
    while _after(person.employed_from, years + 1) <= _ends(frame, person):
        years += 1
    return years


def _after(day: date, years: int) -> date:
    """The same date so many years later; of 29 February, the day after it."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)


def _ends(frame: Frame, person: Assistant) -> date:
    last = frame.first_day + timedelta(days=7 * frame.weeks - 1)
    return min(last, person.employed_to or last)


def _of(frame: Frame, person: Assistant) -> Iterator[Finding]:
    if person.position is Position.PERMANENT and not person.percent and person.wants_up_to is None:
        yield _found(frame, person, NO_HOURS, 0)
    if person.position not in TEMPORARY:
        return
    most = numbers.POSITION_TEMPORARY_YEARS.on(frame.first_day)
    began = person.employed_from
    if began is not None and not frame.cyclic and _ends(frame, person) > _after(began, most):
        yield _found(frame, person, LONG, _years(frame, person))
    elif person.temporary_because is None:
        yield _found(frame, person, NO_GROUND, _years(frame, person))


def _found(frame: Frame, person: Assistant, about: str, years: int | None) -> Finding:
    judged = Judged(Verdict.CONSIDER, _owed(frame))
    return found(ID, SOURCE, judged, person.id, None, measured=years, unit=Unit.COUNT, about=about)


def limits(_: Frame) -> Iterator[Limit]:
    """Nothing: how somebody is employed is no matter of the plan."""
    yield from ()


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
