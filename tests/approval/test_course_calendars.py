"""The calendars of a turnus in use: which entries stay, change or go when it is changed."""

from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from roster.domain.kinds import Cause
from roster.reading.faults import Faults
from roster.workflow.export import export
from roster.workflow.use import Wish
from tests.approval.arrangement import NOW, brief_of, plan_of, saved, swapped
from tests.approval.steps import into_use, sent, talked, with_first_later


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    saved(tmp_path / "t", plan_of(brief_of()))
    return tmp_path / "t"


def entries(folder: Path, who: str, status: str = "CONFIRMED") -> dict[str, tuple[datetime, int]]:
    calendar = Calendar.from_ical((folder / "kalender" / f"{who}.ics").read_bytes())
    found = (one for one in calendar.walk("VEVENT") if one["status"] == status)
    return {str(one["uid"]): (one["dtstart"].dt, int(one["sequence"])) for one in found}


def test_a_shift_keeps_its_id_while_the_same_person_has_it_that_day(folder: Path) -> None:
    for step in (sent, talked, into_use):
        step(folder)
    before = {who: entries(folder, who) for who in ("A1", "A2", "A3")}
    assert [len(one) for one in before.values()] == [5, 5, 0]
    saved(folder, with_first_later(plan_of(brief_of())))
    with pytest.raises(Faults, match="lokal avtale og et varsel"):
        into_use(folder, Wish(cause=Cause.MOVED, note=" "))
    into_use(folder, Wish(cause=Cause.MOVED, note="lokal avtale"))
    after = entries(folder, "A1")
    assert after.keys() == before["A1"].keys()
    changed = [uid for uid in after if after[uid] != before["A1"][uid]]
    assert [(after[uid][0].hour, after[uid][1]) for uid in changed] == [(9, 1)]
    assert entries(folder, "A2") == before["A2"]


def test_a_swap_gives_each_a_new_entry_and_takes_the_old_away(folder: Path) -> None:
    for step in (sent, talked, into_use):
        step(folder)
    before = entries(folder, "A1") | entries(folder, "A2")
    saved(folder, swapped(plan_of(brief_of())))
    into_use(folder, Wish(cause=Cause.SWAP))
    after = entries(folder, "A1") | entries(folder, "A2")
    assert len(after.keys() - before.keys()) == len(before.keys() - after.keys()) == 2
    gone = entries(folder, "A1", "CANCELLED") | entries(folder, "A2", "CANCELLED")
    assert gone.keys() == before.keys() - after.keys()
    assert {number for _, number in gone.values()} == {1}


def test_what_is_in_use_is_exported_as_it_runs_and_else_as_a_draft(folder: Path, tmp_path: Path) -> None:
    for step in (sent, talked):
        step(folder)
    export(folder, tmp_path / "før", "ics", NOW)
    assert b"STATUS:TENTATIVE" in (tmp_path / "før" / "kalender" / "A1.ics").read_bytes()
    into_use(folder)
    export(folder, tmp_path / "etter", "ics", NOW)
    for one in (folder / "kalender").glob("*.ics"):
        assert (tmp_path / "etter" / "kalender" / one.name).read_bytes() == one.read_bytes()


def test_what_lay_before_the_day_it_takes_effect_stays_in_the_calendars(folder: Path) -> None:
    for step in (sent, talked, into_use):
        step(folder)
    before = entries(folder, "A1")
    saved(folder, swapped(plan_of(brief_of())))
    into_use(folder, Wish(since=date(2027, 1, 11), cause=Cause.SWAP))
    assert entries(folder, "A1") == before
