"""One who works here: the contract, what they can and cannot, and what a plan and its changes made of it.

Hours are whole minutes, times of day whole minutes past midnight.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from roster.domain.days import DateSpan, When
from roster.domain.kinds import Because, Elsewhere, OffCode, Position
from roster.domain.leave import WHOLE, Leave
from roster.domain.place import written_at


@dataclass(frozen=True)
class HeldSkill:
    name: str
    until: date | None = None


@dataclass(frozen=True)
class Hours:
    """On days of ``when``, from ``start`` to ``end`` minutes past midnight (``end`` may lie past the next one)."""

    when: When
    start: int = 0
    end: int = 24 * 60
    place: str = written_at()


@dataclass(frozen=True)
class OtherWork:
    """Work outside this arrangement."""

    hours: Hours
    where: Elsewhere


@dataclass(frozen=True)
class WeekendRhythm:
    """Works weekends only every so many weeks, first in week ``first`` of the plan."""

    every: int
    first: int


@dataclass(frozen=True)
class Ceiling:
    """Accepts at most ``most`` (nights, weekends, or minutes) in any ``weeks`` of the plan."""

    most: int
    weeks: int


@dataclass(frozen=True)
class Pin:
    """This assistant has this kind of shift on these days, whatever else is planned."""

    kind: str
    when: When
    place: str = written_at()


@dataclass(frozen=True, slots=True)
class PaidOff:
    """A shift of the grunnturnus that is off with pay on this day: its code, and the minutes that it pays."""

    day: date
    code: OffCode
    minutes: int


@dataclass(frozen=True, slots=True)
class Absence:
    """No shift of the assistant starts on these days, because they are sick or have left.

    ``percent`` of the position is away; where that is not all of it, ``left`` paid minutes of shifts are still theirs.
    ``was_to``: the last day it was to have, where it ended before that.
    """

    dates: DateSpan
    because: Because
    percent: Decimal = WHOLE
    left: int = 0
    was_to: date | None = None

    @property
    def is_whole(self) -> bool:
        return self.percent == WHOLE


@dataclass(frozen=True, slots=True)
class Credit:
    """Minutes of a day that a change took from somebody's position or gave to it, so that nobody makes up for it.

    Of a shift that was planned when they fell sick, or that was called off: they are had, though not worked here. Of
    a shift that somebody has said yes to beyond what they want (``Because.AGREED``): they may be had besides.
    """

    day: date
    minutes: int
    because: Because


@dataclass(frozen=True)
class Assistant:
    """One who works here. ``percent`` of ``full_time_week`` minutes is the contract (D17).

    ``born`` is a date, or a year when no more is known (D19). ``can`` empty: whenever not in ``cannot``.
    ``alone_after``: ordinary shifts only after so many training shifts. ``temporary_because``: the ground on which
    an employment is temporary (§ 14-9 (2)), where it has been given. ``paid_off``: F3, F4 and F5 as planned.
    ``absences`` and ``credits``: what changes of a plan in use have made of it. ``leaves``: long absence known before.
    """

    id: str
    alias: str
    position: Position
    percent: Decimal
    full_time_week: int
    wants_up_to: Decimal | None = None
    employed_from: date | None = None
    employed_to: date | None = None
    may_work_from: date | None = None
    born: date | int | None = None
    skills: tuple[HeldSkill, ...] = ()
    can: tuple[Hours, ...] = ()
    cannot: tuple[Hours, ...] = ()
    vacation: tuple[DateSpan, ...] = ()
    weekends: WeekendRhythm | None = None
    most_nights: Ceiling | None = None
    most_weekends: Ceiling | None = None
    most_minutes: Ceiling | None = None
    pins: tuple[Pin, ...] = ()
    elsewhere: tuple[OtherWork, ...] = ()
    alone_after: int = 0
    temporary_because: str | None = None
    paid_off: tuple[PaidOff, ...] = ()
    absences: tuple[Absence, ...] = ()
    credits: tuple[Credit, ...] = ()
    leaves: tuple[Leave, ...] = ()
    place: str = written_at()

    @cached_property
    def contract_week(self) -> Fraction:
        """Agreed minutes a week on average, exact."""
        return Fraction(self.percent) / 100 * self.full_time_week

    @cached_property
    def wanted_week(self) -> Fraction:
        """Minutes a week up to which extra shifts are welcome; the contract when no more is wanted."""
        if self.wants_up_to is None:
            return self.contract_week
        return max(self.contract_week, Fraction(self.wants_up_to) / 100 * self.full_time_week)

    @cached_property
    def most_week(self) -> Fraction:
        """Minutes a week that a plan may hold: up to where extra shifts are welcome, or to the hours agreed.

        A percentage with decimals is rounded: 69,0 % stands for all that is written so, up to 69,05 %, but nothing
        for more than full time.
        """
        exponent = self.percent.as_tuple().exponent
        rounded = Fraction(10) ** exponent / 2 if isinstance(exponent, int) and exponent < 0 else Fraction(0)
        share = min(Fraction(self.percent) + rounded, Fraction(100)) if self.percent else Fraction(0)
        return max(self.wanted_week, share / 100 * self.full_time_week)
