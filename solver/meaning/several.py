"""Limits on several people at once."""

from solver.meaning.worked import Worked
from solver.problem import Balance, Company, Cover, places_of


def missing(has: Worked, limit: Cover) -> int:
    return max(0, limit.least - _places(has, limit))


def surplus(has: Worked, limit: Cover) -> int:
    return 0 if limit.most is None else max(0, _places(has, limit) - limit.most)


def _places(has: Worked, limit: Cover) -> int:
    return sum(has.works(person, one) for person, one in places_of(has.people(), limit))


def cover(has: Worked, limit: Cover) -> int:
    return missing(has, limit) + surplus(has, limit)


def company(has: Worked, limit: Company) -> int:
    units = 0
    for one in limit.occasions:
        first, second = has.any(limit.first, one), has.any(limit.second, one)
        wrong = first != second if limit.together else first and second
        units += wrong and not has.is_past(one)
    return units


def balance(has: Worked, limit: Balance) -> int:
    counts = [one.base + sum(has.any(one.person, day) for day in one.occasions) for one in limit.shares]
    whole = sum(one.weight for one in limit.shares)
    units = 0
    for one, count in zip(limit.shares, counts, strict=True):
        fair = one.weight * sum(counts)
        units += max(0, fair // whole - count) + max(0, count + -fair // whole)
    return units
