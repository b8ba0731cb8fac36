"""Egenandel: what the recipient pays a month, in kroner, by the kommune's bands of income in G (grunnbeløpet)."""

from dataclasses import dataclass
from decimal import Decimal

from roster.domain.kinds import Purpose
from roster.domain.timekonto import Timekonto


@dataclass(frozen=True, slots=True)
class Band:
    """An income from ``low`` to just under ``high`` (in G, None: no end) pays ``most`` kroner a month at most."""

    low: Decimal
    high: Decimal | None
    most: int


@dataclass(frozen=True)
class Rates:
    """The kommune's table; ``hourly``: kroner an hour up to the most, None where all pay the most."""

    bands: tuple[Band, ...]
    base: Decimal
    hourly: Decimal | None = None

    def band(self, income: Decimal) -> Band:
        """The band of a yearly income in kroner; nobody else's income counts."""
        in_g = income / self.base
        return next(one for one in reversed(self.bands) if one.low <= in_g)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Kroner for each month of the year, whole ones, and the band that they come from."""

    band: Band
    months: tuple[int, ...]

    @property
    def year(self) -> int:
        return sum(self.months)


def estimate(rates: Rates, income: Decimal, konto: Timekonto) -> Estimate:
    """What the hours of the account cost the recipient; avlastning is free and left out."""
    book = konto.ledger
    free = {one.id for one in book.lines if one.purpose is Purpose.RESPITE}
    minutes = [0] * 12
    for one in book.postings:
        if one.line not in free:
            minutes[one.day.month - 1] += one.minutes
    band = rates.band(income)
    return Estimate(band, tuple(_month(rates, band, amount) for amount in minutes))


def _month(rates: Rates, band: Band, minutes: int) -> int:
    if not minutes:
        return 0
    if rates.hourly is None:
        return band.most
    return min(band.most, int(rates.hourly * minutes / 60 + Decimal("0.5")))
