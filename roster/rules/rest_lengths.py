"""How long the weekly rest must be, through the plan: aml § 10-8 (2), (3), § 10-12 (4) and (7).

Read as: a rest is as long as what is in force on the day that it covers whole, so that an agreement which begins or
ends inside the plan holds on its own days. A rest that covers no day is as long as the longest of its week.
"""

from collections.abc import Iterator
from datetime import timedelta

from roster.domain.finding import Owed
from roster.domain.frame import Frame
from roster.rules.block_choices import Length
from roster.rules.in_force import Ground, changing
from roster.rules.terms import Terms, terms
from roster.rules.verdicts import Three, three


def rest_lengths(frame: Frame, who: str, ground: Ground = Ground.IN_USE) -> Length:
    """The minutes in force, one for each date of the plan where they may change within it."""
    if frame.cyclic or not changing(frame.brief):
        return terms(frame.brief, who, ground).weekly_rest.amount
    each = tuple(terms(frame.brief, who, ground, day).weekly_rest.amount for day in frame.dates)
    return each if len(set(each)) > 1 else each[0]


def rest_owed(frame: Frame, who: str, week: int) -> Three:
    """What is in force when the week ends."""
    last = None if frame.cyclic else frame.first_day + timedelta(days=7 * week + 6)
    return three(frame.brief, who, _weekly, last)


def rest_shortest(frame: Frame, who: str, ground: Ground = Ground.IN_USE) -> Owed:
    """The shortest in force on any day of the plan."""
    return min((force.weekly_rest for force in _each(frame, who, ground)), key=lambda one: one.amount)


def daily_shortest(frame: Frame, who: str, ground: Ground = Ground.IN_USE) -> Owed:
    """The shortest daily rest in force on any day of the plan."""
    return min((force.daily_rest for force in _each(frame, who, ground)), key=lambda one: one.amount)


def _each(frame: Frame, who: str, ground: Ground) -> Iterator[Terms]:
    days = frame.dates if not frame.cyclic and changing(frame.brief) else (None,)
    return (terms(frame.brief, who, ground, day) for day in days)


def _weekly(force: Terms) -> Owed:
    return force.weekly_rest
