"""The day from which a version runs."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from roster.domain.course import Stage
from roster.reading.faults import Faults
from roster.workflow.course import standing
from roster.workflow.discuss import Told, discuss
from roster.workflow.submit import submit
from roster.workflow.use import Used, Wish, use
from tests.approval.arrangement import NOW, START, brief_of, plan_of, saved

LAST = START + timedelta(days=13)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A version of two weeks that is discussed in time."""
    folder = tmp_path / "t"
    saved(folder, plan_of(brief_of()))
    submit(folder, None, "arbeidsleder", NOW)
    discuss(folder, Told(START - timedelta(days=14), True), "arbeidsgiver", NOW)
    return folder


def into_use(folder: Path, since: date) -> Used:
    return use(folder, Wish(since=since), "arbeidsgiver", NOW)


def test_a_version_does_not_begin_to_run_after_its_last_day(folder: Path) -> None:
    with pytest.raises(
        Faults, match=r"fra 18\.01\.2027, men planen slutter 17\.01\.2027(?s:.)*tidligere dag med --from"
    ):
        into_use(folder, LAST + timedelta(days=1))
    assert standing(folder).stage is Stage.DISCUSSED
    assert into_use(folder, LAST).use.since == LAST
