"""The calendars say what the roster says, to the minute, and nothing about people; written as the standards ask."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from roster.domain.clock import OSLO
from roster.domain.event_ids import CalendarEvent, Entry, Feed
from roster.domain.frame import frame_of
from roster.domain.help_needed import ShiftKind
from roster.domain.kinds import Sort
from roster.domain.plan import Plan
from roster.domain.settings import Settings
from roster.exports.calendar import calendars, entries, feeds, uid
from roster.reading.faults import Unreadable
from roster.reading.pieces import calendar_text
from tests.support.plans import DAY, RESTING, brief_of, calendar_plan, cycle_plan, given_out

STAMP = datetime(2026, 12, 1, 12, 0, 30, 5, tzinfo=UTC)
OWN, LEADER, OPEN = (Feed.OWN, "A1"), (Feed.LEADER, ""), (Feed.OPEN, "")
SPRING = {"start": date(2027, 3, 15), "weeks": 3}
AUTUMN = {"start": date(2027, 10, 18), "weeks": 3}
EARLY = ShiftKind("T", "Tidlig", 180, 240, Sort.DAY)
"""Starts at three, when the clock changes in both directions."""
PLANS = [
    calendar_plan(),
    calendar_plan(leave_open=5, **SPRING),
    calendar_plan(leave_open=5, **AUTUMN),
    calendar_plan(night=RESTING, **AUTUMN),
    calendar_plan(night=EARLY, **SPRING),
    calendar_plan(night=EARLY, **AUTUMN),
    cycle_plan(start=date(2027, 3, 1), rollout_weeks=6),
]


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def minutes(moment: datetime) -> int:
    return round(moment.timestamp()) // 60


def moments(data: bytes) -> Counter[tuple[int, int]]:
    return Counter((minutes(one.decoded("dtstart")), minutes(one.decoded("dtend"))) for one in events(data))


@pytest.mark.parametrize("plan", PLANS)
def test_a_calendar_read_back_is_the_roster(plan: Plan) -> None:
    roster = plan.dated
    made = calendars(plan, STAMP)
    everybody: Counter[tuple[int, int]] = Counter()
    for person in roster.frame.people:
        theirs = Counter((one.span.start, one.span.end) for one in roster.duties(person.id))
        assert moments(made[Feed.OWN, person.id]) == theirs
        everybody += theirs
    assert moments(made[LEADER]) == everybody
    assert moments(made[OPEN]) == Counter((one.span.start, one.span.end) for one, _ in roster.open)
    assert len(made) == len(roster.frame.people) + 2


def test_the_night_of_the_autumn_change_has_ten_hours_and_that_of_the_spring_change_eight() -> None:
    for asked, hours, night in ((SPRING, 8, date(2027, 3, 27)), (AUTUMN, 10, date(2027, 10, 30))):
        plan = calendar_plan(**asked)
        (who,) = plan.roster.on(plan.roster.frame.shift[f"{night} N"].id)
        data = calendars(plan, STAMP)[Feed.OWN, who]
        (found,) = [one for one in events(data) if one.decoded("dtstart").date() == night]
        assert minutes(found.decoded("dtend")) - minutes(found.decoded("dtstart")) == hours * 60
        assert found.decoded("dtstart").strftime("%H%M") == "2230"
        assert found.decoded("dtend").strftime("%H%M") == "0730"


def test_entries_are_a_draft_with_stable_ids_and_no_names() -> None:
    data = calendars(calendar_plan(leave_open=2), STAMP)
    for one in (*events(data[OWN]), *events(data[LEADER]), *events(data[OPEN])):
        assert (one["status"], one["sequence"]) == ("TENTATIVE", 0)
        for moment in ("dtstamp", "created", "last-modified"):
            assert one.decoded(moment) == STAMP.replace(microsecond=0)
    for whose in (OWN, OPEN):
        for personal in ("Kari", "Fjellrev", "A1", "1990"):
            assert personal not in data[whose].decode()
    assert "SUMMARY:Personalmøte" in data[OWN].decode()
    assert "SUMMARY:Vakt D" in data[OWN].decode()
    assert "SUMMARY:Kari: Personalmøte" in data[LEADER].decode()
    assert "SUMMARY:Kari: Vakt D" in data[LEADER].decode()
    assert {str(one["summary"]) for one in events(data[OPEN])} == {"Åpen: Vakt K", "Åpen: Vakt N"}


def test_who_works_is_busy_and_who_looks_on_is_not() -> None:
    data = calendars(calendar_plan(leave_open=2), STAMP)
    busy = [{str(one["transp"]) for one in events(data[whose])} for whose in (OWN, LEADER, OPEN)]
    assert busy == [{"OPAQUE"}, {"TRANSPARENT"}, {"TRANSPARENT"}]


def test_the_text_is_what_the_brief_says_and_more_than_one_open_place_is_told() -> None:
    brief = brief_of()
    needs = (replace(brief.needs[0], count=3, up_to=None), *brief.needs[1:])
    brief = replace(brief, needs=needs, settings=Settings(calendar_text="<tid> <navn> <kode> <x>"))
    plan = Plan(brief, replace(given_out(frame_of(brief)), works=frozenset()))
    first = {str(one["summary"]) for one in events(calendars(plan, STAMP)[OPEN])}
    assert "Åpen: 07.30–15.00 Dagvakt D <x>, mangler 3" in first
    assert "Åpen: 15.00–22.30 Kveldsvakt K <x>" in first


@pytest.mark.parametrize(("text", "what"), [("Vakt <hvem>", "«<hvem>»"), ("x" * 61, "for lang"), ("a\tb", "for lang")])
def test_a_text_that_cannot_stand_in_a_calendar_is_a_fault(text: str, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        calendar_text(text)


def test_the_uid_of_a_shift_follows_from_arrangement_calendar_assistant_and_shift() -> None:
    plan = calendar_plan()
    found = {str(one["uid"]) for one in events(calendars(plan, STAMP)[OWN])}
    every = entries(plan)
    assert found == {uid("Fjellrev", one) for one in every if (one.feed, one.who) == OWN}
    assert len({uid("Fjellrev", one) for one in every}) == len(every)
    assert uid("Fjellrev", every[0]) != uid("Fjellrev", every[0], 2) != uid("Ulv", every[0], 2)


def test_a_calendar_is_written_as_the_standards_ask() -> None:
    data = calendars(calendar_plan(), STAMP)[OWN]
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)
    for line in (
        b"BEGIN:VTIMEZONE",
        b"TZID:Europe/Oslo",
        b"NAME:Vakter",
        b"X-WR-CALNAME:Vakter",
        b"REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        b"X-PUBLISHED-TTL:PT1H",
        b"LAST-MODIFIED:20261201T120030Z",
        b"DTSTAMP:20261201T120030Z",
        b"DTSTART;TZID=Europe/Oslo:20270104T073000",
    ):
        assert line in lines, line
    starts = [line for line in lines if line.startswith((b"DTSTART", b"DTEND")) and b"2027" in line]
    assert starts
    assert all(b";TZID=Europe/Oslo:" in line for line in starts)
    assert b"METHOD" not in data
    assert data.count(b"RRULE") == 2, "those of the clock, none of a shift"


def test_a_calendar_is_the_same_bytes_each_time() -> None:
    assert calendars(calendar_plan(), STAMP) == calendars(calendar_plan(), STAMP)


def test_a_moment_must_say_where_on_earth_it_is() -> None:
    with pytest.raises(ValueError, match="lacks its offset"):
        calendars(calendar_plan(), datetime(2027, 1, 1))


def test_the_clock_changes_in_the_calendar_are_those_of_oslo() -> None:
    zone = icalendar.Calendar.from_ical(calendars(calendar_plan(), STAMP)[OWN]).walk("VTIMEZONE")[0].to_tz()
    for year in range(2026, 2029):
        for month in (3, 10):
            for hours in range(24 * 31):
                moment = datetime(year, month, 1, tzinfo=UTC) + timedelta(hours=hours)
                assert moment.astimezone(zone).utcoffset() == moment.astimezone(ZoneInfo("Europe/Oslo")).utcoffset()


def test_the_second_of_two_equal_times_of_an_autumn_night_is_told_apart() -> None:
    first = OSLO.minute(datetime(2027, 10, 31, 2, 30))
    start, end = (datetime.fromtimestamp(minute * 60, tz=UTC) for minute in (first, first + 60))
    event = CalendarEvent(Entry(Feed.OWN, "A1", "x", start, end, "Vakt D"), "id", 0, STAMP, STAMP)
    data = feeds([event], ["A1"], STAMP)[OWN]
    assert b"DTSTART;TZID=Europe/Oslo:20271031T023000" in data
    assert b"DTEND:20271031T013000Z" in data
    assert moments(data) == {(first, first + 60): 1}


def test_a_code_that_would_be_syntax_stays_text() -> None:
    kind = replace(DAY, code="D;X,\nUID:x\\" + "å" * 80)
    brief = brief_of()
    brief = replace(brief, kinds=(kind,), needs=(replace(brief.needs[0], kind=kind.code),), history=())
    data = calendars(Plan(brief, given_out(frame_of(brief))), STAMP)[OWN]
    assert {str(one["summary"]) for one in events(data)} <= {f"Vakt {kind.code}", "Personalmøte"}
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_grunnturnus_without_dates_has_no_calendars() -> None:
    plan = cycle_plan()
    assert calendars(Plan(plan.brief, plan.roster), STAMP) == {}
