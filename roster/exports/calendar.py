"""Calendars (RFC 5545, RFC 7986): one for each assistant, one for who leads, and one for open shifts.

They say when to work and nothing of whose help it is. In a draft every entry is TENTATIVE; what is in use is CONFIRMED,
and what was taken away is CANCELLED for a time, since a program that merges would else keep it. A calendar has no
METHOD: it is no invitation, so each entry's DTSTAMP is when it last changed (RFC 5545 section 3.8.7.2).
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vText
from icalendar.parser import Contentline

from roster.domain.clock import OSLO
from roster.domain.event_ids import CalendarEvent, Entry, Feed, Spell, taken_into_use
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.domain.spans import Span
from roster.wording import feed_words as words

PRODUCT = "-//bpa-roster//turnus//NO"
KEPT_CANCELLED = timedelta(days=60)
"""What was taken away stays so long at least, and until it would have been over."""
READ_AGAIN = timedelta(hours=1)
"""How often who subscribes should look for changes."""
_IDS = UUID("6f3b1f0e-52a4-4c8b-9f0d-2f6f6f7d5b1a")
_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_UTC = "%Y%m%dT%H%M%SZ"
_TITLES = {Feed.OWN: words.OWN_TITLE, Feed.LEADER: words.LEADER_TITLE, Feed.OPEN: words.OPEN_TITLE}

Whose = tuple[Feed, str]
"""Which calendar; the id of the assistant for an assistant's own, else empty."""


def calendars(plan: Plan, stamp: datetime) -> dict[Whose, bytes]:
    """The calendars of a draft; ``stamp`` is the moment, with offset, that the version was made.

    A grunnturnus that is not rolled out has no dates, and so no calendars.
    """
    if plan.dated.frame.cyclic:
        return {}
    made = _whole_seconds(stamp)
    alias = plan.brief.arrangement.alias
    events = taken_into_use((), entries(plan), Spell(_EVER), made, lambda entry, number: uid(alias, entry, number))
    return feeds(events, (one.id for one in plan.dated.frame.people), made, draft=True)


def in_use(
    had: Iterable[CalendarEvent], plan: Plan, since: datetime, now: datetime, aside: Iterable[Spell] = ()
) -> tuple[CalendarEvent, ...]:
    """What the calendars know when the plan is taken into use at ``now``, to run from ``since``.

    Of what starts before its first week or after the last of a kalenderplan it says nothing, so that stays; and of what
    is ``aside``, where another plan runs all the same.
    """
    alias = plan.brief.arrangement.alias
    frame = plan.dated.frame
    beside = tuple(aside)
    spell = Spell(since, None, beside)
    if not frame.cyclic:
        starts, ends = _moments(frame.span)
        spell = Spell(max(since, starts), None if plan.until is None else ends, beside)
    return taken_into_use(
        had, entries(plan), spell, _whole_seconds(now), lambda entry, number: uid(alias, entry, number)
    )


def entries(plan: Plan) -> tuple[Entry, ...]:
    """All that the calendars of the plan say; nothing where it has no dates."""
    roster = plan.dated
    return () if roster.frame.cyclic else tuple(_entries(roster))


def _entries(roster: Roster) -> Iterator[Entry]:
    brief = roster.frame.brief
    for person in roster.frame.people:
        for shift in roster.duties(person.id):
            yield _entry(Feed.OWN, person.id, shift, words.summary(brief, shift))
            yield _entry(Feed.LEADER, person.id, shift, words.of_leader(brief, person.id, shift))
    for shift, missing in roster.open:
        yield _entry(Feed.OPEN, "", shift, words.of_open(brief, shift, missing))


def _entry(feed: Feed, who: str, shift: Shift, summary: str) -> Entry:
    return Entry(feed, who, shift.fills or shift.id, *_moments(shift.span), summary)


def _moments(span: Span) -> tuple[datetime, datetime]:
    start, end = (datetime.fromtimestamp(minute * 60, tz=UTC) for minute in (span.start, span.end))
    return start, end


def uid(alias: str, entry: Entry, number: int = 1) -> str:
    """The same for the same shift of the same person; neither can be read from it (RFC 7986 section 5.3)."""
    return str(uuid5(_IDS, "\x1f".join((alias, entry.feed.value, entry.who, entry.need, str(number)))))


# -- as text ------------------------------------------------------------------------------------------


def feeds(
    events: Iterable[CalendarEvent], people: Iterable[str], now: datetime, draft: bool = False
) -> dict[Whose, bytes]:
    """Who leads, the open shifts and each of the people, who may have no events; ``now``: when it is written."""
    found: Mapping[Whose, list[CalendarEvent]] = {
        whose: [] for whose in ((Feed.LEADER, ""), (Feed.OPEN, ""), *((Feed.OWN, who) for who in people))
    }
    for one in events:
        found[one.entry.feed, one.entry.who if one.entry.feed is Feed.OWN else ""].append(one)
    return {whose: _calendar(whose[0], every, now, draft) for whose, every in found.items()}


def _calendar(feed: Feed, every: list[CalendarEvent], now: datetime, draft: bool) -> bytes:
    events = [one for one in every if not one.gone or now < max(one.modified + KEPT_CANCELLED, one.entry.end)]
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("name", _TITLES[feed])
    made.add("x-wr-calname", _TITLES[feed])
    made.add("x-wr-timezone", OSLO.zone)
    made.add("refresh-interval", vDuration(READ_AGAIN), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(READ_AGAIN))
    if every:
        # Of what is forgotten too, so that a calendar never looks older than it was.
        made.add("last-modified", max(one.modified for one in every))
    made.add_component(_zone())
    head, end, _ = bytes(made.to_ical(sorted=False)).partition(b"END:VCALENDAR")
    lines = (_folded(line) for one in events for line in _event(one, draft))
    return b"\r\n".join((head.removesuffix(b"\r\n"), *lines, end, b""))


def _event(one: CalendarEvent, draft: bool) -> Iterator[str]:
    """The lines of an entry. They are written here, since a year of a large team has thousands of them."""
    busy = one.entry.feed is Feed.OWN and not one.gone
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}"
    yield f"SEQUENCE:{one.sequence}"
    yield f"DTSTAMP:{one.modified:{_UTC}}"
    yield f"CREATED:{one.created:{_UTC}}"
    yield f"LAST-MODIFIED:{one.modified:{_UTC}}"
    yield f"DTSTART{_moment(one.entry.start)}"
    yield f"DTEND{_moment(one.entry.end)}"
    yield f"SUMMARY:{vText(one.entry.summary).to_ical().decode()}"
    yield f"STATUS:{'CANCELLED' if one.gone else 'TENTATIVE' if draft else 'CONFIRMED'}"
    yield f"TRANSP:{'OPAQUE' if busy else 'TRANSPARENT'}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _folded(line: str) -> bytes:
    """The line, over several where it has more than 75 octets (RFC 5545 section 3.1)."""
    plain = line.encode()
    return plain if len(plain) <= 75 else Contentline(line).to_ical()  # type: ignore[no-untyped-call]


def _moment(utc: datetime) -> str:
    """By Oslo's clock; in UTC where that clock shows the time for the second time, since the first would be read."""
    local = utc.astimezone(ZoneInfo(str(OSLO.zone)))
    return f":{utc:{_UTC}}" if local.fold else f";TZID={OSLO.zone}:{local:%Y%m%dT%H%M%S}"


def _whole_seconds(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} lacks its offset from UTC")
    return moment.astimezone(UTC).replace(microsecond=0)


def _zone() -> Timezone:
    """Oslo's clock since 1996: summer time from the last Sunday of March to the last of October, at 01:00 UTC."""
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    zone = Timezone()
    zone.add("tzid", OSLO.zone)
    for part, name, month, before, after, first in (
        (TimezoneStandard(), "CET", 10, summer, winter, datetime(1996, 10, 27, 3)),
        (TimezoneDaylight(), "CEST", 3, winter, summer, datetime(1996, 3, 31, 2)),
    ):
        part.add("dtstart", first)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone
