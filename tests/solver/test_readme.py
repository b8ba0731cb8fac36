"""The example of the library's own page runs, and fills everything."""

import re
from pathlib import Path

import pytest

import solver


def test_the_example_makes_a_roster_in_which_nothing_is_open(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(solver.__file__).parent / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    *_, last = capsys.readouterr().out.splitlines()
    assert re.match(r"\d+ points, at least \d+ {", last)
    assert "open" not in last
