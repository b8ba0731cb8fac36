"""The README's commands do what the README says, letter by letter."""

import re
import shlex
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from roster.cli import clock
from tests.cli.typed import typed
from tests.readme import README, marked, roster_lines

TOP = README.parent
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "out", "turnus")


def run(line: str, where: Path) -> str:
    """What the line prints; a failure shows all of it."""
    ran = subprocess.run(["bash", "-c", line], cwd=where, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_the_picture_the_readme_shows_is_there() -> None:
    assert (TOP / "examples" / "bilder" / "turnus.png").stat().st_size > 10_000


def test_the_readme_speaks_of_windows_beside_each_set_up_line() -> None:
    text = README.read_text(encoding="utf-8")
    for name in ("set-up", "tests"):
        after = text.split(f"<!-- {name} -->")[1]
        assert "```powershell" in after.split("```sh")[1][:800]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the lines for Windows are others")
def test_the_two_commands_do_all_the_set_up(tmp_path: Path) -> None:
    """The second command's tests are only counted here; they run by themselves."""
    copy = tmp_path / "bpa"
    shutil.copytree(TOP, copy, ignore=LEFT_OUT)
    said = run(marked("set-up").replace("python3 ", f"{sys.executable} "), copy)
    version = copy / "turnus" / "versjoner" / "0001"
    assert "alle vakter dekket" in said
    assert (version / "turnus.xlsx").stat().st_size > 5_000
    assert len(list((version / "kalender").glob("*.ics"))) == 5
    line = marked("tests")
    assert line.endswith('-m "not slow"')
    assert "passed" in run(f"{line} tests/cli/test_commands.py", copy)


def shortened(line: str) -> list[str]:
    """The words of the line after ``roster``, with less time: a lawful roster will do, or a few of them for a staff."""
    whole = line.startswith(("roster plan", "roster staff", "roster holidays", "roster vacation"))
    short = re.sub(r"--seconds \d+", f"--seconds {20 if whole else 5}", line)
    if line == "roster plan familie.yaml":
        short += " --seconds 20"
    if line.startswith("roster needs behov.yaml"):
        short += " --seconds 5"
    return shlex.split(short)[1:]


@pytest.mark.slow
def test_the_users_path_in_the_readme_works_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines that begin with ``roster``, with ``familie.yaml`` as ``roster new`` makes it and seconds cut short.

    They are run in the December before the starter's first day, since a plan is discussed two weeks before it starts.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 12, 1, 12, tzinfo=UTC))
    for line in roster_lines():
        if "min-turnus.xlsx" in line:
            shutil.copy(tmp_path / "familien" / "versjoner" / "0001" / "turnus.xlsx", tmp_path / "min-turnus.xlsx")
        if "vakter.csv" in line:
            (tmp_path / "vakter.csv").write_text("Navn;Dato;Fra;Til\nKari;04.01.2027;07:30;15:00\n", encoding="utf-8")
        ran = typed(capsys, *shortened(line))
        assert ran.code == 0, f"{line}\n{ran.all}"
    assert list((tmp_path / "til-assistentene").rglob("*.ics"))
