"""How answers are given: as a table on a terminal, as whole sentences, or as one JSON object."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Voice:
    """What the user asked for; only here and in ``progress`` is anything printed."""

    json: bool = False
    quiet: bool = False
    plain: bool = False

    @property
    def rich(self) -> bool:
        """Tables and a live line: only on a terminal that nobody has asked to be plain."""
        return not (self.json or self.plain or "NO_COLOR" in os.environ) and sys.stdout.isatty()

    def say(self, *sentences: str) -> None:
        """Print the sentences of the answer, a line each; nothing when the answer is JSON."""
        if not self.json:
            for sentence in sentences:
                print(sentence)

    def aside(self, *sentences: str) -> None:
        """Print what is good to know besides the answer; nothing with ``--quiet`` or ``--json``."""
        if not self.quiet:
            self.say(*sentences)

    def table(self, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
        """A table on a terminal; the caller has sentences for all others."""
        from rich.console import Console  # noqa: PLC0415 - slow to load, and few commands draw
        from rich.table import Table  # noqa: PLC0415

        table = Table(box=None, padding=(0, 2, 0, 0))
        for column in columns:
            table.add_column(column, min_width=max(map(len, column.split())))
        for row in rows:
            table.add_row(*row)
        Console().print(table)

    def answer(self, content: Mapping[str, Any]) -> None:
        """Print the answer as one JSON object; nothing unless JSON was asked for."""
        if self.json:
            import json  # noqa: PLC0415 - only this way of answering needs it

            print(json.dumps({"schema": 1, **content}, ensure_ascii=False, indent=1))
