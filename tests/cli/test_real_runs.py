"""Whole runs in processes of their own, with the real planner: stopped, kept apart, and the way from start to calendar."""

import signal
import sys
import time
from pathlib import Path

import pytest

from roster.reading.plan_json import read_plan_json
from tests.cli.typed import started, typed

BRIEF = Path(__file__).parents[2] / "examples" / "barn-25-timer.yaml"
LONG = BRIEF.with_name("hele-dognet.yaml")
"""One that is never proven best while a test waits."""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c_keeps_the_best_and_a_second_run_meanwhile_is_refused(tmp_path: Path) -> None:
    first = started("plan", LONG, "--seconds", "300", "--out", "turnus", folder=tmp_path)
    assert first.stderr is not None
    line = first.stderr.readline()
    while "alle vakter dekket" not in line:
        assert line, "the run ended before it had a roster"
        line = first.stderr.readline()
    second = started("plan", LONG, "--seconds", "5", "--out", "turnus", folder=tmp_path)
    out, err = second.communicate(timeout=60)
    assert second.returncode == 2
    assert "En annen kjøring" in err
    began = time.monotonic()
    first.send_signal(signal.SIGINT)
    out, err = first.communicate(timeout=60)
    assert first.returncode == 130
    assert time.monotonic() - began < 30
    assert "Stopper" in err
    assert "Traceback" not in err
    assert "Du stoppet etter" in out
    version = tmp_path / "turnus" / "versjoner" / "0001"
    plan = read_plan_json((version / "turnus.json").read_bytes())
    assert not plan.roster.open
    assert [one.name for one in version.parent.iterdir()] == ["0001"]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["yaml", "xlsx"])
def test_from_a_starter_file_to_calendars(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    brief = f"min.{suffix}"
    assert typed(capsys, "new", brief).code == 0
    assert typed(capsys, "check", brief).code == 0
    planned = typed(capsys, "plan", brief, "--seconds", "8", "--quiet")
    assert planned.code == 0, planned.out
    assert (tmp_path / "min" / f"grunnlag.{suffix}").read_bytes() == Path(brief).read_bytes()
    checked = typed(capsys, "check", "min/versjoner/0001/turnus.xlsx")
    assert checked.code == 0, checked.out
    told = typed(capsys, "show", "min", "--assistant", "A1", "--week", "1")
    assert told.code == 0
    assert "Uke 1" in told.out
    assert typed(capsys, "export", "min", "--out", "ut", "--format", "ics").code == 0
    assert len(list(Path("ut").rglob("*.ics"))) == 5
    again = typed(capsys, "export", "min", "--out", "ut", "--format", "ics")
    assert again.code == 2
    assert "finnes fra før" in again.err
