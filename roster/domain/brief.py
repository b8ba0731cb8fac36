"""The brief (turnusgrunnlag): what is asked, by whom, with whom, on which agreements.

Hours are whole minutes, times of day whole minutes past midnight. ``place`` says where in the user's
file a thing stands (``linje 12`` or ``Behov!B4``) and is no part of its meaning.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from roster.domain.days import DateSpan, When
from roster.domain.kinds import (
    Because,
    Covers,
    Elsewhere,
    Employer,
    EventSort,
    Form,
    Lines,
    MinusSettled,
    OffCode,
    Party,
    PlusSettled,
    Position,
    Purpose,
    RedAs,
    SickCredit,
    Sort,
    Tariff,
    WhenShort,
    WishSort,
    Worth,
)
from roster.domain.leave import WHOLE, Leave
from roster.domain.rates import PayRates, WageType


def _place() -> str:
    return field(default="", compare=False, kw_only=True)


@dataclass(frozen=True)
class Arrangement:
    """One person's BPA under an alias, and who employs the assistants."""

    alias: str
    employer: Employer
    tariff: Tariff
    elected_reps: bool


@dataclass(frozen=True, slots=True)
class AsWritten:
    """What a brief says of a vedtak line's use, where timesheets go further."""

    used: int
    through: date | None


@dataclass(frozen=True)
class VedtakLine:
    """Granted minutes for a period: exactly one of ``per_week`` and ``per_year`` is given.

    ``used`` is what was spent of the vedtak year ``through`` that day, before the plan; with ``written`` it was added
    up from timesheets. ``purpose``: what the hours are for; ``covers``: what else hours for all purposes may be used
    for.
    """

    id: str
    dates: DateSpan
    per_week: int | None = None
    per_year: int | None = None
    used: int = 0
    through: date | None = None
    covers: frozenset[Covers] = frozenset()
    purpose: Purpose = Purpose.ALL
    place: str = _place()
    written: AsWritten | None = None

    def __post_init__(self) -> None:
        if (self.per_week is None) == (self.per_year is None):
            raise ValueError(f"vedtak {self.id!r} needs hours per week or per year, not both")

    @property
    def without_timesheets(self) -> "VedtakLine":
        """The line as its brief says it, for an account that has the timesheets themselves."""
        if self.written is None:
            return self
        return replace(self, used=self.written.used, through=self.written.through, written=None)


@dataclass(frozen=True)
class Vedtak:
    lines: tuple[VedtakLine, ...]
    when_short: WhenShort = WhenShort.STOP


@dataclass(frozen=True)
class Period:
    """The weeks planned. The first week begins on ``start`` at ``week_cut`` minutes past midnight (D24).

    ``rollout_weeks``: how many weeks of dates a grunnturnus is rolled out to (D27).
    """

    start: date
    weeks: int
    form: Form
    lines: Lines = Lines.OWN
    week_cut: int = 0
    day_cut: int = 0
    rollout_weeks: int = 26
    red_days: RedAs = RedAs.SUNDAY


@dataclass(frozen=True)
class Part:
    """A part of a shift, in minutes from its start by the clock."""

    start: int
    end: int


@dataclass(frozen=True)
class Break:
    """A break, in minutes from the start of the shift by the clock; ``working``: it is working time (§ 10-9)."""

    start: int
    end: int
    working: bool


@dataclass(frozen=True)
class ShiftKind:
    """A kind of shift with its code; ``start`` past midnight and ``length`` by the clock.

    ``resting`` parts are duty on the spot in which one may sleep; ``passive_because`` declares that the
    work is in the main passive, and why (D14). ``breaks`` None: not recorded. ``strain``: with special risk or
    considerable strain for who works it at night (§ 10-11 (7)).
    """

    code: str
    name: str
    start: int
    length: int
    sort: Sort
    resting: tuple[Part, ...] = ()
    passive_because: str | None = None
    breaks: tuple[Break, ...] | None = None
    skills: frozenset[str] = frozenset()
    strain: bool = False
    place: str = _place()


@dataclass(frozen=True)
class SkillNeed:
    """So many of those on the shift have the skill."""

    skill: str
    count: int


@dataclass(frozen=True)
class Need:
    """So many on a kind of shift on some days; up to ``up_to`` are welcome (D28).

    ``charged``: to the vedtak; ``line`` is the vedtak line, None for the one that fits the shift.
    """

    kind: str
    when: When
    count: int
    up_to: int | None = None
    skills: tuple[SkillNeed, ...] = ()
    charged: bool = True
    line: str | None = None
    place: str = _place()


@dataclass(frozen=True)
class NeedChange:
    """A dated exception or season: on these days the need for the kind is this instead; ``kind`` None: for all kinds.

    With ``added`` the need comes on top of the ordinary one.
    """

    when: When
    kind: str | None
    count: int
    up_to: int | None = None
    skills: tuple[SkillNeed, ...] = ()
    added: bool = False
    note: str = ""
    place: str = _place()


@dataclass(frozen=True)
class Event:
    """Work that fills no need: a meeting, a training shift beside ``mentor``, a report. ``who`` must come."""

    id: str
    name: str
    sort: EventSort
    when: When
    start: int
    length: int
    who: tuple[str, ...]
    charged: bool
    mentor: str | None = None
    kind: str | None = None
    place: str = _place()


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
    place: str = _place()


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
    place: str = _place()


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
    place: str = _place()

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


@dataclass(frozen=True)
class Agreement:
    """An agreement on record (D4). ``covers`` None: all. ``signed`` None: intended only.

    ``values`` are those of interfaces.md section 2 (``day_h`` ...), hours as decimals, yes/no as 1/0.
    ``use_unsigned``: the brief lets the planner rest on it before it is signed (D5).
    """

    id: str
    paragraph: str
    party: Party
    values: Mapping[str, Decimal] = field(default_factory=dict, hash=False)
    covers: tuple[str, ...] | None = None
    averaging_weeks: int | None = None
    signed: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    notice: str | None = None
    compensating_rest: bool | None = None
    document: str | None = None
    use_unsigned: bool = False
    place: str = _place()


@dataclass(frozen=True)
class Wish:
    """A wish in words; ``number`` for those that count, ``other`` for those about a colleague."""

    who: str
    sort: WishSort
    worth: Worth
    when: When | None = None
    kind: str | None = None
    number: int | None = None
    other: str | None = None
    place: str = _place()


@dataclass(frozen=True)
class PastShift:
    """A shift worked before the plan, wall times."""

    who: str
    start: datetime
    end: datetime
    kind: str | None = None
    place: str = _place()


@dataclass(frozen=True)
class Balances:
    """What a person brings along (D21); minutes and counts, None where it is not known."""

    who: str
    averaging_minutes: int | None = None
    averaging_weeks: int | None = None
    sundays_worked: int | None = None
    sundays_of: int | None = None
    sunday_run: int | None = None
    nights: int = 0
    evenings: int = 0
    weekends: int = 0
    red_days: int = 0
    overtime_4_weeks: int | None = None
    overtime_52_weeks: int | None = None
    saldo: int = 0


@dataclass(frozen=True)
class Cut:
    """From this day on the week begins on ``weekday`` (Monday 0) at ``minute`` past midnight."""

    since: date
    weekday: int
    minute: int


@dataclass(frozen=True)
class Activations:
    """Active work in resting time is paid by begun ``step`` minutes each time; from a share of it on, all is active."""

    step: int
    all_from: tuple[int, int]

    def are_all(self, active: int, resting: int) -> bool:
        """So many active minutes in so much resting time make all of it active."""
        return active > 0 and active * self.all_from[1] >= resting * self.all_from[0]


@dataclass(frozen=True)
class Charging:
    """What is drawn from the vedtak besides help given (D8): the word of each arrangement, with its default.

    ``overlap``: handovers of an hour at most; ``sick``: the hours of who is absent, besides those of the substitute;
    ``cancelled``: shifts that are paid though nobody needed them (D34).
    """

    meetings: bool = False
    training: bool = False
    overlap: bool = True
    travel: bool = True
    sick: bool = False
    cancelled: bool = True


@dataclass(frozen=True)
class Season:
    """On these dates the hours of the vedtak are laid so much denser or thinner than on others; 100 is as usual."""

    dates: DateSpan
    percent: int
    name: str = ""
    place: str = _place()


@dataclass(frozen=True)
class Settings:
    """What law or custom leaves open, with its default ([S] in decisions.md); each use shows as «forutsetning».

    ``split_days_per_week``: most days a week with two pieces of work, 0 where the brief allows none (D12).
    ``resting_paid`` and ``resting_granted``: minutes paid or charged for an hour of resting duty (D8).
    ``activations`` None: active work in resting time is paid in full. ``standby_parts``: of standby outside the
    workplace one part in so many is working time, 0: as the law or an agreement has it (§ 10-4 (3)).
    ``stricter_readings``: the 24 hours of a day are counted from the start of work, too (D11). ``cuts``: where the
    week was decided to begin, and since when; more than one within a plan is to move it about. ``spread_by_need``: what
    is left of a vedtak year goes to its days as the need of the brief does, not evenly (D30). ``calendar_text``: what
    shifts are called in calendars. ``off_codes``: which of F3, F4 and F5 the agreement has, None: as the tariffavtale.
    ``sick_credit``, ``plus_settled`` and ``minus_settled``: how the saldo of hours is kept and settled.
    """

    split_days_per_week: int = 0
    resting_paid: int = 60
    resting_granted: int = 60
    eve_of_may_from: int = 22 * 60
    vedtak_year_52_weeks: bool = False
    stricter_readings: bool = False
    cuts: tuple[Cut, ...] = ()
    activations: Activations | None = None
    charging: Charging = Charging()
    standby_parts: int = 0
    spread_by_need: bool = False
    calendar_text: str = "Vakt <kode>"
    off_codes: frozenset[OffCode] | None = None
    sick_credit: SickCredit = SickCredit.PLANNED
    plus_settled: PlusSettled = PlusSettled.PAID
    minus_settled: MinusSettled = MinusSettled.FORGIVEN


@dataclass(frozen=True)
class Brief:
    """All that a roster is made from; ids are unique and everything referred to exists (reading sees to it).

    ``discussed``: when the plan was discussed with the reps or, where there are none, the assistants (§ 10-3, D36).
    ``rates`` and ``wage_types``: what hours are paid, and what payroll calls them; no rule and no plan asks for them.
    """

    arrangement: Arrangement
    vedtak: Vedtak
    period: Period
    kinds: tuple[ShiftKind, ...]
    needs: tuple[Need, ...]
    assistants: tuple[Assistant, ...]
    changes: tuple[NeedChange, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    wishes: tuple[Wish, ...] = ()
    history: tuple[PastShift, ...] = ()
    balances: tuple[Balances, ...] = ()
    settings: Settings = Settings()
    discussed: date | None = None
    seasons: tuple[Season, ...] = ()
    rates: tuple[PayRates, ...] = ()
    wage_types: tuple[WageType, ...] = ()

    def kind(self, code: str) -> ShiftKind:
        return next(one for one in self.kinds if one.code == code)

    def assistant(self, who: str) -> Assistant:
        return next(one for one in self.assistants if one.id == who)
