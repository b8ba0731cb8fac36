"""A stretch of work with its times, and what it counts for in the three accounts (D8)."""

from dataclasses import dataclass
from datetime import datetime

from roster.domain.brief import SkillNeed
from roster.domain.clock import nominal
from roster.domain.kinds import Elsewhere, EventSort, Sort
from roster.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift on its day: wall times ``start`` and ``end``, and ``span`` in elapsed minutes.

    ``resting`` are the resting parts in elapsed time, ``resting_nominal`` their minutes by the clock.
    ``off_duty`` are the minutes of breaks that are not working time. ``wanted`` people are needed, up to
    ``up_to`` are welcome; both are 0 for what fills no need: an ``event``, work ``elsewhere``, history.
    """

    id: str
    kind: str
    sort: Sort
    start: datetime
    end: datetime
    span: Span
    resting: tuple[Span, ...] = ()
    resting_nominal: int = 0
    off_duty: int = 0
    passive_because: str | None = None
    skills: frozenset[str] = frozenset()
    wanted: int = 0
    up_to: int = 0
    skill_needs: tuple[SkillNeed, ...] = ()
    charged: bool = True
    event: EventSort | None = None
    elsewhere: Elsewhere | None = None
    place: str = ""

    @property
    def counts_in_limits(self) -> bool:
        """Work for another employer counts in no limit for adults (D18)."""
        return self.elsewhere is not Elsewhere.OTHER

    @property
    def here(self) -> bool:
        """Work in this arrangement."""
        return self.elsewhere is None

    @property
    def clock_minutes(self) -> int:
        return nominal(self.start, self.end)


def worked(shift: Shift) -> int:
    """Minutes of working time, elapsed, resting duty one to one (aml § 10-1, D8)."""
    return shift.span.minutes - shift.off_duty


def paid(shift: Shift, resting_paid: int) -> int:
    """Minutes paid, by the clock; an hour of resting duty counts ``resting_paid`` minutes (D8, D9)."""
    return shift.clock_minutes - shift.off_duty - _less(shift.resting_nominal, resting_paid)


def granted(shift: Shift, resting_granted: int) -> int:
    """Minutes charged to the vedtak for one person on the shift, by the clock (D8)."""
    if not shift.charged or not shift.here:
        return 0
    return shift.clock_minutes - _less(shift.resting_nominal, resting_granted)


def _less(resting: int, per_hour: int) -> int:
    """What falls away of resting minutes, rounded down so that a part of a minute is never lost to the worker."""
    return resting * (60 - per_hour) // 60
