"""What law or custom leaves open, with what holds where a brief says nothing.

Hours are whole minutes, times of day whole minutes past midnight.
"""

from dataclasses import dataclass
from datetime import date

from roster.domain.kinds import MinusSettled, OffCode, PlusSettled, SickCredit


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
