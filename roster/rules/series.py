"""Sundays and red days as one series per person: which were worked, and how they fall in weeks (§ 10-8 (4), D15).

Days in a run that began in an earlier week count in that week, so that Easter is one. Worked is the red døgn in
which most of a shift's red minutes lie; ``touched`` is the other reading: every one that a shift touches. Standby
outside the workplace lies in free time, so that only a call-out is work on a Sunday (§ 10-4 (3)).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roster.domain.brief import Balances
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.once import once
from roster.domain.roster import Roster, Weekly, WorkWeek, in_limits
from roster.domain.shift import Shift, in_time
from roster.rules.zones import RedDay, RedDays, most_of, red_days, reds_touched


@dataclass(frozen=True)
class Series:
    """The red døgn of the plan in order; ``before`` those known of the time before it. Worked ones by their day.

    ``after``: those past its last day into which shifts of the plan may reach, as the night to a red Monday does: they
    count for what the plan's own shifts do on them, for to the next plan that work lies before it.
    ``old``: days of the plan worked by a shift from before it that runs into them (D22); ``old_touched`` likewise.
    """

    days: tuple[RedDay, ...]
    worked: frozenset[date]
    touched: frozenset[date]
    before: tuple[RedDay, ...] = ()
    after: tuple[RedDay, ...] = ()
    balances: Balances | None = None
    old: frozenset[date] = frozenset()
    old_touched: frozenset[date] = frozenset()

    def by_touch(self) -> "Series":
        """The same under the other reading of which døgn a shift belongs to."""
        return replace(self, worked=self.touched, old=self.old_touched)

    @once
    def reached(self) -> tuple[RedDay, ...]:
        """Every red døgn that shifts of the plan may fall on."""
        return (*self.days, *self.after)

    @once
    def worked_days(self) -> tuple[RedDay, ...]:
        return tuple(one for one in self.days if one.day in self.worked)

    @property
    def worked_count(self) -> int:
        """Worked in the plan and, where it is known, in the running period before it."""
        known = self.balances.sundays_worked if self.balances else None
        return len(self.worked_days) + (known or 0)

    @property
    def count(self) -> int:
        known = self.balances.sundays_of if self.balances else None
        return len(self.days) + (known or 0)

    @once
    def run_before(self) -> int:
        """Weeks in a row with such work on record before those of which shifts are, if all of these have it, too."""
        run = self.balances.sunday_run if self.balances else None
        past = [reds for _, reds in self.weeks if reds[0] in self.before]
        if not run or not all(any(red.day in self.worked for red in reds) for reds in past):
            return 0
        return max(0, run - len(past))

    @once
    def weeks(self) -> tuple[tuple[date, tuple[RedDay, ...]], ...]:
        """The red døgn by week: the date of the week's first day, a day of a run with the run's first."""
        found: dict[date, list[RedDay]] = {}
        last: RedDay | None = None
        key = date.min
        for red in (*self.before, *self.reached):
            joins = last is not None and red.day - last.day == timedelta(days=1)
            if not joins:
                key = red.day - timedelta(days=red.day.weekday())
            found.setdefault(key, []).append(red)
            last = red
        return tuple((week, tuple(reds)) for week, reds in found.items())


def red_series(roster: Roster, who: str) -> Series:
    """The assistant's series in the plan, with what is known of the time before it."""
    return _SERIES.of(roster, who, lambda: _red_series(roster, who))


_SERIES: Kept[Series] = Kept()


def _red_series(roster: Roster, who: str) -> Series:
    frame = roster.frame
    reds = red_days(frame)
    inside, days, after = _INSIDE.of(frame, None, lambda: _inside(frame, reds))
    turn = timedelta(days=7 * frame.weeks)
    past = sorted(in_limits(frame.clock, frame.past.get(who, ())), key=in_time)
    had = _of(reds, past)
    worked, touched = (set().union(*days) for days in zip(had, *_WEEKS.of(roster, who), strict=True))
    if frame.cyclic:
        worked, touched = _wrapped(worked, inside, turn), _wrapped(touched, inside, turn)
    known = next((one for one in frame.brief.balances if one.who == who), None)
    return Series(
        days,
        frozenset(worked),
        frozenset(touched),
        _before(reds, past, frame.first_day),
        after,
        None if frame.cyclic else known,
        had[0] & inside,
        had[1] & inside,
    )


def _inside(frame: Frame, reds: RedDays) -> tuple[set[date], tuple[RedDay, ...], tuple[RedDay, ...]]:
    """The dates of the plan, the red døgn that belong to them, and those after them that its shifts reach."""
    inside, last = set(frame.dates), frame.dates[-1]
    days = tuple(red for red in reds if red.day in inside)
    if frame.cyclic:
        return inside, days, ()
    ends = max((one.span.end for one in (*frame.shifts, *(fixed for _, fixed in frame.fixed))), default=0)
    return inside, days, tuple(red for red in reds if red.day > last and red.span.start < ends)


_INSIDE: Kept[tuple[set[date], tuple[RedDay, ...], tuple[RedDay, ...]]] = Kept()


def _of(reds: RedDays, shifts: Iterable[Shift]) -> tuple[frozenset[date], frozenset[date]]:
    """The red døgn to which the shifts belong, and those that they touch."""
    known = [(one, touched) for one in shifts if (touched := reds_touched(one, reds))]
    worked = frozenset([red.day for one, touched in known if (red := most_of(one, touched)) is not None])
    return worked, frozenset([red.day for _, touched in known for red in touched])


def _week(frame: Frame, _: str, week: WorkWeek) -> tuple[frozenset[date], frozenset[date]]:
    return _of(red_days(frame), in_limits(frame.clock, week.shifts))


_WEEKS = Weekly(_week)


def _wrapped(days: set[date], inside: set[date], turn: timedelta) -> set[date]:
    return {day if day in inside else (day - turn if day - turn in inside else day + turn) for day in days}


def _before(reds: tuple[RedDay, ...], past: list[Shift], first: date) -> tuple[RedDay, ...]:
    """The red døgn from the first known shift to the plan."""
    if not past:
        return ()
    since = past[0].start.date()
    return tuple(red for red in reds if since <= red.day < first)
