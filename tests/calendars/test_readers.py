"""Programs of others read in the calendars what the roster says, before and after it is changed."""

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import icalendar
import pytest

from roster.domain.event_ids import CalendarEvent, Feed
from roster.domain.frame import frame_of
from roster.domain.plan import Plan
from roster.exports.calendar import Whose, feeds, in_use
from tests.calendars.subscriber import AUTUMN, SPRING, Moment, around, at, in_roster, open_in_roster, plan_of
from tests.support.plans import calendar_plan

pytestmark = pytest.mark.slow
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
READERS = Path(os.environ.get("BPA_READERS") or CACHE / "bpa-roster" / "readers")
EVER = datetime(2000, 1, 1, tzinfo=UTC)
FEEDS: tuple[Whose, ...] = ((Feed.OWN, "A1"), (Feed.OWN, "A2"), (Feed.LEADER, ""), (Feed.OPEN, ""))

Read = tuple[str, str, int, str, int, int]
"""UID, status, sequence, text, start and end in minutes."""


def needed(path: Path, what: str) -> Path:
    """The program; where it is not, a user's machine skips the test, and CI fails."""
    if not path.exists() or shutil.which("node") is None:
        reason = f"{what} is not installed (bash .ci/readers; Debian's nodejs and npm)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def by_node(calendars: Sequence[bytes]) -> Mapping[str, list[list[Read]]]:
    """What ical.js and node-ical read in each."""
    needed(READERS / "node_modules" / "ical.js", "ical.js")
    needed(READERS / "node_modules" / "node-ical", "node-ical")
    script = Path(__file__).parent / "read.cjs"
    texts = json.dumps([one.decode() for one in calendars])
    ran = subprocess.run(
        ["node", script, READERS], input=texts.encode(), capture_output=True, check=True, env=os.environ | {"TZ": "UTC"}
    )
    return {name: [[tuple(one) for one in read] for read in every] for name, every in json.loads(ran.stdout).items()}


def by_icalendar(calendars: Sequence[bytes]) -> list[list[Read]]:
    found = []
    for data in calendars:
        every = icalendar.Calendar.from_ical(data).walk("VEVENT")
        found.append([
            (str(one["uid"]), str(one["status"]), int(one["sequence"]), str(one["summary"]),
             *(round(one.decoded(end).timestamp()) // 60 for end in ("dtstart", "dtend")))
            for one in every
        ])  # fmt: skip
    return found


class Khal:
    """khal with a calendar of its own, into which others are merged."""

    def __init__(self, folder: Path) -> None:
        self.program = needed(READERS / "khal" / "bin" / "khal", "khal")
        self.folder = folder
        (folder / "kal").mkdir()
        times = {"timeformat": "%H:%M", "dateformat": "%Y-%m-%d", "longdateformat": "%Y-%m-%d"}
        times |= dict.fromkeys(("datetimeformat", "longdatetimeformat"), "%Y-%m-%dT%H:%M")
        lines = ["[calendars]", "[[a]]", f"path = {folder / 'kal'}", "type = calendar", "[sqlite]"]
        lines += [f"path = {folder / 'khal.db'}", "[locale]", "local_timezone = UTC", "default_timezone = Europe/Oslo"]
        lines += [f"{key} = {value}" for key, value in times.items()]
        (folder / "conf").write_text("\n".join(lines) + "\n")

    def says(self, *asked: str) -> str:
        command = [self.program, "-c", self.folder / "conf", *asked]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    def merges(self, calendars: Sequence[bytes]) -> None:
        files = []
        for number, data in enumerate(calendars):
            files.append(self.folder / f"{number}.ics")
            files[-1].write_bytes(data)
        self.says("import", "--batch", *map(str, files))

    def sees(self, first: date, days: int) -> Counter[Moment]:
        """What is not cancelled; each entry once, though khal lists it on each day that it touches."""
        form = "{uid} {start-long} {end-long} {status}"
        lines = {
            tuple(line.split())
            for line in self.says("list", "-df", "", "-f", form, f"{first}", f"{days}d").splitlines()
        }
        return Counter((minute(one[1]), minute(one[2])) for one in lines if one[3] != "CANCELLED")


def minute(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) // 60


def wanted(plan: Plan, whose: Whose) -> Counter[Moment]:
    people = [one.id for one in plan.dated.frame.people]
    match whose[0]:
        case Feed.OWN:
            return in_roster(plan, whose[1])
        case Feed.LEADER:
            return sum((in_roster(plan, who) for who in people), Counter())
        case _:
            return open_in_roster(plan)


def seen(read: Sequence[Read]) -> Counter[Moment]:
    return Counter((start, end) for _, status, _, _, start, end in read if status != "CANCELLED")


def merged(first: Sequence[Read], second: Sequence[Read]) -> list[Read]:
    """What a program that keeps what it has read knows after the second: by UID, the highest sequence."""
    known = {one[0]: one for one in first}
    for one in second:
        if one[0] not in known or one[2] > known[one[0]][2]:
            known[one[0]] = one
    return list(known.values())


def changed(first: date) -> tuple[Plan, Plan]:
    """A roster, and one after a swap, a cancellation, a new shift and one that is filled; two shifts on some days."""
    brief = around(first)
    days = [date.fromordinal(first.toordinal() + number) for number in (1, 2)]
    saturday, sunday = days
    before = {
        ("A1", f"{saturday} D"), ("A1", f"{saturday} A"), ("A2", f"{saturday} D"), ("A2", f"{saturday} N"),
        ("A1", f"{sunday} T"), ("A2", f"{sunday} A"), ("A1", f"{sunday} N"),
    }  # fmt: skip
    swap = {("A1", f"{saturday} A"), ("A2", f"{saturday} N")}
    after = before - swap - {("A1", f"{sunday} T")}
    after |= {("A2", f"{saturday} A"), ("A1", f"{saturday} N"), ("A2", f"{sunday} D")}
    return plan_of(brief, frozenset(before)), plan_of(brief, frozenset(after))


def two_feeds(first: Plan, second: Plan) -> tuple[dict[Whose, bytes], dict[Whose, bytes]]:
    people = [one.id for one in first.brief.assistants]
    known = in_use((), first, EVER, at(0))
    later = in_use(known, second, EVER, at(1))
    return feeds(known, people, at(0)), feeds(later, people, at(1))


PAIRS = [changed(SPRING), changed(AUTUMN)]


def test_a_swap_a_cancellation_and_a_change_are_read_rightly_by_programs_of_others() -> None:
    cases = [(plans, whose, tuple(made[whose] for made in two_feeds(*plans))) for plans in PAIRS for whose in FEEDS]
    texts = [text for _, _, both in cases for text in both]
    for name, every in {**by_node(texts), "icalendar": by_icalendar(texts)}.items():
        for number, ((first, second), whose, _) in enumerate(cases):
            before, after = every[2 * number : 2 * number + 2]
            assert seen(before) == wanted(first, whose), (name, whose)
            assert seen(after) == wanted(second, whose), (name, whose)
            assert seen(merged(before, after)) == wanted(second, whose), (name, whose)
            assert {one[0] for one in before} <= {one[0] for one in after}


def test_any_changes_are_read_rightly_by_programs_of_others() -> None:
    """Rosters drawn one after the other: each reader keeps what it read of the one before."""
    draw, steps, texts = Random(8), [], []
    for first in (SPRING, AUTUMN) * 4:
        brief = around(first)
        names = [one.id for one in frame_of(brief).shifts]
        works = {(who, name) for name in names for who in ("A1", "A2") if draw.random() < 0.4}
        known: tuple[CalendarEvent, ...] = ()
        for day in range(4):
            plan = plan_of(brief, frozenset(works))
            known = in_use(known, plan, EVER, at(day))
            made = feeds(known, ["A1", "A2"], at(day))
            steps += [(first, day, whose, plan) for whose in FEEDS]
            texts += [made[whose] for whose in FEEDS]
            works ^= {(draw.choice(("A1", "A2")), name) for name in draw.sample(names, 4)}
    for name, every in by_node(texts).items():
        before: dict[Whose, list[Read]] = {}
        for (_, day, whose, plan), read in zip(steps, every, strict=True):
            before[whose] = merged(before[whose], read) if day else list(read)
            assert seen(read) == wanted(plan, whose), (name, whose, day)
            assert seen(before[whose]) == wanted(plan, whose), (name, whose, day)


def test_khal_that_keeps_what_it_has_read_sees_the_changes(tmp_path: Path) -> None:
    khal = Khal(tmp_path)
    both = [two_feeds(*plans) for plans in PAIRS]
    for turn in range(2):
        khal.merges([made[turn][Feed.OWN, "A1"] for made in both])
        expected = sum((in_roster(plans[turn], "A1") for plans in PAIRS), Counter[Moment]())
        assert khal.sees(date(2027, 3, 1), 300) == expected


def test_a_year_round_the_clock_is_read_as_it_is() -> None:
    plan = calendar_plan(weeks=52, leave_open=20)
    people = [one.id for one in plan.brief.assistants]
    every = feeds(in_use((), plan, EVER, at(0)), people, at(0))
    made = {whose: every[whose] for whose in FEEDS}
    assert len(plan.roster.works) > 1000
    for name, calendars in by_node(list(made.values())).items():
        for whose, read in zip(made, calendars, strict=True):
            assert seen(read) == wanted(plan, whose), (name, whose)
