"""48 timer i snitt over åtte uker: aml §§ 10-5 (1), (2), 10-6 (8).

Read as: in every fixed block of 8 weeks from the start of the plan the hours are at most 48 a week on average, or
what an agreement on averaging gives where that is less; a short last block over its own weeks (D23). In a cycle every
8 weeks in a row, and where the cycle is shorter, the cycle itself (D25). In a calendar 8 other weeks in a row over the
limit are to be considered, the worst of them named; so are an excess that vanishes by the clock (D9) and one that
only shows where shifts are cut at the end of the week (D10).
"""

from collections.abc import Iterator

from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.rules import numbers
from roster.rules.asking import because
from roster.rules.numbers import aml
from roster.rules.rule import Rule
from roster.rules.terms import terms
from roster.rules.verdicts import ROLLING, Judged, Three, at_most, found, three
from roster.rules.week_blocks import time_at_most, week_blocks
from roster.rules.windows import WeekSums, a_week, blocks, rolling, span_of, total, week_sums
from solver.problem import Limit

ID = "average-8-weeks"
SOURCE = aml("10-6 (8)")


def check(roster: Roster) -> Iterator[Finding]:
    for person in roster.frame.people:
        yield from _of(roster, person.id)


def _of(roster: Roster, who: str) -> Iterator[Finding]:
    frame = roster.frame
    owed = three(frame.brief, who, lambda terms: terms.week_average)
    over = numbers.AVERAGED_OVER.on(frame.first_day)
    sums = week_sums(roster, who)
    most: tuple[int, tuple[int, ...], Judged] | None = None
    fine = True
    for weeks in blocks(frame, over):
        minutes = total(sums.worked, weeks)
        judged = at_most(
            minutes, owed, len(weeks), by_clock=total(sums.clock, weeks), by_split=total(sums.split, weeks)
        )
        average = a_week(minutes, len(weeks))
        if judged.verdict is not Verdict.OK:
            fine = False
            yield _found(frame, who, judged, weeks, average)
        elif most is None or average > most[0]:
            most = (average, weeks, judged)
    if fine:
        worst = _worst_rolling(frame, sums, owed, over)
        if worst is not None:
            yield _found(frame, who, Judged(Verdict.CONSIDER, owed.in_use, ROLLING), *worst)
        elif most is not None:
            average, weeks, judged = most
            yield _found(frame, who, judged, weeks, average)


def _found(frame: Frame, who: str, judged: Judged, weeks: tuple[int, ...], average: int) -> Finding:
    return found(
        ID,
        SOURCE,
        judged,
        who,
        span_of(frame, weeks),
        measured=average,
        unit=Unit.MINUTES_A_WEEK,
        first=weeks[0] + 1,
        weeks=len(weeks),
    )


def _worst_rolling(frame: Frame, sums: WeekSums, owed: Three, over: int) -> tuple[tuple[int, ...], int] | None:
    """The eight weeks in a row with most hours, if those are too many."""
    weeks = max(rolling(frame, over), key=lambda one: total(sums.worked, one))
    minutes = total(sums.worked, weeks)
    if minutes <= owed.in_use.amount * len(weeks):
        return None
    return weeks, a_week(minutes, len(weeks))


def limits(frame: Frame) -> Iterator[Limit]:
    """Each block of eight weeks keeps the weekly average in force, a short one over its own weeks (D23)."""
    size = numbers.AVERAGED_OVER.on(frame.first_day)
    for assistant in frame.people:
        average = terms(frame.brief, assistant.id).week_average.amount
        for block in week_blocks(frame, size):
            yield time_at_most(frame, assistant.id, block, average * len(block), because(ID, assistant.id))


RULE = Rule(ID, SOURCE, check, limits)
