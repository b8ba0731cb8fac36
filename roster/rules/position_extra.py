"""Fortrinnsrett til ekstra vakter: aml § 14-3.

Read as: a part-timer who wants more has priority to extra shifts. So where somebody without that priority has a shift
beyond their contract, and a part-timer who wants it and has the skills could have had it - not at work, with the daily
rest on both sides, within what they want and can - that is to be considered: whether they are qualified, and whether
it would be of substantial inconvenience, is not in the plan. Priority have all part-timers with agreed hours who want
more; among them the employer chooses. The order of D29 is one of better and worse, so the solver is told nothing hard.
"""

from collections.abc import Iterator

from roster.domain.assistant import Assistant
from roster.domain.contract import turns
from roster.domain.finding import Finding, Owed, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kept import Kept
from roster.domain.kinds import Position
from roster.domain.rhythm import holds_skills, weekend_of
from roster.domain.roster import Roster
from roster.domain.shift import Shift, paid
from roster.domain.spans import Span, merged
from roster.rules.contract import contract_paid, most_paid, paid_minutes, span_of_weeks
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.terms import terms
from roster.rules.verdicts import Judged, found
from roster.rules.windows import a_week
from solver.problem import Limit

ID = "position-extra"
SOURCE = aml("14-3")
FULL = 100

Weeks = tuple[int, int]


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    passed_by = [one for weeks in turns(roster.frame) if (one := _of(roster, person, weeks)) is not None]
    yield from passed_by
    if not passed_by:
        yield found(ID, SOURCE, Judged(Verdict.OK, Owed(0, (SOURCE.paragraph,))), person.id, None, measured=0)


def _beside(frame: Frame, _: str) -> Iterator[str]:
    """Whoever has priority may be passed by for a shift that somebody else is given."""
    return (one.id for one in frame.people if has_priority(one))


def _of(roster: Roster, person: Assistant, weeks: Weeks) -> Finding | None:
    """The shifts of those weeks that went to somebody else; the first is named."""
    frame = roster.frame
    most = most_paid(frame, person, weeks)
    if not has_priority(person) or most is None:
        return None
    has = paid_minutes(roster, person.id, weeks)
    shifts = [(who, one) for who, one in _extra(roster, weeks) if has + _paid(frame, one) <= most]
    able = [(who, one) for who, one in shifts if _could(roster, person, one)] if shifts else []
    if not able:
        return None
    who, first = able[0]
    owed = Owed(int(most / (weeks[1] - weeks[0])), (SOURCE.paragraph, "ønsker inntil"))
    return found(
        ID,
        SOURCE,
        Judged(Verdict.CONSIDER, owed),
        person.id,
        span_of_weeks(frame, weeks),
        measured=a_week(has, weeks[1] - weeks[0]),
        unit=Unit.MINUTES_A_WEEK,
        other=who,
        shift=first.id,
        kind=first.kind,
        count=len(able),
        weeks=weeks[1] - weeks[0],
    )


def has_priority(person: Assistant) -> bool:
    """A part-timer with agreed hours who wants more; one on call has no position to extend."""
    part_time = 0 < person.percent < FULL and person.position is not Position.ON_CALL
    return part_time and person.wanted_week > person.contract_week


_EXTRA: Kept[tuple[tuple[str, Shift], ...]] = Kept()


def _extra(roster: Roster, weeks: Weeks) -> tuple[tuple[str, Shift], ...]:
    """Shifts beyond the contract of somebody without the priority, with who has them."""
    return _EXTRA.of(roster, weeks, lambda: tuple(_beyond_contract(roster, weeks)))


def _beyond_contract(roster: Roster, weeks: Weeks) -> Iterator[tuple[str, Shift]]:
    frame = roster.frame
    for person in frame.people:
        if has_priority(person):
            continue
        over = paid_minutes(roster, person.id, weeks) - contract_paid(frame, person, weeks)
        for one in roster.duties(person.id):
            inside = weeks[0] <= frame.week_of(one) < weeks[1]
            if inside and one.event is None and 0 < _paid(frame, one) <= over:
                yield person.id, one


def _paid(frame: Frame, shift: Shift) -> int:
    return paid(shift, frame.brief.settings.resting_paid)


def _could(roster: Roster, person: Assistant, shift: Shift) -> bool:
    """The assistant could have had the shift, as far as the plan tells."""
    frame = roster.frame
    day = shift.start.date()
    rest = terms(frame.brief, person.id).daily_rest.amount
    around = Span(shift.span.start - rest, shift.span.end + rest)
    employed = (person.employed_from or day) <= day <= (person.employed_to or day) and day >= (
        person.may_work_from or day
    )
    return (
        employed
        and holds_skills(person, shift)
        and not any(day in dates for dates in person.vacation)
        and not any(day in gone.dates for gone in person.absences)
        and (frame.cyclic or not any(day in gone.dates for gone in person.leaves))
        and not any(work.span.overlap(around) for work in roster.timeline(person.id))
        and not any(one.span.overlap(shift.span) for one in roster.of(person.id))
        and _is_available(frame, person, shift)
    )


def _is_available(frame: Frame, person: Assistant, shift: Shift) -> bool:
    rhythm, saturday = person.weekends, weekend_of(shift)
    if rhythm is not None and saturday is not None:
        week = (saturday - frame.first_day).days // 7 + 1
        if (week - rhythm.first) % rhythm.every:
            return False
    if any(span.overlap(shift.span) for hours in person.cannot for span in frame.hours(hours)):
        return False
    return not person.can or any(
        span.holds(shift.span) for span in merged(span for hours in person.can for span in frame.hours(hours))
    )


def limits(_: Frame) -> Iterator[Limit]:
    """Nothing hard: who is offered extra work first is a matter of better and worse (D29)."""
    yield from ()


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of, beside=_beside)
