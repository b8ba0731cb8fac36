"""Who reads a calendar as the standard says, and a small arrangement with shifts where calendars go wrong."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from roster.domain.assistant import Assistant
from roster.domain.brief import Brief
from roster.domain.days import When
from roster.domain.frame import frame_of
from roster.domain.help_needed import Event, Need, ShiftKind
from roster.domain.kinds import EventSort, Sort
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from tests.support.plans import brief_of

Moment = tuple[int, int]
"""When an entry starts and ends, in minutes."""

DAY = ShiftKind("D", "Dag", 450, 450, Sort.DAY)
LATE = ShiftKind("A", "Aften", 900, 360, Sort.EVENING)
NIGHT = ShiftKind("N", "Natt", 1350, 540, Sort.NIGHT)
SMALL = ShiftKind("T", "Tidlig", 180, 240, Sort.DAY)
"""Starts at three, when the clock changes in both directions."""
SPRING, AUTUMN = date(2027, 3, 26), date(2027, 10, 29)
"""Fridays before the clock changes."""


def around(first: date) -> Brief:
    """A weekend with two on each day shift, so that somebody can have two shifts a day, and a meeting."""
    monday = date.fromordinal(first.toordinal() - first.weekday())
    brief = brief_of(start=monday, weeks=1)
    people: tuple[Assistant, ...] = tuple(replace(one, vacation=(), elsewhere=()) for one in brief.assistants[:2])
    days = When(frozenset({5, 6}))
    return replace(
        brief,
        kinds=(DAY, LATE, NIGHT, SMALL),
        needs=(Need("D", days, 2), *(Need(code, days, 1) for code in ("A", "N", "T"))),
        assistants=people,
        events=(Event("møte", "Møte", EventSort.MEETING, When(frozenset({5})), 720, 60, ("A1", "A2"), False),),
        history=(),
        wishes=(),
    )


def plan_of(brief: Brief, works: "frozenset[tuple[str, str]]") -> Plan:
    return Plan(brief, Roster(frame_of(brief), works))


def in_roster(plan: Plan, who: str) -> Counter[Moment]:
    """When the assistant works."""
    return Counter((one.span.start, one.span.end) for one in plan.dated.duties(who))


def open_in_roster(plan: Plan) -> Counter[Moment]:
    return Counter((one.span.start, one.span.end) for one, _ in plan.dated.open)


@dataclass
class Subscriber:
    """Keeps what was read before, as a program that merges: by UID, the higher SEQUENCE, the later DTSTAMP."""

    known: dict[str, dict[str, str]] = field(default_factory=dict)

    def fetches(self, data: bytes) -> None:
        for one in events(data):
            old = self.known.get(one["UID"])
            if old is None or revision(one) > revision(old):
                self.known[one["UID"]] = one

    def sees(self) -> Counter[Moment]:
        return Counter(moment(one) for one in self.known.values() if one["STATUS"] != "CANCELLED")


def events(data: bytes) -> list[dict[str, str]]:
    """The entries by hand: quick, and nothing is mended by a program that means well."""
    return [dict(_property(line) for line in text.split("\r\n")) for text in _texts(data)]


def _texts(data: bytes) -> list[str]:
    parts = data.decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
    return [part.split("\r\nEND:VEVENT")[0] for part in parts]


def _property(line: str) -> tuple[str, str]:
    named, _, value = line.partition(":")
    name, _, parameters = named.partition(";")
    assert parameters in ("", "TZID=Europe/Oslo"), line
    return (name, f"{value} Oslo" if parameters else value)


def shown(data: bytes) -> Counter[Moment]:
    """What somebody who reads the calendar for the first time sees."""
    return Counter(moment(one) for one in events(data) if one["STATUS"] != "CANCELLED")


def moment(one: dict[str, str]) -> Moment:
    return minute(one["DTSTART"]), minute(one["DTEND"])


def minute(written: str) -> int:
    """In the zone that is named, else in UTC; of two equal times the first (RFC 5545 section 3.3.5)."""
    said, _, zone = written.partition(" ")
    assert zone or said.endswith("Z")
    at_ = datetime.strptime(said.removesuffix("Z"), "%Y%m%dT%H%M%S")
    return round(at_.replace(tzinfo=ZoneInfo("Europe/Oslo") if zone else UTC).timestamp()) // 60


def revision(one: dict[str, str]) -> tuple[int, str]:
    return int(one["SEQUENCE"]), one["DTSTAMP"]


def raw(data: bytes) -> dict[str, str]:
    """The text of each entry by its UID."""
    return {one["UID"]: text for one, text in zip(events(data), _texts(data), strict=True)}


def at(day: int) -> datetime:
    """A moment so many days after a first one."""
    return datetime.fromordinal(date(2027, 1, 1).toordinal() + day).replace(tzinfo=UTC, hour=12)
