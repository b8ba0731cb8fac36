"""One run in a process of its own, so that its peak of memory is its own and imports are done before the clock starts."""

import multiprocessing
import sys
from dataclasses import replace
from importlib import import_module
from multiprocessing.connection import Connection

from tests.bench.outcome import Asked, Outcome


def run_apart(asked: Asked) -> Outcome:
    """The outcome of the run with its peak of memory."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(asked, theirs))
    process.start()
    theirs.close()
    try:
        outcome: Outcome = mine.recv()
    except EOFError:
        process.join()
        raise SystemExit(f"{asked.instance}: the run ended with exit code {process.exitcode}") from None
    process.join()
    return outcome


def _run(asked: Asked, answer: Connection) -> None:
    outcome = import_module(f"tests.bench.{asked.set}").run(asked)
    answer.send(replace(outcome, peak_mb=_peak_mb()))


def _peak_mb() -> float | None:
    try:
        from resource import RUSAGE_SELF, getrusage  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return None
    peak = getrusage(RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
