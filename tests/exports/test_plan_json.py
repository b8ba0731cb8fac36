"""A saved version says the same when it is read as when it was written."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.assistant import HeldSkill
from roster.domain.brief import PastShift
from roster.domain.days import When
from roster.domain.fingerprint import fingerprint
from roster.domain.frame import frame_of
from roster.domain.help_needed import NeedChange
from roster.domain.moved import moved_shift, with_moved
from roster.domain.plan import Origin, Plan
from roster.domain.roster import Roster
from roster.domain.settings import Cut
from roster.exports.plan_json import plan_json
from roster.reading.faults import Faults
from roster.reading.plan_json import read_plan_json
from tests.support.plans import RESTING, Said, calendar_plan, cycle_plan


@pytest.mark.parametrize(
    "plan", [calendar_plan(), calendar_plan(leave_open=3), calendar_plan(night=RESTING), cycle_plan()]
)
def test_a_plan_read_back_is_the_plan_that_was_saved(plan: Plan) -> None:
    assert read_plan_json(plan_json(plan, Said())) == plan


def test_a_version_says_who_made_it_of_what_and_by_which_numbers_of_law() -> None:
    plan = replace(calendar_plan(), origin=Origin("arbeidsleder", "bpa-roster 0", "familie.yaml", "0" * 64, 7))
    data = plan_json(plan, Said())
    assert read_plan_json(data) == plan
    content = json.loads(data)
    assert content["made"]["source_digest"] == "0" * 64
    rules = {one["id"]: one for one in content["rules"]}
    rest = rules["daily-rest"]
    assert (rest["numbers"][0]["amount"], rest["numbers"][0]["rests_on"]) == (660, ["aml § 10-8 (1)"])
    assert rest["source"].startswith("https://")
    assert rest["read"]
    assert any("avtale snitt" in one["rests_on"] for one in rules["hours-day"]["numbers"])


def test_a_plan_is_saved_as_the_same_bytes_each_time() -> None:
    assert plan_json(cycle_plan(), Said(), Said()) == plan_json(cycle_plan(), Said(), Said())


def test_the_second_half_past_two_of_an_autumn_night_is_kept_apart_from_the_first() -> None:
    plan = calendar_plan()
    start = datetime(2026, 10, 25, 2, 30, fold=1)
    past = PastShift("A1", start, datetime(2026, 10, 25, 9, 0))
    brief = replace(plan.brief, history=(past,))
    back = read_plan_json(plan_json(Plan(brief, Roster(replace(plan.roster.frame, brief=brief), frozenset()))))
    assert back.brief.history[0].start.fold == 1


def test_the_day_it_was_discussed_the_stricter_readings_and_the_week_cuts_are_kept() -> None:
    plan = calendar_plan(weeks=1)
    cuts = (Cut(date(2027, 1, 4), 0, 0), Cut(date(2027, 2, 7), 6, 1320))
    settings = replace(plan.brief.settings, stricter_readings=True, cuts=cuts)
    brief = replace(plan.brief, discussed=date(2026, 12, 10), settings=settings)
    made = Plan(brief, Roster(frame_of(brief), frozenset()))
    assert read_plan_json(plan_json(made)) == made


def test_a_shift_moved_by_hand_is_kept_with_its_own_times() -> None:
    plan = calendar_plan()
    frame = plan.roster.frame
    who, name = min(plan.roster.works)
    shift = frame.shift[name]
    moved = moved_shift(frame, plan.brief.kind(shift.kind), shift.start + timedelta(minutes=89), shift.end)
    works = plan.roster.works - {(who, name)} | {(who, moved.id)}
    roster = Roster(with_moved(frame, [moved], works), works)
    changed = Plan(plan.brief, roster)
    assert read_plan_json(plan_json(changed)) == changed
    assert (shift, 1) not in roster.open


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "skadet"),
        (b"\xff\xfe{}", "ikke en turnus i JSON"),
        (b"[1, 2]", "ikke en turnus fra roster"),
        (b'{"brief": 1.5, "roster": 1}', "ikke en turnus i JSON"),
        (b'{"brief": {}, "roster": {}}', "format ingenting"),
        (b'{"schema": 99, "brief": {}, "roster": {}}', "format 99"),
        (b'{"schema": 1, "brief": {}, "roster": {}, "fingerprint": "x"}', "Fingeravtrykket stemmer ikke"),
        (b"[" * 100_000, "ikke en turnus i JSON"),
    ],
)
def test_what_is_no_version_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(Faults, match=said):
        read_plan_json(data)


def test_an_edited_version_is_known_by_its_fingerprint() -> None:
    content = json.loads(plan_json(calendar_plan()))
    content["brief"]["assistants"][0]["percent"] = "50"
    with pytest.raises(Faults, match="endret etter at fila ble skrevet"):
        read_plan_json(json.dumps(content).encode())


def test_a_foreign_version_names_every_value_that_cannot_be_used() -> None:
    content = json.loads(plan_json(calendar_plan()))
    content["brief"]["period"]["start"] = "i går"
    content["brief"]["kinds"][0]["sort"] = "morgen"
    content["fingerprint"] = fingerprint(content)
    with pytest.raises(Faults) as caught:
        read_plan_json(json.dumps(content).encode())
    assert {fault.place for fault in caught.value.faults} == {"brief.period.start", "brief.kinds.0.sort"}


def test_a_foreign_version_that_refers_to_nobody_is_refused() -> None:
    content = json.loads(plan_json(calendar_plan()))
    content["brief"]["needs"][0]["kind"] = "Q"
    content["brief"]["events"][0]["who"] = ["A9"]
    content["brief"]["period"]["weeks"] = 10**9
    content["fingerprint"] = fingerprint(content)
    with pytest.raises(Faults) as caught:
        read_plan_json(json.dumps(content).encode())
    assert {fault.place for fault in caught.value.faults} == {"brief.needs", "brief.events", "brief.period.weeks"}


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("settings", "eve_of_may_from", 9 * 10**15),
        ("period", "day_cut", -1),
        ("period", "rollout_weeks", 10**9),
        ("agreements", "averaging_weeks", 0),
        ("agreements", "valid_to", "9999-12-31"),
        ("assistants", "born", 10**9),
        ("assistants", "born", "9999-12-31"),
        ("assistants", "weekends", {"every": 0, "first": 1}),
        ("kinds", "length", 10**9),
        ("history", "start", "0001-01-01T00:00:00+14:00"),
    ],
)
def test_a_foreign_version_with_absurd_numbers_is_refused(part: str, name: str, value: Any) -> None:
    content = json.loads(plan_json(calendar_plan()))
    one = content["brief"][part]
    (one[0] if isinstance(one, list) else one)[name] = value
    content["fingerprint"] = fingerprint(content)
    with pytest.raises(Faults) as caught:
        read_plan_json(json.dumps(content).encode())
    assert caught.value.faults[0].place.split(".0", 1)[0].startswith(f"brief.{part}")
    assert "Verdien kan ikke brukes" in caught.value.faults[0].what


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("9999-12-31T08:00", "9999-12-31T10:00"),
        ("2027-01-04T10:00", "2027-01-04T09:00+01:00"),
        ("2027-01-04T10:00", "2028-01-04T10:00"),
    ],
)
def test_a_foreign_version_with_a_moved_shift_at_no_time_is_refused(start: str, end: str) -> None:
    content = json.loads(plan_json(calendar_plan()))
    content["roster"]["moved"] = [{"kind": "D", "start": start, "end": end}]
    content["fingerprint"] = fingerprint(content)
    with pytest.raises(Faults, match="En flyttet vakt «D» kan ikke brukes"):
        read_plan_json(json.dumps(content).encode())


def test_a_newer_version_with_fields_that_we_would_pass_over_is_refused() -> None:
    content = json.loads(plan_json(calendar_plan()))
    content["brief"]["newer"] = 1
    content["brief"]["kinds"][1]["newer"] = None
    content["roster"]["newer"] = []
    content["fingerprint"] = fingerprint(content)
    with pytest.raises(Faults, match="Oppdater roster") as caught:
        read_plan_json(json.dumps(content).encode())
    assert {fault.place for fault in caught.value.faults} == {"brief.newer", "brief.kinds.1.newer", "roster.newer"}


@pytest.mark.slow
def test_the_bytes_do_not_hang_on_the_order_of_sets() -> None:
    program = "from tests.exports.written import *; import hashlib as h; from tests.support.plans import Said;"
    program += "from roster.exports.plan_json import plan_json;"
    program += "print(h.sha256(plan_json(CYCLE, Said()) + cycle_bytes() + calendar_bytes()).hexdigest())"
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


texts = st.text(max_size=12)
dates = st.dates(date(2026, 1, 1), date(2029, 1, 1))


@given(
    alias=texts,
    note=texts,
    percent=st.decimals(1, 100, places=2),
    born=st.one_of(st.none(), dates, st.integers(1950, 2010)),
    skills=st.lists(st.builds(HeldSkill, texts, st.one_of(st.none(), dates)), max_size=3).map(tuple),
    values=st.dictionaries(st.sampled_from(["day_h", "week_h"]), st.decimals(0, 60, places=1)),
    wanted=st.frozensets(texts, max_size=3),
)
@settings(max_examples=40, deadline=None)
def test_whatever_a_brief_says_is_kept(
    alias: str, note: str, percent: Any, born: Any, skills: Any, values: Any, wanted: frozenset[str]
) -> None:
    plan = calendar_plan(weeks=1)
    brief = plan.brief
    person = replace(brief.assistants[0], alias=alias, percent=percent, born=born, skills=skills)
    changed = replace(
        brief,
        assistants=(person, *brief.assistants[1:]),
        kinds=(replace(brief.kinds[0], skills=wanted), *brief.kinds[1:]),
        changes=(NeedChange(When(), "D", 1, note=note),),
        agreements=(replace(brief.agreements[0], values=values),),
    )
    made = Plan(changed, Roster(frame_of(changed), frozenset()))
    assert read_plan_json(plan_json(made)) == made


def test_a_version_that_gives_out_an_unknown_shift_is_refused() -> None:
    content = json.loads(plan_json(calendar_plan()))
    content["roster"]["works"].append(["A9", "2027-01-04 X"])
    content["fingerprint"] = fingerprint(content)
    with pytest.raises(Faults) as caught:
        read_plan_json(json.dumps(content).encode())
    assert len(caught.value.faults) == 2
