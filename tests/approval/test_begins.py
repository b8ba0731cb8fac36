"""The two weeks of § 10-3 are counted to one day, whoever tells it: the first week that a version changes."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from roster.domain.brief import Brief
from roster.domain.days import DateSpan, When
from roster.domain.help_needed import NeedChange
from roster.domain.kinds import Cause
from roster.exports.two_lines import whole_weeks
from roster.planning.weeks_asked import Weeks
from roster.rules import plan_notice
from roster.wording.special_words import Kind
from roster.workflow.begins import takes_effect
from roster.workflow.course import read_log, version_at
from roster.workflow.discuss import Told, discuss
from roster.workflow.export import export
from roster.workflow.special import SpecialAsked, planned, version_to_change
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from tests.approval.arrangement import saved
from tests.planning.test_special_weeks import four, on_dates

START, CHANGED = date(2027, 2, 8), date(2027, 3, 1)
NOW = datetime(2027, 1, 15, 12, tzinfo=UTC)
COUNTED = {START: "25. januar 2027", CHANGED: "15. februar 2027"}


def away(brief: Brief) -> Brief:
    """Nobody is needed from Wednesday to Sunday of the fourth week."""
    gone = NeedChange(When(dates=DateSpan(date(2027, 3, 3), date(2027, 3, 7))), None, 0)
    return replace(brief, changes=(gone,))


def text_of(book: bytes) -> str:
    every = load_workbook(BytesIO(book))
    return "\n".join(str(cell) for sheet in every for row in sheet.iter_rows(values_only=True) for cell in row if cell)


@pytest.mark.parametrize(("used", "begins"), [(True, CHANGED), (False, START)])
def test_form_3_the_workbook_and_discuss_count_to_the_same_day(tmp_path: Path, used: bool, begins: date) -> None:
    """Asked for is from the third week, changed is the fourth."""
    folder = tmp_path / "sol"
    saved(folder, on_dates(four(START), 6))
    if used:
        submit(folder, None, "arbeidsleder", NOW)
        discuss(folder, Told(date(2027, 1, 11), True), "arbeidsgiver", NOW)
        use(folder, Wish(cause=Cause.NEW_PLAN), "arbeidsgiver", NOW)
    version = version_to_change(folder, START)
    weeks = Weeks(whole_weeks(date(2027, 2, 22), date(2027, 3, 7)), red_days=False)
    asked = SpecialAsked(folder, seconds=1, workers=1)
    run = planned(Kind.HELP, asked, version, away(version.plan.brief), weeks, NOW, lambda: False)
    assert run.version is not None
    log = read_log(folder)
    assert takes_effect(folder, version_at(folder, run.version.name, log), log).day == begins
    export(run.version, tmp_path / "ut", "xlsx", NOW)
    assert run.checked is not None
    (notice,) = (one for one in run.checked.report.findings if one.rule == plan_notice.ID)
    assert notice.facts["last"] == f"{begins - timedelta(days=14)}"
    books = [*run.version.glob("*.xlsx"), *(tmp_path / "ut").glob("*.xlsx")]
    assert len(books) == 3
    for one in books:
        said = text_of(one.read_bytes())
        told = re.findall(r"(?:drøftes|Drøft)[^.\n]* senest \w+ (\d+\. \w+ \d+)", said)
        assert told, one.name
        assert set(told) == {COUNTED[begins]}, one.name


def test_what_goes_on_after_all_that_is_in_use_begins_when_that_ends(tmp_path: Path) -> None:
    folder = tmp_path / "sol"
    saved(folder, on_dates(four(START), 4))
    submit(folder, None, "arbeidsleder", NOW)
    discuss(folder, Told(date(2027, 1, 11), True), "arbeidsgiver", NOW)
    use(folder, Wish(cause=Cause.NEW_PLAN), "arbeidsgiver", NOW)
    longer = saved(folder, on_dates(four(START), 6))
    log = read_log(folder)
    found = takes_effect(folder, version_at(folder, longer.name, log), log)
    assert (found.day, found.as_before) == (START + timedelta(weeks=4), "0001")
