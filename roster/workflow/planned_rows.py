"""What the versions in use had planned on some days, as rows that can be held against what was worked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.closing import MadeOf
from roster.domain.kinds import Because
from roster.domain.settings import Settings
from roster.domain.shift import Shift
from roster.domain.worked import How, Row, in_order
from roster.reading.worked_rows import CREDITED
from roster.workflow.in_force import InForce

_HAD = {Because.SICK: How.SICK, Because.CALLED_OFF: How.CALLED_OFF}


def planned_rows(used: Iterable[InForce], first: date, last: date) -> tuple[Row, ...]:
    """Each shift and event that starts from ``first`` through ``last``, and hours the version says are had.

    A shift belongs whole to the day on which it starts (D10), and each day to the version that was in use on it.
    """
    return in_order(row for one in used for row in _rows(one, first, last))


def made_of(used: Iterable[InForce], first: date, last: date) -> tuple[MadeOf, ...]:
    """Which versions have those days, each on which of them."""
    found = []
    for one in used:
        if one.roster.frame.cyclic:
            continue
        dates = one.roster.frame.dates
        begins = max(first, one.first, dates[0])
        ends = min(last, dates[-1], one.last or last)
        if begins <= ends:
            found.append(MadeOf(one.version, begins, ends))
    return tuple(found)


def brief_of(used: Sequence[InForce]) -> Brief:
    """The brief of the last version, with those who were in an earlier one too."""
    last = used[-1].roster.frame.brief
    people = {one.id: one for version in used for one in version.roster.frame.people}
    order = [one.id for one in last.assistants]
    ordered = sorted(people.values(), key=lambda one: order.index(one.id) if one.id in order else len(order))
    return replace(last, assistants=tuple(ordered))


def briefs_of(used: Sequence[InForce], whole: Brief) -> Callable[[Row], Brief]:
    """The brief that a row is read by: of the version that ran on its day, else of the last that knows its code.

    So a later version that has other breaks in a kind of shift changes nothing of what was worked before it.
    ``whole``: the brief with everybody, and that of a row of which no version knows.
    """
    own = tuple((one, replace(one.roster.frame.brief, assistants=whole.assistants)) for one in used)

    def brief(row: Row) -> Brief:
        ran = next((then for one, then in own if one.holds(row.day)), whole)
        if not row.code or _knows(ran, row.code):
            return ran
        return next((then for _, then in reversed(own) if _knows(then, row.code)), ran)

    return brief


def person_then(used: Sequence[InForce], person: Assistant) -> Callable[[date], Assistant]:
    """What was agreed with the person on a day: by the version that ran, else the last before it, else the first.

    When the employment begins and ends is known best now, and absence that no version had then is told later.
    """
    people = [(one, next((each for each in one.roster.frame.people if each.id == person.id), None)) for one in used]
    known = [(one, _told_later(then, person)) for one, then in people if then is not None]

    def on(day: date) -> Assistant:
        ran = (then for one, then in known if one.holds(day))
        before = [then for one, then in known if one.first <= day]
        return next(ran, before[-1] if before else known[0][1] if known else person)

    return on


def settings_then(used: Sequence[InForce]) -> Callable[[date], Settings]:
    """The settings on a day: of the version that ran, else the last before it, else the first."""

    def on(day: date) -> Settings:
        ran = (one for one in used if one.holds(day))
        before = [one for one in used if one.first <= day]
        return next(ran, before[-1] if before else used[0]).roster.frame.brief.settings

    return on


def _told_later(then: Assistant, now: Assistant) -> Assistant:
    return replace(
        then,
        employed_from=now.employed_from,
        employed_to=now.employed_to,
        vacation=then.vacation or now.vacation,
        leaves=then.leaves or now.leaves,
    )


def _knows(brief: Brief, code: str) -> bool:
    return any(one.code == code for one in brief.kinds) or any(one.id == code for one in brief.events)


def _rows(one: InForce, first: date, last: date) -> Iterator[Row]:
    for person in one.roster.frame.people:
        for shift in one.roster.duties(person.id):
            if first <= shift.start.date() <= last and one.has(shift):
                yield _row(person.id, shift)
        for day, how, code, minutes in _had(person):
            if first <= day <= last and one.holds(day) and minutes > 0:
                start = datetime.combine(day, time())
                end = start + timedelta(minutes=minutes)
                yield Row(person.id, start, end, code, how, credited=minutes)


def _had(person: Assistant) -> Iterator[tuple[date, How, str, int]]:
    yield from ((one.day, _HAD[one.because], CREDITED, one.minutes) for one in person.credits if one.because in _HAD)
    yield from ((one.day, How.OFF, one.code.value, one.minutes) for one in person.paid_off)


def _row(who: str, shift: Shift) -> Row:
    """An event goes by its own id, so that it is known again whatever kind of shift it is beside."""
    code = shift.id[len("2027-01-04 ") :] if shift.event is not None else shift.kind
    return Row(who, shift.start, shift.end, code, planned=shift.id, travel=shift.travel and shift.event is None)
