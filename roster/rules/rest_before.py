"""How long the weekly rest of the weeks before the plan lasts into it: aml § 10-8 (2), D13, D21, D22.

Read as: a free stretch that the last week before the plan needs serves no week of the plan, and is not broken by it.
The weeks known are served in order, as many as can be, by blocks that at least overlap them. Of the time after its last
week the plan before could take no more than half of a block, and of what nobody knows neither can the first week known.
A week that cannot be served so was short already, and binds nothing. A later block may cover a Sunday where an earlier
one does not: what is best for the weeks that follow is chosen with them (``Rested``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from roster.domain.days import every_day
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import Roster
from roster.domain.spans import Span
from roster.rules import numbers
from roster.rules.asking import mine
from roster.rules.at_work import at_work, clock_changes, work_asked
from roster.rules.free_blocks import stretches
from roster.rules.zones import red_days
from solver.problem import Limit, Off

_ENDLESS = 10**12
# A block ends within a block's length of its week, and the next two weeks' blocks end after that: who leaves those two
# weeks without one is then as free as anybody, so that a way which lacks more than these is never among the fewest.
_BEHIND = 2


@dataclass(frozen=True, slots=True, order=True)
class Rested:
    """One way in which the weeks before the plan may have been served.

    Their blocks use the time before the minute ``until``, and the last ``run`` of them have none that covers a Sunday
    or red day.
    """

    until: int
    run: int


def rested_from(frame: Frame, who: str, length: int) -> int | None:
    """The minute from which time is free for the weeks of the plan; None where nothing is known of those before."""
    if frame.cyclic or not frame.past.get(who):
        return None
    ways = rested(frame, who, length)
    return ways[0].until if ways else None


def rested(frame: Frame, who: str, length: int) -> tuple[Rested, ...]:
    """Every way that no other beats, the earliest first; none where nothing is known of the time before.

    Weeks in a row with work on a Sunday that are on record, and of which no shifts are, had none of these Sundays
    free (D21).
    """
    if frame.cyclic:
        return ()
    return _RESTED.of(frame, (who, length), lambda: _rested(frame, who, length))


_RESTED: Kept[tuple[Rested, ...]] = Kept()


def _rested(frame: Frame, who: str, length: int) -> tuple[Rested, ...]:
    begins, most = frame.span.start, numbers.SUNDAY_FREE_EVERY.on(frame.first_day) - 1
    line = [one.span for one in at_work(Roster(frame, frozenset()), who) if one.span.start < begins]
    known = next((one for one in frame.brief.balances if one.who == who), None)
    run = known.sunday_run or 0 if known else 0
    if not line:
        return (Rested(-_ENDLESS, min(run, most)),) if run and not frame.past.get(who) else ()
    weeks = _weeks_before(frame, line[0].start)
    free = _free(line)
    ways = {(0, Rested(weeks[0].span.start - length // 2, min(max(0, run - len(weeks)), most)))}
    for week in weeks:
        near = [gap for gap in free if gap.overlap(week.span)]
        after: set[tuple[int, Rested]] = set()
        for missing, way in ways:
            run = min(way.run + 1, most)
            after.add((missing + 1, Rested(way.until, run)))
            after |= {(missing, Rested(end, run)) for end in _plain(frame, week, near, way.until, length)}
            after |= {(missing, Rested(end, 0)) for end in _marked(frame, week, near, way.until, length)}
        fewest = min(missing for missing, _ in after)
        ways = {
            one
            for one in after
            if one[0] <= fewest + _BEHIND
            and not any(
                other != one and other[0] <= one[0] and other[1].until <= one[1].until and other[1].run <= one[1].run
                for other in after
            )
        }
    least = min(missing for missing, _ in ways)
    return tuple(sorted(way for missing, way in ways if missing == least))


@dataclass(frozen=True, slots=True)
class _Week:
    """A week before the plan, and the Sundays and red days in it: calendar days that lie whole in it, and red døgn."""

    span: Span
    marked: tuple[Span, ...]


def _plain(frame: Frame, week: _Week, free: list[Span], until: int, length: int) -> Iterator[int]:
    """When the earliest block ends that overlaps the week."""
    last = frame.span.start + length // 2
    for gap in free:
        start = max(gap.start, until, week.span.start - length + 1)
        end = _end(frame, start, length)
        if start < week.span.end and end <= min(gap.end, last):
            yield end
            return


def _marked(frame: Frame, week: _Week, free: list[Span], until: int, length: int) -> Iterator[int]:
    """When the earliest block ends that covers one of its Sundays and red days."""
    last = frame.span.start + length // 2
    for gap in free:
        start = max(gap.start, until)
        ends = [max(_end(frame, start, length), day.end) for day in week.marked if start <= day.start]
        yield from (end for end in ends if end <= min(gap.end, last))


def _free(line: list[Span]) -> list[Span]:
    """The stretches around and between the pieces of work, sorted by when these begin."""
    free = [Span(-_ENDLESS, line[0].start)]
    at = line[0].end
    for one in line[1:]:
        if one.start > at:
            free.append(Span(at, one.start))
        at = max(at, one.end)
    return [*free, Span(at, _ENDLESS)]


def _end(frame: Frame, start: int, length: int) -> int:
    """When a block ends that is long enough by the clock, where spring skips an hour in it (D9)."""
    return (
        start + length - sum(one.by for one in clock_changes(frame) if one.by > 0 and start <= one.at < start + length)
    )


def _weeks_before(frame: Frame, since: int) -> list[_Week]:
    """The weeks before the plan, from cut to cut, from the one that holds the minute."""
    red = {one.day: one.span for one in red_days(frame)}
    weeks: list[_Week] = []
    ends, back = frame.span.start, 0
    while not weeks or weeks[-1].span.start > since:
        back += 1
        day = frame.first_day - timedelta(days=7 * back)
        start = frame.clock.minute(frame.clock.at(day, frame.brief.period.week_cut))
        week = Span(start, ends)
        dates = [one for one in every_day(day, 7) if one in red]
        whole = [one for one in map(frame.whole_day, dates) if week.holds(one)]
        weeks.append(_Week(week, (*whole, *(red[one] for one in dates))))
        ends = start
    return weeks[::-1]


def begun_before(roster: Roster, who: str, since: int) -> tuple[Span, Span | None] | None:
    """The first work of the plan, where it begins before that minute, and what was free before it."""
    begins = roster.frame.span.start
    foreseen = at_work(roster, who, unforeseen_too=False)
    work = next((one.span for one in foreseen if one.span.start >= begins), None)
    if work is None or work.start >= since:
        return None
    around = stretches(roster, who, unforeseen_too=False)
    return work, next((one for one in around if one.end == work.start), None)


def off_for_week_before(frame: Frame, who: str, length: int, why: str) -> Iterator[Limit]:
    """No work begins in what the week before the plan needs to have a rest of that length."""
    since = rested_from(frame, who, length)
    if since is None or since <= frame.span.start:
        return
    pieces = work_asked(frame, who)
    if pieces is None:
        begins = [(one.id, one.span.start - frame.span.start) for one in mine(frame, who)]
    else:
        begins = [(one.id, one.start) for one in pieces]
    off = dict.fromkeys(name for name, start in begins if 0 <= start < since - frame.span.start)
    if off:
        yield Off(who, tuple(off), why)
