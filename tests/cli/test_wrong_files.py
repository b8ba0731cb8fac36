"""A file that is not what the command asks for, or is spoilt: a fault in words, exit code 2, and nothing on the disk."""

import json
from pathlib import Path

import pytest

from roster.checking.check import check
from roster.cli.answers import MOST_FAULTS
from roster.exports.workbook import workbook
from tests.cli.typed import typed
from tests.support.plans import calendar_plan


@pytest.mark.parametrize("command", ["plan", "check", "explain"])
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"[", b"- a\n- b\n", b"ordning: 7\n", b"\xe6\xf8\xe5: ja\n", b"&a [*a]\n"]
)
def test_a_bad_file_is_a_fault_without_traceback(
    command: str, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("feil.yaml").write_bytes(content)
    said = typed(capsys, command, "feil.yaml")
    assert said.code == 2
    assert said.err.startswith("feil.yaml")
    assert "Traceback" not in said.all
    assert said.out == ""
    assert sorted(one.name for one in tmp_path.iterdir()) == ["feil.yaml"]


@pytest.mark.parametrize("command", ["check", "show", "export"])
@pytest.mark.parametrize(
    ("name", "content"),
    [("turnus.json", b""), ("turnus.json", b"{}"), ("turnus.json", b"[1, 2"), ("turnus.xlsx", b"PK not a zip")],
)
def test_a_spoilt_turnus_is_a_fault_without_traceback(
    command: str,
    name: str,
    content: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(content)
    said = typed(capsys, command, name)
    assert said.code == 2
    assert "Traceback" not in said.all
    assert sorted(one.name for one in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize("command", ["plan", "check", "explain", "show", "export"])
def test_a_file_that_is_not_there_is_a_fault(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    said = typed(capsys, command, "borte.json" if command in ("show", "export") else "borte.yaml", "--json")
    assert said.code == 2
    content = json.loads(said.out)
    assert content["status"] == "faults"
    assert "finnes ikke" in content["faults"][0]["what"]


@pytest.mark.parametrize("command", ["plan", "explain"])
def test_a_turnus_in_place_of_a_brief_is_one_fault(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    plan = calendar_plan(weeks=1)
    Path("turnus.xlsx").write_bytes(workbook(plan, check(plan.roster), None))
    Path("turnus.json").write_text("{}")
    for name in ("turnus.xlsx", "turnus.json"):
        said = typed(capsys, command, name)
        assert said.code == 2
        assert said.err.startswith(f"{name}: Dette er en turnus, ikke et grunnlag.\n")
        assert len(said.err.splitlines()) == 2
    Path("familien").mkdir()
    Path("familien/grunnlag.xlsx").touch()
    said = typed(capsys, command, "familien")
    assert said.code == 2
    assert str(Path("familien/grunnlag.xlsx")) in said.err


@pytest.mark.parametrize("command", ["show", "export"])
@pytest.mark.parametrize("name", ["min.yaml", "min.xlsx"])
def test_a_brief_in_place_of_a_turnus_says_how_to_make_one(
    command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert typed(capsys, "new", name).code == 0
    said = typed(capsys, command, name)
    assert said.code == 2
    assert "Dette er et grunnlag, ikke en turnus." in said.err
    assert f"«roster plan {name}»" in said.err


def test_of_very_many_faults_the_first_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("feil.yaml").write_text("".join(f"ukjent{number}: ja\n" for number in range(80)))
    said = typed(capsys, "check", "feil.yaml")
    assert said.err.count("feil.yaml, linje") == MOST_FAULTS
    assert "feil til" in said.err.splitlines()[-1]
    assert len(json.loads(typed(capsys, "check", "feil.yaml", "--json").out)["faults"]) > MOST_FAULTS
