"""What was really worked, as a roster that every rule can be read against."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roster.checking.check import check
from roster.domain.assistant import Assistant, Credit, PaidOff
from roster.domain.brief import Brief
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import past_shift
from roster.domain.kinds import Because, Form, OffCode
from roster.domain.recorded import recorded
from roster.domain.roster import Roster
from roster.domain.settings import Cut
from roster.domain.shift import Shift
from roster.domain.spans import Span
from roster.domain.vedtak import Vedtak
from roster.domain.worked import How, Row, month_end
from roster.domain.written import cut_before
from roster.reading.worked_rows import paid_of_row, shift_of_row
from roster.rules import position_actual
from roster.workflow.in_force import InForce
from roster.workflow.planned_rows import brief_of, briefs_of, planned_rows

OF_WORK = frozenset(
    {
        "daily-rest",
        "compensating-rest",
        "weekly-rest",
        "sundays",
        "hours-day",
        "hours-week",
        "hours-average",
        "average-8-weeks",
        "single-week",
        "passive-extension",
        "standby",
        "overtime",
        "total-hours",
        "breaks",
        "night-average",
        "night-strain",
        "young-hours",
        "young-rest",
        "young-night",
        "young-breaks",
        "position-actual",
        "two-places",
        "employment",
    }
)
"""Rules that judge what was worked; the others ask of a plan what can no longer be otherwise."""
YEAR = timedelta(weeks=52)
_HAD = {How.SICK: Because.SICK, How.CALLED_OFF: Because.CALLED_OFF}


@dataclass(frozen=True, slots=True)
class Judged:
    """The roster of what was worked with what the rules find in the month."""

    roster: Roster
    findings: tuple[Finding, ...]


def judged(used: Sequence[InForce], closed: Mapping[date, tuple[Row, ...]], month: date) -> Judged:
    """What was worked through the month with what is planned after it, so that averages hold over their whole periods.

    § 14-4 a looks back from the month's end alone.
    """
    back = _through_month(used, closed, month)
    begins = min(back.frame.first_day, _plan_begins(used, month))
    roster = _roster(used, closed, begins, _ends(used, closed, month), month)
    report = check(roster)
    frame = roster.frame
    within = Span(
        max(frame.span.start, frame.whole_day(month).start), min(frame.span.end, frame.whole_day(month_end(month)).end)
    )
    every = [one for one in report.worst_first if one.rule != position_actual.ID]
    every += position_actual.check(back)
    found = tuple(
        one
        for one in every
        if one.rule in OF_WORK and one.verdict is not Verdict.OK and (one.span is None or one.span.overlap(within))
    )
    return Judged(roster, found)


def _through_month(used: Sequence[InForce], closed: Mapping[date, tuple[Row, ...]], month: date) -> Roster:
    """From the first closed month within a year through the week in which this one ends.

    It begins no sooner than the first plan, since averages and Sundays are counted in periods from there.
    """
    last = min(month_end(month), _ends(used, closed, month))
    first = min(one for one in closed if last - YEAR <= one <= month)
    return _roster(used, closed, min(last, max(first, used[0].roster.frame.dates[0])), last, month)


def paid_roster(used: Sequence[InForce], closed: Mapping[date, tuple[Row, ...]], month: date) -> Roster:
    """The plans that ran in the month from their first day to their last, with what was worked where it is known.

    So contracts hold on average over what they were planned over: of a grunnturnus each of its turns.
    """
    begins = min((_plan_begins(used, month), *(row.day for row in closed[month])))
    roster = _roster(used, closed, begins, _ends(used, closed, month), month)
    frame = roster.frame
    turns = {
        ran.brief.period.weeks if ran.brief.period.form is Form.CYCLE and ran.first_day == frame.first_day else None
        for ran in (one.roster.frame for one in _in_month(used, month))
    }
    weeks = turns.pop() if len(turns) == 1 else None
    if weeks is None:
        return roster
    period = replace(frame.brief.period, form=Form.CYCLE, weeks=weeks)
    return replace(roster, frame=replace(frame, brief=replace(frame.brief, period=period)))


def as_worked(one: InForce, closed: Mapping[date, tuple[Row, ...]]) -> Roster:
    """The dates of one version with what was worked in closed months."""
    dates = one.roster.frame.dates
    return _roster((one,), closed, dates[0], dates[-1], max(closed))


def planned_roster(used: Sequence[InForce], first: date, last: date) -> Roster:
    """The weeks from one day to another as each version has its days; what it had before them is history."""
    return _roster(used, {}, first, last, date.min)


def rows_between(
    used: Sequence[InForce], closed: Mapping[date, tuple[Row, ...]], first: date, last: date
) -> tuple[Row, ...]:
    """What was worked on those days where their months are closed, and what is planned on the others."""
    return _rows_of_days(used, closed, max(closed, default=date.min), first, last + timedelta(days=1))


def _plan_begins(used: Sequence[InForce], month: date) -> date:
    return min((one.roster.frame.dates[0] for one in _in_month(used, month)), default=month)


def _ends(used: Sequence[InForce], closed: Mapping[date, tuple[Row, ...]], month: date) -> date:
    """The last day of what is planned or was worked: weeks of which nothing is known would make every average less."""
    plans = (one.roster.frame.dates[-1] for one in _in_month(used, month))
    return max((month, *plans, *(row.day for row in closed[month])))


def _in_month(used: Sequence[InForce], month: date) -> list[InForce]:
    return [one for one in used if one.first <= month_end(month) and (one.last is None or one.last >= month)]


def _roster(
    used: Sequence[InForce], closed: Mapping[date, tuple[Row, ...]], begins: date, last: date, month: date
) -> Roster:
    """The weeks from one day to another: closed months up to ``month`` as they stand, other days as planned."""
    brief = _brief(used, begins)
    cut = Cut(date.min, brief.period.start.weekday(), brief.period.week_cut)
    clock = used[-1].roster.frame.clock
    start = cut_before(clock.at(begins, 24 * 60 - 1), cut)
    weeks = (cut_before(clock.at(last, 24 * 60 - 1), cut) - start).days // 7 + 1
    rows = _rows_of_days(used, closed, month, start, start + timedelta(days=7 * weeks))
    whole = brief_of(used)
    then = briefs_of(used, whole)
    brief = replace(
        brief,
        period=replace(brief.period, start=start, weeks=weeks, form=Form.CALENDAR, rollout_weeks=weeks),
        assistants=tuple(_as_worked(then, one, rows) for one in brief.assistants),
    )
    done = [(one.who, shift_of_row(then(one), one, f"{n}")) for n, one in enumerate(rows, 1) if one.is_worked]
    return recorded(brief, [*done, *_elsewhere(used, start)], _past(used, start))


def _brief(used: Sequence[InForce], begins: date) -> Brief:
    """The brief without what was needed; balances and history are those of the first version."""
    first = used[0].roster.frame.brief
    return replace(
        brief_of(used),
        vedtak=Vedtak(()),
        needs=(),
        changes=(),
        events=(),
        history=first.history,
        balances=first.balances if begins <= used[0].roster.frame.dates[6] else (),
    )


def _as_worked(then: Callable[[Row], Brief], person: Assistant, rows: Iterable[Row]) -> Assistant:
    """What they had without working is credited, and nothing else is: what was planned is not asked any more."""
    own = [one for one in rows if one.who == person.id]
    had = tuple(Credit(one.day, paid_of_row(then(one), one), _HAD[one.how]) for one in own if one.how in _HAD)
    off = tuple(PaidOff(one.day, OffCode(one.code), paid_of_row(then(one), one)) for one in own if one.how is How.OFF)
    return replace(person, credits=had, absences=(), paid_off=off, pins=())


def _rows_of_days(
    used: Sequence[InForce], closed: Mapping[date, tuple[Row, ...]], month: date, start: date, end: date
) -> tuple[Row, ...]:
    """Of days in months that are closed up to this one what stands for them, of others the plan in use."""
    taken = {one for one in closed if one <= month}
    kept = [row for one in sorted(taken) for row in closed[one] if start <= row.day < end]
    plan = (row for row in planned_rows(used, start, end - timedelta(days=1)) if row.day.replace(day=1) not in taken)
    return (*kept, *plan)


def _elsewhere(used: Sequence[InForce], start: date) -> list[tuple[str, Shift]]:
    """Work for other arrangements on the days that each version was in use (D18)."""
    return [
        (who, shift)
        for one in used
        for who, shift in one.roster.frame.fixed
        if not shift.here and one.has(shift) and shift.start.date() >= start
    ]


def _past(used: Sequence[InForce], start: date) -> list[tuple[str, Shift]]:
    """What the first version had as history, and what was planned in use before the first closed week."""
    brief = used[0].roster.frame.brief
    then = briefs_of(used, brief_of(used))
    history = [(one.who, past_shift(brief, one, number)) for number, one in enumerate(brief.history)]
    before = planned_rows(used, date.min, start - timedelta(days=1))
    return [
        *history,
        *((one.who, shift_of_row(then(one), one, f"plan {n}")) for n, one in enumerate(before, 1) if one.is_worked),
    ]
