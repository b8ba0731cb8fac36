"""What is read of a version is with what its log tells."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from roster.checking.check import check
from roster.domain.finding import Finding
from roster.rules import plan_notice
from roster.wording.form3_tables import agreement_said
from roster.workflow.as_logged import Logged, as_signed, logged
from roster.workflow.check import check_file
from roster.workflow.course import Log, read_log
from roster.workflow.files import Checked
from roster.workflow.journal import NEW_VERSION, Entry
from roster.workflow.line import FROM
from roster.workflow.show import show
from roster.workflow.sign import sign
from tests.approval.arrangement import LONG, LONGER_DAY, NOW, START, brief_of, plan_of, saved
from tests.worked.arrangement import into_use

DISCUSSED = START - timedelta(days=14)


def notice_in(done: object) -> Finding:
    assert isinstance(done, Checked)
    return next(one for one in done.report.findings if one.rule == plan_notice.ID)


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return read_log(into_use(tmp_path / "familie", plan_of(brief_of())))


def changed(log: Log, cause: str) -> Log:
    """A version that is a change of the first was made."""
    entry = Entry(NOW, NEW_VERSION, "0002", {}, "arbeidsleder", {FROM: "0001", "cause": cause})
    return replace(log, entries=(*log.entries, entry))


def test_a_version_that_was_discussed_is_read_so(tmp_path: Path) -> None:
    folder = into_use(tmp_path / "familie", plan_of(brief_of()))
    for done in (show(folder, None, None, dates=False).checked, check_file(folder)):
        assert notice_in(done).measured == 14
    draft = saved(tmp_path / "kladd", plan_of(brief_of()))
    assert notice_in(show(draft, None, None, dates=False).checked).measured is None


def test_a_change_that_need_not_be_discussed_has_the_day_of_what_it_changes(log: Log) -> None:
    assert logged(brief_of(), "0002", changed(log, "fravær")).brief.discussed == DISCUSSED
    assert logged(brief_of(), "0002", changed(log, "ny plan")).brief.discussed is None


def test_it_is_read_as_it_was_known(log: Log) -> None:
    assert logged(brief_of(), "0001", log, NOW.date()).brief.discussed == DISCUSSED
    assert logged(brief_of(), "0001", log, NOW.date() - timedelta(days=1)).brief.discussed is None


def test_the_notice_is_to_the_day_on_which_the_plan_began() -> None:
    report = check(plan_of(brief_of()).roster)
    brief = replace(brief_of(), discussed=date(2026, 12, 25))
    (found,) = (one for one in Logged(brief, date(2027, 1, 11)).said(report).findings if one.rule == plan_notice.ID)
    assert found.measured == 17


def test_an_agreement_is_signed_when_the_log_says_and_not_on_a_day_to_come(tmp_path: Path) -> None:
    """What the brief says will be signed on New Year's Day is not signed in December, but where it was signed already."""
    to_come = replace(LONGER_DAY, signed=START, use_unsigned=False)
    folder, plan = tmp_path / "t", plan_of(brief_of(to_come, kind=LONG))
    saved(folder, plan)
    (before,) = as_signed(plan, read_log(folder), NOW.date()).dated.frame.brief.agreements
    assert agreement_said(before).endswith("ikke signert")
    sign(folder, "langvakt", date(2026, 12, 1), None, "arbeidsgiver", NOW)
    (after,) = as_signed(plan, read_log(folder), NOW.date()).dated.frame.brief.agreements
    assert agreement_said(after).endswith("signert 01.12.2026")
