"""An average over eight weeks, as the checker reads it: for ordinary hours (§ 10-5) and for all hours (§ 10-6 (8)).

Fixed blocks from the start of the plan, a short last one over its own weeks (D23); in a cycle every eight weeks in a
row, and where the cycle is shorter, the cycle itself (D25). In a calendar eight other weeks in a row over the limit
are to be considered, also such as began before the plan; the worst of them is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from roster.domain.finding import Finding, Source, Unit, Verdict
from roster.domain.roster import Roster
from roster.domain.spans import WEEK, Span
from roster.rules import numbers
from roster.rules.verdicts import ROLLING, Judged, Three, at_most, found
from roster.rules.windows import WeekSums, a_week, blocks, span_of, total, weeks_before


@dataclass(frozen=True, slots=True)
class Measured:
    """An average over some weeks, judged; ``spare`` is what it has left."""

    finding: Finding
    spare: int


def eight_weeks(
    roster: Roster, who: str, rule: str, source: Source, sums: WeekSums, owed: Three, overtime_too: bool
) -> Iterator[Measured]:
    """Every block that is not in order; where all are, the worst eight other weeks, else the block with most hours."""
    frame = roster.frame
    over = numbers.AVERAGED_OVER.on(frame.first_day)
    most: Measured | None = None
    fine = True
    for weeks in blocks(frame, over):
        minutes = total(sums.worked, weeks)
        judged = at_most(
            minutes, owed, len(weeks), by_clock=total(sums.clock, weeks), by_split=total(sums.split, weeks)
        )
        average = a_week(minutes, len(weeks))
        one = _measured(rule, source, who, judged, span_of(frame, weeks), weeks[0], len(weeks), average)
        if judged.verdict is not Verdict.OK:
            fine = False
            yield one
        elif most is None or one.spare < most.spare:
            most = one
    if fine:
        worst = _worst_rolling(roster, who, sums, owed, overtime_too)
        if worst is not None:
            first, average = worst
            begins = frame.week_spans[0].start + first * WEEK if first < 0 else frame.week_spans[first].start
            span = Span(begins, frame.week_spans[first + over - 1].end)
            judged = Judged(Verdict.CONSIDER, owed.in_use, ROLLING)
            yield _measured(rule, source, who, judged, span, first, over, average)
        elif most is not None:
            yield most


def _measured(
    rule: str,
    source: Source,
    who: str,
    judged: Judged,
    span: Span,
    first: int,
    weeks: int,
    average: int,
) -> Measured:
    finding = found(
        rule,
        source,
        judged,
        who,
        span,
        measured=average,
        unit=Unit.MINUTES_A_WEEK,
        first=first + 1,
        weeks=weeks,
    )
    return Measured(finding, judged.owed.amount - average)


def _worst_rolling(roster: Roster, who: str, sums: WeekSums, owed: Three, overtime_too: bool) -> tuple[int, int] | None:
    """The first of the eight weeks in a row with most hours, and their average, if those are too many.

    The first may lie before the plan, where what was worked then is known (D21).
    """
    frame = roster.frame
    over = numbers.AVERAGED_OVER.on(frame.first_day)
    if frame.cyclic:
        return None
    before = weeks_before(roster, who, overtime_too)
    every = (*before, *sums.worked)
    until = [0, *accumulate(every)]
    # Those alone that reach into the plan.
    starts = range(max(0, len(before) - over + 1), len(every) - over + 1)
    at, minutes = max(((at, until[at + over] - until[at]) for at in starts), key=itemgetter(1), default=(0, 0))
    first = at - len(before)
    return (first, a_week(minutes, over)) if minutes > owed.in_use.amount * over else None
