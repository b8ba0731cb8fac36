"""Delt dagsverk: two pieces of work in one day, only where the brief allows it and as often as it does (D12).

Shifts that touch are one piece; events fill no need and make no day split. A piece belongs to the day on which it
starts (D10).
"""

from collections.abc import Iterator

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster, Weekly, WorkWeek
from roster.domain.shift import Shift
from roster.domain.spans import merged
from roster.rules.numbers import brief_place
from solver.problem import Limit, Succession

SOURCE = brief_place("delt dagsverk")


def too_often(roster: Roster, person: Assistant, rule: str) -> Iterator[Finding]:
    """The weeks in which the assistant has more split days than the brief allows."""
    frame = roster.frame
    days: dict[int, list[Shift]] = {}
    for by_day in _BY_DAY.of(roster, person.id):
        for day, shifts in by_day.items():
            days[day] = [*days[day], *shifts] if day in days else shifts
    weeks: dict[int, int] = {}
    for on in days.values():
        pieces = 1 if len(on) == 1 else len(merged(one.span for one in on))
        if pieces > 1:
            week = frame.week_of(on[0])
            weeks[week] = weeks.get(week, 0) + pieces * (pieces - 1) // 2
    most = frame.brief.settings.split_days_per_week
    for week, split in sorted(weeks.items()):
        if split > most:
            facts: dict[str, str | int] = {"why": "split", "weeks": 1}
            span = frame.week_spans[week]
            yield Finding(rule, Verdict.MISSING, person.id, span, split, most, Unit.COUNT, SOURCE, facts=facts)


def _by_day(frame: Frame, _: str, week: WorkWeek) -> dict[int, list[Shift]]:
    """The shifts of a week by the day on which they start; no work elsewhere, and no events."""
    days: dict[int, list[Shift]] = {}
    for shift in week.shifts:
        if shift.elsewhere is None and shift.event is None:
            days.setdefault(frame.day_of(shift), []).append(shift)
    return days


_BY_DAY = Weekly(_by_day)


def few_split_days(frame: Frame, who: str, why: str) -> Iterator[Limit]:
    """In every week at most so many pairs of shifts that start on one day with time between them."""
    most = frame.brief.settings.split_days_per_week
    for week in frame.by_week:
        pairs = tuple(
            (one.id, other.id)
            for at, one in enumerate(week)
            for other in week[at + 1 :]
            if frame.day_of(one) == frame.day_of(other) and other.span.start > one.span.end
        )
        if pairs:
            yield Succession(who, pairs, why, most=most)
