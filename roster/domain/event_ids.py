"""The id by which calendars know a shift: given when it is first taken into use, kept while it can be matched.

A shift is the same one when the same person has it on the same date to fill the same need; of those that are left,
the one on that date that starts nearest. Then its id stays, and its sequence goes up if its times do, so that phones
move it too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from roster.domain.roster import Roster
from roster.domain.shift import Shift


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A shift of somebody as their calendar has it; ``start`` and ``end`` have their offset from UTC.

    ``need``: the id of the shift of the brief that it fills. ``summary``: what it is called.
    """

    who: str
    need: str
    uid: str
    sequence: int
    start: datetime
    end: datetime
    summary: str


Named = Callable[[Shift], str]
Fresh = Callable[[str, str], str]


def taken_into_use(
    had: Iterable[CalendarEvent], roster: Roster, since: datetime, named: Named, fresh: Fresh
) -> tuple[CalendarEvent, ...]:
    """The events when the roster runs from ``since``: before that moment those there were, after it its own.

    ``named`` says what a shift is called, ``fresh`` makes an id of a person and a text.
    """
    before = tuple(had)
    kept = [one for one in before if one.start < since]
    left = [one for one in before if one.start >= since]
    taken = {one.uid for one in before}
    found: list[CalendarEvent] = []
    every = sorted(_wanted(roster, since, named), key=lambda one: (one.who, one.start, one.need))
    matched = _matched(every, left)
    for number, wanted in enumerate(every):
        old = matched.get(number)
        if old is None:
            new = _unused(wanted, taken, fresh)
            taken.add(new)
            found.append(replace(wanted, uid=new))
            continue
        same = (old.start, old.end, old.summary) == (wanted.start, wanted.end, wanted.summary)
        found.append(replace(wanted, uid=old.uid, sequence=old.sequence + (0 if same else 1)))
    return tuple(sorted((*kept, *found), key=lambda one: (one.who, one.start, one.uid)))


def _wanted(roster: Roster, since: datetime, named: Named) -> Iterator[CalendarEvent]:
    """The events of the roster, without ids yet."""
    clock = roster.frame.clock
    for person in roster.frame.people:
        for shift in roster.duties(person.id):
            start, end = clock.aware(shift.span.start), clock.aware(shift.span.end)
            if start >= since:
                yield CalendarEvent(person.id, shift.fills or shift.id, "", 0, start, end, named(shift))


def _matched(wanted: list[CalendarEvent], left: list[CalendarEvent]) -> Mapping[int, CalendarEvent]:
    """What each was before, by its place in ``wanted``: the best pairs first, so that none takes another's id."""
    on_day: dict[tuple[str, date], list[CalendarEvent]] = {}
    for one in left:
        on_day.setdefault((one.who, one.start.date()), []).append(one)
    pairs = [
        (old.need != new.need, abs(old.start - new.start), number, old.uid, old)
        for number, new in enumerate(wanted)
        for old in on_day.get((new.who, new.start.date()), ())
    ]
    found: dict[int, CalendarEvent] = {}
    used: set[str] = set()
    for *_, number, uid, old in sorted(pairs, key=lambda pair: pair[:4]):
        if number not in found and uid not in used:
            found[number] = old
            used.add(uid)
    return found


def _unused(wanted: CalendarEvent, taken: set[str], fresh: Fresh) -> str:
    """An id that no event has or had: a new shift in the place of one that was moved away is another."""
    number = 1
    while (uid := fresh(wanted.who, wanted.need if number == 1 else f"{wanted.need} {number}")) in taken:
        number += 1
    return uid
