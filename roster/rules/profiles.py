"""What each collective agreement says of hours and pay, so far as it was read; the rest is for the user to fill in.

Sources: working-time-rules.md sections 4.2-4.5 (KS HTA, Virke Landsoverenskomst for BPA, NHO BPA-overenskomsten).
Terms that were not found (Uloba, Oslo Dok. 25, an own agreement) have the usual turnus week and no rates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from roster.domain.kinds import Tariff
from roster.domain.spans import HOUR

DAY_WEEK = 37 * HOUR + 30
TURNUS_WEEK = 35 * HOUR + 30
ROUND_WEEK = 33 * HOUR + 36
"""Minutes of a full-time week by agreement: by day, in turnus, in hours like helkontinuerlig (4.2, 4.3)."""


@dataclass(frozen=True, slots=True)
class Rate:
    """The least hourly pay from a day on, in kroner, by minutes of the full-time week."""

    since: date
    by_week: Mapping[int, Decimal]


@dataclass(frozen=True, slots=True)
class Profile:
    """What holds where the brief names nothing else.

    ``full_time_week``: minutes in turnus (D17). ``resting_paid``: minutes paid for an hour of resting duty;
    ``active_share``: from this share of active time on, all of it is paid as active, None: no such clause.
    ``evening_from`` and ``night_to``: minutes past midnight of the evening and night supplement.
    ``holiday_eves``: eves of red days carry the holiday supplement for part of the day.
    """

    full_time_week: int
    resting_paid: int = HOUR
    active_share: tuple[int, int] | None = None
    evening_from: int = 17 * HOUR
    night_to: int = 6 * HOUR
    holiday_eves: bool = False
    rates: tuple[Rate, ...] = ()

    def hourly(self, week: int, on: date) -> Decimal | None:
        """The least hourly pay on the day for a full-time week of so many minutes; None where it is not known."""
        known = [one for one in self.rates if one.since <= on]
        return known[-1].by_week.get(week) if known else None


_NONE = Profile(DAY_WEEK)
_TURNUS = Profile(TURNUS_WEEK)

PROFILES: Mapping[Tariff, Profile] = {
    Tariff.NONE: _NONE,
    Tariff.OWN: _NONE,
    Tariff.KS_HTA: Profile(TURNUS_WEEK, holiday_eves=True),
    Tariff.VIRKE_BPA: Profile(
        TURNUS_WEEK,
        resting_paid=20,
        active_share=(1, 3),
        rates=(Rate(date(2024, 4, 1), {DAY_WEEK: Decimal("206.38"), TURNUS_WEEK: Decimal("218.01")}),),
    ),
    Tariff.NHO_BPA: Profile(
        TURNUS_WEEK, rates=(Rate(date(2022, 10, 1), {DAY_WEEK: Decimal("184.38"), TURNUS_WEEK: Decimal("194.77")}),)
    ),
    Tariff.ULOBA: _TURNUS,
    Tariff.OSLO: _TURNUS,
}


def profile(tariff: Tariff) -> Profile:
    return PROFILES[tariff]
