"""What is asked: people, shifts and limits, in whole minutes from the first midnight of the roster.

A limit is hard when its ``cost`` is None and may then never be passed; otherwise each unit past it
costs that many points, and its docstring says what a unit is. ``because`` names the reason a limit
stands for: switched off together by ``explain``, added up together in ``cost_by_reason``.

A shift that lies before minute 0 is history: it is worked by exactly those whose ``past`` names it.
In a cyclic problem (``Problem.cycle`` minutes long) the end meets the beginning for every limit:
a shift that starts at minute m starts again at m + cycle.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from solver.rest import FreeBlocks, RestInWindow, RestOwed
from solver.stretches import Shift


@dataclass(frozen=True, slots=True)
class Person:
    """One who can work; ``past`` are the shifts before minute 0 that this person has worked."""

    id: str
    past: tuple[str, ...] = ()


Occasion: TypeAlias = tuple[str, ...]
"""Shift ids that together are one occasion (a day, a weekend, a night): it is worked if any of them is."""


# -- one person, shift by shift ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Off:
    """The person works none of the shifts. Unit: a shift worked."""

    person: str
    shifts: tuple[str, ...]
    because: str
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """The person works all of the shifts. Unit: a shift not worked."""

    person: str
    shifts: tuple[str, ...]
    because: str
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class Apart:
    """The person never works two shifts that overlap in time (touching is fine). Unit: a pair that does."""

    person: str
    because: str
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class Succession:
    """The person works both shifts of at most ``most`` of the pairs. Unit: a pair worked beyond them."""

    person: str
    pairs: tuple[tuple[str, str], ...]
    because: str
    cost: int | None = None
    most: int = 0


# -- one person, counting -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Minutes:
    """The sum of ``amounts`` over what is worked lies in [least, most].

    ``amounts`` maps a shift to what it counts for one who works it (whole, may be 0 or negative).
    ``person`` None: summed over everybody who works it, or over ``people`` where that is given.
    ``base`` is added to the sum. Unit: a minute outside the limits.
    """

    person: str | None
    amounts: tuple[tuple[str, int], ...]
    because: str
    least: int | None = None
    most: int | None = None
    base: int = 0
    people: tuple[str, ...] | None = None
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class Occasions:
    """The number of occasions worked, plus ``base``, lies in [least, most]. Unit: an occasion outside."""

    person: str
    occasions: tuple[Occasion, ...]
    because: str
    least: int | None = None
    most: int | None = None
    base: int = 0
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class InARow:
    """Runs of occasions worked in a row (say, days) are between ``least`` and ``most`` long.

    With ``off`` True the runs of occasions *not* worked are measured instead. The occasions are in order
    and wrap round in a cyclic problem. In a calendar problem a run that touches the first or the last
    occasion is never too short; it can be too long. Occasions of history simply come first in the list.
    Unit: an occasion too many in a run, or too few to its length.
    """

    person: str
    occasions: tuple[Occasion, ...]
    because: str
    least: int | None = None
    most: int | None = None
    off: bool = False
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class AllOrNone:
    """In each group, either all of its occasions are worked or none (a whole weekend, say).

    Unit: a group that is worked in part.
    """

    person: str
    groups: tuple[tuple[Occasion, ...], ...]
    because: str
    cost: int | None = None


Step: TypeAlias = tuple[Occasion, bool]
"""An occasion, and whether it is worked or not."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """The person does none of the ``sequences``: one is done where each of its steps is as it says.

    So «night, a day off, day» is three steps, the second of them not worked. Unit: a sequence that is done.
    """

    person: str
    sequences: tuple[tuple[Step, ...], ...]
    because: str
    cost: int | None = None


# -- several people -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cover:
    """The number of places worked on the shifts, by everybody or by ``people``, lies in [least, most].

    A person on two of the shifts counts twice. ``most`` None: no upper limit. With ``works``, just those
    (person, shift) count, instead of ``shifts`` by ``people``: a line that several walk fills many places.
    Unit: a place missing costs ``cost`` (None: may not be missing), a place too many ``over_cost``
    (None: may not be too many).
    """

    id: str
    shifts: tuple[str, ...]
    because: str
    least: int = 0
    most: int | None = None
    people: tuple[str, ...] | None = None
    cost: int | None = None
    over_cost: int | None = None
    works: tuple[tuple[str, str], ...] | None = None


def places_of(everybody: Iterable[str], limit: Cover) -> tuple[tuple[str, str], ...]:
    """The (person, shift) pairs that the cover counts."""
    if limit.works is not None:
        return limit.works
    who = tuple(everybody) if limit.people is None else limit.people
    return tuple((person, one) for one in limit.shifts for person in who)


@dataclass(frozen=True, slots=True)
class Company:
    """On each occasion both people work or neither does (``together``), or at most one of them.

    Unit: an occasion where that does not hold.
    """

    first: str
    second: str
    occasions: tuple[Occasion, ...]
    together: bool
    because: str
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A person's part in a balance: ``weight`` > 0 of what is shared, ``base`` from before, and what counts."""

    person: str
    weight: int
    occasions: tuple[Occasion, ...]
    base: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """Everyone's count of occasions (with ``base``) is the fair share by weight, rounded down or up.

    The fair share is weight / all weights of the counts of all together. Unit: an occasion by which
    somebody's count lies below the fair share rounded down or above it rounded up.
    """

    shares: tuple[Share, ...]
    because: str
    cost: int


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the options holds, whatever these themselves cost.

    Unit: one by which the option that comes closest is passed.
    """

    options: "tuple[Minutes | Occasions, ...]"
    because: str
    cost: int | None = None


Limit: TypeAlias = (
    Off
    | Fixed
    | Apart
    | Succession
    | RestInWindow
    | RestOwed
    | FreeBlocks
    | Minutes
    | Occasions
    | InARow
    | AllOrNone
    | Pattern
    | Cover
    | Company
    | Balance
    | AnyOf
)
COSTS = ("cost", "over_cost", "loose_cost")
"""What limits call the points of a unit; what a roster costs is whole units of these."""


@dataclass(frozen=True)
class Problem:
    """People, shifts and limits of one roster; ``cycle`` is its length in minutes where it wraps round.

    ``horizon`` is the end of the roster in minutes; shifts start at 0 or later and before it, but for
    those of history.
    """

    people: tuple[Person, ...]
    shifts: tuple[Shift, ...]
    limits: tuple[Limit, ...]
    horizon: int
    cycle: int | None = None
    shift: Mapping[str, Shift] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        known = {one.id: one for one in self.shifts}
        if len(known) != len(self.shifts):
            raise ValueError("two shifts have the same id")
        if len({one.id for one in self.people}) != len(self.people):
            raise ValueError("two people have the same id")
        if self.cycle is not None:
            if self.cycle != self.horizon:
                raise ValueError("a cyclic problem is as long as its cycle")
            for one in self.shifts:
                if one.start < 0 or one.end - one.start > self.cycle:
                    raise ValueError(f"shift {one.id!r} does not lie within one round of the cycle")
        for person in self.people:
            for past in person.past:
                if past not in known:
                    raise ValueError(f"{person.id!r} has worked {past!r}, which is no shift")
        object.__setattr__(self, "shift", known)

    def past(self) -> frozenset[str]:
        """The shifts of history."""
        return frozenset(one.id for one in self.shifts if one.start < 0)


Works: TypeAlias = frozenset[tuple[str, str]]
"""Who works what: (person id, shift id), history left out."""


def works_of(pairs: Iterable[tuple[str, str]]) -> Works:
    return frozenset(pairs)
