"""A month as it was worked: what each did or was away from, and every correction as a difference from what stood.

The first entry of a month closes it: it is a difference from nothing. What stands after any entry is the sum of those
up to it, so that nothing that was closed is ever written over.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from roster.domain.kinds import WorkSort

Stretch = tuple[datetime, datetime]


class How(StrEnum):
    """What became of a stretch of work; all but ``WORKED`` are hours that nobody worked."""

    WORKED = "arbeidet"
    SICK = "syk"
    CALLED_OFF = "avlyst"
    OFF = "fri med lønn"
    TIME_OFF = "avspasering"
    UNPAID = "permisjon"


@dataclass(frozen=True, slots=True)
class Row:
    """What somebody did in a stretch of time, or was away from; wall times.

    ``code``: of a kind of shift or an event of the brief, or any other word for it. ``planned``: the id of the shift
    that it was in the plan, empty for what was not planned. ``resting`` and ``breaks`` None: as its kind has them.
    ``active``: work in resting time. ``time_off``: overtime that is to be taken as hours off. ``credited``: the paid
    minutes of a planned shift that the version itself says is had, of which no times are known; else None.
    """

    who: str
    start: datetime
    end: datetime
    code: str = ""
    how: How = How.WORKED
    planned: str = ""
    work: WorkSort = WorkSort.ORDINARY
    consent: bool = False
    time_off: bool = False
    active: tuple[Stretch, ...] = ()
    resting: tuple[Stretch, ...] | None = None
    breaks: tuple[tuple[Stretch, bool], ...] | None = None
    travel: bool = False
    line: str = ""
    credited: int | None = None

    @property
    def day(self) -> date:
        """A night belongs to the day on which it starts, also the part of it that somebody was away (D10)."""
        day = self.start.date()
        before = day - timedelta(days=1)
        return before if not self.is_worked and self.planned.startswith(before.isoformat()) else day

    @property
    def is_worked(self) -> bool:
        return self.how is How.WORKED


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows that do not stand any longer, and rows that do instead."""

    gone: tuple[Row, ...] = ()
    come: tuple[Row, ...] = ()

    @property
    def nothing(self) -> bool:
        return not (self.gone or self.come)

    @property
    def reversed(self) -> "Difference":
        """What takes it back."""
        return Difference(self.come, self.gone)


def in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows by person and time."""
    return tuple(sorted(rows, key=lambda one: (one.who, one.start, one.end, one.code, one.how)))


def difference(before: Iterable[Row], after: Iterable[Row]) -> Difference:
    """What must go and come for the one to be the other; rows that stand in both are in neither."""
    old, new = Counter(before), Counter(after)
    return Difference(in_order((old - new).elements()), in_order((new - old).elements()))


def applied(rows: Iterable[Row], found: Difference) -> tuple[Row, ...]:
    """What stands after the difference; ``ValueError`` where a row that is to go does not stand."""
    standing, gone = Counter(rows), Counter(found.gone)
    if gone - standing:
        raise ValueError(f"not there: {sorted((gone - standing).elements(), key=str)}")
    return in_order((standing - gone + Counter(found.come)).elements())


def standing(entries: Iterable[Difference]) -> tuple[Row, ...]:
    """What stands after them all."""
    rows: tuple[Row, ...] = ()
    for one in entries:
        rows = applied(rows, one)
    return rows


def overlapping(rows: Iterable[Row]) -> tuple[Row, Row] | None:
    """Two rows in which one person works, or is sick, at the same time; None where there are none."""
    last: Row | None = None
    for one in in_order(row for row in rows if row.how in (How.WORKED, How.SICK) and row.credited is None):
        if last is not None and last.who == one.who and one.start < last.end:
            return last, one
        if last is None or last.who != one.who or one.end > last.end:
            last = one
    return None


def moved(row: Row, start: datetime, end: datetime) -> Row:
    """The row at other times; what was known of its parts no longer holds."""
    return replace(row, start=start, end=end, active=(), resting=None, breaks=None)


def month_end(first: date) -> date:
    """The last date of the month."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
