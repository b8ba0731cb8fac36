"""When somebody comes of age: by the day of birth, or by the year where no more is known (D19)."""

from datetime import date

from roster.domain.assistant import Assistant

MAJORITY = 18


def reaches(person: Assistant, years: int) -> date:
    """The first day on which the assistant is so old; of a year of birth alone, the first day of the year after.

    Who has no birth on record is as old as can be.
    """
    if person.born is None:
        return date.min
    if isinstance(person.born, int):
        return date(person.born + years + 1, 1, 1)
    if (person.born.month, person.born.day) == (2, 29):
        return date(person.born.year + years, 3, 1)
    return person.born.replace(year=person.born.year + years)


def is_minor(person: Assistant, day: date) -> bool:
    return day < reaches(person, MAJORITY)
