"""The help that is needed: kinds of shift, how many on each of them and when, and work that fills no need.

Hours are whole minutes, times of day whole minutes past midnight.
"""

from dataclasses import dataclass

from roster.domain.days import When
from roster.domain.kinds import EventSort, Sort
from roster.domain.place import written_at


@dataclass(frozen=True)
class Part:
    """A part of a shift, in minutes from its start by the clock."""

    start: int
    end: int


@dataclass(frozen=True)
class Break:
    """A break, in minutes from the start of the shift by the clock; ``working``: it is working time (§ 10-9)."""

    start: int
    end: int
    working: bool


@dataclass(frozen=True)
class ShiftKind:
    """A kind of shift with its code; ``start`` past midnight and ``length`` by the clock.

    ``resting`` parts are duty on the spot in which one may sleep; ``passive_because`` declares that the
    work is in the main passive, and why (D14). ``breaks`` None: not recorded. ``strain``: with special risk or
    considerable strain for who works it at night (§ 10-11 (7)).
    """

    code: str
    name: str
    start: int
    length: int
    sort: Sort
    resting: tuple[Part, ...] = ()
    passive_because: str | None = None
    breaks: tuple[Break, ...] | None = None
    skills: frozenset[str] = frozenset()
    strain: bool = False
    place: str = written_at()


@dataclass(frozen=True)
class SkillNeed:
    """So many of those on the shift have the skill."""

    skill: str
    count: int


@dataclass(frozen=True)
class Need:
    """So many on a kind of shift on some days; up to ``up_to`` are welcome (D28).

    ``charged``: to the vedtak; ``line`` is the vedtak line, None for the one that fits the shift.
    """

    kind: str
    when: When
    count: int
    up_to: int | None = None
    skills: tuple[SkillNeed, ...] = ()
    charged: bool = True
    line: str | None = None
    place: str = written_at()


@dataclass(frozen=True)
class NeedChange:
    """A dated exception or season: on these days the need for the kind is this instead; ``kind`` None: for all kinds.

    With ``added`` the need comes on top of the ordinary one.
    """

    when: When
    kind: str | None
    count: int
    up_to: int | None = None
    skills: tuple[SkillNeed, ...] = ()
    added: bool = False
    note: str = ""
    place: str = written_at()


@dataclass(frozen=True)
class Event:
    """Work that fills no need: a meeting, a training shift beside ``mentor``, a report. ``who`` must come."""

    id: str
    name: str
    sort: EventSort
    when: When
    start: int
    length: int
    who: tuple[str, ...]
    charged: bool
    mentor: str | None = None
    kind: str | None = None
    place: str = written_at()
