"""The calendars of a folder: what is written when a version is taken into use, and what is remembered."""

import json
import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from roster.domain.assistant import Assistant
from roster.domain.course import Act, Step, Use
from roster.domain.kinds import Cause, Form
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.calendar import calendars
from roster.reading.faults import Faults
from roster.workflow.course import Log, read_log
from roster.workflow.discuss import Told, discuss
from roster.workflow.feeds import EVENTS, calendars_in_use, named_files
from roster.workflow.folder import Written
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from tests.approval.arrangement import NOW, START, brief_of, plan_of, saved, swapped
from tests.calendars.subscriber import events

PLAN = plan_of(brief_of())


def written(folder: Path, plan: Plan, now: datetime = NOW, since: date = START) -> Written:
    """What is written, in the folder too."""
    found = calendars_in_use(folder, plan, since, now, None)
    for name, content in found.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    for name in found.gone:
        (folder / name).unlink()
    return found


def summaries(folder: Path, name: str) -> set[str]:
    return {one["SUMMARY"] for one in events((folder / "kalender" / name).read_bytes()) if one["STATUS"] == "CONFIRMED"}


def test_there_is_one_for_each_assistant_one_for_who_leads_and_one_for_open_shifts(tmp_path: Path) -> None:
    first = PLAN.roster.frame.shifts[0].id
    works = frozenset(one for one in PLAN.roster.works if one[1] != first)
    written(tmp_path, Plan(PLAN.brief, Roster(PLAN.roster.frame, works)))
    names = ("A1.ics", "A2.ics", "A3.ics", "apne-vakter.ics", "arbeidsleder.ics", "hendelser.json")
    assert tuple(sorted(one.name for one in (tmp_path / "kalender").iterdir())) == names
    assert summaries(tmp_path, "A3.ics") == set()
    assert summaries(tmp_path, "arbeidsleder.ics") == {"Kari: Vakt D", "Ola: Vakt D"}
    assert summaries(tmp_path, "apne-vakter.ics") == {"Åpen: Vakt D"}


def test_the_same_once_more_changes_not_a_byte_also_later(tmp_path: Path) -> None:
    first = written(tmp_path, PLAN)
    assert written(tmp_path, PLAN) == first
    assert written(tmp_path, PLAN, NOW + timedelta(days=1)) == first


def test_another_text_changes_every_shift_and_nothing_of_when(tmp_path: Path) -> None:
    written(tmp_path, PLAN)
    before = events((tmp_path / "kalender" / "A1.ics").read_bytes())
    brief = replace(PLAN.brief, settings=replace(PLAN.brief.settings, calendar_text="Jobb"))
    written(tmp_path, Plan(brief, Roster(replace(PLAN.roster.frame, brief=brief), PLAN.roster.works)))
    after = events((tmp_path / "kalender" / "A1.ics").read_bytes())
    assert [(one["UID"], one["DTSTART"], one["SEQUENCE"], one["SUMMARY"]) for one in after] == [
        (one["UID"], one["DTSTART"], "1", "Jobb") for one in before
    ]


def test_who_has_left_still_has_a_calendar_that_says_so(tmp_path: Path) -> None:
    written(tmp_path, PLAN)
    brief = replace(PLAN.brief, assistants=PLAN.brief.assistants[1:])
    works = frozenset(("A2", shift) for _, shift in PLAN.roster.works)
    frame = replace(PLAN.roster.frame, brief=brief)
    written(tmp_path, Plan(brief, Roster(frame, works)))
    assert {one["STATUS"] for one in events((tmp_path / "kalender" / "A1.ics").read_bytes())} == {"CANCELLED"}


def test_a_grunnturnus_without_dates_takes_away_what_lies_ahead_and_no_calendar(tmp_path: Path) -> None:
    brief = replace(PLAN.brief, period=replace(PLAN.brief.period, form=Form.CYCLE))
    cycle = plan_of(brief)
    assert written(tmp_path, cycle) == Written()
    written(tmp_path, PLAN)
    written(tmp_path, cycle, since=date(2027, 1, 11))
    told = [(one["DTSTART"], one["STATUS"]) for one in events((tmp_path / "kalender" / "A1.ics").read_bytes())]
    assert len(told) == 5
    assert all((start < "20270111") == (status == "CONFIRMED") for start, status in told)


def weeks_of(first: date, weeks: int, week_cut: int = 0) -> Plan:
    period = replace(PLAN.brief.period, start=first, weeks=weeks, week_cut=week_cut)
    return plan_of(replace(PLAN.brief, period=period))


def in_calendars(folder: Path) -> list[tuple[str, str]]:
    """The shifts in the calendar of who leads: when each starts, and which are still on."""
    every = events((folder / "kalender" / "arbeidsleder.ics").read_bytes())
    return sorted((one["DTSTART"][:8], one["STATUS"]) for one in every)


def test_a_plan_of_a_week_leaves_the_weeks_before_and_after_it_as_they_are(tmp_path: Path) -> None:
    written(tmp_path, weeks_of(START, 4))
    before = {one["UID"]: one for one in events((tmp_path / "kalender" / "A1.ics").read_bytes())}
    week = weeks_of(START + timedelta(days=7), 1)
    others = Plan(week.brief, Roster(week.roster.frame, frozenset(("A2", shift) for _, shift in week.roster.works)))
    written(tmp_path, others, NOW + timedelta(days=1), START + timedelta(days=7))
    after = {one["UID"]: one for one in events((tmp_path / "kalender" / "A1.ics").read_bytes())}
    changed = {one["DTSTART"][:8] for uid, one in after.items() if before.get(uid) != one}
    assert changed
    assert all("20270111" <= day <= "20270117" for day in changed)
    running = [day for day, status in in_calendars(tmp_path) if status == "CONFIRMED"]
    assert running == [f"{shift.start:%Y%m%d}" for shift in weeks_of(START, 4).roster.frame.shifts]


def test_a_plan_begins_and_ends_when_its_weeks_do(tmp_path: Path) -> None:
    """Weeks from nine in the morning: the shift at eight on the next Monday is the last of the plan."""
    cut = 9 * 60
    written(tmp_path, weeks_of(START, 1, cut))
    (last,) = [day for day, _ in in_calendars(tmp_path) if day > "20270110"]
    written(tmp_path, weeks_of(START + timedelta(days=7), 1, cut), NOW, START + timedelta(days=7))
    assert (last, "CONFIRMED") in in_calendars(tmp_path)
    assert len(in_calendars(tmp_path)) == 10
    assert {status for _, status in in_calendars(tmp_path)} == {"CONFIRMED"}


def test_an_assistant_called_as_another_calendar_gets_a_file_of_their_own(tmp_path: Path) -> None:
    people = (replace(PLAN.brief.assistants[0], id="Arbeidsleder"), *PLAN.brief.assistants[1:])
    plan = plan_of(replace(PLAN.brief, assistants=people))
    assert sorted(named_files(calendars(plan, NOW))) == [
        f"kalender/{one}.ics" for one in ("A2", "A3", "Arbeidsleder_2", "apne-vakter", "arbeidsleder")
    ]


def test_what_was_remembered_before_there_was_more_than_one_calendar_each_is_known(tmp_path: Path) -> None:
    written(tmp_path, PLAN)
    state = tmp_path / EVENTS
    own = [one for one in json.loads(state.read_bytes())["events"] if one["entry"]["feed"] == "assistent"]
    old = [
        {
            **{key: one["entry"][key] for key in ("who", "need", "summary")},
            "start": datetime.fromisoformat(one["entry"]["start"]).astimezone().isoformat(),
            "end": datetime.fromisoformat(one["entry"]["end"]).astimezone().isoformat(),
            "uid": f"gammel {number}",
            "sequence": 3,
        }
        for number, one in enumerate(own)
    ]
    state.write_text(json.dumps({"schema": 1, "events": old}))
    log = Log((), (Step(1, Act.USED, "0001", "arbeidsgiver", NOW, Use(START, Cause.NEW_PLAN)),), "")
    found = calendars_in_use(tmp_path, swapped(PLAN), START, NOW + timedelta(days=2), log)
    kept = [one for one in events(found.files["kalender/A1.ics"]) if one["UID"].startswith("gammel")]
    assert sorted((one["SEQUENCE"], one["STATUS"], one["LAST-MODIFIED"]) for one in kept) == [
        *[("3", "CONFIRMED", "20261221T120000Z")] * 4,
        ("4", "CANCELLED", "20261223T120000Z"),
    ]


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"schema": 2}', '{"schema": 1, "events": [{}]}', '{"schema": 2, "events": [1]}']
)
def test_a_changed_file_of_events_is_a_fault(tmp_path: Path, content: str) -> None:
    written(tmp_path, PLAN)
    (tmp_path / EVENTS).write_text(content)
    with pytest.raises(Faults, match="borte eller endret"):
        written(tmp_path, PLAN)
    (tmp_path / EVENTS).write_text('{"schema": 3, "events": []}')
    with pytest.raises(Faults, match="nyere utgave"):
        written(tmp_path, PLAN)


@pytest.mark.parametrize("lost", ["file", "folder", "changed"])
def test_what_was_remembered_is_made_again_from_the_log_where_it_is_lost(tmp_path: Path, lost: str) -> None:
    folder = in_use_by(tmp_path / "t", PLAN, swapped(PLAN))
    log, file = read_log(folder), folder / EVENTS
    whole = file.read_bytes()
    if lost == "file":
        file.unlink()
    elif lost == "folder":
        shutil.rmtree(folder / "kalender")
    else:
        file.write_bytes(whole.replace(b'"sequence": 1', b'"sequence": 0'))
        assert file.read_bytes() != whole
    assert calendars_in_use(folder, swapped(PLAN), START, NOW, log).files[EVENTS] == whole
    (entry,) = [one for one in log.entries if EVENTS in one.files][-1:]
    other = replace(entry, files={**entry.files, EVENTS: "0" * 64})
    with pytest.raises(Faults, match="borte eller endret"):
        calendars_in_use(folder, PLAN, START, NOW, Log((*log.entries, other), log.steps, ""))


def in_use_by(folder: Path, *plans: Plan) -> Path:
    """A folder in which these were taken into use, one after the other."""
    for number, plan in enumerate(plans):
        version = saved(folder, plan)
        if number == 0:
            submit(version, None, "arbeidsleder", NOW)
            discuss(version, Told(START - timedelta(days=14), True), "arbeidsgiver", NOW)
        use(version, Wish(cause=Cause.SWAP if number else Cause.NEW_PLAN), "arbeidsgiver", NOW + timedelta(days=number))
    return folder


def test_a_file_name_stays_with_who_had_it(tmp_path: Path) -> None:
    """A.1 and A_1 cannot both have the file A_1.ics; whoever reads it goes on to see the same person."""
    first, second, third = PLAN.brief.assistants
    both = (replace(first, id="A.1"), replace(second, id="A_1"), third)

    def of(*people: Assistant) -> Plan:
        brief = replace(PLAN.brief, assistants=people)
        frame = replace(PLAN.roster.frame, brief=brief)
        return Plan(brief, Roster(frame, frozenset((people[0].id, one.id) for one in frame.shifts)))

    written(tmp_path, of(*both))
    assert len(summaries(tmp_path, "A_1.ics")) == 1
    written(tmp_path, of(*both[1:]))
    assert summaries(tmp_path, "A_1.ics") == set()
    assert summaries(tmp_path, "A_1_2.ics") == {"Vakt D"}
