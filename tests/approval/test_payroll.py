"""A month that two versions were in use in is paid by each on its own days; a draft is paid by only where none runs."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from roster.domain.kinds import Cause
from roster.domain.roster import Roster
from roster.workflow.discuss import Told, discuss
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from tests.approval.arrangement import NOW, START, brief_of, plan_of, saved, swapped
from tests.cli.typed import typed


def into_use(folder: Path, since_day: int, cause: Cause = Cause.NEW_PLAN) -> None:
    submit(folder, None, "arbeidsleder", NOW)
    discuss(folder, Told(START - timedelta(days=14), True), "arbeidsgiver", NOW)
    use(folder, Wish(since=START + timedelta(days=since_day), cause=cause), "arbeidsgiver", NOW)


def lines(capsys: pytest.CaptureFixture[str], folder: Path, name: str) -> dict[str, str]:
    """Who is paid for each date."""
    answer = typed(capsys, "payroll", folder, "--month", "2027-01", "--out", folder.parent / name, "--json")
    return {one["date"]: one["who"] for one in json.loads(answer.out)["lines"]}


def worked(roster: Roster) -> dict[str, str]:
    return {roster.frame.shift[shift].start.date().isoformat(): who for who, shift in roster.works}


def test_each_day_is_paid_by_the_version_that_was_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "t"
    first = plan_of(brief_of())
    other = swapped(first)
    saved(folder, first)
    assert lines(capsys, folder, "kladd") == worked(first.roster)
    assert (
        "Ingen versjon er i bruk" in typed(capsys, "payroll", folder, "--month", "2027-01", "--out", tmp_path / "a").out
    )
    into_use(folder, 0)
    saved(folder, other)
    assert lines(capsys, folder, "brukt") == worked(first.roster)
    into_use(folder, 1, Cause.SWAP)
    day = START.isoformat()
    found = lines(capsys, folder, "begge")
    assert found[day] == worked(first.roster)[day] != worked(other.roster)[day]
    assert {**found, day: ""} == {**worked(other.roster), day: ""}
    said = typed(capsys, "payroll", folder, "--month", "2027-01", "--out", tmp_path / "b").out
    assert "versjonene 0001 fra 04.01.2027 og 0002 fra 05.01.2027" in said
