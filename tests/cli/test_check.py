"""``roster check`` of a workbook that somebody has worked in."""

import io
import json
from pathlib import Path

import openpyxl
import pytest

from roster.checking.check import check
from roster.cli import check as command
from roster.exports.plan_json import plan_json
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


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    """Two versions of a week, the second with a shift left open."""
    folder = tmp_path / "turnus" / "versjoner"
    for number, saved in (("0001", calendar_plan(weeks=1)), ("0002", calendar_plan(weeks=1, leave_open=1))):
        (folder / number).mkdir(parents=True)
        (folder / number / "turnus.json").write_bytes(plan_json(saved))
    return folder


def test_the_folder_of_a_version_is_that_version_and_no_folder_of_many(
    versions: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = [
        json.loads(typed(capsys, "check", versions / number, "--json").out)["counts"]["mangel"]
        for number in ("0001", "0002")
    ]
    monkeypatch.chdir(versions / "0002")
    here = json.loads(typed(capsys, "check", ".", "--json").out)["counts"]["mangel"]
    assert missing[0] == 0 < missing[1] == here


def test_each_version_is_one_turnus_in_the_folder_of_all_of_them(
    versions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = calendar_plan(weeks=1)
    (versions / "0001" / "turnus.xlsx").write_bytes(workbook(plan, check(plan.roster), None))
    said = json.loads(typed(capsys, "check", versions, "--json").out)
    assert sorted(one["name"] for one in said["plans"]) == ["0001", "0002"]
