"""How long the weekly rest of the weeks before the plan lasts into it: aml § 10-8 (2), D13, D21, D22.

Read as: a free stretch that the last week before the plan needs serves no week of the plan, and is not broken by it.
The weeks known are served in order, each as early as it can be, by a block that at least overlaps it. Of the time
after its last week the plan before could take no more than half of a block, and of what nobody knows neither can the
first week known. A week that cannot be served so was short already, and binds nothing.
"""

from collections.abc import Iterator
from datetime import timedelta

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import Roster
from roster.domain.spans import Span
from roster.rules.asking import mine
from roster.rules.at_work import at_work, clock_changes, work_asked
from roster.rules.free_blocks import stretches
from solver.problem import Limit, Off

_ENDLESS = 10**12


def rested_from(frame: Frame, who: str, length: int) -> int | None:
    """The minute from which time is free for the weeks of the plan; None where nothing is known of those before."""
    if frame.cyclic or not frame.past.get(who):
        return None
    return _RESTED.of(frame, (who, length), lambda: _rested_from(frame, who, length))


_RESTED: Kept[int | None] = Kept()


def _rested_from(frame: Frame, who: str, length: int) -> int | None:
    begins = frame.span.start
    line = [one.span for one in at_work(Roster(frame, frozenset()), who) if one.span.start < begins]
    if not line:
        return None
    weeks = _weeks_before(frame, line[0].start)
    until = weeks[0].start - length // 2
    free = _free(line)
    last = begins + length // 2
    for week in weeks:
        for gap in free:
            start = max(gap.start, until, week.start - length + 1)
            end = _end(frame, start, length)
            if start < week.end and end <= min(gap.end, last):
                until = end
                break
    return until


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


def _weeks_before(frame: Frame, since: int) -> list[Span]:
    """The weeks before the plan, from cut to cut, from the one that holds the minute."""
    weeks: list[Span] = []
    ends, back = frame.span.start, 0
    while not weeks or weeks[-1].start > since:
        back += 1
        day = frame.first_day - timedelta(days=7 * back)
        start = frame.clock.minute(frame.clock.at(day, frame.brief.period.week_cut))
        weeks.append(Span(start, ends))
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
