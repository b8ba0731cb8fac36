"""The brief (turnusgrunnlag): what is asked, by whom, with whom, on which agreements.

Hours are whole minutes, times of day whole minutes past midnight.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from roster.domain.assistant import Assistant
from roster.domain.days import When
from roster.domain.help_needed import Event, Need, NeedChange, ShiftKind
from roster.domain.kinds import Employer, Form, Lines, Party, RedAs, Tariff, WishSort, Worth
from roster.domain.place import written_at
from roster.domain.rates import PayRates, WageType
from roster.domain.settings import Settings
from roster.domain.vedtak import Season, Vedtak


@dataclass(frozen=True)
class Arrangement:
    """One person's BPA under an alias, and who employs the assistants."""

    alias: str
    employer: Employer
    tariff: Tariff
    elected_reps: bool


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
    place: str = written_at()


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
    place: str = written_at()


@dataclass(frozen=True)
class PastShift:
    """A shift worked before the plan, wall times."""

    who: str
    start: datetime
    end: datetime
    kind: str | None = None
    place: str = written_at()


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
    settings: Settings = field(default_factory=Settings)
    discussed: date | None = None
    seasons: tuple[Season, ...] = ()
    rates: tuple[PayRates, ...] = ()
    wage_types: tuple[WageType, ...] = ()

    def kind(self, code: str) -> ShiftKind:
        return next(one for one in self.kinds if one.code == code)

    def assistant(self, who: str) -> Assistant:
        return next(one for one in self.assistants if one.id == who)
