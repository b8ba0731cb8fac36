"""What a closed month comes to is the same whatever a later version has other: breaks, kinds of shift, positions."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from roster.domain.brief import Brief
from roster.domain.help_needed import Break, Part
from roster.domain.kinds import Cause, MinusSettled, SickCredit, Sort
from roster.domain.saldo import PostSort
from roster.workflow.discuss import Told, discuss
from roster.workflow.hours import HoursAsked, hours
from roster.workflow.payroll import PayrollAsked, make_payroll
from roster.workflow.saldo import SaldoAsked, saldo
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use
from roster.workflow.worked import WorkedAsked, worked
from tests.approval.arrangement import DAY, brief_of, plan_of, saved
from tests.worked.arrangement import AFTER, JANUARY, into_use

SINCE = date(2027, 2, 15)
LATER = datetime(2027, 2, 1, 12, tzinfo=UTC)
UNPAID = (Break(210, 240, False),)


def figures(folder: Path, out: Path) -> dict[str, Any]:
    """What each account says of January."""
    kept = saldo(SaldoAsked(folder, through=date(2027, 1, 17)), AFTER.date())
    month = worked(WorkedAsked(folder, JANUARY, only_try=True), AFTER)
    return {
        "saldo": [(one.person.id, one.worked, [each.posts for each in one.accounts]) for one in kept.people],
        "used": hours(HoursAsked(folder), AFTER.date()).konto.used,
        "paid": make_payroll(PayrollAsked(folder, JANUARY, out)).payroll.paid,
        "worked": month.hours,
    }


def later(folder: Path, brief: Brief) -> None:
    """A version from the middle of February is in use."""
    saved(folder, plan_of(replace(brief, period=replace(brief.period, start=SINCE))))
    submit(folder, None, "arbeidsleder", LATER)
    discuss(folder, Told(SINCE - timedelta(days=14), True), "arbeidsgiver", LATER)
    use(folder, Wish(since=SINCE, cause=Cause.NEW_PLAN), "arbeidsgiver", LATER)


def other_breaks(brief: Brief) -> Brief:
    return replace(brief, kinds=(replace(DAY, breaks=UNPAID),))


def other_kind(brief: Brief) -> Brief:
    return replace(brief, kinds=(replace(DAY, code="K"),), needs=(replace(brief.needs[0], kind="K"),))


def test_other_breaks_later_change_nothing_of_a_closed_month(used: Path, tmp_path: Path) -> None:
    worked(WorkedAsked(used, JANUARY, said=("A1:2027-01-04 D syk",)), AFTER)
    before = figures(used, tmp_path / "before")
    assert (before["used"], before["paid"]) == (9 * 450, 9 * 450)
    later(used, other_breaks(brief_of()))
    assert figures(used, tmp_path / "after") == before


def test_what_a_resting_hour_pays_is_as_it_was_agreed_then(tmp_path: Path) -> None:
    night = replace(DAY, sort=Sort.RESTING_NIGHT, resting=(Part(0, 180),), passive_because="sover")
    brief = replace(brief_of(), kinds=(night,))
    folder = into_use(tmp_path / "t", plan_of(brief))
    worked(WorkedAsked(folder, JANUARY), AFTER)
    before = figures(folder, tmp_path / "before")
    assert before["paid"] == 10 * 450
    later(folder, replace(brief, settings=replace(brief.settings, resting_paid=20, resting_granted=20)))
    assert figures(folder, tmp_path / "after") == before


def test_what_is_done_at_the_end_of_a_period_is_as_it_was_agreed_then(used: Path, tmp_path: Path) -> None:
    worked(
        WorkedAsked(used, JANUARY, said=("A1:2027-01-04 D slett", "A2:2027-01-05 D syk", "A2:2027-01-07 D syk")), AFTER
    )
    before = figures(used, tmp_path / "before")["saldo"]
    other = replace(brief_of().settings, minus_settled=MinusSettled.OWED, sick_credit=SickCredit.AVERAGE)
    later(used, replace(brief_of(), settings=other))
    assert figures(used, tmp_path / "after")["saldo"] == before


def test_a_larger_position_is_agreed_from_its_own_version(used: Path, tmp_path: Path) -> None:
    before = figures(used, tmp_path / "before")["saldo"]
    kari, *rest = brief_of().assistants
    later(used, replace(brief_of(), assistants=(replace(kari, percent=Decimal(60)), *rest)))
    assert figures(used, tmp_path / "after")["saldo"] == before
    kept = saldo(SaldoAsked(used, through=date(2027, 2, 28)), AFTER.date()).people[0]
    assert kept.accounts[-1].of(PostSort.AGREED) == -2 * kari.full_time_week * 6 // 10


def test_a_kind_that_is_no_more_is_paid_as_it_was(tmp_path: Path) -> None:
    folder = into_use(tmp_path / "t", plan_of(other_breaks(brief_of())))
    worked(WorkedAsked(folder, JANUARY), AFTER)
    before = figures(folder, tmp_path / "before")
    assert before["paid"] == 10 * 420
    later(folder, other_kind(brief_of()))
    assert figures(folder, tmp_path / "after") == before
