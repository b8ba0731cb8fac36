"""Weekly rest at its edges: aml § 10-8 (2), (3), D13."""

from datetime import date
from typing import Any

import pytest

from roster.domain.finding import Verdict
from roster.domain.kinds import Tariff
from roster.domain.settings import Settings
from roster.rules.weekly_rest import check, shortest
from tests.planning.readings import refused
from tests.rules.builders import fine, roster_of, seen, short_rest

BREACH, NEEDS, CONSIDER, OK = Verdict.BREACH, Verdict.NEEDS_AGREEMENT, Verdict.CONSIDER, Verdict.OK
ALL: dict[str, Any] = {"before": {"kari": "16-24"}}


def week(last: str, after: str) -> str:
    """A week that works every day but Saturday, and starts and ends at its cuts."""
    return f"00-08 08-16 08-16 08-16 {last} - {after}"


def test_thirty_five_hours_with_a_whole_day_are_enough() -> None:
    roster = roster_of(kari=week("08-22", "09-24"), **ALL)
    assert fine(check, roster) == [(2100, 2100)]


def test_a_minute_less_is_a_breach() -> None:
    assert seen(check, roster_of(kari=week("08-22", "08.59-24"), **ALL)) == [(BREACH, 2099, 2100)]


def test_between_twenty_eight_and_thirty_five_the_reps_could_agree() -> None:
    bound = {"tariff": Tariff.VIRKE_BPA, **ALL}
    assert seen(check, roster_of(kari=week("08-22", "08.59-24"), **bound)) == [(NEEDS, 2099, 2100)]
    assert seen(check, roster_of(kari=week("08-23", "02.59-24"), **bound)) == [(BREACH, 1679, 2100)]


def test_with_an_agreement_twenty_eight_hours_are_enough() -> None:
    agreed = {"tariff": Tariff.VIRKE_BPA, "agreements": (short_rest(),), **ALL}
    assert fine(check, roster_of(kari=week("08-22", "02-10+14-24"), **agreed)) == [(1680, 1680)]


def test_one_stretch_serves_one_week() -> None:
    """Saturday 20 to Tuesday 06:59 is 58:59, too short for two blocks of 35."""
    two = "00-08 08-16 08-16 08-16 08-16 08-20 - | - 06.59-15 08-16 08-16 08-16 08-16 08-24"
    found = [one for one in check(roster_of(kari=two, **ALL)) if one.verdict is BREACH]
    assert [(one.measured, one.facts["why"]) for one in found] == [(58 * 60 + 59, "taken")]


def test_a_long_stretch_is_cut_for_two_weeks() -> None:
    """Saturday 00 to Tuesday 00 holds Saturday with Sunday's start for one week and Monday for the next."""
    two = "00-08 08-16 08-16 08-16 08-24 - - | - 00-08 08-16 08-16 08-16 08-16 08-24"
    assert fine(check, roster_of(kari=two, **ALL)) == [(72 * 60, 2100)]


def test_a_stretch_over_the_cut_serves_the_week_of_its_whole_day() -> None:
    line = "00-08 08-16 08-16 08-16 08-16 08-20 - | 07-15 08-16 08-16 08-16 08-16 08-20 - | 07-15 - - - - - -"
    roster = roster_of(kari=line, **ALL)
    assert [one.verdict for one in check(roster)] == [Verdict.OK]


def test_a_stretch_without_a_whole_day_in_its_week_is_to_be_considered() -> None:
    """Sunday 08 to Monday 19: 35 hours, but no day of midnight to midnight."""
    line = "00-08 08-16 08-16 08-16 08-16 08-16 00-08 | 19-23 10-18 10-18 10-18 10-18 10-18 - "
    assert (CONSIDER, 2100, 2100) in seen(check, roster_of(kari=line, **ALL))


def test_who_never_works_has_no_shortest_rest() -> None:
    roster = roster_of(kari="08-15 - - - - - -", ola="- - - - - - -")
    assert shortest(roster, list(check(roster))).keys() == {"kari"}


def test_the_shortest_rest_is_told_though_another_week_is_to_be_considered() -> None:
    """43 hours over the cut of the first week, 36 in the second."""
    first, second = "00-08 08-16 08-16 08-16 08-16 08-16 00-04", "23-24 10-18 10-18 10-18 10-18 10-18 -"
    roster = roster_of(kari=f"{first} | {second} | 06-14 - - - - - -", **ALL)
    found = list(check(roster))
    assert [(one.verdict, one.measured) for one in found] == [(CONSIDER, 43 * 60)]
    assert shortest(roster, found) == {"kari": 36 * 60}


def test_a_whole_weekday_comes_before_a_sunday_that_is_not_whole() -> None:
    """Saturday 10 to Sunday 22:31 holds the red døgn but no calendar day; Tuesday alone is in order."""
    roster = roster_of(kari="08-20 - 08-16 08-16 08-16 02-10 22.31-24", **ALL)
    assert fine(check, roster) == [(36 * 60, 2100)]


def test_the_spring_change_that_takes_the_hour_is_to_be_considered() -> None:
    """Saturday 22 to Monday 09 is 35 hours by the clock and 34 in fact."""
    line = "00-08 08-16 08-16 08-16 08-16 08-22 - | 09-17 - - - - - -"
    roster = roster_of(start=date(2027, 3, 22), kari=line, **ALL)
    assert seen(check, roster)[:1] == [(CONSIDER, 34 * 60, 2100)]


def test_a_cycle_wraps_its_weekly_rest() -> None:
    assert fine(check, roster_of(cycle=True, kari="09-17 08-16 08-16 08-16 08-16 08-22 -")) == [(2100, 2100)]
    assert seen(check, roster_of(cycle=True, kari="08.59-17 08-16 08-16 08-16 08-16 08-22 -")) == [(BREACH, 2099, 2100)]


def test_in_a_cycle_one_stretch_at_the_end_can_not_serve_both_its_weeks() -> None:
    line = "- 08-16 08-16 08-16 08-16 08-16 08-16 | 08-16 08-16 08-16 08-16 08-16 08-22 -"
    roster = roster_of(cycle=True, kari=line)
    assert len([one for one in check(roster) if one.verdict is BREACH]) == 1


def test_a_cycle_packs_two_blocks_where_seventy_hours_allow_it() -> None:
    line = "- 08-16 08-16 08-16 08-16 08-16 08-16 | 08-16 08-16 08-16 08-16 08-16 - -"
    assert not [one for one in check(roster_of(cycle=True, kari=line)) if one.verdict is BREACH]


@pytest.mark.parametrize(("strict", "free", "verdicts"), [(False, 4, [OK]), (True, 4, [CONSIDER]), (True, 0, [OK])])
def test_seven_days_from_a_start_of_work_are_a_stricter_reading(
    strict: bool, free: int, verdicts: list[Verdict]
) -> None:
    """Off from Sunday 24 to Tuesday 12, and on Friday or Monday of the next week: ten days lie between, or five."""
    second = ["08-16"] * 7
    second[free] = "-"
    line = f"- 12-20 10-18 08-16 08-16 08-16 08-16 | {' '.join(second)}"
    roster = roster_of(settings=Settings(stricter_readings=strict), kari=line, **ALL)
    assert [one.verdict for one in check(roster)] == verdicts
    assert not refused("weekly-rest", roster)


WORKED = "07-15 07-15 07-15 07-15 07-15 15-23 -"
"""A week before the plan: its one rest begins on Saturday at 23, and needs Monday until 10."""
NEXT = date(2027, 1, 18)


@pytest.mark.parametrize(
    ("first", "found"), [("10-18", []), ("09.59-17", [(BREACH, 2099, 2100)]), ("06-14", [(BREACH, 31 * 60, 2100)])]
)
def test_the_plan_leaves_the_week_before_it_its_rest(first: str, found: list[object]) -> None:
    roster = roster_of(start=NEXT, before={"kari": WORKED}, kari=f"{first} - - - - - -")
    assert seen(check, roster) == found
    assert refused("weekly-rest", roster) is bool(found)


def test_a_rest_that_the_week_before_needs_serves_no_week_of_the_plan() -> None:
    """Saturday 23 to Tuesday 00 is 49 hours: enough for either of two plans, and never for both."""
    line = "- 00-08 07-15 07-15 07-15 07-15 07-15"
    after = roster_of(start=NEXT, before={"kari": WORKED}, kari=line)
    assert [(one, limit) for one, _, limit in seen(check, after)] == [(BREACH, 2100)]
    assert refused("weekly-rest", after)
    assert not refused(
        "weekly-rest", roster_of(start=NEXT, before={"kari": WORKED}, kari=line.replace("00-08", "21-24"))
    )


@pytest.mark.parametrize(
    "before", ["- - 07-15 07-15 07-15 15-23 -", "07-15 07-15 07-15 07-15 07-15 07-15 15-23", "15-23 -"]
)
def test_a_week_before_with_a_rest_of_its_own_or_none_at_all_binds_nothing(before: str) -> None:
    """Off on Monday and Tuesday; no rest to be had by half of one; or nothing known of the days before."""
    roster = roster_of(start=NEXT, before={"kari": before}, kari="10-18 - - - - - -")
    assert seen(check, roster) == []
    assert not refused("weekly-rest", roster)


def test_an_agreement_on_shorter_rest_holds_for_the_week_before_too() -> None:
    bound: dict[str, Any] = {"start": NEXT, "before": {"kari": WORKED}, "tariff": Tariff.VIRKE_BPA}
    assert seen(check, roster_of(kari="03-11 - - - - - -", **bound)) == [(NEEDS, 28 * 60, 2100)]
    agreed = roster_of(kari="03-11 - - - - - -", agreements=(short_rest(),), **bound)
    assert seen(check, agreed) == []
    assert not refused("weekly-rest", agreed)
