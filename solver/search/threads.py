"""Several threads at one search, while the caller is asked whether to go on."""

import threading
from collections.abc import Callable, Sequence

from solver.search.run import POLL


def in_threads(jobs: Sequence[Callable[[], None]], *, ask: Callable[[], object], end: Callable[[], None]) -> None:
    """Every job has ended; raises the first fault of one of them, or of ``ask``, once ``end`` has ended the others.

    ``ask`` is called from the calling thread, again and again while they work.
    """
    failed: list[BaseException] = []

    def work(job: Callable[[], None]) -> None:
        try:
            job()
        except BaseException as fault:  # handed on to the caller's thread below
            failed.append(fault)
            end()

    crew = [threading.Thread(target=work, args=(job,), daemon=True) for job in jobs]
    for one in crew:
        one.start()
    try:
        for one in crew:
            while one.is_alive():
                ask()
                one.join(POLL / 4)
    except BaseException:
        end()
        raise
    finally:
        for one in crew:
            one.join()
    if failed:
        raise failed[0]
