"""What work costs by the rates that the user has entered, exact in øre.

As on a payslip: the minutes of one assistant, month, kind of pay and rate are one line, and each line is rounded to
whole øre, half up; all sums are sums of lines. So months add up to the plan, and so do people. What is paid on top of
the pay is rounded for each line too. Where a rate is missing there is no amount, but what is missing. What being sick
costs the employer depends on days before the plan and what NAV refunds, and is left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from roster.domain.frame import Frame
from roster.domain.rates import BASE, PayKind
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.rules.pay import PaidTime, is_part_time, paid_shift, paid_times

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class CostLine:
    """Minutes of one kind of pay at one rate (kroner an hour) in a month, with what they cost, and what is on top."""

    who: str
    month: date
    kind: PayKind
    an_hour: Fraction
    minutes: int
    kroner: Decimal
    on_top: Decimal

    @property
    def total(self) -> Decimal:
        return self.kroner + self.on_top


@dataclass(frozen=True, slots=True)
class Missing:
    """No rate for the kind of pay of the assistant from day to day; ``kind`` None: no rates at all on those days."""

    who: str
    kind: PayKind | None
    first: date
    last: date


@dataclass(frozen=True)
class Cost:
    """What work costs, or what is not known of it: an amount is there only where nothing is missing.

    ``unsaid_on_top``: somebody's rates do not say what is paid on top of the pay.
    """

    lines: tuple[CostLine, ...]
    missing: tuple[Missing, ...] = ()
    unsaid_on_top: bool = False

    @property
    def kroner(self) -> Decimal | None:
        """All of it, what is on top included; None where a rate is missing."""
        return None if self.missing else self.of()

    def of(self, who: str | None = None, month: date | None = None, kind: PayKind | None = None) -> Decimal:
        """What the lines of an assistant, a month (its first day) and a kind of pay come to."""
        return sum((one.total for one in self._lines(who, month, kind)), ZERO)

    def minutes(self, who: str | None = None, month: date | None = None, kind: PayKind | None = None) -> int:
        """Paid minutes of these lines; of all kinds together those of ``BASE``, what is worked."""
        lines = self._lines(who, month, kind)
        return sum(one.minutes for one in lines if kind is not None or one.kind in BASE)

    def pay(self, kind: PayKind | None = None, month: date | None = None) -> Decimal:
        """The pay alone, without what is on top; of one kind or of all."""
        return sum((one.kroner for one in self._lines(None, month, kind)), ZERO)

    @property
    def on_top(self) -> Decimal:
        return sum((one.on_top for one in self.lines), ZERO)

    @cached_property
    def months(self) -> tuple[date, ...]:
        return tuple(sorted({one.month for one in self.lines}))

    @cached_property
    def kinds(self) -> tuple[PayKind, ...]:
        found = {one.kind for one in self.lines}
        return tuple(kind for kind in PayKind if kind in found)

    def _lines(self, who: str | None, month: date | None, kind: PayKind | None) -> Iterator[CostLine]:
        return (
            one
            for one in self.lines
            if who in (None, one.who) and month in (None, one.month) and kind in (None, one.kind)
        )


def cost_of(roster: Roster) -> Cost:
    """What all that is worked in the roster costs by the rates of its brief; open shifts cost nothing."""
    return _cost(one for person in roster.frame.people for one in paid_times(roster, person.id))


def cost_of_shift(frame: Frame, who: str, shift: Shift, beyond: bool = False) -> Cost:
    """What the one shift costs when the assistant has it; ``beyond``: as merarbeid, for who is part-time."""
    more = shift.clock_minutes if beyond and is_part_time(frame.brief.assistant(who)) else 0
    return _cost([paid_shift(frame, who, shift, more)])


def _cost(shifts: Iterable[PaidTime]) -> Cost:
    minutes: dict[tuple[str, date, PayKind, Fraction, Decimal], int] = defaultdict(int)
    missing: dict[tuple[str, PayKind | None], list[date]] = defaultdict(list)
    unsaid = False
    for one in shifts:
        if one.rates is None:
            missing[one.who, None].append(one.day)
            continue
        unsaid = unsaid or one.rates.on_top is None
        for kind, amount in one.minutes.items():
            if kind is PayKind.SICK:
                continue
            an_hour = one.rates.an_hour(kind)
            if an_hour is None:
                missing[one.who, kind].append(one.day)
            else:
                minutes[one.who, one.day.replace(day=1), kind, an_hour, one.rates.on_top or ZERO] += amount
    return Cost(
        tuple(_line(*key, amount) for key, amount in minutes.items()),
        tuple(Missing(who, kind, min(days), max(days)) for (who, kind), days in missing.items()),
        unsaid,
    )


def _line(who: str, month: date, kind: PayKind, an_hour: Fraction, on_top: Decimal, minutes: int) -> CostLine:
    kroner = _in_ore(an_hour * minutes / 60)
    return CostLine(who, month, kind, an_hour, minutes, kroner, _in_ore(Fraction(kroner) * Fraction(on_top) / 100))


def _in_ore(kroner: Fraction) -> Decimal:
    """Rounded to whole øre, half up."""
    return Decimal(int(kroner * 100 + Fraction(1, 2))).scaleb(-2)
