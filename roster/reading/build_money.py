"""From rows of rates and wage types that have passed every check to what they say."""

from decimal import Decimal

from roster.domain.rates import Amount, PayRates, WageType
from roster.reading import schema
from roster.reading.fields import ALL
from roster.reading.times import DAY
from roster.wording.money_fields import LEFT_OUT


def pay_rates(row: schema.RatesRow) -> PayRates:
    """The rates; merarbeid and overtime have their usual supplements where the row says nothing."""
    return PayRates(
        first=row.first,
        hourly=row.hourly,
        last=row.last,
        tariff=row.tariff,
        covers=None if row.covers == (ALL,) else row.covers,
        evening_night=row.evening_night,
        weekend=row.weekend,
        holiday=row.holiday,
        extra=Amount(Decimal(0)) if row.extra is None else row.extra,
        overtime_50=Amount(Decimal(50), of_pay=True) if row.overtime_50 is None else row.overtime_50,
        overtime_100=Amount(Decimal(100), of_pay=True) if row.overtime_100 is None else row.overtime_100,
        on_top=row.on_top,
        evening_from=None if row.evening is None else row.evening.start,
        night_to=None if row.evening is None else max(0, row.evening.end - DAY),
        source=row.source,
        place=row.place,
    )


def wage_type(row: schema.WageTypeRow) -> WageType:
    code = None if row.code.casefold() == LEFT_OUT else row.code
    return WageType(row.kind, code, row.name, row.position, place=row.place)
