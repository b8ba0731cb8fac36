"""Numbers of law set into sentences: ``{DAILY_REST}`` is «11 timer», ``{DAILY_REST:from 22.00}`` is «09.00».

A spec is words read from left to right. ``plus N`` and ``less N`` change the amount by so many minutes (of a count: by
so many), ``times N`` multiplies it. ``from 22.00`` is the time of day so long after, ``to 08.00`` so long before, and
``clock`` the amount itself as a time of day. ``words`` and ``ordinal`` write a small count out.
"""

from dataclasses import dataclass
from datetime import date

from roster.domain.finding import Unit
from roster.domain.spans import DAY, HOUR
from roster.rules import numbers
from roster.rules.numbers import Number
from roster.wording.numbers import counted, hours_decimal

_WORDS = ("null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
_ORDINALS = ("", "", "annenhver", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende")


def filled(text: str, day: date) -> str:
    """The text with the numbers in force on the day; a name that is no number raises ``KeyError``."""
    return text.format_map(_InForce(day))


def in_words(amount: int, unit: Unit, spec: str = "") -> str:
    """The amount as a sentence has it: «11 timer», «12,5 timer», «30 minutter»; counts are bare."""
    return format(_Amount(amount, unit), spec)


class _InForce(dict[str, "_Amount"]):
    """Every number of the table by its name, as it is on the day."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day

    def __missing__(self, name: str) -> "_Amount":
        if name == "NIGHT_TOTAL":
            return _Amount(_night_total(self._day), Unit.MINUTES)
        number = getattr(numbers, name, None)
        if not isinstance(number, Number):
            raise KeyError(name)
        return _Amount(number.on(self._day), number.unit)


def _night_total(day: date) -> int:
    """The hours of a night worker over the weeks of the average: 8 for every 24, the weekly rest left out."""
    weeks = numbers.NIGHT_WEEKS.on(day)
    return weeks * (7 * DAY - numbers.WEEKLY_REST.on(day)) * numbers.NIGHT_DAY.on(day) // DAY


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount that writes itself as its spec says."""

    amount: int
    unit: Unit

    def __format__(self, spec: str) -> str:
        amount, words = self.amount, iter(spec.split())
        for word in words:
            match word:
                case "plus":
                    amount += int(next(words))
                case "less":
                    amount -= int(next(words))
                case "times":
                    amount *= int(next(words))
                case "from":
                    return _clock(_minutes(next(words)) + amount)
                case "to":
                    return _clock(_minutes(next(words)) - amount)
                case "clock":
                    return _clock(amount)
                case "words":
                    return _WORDS[amount]
                case "ordinal":
                    return _ORDINALS[amount]
                case _:
                    raise ValueError(f"unknown word {word!r} in the spec {spec!r}")
        return _duration(amount) if self.unit in (Unit.MINUTES, Unit.MINUTES_A_WEEK) else str(amount)


def _duration(minutes: int) -> str:
    if minutes < HOUR:
        return counted(minutes, "minutt", "minutter")
    if minutes % 6 == 0 or minutes % 15 == 0:
        return f"{hours_decimal(minutes)} {'time' if minutes == HOUR else 'timer'}"
    return f"{counted(minutes // HOUR, 'time', 'timer')} og {counted(minutes % HOUR, 'minutt', 'minutter')}"


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(".")
    return int(hours) * HOUR + int(minutes)


def _clock(minutes: int) -> str:
    return f"{minutes % DAY // HOUR:02d}.{minutes % HOUR:02d}"
