"""The hours of a month as payroll wants them: who, on which date, of which wage type, and how many minutes.

Each paid minute of work is on one line by its kind of pay; supplements are lines of their own for the same minutes, and
so is what is paid though not worked. So the lines of ``BASE`` come to what is paid of shifts. What the user wants
called by no wage type is told beside them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from roster.domain.rates import BASE, PayKind, WageType, wage_type
from roster.domain.roster import Roster
from roster.rules.pay import paid_times


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
class Spell:
    """The days from ``first`` through ``last`` (None: without an end) on which a roster with dates ran."""

    roster: Roster
    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        return (self.first or day) <= day <= (self.last or day)


@dataclass(frozen=True, slots=True)
class Payroll:
    """The lines by person, date and kind; ``paid``: minutes of work paid in the month, whatever they are called.

    ``days``: those of the month for which there is a roster.
    """

    month: date
    days: tuple[date, ...]
    lines: tuple[PayLine, ...]
    left_out: tuple[PayLine, ...]
    paid: int

    @property
    def base(self) -> int:
        """Minutes of work on the lines, without those of supplements."""
        return sum(one.minutes for one in self.lines if one.kind in BASE)


def payroll(spells: Sequence[Spell], month: date) -> Payroll:
    """The month by the rosters that ran on its days; ``month`` is its first day. A shift is of the day it starts on.

    Wage types are called what the last roster's brief calls them.
    """
    types = spells[-1].roster.frame.brief.wage_types
    every = [line for spell in spells for line in _lines(spell, month, types)]
    people = list(dict.fromkeys(one.id for spell in reversed(spells) for one in spell.roster.frame.people))
    kinds = list(PayKind)
    every.sort(key=lambda one: (people.index(one.who), one.day, kinds.index(one.kind)))
    days = {day for spell in spells for day in spell.roster.frame.dates if spell.holds(day)}
    return Payroll(
        month,
        tuple(sorted(day for day in days if day.replace(day=1) == month)),
        tuple(one for one in every if one.code is not None),
        tuple(one for one in every if one.code is None),
        sum(one.minutes for one in every if one.kind in BASE),
    )


def correction(before: Payroll, after: Payroll) -> Payroll:
    """What the month has more or less of than it had, line by line; what was paid too much is negative."""
    return Payroll(
        after.month,
        after.days,
        _less(after.lines, before.lines),
        _less(after.left_out, before.left_out),
        after.paid - before.paid,
    )


def _less(after: Sequence[PayLine], before: Sequence[PayLine]) -> tuple[PayLine, ...]:
    had = {replace(one, minutes=0): one.minutes for one in before}
    has = {replace(one, minutes=0): one.minutes for one in after}
    people = list(dict.fromkeys(one.who for one in (*after, *before)))
    kinds = list(PayKind)
    every = sorted({**had, **has}, key=lambda one: (people.index(one.who), one.day, kinds.index(one.kind)))
    found = (replace(one, minutes=has.get(one, 0) - had.get(one, 0)) for one in every)
    return tuple(one for one in found if one.minutes)


def _lines(spell: Spell, month: date, types: Sequence[WageType]) -> Iterator[PayLine]:
    for person in spell.roster.frame.people:
        minutes: dict[tuple[date, PayKind], int] = defaultdict(int)
        for one in paid_times(spell.roster, person.id):
            if one.day.replace(day=1) == month and spell.holds(one.day):
                for kind, amount in one.minutes.items():
                    minutes[one.day, kind] += amount
        for (day, kind), amount in minutes.items():
            of = wage_type(types, kind, person.position)
            yield PayLine(person.id, person.alias, day, kind, of.code, of.name or kind.value, amount)
