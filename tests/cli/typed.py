"""The command line as a user meets it: what was typed, what came out, and the exit code."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from roster.cli import main

START = "import sys; from roster.cli import main; main(sys.argv[1:])"


@dataclass(frozen=True)
class Typed:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


def typed(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Typed:
    """Run the command in this process."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    said = capsys.readouterr()
    return Typed(int(ended.value.code or 0), said.out, said.err)


def started(*words: str | Path, folder: Path | None = None) -> "subprocess.Popen[str]":
    """Start the command in a process of its own."""
    top = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(top)!r}); {START}", *map(str, words)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
