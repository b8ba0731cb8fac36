"""A roster held to the full-time weeks that it gives, while all else about it may be made better (D17)."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from roster.domain.assistant import Assistant
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.spans import HOUR
from roster.planning.problem import fixed_works
from roster.rules.full_time_week import TOLERANCE, by_hours
from roster.rules.ordinary_limits import shortening
from solver.problem import Limit, Minutes, Problem

HELD = "weeks-held"
"""The rule of the reason why nobody gets many more or fewer hours at night and on red days."""


def weeks_held(problem: Problem, roster: Roster) -> Problem:
    """The problem in which nobody's nights and red days come to another full-time week than the roster is made with.

    Who has another by contract keeps to what the roster gives. Which nights and red days are whose is free.
    """
    return replace(problem, limits=(*problem.limits, *_limits(roster)))


def _limits(roster: Roster) -> Iterator[Limit]:
    frame = roster.frame
    works = roster.works | fixed_works(frame)
    for person in frame.people:
        takes_off = {shift: points for shift, points in shortening(frame, person.id).items() if points}
        now = sum(points for shift, points in takes_off.items() if (person.id, shift) in works)
        low, high = _shift_allowed(roster, person)
        scale = HOUR * frame.weeks * (Fraction(person.percent) / 100 or 1)
        yield Minutes(
            person.id,
            tuple(takes_off.items()),
            Reason(HELD, person.id).key,
            least=now + ceil(low * scale),
            most=now + floor(high * scale),
        )


def _shift_allowed(roster: Roster, person: Assistant) -> tuple[Fraction, Fraction]:
    """By how many minutes less, and more, the full-time week may be shortened than it is now."""
    over = person.full_time_week - by_hours(roster, person.id)
    if abs(over) > TOLERANCE:
        over = Fraction(0)
    return -TOLERANCE - over, TOLERANCE - over
