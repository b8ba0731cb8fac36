"""Which free block serves which week: the exact assignment behind weekly rest and the free Sunday (D13).

Free stretches are cut into disjoint blocks of the length owed; each serves one week that it overlaps. Best is a
block that holds a whole calendar day of its week, and among those a Sunday or red day, the calendar day or the døgn of
§ 10-10 from Saturday evening to Sunday 22. Of all assignments the one is
taken that first leaves fewest weeks without a block, then has fewest runs of four weeks without a Sunday or red day,
then fewest blocks without a whole day, then most Sundays and red days.

Weeks are taken in order and each block as early as its choice allows: an exchange shows that nothing is lost, since
two blocks can always trade places with their weeks and a block can always be moved back. In a cycle the first week's
block may be pushed by the last one's; such a case is tried from every week that could come first.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import Roster, Work
from roster.domain.spans import WEEK, Span
from roster.rules import numbers
from roster.rules.apart import Stretchwise
from roster.rules.at_work import at_work, clock_changes
from roster.rules.block_choices import Length, Options, Shown, Weeks
from roster.rules.block_walk import Served, Walks, around, through


def stretches(roster: Roster, who: str, unforeseen_too: bool = True) -> tuple[Span, ...]:
    """The free stretches around the plan, whole; nothing is known to be worked where no shift is known.

    ``unforeseen_too`` False: as they would be without the work that nobody could foresee.
    """
    return _STRETCHES.of(roster, (who, unforeseen_too), lambda: tuple(_stretches(roster, who, unforeseen_too)))


def stretches_from(roster: Roster, who: str, since: int | None) -> tuple[Span, ...]:
    """The same without what lies before a minute; the very ones where none of them does and touches the plan."""
    free = stretches(roster, who)
    if since is None or not any(one.start < since and one.end > roster.frame.span.start for one in free):
        return free
    return _STRETCHES.of(
        roster, (who, since), lambda: tuple(Span(max(one.start, since), one.end) for one in free if one.end > since)
    )


_STRETCHES: Kept[tuple[Span, ...]] = Kept()


def _stretches(roster: Roster, who: str, unforeseen_too: bool) -> Iterator[Span]:
    inside = roster.frame.span
    at, until = inside.start - WEEK, inside.end + WEEK
    by_stretch = _BETWEEN.of(roster, who) if unforeseen_too else None
    for one in by_stretch or ():
        if one.begins is not None:
            yield Span(at, one.begins)
            yield from one.free
            at = one.ends
    if by_stretch is not None:
        if at < until:
            yield Span(at, until)
        return
    for work in at_work(roster, who, unforeseen_too):
        span = work.shift.span
        if span.start >= until:
            break
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < until:
        yield Span(at, until)


class _Between(NamedTuple):
    """What is free between the works of a stretch of weeks, from when its first begins until all have ended."""

    begins: int | None
    free: tuple[Span, ...]
    ends: int


def _between(_: Roster, __: str, line: Sequence[Work]) -> _Between:
    if not line:
        return _Between(None, (), 0)
    free: list[Span] = []
    at = line[0].shift.span.end
    for work in line[1:]:
        span = work.shift.span
        if span.start > at:
            free.append(Span(at, span.start))
        at = max(at, span.end)
    return _Between(line[0].shift.span.start, tuple(free), at)


_BETWEEN = Stretchwise(_between)


def longest_touching(frame: Frame, free: Sequence[Span], week: int, length: int) -> Span | None:
    """The longest free stretch of a week that has no block, without what of it no block of that length could take."""
    within = frame.week_spans[week]
    beyond = frame.span.minutes if frame.cyclic else length // 2
    start, end = frame.span.start - beyond, frame.span.end + beyond
    touching = (Span(max(gap.start, start), min(gap.end, end)) for gap in free if gap.overlap(within))
    return max(touching, key=lambda gap: gap.minutes, default=None)


def assigned(
    roster: Roster, free: Sequence[Span], length: Length, weeks: int | None = None, run: int = 0
) -> tuple[Served, ...]:
    """The best assignment of blocks of that length to the weeks of the plan, or to the first ``weeks`` of them.

    ``run``: so many weeks before the plan had no block that covers a Sunday or red day.
    """
    # The stretches are told apart by identity: there are a hundred of them, and they are the same ones each time.
    key = (id(free), length, weeks, run)
    return _ASSIGNED.of(roster, key, lambda: (free, _assigned(roster.frame, free, length, weeks, run)))[1]


def lacking(served: Sequence[Served]) -> tuple[int, int]:
    """How many weeks have no block, and how many none that covers a day."""
    return sum(one.stretch is None for one in served), sum(one.day is None for one in served)


_ASSIGNED: Kept[tuple[Sequence[Span], tuple[Served, ...]]] = Kept()
"""With the stretches that it is of, so that no others come to be at their place."""


def assigned_by_clock(
    roster: Roster, free: Sequence[Span], length: Length, weeks: int | None = None, run: int = 0
) -> tuple[Served, ...] | None:
    """The same with the hour that the clock skips in spring counted as time; None where it skips none.

    Stretches, blocks and days are in minutes of that clock. The hour that comes twice in autumn stays what it is:
    a rest that is long enough by elapsed time need not be so by the clock (D9).
    """
    frame = roster.frame
    skipped = [one for one in clock_changes(frame) if one.by > 0]
    if not skipped:
        return None

    def shown(minute: int) -> int:
        return minute + sum(one.by for one in skipped if one.at <= minute)

    return _assigned(frame, free, length, weeks, run, shown)


def _assigned(
    frame: Frame, free: Sequence[Span], length: Length, weeks: int | None, run: int, shown: Shown | None = None
) -> tuple[Served, ...]:
    every = numbers.SUNDAY_FREE_EVERY.on(frame.first_day)
    sought, walks = _SOUGHT.of(frame, (length, shown is None), lambda: (Weeks(frame, length, shown), Walks(every)))
    sought.forget_some()
    walks.forget_some()
    count = frame.weeks if weeks is None else weeks
    options = Options(sought, free)
    if frame.cyclic and shown is None:
        return tuple(sorted(around(walks, options, count).served, key=lambda one: one.week))
    return through(walks, options, count, run).served


_SOUGHT: Kept[tuple[Weeks, Walks]] = Kept()
