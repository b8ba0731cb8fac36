"""One calendar per assistant (RFC 5545): when to work, and nothing that tells whose help it is.

In a draft every entry is TENTATIVE, and its UID follows from the arrangement, the assistant and the shift. What is in
use is CONFIRMED, and its ids and sequence are those given when it was taken into use (``domain.event_ids``).
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from roster.domain.clock import OSLO
from roster.domain.event_ids import CalendarEvent
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift

PRODUCT = "-//bpa-roster//turnus//NO"
_DOMAIN = "bpa-roster.invalid"


def calendars(plan: Plan, stamp: datetime) -> dict[str, bytes]:
    """The calendar of each assistant by id; ``stamp`` is the moment, with offset, that the version was made.

    A grunnturnus that is not rolled out has no dates, and so no calendars.
    """
    roster = plan.dated
    if roster.frame.cyclic:
        return {}
    return {one.id: calendar(roster, one.id, stamp) for one in roster.frame.people}


def feeds(events: Iterable[CalendarEvent], people: Iterable[str], stamp: datetime) -> dict[str, bytes]:
    """The calendar of what is in use for each of the people, who may have no events."""
    every = tuple(events)
    return {who: _feed((one for one in every if one.who == who), stamp.astimezone(UTC)) for who in people}


def _feed(events: Iterable[CalendarEvent], stamp: datetime) -> bytes:
    made = _empty()
    zone = ZoneInfo(str(OSLO.zone))
    for one in events:
        entry = Event()
        entry.add("uid", one.uid)
        entry.add("dtstamp", stamp)
        entry.add("dtstart", one.start.astimezone(zone))
        entry.add("dtend", one.end.astimezone(zone))
        entry.add("summary", one.summary)
        entry.add("status", "CONFIRMED")
        entry.add("sequence", one.sequence)
        entry.add("transp", "OPAQUE")
        entry.add("class", "PRIVATE")
        made.add_component(entry)
    return bytes(made.to_ical(sorted=False))


def calendar(roster: Roster, who: str, stamp: datetime) -> bytes:
    """The assistant's shifts and meetings in this arrangement as ``.ics``, with what the clock changes need."""
    if stamp.tzinfo is None:
        raise ValueError(f"{stamp} lacks its offset from UTC")
    made = _empty()
    for shift in roster.duties(who):
        made.add_component(_entry(roster, who, shift, stamp.astimezone(UTC)))
    return bytes(made.to_ical(sorted=False))


def _empty() -> Calendar:
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-timezone", OSLO.zone)
    made.add_component(_zone())
    return made


def uid(alias: str, who: str, shift: str) -> str:
    """The same for the same shift in every version; the names cannot be read from it."""
    named = "\x1f".join((alias, who, shift)).encode()
    return f"{sha256(named).hexdigest()[:32]}@{_DOMAIN}"


def _entry(roster: Roster, who: str, shift: Shift, stamp: datetime) -> Event:
    entry = Event()
    entry.add("uid", uid(roster.frame.brief.arrangement.alias, who, shift.id))
    entry.add("dtstamp", stamp)
    entry.add("dtstart", _moment(roster, shift.span.start))
    entry.add("dtend", _moment(roster, shift.span.end))
    entry.add("summary", summary(roster, shift))
    entry.add("status", "TENTATIVE")
    entry.add("sequence", 0)
    entry.add("transp", "OPAQUE")
    entry.add("class", "PRIVATE")
    return entry


def summary(roster: Roster, shift: Shift) -> str:
    """What the entry is called: the code of the shift, or what kind of meeting it is."""
    if shift.event is None:
        return f"Vakt {shift.kind}"
    name = shift.event.value
    return name[0].upper() + name[1:]


def _moment(roster: Roster, minute: int) -> datetime:
    """The elapsed minute on Oslo's clock; which of two equal times is meant follows from the minute."""
    return datetime.fromtimestamp(minute * 60, tz=ZoneInfo(str(roster.frame.clock.zone)))


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
