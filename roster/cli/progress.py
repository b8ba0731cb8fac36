"""How a run goes, told while it runs: one live line on a terminal, else a sentence every ten seconds at most."""

import sys
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from roster.cli.voice import Voice
from roster.wording.run_words import Better, progress, still

if TYPE_CHECKING:
    from rich.status import Status

PLAIN_EVERY = 10.0
"""Seconds between two sentences, so that a screen reader can follow."""


class Telling:
    """Holds the best roster so far and tells of it on each beat; on the error stream, apart from the answer."""

    def __init__(self, voice: Voice, of: Callable[[float, Better | None], str] = progress) -> None:
        """``of`` makes the line from the seconds gone and the best so far."""
        self._of = of
        self._silent = voice.quiet or voice.json
        self._live = voice.rich and sys.stderr.isatty() and not self._silent
        self._status: Status | None = None
        self._began = self._told = monotonic()
        self._best: Better | None = None
        self._stage = ""

    def __enter__(self) -> "Telling":
        if self._live:
            from rich.console import Console  # noqa: PLC0415 - slow to load, and only a terminal needs it

            self._status = Console(stderr=True).status("")
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is not None:
            self._status.stop()

    def better(self, best: Better) -> None:
        """A better roster was found."""
        self._best = best

    def stage(self, said: str) -> None:
        """What the run does from here on; it stands in place of how the search goes."""
        self._stage = said
        if self._status is None and not self._silent:
            self._told = monotonic()
            print(said, file=sys.stderr, flush=True)

    def beat(self) -> None:
        """Tell how it goes, if it is time."""
        now = monotonic()
        spent = now - self._began
        line = still(spent, self._stage) if self._stage else self._of(spent, self._best)
        if self._status is not None:
            self._status.update(line)
        elif not self._silent and now - self._told >= PLAIN_EVERY:
            self._told = now
            print(line, file=sys.stderr, flush=True)
