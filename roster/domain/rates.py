"""What an hour is paid, as the user has entered it with dates, and what each kind of pay is called in payroll."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from roster.domain.kinds import Position, Tariff


class PayKind(StrEnum):
    """Kind of pay: each minute worked is of one of ``BASE``, and may carry supplements; ``AWAY`` are not worked."""

    ORDINARY = "ordinær"
    EXTRA = "merarbeid"
    OVERTIME_50 = "overtid 50"
    OVERTIME_100 = "overtid 100"
    RESTING = "hvilende"
    STANDBY = "beredskap"
    OFF = "fri med lønn"
    CALLED_OFF = "avlyst"
    SICK = "syk"
    EVENING_NIGHT = "kveld og natt"
    WEEKEND = "lørdag og søndag"
    HOLIDAY = "helligdag"


SUPPLEMENTS = (PayKind.EVENING_NIGHT, PayKind.WEEKEND, PayKind.HOLIDAY)
AWAY = (PayKind.OFF, PayKind.CALLED_OFF, PayKind.SICK)
BASE = tuple(kind for kind in PayKind if kind not in (*SUPPLEMENTS, *AWAY))


@dataclass(frozen=True, slots=True)
class Amount:
    """What an hour carries on top: kroner, or with ``of_pay`` a percentage of the hourly pay and ``thirds`` of one."""

    value: Decimal
    of_pay: bool = False
    thirds: int = 0

    def an_hour(self, hourly: Decimal) -> Fraction:
        """Kroner, exact."""
        if not self.of_pay:
            return Fraction(self.value)
        return Fraction(hourly) * (Fraction(self.value) + Fraction(self.thirds, 3)) / 100


@dataclass(frozen=True)
class PayRates:
    """What is paid from ``first`` through ``last`` (None: until other rates begin), by one collective agreement or any.

    ``covers`` None: all. ``evening_night`` and the others are on top of ``hourly``; None: not said. ``on_top``: percent
    of the pay for feriepenger, pension and arbeidsgiveravgift, None: not said. ``evening_from`` and ``night_to``:
    minutes past midnight where they are others than by the agreement.
    """

    first: date
    hourly: Decimal
    last: date | None = None
    tariff: Tariff | None = None
    covers: tuple[str, ...] | None = None
    evening_night: Amount | None = None
    weekend: Amount | None = None
    holiday: Amount | None = None
    extra: Amount = Amount(Decimal(0))
    overtime_50: Amount = Amount(Decimal(50), of_pay=True)
    overtime_100: Amount = Amount(Decimal(100), of_pay=True)
    on_top: Decimal | None = None
    evening_from: int | None = None
    night_to: int | None = None
    source: str = ""
    place: str = field(default="", compare=False, kw_only=True)

    def more(self, kind: PayKind) -> Amount | None:
        """What an hour of the kind carries on top; None where nobody has said."""
        match kind:
            case PayKind.EVENING_NIGHT:
                return self.evening_night
            case PayKind.WEEKEND:
                return self.weekend
            case PayKind.HOLIDAY:
                return self.holiday
            case PayKind.EXTRA:
                return self.extra
            case PayKind.OVERTIME_50:
                return self.overtime_50
            case PayKind.OVERTIME_100:
                return self.overtime_100
            case _:
                return Amount(Decimal(0))

    def an_hour(self, kind: PayKind) -> Fraction | None:
        """Kroner for an hour of the kind: all of it, or of a supplement only what is on top; None: not said."""
        more = self.more(kind)
        if more is None:
            return None
        return more.an_hour(self.hourly) + (0 if kind in SUPPLEMENTS else Fraction(self.hourly))


def rates_on(rates: Sequence[PayRates], tariff: Tariff, who: str, day: date) -> PayRates | None:
    """What the assistant is paid on the day; own rates before those for all, and the agreement's before any's.

    Rates without an end last until later ones for the same begin. None: nobody has said.
    """
    begun = [
        one
        for one in rates
        if one.first <= day and one.tariff in (None, tariff) and (one.covers is None or who in one.covers)
    ]
    latest: dict[tuple[bool, bool], PayRates] = {}
    for one in sorted(begun, key=lambda one: one.first):
        latest[one.covers is not None, one.tariff is not None] = one
    holding = {key: one for key, one in latest.items() if one.last is None or day <= one.last}
    return holding[max(holding)] if holding else None


@dataclass(frozen=True)
class WageType:
    """What a kind of pay is called in payroll, for one kind of position or any; ``code`` None: it is left out."""

    kind: PayKind
    code: str | None
    name: str = ""
    position: Position | None = None
    place: str = field(default="", compare=False, kw_only=True)


def wage_type(types: Sequence[WageType], kind: PayKind, position: Position) -> WageType:
    """The wage type of the kind for the position; called as the kind itself where nobody has said otherwise."""
    own = [one for one in types if one.kind is kind and one.position in (None, position)]
    return max(own, key=lambda one: one.position is not None, default=WageType(kind, kind.value))
