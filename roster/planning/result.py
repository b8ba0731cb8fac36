"""What planning answers: a plan, or why there is none, and how it went."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from roster.domain.plan import Plan
from roster.domain.reason import Reason
from roster.domain.roster import Roster


@dataclass(frozen=True, slots=True)
class WayOut:
    """A change that makes the impossible possible. ``kind`` is one of ``WAYS`` in ``roster.planning.ways_out``.

    ``who`` an assistant id or empty; ``what`` an agreement's paragraph, a shift or a number, as ``kind`` asks. ``to``:
    the least number that is enough for these reasons (minutes, percent, nights or weekends), empty where it is not
    known; ``tried``: with it a roster was found in which nothing is open; ``short``: with it there is none either.
    """

    kind: str
    who: str = ""
    what: str = ""
    tried: bool = False
    to: str = ""
    short: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """Reasons that cannot hold together; ``proven``: none of them can be left out («kan være færre» if not).

    ``ways_out`` pairs each reason with what would loosen it.
    """

    reasons: tuple[Reason, ...]
    proven: bool
    ways_out: tuple[tuple[Reason, WayOut], ...] = ()


@dataclass(frozen=True, slots=True)
class StillOpen:
    """A shift nobody could be given, and for each assistant the reasons why not (rule ids)."""

    shift: str
    missing: int
    because: Mapping[str, tuple[str, ...]]


class Stage(StrEnum):
    """What a run does after the search for its roster."""

    LOOKING_ON = "looking-on"
    ALTERNATIVES = "alternatives"
    DATES = "dates"


class Aim(StrEnum):
    """What an alternative seeks to have otherwise."""

    OTHER_WEEKENDS = "other-weekends"
    FEWER_NIGHTS = "fewer-nights"
    FEWER_WEEKENDS = "fewer-weekends"
    OTHER_SHIFTS = "other-shifts"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another plan of nearly the same cost, and what was sought in it."""

    plan: Plan
    aim: Aim
    open: tuple[StillOpen, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan was made. ``open`` are shifts without people; ``why`` is there when the need cannot all be filled.

    ``looked_on``: seconds beyond the time given, because shifts were open. ``quick_dates``: the dates are but a copy
    of the grunnturnus less what they forbid. ``alternatives`` cost at most ``margin`` points more.
    """

    plan: Plan
    seconds: float
    first_seconds: float
    proven: bool
    stopped: bool = False
    open: tuple[StillOpen, ...] = ()
    why: Why | None = None
    looked_on: float = 0.0
    quick_dates: bool = False
    alternatives: tuple[Alternative, ...] = ()
    margin: int = 0


@dataclass(frozen=True, slots=True)
class NoPlan:
    """No plan at all: what is fixed beforehand (pins, krav, history) breaks rules among itself; ``why`` says how."""

    why: Why
    seconds: float


@dataclass(frozen=True, slots=True)
class NotInTime:
    """Nothing found in the time given, and nothing ruled out."""

    seconds: float


PlanAnswer: TypeAlias = Planned | NoPlan | NotInTime


@dataclass(frozen=True, slots=True)
class Better:
    """A better roster while planning: ``open`` shifts, ``short`` minutes under contract, wishes not met, of all.

    ``costs``: its points by reason key.
    """

    seconds: float
    cost: int
    bound: int
    open: int
    short: int
    wishes_broken: int
    wishes: int
    roster: Roster
    costs: Mapping[str, int]


OnBetter: TypeAlias = Callable[[Better], None]
OnStage: TypeAlias = Callable[[Stage], None]
Stop: TypeAlias = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class PersonForecast:
    who: str
    contract_week: Fraction
    wanted_week: Fraction


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is known before solving, in minutes a week on average.

    ``need``: paid minutes of all shifts wanted; ``granted_need``: what they draw from the vedtak;
    ``granted``: what the vedtak gives, None without one for the period; ``weeks``: (need, granted need)
    for each week. ``positions`` are the permanent and temporary contracts together. ``later``: days of the year from
    which the vedtak gives other hours a week, and what it gives then. ``dates``: minutes that the need draws on
    the dates that a grunnturnus is rolled out to, and what the vedtak has left for them; None for other plans.
    ``welcome``: paid minutes beyond the need, where more than it are welcome.
    """

    need: Fraction
    granted_need: Fraction
    granted: Fraction | None
    positions: Fraction
    people: tuple[PersonForecast, ...]
    weeks: tuple[tuple[int, int], ...]
    later: tuple[tuple[date, Fraction], ...] = ()
    dates: tuple[int, int] | None = None
    welcome: Fraction = Fraction(0)
