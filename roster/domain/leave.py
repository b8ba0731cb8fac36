"""A long absence that is known when the plan is made: how much of a position is away, when, and who covers it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from roster.domain.days import DateSpan
from roster.domain.kinds import LeaveSort

WHOLE = Decimal(100)


@dataclass(frozen=True)
class Leave:
    """So many ``percent`` of the position are away on these dates.

    ``covered_by``: the vikar who is there for it, or colleagues who share the hours; ``consent``: they have said yes to
    hours beyond their positions (aml § 10-6 (1)).
    """

    dates: DateSpan
    percent: Decimal = WHOLE
    sort: LeaveSort = LeaveSort.SICK
    covered_by: tuple[str, ...] = ()
    consent: bool = False
    place: str = field(default="", compare=False, kw_only=True)

    @property
    def is_whole(self) -> bool:
        """Nothing of the position is worked."""
        return self.percent == WHOLE

    @property
    def share(self) -> Fraction:
        return Fraction(self.percent) / 100


def share_away(leaves: Iterable[Leave], day: date) -> Fraction:
    """The share of the position that is away on the day; nobody has two leaves on one."""
    return sum((one.share for one in leaves if day in one.dates), Fraction(0))


def share_present(leaves: Iterable[Leave], days: Iterable[date]) -> Fraction:
    """The share of the position that is there over these days; all of it where there are none."""
    every, known = tuple(days), tuple(leaves)
    if not (every and known):
        return Fraction(1)
    return 1 - sum((share_away(known, day) for day in every), Fraction(0)) / len(every)
