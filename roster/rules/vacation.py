"""Ferie: ferieloven §§ 5-7, D33.

Read as: nothing the assistant works here overlaps a day of agreed vacation, 00 to 24. Somebody employed throughout has
25 virkedager a year, 31 from the year in which they turn 60, Sundays and red days left out; a plan of at least 52
weeks should hold them, and one that holds all of 1 June to 30 September, 18 of them there. Vacation is told at least
two months ahead, at the latest when the plan is discussed. These three are to be considered: days may be carried
over, and told otherwise. A cycle has no dates (D25). Vacation is told to the solver, not asked of it.
"""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from roster.domain.assistant import Assistant
from roster.domain.days import DateSpan, every_day, is_red
from roster.domain.finding import Finding, Source, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import Position
from roster.domain.roster import Roster
from roster.domain.spans import Span
from roster.rules import numbers
from roster.rules.asking import because, ids
from roster.rules.numbers import READ, VACATION_URL
from roster.rules.rule import Rule, each
from solver.problem import Limit, Off

ID = "vacation"
SOURCE = Source("ferieloven §§ 5 og 6", VACATION_URL, READ)
YEAR, SUMMER, TOLD = "year", "summer", "told"
SUMMER_FROM, SUMMER_TO = (6, 1), (9, 30)
YEAR_WEEKS = 52
SUNDAY = 6


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant."""
    wrong = [] if roster.frame.cyclic else list(_work_on_vacation(roster, person))
    counted = [] if roster.frame.cyclic else [*_days(roster.frame, person), *_told(roster.frame, person)]
    few = [one for one in counted if one.verdict is not Verdict.OK]
    yield from (*wrong, *few)
    if counted and not wrong and not few:
        yield min(counted, key=lambda one: (one.measured or 0) - (one.limit or 0))
    elif not wrong and not few:
        yield Finding(ID, Verdict.OK, person.id, None, 0, 0, Unit.MINUTES, SOURCE, (SOURCE.paragraph,))


def _work_on_vacation(roster: Roster, person: Assistant) -> Iterator[Finding]:
    if not person.vacation:
        return
    shifts = roster.duties(person.id)
    longest = max((one.span.minutes for one in shifts), default=0)
    for dates in person.vacation:
        off = Span(roster.frame.whole_day(dates.first).start, roster.frame.whole_day(dates.last).end)
        at = bisect_left(shifts, off.start - longest, key=lambda one: one.span.start)
        for shift in shifts[at:]:
            if shift.span.start >= off.end:
                break
            common = off.overlap(shift.span)
            if common:
                facts = {"shift": shift.id, "kind": shift.kind}
                yield Finding(
                    ID,
                    Verdict.BREACH,
                    person.id,
                    shift.span,
                    common,
                    0,
                    Unit.MINUTES,
                    SOURCE,
                    (SOURCE.paragraph,),
                    facts=facts,
                )


def _days(frame: Frame, person: Assistant) -> Iterator[Finding]:
    """The days of vacation in the year planned, and in the summers planned."""
    on, first, last = frame.first_day, frame.first_day, frame.first_day + timedelta(days=7 * frame.weeks - 1)
    throughout = (person.employed_from or first) <= first and (person.employed_to or last) >= last
    if not throughout or person.position is Position.ON_CALL:
        return
    if frame.weeks >= YEAR_WEEKS:
        year = DateSpan(first, first + timedelta(days=7 * YEAR_WEEKS - 1))
        more = numbers.VACATION_MORE_DAYS.on(on) if is_older(person, on) else 0
        yield _count(frame, person, year, numbers.VACATION_DAYS.on(on) + more, YEAR)
    for number in range(first.year, last.year + 1):
        summer = DateSpan(date(number, *SUMMER_FROM), date(number, *SUMMER_TO))
        if first <= summer.first and summer.last <= last:
            yield _count(frame, person, summer, numbers.VACATION_MAIN_DAYS.on(on), SUMMER)


def is_older(person: Assistant, day: date) -> bool:
    """The assistant has turned 60 before the year is out (§ 5 (2))."""
    if person.born is None:
        return False
    born = person.born if isinstance(person.born, int) else person.born.year
    return day.year - born >= numbers.VACATION_MORE_FROM.on(day)


def _count(frame: Frame, person: Assistant, within: DateSpan, limit: int, about: str) -> Finding:
    days = {
        day
        for dates in person.vacation
        for day in every_day(dates.first, (dates.last - dates.first).days + 1)
        if day in within and day.weekday() != SUNDAY and not is_red(day)
    }
    verdict = Verdict.OK if len(days) >= limit else Verdict.CONSIDER
    span = Span(frame.whole_day(within.first).start, frame.whole_day(within.last).end)
    return Finding(
        ID, verdict, person.id, span, len(days), limit, Unit.COUNT, SOURCE, (SOURCE.paragraph,), facts={"about": about}
    )


def _told(frame: Frame, person: Assistant) -> Iterator[Finding]:
    """Vacation that begins less than two months after the plan was discussed; the first of them."""
    told, start = frame.brief.discussed, frame.first_day
    if told is None:
        return
    for dates in sorted(person.vacation, key=lambda one: one.first):
        latest = months_before(dates.first, numbers.VACATION_NOTICE_MONTHS.on(start))
        if dates.first >= start and told > latest:
            source = numbers.VACATION_NOTICE_MONTHS.source(start)
            had, owed = (dates.first - told).days, (dates.first - latest).days
            facts = {"about": TOLD, "day": dates.first.isoformat(), "last": latest.isoformat()}
            span = frame.whole_day(dates.first)
            yield Finding(
                ID, Verdict.CONSIDER, person.id, span, had, owed, Unit.COUNT, source, (source.paragraph,), facts=facts
            )
            return


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months before, or the last day of a shorter month."""
    month = day.month - months
    year, month = (day.year, month) if month > 0 else (day.year - 1, month + 12)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def limits(frame: Frame) -> Iterator[Limit]:
    """Off every shift that touches a day of vacation, 00 to 24 (D24)."""
    if frame.cyclic:
        return
    for assistant in frame.people:
        away = [Span(frame.whole_day(one.first).start, frame.whole_day(one.last).end) for one in assistant.vacation]
        touched = ids(one for one in frame.shifts if any(one.span.overlap(span) for span in away))
        if touched:
            yield Off(assistant.id, touched, because(ID, assistant.id))


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
