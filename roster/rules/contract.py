"""What the contract comes to over a plan, and what of it is paid (D8, D28, D33).

The contract is so many minutes a week on average. A day of vacation from Monday to Saturday takes a sixth of a week
out of it, and a day outside employment a seventh. A cycle has no dates, so nothing is taken out (D25).
"""

from datetime import timedelta
from fractions import Fraction

from roster.domain.brief import Assistant
from roster.domain.frame import Frame
from roster.domain.rhythm import holds_skills
from roster.domain.roster import Roster
from roster.domain.shift import Shift, paid

_WEEKDAYS = 6


def paid_minutes(roster: Roster, who: str) -> int:
    """Minutes paid for everything the assistant works here, by the clock."""
    resting = roster.frame.brief.settings.resting_paid
    return sum(paid(one, resting) for one in roster.duties(who))


def contract_paid(frame: Frame, person: Assistant) -> Fraction:
    """Minutes that the contract gives over the plan."""
    return person.contract_week * weeks_counted(frame, person)


def most_paid(frame: Frame, person: Assistant) -> Fraction | None:
    """Most minutes over the plan by contract or wish; None for who has no agreed hours and names no limit."""
    if not person.percent and person.wants_up_to is None:
        return None
    return person.wanted_week * weeks_counted(frame, person)


def weeks_counted(frame: Frame, person: Assistant) -> Fraction:
    """The weeks of the plan in which the assistant is employed and not on vacation; parts of weeks in proportion."""
    if frame.cyclic:
        return Fraction(frame.weeks)
    first = max(frame.first_day, person.employed_from or frame.first_day)
    last = frame.dates[-1]
    last = min(last, person.employed_to or last)
    employed = max(0, (last - first).days + 1)
    off = {
        day
        for dates in person.vacation
        for day in (dates.first + timedelta(days=n) for n in range((dates.last - dates.first).days + 1))
        if first <= day <= last and day.weekday() < _WEEKDAYS
    }
    return max(Fraction(0), Fraction(employed, 7) - Fraction(len(off), _WEEKDAYS))


def half_a_shift(frame: Frame, person: Assistant) -> int:
    """Half the mean paid length of the kinds of shift in the plan that the assistant has the skills for, in minutes."""
    resting = frame.brief.settings.resting_paid
    kinds: dict[str, Shift] = {}
    for shift in frame.shifts:
        if shift.kind not in kinds and holds_skills(person, shift):
            kinds[shift.kind] = shift
    return sum(paid(one, resting) for one in kinds.values()) // (2 * len(kinds)) if kinds else 0
