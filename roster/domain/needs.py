"""What help a person needs by the clock (døgnklokke), as it is written in an application for BPA.

Hours are whole minutes, times of day whole minutes past midnight. A week is as a week in the need; where some of it
comes every other week, the need is two weeks long: one of odd number, then one of even.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from roster.domain.brief import Agreement, Arrangement
from roster.domain.days import WeekRule
from roster.domain.settings import Settings
from roster.domain.spans import DAY, WEEK, Span
from roster.domain.vedtak import VedtakLine


class Help(StrEnum):
    """What sort of help it is, in the words of applications."""

    PERSONAL = "personlig assistanse"
    PRACTICAL = "praktisk bistand"
    CONTACT = "støttekontakt"
    RESPITE = "avlastning"
    WAKING_NIGHT = "våken nattevakt"
    RESTING_NIGHT = "hvilende nattevakt"
    TWO_AT_ONCE = "to assistenter samtidig"


APART = (Help.WAKING_NIGHT, Help.RESTING_NIGHT, Help.TWO_AT_ONCE)
"""Help that must stand in the vedtak by itself (pbrl § 2-1 d)."""


class Applicant(StrEnum):
    ADULT = "voksen"
    CHILD = "barn"


@dataclass(frozen=True)
class ClockNeed:
    """Help of one sort from ``start`` on some days, for ``length`` minutes by the clock.

    ``same_age``: so many of them a child of that age needs anyway; they are the last, and are the parents' own.
    A row of «two at once» is for the second assistant alone.
    """

    help: Help
    start: int
    length: int
    weekdays: frozenset[int]
    weeks: WeekRule = WeekRule.ALL
    what: str = ""
    same_age: int = 0
    place: str = field(default="", compare=False)

    @property
    def counted(self) -> int:
        """Minutes of it that BPA is asked for."""
        return self.length - self.same_age


@dataclass(frozen=True, slots=True)
class Outside:
    """A service beside BPA, with its minutes a week."""

    name: str
    week: int


@dataclass(frozen=True, slots=True)
class Application:
    """Who asks, from when, and what the right hangs on (pbrl § 2-1 d).

    ``kept``: had BPA before the age of 67. ``lasting``: the need is for more than two years. ``continuous``: nights or
    two at once are needed all the time. ``hourly_cost``: what an hour costs the employer, in kroner.
    """

    applicant: Applicant
    since: date
    under_67: bool
    kept: bool
    lasting: bool
    continuous: bool
    hourly_cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Lengths:
    """How short and how long a shift may be where the user has a say; None: as the law and the agreements let it."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class Needs:
    """All that is asked for, with the papers there are."""

    arrangement: Arrangement
    application: Application
    clock: tuple[ClockNeed, ...]
    outside: tuple[Outside, ...] = ()
    vedtak: tuple[VedtakLine, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    settings: Settings = field(default_factory=Settings)
    lengths: Lengths = Lengths()

    @cached_property
    def weeks(self) -> int:
        """Weeks until the need repeats."""
        return 1 if all(one.weeks is WeekRule.ALL for one in self.clock) else 2

    def spans(self, need: ClockNeed) -> Iterator[Span]:
        """When the counted part of it is, in minutes from the first Monday; the last may run past the end."""
        for week in range(self.weeks):
            if need.weeks is WeekRule.ALL or (need.weeks is WeekRule.ODD) == (week == 0):
                for day in sorted(need.weekdays):
                    start = week * WEEK + day * DAY + need.start
                    if need.counted:
                        yield Span(start, start + need.counted)

    def week_minutes(self, *helps: Help) -> Fraction:
        """Minutes a week on average of such help, of all help where none is named."""
        minutes = sum(span.minutes for one in self.clock if not helps or one.help in helps for span in self.spans(one))
        return Fraction(minutes, self.weeks)
