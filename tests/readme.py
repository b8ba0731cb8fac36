"""The README's own commands: the tests run them, and so does ``.ci/run`` (``python tests/readme.py set-up``)."""

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
MARKED = re.compile(r"<!-- (?P<name>[a-z-]+) -->\n```sh\n(?P<line>.+)\n```")
COMMANDS = re.compile(r"```sh\n(?P<lines>.+?)```", re.DOTALL)


def marked(name: str) -> str:
    """The one line below the mark of that name."""
    return {found["name"]: found["line"] for found in MARKED.finditer(README.read_text(encoding="utf-8"))}[name]


def roster_lines() -> list[str]:
    """Every line for a shell that begins with ``roster``, in the order in which a user meets them."""
    blocks = COMMANDS.finditer(README.read_text(encoding="utf-8"))
    lines = [line for block in blocks for line in block["lines"].splitlines()]
    return [line for line in lines if line.startswith("roster ")]


if __name__ == "__main__":
    print(marked(sys.argv[1]))
