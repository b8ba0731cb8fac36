"""Nattarbeid for unge: aml § 11-3.

Read as: while the assistant is under 18, no work here lies between 23 and 06, and every night holds 8 hours off on end
around that time; work between 21 and 23 must be necessary, which is to be considered. Under 15 nothing lies between 20
and 06. Who turns 18 is of age from midnight. Resting duty is work; standby outside the workplace is not. Work for
others counts in the hours off. Nobody can agree otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from roster.domain.assistant import Assistant
from roster.domain.days import every_day
from roster.domain.finding import Finding, Owed, Verdict
from roster.domain.frame import Frame
from roster.domain.kinds import WorkSort
from roster.domain.roster import Part, Roster
from roster.domain.shift import Shift
from roster.domain.spans import DAY, Span
from roster.rules import numbers
from roster.rules.asking import because, ids, with_past
from roster.rules.numbers import aml
from roster.rules.rule import Rule, each
from roster.rules.verdicts import Judged, found
from roster.rules.young import adult_from, ever_young, is_child, is_young, young_people
from solver.problem import Limit, Off, Succession

ID = "young-night"
SOURCE = aml("11-3")
EVENING, FREE = "young_evening", "young_free"


@dataclass(frozen=True, slots=True)
class _Night:
    """A night of somebody young: what of it is barred, and in what of the evening work must be necessary."""

    barred: Span
    evening: Span | None


def check_of(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """What is found of one assistant; nothing of adults."""
    if not ever_young(roster.frame, person):
        return
    seen = [*_at_night(roster, person), *_hours_off(roster, person)]
    yield from seen
    if not seen:
        ok = Judged(Verdict.OK, Owed(0, (SOURCE.paragraph,)))
        yield found(ID, SOURCE, ok, person.id, None, measured=0)


def _at_night(roster: Roster, person: Assistant) -> Iterator[Finding]:
    nothing = Owed(0, (SOURCE.paragraph,))
    nights = _nights(roster.frame, person)
    for shift in roster.duties(person.id):
        if shift.work is WorkSort.STANDBY:
            continue
        barred = sum(night.barred.overlap(shift.span) for night in nights)
        evening = sum(night.evening.overlap(shift.span) for night in nights if night.evening)
        if barred:
            yield found(ID, SOURCE, Judged(Verdict.BREACH, nothing), person.id, shift.span, measured=barred)
        elif evening:
            judged = Judged(Verdict.CONSIDER, nothing, EVENING)
            yield found(ID, SOURCE, judged, person.id, shift.span, measured=evening)


def _hours_off(roster: Roster, person: Assistant) -> Iterator[Finding]:
    """Hours off over the time that is barred, where nothing lies in it but they are fewer than 8."""
    frame = roster.frame
    owed = Owed(numbers.YOUNG_NIGHT_FREE.on(frame.first_day), (SOURCE.paragraph,))
    line = [work for work in roster.timeline(person.id) if work.shift.work is not WorkSort.STANDBY]
    nights = [night.barred for night in _nights(frame, person)]
    for one, other in pairwise(line):
        planned = Part.PLAN in (one.part, other.part) and frame.span.start <= other.span.start
        free = other.span.start - one.span.end
        over = any(one.span.end <= night.start and night.end <= other.span.start for night in nights)
        if planned and over and free < owed.amount:
            gap = Span(one.span.end, other.span.start)
            yield found(ID, SOURCE, Judged(Verdict.BREACH, owed), person.id, gap, measured=free, about=FREE)


def _nights(frame: Frame, person: Assistant) -> tuple[_Night, ...]:
    """The nights of the plan, the one before its first day too, as far as the assistant is young in them."""
    days = every_day(frame.first_day - timedelta(days=1), frame.weeks * 7 + 2)
    return tuple(night for day in days if (night := _night(frame, person, day)) is not None)


def _night(frame: Frame, person: Assistant, day: date) -> _Night | None:
    """The night from that day to the next."""
    on = frame.first_day
    if not is_young(frame, person, day):
        return None

    def at(minute: int) -> int:
        return frame.clock.minute(frame.clock.at(day, minute))

    child = is_child(frame, person, day)
    from_ = (numbers.CHILD_NIGHT_FREE_FROM if child else numbers.YOUNG_NIGHT_FREE_FROM).on(on)
    grown = not is_young(frame, person, adult_from(person)) and adult_from(person) == day + timedelta(days=1)
    until = at(DAY) if grown else at(DAY + numbers.YOUNG_NIGHT_FREE_TO.on(on))
    reason = None if child else Span(at(numbers.YOUNG_NIGHT_REASON_FROM.on(on)), at(from_))
    return _Night(Span(at(from_), until), reason)


def limits(frame: Frame) -> Iterator[Limit]:
    """Off what touches the hours barred, and no two shifts with too few hours off around them."""
    least = numbers.YOUNG_NIGHT_FREE.on(frame.first_day)
    for person in young_people(frame):
        why = because(ID, person.id)
        nights = [one.barred for one in _nights(frame, person)]
        barred = ids(one for one in frame.shifts if any(night.overlap(one.span) for night in nights))
        if barred:
            yield Off(person.id, barred, why)
        pairs = tuple(_too_near(frame, person, nights, least))
        if pairs:
            yield Succession(person.id, pairs, why)


def _too_near(frame: Frame, person: Assistant, nights: list[Span], least: int) -> Iterator[tuple[str, str]]:
    """Shifts on either side of a night with fewer hours off than that between them."""
    line = [one for one in with_past(frame, person.id) if one.work is not WorkSort.STANDBY]
    length = frame.span.minutes if frame.cyclic else 0
    for night in nights:
        before = [(one, by) for one, by in _turns(line, length) if night.end - least < one.span.end + by <= night.start]
        after = [
            (one, by) for one, by in _turns(line, length) if night.end <= one.span.start + by < night.start + least
        ]
        for one, early in before:
            for other, late in after:
                if other.span.start + late - one.span.end - early < least:
                    yield one.id, other.id


def _turns(line: list[Shift], length: int) -> list[tuple[Shift, int]]:
    """Each shift by how much it is moved to stand in the turns of a cycle on either side, too."""
    return [(one, by) for one in line for by in ((0, -length, length) if length else (0,))]


check = each(check_of)
RULE = Rule(ID, SOURCE, check, limits, check_of)
