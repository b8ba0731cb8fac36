"""What absence asks of vikar in a year: vacation by law, and the sick leave that the user reckons with.

A grunnturnus has no vacation and nobody ill in it, so its hours to vikar are the least there can be.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.kinds import Position
from roster.rules import numbers

YEAR_WEEKS = Fraction(365, 7)
VIRKEDAGER_A_WEEK = 6


@dataclass(frozen=True, slots=True)
class Buffer:
    """Minutes a year of permanent positions: their hours, and what of them falls away.

    ``sick`` None: no rate was given. ``older``: those who have a week more, being 60.
    """

    hours: Fraction
    vacation: Fraction
    sick: Fraction | None
    older: tuple[str, ...]

    @property
    def away(self) -> Fraction:
        return self.vacation + (self.sick or 0)

    @property
    def week(self) -> Fraction:
        """Minutes a week on average that somebody else must work."""
        return self.away / YEAR_WEEKS


def buffer_of(people: Iterable[Assistant], on: date, rate: Decimal | None) -> Buffer:
    """Of those with permanent positions; vacation is 25 virkedager, and a week more from the year one turns 60."""
    permanent = [one for one in people if one.position is Position.PERMANENT]
    hours = sum((one.contract_week * YEAR_WEEKS for one in permanent), Fraction(0))
    older = tuple(one.id for one in permanent if _is_older(one, on))
    vacation = sum((one.contract_week * _days(one, on) / VIRKEDAGER_A_WEEK for one in permanent), Fraction(0))
    sick = None if rate is None else (hours - vacation) * Fraction(rate) / 100
    return Buffer(hours, vacation, sick, older)


def _days(one: Assistant, on: date) -> int:
    return numbers.VACATION_DAYS.on(on) + (numbers.VACATION_MORE_DAYS.on(on) if _is_older(one, on) else 0)


def _is_older(one: Assistant, on: date) -> bool:
    if one.born is None:
        return False
    born = one.born if isinstance(one.born, int) else one.born.year
    return on.year - born >= numbers.VACATION_MORE_FROM.on(on)
