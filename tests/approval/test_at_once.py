"""Processes that are really killed, and two that really work in the same folder at once."""

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from roster.workflow import folder as folders
from roster.workflow.discuss import Told, discuss
from roster.workflow.folder import newest, opened_again
from roster.workflow.journal import Journal
from roster.workflow.submit import submit
from roster.workflow.verify import verify
from tests.approval.arrangement import NOW, START, brief_of, plan_of, saved
from tests.approval.test_killed import a_folder, a_paper, into_use, new_version

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


def child(work: Callable[[], object]) -> int:
    """A process of its own that does the work; it ends with 0 when nothing was raised."""
    number = os.fork()
    if number == 0:
        try:
            work()
        except BaseException:  # nothing of the test may run on in the child
            os._exit(1)
        os._exit(0)
    return number


def ended(number: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


@pytest.mark.slow
def test_fifty_real_kills_leave_a_folder_that_the_log_vouches_for(tmp_path: Path) -> None:
    path, source = a_folder(tmp_path)
    random = Random(11)
    lines = 0
    for _ in range(50):
        hears, tells = os.pipe()

        def without_end(tells: int = tells) -> None:
            while True:
                for work in (new_version, a_paper, into_use):
                    with opened_again(path) as folder:
                        os.write(tells, b".")
                        work(folder, source)

        number = child(without_end)
        os.close(tells)
        begun = random.choice((1, 2, 3))
        for _ in range(begun):
            assert os.read(hears, 1) == b"."
        time.sleep(random.uniform(0, 0.03))
        os.kill(number, signal.SIGKILL)
        assert ended(number) == -signal.SIGKILL
        os.close(hears)
        assert newest(path).is_file()
        with opened_again(path) as folder:
            now = len(folder.journal.lines())
        assert now >= lines + begun - 1
        lines = now
        assert not (path / ".ny").exists()
        # The versions of this test are no rosters; all else is as the log says.
        assert [one for one in verify(path, ()).wrong if "ikke slik den ble lagret: " not in one] == []


def test_two_at_once_do_not_lose_each_others_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_WAIT", 120.0)
    path = tmp_path / "t"
    saved(path, plan_of(brief_of()))
    submit(path, None, "arbeidsleder", NOW)
    each = 3

    def talks(who: str) -> Callable[[], None]:
        def work() -> None:
            for _ in range(each):
                discuss(path, Told(START - timedelta(days=14), True), who, NOW)

        return work

    assert [ended(one) for one in [child(talks("en")), child(talks("to"))]] == [0, 0]
    said = [one.by for one in Journal(path / "logg.jsonl").entries()[2:]]
    assert (said.count("en"), said.count("to"), len(said)) == (each, each, 2 * each)
    assert verify(path, ()).holds


def test_who_comes_while_another_works_is_told_so_and_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t"
    saved(path, plan_of(brief_of()))
    before = (path / "logg.jsonl").read_bytes()
    monkeypatch.setattr(folders, "_WAIT", 0.1)
    with opened_again(path):
        assert ended(child(lambda: submit(path, None, "en", NOW))) == 1
    assert (path / "logg.jsonl").read_bytes() == before
    assert ended(child(lambda: submit(path, None, "en", NOW))) == 0
