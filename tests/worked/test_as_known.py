"""``roster show --on``: the roster of a date as it was known on a day, whatever came after."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from roster.cli import clock
from roster.domain.kinds import Cause
from roster.workflow.discuss import Told, discuss
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from tests.approval.arrangement import NOW, START, brief_of, plan_of, saved, swapped
from tests.cli.typed import Typed, typed
from tests.worked.arrangement import AFTER

CHANGED = datetime(2027, 1, 1, 23, 30, tzinfo=UTC)
"""When the second version is taken into use: past midnight of 2 January where the turnus is."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A first version in use, and one from the second day on in which Kari and Ola have swapped."""
    path = tmp_path_factory.mktemp("known") / "t"
    first = plan_of(brief_of())
    saved(path, first)
    submit(path, None, "arbeidsleder", NOW)
    discuss(path, Told(START - timedelta(days=14), True), "arbeidsgiver", NOW)
    use(path, Wish(since=START), "arbeidsgiver", NOW)
    saved(path, swapped(first))
    use(path, Wish(since=START, cause=Cause.SWAP), "arbeidsgiver", CHANGED)
    return path


def works(said: Typed) -> list[dict[str, str]]:
    assert said.code == 0, said.all
    found: list[dict[str, str]] = json.loads(said.out)["works"]
    return found


def test_a_date_is_shown_as_it_was_known(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = START.isoformat()
    before = typed(capsys, "show", folder, "--on", day, "--known", "2027-01-01", "--json")
    assert works(before) == [{"who": "A1", "shift": f"{day} D"}]
    assert json.loads(before.out)["now"] == "0002"
    for known in (("--known", "2027-01-02"), ()):
        assert works(typed(capsys, "show", folder, "--on", day, *known, "--json")) == [
            {"who": "A2", "shift": f"{day} D"}
        ]


def test_it_is_said_which_version_it_is_and_which_one_holds_now(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = typed(capsys, "show", folder, "--on", "2027-01-12", "--known", "2026-12-30", "--plain")
    assert said.out.startswith(
        "Versjon 0001 gjelder tirsdag 12. januar 2027, slik det var kjent 30.12.2026. Den er i bruk fra 04.01.2027 til 17.01.2027.\n"
        "Nå er det versjon 0002 som gjelder 12.01.2027.\n"
    )
    assert "Tirsdag 12. januar" in said.out
    assert "Tirsdag 5. januar" not in said.out


def test_what_nobody_knew_or_no_version_had_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unknown = typed(capsys, "show", folder, "--on", START.isoformat(), "--known", "2026-11-01")
    assert unknown.code == 2
    assert "slik det var kjent 01.11.2026" in unknown.err
    outside = typed(capsys, "show", folder, "--on", "2027-03-01")
    assert outside.code == 2
    assert "I bruk var 0002 fra 04.01.2027." in outside.err
    assert typed(capsys, "show", folder, "--known", "2027-01-01").code == 2
    assert typed(capsys, "show", folder, "--on", "2027-01-05", "--week", "1").code == 2


def test_a_closed_month_tells_how_the_week_went_as_it_was_known(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder, tmp_path / "t")
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    typed(capsys, "worked", tmp_path / "t", "--month", "2027-01")
    monkeypatch.setattr(clock, "now", lambda: AFTER + timedelta(days=2))
    typed(capsys, "worked", tmp_path / "t", "--month", "2027-01", "--except", "A2:2027-01-04 D syk")
    day = ("--on", "2027-01-06", "--plain")
    now = typed(capsys, "show", tmp_path / "t", *day).out
    assert "Januar 2027 er avsluttet. Dette ble annerledes enn planlagt:\nMandag 4. januar 2027, D" in now
    then = typed(capsys, "show", tmp_path / "t", *day, "--known", f"{AFTER:%Y-%m-%d}").out
    assert "Januar 2027 er avsluttet. Uka ble som planlagt." in then
    assert "avsluttet" not in typed(capsys, "show", tmp_path / "t", *day, "--known", "2027-02-01").out
