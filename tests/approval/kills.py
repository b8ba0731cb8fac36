"""A process killed at a chosen step of its work with files: from there on nothing more reaches the disk."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache

import pytest

_CHANGES = frozenset({"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.truncate", "shutil.rmtree"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Killed(BaseException):
    """No code runs in a process that is killed, so nothing may catch this and go on writing."""


class _Steps:
    def __init__(self) -> None:
        self.counting = False
        self.done = 0
        self.most = 0

    def take(self) -> None:
        if self.counting:
            self.done += 1
            if self.done > self.most:
                raise Killed


_STEPS = _Steps()


def _hook(event: str, args: tuple[object, ...]) -> None:
    if not _STEPS.counting:
        return
    if event in _CHANGES or (event == "open" and isinstance(args[2], int) and args[2] & _WRITING):
        _STEPS.take()


@cache
def _watch() -> None:
    """Not before somebody needs it: it never ends, and all that the process does afterwards takes longer."""
    sys.addaudithook(_hook)


@contextmanager
def killed_after(steps: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is done inside is cut off after so many steps; a file that was being written is left half.

    Nothing is really sent to the disk: the machine goes on, and tests are many.
    """

    def half(descriptor: int) -> None:
        try:
            _STEPS.take()
        except Killed:
            with suppress(OSError):
                _STEPS.counting = False
                os.ftruncate(descriptor, os.fstat(descriptor).st_size // 2)
            _STEPS.counting = True
            raise

    _watch()
    _STEPS.counting, _STEPS.done, _STEPS.most = True, 0, steps
    try:
        with monkeypatch.context() as patched, suppress(Killed):
            patched.setattr(os, "fsync", half)
            yield
    finally:
        _STEPS.counting = False


def steps_of(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many steps the work takes when nobody kills it."""
    with killed_after(1_000_000, monkeypatch):
        work()
    return _STEPS.done
