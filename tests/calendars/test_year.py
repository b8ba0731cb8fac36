"""A year of the round-the-clock example: each calendar, read by programs of others, is the roster on every day."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from roster.domain.event_ids import Feed
from roster.domain.frame import frame_of
from roster.domain.kinds import Form
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.calendar import Whose, feeds, in_use
from roster.reading.read import read_brief
from tests.calendars.subscriber import at
from tests.calendars.test_readers import EVER, Khal, by_node

EXAMPLE = Path(__file__).parents[2] / "examples" / "hele-dognet.yaml"
OSLO = ZoneInfo("Europe/Oslo")
Day = Counter[tuple[str, str]]
"""When each shift of a calendar begins and ends, by the clock on the wall."""


@cache
def year(turned: int) -> Plan:
    """All take a shift in turn, and every fiftieth stands open; ``turned``: in the last half-year by so many people."""
    brief = read_brief(EXAMPLE).brief
    brief = replace(brief, period=replace(brief.period, form=Form.CALENDAR, weeks=52))
    frame, people = frame_of(brief), [one.id for one in brief.assistants]
    works = {
        (people[(number + (turned if number > len(frame.shifts) // 2 else 0)) % len(people)], one.id)
        for number, one in enumerate(frame.shifts)
        if number % 50
    }
    return Plan(brief, Roster(frame, frozenset(works)))


def expected(plan: Plan) -> Mapping[Whose, Day]:
    """From who works which code on which date, and the times that the brief gives the code: no spans, no elapsed time."""
    kinds = {one.code: one for one in plan.brief.kinds}

    def on_the_wall(shift: str) -> tuple[str, str]:
        day, code = shift.split(" ")
        midnight = datetime.combine(date.fromisoformat(day), time())
        starts = midnight + timedelta(minutes=kinds[code].start)
        return f"{starts:%Y-%m-%d %H:%M}", f"{starts + timedelta(minutes=kinds[code].length):%Y-%m-%d %H:%M}"

    found: dict[Whose, Day] = {(Feed.OWN, one.id): Counter() for one in plan.brief.assistants}
    found |= {(Feed.LEADER, ""): Counter(), (Feed.OPEN, ""): Counter()}
    for who, shift in plan.roster.works:
        found[Feed.OWN, who][on_the_wall(shift)] += 1
        found[Feed.LEADER, ""][on_the_wall(shift)] += 1
    taken = {shift for _, shift in plan.roster.works}
    days = (plan.brief.period.start + timedelta(days=number) for number in range(7 * 52))
    every = (f"{day} {code}" for day in days for code in kinds)
    found[Feed.OPEN, ""].update(on_the_wall(one) for one in every if one not in taken)
    return found


def calendars(*plans: Plan) -> list[dict[Whose, bytes]]:
    """After each was taken into use, one after the other."""
    known, made = in_use((), plans[0], EVER, at(0)), []
    for number, plan in enumerate(plans):
        known = in_use(known, plan, EVER, at(number)) if number else known
        made.append(feeds(known, [one.id for one in plan.brief.assistants], at(number)))
    return made


def wall(minute: int) -> str:
    return f"{datetime.fromtimestamp(60 * minute, OSLO):%Y-%m-%d %H:%M}"


def by_icalendar(data: bytes) -> Day:
    """As the standard says, in the zone of the entry."""
    found: Day = Counter()
    for one in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        if one["status"] != "CANCELLED":
            ends = (one.decoded(end) for end in ("dtstart", "dtend"))
            start, stop = (f"{each.astimezone(OSLO):%Y-%m-%d %H:%M}" for each in ends)
            found[start, stop] += 1
    return found


def test_each_calendar_is_the_roster_on_every_day_of_the_year_by_the_clock_on_the_wall() -> None:
    before, after = year(0), year(1)
    first, second = calendars(before, after)
    assert {whose: by_icalendar(data) for whose, data in first.items()} == expected(before)
    assert {whose: by_icalendar(data) for whose, data in second.items()} == expected(after)
    own = expected(before)[Feed.LEADER, ""]
    # The nights in which the clocks change have an hour less and one more, and end when they always do.
    assert own["2027-03-27 22:30", "2027-03-28 07:30"] == own["2027-10-30 22:30", "2027-10-31 07:30"] == 1


@pytest.mark.slow
def test_three_programs_read_the_year_as_it_is_before_and_after_a_change(tmp_path: Path) -> None:
    plans = (year(0), year(1))
    both, wanted = calendars(*plans), [expected(plan) for plan in plans]
    whose = list(wanted[0])
    texts = [made[one] for made in both for one in whose]
    for name, every in by_node(texts).items():
        for number, read in enumerate(every):
            seen = Counter((wall(one[4]), wall(one[5])) for one in read if one[1] != "CANCELLED")
            assert seen == wanted[number // len(whose)][whose[number % len(whose)]], (name, whose[number % len(whose)])
    khal, mine = Khal(tmp_path), (Feed.OWN, "A1")
    for made, right in zip(both, wanted, strict=True):
        khal.merges([made[mine]])
        seen = Counter()
        for (start, end), times in khal.sees(date(2026, 12, 28), 380).items():
            seen[wall(start), wall(end)] += times
        assert seen == right[mine]
