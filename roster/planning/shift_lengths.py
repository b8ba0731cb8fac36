"""How long a shift may be by the law and the agreements there are, before anybody is on it; and which two may be split.

Ordinary hours of a day (§§ 10-4, 10-5, with § 10-4 (2) for passive duty), the hours in all (§ 10-6 (8)) and the daily
rest (§ 10-8 (1)) bound a length; two thirds of a resting night is rest (D14). Breaks (§ 10-9) are taken to be working
time, since who is alone with the user cannot leave (D8).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from roster.domain.brief import Brief, Period
from roster.domain.finding import Owed
from roster.domain.help_needed import Break, ShiftKind
from roster.domain.kinds import Form
from roster.domain.needs import Needs
from roster.domain.spans import DAY, HOUR
from roster.domain.vedtak import Vedtak
from roster.rules import numbers
from roster.rules.terms import Terms, terms

STEP = 15
"""Minutes of the grid that shifts begin and end on."""
_LEAST, _SHORTEST, _SHORTEST_WHERE_SPLIT = 3 * HOUR, 2 * HOUR, HOUR
"""No law says how short a shift may be. Where the user says nothing, shifts are no shorter than the first, but for a
stretch of need that is; and then no shorter than the second, or the third where a day may be split."""


@dataclass(frozen=True, slots=True)
class Lawful:
    """The shortest and longest shift in minutes; ``day`` is what bounds it, ``wished`` what the user asked beyond it.

    ``force`` are the terms of somebody to whom every agreement for all applies.
    """

    least: int
    most: int
    day: Owed
    wished: int | None
    force: Terms
    on: date

    def most_resting(self, rest: int) -> int:
        """The longest shift with so many minutes of resting time."""
        more = min(rest // 2, numbers.PASSIVE_DAY.on(self.on))
        ordinary = self.day.amount + more
        if self.force.passive_day is not None:
            ordinary = max(ordinary, self.force.passive_day.amount)
        return min(ordinary, _in_all(self.force), rest * 3 // 2)


def brief_of(needs: Needs) -> Brief:
    """The brief as far as it is known: nobody to work, nothing to fill."""
    period = Period(first_monday(needs.application.since), 12, Form.CYCLE)
    return Brief(
        needs.arrangement,
        Vedtak(needs.vedtak),
        period,
        (),
        (),
        (),
        agreements=needs.agreements,
        settings=needs.settings,
    )


def first_monday(day: date) -> date:
    """The day, or the Monday after it."""
    return day + timedelta(days=-day.weekday() % 7)


def lawful(needs: Needs, shortest: int) -> Lawful:
    """The lengths that the law, the agreements for all and the user's own wish leave.

    ``shortest``: minutes of the shortest stretch of need.
    """
    brief = brief_of(needs)
    force = terms(brief, "")
    most = min(force.day.amount, _in_all(force)) // STEP * STEP
    asked = needs.lengths
    wished = asked.most if asked.most is not None and asked.most > most else None
    most = min(most, asked.most or most)
    floor = _SHORTEST_WHERE_SPLIT if needs.settings.split_days_per_week else _SHORTEST
    least = max(floor, min(_LEAST, shortest)) if asked.least is None else asked.least
    return Lawful(min(least, most), most, force.day, wished, force, brief.period.start)


def _in_all(force: Terms) -> int:
    return min(force.total_day.amount, DAY - force.daily_rest.amount)


def breaks_of(start: int, length: int, on: date) -> tuple[Break, ...]:
    """The break that § 10-9 asks for, in the middle; it is working time."""
    if length <= numbers.BREAK_OVER.on(on):
        return ()
    whole = numbers.BREAK_WHOLE.on(on)
    begins = (start + (length - whole) // 2) // STEP * STEP - start
    return (Break(begins, begins + whole, working=True),)


def may_be_split(force: Terms, one: ShiftKind, other: ShiftKind) -> bool:
    """The same assistant may have both on one day, with time between them (D12)."""
    first, second = sorted((one, other), key=lambda kind: kind.start)
    gap = second.start - first.start - first.length
    if gap <= 0 or one.length + other.length > force.day.amount:
        return False
    after = first.start + DAY - second.start - second.length
    return max(gap, after) >= force.daily_rest.amount
