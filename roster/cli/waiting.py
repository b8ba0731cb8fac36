"""Work that the user can stop with Ctrl-C: it runs beside the main thread, which waits and tells how it goes."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread, current_thread, main_thread
from typing import Generic, TypeVar

from roster.cli.exits import Exit
from roster.wording.run_words import BROKEN_OFF, STOPPING

T = TypeVar("T")
_BEAT = 0.2
"""Seconds between two looks at how it goes."""


class _Work(Thread, Generic[T]):
    """A call in a thread of its own, that keeps what it returns or raises."""

    def __init__(self, call: Callable[[], T]) -> None:
        super().__init__(daemon=True)
        self._call = call
        self.result: T | None = None
        self.raised: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self._call()
        except BaseException as raised:
            self.raised = raised


def run_until_stopped(work: Callable[[Callable[[], bool]], T], on_beat: Callable[[], None]) -> T:
    """What ``work`` returns or raises. It is given a question, ``stop()``, that is true after the first Ctrl-C;
    the second ends the process. ``on_beat`` is called a few times a second.

    The solver keeps the interpreter away from a thread that is in it, so signals must come to another.
    """
    stopped = Event()
    with _interrupts(stopped):
        running = _Work(lambda: work(stopped.is_set))
        running.start()
        while running.is_alive():
            running.join(_BEAT)
            on_beat()
    if running.raised is not None:
        raise running.raised
    result: T = running.result  # type: ignore[assignment]  # it has ended without raising, so this is what it returned
    return result


@contextmanager
def _interrupts(stopped: Event) -> Iterator[None]:
    """The first Ctrl-C sets the event, the second leaves at once, without waiting for threads that cannot be ended."""

    def on_signal(number: int, frame: object) -> None:
        if stopped.is_set():
            print(BROKEN_OFF, file=sys.stderr, flush=True)
            os._exit(Exit.STOPPED)
        stopped.set()
        print(f"\n{STOPPING}", file=sys.stderr, flush=True)

    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, on_signal)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
