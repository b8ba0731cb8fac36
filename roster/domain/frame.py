"""The empty roster: days, weeks and shifts of a brief, before anybody is given any."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from roster.domain.age import is_minor
from roster.domain.assistant import Assistant, Hours
from roster.domain.brief import Brief, PastShift
from roster.domain.clock import OSLO, PLAIN, Clock
from roster.domain.days import WeekRule, When, every_day, is_red
from roster.domain.handover import without_handovers
from roster.domain.help_needed import Event, Need, NeedChange, ShiftKind
from roster.domain.kinds import EventSort, Form, RedAs, Sort
from roster.domain.once import once
from roster.domain.shift import Shift
from roster.domain.shift_of_kind import shift_of_kind
from roster.domain.spans import DAY, Span


@dataclass(frozen=True)
class Frame:
    """What can be worked, and what is fixed beforehand.

    ``shifts`` fill needs and are given out; ``fixed`` are events and work elsewhere, each with who does it;
    ``past`` is what each has worked before the plan, sorted. A cycle (``form`` CYCLE) has 24-hour days, no
    red days and no history, and its end meets its beginning (D25). ``rotations``: in rullerende turnus, by
    how many weeks the line of an assistant is shifted to give the lines of all in the group (D26).
    """

    brief: Brief
    form: Form
    weeks: int
    clock: Clock
    shifts: tuple[Shift, ...]
    fixed: tuple[tuple[str, Shift], ...] = ()
    past: Mapping[str, tuple[Shift, ...]] = field(default_factory=dict)
    rotations: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def people(self) -> tuple[Assistant, ...]:
        return self.brief.assistants

    @once
    def cyclic(self) -> bool:
        return self.form is Form.CYCLE

    @property
    def first_day(self) -> date:
        return self.brief.period.start

    @once
    def span(self) -> Span:
        """From the first week cut to the last."""
        return Span(self.week_spans[0].start, self.week_spans[-1].end)

    @once
    def week_spans(self) -> tuple[Span, ...]:
        """The weeks from cut to cut; a week in which the clock changes has an hour more or less."""
        return self._cuts(7, self.weeks, self.brief.period.week_cut)

    @once
    def day_spans(self) -> tuple[Span, ...]:
        """The døgn from cut to cut, from the date of the first week cut; one more than 7 a week, for a cut in a day."""
        return self._cuts(1, self.weeks * 7 + 1, self.brief.period.day_cut)

    def _cuts(self, step: int, count: int, cut: int) -> tuple[Span, ...]:
        moments = [
            self.clock.minute(self.clock.at(self.first_day + timedelta(days=step * n), cut)) for n in range(count + 1)
        ]
        return tuple(Span(a, b) for a, b in pairwise(moments))

    @once
    def _week_starts(self) -> list[int]:
        return [week.start for week in self.week_spans]

    @once
    def _day_starts(self) -> list[int]:
        return [day.start for day in self.day_spans]

    @once
    def shift(self) -> Mapping[str, Shift]:
        """Every shift of the plan by its id, fixed ones too."""
        return {one.id: one for one in self.shifts} | {one.id: one for _, one in self.fixed}

    @once
    def places(self) -> int:
        """How many places there are to fill."""
        return sum(one.wanted for one in self.shifts)

    @once
    def moved_from(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the shifts that were moved by hand from each that has such."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.shifts:
            if one.fills:
                found[one.fills] = (*found.get(one.fills, ()), one.id)
        return found

    @once
    def _fixed_of(self) -> Mapping[str, tuple[Shift, ...]]:
        found: dict[str, list[Shift]] = defaultdict(list)
        for who, one in self.fixed:
            found[who].append(one)
        return {who: tuple(all_of) for who, all_of in found.items()}

    def fixed_of(self, who: str) -> tuple[Shift, ...]:
        """What the assistant has in any case: events, and work elsewhere."""
        return self._fixed_of.get(who, ())

    def week_of(self, shift: Shift) -> int:
        """The number, from 0, of the week in which the shift starts (D10); negative before the plan."""
        return bisect_right(self._week_starts, shift.span.start) - 1

    def weeks_ago(self, shift: Shift) -> int:
        """How many whole weeks lie between the week of a shift before the plan and the plan, by the clock on the wall.

        In elapsed minutes a week is an hour shorter in spring, and an hour longer in autumn.
        """
        cut = self.clock.at(self.first_day, self.brief.period.week_cut)
        return (cut - shift.start - timedelta(minutes=1)) // timedelta(weeks=1)

    def day_of(self, shift: Shift) -> int:
        """The number, from 0, of the døgn in which the shift starts (D10, D11); negative before the plan."""
        return bisect_right(self._day_starts, shift.span.start) - 1

    @once
    def by_week(self) -> tuple[tuple[Shift, ...], ...]:
        """The shifts to be given out, by the week in which they start."""
        weeks: list[list[Shift]] = [[] for _ in range(self.weeks)]
        for one in self.shifts:
            weeks[self.week_of(one)].append(one)
        return tuple(tuple(week) for week in weeks)

    @once
    def in_weeks(self) -> tuple[tuple[Shift, ...], ...]:
        """The same in order of time: one that was moved to before the first cut stands in the first week."""
        weeks: list[list[Shift]] = [[] for _ in range(self.weeks)]
        for one in self.shifts:
            weeks[max(0, self.week_of(one))].append(one)
        return tuple(tuple(week) for week in weeks)

    @once
    def by_date(self) -> Mapping[date, tuple[Shift, ...]]:
        """The shifts to be given out, by the date on which they start."""
        dates: dict[date, list[Shift]] = defaultdict(list)
        for one in self.shifts:
            dates[one.start.date()].append(one)
        return {day: tuple(all_of) for day, all_of in dates.items()}

    @once
    def by_kind(self) -> Mapping[str, tuple[Shift, ...]]:
        """The shifts to be given out, by their kind."""
        kinds: dict[str, list[Shift]] = defaultdict(list)
        for one in self.shifts:
            kinds[one.kind].append(one)
        return {kind: tuple(all_of) for kind, all_of in kinds.items()}

    @once
    def asking_skills(self) -> tuple[Shift, ...]:
        """The shifts to be given out that ask for skills of some."""
        return tuple(one for one in self.shifts if one.skill_needs)

    @once
    def dates(self) -> tuple[date, ...]:
        """The dates of the plan, 7 a week."""
        return every_day(self.first_day, self.weeks * 7)

    def meets(self, when: When, day: date) -> bool:
        """The pattern holds on that date; what speaks of dates holds on no day of a cycle (D25)."""
        if self.cyclic and when.dated:
            return False
        if not self.cyclic and not when.in_time(day):
            return False
        if when.red:
            return is_red(day)
        return day.weekday() in when.weekdays and when.in_week(self.week_number(when.weeks, day))

    def week_number(self, rule: WeekRule, day: date) -> int:
        """ISO week of the date; for named weeks of a grunnturnus its turnus week, 1 to N, rolled out or not."""
        if rule is WeekRule.NAMED and self.brief.period.form is Form.CYCLE:
            return (day - self.first_day).days // 7 % self.brief.period.weeks + 1
        if self.cyclic:
            return self.first_day.isocalendar().week + (day - self.first_day).days // 7
        return day.isocalendar().week

    def hours(self, hours: Hours) -> Iterator[Span]:
        """The stretches of the plan that a pattern of hours speaks of, a day either side too."""
        for day in every_day(self.first_day - timedelta(days=1), self.weeks * 7 + 2):
            if self.meets(hours.when, day):
                start = self.clock.minute(self.clock.at(day, hours.start))
                end = self.clock.minute(self.clock.at(day, hours.end))
                if end > start:
                    yield Span(start, end)

    def whole_day(self, day: date) -> Span:
        """A calendar day, 00 to 24 by the clock."""
        return Span(self.clock.minute(self.clock.at(day, 0)), self.clock.minute(self.clock.at(day, DAY)))


def frame_of(brief: Brief) -> Frame:
    """The frame that the brief's own form asks for."""
    if brief.period.form is Form.CYCLE:
        return cycle_frame(brief)
    return calendar_frame(brief, brief.period.weeks)


def cycle_frame(brief: Brief) -> Frame:
    """The weeks of a grunnturnus, without dates, red days or history (D25)."""
    return _filled(Frame(brief, Form.CYCLE, brief.period.weeks, PLAIN, ()))


def calendar_frame(brief: Brief, weeks: int) -> Frame:
    """So many weeks of dates from the start of the brief, with red days, exceptions, clock change and history."""
    return _filled(Frame(brief, Form.CALENDAR, weeks, OSLO, ()))


def _filled(empty: Frame) -> Frame:
    brief = empty.brief
    inside = empty.span
    shifts = [
        shift
        for day in every_day(empty.first_day, empty.weeks * 7 + 1)
        for shift in _on_day(empty, day)
        if inside.start <= shift.span.start < inside.end
    ]
    fixed = [
        (who, shift)
        for who, shift in (*_events(empty), *_elsewhere(empty))
        if inside.start <= shift.span.start < inside.end
    ]
    past: dict[str, list[Shift]] = defaultdict(list)
    if not empty.cyclic:
        for number, one in enumerate(brief.history):
            past[one.who].append(past_shift(brief, one, number))
    return Frame(
        brief,
        empty.form,
        empty.weeks,
        empty.clock,
        drawn_once(empty, sorted(shifts, key=lambda one: (one.span, one.id))),
        tuple(fixed),
        {who: tuple(sorted(all_of, key=lambda one: one.span)) for who, all_of in past.items()},
        empty.rotations,
    )


def drawn_once(frame: Frame, shifts: Iterable[Shift], left: Collection[str] = ()) -> tuple[Shift, ...]:
    """The shifts with what handovers draw, as the arrangement has it (D8); nobody comes to those that are ``left``."""
    if frame.brief.settings.charging.overlap:
        return tuple(shifts)
    return without_handovers(shifts, frame.span.minutes if frame.cyclic else None, left)


# -- needs ------------------------------------------------------------------------------------------


def _on_day(frame: Frame, day: date) -> Iterator[Shift]:
    """One shift for each kind that is needed that day; several rows for the same kind add up."""
    rows: dict[str, list[Need | NeedChange]] = defaultdict(list)
    for need in needs_on(frame, day):
        rows[need.kind].append(need)
    for change in frame.brief.changes:
        if not frame.meets(change.when, day):
            continue
        for code in [change.kind] if change.kind else [kind.code for kind in frame.brief.kinds]:
            if not change.added:
                rows[code] = []
            if change.count or change.up_to:
                rows[code].append(change)
    for kind in frame.brief.kinds:
        if any(row.count or row.up_to for row in rows[kind.code]):
            yield _shift(frame, kind, day, rows[kind.code])


def needs_on(frame: Frame, day: date) -> Iterator[Need]:
    """The rows of need that hold that day, with red days as the brief says."""
    red = not frame.cyclic and is_red(day)
    as_own = frame.brief.period.red_days
    for need in frame.brief.needs:
        when = need.when
        if red and as_own is RedAs.OWN:
            if when.red and frame.meets(when, day):
                yield need
        elif when.red:
            continue
        elif red and as_own is RedAs.SUNDAY:
            if when.in_time(day) and 6 in when.weekdays and when.in_week(frame.week_number(when.weeks, day)):
                yield need
        elif frame.meets(when, day):
            yield need


def _shift(frame: Frame, kind: ShiftKind, day: date, rows: list[Need | NeedChange]) -> Shift:
    return shift_of_kind(
        frame.clock,
        kind,
        day,
        f"{day:%Y-%m-%d} {kind.code}",
        wanted=sum(row.count for row in rows),
        up_to=sum(max(row.count, row.up_to or 0) for row in rows),
        skill_needs=tuple(skill for row in rows for skill in row.skills),
        charged=all(row.charged for row in rows if isinstance(row, Need))
        and (kind.sort is not Sort.TRAVEL or frame.brief.settings.charging.travel),
        line=next((row.line for row in rows if isinstance(row, Need) and row.line), None),
        place=rows[0].place,
    )


# -- what is fixed ----------------------------------------------------------------------------------


def _events(frame: Frame) -> Iterator[tuple[str, Shift]]:
    for event in frame.brief.events:
        for day in every_day(frame.first_day, frame.weeks * 7 + 1):
            if frame.meets(event.when, day):
                shift = _event_shift(frame, event, day)
                for who in event.who:
                    yield who, shift


def _event_shift(frame: Frame, event: Event, day: date) -> Shift:
    start, end = frame.clock.at(day, event.start), frame.clock.at(day, event.start + event.length)
    return Shift(
        id=f"{day:%Y-%m-%d} {event.id}",
        kind=event.kind or event.name,
        sort=Sort.DAY,
        start=start,
        end=end,
        span=Span(frame.clock.minute(start), frame.clock.minute(end)),
        charged=event.charged,
        event=event.sort,
        place=event.place,
    )


def _elsewhere(frame: Frame) -> Iterator[tuple[str, Shift]]:
    for assistant in frame.people:
        for number, other in enumerate(assistant.elsewhere, start=1):
            for span in frame.hours(other.hours):
                start, end = frame.clock.wall(span.start), frame.clock.wall(span.end)
                name = f"{start:%Y-%m-%d} {assistant.id} annet arbeid {number}"
                shift = Shift(name, "annet arbeid", Sort.DAY, start, end, span, charged=False, elsewhere=other.where)
                minor = is_minor(assistant, frame.first_day if frame.cyclic else start.date())
                yield assistant.id, replace(shift, minor=minor)


def past_shift(brief: Brief, one: PastShift, number: int) -> Shift:
    """A shift worked before the plan; its kind, where it is known, tells of resting parts and breaks."""
    known = next((kind for kind in brief.kinds if kind.code == one.kind), None)
    name = f"før {number + 1}"
    if known is not None:
        usual = shift_of_kind(OSLO, known, one.start.date(), name)
        if (usual.start, usual.end) == (one.start, one.end):
            return usual
    span = Span(OSLO.minute(one.start), OSLO.minute(one.end))
    return Shift(name, one.kind or "", known.sort if known else Sort.DAY, one.start, one.end, span)


def training_days(frame: Frame, who: str) -> tuple[datetime, ...]:
    """When each of the assistant's training shifts ends, in order."""
    return tuple(sorted(shift.end for one, shift in frame.fixed if one == who and shift.event is EventSort.TRAINING))
