"""What calendars know of each shift: an id that it gets when it is first taken into use, and keeps while it is matched.

A shift is the same one when the same person has it on the same date to fill the same need; of those that are left,
the one on that date that starts nearest. Then its id stays, and its sequence goes up when what it says changes. What
is no longer there is gone, never forgotten: its id is nobody else's, not even when the shift comes back.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from roster.domain.clock import OSLO


class Feed(StrEnum):
    """Whose calendar it is."""

    OWN = "assistent"
    LEADER = "arbeidsleder"
    OPEN = "åpne vakter"


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a calendar; ``start`` and ``end`` in UTC, so that equal moments are equal also when clocks change.

    ``who``: the assistant who works; empty for an open shift. ``need``: the id of the shift of the brief that it fills.
    """

    feed: Feed
    who: str
    need: str
    start: datetime
    end: datetime
    summary: str

    @property
    def day(self) -> date:
        """The date on which it starts, by the clock on the wall."""
        return OSLO.wall(round(self.start.timestamp()) // 60).date()


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An entry with what makes others know it again; moments in UTC, ``modified`` when it last changed.

    ``gone``: it was taken away, at the moment ``modified``.
    """

    entry: Entry
    uid: str
    sequence: int
    created: datetime
    modified: datetime
    gone: bool = False


Fresh = Callable[[Entry, int], str]
"""An id for the entry; the number is another for each that has had its place."""


@dataclass(frozen=True, slots=True)
class Spell:
    """The moments that a version says something of: from ``since`` to before ``until``; None: ever after.

    ``aside``: moments within those of which it says nothing.
    """

    since: datetime
    until: datetime | None = None
    aside: "tuple[Spell, ...]" = ()

    def has(self, entry: Entry) -> bool:
        within = self.since <= entry.start and (self.until is None or entry.start < self.until)
        return within and not any(one.has(entry) for one in self.aside)


def taken_into_use(
    had: Iterable[CalendarEvent], wanted: Iterable[Entry], spell: Spell, now: datetime, fresh: Fresh
) -> tuple[CalendarEvent, ...]:
    """The events when ``wanted`` runs in the spell: in it what is wanted, before and after it those there were.

    An event that says what it said is as it was, to the moment that it was modified.
    """
    before = tuple(had)
    every = sorted((one for one in wanted if spell.has(one)), key=_order)
    left = [one for one in before if spell.has(one.entry) and not one.gone]
    matched = _matched(every, left)
    taken = {one.uid for one in before}
    now_have: dict[str, CalendarEvent] = {}
    for number, entry in enumerate(every):
        old = matched.get(number)
        if old is None:
            new = _unused(entry, taken, fresh)
            taken.add(new)
            now_have[new] = CalendarEvent(entry, new, 0, now, now)
        else:
            now_have[old.uid] = old if old.entry == entry else _changed(old, now, entry)
    for old in left:
        now_have.setdefault(old.uid, _changed(old, now))
    rest = (one for one in before if one.uid not in now_have)
    return tuple(sorted((*rest, *now_have.values()), key=lambda one: (*_order(one.entry), one.uid)))


def _changed(old: CalendarEvent, now: datetime, entry: Entry | None = None) -> CalendarEvent:
    """The event when it says something else; None: when it is taken away."""
    return replace(
        old,
        entry=entry or old.entry,
        sequence=old.sequence + 1,
        # A clock that was set back must not let a change look older than the one before.
        modified=max(now, old.modified),
        gone=entry is None,
    )


def _order(entry: Entry) -> tuple[Feed, str, datetime, str]:
    return entry.feed, entry.who, entry.start, entry.need


def _matched(wanted: list[Entry], left: list[CalendarEvent]) -> Mapping[int, CalendarEvent]:
    """What each was before, by its place in ``wanted``: the best pairs first, so that none takes another's id."""
    on_day: dict[tuple[Feed, str, date], list[CalendarEvent]] = {}
    for one in left:
        on_day.setdefault((one.entry.feed, one.entry.who, one.entry.day), []).append(one)
    pairs = [
        (old.entry.need != new.need, abs(old.entry.start - new.start), number, old.uid, old)
        for number, new in enumerate(wanted)
        for old in on_day.get((new.feed, new.who, new.day), ())
        # One open shift does not become another: the one is filled, and the other is open.
        if new.feed is not Feed.OPEN or old.entry.need == new.need
    ]
    found: dict[int, CalendarEvent] = {}
    used: set[str] = set()
    for *_, number, uid, old in sorted(pairs, key=lambda pair: pair[:4]):
        if number not in found and uid not in used:
            found[number] = old
            used.add(uid)
    return found


def _unused(entry: Entry, taken: set[str], fresh: Fresh) -> str:
    """An id that no event has or had: a new shift in the place of one that is gone is another."""
    number = 1
    while (uid := fresh(entry, number)) in taken:
        number += 1
    return uid
