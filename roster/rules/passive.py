"""Passive duty, aml § 10-4 (2): by how much it lengthens the ordinary hours.

Work that is in the main passive may be lengthened by half of its passive time, at most 2 hours in 24 and 10 in
7 days. It is declared on the kind of shift with a reason; under two thirds of resting time it is disputed (D14).
For every limit the time itself counts in full (§ 10-1).
"""

from collections.abc import Iterable
from datetime import date

from roster.domain.shift import Shift
from roster.rules import numbers


def extension(shifts: Iterable[Shift], on: date) -> int:
    """Minutes by which the shifts of one day lengthen the ordinary hours of that day."""
    half = 0
    for one in shifts:
        if one.passive_because:
            half += resting(one)
    return min(half // 2, numbers.PASSIVE_DAY.on(on)) if half else 0


def lengthened(shift: Shift) -> int:
    """Minutes by which the shift alone lengthens the ordinary hours of its day."""
    return extension((shift,), shift.start.date())


def week_extension(shifts: Iterable[Shift], on: date) -> int:
    """Minutes by which the shifts of one week lengthen its ordinary hours."""
    declared = [one for one in shifts if one.passive_because]
    return min(sum(extension((one,), on) for one in declared), numbers.PASSIVE_WEEK.on(on)) if declared else 0


def resting(shift: Shift) -> int:
    """Minutes of resting time in which nothing was logged as active work."""
    return sum(part.minutes - sum(part.overlap(one) for one in shift.active) for part in shift.resting)
