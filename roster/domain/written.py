"""Shifts as somebody wrote them down, and the bare brief around them: no needs, and of people just what is known."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from roster.domain.assistant import Assistant
from roster.domain.brief import Period
from roster.domain.clock import Clock, nominal
from roster.domain.kinds import Elsewhere, Form, Position, Sort, WorkSort
from roster.domain.settings import Cut
from roster.domain.shift import Pause, Shift
from roster.domain.spans import Span

MONDAY = Cut(date.min, 0, 0)
"""The week from Monday at midnight."""
ANY_HOURS = Decimal(1_000_000)
"""Percent wanted by one whose contract is not known: nothing is then too much or too little."""
Stretch = tuple[datetime, datetime]


class ImpossibleError(ValueError):
    """What is written cannot be; the message says what in the words of the values."""


def cut_before(moment: datetime, cut: Cut) -> date:
    """The date of the last week cut at or before the moment."""
    since = moment - timedelta(minutes=cut.minute)
    return since.date() - timedelta(days=(since.weekday() - cut.weekday) % 7)


def weeks_around(starts: Iterable[datetime], cut: Cut) -> tuple[date, int]:
    """The first day and the number of the weeks that hold all these starts of work."""
    every = sorted(starts)
    first = cut_before(every[0], cut)
    return first, (cut_before(every[-1], cut) - first).days // 7 + 1


def bare_period(start: date, weeks: int, cut: Cut = MONDAY, day_cut: int = 0, form: Form = Form.CALENDAR) -> Period:
    """Just these weeks."""
    return Period(start, weeks, form, week_cut=cut.minute, day_cut=day_cut, rollout_weeks=weeks)


def somebody(who: str, full_time_week: int) -> Assistant:
    """One of whom no more than a name is known: no hours are too many or too few."""
    return Assistant(
        id=who,
        alias=who,
        position=Position.PERMANENT,
        percent=Decimal(0),
        full_time_week=full_time_week,
        wants_up_to=ANY_HOURS,
    )


def written_shift(
    clock: Clock,
    name: str,
    start: datetime,
    end: datetime,
    *,
    code: str = "",
    resting: Iterable[Stretch] = (),
    passive_because: str | None = None,
    breaks: Iterable[tuple[Stretch, bool]] | None = None,
    active: Iterable[Stretch] = (),
    work: WorkSort = WorkSort.ORDINARY,
    standby_parts: int = 1,
    elsewhere: Elsewhere | None = None,
    unforeseen: bool = False,
    strain: bool = False,
    overtime_consent: bool = False,
    travel: bool = False,
    place: str = "",
) -> Shift:
    """The shift at these wall times; each break says whether it is working time, None: not recorded.

    Without a ``code`` its kind is named by its times. Raises ``ImpossibleError`` for what ends before it starts, and
    for a part that lies outside.
    """
    span = _span(clock, (start, end))
    parts = tuple(resting)
    off = None if breaks is None else tuple(breaks)
    pauses = None if off is None else tuple(Pause(_within(clock, one, span), working) for one, working in off)
    return Shift(
        id=f"{start:%Y-%m-%d %H%M} {name}",
        kind=code or f"{start:%H.%M}–{end:%H.%M}",
        sort=sort_by_times(start, end, bool(parts), travel),
        start=start,
        end=end,
        span=span,
        resting=tuple(_within(clock, one, span) for one in parts),
        resting_nominal=sum(nominal(first, last) for first, last in parts),
        off_duty=sum(one.span.minutes for one in pauses or () if not one.working),
        off_duty_nominal=sum(nominal(first, last) for (first, last), working in off or () if not working),
        passive_because=passive_because,
        charged=elsewhere is None,
        elsewhere=elsewhere,
        breaks=pauses,
        active=tuple(_within(clock, one, span) for one in active),
        work=work,
        standby_parts=standby_parts if work is WorkSort.STANDBY else 1,
        unforeseen=unforeseen,
        strain=strain,
        overtime_consent=overtime_consent,
        travel=travel,
        place=place,
    )


def sort_by_times(start: datetime, end: datetime, rests: bool, travel: bool = False) -> Sort:
    """Slag by the times alone: what runs past two at night is a night; an evening starts after 12 or ends after 20."""
    if travel:
        return Sort.TRAVEL
    if end - start > timedelta(hours=16):
        return Sort.ROUND
    over = end.date() > start.date()
    if (over and end.time() > time(2)) or start.time() < time(4):
        return Sort.RESTING_NIGHT if rests else Sort.NIGHT
    return Sort.EVENING if over or start.time() >= time(12) or end.time() > time(20) else Sort.DAY


def _span(clock: Clock, stretch: Stretch) -> Span:
    first, last = clock.minute(stretch[0]), clock.minute(stretch[1])
    if last <= first:
        raise ImpossibleError(f"{stretch[0]} ends {stretch[1]}")
    return Span(first, last)


def _within(clock: Clock, stretch: Stretch, whole: Span) -> Span:
    part = _span(clock, stretch)
    if not whole.holds(part):
        raise ImpossibleError(f"{stretch[0]}–{stretch[1]} lies outside its shift")
    return part
