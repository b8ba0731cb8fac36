"""What each collective agreement says of hours and pay, so far as it was read; the rest is for the user to fill in.

Sources: working-time-rules.md sections 4.2-4.5 (KS HTA, Virke Landsoverenskomst for BPA, NHO BPA-overenskomsten).
Terms that were not found (Uloba, Oslo Dok. 25, an own agreement) have the usual turnus week and no rates; nor has any
agreement rates from 2026 on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from roster.domain.kinds import OffCode, Tariff
from roster.domain.settings import Activations
from roster.domain.spans import HOUR
from roster.rules import numbers

DAY_WEEK = numbers.FULL_TIME_WEEK.on(numbers.KNOWN_FROM)
TURNUS_WEEK = numbers.FULL_TIME_WEEK_TURNUS.on(numbers.KNOWN_FROM)
"""Minutes of a full-time week by agreement: by day, and in turnus (4.2, 4.3)."""


@dataclass(frozen=True, slots=True)
class Rate:
    """The least hourly pay from a day to a day, in kroner, by minutes of the full-time week."""

    since: date
    until: date
    by_week: Mapping[int, Decimal]


@dataclass(frozen=True, slots=True)
class Profile:
    """What holds where the brief names nothing else.

    ``full_time_week``: minutes in turnus (D17). ``resting_paid``: minutes paid for an hour of resting duty;
    ``activations``: how active work in it is paid, None: in full. ``converted``: supplements go by the hours that
    resting time is paid as. ``evening_from`` and ``night_to``: minutes past midnight of the evening and night
    supplement. ``holidays``: the supplement on red days and their eves is known. ``off_codes``: which of F3, F4 and F5
    the agreement has; F4 is in none of them by itself, since it is agreed with the leader.
    """

    full_time_week: int
    resting_paid: int = HOUR
    activations: Activations | None = None
    converted: bool = False
    evening_from: int = 17 * HOUR
    night_to: int = 6 * HOUR
    holidays: bool = False
    off_codes: frozenset[OffCode] = frozenset()
    rates: tuple[Rate, ...] = ()

    def hourly(self, week: int, on: date) -> Decimal | None:
        """The least hourly pay on the day for a full-time week of so many minutes; None where it is not known."""
        known = next((one for one in self.rates if one.since <= on <= one.until), None)
        return known.by_week.get(week) if known else None


_NONE = Profile(DAY_WEEK)
_TURNUS = Profile(TURNUS_WEEK)

PROFILES: Mapping[Tariff, Profile] = {
    Tariff.NONE: _NONE,
    Tariff.OWN: _NONE,
    Tariff.KS_HTA: Profile(TURNUS_WEEK, holidays=True, off_codes=frozenset({OffCode.RED_DAY, OffCode.REPLACED})),
    Tariff.VIRKE_BPA: Profile(
        TURNUS_WEEK,
        resting_paid=20,
        activations=Activations(step=30, all_from=(1, 3)),
        converted=True,
        rates=(
            Rate(date(2024, 4, 1), date(2025, 12, 31), {DAY_WEEK: Decimal("206.38"), TURNUS_WEEK: Decimal("218.01")}),
        ),
    ),
    Tariff.NHO_BPA: Profile(
        TURNUS_WEEK,
        rates=(
            Rate(date(2022, 10, 1), date(2024, 4, 30), {DAY_WEEK: Decimal("184.38"), TURNUS_WEEK: Decimal("194.77")}),
        ),
    ),
    Tariff.ULOBA: _TURNUS,
    Tariff.OSLO: Profile(TURNUS_WEEK, off_codes=frozenset({OffCode.RED_DAY})),
}


def profile(tariff: Tariff) -> Profile:
    return PROFILES[tariff]
