"""Night workers: aml § 10-11 (6), (9), D16."""

from typing import Any

from roster.domain.finding import Verdict
from roster.domain.kinds import Party, Tariff
from roster.rules.night_average import check
from tests.rules.builders import agreement, fine, roster_of, seen

HEAVY = "21-07 21-07 21-07 21-07 07-11.20 - - | "
"""44:20 hours, four nights."""


def test_eight_hours_on_average_are_44_20_a_week() -> None:
    assert fine(check, roster_of(kari=HEAVY * 4)) == [(2660, 2660)]
    assert seen(check, roster_of(kari=HEAVY.replace("11.20", "11.21") + HEAVY * 3)) == [(Verdict.BREACH, 2661, 2660)]


def test_the_reps_could_agree_on_more() -> None:
    bound: dict[str, Any] = {"tariff": Tariff.NHO_BPA}
    line = HEAVY.replace("11.20", "11.21") * 4
    assert seen(check, roster_of(kari=line, **bound)) == [(Verdict.NEEDS_AGREEMENT, 2661, 2660)]
    agreed = agreement("10-11 (9)", Party.REPS, hours={"night_day_h": 9})
    assert fine(check, roster_of(kari=line, agreements=(agreed,), **bound)) == [(2661, 2992)]


def test_three_nights_in_four_weeks_leave_a_doubt_and_four_do_not() -> None:
    days = "07-18 07-18 07-18 07-18 07-18 - - | "
    line = days * 3 + "21-07 21-07 21-07 {} 07-18 - - |"
    assert [one[0] for one in seen(check, roster_of(kari=line.format("07-18")))] == [Verdict.CONSIDER]
    assert [one[0] for one in seen(check, roster_of(kari=line.format("21-07")))] == [Verdict.BREACH]


def test_just_three_hours_at_night_do_not_count() -> None:
    line = "12-24 12-24 12-24 12-24 - - - | " * 4
    assert fine(check, roster_of(kari=line)) == [(None, 2660)]
    line = line.replace("12-24", "12-00.01")
    assert [one[0] for one in seen(check, roster_of(kari=line))] == [Verdict.BREACH]


def test_in_a_cycle_of_two_weeks_two_nights_are_four_in_four_weeks() -> None:
    line = "21-07 - 07-17 07-17 07-17 07-12 - | 21-07 - 07-17 07-17 07-17 07-12 - "
    assert [one[0] for one in seen(check, roster_of(cycle=True, kari=line))] == [Verdict.BREACH]
