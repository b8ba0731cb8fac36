"""How what is heavy, and what was wished for, was shared over a year: what each had beside a share by position."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from roster.domain.brief import Balances
from roster.domain.days import DateSpan
from roster.domain.roster import Roster


class Measure(StrEnum):
    """What is counted: shifts, weekends and red days worked, changes told late, wishes that were met."""

    NIGHTS = "netter"
    EVENINGS = "kvelder"
    WEEKENDS = "helger"
    RED_DAYS = "røde dager"
    SHORT_NOTICE = "korte varsler"
    WISHES = "ønsker oppfylt"


class Because(StrEnum):
    """Why somebody has another share than the position gives."""

    AGREED_LIMIT = "agreed-limit"
    WISH = "wish"
    CANNOT = "cannot"
    SKILL = "skill"
    VACATION = "vacation"
    WANTS_MORE = "wants-more"
    NO_POSITION = "no-position"
    NOT_MET = "not-met"


@dataclass(frozen=True, slots=True)
class Held:
    """The roster that held on these dates."""

    roster: Roster
    dates: DateSpan


@dataclass(frozen=True, slots=True)
class Notice:
    """A shift that was changed on a day so near it that the notice was short."""

    who: str
    shift: date
    told: date


@dataclass(frozen=True, slots=True)
class Share:
    """What somebody had of one measure, and what the position gives of all; ``of``: wishes in all, else 0.

    ``reasons``: what there is to explain the difference, where it is one or more.
    """

    who: str
    measure: Measure
    had: int
    fair: Fraction
    of: int = 0
    reasons: tuple[tuple[Because, str], ...] = ()

    @property
    def difference(self) -> Fraction:
        return self.had - self.fair

    @property
    def differs(self) -> bool:
        return abs(self.difference) >= 1

    @property
    def to_even_out(self) -> bool:
        """It differs, and nothing that was agreed or wished explains it."""
        lasting = {Because.AGREED_LIMIT, Because.WISH, Because.CANNOT, Because.SKILL, Because.NO_POSITION}
        return self.differs and not any(one in lasting for one, _ in self.reasons)


@dataclass(frozen=True, slots=True)
class Fairness:
    """The shares of everybody from the day ``first`` through ``last``; ``known`` are the dates with a roster.

    ``brought``: some of it is from before the first roster, as the brief told it.
    """

    first: date
    last: date
    known: DateSpan
    people: tuple[tuple[str, str], ...]
    shares: tuple[Share, ...]
    brought: bool = False

    def of(self, who: str) -> tuple[Share, ...]:
        return tuple(one for one in self.shares if one.who == who)

    def among(self, measure: Measure) -> tuple[Share, ...]:
        return tuple(one for one in self.shares if one.measure is measure)


def carried(fairness: Fairness, known: Balances) -> Balances:
    """What somebody takes into the next plan, so that it evens out what nothing explains; the rest counts as fair."""
    by = {one.measure: one for one in fairness.of(known.who)}

    def brought(measure: Measure) -> int:
        one = by[measure]
        return one.had if one.to_even_out or not one.differs else max(0, round(one.fair))

    return replace(
        known,
        nights=brought(Measure.NIGHTS),
        evenings=brought(Measure.EVENINGS),
        weekends=brought(Measure.WEEKENDS),
        red_days=brought(Measure.RED_DAYS),
    )
