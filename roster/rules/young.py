"""Who is young, and when: aml § 11-1, D19.

Read as: chapter 11 holds to the day before the 18th birthday. Where only the year of birth is known, it holds to the
31 December of the year in which the assistant turns 18. A grunnturnus goes on without dates, so that who is young on
its first day is young in all of it (D25). Who has no birth date on record is an adult. Work of the young for other
employers counts in every limit (§ 11-2 (4), D18): their timelines hold it.
"""

from collections.abc import Iterator
from datetime import date

from roster.domain.age import MAJORITY, reaches
from roster.domain.assistant import Assistant
from roster.domain.frame import Frame
from roster.rules import numbers

YEAR_ONLY = "birth_year"
"""The fact of a finding that rests on a year of birth alone."""


def adult_from(person: Assistant) -> date:
    """The first day on which chapter 11 no longer holds for the assistant."""
    return reaches(person, MAJORITY)


def is_young(frame: Frame, person: Assistant, day: date) -> bool:
    """The assistant is under 18 on the day; in a grunnturnus, on its first day."""
    return (frame.first_day if frame.cyclic else day) < adult_from(person)


def is_child(frame: Frame, person: Assistant, day: date) -> bool:
    """The assistant is under 15 on the day; in a grunnturnus, on its first day."""
    return (frame.first_day if frame.cyclic else day) < reaches(person, numbers.CHILD_UNTIL.on(frame.first_day))


def ever_young(frame: Frame, person: Assistant) -> bool:
    """The assistant is under 18 on at least one day of the plan: on the first, if on any."""
    return is_young(frame, person, frame.first_day)


def young_people(frame: Frame) -> Iterator[Assistant]:
    """Those who are under 18 when the plan begins, in the brief's order."""
    return (one for one in frame.people if ever_young(frame, one))


def by_year_alone(person: Assistant) -> bool:
    """Nothing but the year of birth is known (D19)."""
    return isinstance(person.born, int)
