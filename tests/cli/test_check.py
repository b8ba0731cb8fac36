"""``roster check`` of a workbook that somebody has worked in."""

import io
from pathlib import Path

import openpyxl
import pytest

from roster.checking.check import check
from roster.cli import check as command
from roster.exports.workbook import workbook
from tests.cli.typed import typed
from tests.support.plans import calendar_plan


def test_sheets_that_differ_are_a_fault_that_lists_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "failing", lambda _: False)
    plan = calendar_plan(weeks=1)
    path = tmp_path / "turnus.xlsx"
    path.write_bytes(workbook(plan, check(plan.roster), None))
    assert typed(capsys, "check", path).code == 0
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    book["Turnus"]["F7"].value = "K"
    book.save(path)
    answer = typed(capsys, "check", path)
    assert answer.code == 1
    assert "Arkene i arbeidsboka sier ikke det samme." in answer.out
    assert "Turnus har K, Vakter har D" in answer.out
