"""When a search may end: a turnus has all that it must, and some time has gone to make it better."""

import time

from roster.planning.result import Better, Stop

ENOUGH = 0.35
"""Part of its time that a turnus is made better in once it has all that it must."""


class GoodEnough:
    """Holds when everything was first filled and everybody had their hours; told of each better roster."""

    def __init__(self, seconds: float, stop: Stop | None, first: bool = False) -> None:
        """``first``: the first such roster will do."""
        self._began = time.monotonic()
        self._seconds = seconds
        self._more = 0.0 if first else ENOUGH * seconds
        self._stop = stop
        self._filled: float | None = None

    def look(self, better: Better) -> None:
        if self._filled is None and not better.open and not better.short:
            self._filled = time.monotonic()

    def over(self) -> bool:
        """Somebody has asked for an end, time is out, or it is good enough."""
        now = time.monotonic()
        enough = self._filled is not None and now >= self._filled + self._more
        return enough or now > self._began + self._seconds or (self._stop is not None and self._stop())

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self._began
