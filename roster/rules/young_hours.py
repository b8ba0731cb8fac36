"""Arbeidstid for unge: aml § 11-2.

Read as: on a day on which the assistant is under 18, what starts is at most 8 hours, and all that starts on such days
of one week at most 40; nothing is averaged, overtime counts, and so does work for other employers ((4), D18). Under
15 it is 7 and 35 hours; on what may be a school day more than 2, and in what may be a school week more than 12, are
to be considered, for the school's calendar is not known. An excess that vanishes by the clock is, too (D9). Nobody
can agree otherwise.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from roster.domain.assistant import Assistant
from roster.domain.days import is_red
from roster.domain.finding import Finding, Owed, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.shift import Shift, worked, worked_at_least, worked_by_clock
from roster.domain.spans import Span
from roster.rules import numbers
from roster.rules.asking import because, mine
from roster.rules.day_limits import day_limits
from roster.rules.numbers import Number, aml
from roster.rules.periods import days_of_work
from roster.rules.rule import Rule, each
from roster.rules.terms import Terms
from roster.rules.verdicts import BY_CLOCK, Judged, found
from roster.rules.young import ever_young, is_child, is_young, young_people
from solver.problem import Limit, Minutes

ID = "young-hours"
SOURCE = aml("11-2")
SCHOOL = "school"
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class _Age:
    """The hours of an age: of a day, of a week, and of those in which there may be school."""

    name: str
    day: Number
    week: Number
    school_day: Number | None = None
    school_week: Number | None = None

    def holds(self, frame: Frame, person: Assistant, day: date) -> bool:
        child = is_child(frame, person, day)
        return child if self is CHILD else is_young(frame, person, day) and not child


CHILD = _Age("child", numbers.CHILD_DAY, numbers.CHILD_WEEK, numbers.CHILD_SCHOOL_DAY, numbers.CHILD_SCHOOL_WEEK)
YOUNG = _Age("young", numbers.YOUNG_DAY, numbers.YOUNG_WEEK)


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant; nothing of adults."""
    if not ever_young(roster.frame, person):
        return
    seen = [*_days(roster, person), *_weeks(roster, person)]
    wrong = [one for one in seen if one.verdict is not Verdict.OK]
    yield from wrong or sorted(seen, key=_to_spare)[:1] or [_nothing(roster.frame, person)]


def _to_spare(one: Finding) -> int:
    return (one.limit or 0) - (one.measured or 0)


def _nothing(frame: Frame, person: Assistant) -> Finding:
    ok = Judged(Verdict.OK, _owed(frame, YOUNG.day))
    return found(ID, SOURCE, ok, person.id, None, measured=0)


def _owed(frame: Frame, number: Number) -> Owed:
    return Owed(number.on(frame.first_day), (SOURCE.paragraph,))


def _judged(frame: Frame, minutes: int, clock: int, most: Number, at_school: Number | None) -> Judged:
    owed = _owed(frame, most)
    if minutes > owed.amount:
        return Judged(Verdict.BREACH, owed) if clock > owed.amount else Judged(Verdict.CONSIDER, owed, BY_CLOCK)
    if at_school is not None and minutes > at_school.on(frame.first_day):
        return Judged(Verdict.CONSIDER, _owed(frame, at_school), SCHOOL)
    return Judged(Verdict.OK, owed)


def _days(roster: Roster, person: Assistant) -> Iterator[Finding]:
    frame = roster.frame
    for day in days_of_work(roster, person.id):
        on = day.shifts[0].start.date()
        for age in (CHILD, YOUNG):
            if age.holds(frame, person, on):
                at_school = age.school_day if _school_day(frame, on) else None
                judged = _judged(frame, day.minutes, day.clock, age.day, at_school)
                yield found(ID, SOURCE, judged, person.id, day.span, measured=day.minutes)


def _school_day(frame: Frame, day: date) -> bool:
    """There may be school: from Monday to Friday, but for red days."""
    return day.weekday() < SATURDAY and (frame.cyclic or not is_red(day))


def _weeks(roster: Roster, person: Assistant) -> Iterator[Finding]:
    frame = roster.frame
    every = [one for one in roster.of(person.id) if one.counts_in_limits]
    for number, span in enumerate(frame.week_spans):
        for age in (CHILD, YOUNG):
            shifts = [
                one for one in every if frame.week_of(one) == number and age.holds(frame, person, one.start.date())
            ]
            if shifts:
                minutes, clock = sum(map(worked, shifts)), sum(map(worked_by_clock, shifts))
                judged = _judged(frame, minutes, clock, age.week, age.school_week)
                yield _week(person, judged, span, number, minutes)


def _week(person: Assistant, judged: Judged, span: Span, number: int, minutes: int) -> Finding:
    return found(ID, SOURCE, judged, person.id, span, measured=minutes, unit=Unit.MINUTES_A_WEEK, week=number + 1)


def limits(frame: Frame) -> Iterator[Limit]:
    """The hours of a day and of a week, of what starts while the assistant is of that age."""
    for person in young_people(frame):
        who, why = person.id, because(ID, person.id)
        for age in (CHILD, YOUNG):
            time = _while(frame, person, age)
            yield from day_limits(frame, who, time, _of_day(frame, age), why)
            for number in range(frame.weeks):
                amounts = tuple(
                    (one.id, time(one)) for one in mine(frame, who) if frame.week_of(one) == number and time(one)
                )
                if sum(amount for _, amount in amounts) > age.week.on(frame.first_day):
                    yield Minutes(who, amounts, why, most=age.week.on(frame.first_day))


def _of_day(frame: Frame, age: _Age) -> Callable[[Terms], int]:
    """The hours of a day, which no terms change."""
    return lambda _: age.day.on(frame.first_day)


def _while(frame: Frame, person: Assistant, age: _Age) -> Callable[[Shift], int]:
    """Minutes of a shift that starts at that age, and none of others."""
    return lambda one: worked_at_least(one) if age.holds(frame, person, one.start.date()) else 0


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
