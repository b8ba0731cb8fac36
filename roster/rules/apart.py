"""The weeks that somebody works, in stretches that nothing joins: neither work nor døgn goes on from one to the next.

What is reckoned of a stretch alone is known while its weeks are what they were.
"""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.roster import PLANNED, Roster, Weekly, Work, WorkWeek

T = TypeVar("T")


class _Edges(NamedTuple):
    """When the work of a week begins and has ended, and in which døgn; ``plain``: there is no standby or trip in it."""

    begins: int
    ends: int
    first_day: int
    last_day: int
    plain: bool


def _edges(frame: Frame, _: str, week: WorkWeek) -> _Edges | None:
    if not week.shifts:
        return None
    spans = [one.span for one in week.shifts]
    return _Edges(
        spans[0].start,
        max(span.end for span in spans),
        frame.day_of(week.shifts[0]),
        max(map(frame.day_of, week.shifts)),
        not any(one.is_standby or one.travel for one in week.shifts),
    )


_EDGES = Weekly(_edges)


def apart(roster: Roster, who: str) -> tuple[tuple[WorkWeek, ...], ...] | None:
    """The weeks with work, in stretches that nothing joins; None where that cannot be told by the weeks of the plan.

    So it is in a cycle, after work before the plan, and with standby or trips, which are parted.
    """
    return _APART.of(roster, who, lambda: _apart(roster, who))


_APART: Kept[tuple[tuple[WorkWeek, ...], ...] | None] = Kept()


def _apart(roster: Roster, who: str) -> tuple[tuple[WorkWeek, ...], ...] | None:
    frame = roster.frame
    if frame.cyclic or frame.past.get(who):
        return None
    stretches: list[list[WorkWeek]] = []
    ends, last_day = 0, 0
    for week, edges in zip(roster.weeks(who), _EDGES.of(roster, who), strict=True):
        if edges is None:
            continue
        if not edges.plain or edges.begins < frame.week_spans[week.number].start:
            return None
        if not stretches or (edges.begins > ends and edges.first_day > last_day):
            stretches.append([week])
        else:
            stretches[-1].append(week)
        ends, last_day = max(ends, edges.ends), max(last_day, edges.last_day)
    return tuple(map(tuple, stretches))


class Stretchwise(Generic[T]):
    """What is reckoned of the work of each stretch of weeks, from these alone."""

    def __init__(self, reckon: Callable[[Roster, str, Sequence[Work]], T]) -> None:
        self._reckon = reckon

    def of(self, roster: Roster, who: str) -> list[T] | None:
        """One for each stretch, in order; None where nobody can tell them apart."""
        stretches = apart(roster, who)
        if stretches is None:
            return None
        return [self._known(roster, who, weeks) for weeks in stretches]

    def _known(self, roster: Roster, who: str, weeks: tuple[WorkWeek, ...]) -> T:
        kept = weeks[0].known.get(self)
        if kept is not None and len(kept[0]) == len(weeks) and all(map(_same, kept[0], weeks)):
            known: T = kept[1]
            return known
        line = [work for week in weeks for work in PLANNED.one(roster.frame, who, week)]
        reckoned = self._reckon(roster, who, line)
        weeks[0].known[self] = (weeks, reckoned)
        return reckoned


def _same(one: object, other: object) -> bool:
    return one is other
