"""The calendars say what the roster says, to the minute, and nothing about people."""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from roster.domain.brief import ShiftKind
from roster.domain.frame import frame_of
from roster.domain.kinds import Sort
from roster.domain.plan import Plan
from roster.exports.calendar import calendar, calendars, uid
from tests.support.plans import DAY, RESTING, brief_of, calendar_plan, cycle_plan, given_out

STAMP = datetime(2026, 12, 1, 12, tzinfo=UTC)
SPRING = {"start": date(2027, 3, 15), "weeks": 3}
AUTUMN = {"start": date(2027, 10, 18), "weeks": 3}
EARLY = ShiftKind("T", "Tidlig", 180, 240, Sort.DAY)
"""Starts at three, when the clock changes in both directions."""
PLANS = [
    calendar_plan(),
    calendar_plan(**SPRING),
    calendar_plan(**AUTUMN),
    calendar_plan(night=RESTING, **AUTUMN),
    calendar_plan(night=EARLY, **SPRING),
    calendar_plan(night=EARLY, **AUTUMN),
    cycle_plan(start=date(2027, 3, 1), rollout_weeks=6),
]


def entries(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def minutes(moment: datetime) -> int:
    return round(moment.timestamp()) // 60


@pytest.mark.parametrize("plan", PLANS)
def test_a_calendar_read_back_is_the_roster(plan: Plan) -> None:
    roster = plan.dated
    for who, data in calendars(plan, STAMP).items():
        read = {(minutes(one.decoded("dtstart")), minutes(one.decoded("dtend"))) for one in entries(data)}
        assert read == {(one.span.start, one.span.end) for one in roster.duties(who)}


def test_the_night_of_the_autumn_change_has_ten_hours_and_that_of_the_spring_change_eight() -> None:
    for asked, hours, night in ((SPRING, 8, date(2027, 3, 27)), (AUTUMN, 10, date(2027, 10, 30))):
        plan = calendar_plan(**asked)
        shift = plan.roster.frame.shift[f"{night} N"]
        (who,) = plan.roster.on(shift.id)
        (found,) = [one for one in entries(calendar(plan.roster, who, STAMP)) if one.decoded("dtstart").date() == night]
        assert minutes(found.decoded("dtend")) - minutes(found.decoded("dtstart")) == hours * 60
        assert found.decoded("dtstart").strftime("%H%M") == "2230"
        assert found.decoded("dtend").strftime("%H%M") == "0730"


def test_entries_are_a_draft_with_stable_ids_and_no_names() -> None:
    plan = calendar_plan()
    data = calendar(plan.roster, "A1", STAMP)
    for one in entries(data):
        assert one["status"] == "TENTATIVE"
        assert one["sequence"] == 0
        assert one.decoded("dtstamp") == STAMP
    text = data.decode()
    for personal in ("Kari", "Fjellrev", "A1", "1990"):
        assert personal not in text
    assert "SUMMARY:Personalmøte" in text
    assert "SUMMARY:Vakt D" in text


def test_the_uid_of_a_shift_follows_from_arrangement_assistant_and_shift() -> None:
    plan = calendar_plan()
    found = {str(one["uid"]) for one in entries(calendar(plan.roster, "A1", STAMP))}
    assert found == {uid("Fjellrev", "A1", one.id) for one in plan.roster.duties("A1")}
    assert uid("Fjellrev", "A1", "x") != uid("Fjellrev", "A2", "x")


def test_a_calendar_is_written_as_the_standard_asks() -> None:
    data = calendar(calendar_plan().roster, "A1", STAMP)
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)
    assert b"BEGIN:VTIMEZONE" in lines
    assert b"TZID:Europe/Oslo" in lines
    assert not any(line.startswith(b"DTSTART:") and b"T22" in line and line.endswith(b"Z") for line in lines)


def test_a_calendar_is_the_same_bytes_each_time() -> None:
    assert calendar(calendar_plan().roster, "A1", STAMP) == calendar(calendar_plan().roster, "A1", STAMP)


def test_the_clock_changes_in_the_calendar_are_those_of_oslo() -> None:
    zone = icalendar.Calendar.from_ical(calendar(calendar_plan().roster, "A1", STAMP)).walk("VTIMEZONE")[0].to_tz()
    for year in range(2026, 2029):
        for month in (3, 10):
            for hours in range(24 * 31):
                moment = datetime(year, month, 1, tzinfo=UTC) + timedelta(hours=hours)
                assert moment.astimezone(zone).utcoffset() == moment.astimezone(ZoneInfo("Europe/Oslo")).utcoffset()


def test_a_code_that_would_be_syntax_stays_text() -> None:
    kind = replace(DAY, code="D;X,\nUID:x")
    brief = brief_of()
    brief = replace(brief, kinds=(kind,), needs=(replace(brief.needs[0], kind=kind.code),), history=())
    data = calendar(given_out(frame_of(brief)), "A1", STAMP)
    assert {str(one["summary"]) for one in entries(data)} <= {f"Vakt {kind.code}", "Personalmøte"}


def test_a_grunnturnus_without_dates_has_no_calendars() -> None:
    plan = cycle_plan()
    assert calendars(Plan(plan.brief, plan.roster), STAMP) == {}


READER = """
const ICAL = require('ical.js').default ?? require('ical.js');
const root = new ICAL.Component(ICAL.parse(require('fs').readFileSync(0, 'utf8')));
const zone = new ICAL.Timezone(root.getFirstSubcomponent('vtimezone'));
const minute = (time) => { time.zone = zone; return time.toUnixTime() / 60; };
console.log(JSON.stringify(root.getAllSubcomponents('vevent').map(one => [
  minute(one.getFirstPropertyValue('dtstart')), minute(one.getFirstPropertyValue('dtend'))])));
"""
"""By the clock changes that the calendar itself describes, as a program without time zones of its own reads it."""


@pytest.mark.slow
@pytest.mark.parametrize("plan", PLANS[1:6])
def test_another_program_reads_the_same_moments(plan: Plan) -> None:
    modules = Path(os.environ.get("NODE_PATH", "node_modules"))
    if shutil.which("node") is None or not (modules / "ical.js").is_dir():
        pytest.skip("ical.js is not installed (npm install ical.js, and NODE_PATH)")
    data = calendar(plan.roster, "A3", STAMP)
    ran = subprocess.run(
        ["node", "-e", READER],
        input=data,
        capture_output=True,
        check=True,
        env=os.environ | {"NODE_PATH": str(modules)},
    )
    read = {tuple(one) for one in json.loads(ran.stdout)}
    assert read == {(one.span.start, one.span.end) for one in plan.roster.duties("A3")}
