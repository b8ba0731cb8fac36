"""Hours, times, dates and numbers as Norwegian readers write them: 35,5 and 35:30, 07.30, mandag 4. januar 2027."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)


def hours_clock(minutes: int) -> str:
    """Hours and minutes: 2130 is 35:30."""
    sign = "−" if minutes < 0 else ""
    return f"{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02d}"


def hours_decimal(minutes: int | Fraction, places: int = 2) -> str:
    """Hours with a comma, no more decimals than there is need for: 2130 is 35,5."""
    exact = Fraction(minutes) / 60
    rounded = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(
        Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP
    )
    text = f"{rounded:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace(".", ",").replace("-", "−")


def hours_said(minutes: int | Fraction) -> str:
    """An amount of hours in a sentence: 60 is «1 time», 2130 is «35,5 timer»."""
    said = hours_decimal(minutes)
    return f"{said} {'time' if said in ('1', '−1') else 'timer'}"


def clock_said(minutes: int) -> str:
    """An amount that must be right to the minute: «11 timer», «10:59 timer», «30 minutter»."""
    if 0 < minutes < 60:
        return counted(minutes, "minutt", "minutter")
    return f"{hours_clock(minutes)} timer" if minutes % 60 else hours_said(minutes)


def percent(value: Decimal) -> str:
    """A percentage: 71.5 is 71,5 %."""
    text = f"{value.normalize():f}".replace(".", ",")
    return f"{text} %"


def weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def long_date(day: date) -> str:
    """mandag 4. januar 2027"""
    return f"{weekday(day)} {day.day}. {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """04.01.2027"""
    return f"{day:%d.%m.%Y}"


def from_to(first: date, last: date) -> str:
    """04.01.2027–10.01.2027"""
    return f"{short_date(first)}–{short_date(last)}"


def time_of_day(moment: datetime) -> str:
    """07.30"""
    return f"{moment:%H.%M}"


def counted(number: int, one: str, many: str) -> str:
    """«1 vakt», «2 vakter»."""
    return f"{number} {one if number == 1 else many}"


def inside(name: str) -> str:
    """A name as it stands inside a sentence: «dagvakt»; one in capitals, such as «SFO» or «N», stays as it is."""
    return name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def listed(words: Sequence[str], last: str = "og") -> str:
    """«a», «a og b», «a, b og c»."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
