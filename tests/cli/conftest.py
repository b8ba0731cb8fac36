"""A brief to type commands about, in a folder of its own."""

import shutil
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "student-35-timer.yaml"


@pytest.fixture
def brief_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return Path(shutil.copy(EXAMPLE, tmp_path / "student.yaml"))
