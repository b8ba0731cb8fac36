"""Several threads at one search: a fault of one, or of who asks, ends them all and is raised where they were begun."""

import threading

import pytest

from solver.search.threads import in_threads

LONG = 60.0
"""Seconds after which a job that nobody ends gives up, so that a test that fails also ends."""


def test_all_jobs_have_ended_and_the_caller_is_asked_in_its_own_thread() -> None:
    may_end, ended, asked = threading.Event(), list[int](), set[threading.Thread]()

    def job(number: int) -> None:
        assert may_end.wait(LONG)
        ended.append(number)

    def ask() -> None:
        asked.add(threading.current_thread())
        may_end.set()

    in_threads([lambda: job(1), lambda: job(2)], ask=ask, end=may_end.set)
    assert sorted(ended) == [1, 2]
    assert asked == {threading.current_thread()}


@pytest.mark.parametrize("fails", ["job", "ask"])
def test_a_fault_ends_the_others_and_is_raised(fails: str) -> None:
    told, others = threading.Event(), list[bool]()

    def fail(who: str) -> None:
        if who == fails:
            raise LookupError(who)

    with pytest.raises(LookupError, match=fails):
        in_threads([lambda: others.append(told.wait(LONG)), lambda: fail("job")], ask=lambda: fail("ask"), end=told.set)
    assert others == [True]
