"""What the contract comes to over a plan, and what of it is paid (D8, D28, D33).

The contract is so many minutes a week on average, over the plan; where a grunnturnus is rolled out to dates, over each
whole turn of it, for what the dates hold of a last turn goes on with the grunnturnus (D27). A day of vacation from
Monday to Saturday takes a sixth of a week out of it, a day outside employment a seventh, and of a day of long absence
its share that is away. A cycle has no dates, so nothing is taken out (D25). Who covers for somebody away, as a vikar or
by consent, may have an equal part of those hours besides. A shift of the grunnturnus that is off with pay (F3, F4, F5)
is paid for, and needs no other in its place. So is what somebody had planned who fell sick or left, or what was called
off; who has said yes to a shift beyond what they want may have it besides (aml § 10-6 (1)).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from roster.domain.assistant import Assistant
from roster.domain.finding import Finding
from roster.domain.frame import Frame
from roster.domain.kinds import Because, Position
from roster.domain.roster import Roster, Weekly, WorkWeek
from roster.domain.shift import paid
from roster.domain.spans import Span

_WEEKDAYS = 6


def paid_minutes(roster: Roster, who: str, weeks: tuple[int, int]) -> int:
    """Minutes paid for all but overtime that the assistant works here in those weeks, by the clock."""
    first, last = weeks
    return sum(_PAID.of(roster, who)[first:last])


def _paid(frame: Frame, _: str, week: WorkWeek) -> int:
    resting = frame.brief.settings.resting_paid
    return sum(paid(one, resting) for one in week.shifts if one.here and not one.is_overtime)


_PAID = Weekly(_paid)


def contract_paid(frame: Frame, person: Assistant, weeks: tuple[int, int]) -> Fraction:
    """Minutes that the contract gives over those weeks."""
    counted = weeks_counted(frame, person, weeks)
    return max(Fraction(0), person.contract_week * counted - off_with_pay(frame, person, weeks))


def most_paid(frame: Frame, person: Assistant, weeks: tuple[int, int]) -> Fraction | None:
    """Most minutes over those weeks by contract or wish; None for who has no agreed hours and names no limit."""
    if not person.percent and person.wants_up_to is None:
        return None
    counted = weeks_counted(frame, person, weeks)
    least = contract_paid(frame, person, weeks)
    agreed = _credits(frame, person, weeks, lambda because: because is Because.AGREED)
    covers = sum((_lent(frame, person, day) for day in _days(frame, weeks)), Fraction(0))
    return max(least, person.most_week * counted - off_with_pay(frame, person, weeks)) + agreed + covers


def _lent(frame: Frame, person: Assistant, day: date) -> Fraction:
    """Minutes a day that others leave to the person."""
    lent = Fraction(0)
    for other in frame.people:
        for leave in other.leaves:
            may = leave.consent or person.position is not Position.PERMANENT
            if may and person.id in leave.covered_by and leave.dates.first <= day <= leave.dates.last:
                lent += other.contract_week / 7 * leave.share / len(leave.covered_by)
    return lent


def _days(frame: Frame, weeks: tuple[int, int]) -> Iterator[date]:
    """The dates of those weeks; none of a cycle, nor where nobody is on leave."""
    if not frame.cyclic and any(one.leaves for one in frame.people):
        yield from (frame.first_day + timedelta(days=n) for n in range(7 * weeks[0], 7 * weeks[1]))


def called_off(frame: Frame, person: Assistant, weeks: tuple[int, int]) -> int:
    """Minutes of shifts in those weeks that the assistant lost because nobody was needed: paid, not worked (D34)."""
    return _credits(frame, person, weeks, lambda because: because is Because.CALLED_OFF)


def _credits(frame: Frame, person: Assistant, weeks: tuple[int, int], of: Callable[[Because], bool]) -> int:
    if frame.cyclic:
        return 0
    first = frame.first_day + timedelta(days=7 * weeks[0])
    end = frame.first_day + timedelta(days=7 * weeks[1])
    return sum(one.minutes for one in person.credits if first <= one.day < end and of(one.because))


def off_with_pay(frame: Frame, person: Assistant, weeks: tuple[int, int]) -> int:
    """Minutes of F3, F4 and F5 in those weeks, and of what was planned for who is away: had as if they were worked."""
    if frame.cyclic:
        return 0
    first = frame.first_day + timedelta(days=7 * weeks[0])
    end = frame.first_day + timedelta(days=7 * weeks[1])
    off = sum(one.minutes for one in person.paid_off if first <= one.day < end)
    return off + _credits(frame, person, weeks, lambda because: because is not Because.AGREED)


def worst_of(found: Iterable[Finding]) -> Iterator[Finding]:
    """Those that fail; where none does, the one with least to spare."""
    judged = list(found)
    failing = [one for one in judged if one.verdict.fails]
    yield from failing or sorted(judged, key=_to_spare)[:1]


def _to_spare(one: Finding) -> int:
    return abs((one.limit or 0) - (one.measured or 0))


def span_of_weeks(frame: Frame, weeks: tuple[int, int]) -> Span:
    return Span(frame.week_spans[weeks[0]].start, frame.week_spans[weeks[1] - 1].end)


def weeks_counted(frame: Frame, person: Assistant, weeks: tuple[int, int]) -> Fraction:
    """How many of the weeks (first, and the one after the last) the assistant is employed and not away in."""
    if frame.cyclic or not (person.vacation or person.employed_from or person.employed_to or person.leaves):
        return Fraction(weeks[1] - weeks[0])
    begins = frame.first_day + timedelta(days=7 * weeks[0])
    first = max(begins, person.employed_from or begins)
    last = frame.first_day + timedelta(days=7 * weeks[1] - 1)
    last = min(last, person.employed_to or last)
    employed = max(0, (last - first).days + 1)
    off = {
        day
        for dates in person.vacation
        for day in (dates.first + timedelta(days=n) for n in range((dates.last - dates.first).days + 1))
        if first <= day <= last and day.weekday() < _WEEKDAYS
    }
    gone = Fraction(0)
    for leave in person.leaves:
        begins, ends = max(first, leave.dates.first), min(last, leave.dates.last)
        days = [begins + timedelta(days=n) for n in range((ends - begins).days + 1)]
        working = [day for day in days if not any(dates.first <= day <= dates.last for dates in person.vacation)]
        gone += leave.share * len(working) / 7
    return max(Fraction(0), Fraction(employed, 7) - Fraction(len(off), _WEEKDAYS) - gone)
