"""Rullerende turnus: all in a group walk one line, each some weeks behind the one before (D26)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roster.domain.age import is_minor
from roster.domain.assistant import Assistant
from roster.domain.brief import Agreement, Brief, Period, Wish
from roster.domain.days import WeekRule, When
from roster.domain.frame import Frame, cycle_frame
from roster.domain.kinds import Form, Lines
from roster.domain.shift import Shift
from roster.domain.shift_of_kind import shift_of_kind


@dataclass(frozen=True, slots=True)
class Group:
    """Assistants who walk one line; each starts ``step`` weeks further into it than the one before."""

    members: tuple[str, ...]
    step: int

    @property
    def starts(self) -> tuple[int, ...]:
        """The week of the line, from 0, in which each member starts."""
        return tuple(number * self.step for number in range(len(self.members)))


def groups(brief: Brief) -> tuple[Group, ...]:
    """The groups, in the order of the brief; each as many weeks long as the plan (reading sees to it)."""
    alike: dict[object, list[str]] = {}
    for one in brief.assistants:
        alike.setdefault(likeness(one, brief.period, brief.agreements), []).append(one.id)
    return tuple(Group(tuple(members), brief.period.weeks // len(members)) for members in alike.values())


def on_one_line(brief: Brief, who: str) -> tuple[str, ...]:
    """All who walk the line of the assistant; nobody where each has an own line."""
    if brief.period.form is not Form.CYCLE or brief.period.lines is not Lines.COMMON:
        return ()
    return next((one.members for one in groups(brief) if who in one.members and len(one.members) > 1), ())


def likeness(one: Assistant, period: Period, agreements: Iterable[Agreement]) -> tuple[object, ...]:
    """What must be equal for two to walk one line: position, skills, availability, and what is agreed with them.

    Two who have each signed an agreement of their own are alike where both say the same.
    Who is under 18 when the plan starts walks alone, and so does who asks for something in some weeks and not in
    others: all come to the same week of the line in different weeks.
    """
    return (
        one.position,
        one.percent,
        one.full_time_week,
        frozenset(skill.name for skill in one.skills),
        frozenset((hours.when, hours.start, hours.end) for hours in one.can),
        frozenset((hours.when, hours.start, hours.end) for hours in one.cannot if not hours.when.dated),
        one.most_nights,
        one.most_weekends,
        one.most_minutes,
        frozenset((pin.kind, pin.when) for pin in one.pins),
        frozenset((work.where, work.hours.when, work.hours.start, work.hours.end) for work in one.elsewhere),
        frozenset(_says(each, period) for each in agreements if each.covers is None or one.id in each.covers),
        one.id if is_minor(one, period.start) or _asks_by_week(one) else "",
    )


def _says(agreement: Agreement, period: Period) -> tuple[object, ...]:
    """What it lets a plan do, whoever it is with and whatever it is called; when it began and ends only in the plan."""
    begins = max((day for day in (agreement.valid_from, agreement.signed) if day is not None), default=period.start)
    reached = period.start + timedelta(weeks=max(period.weeks, period.rollout_weeks), days=-1)
    ends = reached if agreement.valid_to is None else min(agreement.valid_to, reached)
    return (
        agreement.paragraph,
        agreement.party,
        frozenset(agreement.values.items()),
        agreement.averaging_weeks,
        agreement.compensating_rest,
        agreement.signed is not None or agreement.use_unsigned,
        max(begins, period.start),
        ends,
    )


def _asks_by_week(one: Assistant) -> bool:
    hours = [*one.can, *(each for each in one.cannot if not each.when.dated)]
    when = [*(each.when for each in hours), *(each.when for each in one.pins)]
    return one.weekends is not None or any(each.weeks is not WeekRule.ALL for each in when)


def line_frame(brief: Brief) -> Frame:
    """The frame of the lines: one assistant stands for each group, and every shift of a week stands in all weeks.

    A shift that no week of the plan needs on that day asks for nobody, but the line may have it where
    somebody who walks it is in another week.
    """
    whole = cycle_frame(brief)
    lines = groups(brief)
    people = {one.id: one for one in brief.assistants}
    stand_for = {group.members[0]: [people[one] for one in group.members] for group in lines}
    starts = {
        who: (group.members[0], start)
        for group in lines
        for who, start in zip(group.members, group.starts, strict=True)
    }
    alone = replace(
        brief,
        assistants=tuple(_standing_for(stand_for[one.id]) for one in brief.assistants if one.id in stand_for),
        wishes=tuple(_on_line(wish, *starts[wish.who], brief.period.weeks) for wish in brief.wishes),
    )
    return replace(
        whole,
        brief=alone,
        shifts=tuple(sorted(_every_week(whole), key=lambda one: (one.span, one.id))),
        fixed=tuple(_seen_from_lines(whole, lines)),
        rotations={group.members[0]: group.starts for group in lines},
    )


def _standing_for(members: list[Assistant]) -> Assistant:
    """The first of them, who wants no more work than the one who wants least: all have the hours of the line."""
    return replace(members[0], wants_up_to=min(members, key=lambda one: one.wanted_week).wants_up_to)


def _on_line(wish: Wish, first: str, start: int, weeks: int) -> Wish:
    """The wish as one of the line, in the weeks of it that the member then walks."""
    return replace(wish, who=first, when=None if wish.when is None else _weeks_on(wish.when, start, weeks))


def _weeks_on(when: When, start: int, weeks: int) -> When:
    match when.weeks:
        case WeekRule.ODD | WeekRule.EVEN if start % 2:
            return replace(when, weeks=WeekRule.EVEN if when.weeks is WeekRule.ODD else WeekRule.ODD)
        case WeekRule.NAMED:
            return replace(when, named=frozenset((number - 1 + start) % weeks + 1 for number in when.named))
        case _:
            return when


def _every_week(whole: Frame) -> list[Shift]:
    known = {one.id: one for one in whole.shifts}
    found: dict[str, Shift] = {}
    for one in whole.shifts:
        kind = whole.brief.kind(one.kind)
        for week in range(whole.weeks):
            name = moved_id(whole, one.id, week)
            day = moved_day(whole, one.start.date(), week)
            found[name] = known.get(name) or shift_of_kind(whole.clock, kind, day, name)
    return list(found.values())


def _seen_from_lines(whole: Frame, lines: tuple[Group, ...]) -> list[tuple[str, Shift]]:
    """Each member's events, moved to the week of the line in which the member then is."""
    found: dict[tuple[str, str], Shift] = {}
    for group in lines:
        for member, start in zip(group.members, group.starts, strict=True):
            for who, shift in whole.fixed:
                if who == member:
                    by = moved_day(whole, shift.start.date(), start) - shift.start.date()
                    moved = replace(
                        shift,
                        id=moved_id(whole, shift.id, start),
                        start=shift.start + by,
                        end=shift.end + by,
                        span=shift.span.moved(by.days * 24 * 60),
                    )
                    found[group.members[0], moved.id] = moved
    return [(who, shift) for (who, _), shift in found.items()]


def walked_by_all(brief: Brief, lines: Frame, works: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Who works what when every member walks the line of the group."""
    members = {group.members[0]: group for group in groups(brief)}
    return frozenset(
        (member, moved_id(lines, shift, -start))
        for first, shift in works
        for member, start in zip(members[first].members, members[first].starts, strict=True)
    )


def places(frame: Frame, shift: Shift) -> tuple[tuple[str, str], ...]:
    """Where on the lines the shift is worked by somebody: (assistant who stands for the group, shift id)."""
    return tuple((who, moved_id(frame, shift.id, by)) for who, starts in frame.rotations.items() for by in starts)


def moved_day(frame: Frame, day: date, weeks: int) -> date:
    """The day so many weeks later, round the cycle."""
    since = (day - frame.first_day).days + 7 * weeks
    return frame.first_day + timedelta(days=since % (7 * frame.weeks))


def moved_id(frame: Frame, shift: str, weeks: int) -> str:
    """The id of the same shift so many weeks later, round the cycle."""
    day, _, rest = shift.partition(" ")
    return f"{moved_day(frame, date.fromisoformat(day), weeks):%Y-%m-%d} {rest}"
