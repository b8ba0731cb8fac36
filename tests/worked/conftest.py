"""The small arrangement in use, as each test of what comes after gets its own copy of it."""

import shutil
from pathlib import Path

import pytest

from roster.cli import clock
from tests.approval.arrangement import brief_of, plan_of
from tests.worked.arrangement import AFTER, into_use


@pytest.fixture(scope="session")
def in_use(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return into_use(tmp_path_factory.mktemp("made") / "t", plan_of(brief_of()))


@pytest.fixture
def used(in_use: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, in the month after."""
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    shutil.copytree(in_use, tmp_path / "t")
    return tmp_path / "t"
