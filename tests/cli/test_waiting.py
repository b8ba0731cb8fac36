"""Ctrl-C once stops the work and keeps what it has; Ctrl-C twice ends the process; progress does not chatter."""

import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from roster.cli import progress as telling
from roster.cli.progress import Telling
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from tests.cli.typed import typed

TOP = Path(__file__).parents[2]
PATIENT = """
import time
from roster.cli.waiting import run_until_stopped
from tests.cli.typed import typed
def work(stop):
    print("begun", flush=True)
    while not stop():
        time.sleep(0.01)
    return "the best so far"
print(run_until_stopped(work, lambda: None), flush=True)
"""
DEAF = PATIENT.replace("while not stop()", "while True")


@dataclass(frozen=True)
class Best:
    cost: int = 705
    bound: int = 690
    open: int = 0
    short: int = 210
    wishes_broken: int = 1
    wishes: int = 10


def begun(program: str) -> "subprocess.Popen[str]":
    running = subprocess.Popen(
        [sys.executable, "-c", program], cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "begun\n"
    return running


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c_keeps_the_best_so_far() -> None:
    running = begun(PATIENT)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=10)
    assert out == "the best so far\n"
    assert "Stopper" in err
    assert "Traceback" not in err
    assert running.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")
def test_a_second_ctrl_c_ends_work_that_does_not_listen() -> None:
    running = begun(DEAF)
    running.send_signal(signal.SIGINT)
    assert running.stderr is not None
    while "Stopper" not in running.stderr.readline():
        pass
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=10)
    assert out == ""
    assert "Avbrutt" in err
    assert running.returncode == 130


def test_what_the_work_raises_goes_on() -> None:
    def work(stop: object) -> None:
        raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        run_until_stopped(work, lambda: None)


def test_progress_is_told_at_most_every_ten_seconds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(telling, "monotonic", lambda: now)
    with Telling(Voice(plain=True)) as told:
        for number in range(301):
            now = 100.0 + number / 10
            if number == 150:
                told.better(Best())
            told.beat()
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "10,0 s: leter etter den første turnusen.",
        "20,0 s: alle vakter dekket, 3,5 timer under avtalt tid, 9 av 10 ønsker; leter etter en bedre.",
        "30,0 s: alle vakter dekket, 3,5 timer under avtalt tid, 9 av 10 ønsker; leter etter en bedre.",
    ]


@pytest.mark.parametrize("voice", [Voice(quiet=True), Voice(json=True)])
def test_quiet_and_json_say_nothing_underway(
    voice: Voice, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(telling, "monotonic", lambda: now)
    with Telling(voice) as told:
        now = 60.0
        told.beat()
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def test_ctrl_c_while_the_program_loads_ends_it_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stopped:
        @staticmethod
        def find_spec(name: str, *where: object) -> None:
            if name == "roster.cli.app":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "roster.cli.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Stopped, *sys.meta_path])
    assert typed(capsys, "--version").code == 130


def test_ctrl_c_while_the_commands_are_put_together_ends_it_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(**asked: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("roster.cli.app._program", stopped)
    assert typed(capsys, "--version").code == 130
