"""What a turnus is looked at with loads nothing that only makes, writes or reads something else, for each costs time."""

import subprocess
import sys
from pathlib import Path

from tests.approval.arrangement import brief_of, plan_of, saved

TOP = Path(__file__).parents[2]
HEAVY = (
    "filelock",
    "icalendar",
    "numpy",
    "openpyxl",
    "ortools",
    "pandas",
    "rich.table",
    "roster.exports.workbook",
    "roster.reading.schema",
    "ruamel.yaml",
    "solver.model",
    "typst",
    "xlsxwriter",
)
COMMANDS = (["who", "--shift", "2027-01-04 D"], ["show"], ["check"], ["status"], ["ask"])


def test_what_a_turnus_is_looked_at_with_loads_nothing_heavy(tmp_path: Path) -> None:
    folder = saved(tmp_path / "familie", plan_of(brief_of())).parent.parent
    look = f"""
import sys
from roster.cli import main
for name, *options in {COMMANDS!r}:
    try:
        main([name, {str(folder)!r}, *options])
    except SystemExit as ended:
        print(name, ended.code in (0, 1), [one for one in {HEAVY!r} if one in sys.modules], file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=TOP)
    assert ran.stderr.splitlines() == [f"{name} True []" for name, *_ in COMMANDS]
