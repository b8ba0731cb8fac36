"""Rullerende turnus: all in a group walk one line, each some weeks behind the one before (D26)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.frame import Frame, cycle_frame, shift_of_kind
from roster.domain.shift import Shift


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
        alike.setdefault(likeness(one), []).append(one.id)
    return tuple(Group(tuple(members), brief.period.weeks // len(members)) for members in alike.values())


def likeness(one: Assistant) -> tuple[object, ...]:
    """What must be equal for two to walk one line: position, skills and availability."""
    return (
        one.position,
        one.percent,
        one.full_time_week,
        frozenset(skill.name for skill in one.skills),
        tuple((hours.when, hours.start, hours.end) for hours in one.can),
        tuple((hours.when, hours.start, hours.end) for hours in one.cannot if not hours.when.dated),
        one.weekends,
        one.most_nights,
        one.most_weekends,
        one.most_minutes,
    )


def line_frame(brief: Brief) -> Frame:
    """The frame of the lines: one assistant stands for each group, and every shift of a week stands in all weeks.

    A shift that no week of the plan needs on that day asks for nobody, but the line may have it where
    somebody who walks it is in another week.
    """
    whole = cycle_frame(brief)
    lines = groups(brief)
    stands_for = {member: group.members[0] for group in lines for member in group.members}
    first = frozenset(stands_for.values())
    alone = replace(
        brief,
        assistants=tuple(one for one in brief.assistants if one.id in first),
        wishes=tuple(replace(wish, who=stands_for[wish.who]) for wish in brief.wishes),
    )
    return replace(
        whole,
        brief=alone,
        shifts=tuple(sorted(_every_week(whole), key=lambda one: (one.span, one.id))),
        fixed=tuple(_seen_from_lines(whole, lines)),
        rotations={group.members[0]: group.starts for group in lines},
    )


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
