"""A process killed at any moment leaves the old or the new state of the folder, never a mix."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from roster.workflow.discuss import Told, discuss
from roster.workflow.folder import Folder, Source, Written, newest, opened, opened_again
from roster.workflow.journal import Entry, digest
from roster.workflow.sign import sign
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from tests.approval.arrangement import LONG, LONGER_DAY, START, brief_of, plan_of, saved
from tests.approval.arrangement import NOW as NOW_IN_COURSE
from tests.approval.kills import killed_after, steps_of
from tests.approval.steps import standing

NOW = datetime(2027, 1, 4, 12, 0, tzinfo=UTC)
FILES = {"turnus.json": b'{"a": 1}', "turnus.xlsx": b"PK", "kalender/A1.ics": b"BEGIN:VCALENDAR"}
Work = Callable[[Folder, Source], object]


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


def everything_in(path: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(path)): one.read_bytes() for one in path.rglob("*") if one.is_file() and one.name != ".lock"
    }


def a_folder(place: Path) -> tuple[Path, Source]:
    """A folder with one version, a calendar in use, and a new brief outside it."""
    first, second = place / "en.yaml", place / "to.xlsx"
    first.write_bytes(b"periode: en")
    second.write_bytes(b"PK to")
    with opened(place / "t", Source(first, b"periode: en")) as folder:
        folder.add_version(FILES, Source(first, b"periode: en"), NOW)
        feeds = {"kalender/A1.ics": b"gammel", "kalender/A2.ics": b"gammel"}
        folder.record(
            Entry(NOW, "tatt i bruk", "0001", {name: digest(one) for name, one in feeds.items()}), Written(feeds)
        )
    return place / "t", Source(second, b"PK to")


def new_version(folder: Folder, source: Source) -> object:
    return folder.add_version({**FILES, "turnus.json": b'{"a": 2}'}, source, NOW)


def into_use(folder: Folder, _: Source) -> object:
    feeds = {"kalender/A1.ics": b"ny", "kalender/A3.ics": b"ny"}
    entry = Entry(NOW, "tatt i bruk", "0001", {name: digest(one) for name, one in feeds.items()})
    return folder.record(entry, Written(feeds, ("kalender/A2.ics",)))


def a_paper(folder: Folder, _: Source) -> object:
    paper = {"papirer/0003-svar.xlsx": b"PK svar"}
    return folder.record(Entry(NOW, "svar", "0001", {"papirer/0003-svar.xlsx": digest(b"PK svar")}), Written(paper))


@pytest.mark.parametrize("work", [new_version, into_use, a_paper])
def test_killed_at_any_step_the_folder_is_as_before_or_as_after(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, source = a_folder(tmp_path)
    before = everything_in(path)
    kept = tmp_path / "kept"
    shutil.copytree(path, kept)
    steps = steps_of(lambda: work(Folder(path), source), monkeypatch)
    after = everything_in(path)
    assert after != before
    assert steps > 8
    ends = set()
    for moment in range(steps):
        shutil.rmtree(path)
        shutil.copytree(kept, path)
        with killed_after(moment, monkeypatch):
            work(Folder(path), source)
        with opened_again(path):
            pass
        found = everything_in(path)
        assert found in (before, after)
        ends.add(found == after)
    assert ends == {True, False}


def test_killed_again_while_it_is_put_right_it_is_put_right_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, source = a_folder(tmp_path)
    before = everything_in(path)
    kept = tmp_path / "kept"
    shutil.copytree(path, kept)
    steps = steps_of(lambda: new_version(Folder(path), source), monkeypatch)
    after = everything_in(path)
    random = Random(3)
    for moment in (random.randrange(steps) for _ in range(12)):
        shutil.rmtree(path)
        shutil.copytree(kept, path)
        with killed_after(moment, monkeypatch):
            new_version(Folder(path), source)
        with killed_after(random.randrange(6), monkeypatch), opened_again(path):
            pass
        assert newest(path).parent.name in ("0001", "0002")
        with opened_again(path):
            pass
        assert everything_in(path) in (before, after)


@pytest.mark.slow
@pytest.mark.parametrize("step", ["discuss", "sign", "use"])
def test_killed_while_discussing_signing_or_taking_into_use_it_is_done_or_it_is_not(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t"
    saved(path, plan_of(brief_of(LONGER_DAY, kind=LONG)))
    submit(path, None, "arbeidsleder", NOW_IN_COURSE)
    works: dict[str, Callable[[], object]] = {
        "discuss": lambda: discuss(path, Told(START - timedelta(days=14), True), "arbeidsgiver", NOW_IN_COURSE),
        "sign": lambda: sign(path, "langvakt", date(2026, 12, 1), None, "arbeidsgiver", NOW_IN_COURSE),
        "use": lambda: use(path, Wish(), "arbeidsgiver", NOW_IN_COURSE),
    }
    for earlier in ("discuss", "sign"):
        if step == "use":
            works[earlier]()
    before = everything_in(path)
    kept = Path(shutil.copytree(path, tmp_path / "kept"))
    steps = steps_of(works[step], monkeypatch)
    after = everything_in(path)
    random = Random(step)
    ends = set()
    for moment in (0, steps - 1, *(random.randrange(steps) for _ in range(15))):
        shutil.rmtree(path)
        shutil.copytree(kept, path)
        with killed_after(moment, monkeypatch):
            works[step]()
        standing(path)
        found = everything_in(path)
        assert found in (before, after)
        ends.add(found == after)
    assert ends == {True, False}
