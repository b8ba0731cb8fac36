"""A stretch of work with its times, and what it counts for in the three accounts (D8)."""

from dataclasses import dataclass
from datetime import datetime

from roster.domain.clock import nominal
from roster.domain.help_needed import SkillNeed
from roster.domain.kinds import Elsewhere, EventSort, Sort, WorkSort
from roster.domain.once import once
from roster.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Pause:
    """A break in elapsed time; ``working``: it is working time (aml § 10-9)."""

    span: Span
    working: bool


@dataclass(frozen=True)
class Shift:
    """A shift on its day: wall times ``start`` and ``end``, and ``span`` in elapsed minutes.

    ``resting`` are the resting parts in elapsed time, ``resting_nominal`` their minutes by the clock.
    ``off_duty`` are the minutes of ``breaks`` that are not working time, ``off_duty_nominal`` the same by the clock;
    breaks None: not recorded. ``active`` is work logged inside resting time or standby; ``active_paid`` is what it is
    paid for beyond the resting time.
    Of standby one part in ``standby_parts`` is working time. ``strain``:
    night work with special risk or considerable strain (§ 10-11 (7)); ``unforeseen``: work needed to avert
    serious disruption (§ 10-8 (3)). ``minor``: work elsewhere by somebody under 18, which counts whoever
    employs them. ``wanted`` people are needed, up to ``up_to`` are welcome; both are 0 for what fills no need: an
    ``event``, work ``elsewhere``, history. ``fills``: the id of the shift that this one was moved from by hand.
    ``line``: the vedtak line that it draws from, None for the one that fits; ``uncharged``: minutes that draw nothing.
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
    off_duty_nominal: int = 0
    passive_because: str | None = None
    skills: frozenset[str] = frozenset()
    wanted: int = 0
    up_to: int = 0
    skill_needs: tuple[SkillNeed, ...] = ()
    charged: bool = True
    event: EventSort | None = None
    elsewhere: Elsewhere | None = None
    place: str = ""
    breaks: tuple[Pause, ...] | None = None
    active: tuple[Span, ...] = ()
    active_paid: int = 0
    work: WorkSort = WorkSort.ORDINARY
    standby_parts: int = 1
    unforeseen: bool = False
    strain: bool = False
    overtime_consent: bool = False
    travel: bool = False
    minor: bool = False
    fills: str = ""
    line: str | None = None
    uncharged: int = 0

    @property
    def counts_in_limits(self) -> bool:
        """Work for another employer counts in no limit for adults, and in all for those under 18 (D18)."""
        return self.minor or self.elsewhere is not Elsewhere.OTHER

    @property
    def here(self) -> bool:
        """Work in this arrangement."""
        return self.elsewhere is None

    @property
    def is_overtime(self) -> bool:
        return self.work is WorkSort.OVERTIME

    @property
    def is_standby(self) -> bool:
        """Outside the workplace, and no work until one is called out (aml § 10-4 (3))."""
        return self.work is WorkSort.STANDBY

    @once
    def resting_off(self) -> int:
        """Minutes of the resting parts in which there is a break that is not working time."""
        off = (one.span for one in self.breaks or () if not one.working)
        return sum(part.overlap(pause) for pause in off for part in self.resting)

    @once
    def called_out(self) -> int:
        """Minutes of standby in which one was called out to work."""
        return sum(one.minutes for one in self.active) if self.is_standby else 0

    @once
    def clock_minutes(self) -> int:
        return nominal(self.start, self.end)

    @once
    def worked(self) -> int:
        """See the function ``worked``; a year's roster asks for it again and again."""
        return _with_share(self, self.span.minutes - self.off_duty)

    @once
    def worked_by_clock(self) -> int:
        """See the function of that name."""
        return _with_share(self, self.clock_minutes - self.off_duty_nominal)


def in_time(shift: Shift) -> tuple[int, int, str]:
    """By what shifts are sorted: when they start and end, and then by id."""
    return shift.span.start, shift.span.end, shift.id


def worked(shift: Shift) -> int:
    """Minutes of working time, elapsed, resting duty one to one (aml § 10-1, D8).

    Of standby its share, rounded up, and every minute of a call-out (§ 10-4 (3)).
    """
    return shift.worked


def paid(shift: Shift, resting_paid: int) -> int:
    """Minutes paid, by the clock; an hour of resting duty counts ``resting_paid`` minutes (D8, D9)."""
    resting = shift.resting_nominal - shift.resting_off if shift.resting or shift.resting_nominal else 0
    return worked_by_clock(shift) - less_paid(resting, resting_paid) + shift.active_paid


def worked_by_clock(shift: Shift) -> int:
    """Minutes of working time as the clock shows them (D9)."""
    return shift.worked_by_clock


def worked_at_least(shift: Shift) -> int:
    """The less of working time elapsed and by the clock: what vanishes by the clock is no excess (D9)."""
    return min(worked(shift), worked_by_clock(shift))


def _with_share(shift: Shift, minutes: int) -> int:
    if shift.standby_parts == 1:
        return minutes
    return -(-(minutes - shift.called_out) // shift.standby_parts) + shift.called_out


def granted(shift: Shift, resting_granted: int) -> int:
    """Minutes charged to the vedtak for one person on the shift, by the clock (D8)."""
    if not shift.charged or not shift.here:
        return 0
    return max(0, shift.clock_minutes - shift.uncharged - less_paid(shift.resting_nominal, resting_granted))


def less_paid(resting: int, per_hour: int) -> int:
    """What falls away of resting minutes, rounded down so that a part of a minute is never lost to the worker."""
    return resting * (60 - per_hour) // 60
