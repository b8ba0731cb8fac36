"""What a need by the clock comes to: hours by category, against the vedtak, the right to BPA, and its cost.

Read as: the right counts what is needed besides the ordinary, services outside BPA too; nights and two at once count
where they are needed all the time (pbrl § 2-1 d). Resting time is charged to the vedtak as the settings say (D8), and
a year is as long as the actual one (D31).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from roster.domain.charges import parts
from roster.domain.days import When, every_day
from roster.domain.kinds import Purpose
from roster.domain.ledger import granted_through
from roster.domain.needs import APART, ClockNeed, Help, Needs
from roster.domain.shift import less_paid
from roster.domain.vedtak import VedtakLine
from roster.rules import numbers
from roster.rules.vedtak_hours import later_grants, per_week, purposes

PURPOSE = {
    Help.CONTACT: Purpose.CONTACT,
    Help.RESPITE: Purpose.RESPITE,
    Help.WAKING_NIGHT: Purpose.WAKING_NIGHT,
    Help.RESTING_NIGHT: Purpose.RESTING_NIGHT,
    Help.TWO_AT_ONCE: Purpose.TWO_AT_ONCE,
}
"""What a line of the vedtak must be for, to be for this help alone."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Minutes a week on average, those charged to the vedtak among them, and the charged minutes of a year."""

    week: Fraction
    charged: Fraction
    year: Fraction


@dataclass(frozen=True, slots=True)
class Left:
    """Of the minutes granted until ``last``, those ``used`` through a day and those left after it, also a week.

    ``needed``: what the need draws on those days.
    """

    used: int
    through: date
    last: date
    minutes: int
    needed: int

    @property
    def days(self) -> int:
        return (self.last - self.through).days

    @property
    def week(self) -> Fraction | None:
        """None where less than a week is left, of which no week can be told."""
        return Fraction(self.minutes * 7, self.days) if self.days >= 7 else None


@dataclass(frozen=True, slots=True)
class Against:
    """Charged minutes a week asked for and granted; ``help`` None: what lines for all purposes are for.

    ``left`` is None where nothing is on record of the year, or the lines' records and ends differ.
    """

    help: Help | None
    asked: Fraction
    granted: Fraction
    left: Left | None = None

    @property
    def to_use(self) -> Fraction:
        """Minutes a week from here on."""
        if self.left is None or self.left.week is None:
            return self.granted
        return max(Fraction(0), self.left.week)


class Level(StrEnum):
    """How far the right to BPA goes."""

    RIGHT = "right"
    UNLESS_DEAR = "unless dear"
    NO_RIGHT = "no right"


@dataclass(frozen=True, slots=True)
class Right:
    """``counted`` minutes a week with those ``outside`` BPA; ``left_out`` are nights and two at once not counted.

    ``with_all``: the level where they are counted too. ``age`` and ``lasting``: the two other conditions are met.
    """

    counted: Fraction
    outside: int
    left_out: Fraction
    level: Level
    with_all: Level
    age: bool
    lasting: bool


@dataclass(frozen=True, slots=True)
class Explicit:
    """Help that must stand in the vedtak by itself: charged minutes a week asked and granted for it; None: no line."""

    help: Help
    asked: Fraction
    granted: Fraction | None


@dataclass(frozen=True, slots=True)
class Beyond:
    """Charged minutes beyond what a source says is refunded from, in a week and a year, and kroner a year."""

    week: Fraction
    year: Fraction
    cost: Decimal | None


@dataclass(frozen=True, slots=True)
class Account:
    """All that is said of a need before anybody works it."""

    helps: dict[Help, Amount]
    total: Amount
    against: tuple[Against, ...]
    right: Right
    explicit: tuple[Explicit, ...]
    beyond: Beyond
    later: tuple[tuple[date, Fraction], ...]


def account(needs: Needs) -> Account:
    """What the need comes to; ``against`` is empty without a vedtak, ``later`` is what it gives from later days."""
    helps = {one: _amount(needs, one) for one in Help if needs.week_minutes(one)}
    total = Amount(
        sum((one.week for one in helps.values()), Fraction(0)),
        sum((one.charged for one in helps.values()), Fraction(0)),
        sum((one.year for one in helps.values()), Fraction(0)),
    )
    return Account(
        helps,
        total,
        tuple(_against(needs, helps)),
        _right(needs),
        tuple(_explicit(needs, helps)),
        _beyond(needs, total),
        later_grants(needs.vedtak, needs.application.since, date(needs.application.since.year, 12, 31), needs.settings),
    )


def year_of(needs: Needs, week: Fraction) -> Fraction:
    """Minutes of the whole calendar year in which the hours are asked from (D31)."""
    if needs.settings.vedtak_year_52_weeks:
        return week * 52
    year = needs.application.since.year
    return week * Fraction((date(year + 1, 1, 1) - date(year, 1, 1)).days, 7)


def own_lines(needs: Needs, kind: Help) -> tuple[VedtakLine, ...]:
    """The lines that are for this help alone."""
    purpose = PURPOSE.get(kind)
    return tuple(one for one in _in_force(needs) if purpose is not None and one.purpose is purpose)


def lines_for(needs: Needs, kind: Help) -> tuple[VedtakLine, ...]:
    """The lines that name the help, alone or among other things."""
    return tuple(one for one in _in_force(needs) if PURPOSE[kind].value in purposes(one))


def _in_force(needs: Needs) -> tuple[VedtakLine, ...]:
    return tuple(one for one in needs.vedtak if needs.application.since in one.dates)


def _amount(needs: Needs, kind: Help) -> Amount:
    week = needs.week_minutes(kind)
    charged = week * Fraction(needs.settings.resting_granted, 60) if kind is Help.RESTING_NIGHT else week
    return Amount(week, charged, year_of(needs, charged))


def _granted(needs: Needs, lines: tuple[VedtakLine, ...]) -> Fraction:
    return per_week(lines, needs.application.since, needs.settings)


def _against(needs: Needs, helps: dict[Help, Amount]) -> Iterator[Against]:
    lines = _in_force(needs)
    if not needs.vedtak:
        return
    own = {one: own_lines(needs, one) for one in Help}
    special = {line.id for some in own.values() for line in some}
    rest = sum((amount.charged for kind, amount in helps.items() if not own[kind]), Fraction(0))
    others = tuple(line for line in lines if line.id not in special)
    yield Against(None, rest, _granted(needs, others), _left(needs, others, *(one for one in Help if not own[one])))
    for kind, some in own.items():
        if some:
            asked = helps[kind].charged if kind in helps else Fraction(0)
            yield Against(kind, asked, _granted(needs, some), _left(needs, some, kind))


def _left(needs: Needs, lines: tuple[VedtakLine, ...], *helps: Help) -> Left | None:
    year = needs.application.since.year
    if {one.through.year for one in lines if one.through is not None} != {year}:
        return None
    ends = {(one.through, min(one.dates.last, date(year, 12, 31))) for one in lines}
    through, last = ends.pop()
    if ends or through is None or through >= last:
        return None
    used = sum(one.used for one in lines)
    granted = sum(granted_through(one, year, last, needs.settings) for one in lines)
    after = every_day(through + timedelta(days=1), (last - through).days)
    needed = sum(_drawn_on(day, one, needs) for day in after for one in needs.clock if one.help in helps)
    return Left(used, through, last, granted - used, needed)


def _drawn_on(day: date, row: ClockNeed, needs: Needs) -> int:
    """Charged minutes of the row that begin on the day, without those after New Year."""
    if day.weekday() not in row.weekdays or not When(weeks=row.weeks).in_week(day.isocalendar().week):
        return 0
    resting = row.help is Help.RESTING_NIGHT
    drawn = row.counted - (less_paid(row.counted, needs.settings.resting_granted) if resting else 0)
    start = datetime.combine(day, time()) + timedelta(minutes=row.start)
    return sum(some for on, some in parts(start, start + timedelta(minutes=row.counted), drawn) if on.year == day.year)


def _right(needs: Needs) -> Right:
    asks = needs.application
    outside = sum(one.week for one in needs.outside)
    apart = needs.week_minutes(*APART)
    ordinary = needs.week_minutes() - apart + outside
    counted = ordinary + apart if asks.continuous else ordinary
    return Right(
        counted=counted,
        outside=outside,
        left_out=Fraction(0) if asks.continuous else apart,
        level=_level(counted, asks.since),
        with_all=_level(ordinary + apart, asks.since),
        age=asks.under_67 or asks.kept,
        lasting=asks.lasting,
    )


def _level(minutes: Fraction, on: date) -> Level:
    if minutes >= numbers.BPA_RIGHT.on(on):
        return Level.RIGHT
    return Level.UNLESS_DEAR if minutes >= numbers.BPA_RIGHT_UNLESS_DEAR.on(on) else Level.NO_RIGHT


def _explicit(needs: Needs, helps: dict[Help, Amount]) -> Iterator[Explicit]:
    for kind in APART:
        if kind in helps:
            lines = lines_for(needs, kind)
            yield Explicit(kind, helps[kind].charged, _granted(needs, lines) if lines else None)


def _beyond(needs: Needs, total: Amount) -> Beyond:
    week = max(Fraction(0), total.charged - numbers.REFUND_OVER.on(needs.application.since))
    year, hourly = year_of(needs, week), needs.application.hourly_cost
    cost = None if hourly is None else Decimal(year.numerator) / Decimal(year.denominator) / 60 * hourly
    return Beyond(week, year, cost)
