"""Sundays and red days: aml § 10-8 (4), D13, D15, D21, D22, D25."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from roster.domain.assistant import Hours, OtherWork
from roster.domain.brief import Balances
from roster.domain.days import When
from roster.domain.finding import Finding, Verdict
from roster.domain.kinds import Elsewhere
from roster.domain.roster import Roster
from roster.planning.problem import problem_of
from roster.rules.sundays import check, limits
from solver.judge import broken
from tests.planning.readings import refused, refused_by_checker, refused_by_solver
from tests.rules.builders import every_other_sunday, roster_of

ON, OFF = "- - - - - - D |", "- - - - - - - |"
AGREED: dict[str, Any] = {"agreements": (every_other_sunday(),)}
BREACH, NEEDS, CONSIDER = Verdict.BREACH, Verdict.NEEDS_AGREEMENT, Verdict.CONSIDER


def about(roster: Roster) -> list[tuple[Verdict, object, int | None, int | None]]:
    found: list[Finding] = [one for one in check(roster) if one.verdict is not Verdict.OK]
    return [(one.verdict, one.facts["about"], one.measured, one.limit) for one in found]


def test_every_other_sunday_needs_no_agreement() -> None:
    assert about(roster_of(kari=(ON + OFF) * 4)) == []


def test_two_sundays_after_each_other_need_the_assistants_agreement() -> None:
    assert about(roster_of(kari=ON + ON + OFF + OFF)) == [(NEEDS, "next", 2, 1)]


def test_four_weeks_in_a_row_are_more_than_the_assistant_could_agree_to() -> None:
    found = about(roster_of(kari=ON * 4 + OFF * 4))
    assert [one[:2] for one in found] == [(NEEDS, "next")] * 3 + [(BREACH, "in_a_row"), (BREACH, "rest")]


def test_a_saturday_evening_counts_as_sunday_and_until_six_it_does_not() -> None:
    saturday = "- - - - - 10-18.0{} - |"
    assert about(roster_of(kari=ON + saturday.format(0) + OFF + OFF)) == []
    assert about(roster_of(kari=ON + saturday.format(1) + OFF + OFF)) == [(NEEDS, "next", 2, 1)]


def test_sunday_after_ten_in_the_evening_is_free() -> None:
    assert about(roster_of(kari=ON + "- - - - - - 22-06 |" + OFF + OFF)) == []
    assert about(roster_of(kari=ON + "- - - - - - 21.59-06 |" + OFF + OFF)) == [(NEEDS, "next", 2, 1)]


def test_a_red_day_and_the_sunday_after_it_are_one_series() -> None:
    ascension = date(2027, 5, 3)
    assert about(roster_of(start=ascension, kari="- - - D - - D |" + OFF)) == [(NEEDS, "next", 2, 1)]


def test_an_intended_agreement_must_be_signed() -> None:
    intended = every_other_sunday(signed=None, use_unsigned=True)
    found = [one for one in check(roster_of(agreements=(intended,), kari=ON + ON + OFF + OFF)) if one.verdict.fails]
    assert [(one.verdict, one.facts["agreement"]) for one in found] == [(NEEDS, "A1")]


def test_by_agreement_three_weeks_in_a_row_and_not_four() -> None:
    assert about(roster_of(kari=ON * 3 + OFF * 3, **AGREED)) == []
    assert about(roster_of(kari=ON * 4 + OFF * 4, **AGREED)) == [(BREACH, "in_a_row", 4, 3), (BREACH, "rest", 0, 1)]


def test_by_agreement_at_most_half_of_them() -> None:
    """26 weeks from 11 January 2027 hold 26 Sundays and 6 other red days."""
    whole = (every_other_sunday(valid_from=date(2027, 1, 11)),)
    weeks = [OFF if number % 2 else ON for number in range(26)]
    for number in (1, 7, 13):
        weeks[number] = ON
    assert about(roster_of(kari="".join(weeks), agreements=whole)) == []
    weeks[19] = ON
    assert about(roster_of(kari="".join(weeks), agreements=whole)) == [(BREACH, "half", 17, 16)]


def test_what_is_in_order_is_told_of_the_block_with_least_to_spare() -> None:
    """A block of 26 weeks with two Sundays to spare, and one of three weeks with none."""
    whole = (every_other_sunday(valid_from=date(2027, 1, 11)),)
    line = "".join(ON if number % 4 == 0 else OFF for number in range(26)) + ON + OFF + ON
    (one,) = [one for one in check(roster_of(kari=line, agreements=whole)) if one.verdict is Verdict.OK]
    assert (one.facts["about"], one.measured, one.facts["of"], one.limit) == ("half", 2, 3, 2)
    assert one.span is not None


def test_blocks_are_counted_from_the_date_of_the_agreement() -> None:
    """The block ends after three weeks of the plan, so four Sundays of six are three of three and one of three."""
    from_july = (every_other_sunday(valid_from=date(2026, 8, 3)),)
    known = (Balances("kari", sundays_worked=10, sundays_of=26),)
    line = ON + ON + ON + OFF + ON + OFF
    assert about(roster_of(kari=line, agreements=from_july, balances=known)) == []
    known = (Balances("kari", sundays_worked=12, sundays_of=26),)
    assert about(roster_of(kari=line, agreements=from_july, balances=known)) == [(BREACH, "half", 15, 14)]


def test_a_block_known_in_part_is_rounded_up() -> None:
    assert about(roster_of(kari=ON + OFF + ON + OFF + ON, **AGREED)) == []
    assert about(roster_of(kari=ON + OFF + ON + ON + OFF, **AGREED)) == []
    assert about(roster_of(kari=ON + ON + OFF + ON + ON, **AGREED)) == [(BREACH, "half", 4, 3)]


def test_easter_counts_as_one_week_in_the_run() -> None:
    """Two Sundays, Easter with its Monday, and off the Sunday after."""
    line = "- - - - - - D | - - - - - - D | - - - D D - D | D - - - - - - |" + OFF * 5
    assert about(roster_of(start=date(2027, 3, 8), kari=line, **AGREED)) == []


def test_the_sunday_before_the_plan_binds_the_first_one() -> None:
    assert about(roster_of(before={"kari": "D"}, kari=ON + OFF + OFF + OFF)) == [(NEEDS, "next", 2, 1)]
    known = (Balances("kari", sunday_run=1),)
    assert about(roster_of(balances=known, kari=ON + OFF + OFF + OFF)) == [(NEEDS, "next", 2, 1)]


def test_the_run_before_the_plan_goes_on_in_it() -> None:
    known = (Balances("kari", sunday_run=3),)
    assert (BREACH, "in_a_row", 4, 3) in about(roster_of(balances=known, kari=ON + OFF * 3, **AGREED))


def test_a_red_day_and_a_sunday_before_the_plan_are_no_fault_of_it() -> None:
    new_year = {"kari": "D - D - - - - - - -"}
    found = [one for one in check(roster_of(before=new_year, kari=OFF * 2)) if one.verdict is not Verdict.OK]
    assert [(one.verdict, one.before) for one in found] == [(CONSIDER, True)]


def test_a_night_from_before_the_plan_into_its_first_red_day_binds_only_what_is_new() -> None:
    """Easter Sunday by day, and the night to a Monday that the plan begins with: both lie before it."""
    start, easter = date(2027, 3, 29), {"kari": "08-11+22.30-06"}
    asleep = roster_of(start=start, before=easter, kari=OFF * 2)
    assert [(one.verdict, one.facts["about"]) for one in check(asleep) if one.verdict is not Verdict.OK] == [
        (Verdict.CONSIDER, "next")
    ]
    assert not refused_by_solver(("sundays",), asleep)
    sunday = roster_of(start=start, before=easter, kari=ON + OFF)
    assert (NEEDS, "next", 2, 1) in about(sunday)
    assert refused_by_solver(("sundays",), sunday)


def test_easter_after_three_sundays_is_before_a_plan_that_begins_on_its_monday() -> None:
    worked = {"kari": "- - - - - - D - - - - - - D - - - - - - D - - - - - - D"}
    of = {"start": date(2027, 3, 29), "before": worked, "agreements": (every_other_sunday(),)}
    found = [one for one in check(roster_of(kari=OFF * 2, **of)) if one.facts["about"] == "in_a_row"]
    assert [one.verdict for one in found] == [Verdict.CONSIDER]


def test_a_free_sunday_every_fourth_week_must_carry_the_weekly_rest() -> None:
    """Saturday 22 to Monday 07 is 33 hours; the weekly rest is taken midweek."""
    line = (
        "D - - D D 14-22 - | 07-15 - - D D 14-22 - | 07-15 - - D D 14-22 - | 07-15 - - D D 14-22 - | 07-15 - - - - - -"
    )
    assert (BREACH, "rest", 0, 1) in about(roster_of(kari=line))
    three = line.replace("14-22 - | 07-15 - - D D 14-22 - | 07-15 - - - - - -", "- - | 07-15 - - D D 14-22 -")
    assert (BREACH, "rest", 0, 1) not in about(roster_of(kari=three))


def test_in_a_cycle_a_free_sunday_too_short_for_the_weekly_rest_is_none() -> None:
    """Saturday 16 to midnight after Sunday is 32 hours; the weekly rest is Tuesday and Wednesday, every week."""
    line = "00-08 - - D D D - |" * 4
    assert about(roster_of(cycle=True, kari=line)) == [(BREACH, "rest", 0, 1)]


def test_free_from_friday_to_sunday_at_ten_at_night_is_a_free_sunday() -> None:
    """The døgn of § 10-10 (1) ends on Sunday at 22, so that the rest covers it whole."""
    line = "D D D D D - 22-06 |" * 4
    assert about(roster_of(cycle=True, kari=line)) == []


def test_in_a_cycle_that_ends_on_a_saturday_its_evening_belongs_to_the_first_sunday() -> None:
    line = "- - - - - - - | D - - - - - - | - - - - - - 16-24"
    assert about(roster_of(start=date(2027, 1, 10), cycle=True, kari=line)) == [(NEEDS, "next", 2, 1)]


def test_a_cycle_wraps_its_sundays() -> None:
    assert about(roster_of(cycle=True, kari=ON + OFF + ON)) == [(NEEDS, "next", 2, 1)]
    assert about(roster_of(cycle=True, kari=ON + OFF)) == []
    assert about(roster_of(cycle=True, kari=(ON + ON + OFF + OFF + ON + OFF + OFF + ON), **AGREED)) == []
    over = about(roster_of(cycle=True, kari=ON + ON + OFF + OFF + OFF + OFF + ON + ON, **AGREED))
    assert (BREACH, "in_a_row", 4, 3) in over


def test_a_shift_in_two_red_days_is_to_be_considered_where_the_other_reading_breaks() -> None:
    """Maundy Thursday 20-03: most of it is Good Friday's; by touch Thursday and Friday are both worked."""
    assert about(roster_of(start=date(2027, 3, 22), kari="- - - 20-03 - - -")) == [(CONSIDER, "next", 2, 1)]


FEBRUARY = date(2027, 2, 8)
"""With no red day but Sundays for weeks on either side."""


@pytest.mark.parametrize(
    ("before", "first", "fails"),
    [
        (ON * 3, "06.59-15 - - - - 14-18 07-15", True),
        (ON * 2, "06.59-15 - - - - 14-18 07-15", False),
        (ON * 3, "06.59-15 - - - - - -", False),
        (OFF + ON * 2 + "- - - - - 14-18 -", "05-12 - - - - 14-18 07-15", False),
        (OFF + ON * 2 + "- - - - - 14-18 -", "04.59-12 - - - - 14-18 07-15", True),
        (ON * 4, "06.59-15 - - - - 14-18 07-15 | - - - - - - -", True),
        (ON * 4, "06.59-15 - - - - - -", False),
    ],
)
def test_the_free_sunday_every_fourth_week_is_counted_from_before_the_plan(
    before: str, first: str, fails: bool
) -> None:
    """Also where the Sunday before it is free only for as long as Monday leaves it."""
    roster = roster_of(start=FEBRUARY, before={"kari": before}, kari=first, **AGREED)
    assert refused_by_checker("weekly-rest", roster) is fails
    assert refused_by_solver(("weekly-rest",), roster) is fails


NO_FREE_SUNDAY = "- - - - - 14-18 - | 04.59-12 - - - - - -"


def test_a_run_on_record_counts_for_the_free_sunday_where_no_shifts_are() -> None:
    """Off on Sunday from Saturday 18 to Monday 04.59, a minute less than the weekly rest."""
    for run, fails in ((3, True), (2, False)):
        balances = (Balances("kari", sunday_run=run),)
        roster = roster_of(balances=balances, kari=NO_FREE_SUNDAY, **AGREED)
        assert refused("weekly-rest", roster) is fails


@pytest.mark.parametrize(("run", "fails"), [(2, False), (3, True)])
def test_weeks_of_a_run_on_record_of_which_the_shifts_are_known_count_once(run: int, fails: bool) -> None:
    given: dict[str, Any] = {"start": FEBRUARY, "before": {"kari": ON}, **AGREED}
    roster = roster_of(kari=NO_FREE_SUNDAY, balances=(Balances("kari", sunday_run=run),), **given)
    assert refused("weekly-rest", roster) is fails


@pytest.mark.parametrize(
    ("run", "line", "fails"), [(3, ON, True), (2, ON, False), (2, ON + ON, True), (3, OFF + ON, False)]
)
def test_a_run_on_record_goes_on_in_the_shifts_on_record(run: int, line: str, fails: bool) -> None:
    """Of the last of its weeks the shifts are known, too."""
    given: dict[str, Any] = {"start": FEBRUARY, "before": {"kari": ON}, **AGREED}
    blocks = Balances("kari", sunday_run=run, sundays_worked=3, sundays_of=20)
    assert refused("sundays", roster_of(kari=line, balances=(blocks,), **given)) is fails
    assert (
        refused("sundays", roster_of(kari=line, balances=(blocks,), **{**given, "before": {"kari": "D - - - - - -"}}))
        is False
    )


def test_work_elsewhere_on_four_sundays_is_refused_in_both_readings() -> None:
    """It is fixed beforehand, and no history."""
    every = OtherWork(Hours(When(frozenset({6})), 900, 960), Elsewhere.SAME)
    for weeks, fails in ((3, False), (4, True)):
        people = {"kari": {"elsewhere": (every,)}}
        roster = roster_of(start=FEBRUARY, kari="- - - - - - - " * weeks, people=people, **AGREED)
        found = [one for one in check(roster) if one.facts["about"] == "in_a_row" and one.verdict is BREACH]
        solved = [one for one in limits(roster.frame) if "in_a_row" in one.because]
        problem = replace(problem_of(roster.frame, ()), limits=tuple(solved))
        assert (
            bool(found) is bool(broken(problem, frozenset(("kari", one.id) for _, one in roster.frame.fixed))) is fails
        )
