"""The hours of a month as payroll wants them: who, on which date, of which wage type, and how many minutes.

Each paid minute is on one line by its kind of pay, and supplements are lines of their own for the same minutes; so the
lines of ``BASE`` come to what is paid. What the user has said is called by no wage type is told beside them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roster.domain.rates import BASE, PayKind, wage_type
from roster.domain.roster import Roster
from roster.rules.pay import paid_shifts


@dataclass(frozen=True, slots=True)
class PayLine:
    """Minutes of one wage type on one date; ``code`` None: it is no part of the export."""

    who: str
    alias: str
    day: date
    kind: PayKind
    code: str | None
    name: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Payroll:
    """The lines by person, date and kind; ``paid``: minutes paid in the month, whatever they are called."""

    month: date
    lines: tuple[PayLine, ...]
    left_out: tuple[PayLine, ...]
    paid: int

    @property
    def base(self) -> int:
        """Minutes on the lines, without those of supplements."""
        return sum(one.minutes for one in self.lines if one.kind in BASE)


def payroll(roster: Roster, month: date) -> Payroll:
    """The month of a roster with dates; ``month`` is its first day, and a shift is of the month in which it starts."""
    every = tuple(_lines(roster, month))
    return Payroll(
        month,
        tuple(one for one in every if one.code is not None),
        tuple(one for one in every if one.code is None),
        sum(one.minutes for one in every if one.kind in BASE),
    )


def _lines(roster: Roster, month: date) -> Iterator[PayLine]:
    types = roster.frame.brief.wage_types
    for person in roster.frame.people:
        minutes: dict[tuple[date, PayKind], int] = defaultdict(int)
        for one in paid_shifts(roster, person.id):
            if one.day.replace(day=1) == month:
                for kind, amount in one.minutes.items():
                    minutes[one.day, kind] += amount
        order = list(PayKind)
        for day, kind in sorted(minutes, key=lambda key: (key[0], order.index(key[1]))):
            of = wage_type(types, kind, person.position)
            name = of.name or kind.value
            yield PayLine(person.id, person.alias, day, kind, of.code, name, minutes[day, kind])
