"""The README's commands do what the README says, letter by letter."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.slow
def test_the_users_path_in_the_readme_works_in_order(tmp_path: Path) -> None:
    """The lines that begin with ``roster``, with ``familie.yaml`` as ``roster new`` makes it and seconds cut short.

    They are run in the December before the starter's first day, since a plan is discussed two weeks before it starts.
    """
    start = (
        "import sys; from datetime import datetime, UTC; from roster.cli import clock, main; "
        "clock.now = lambda: datetime(2026, 12, 1, 12, tzinfo=UTC); main(sys.argv[1:])"
    )
    roster = f'"{sys.executable}" -c "{start}"'
    environment = f'PYTHONPATH="{TOP}{os.pathsep}{os.environ.get("PYTHONPATH", "")}"'
    for line in roster_lines():
        if "min-turnus.xlsx" in line:
            shutil.copy(tmp_path / "familien" / "versjoner" / "0001" / "turnus.xlsx", tmp_path / "min-turnus.xlsx")
        if "vakter.csv" in line:
            (tmp_path / "vakter.csv").write_text("Navn;Dato;Fra;Til\nKari;04.01.2027;07:30;15:00\n", encoding="utf-8")
        short = line.replace("--seconds 600", "--seconds 20").replace("--seconds 60", "--seconds 20")
        short = f"{short} --seconds 20" if line == "roster plan familie.yaml" else short
        short = f"{short} --seconds 5" if line.startswith(("roster why", "roster needs behov.yaml")) else short
        run(f"{environment} {roster} {short.removeprefix('roster ')}", tmp_path)
    assert list((tmp_path / "til-assistentene").rglob("*.ics"))
