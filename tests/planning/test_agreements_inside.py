"""Agreements that begin or end inside the plan: both readings hold them to their own days."""

from datetime import date, timedelta
from random import Random

import pytest

from roster.domain.kinds import Tariff
from roster.domain.roster import Roster
from roster.rules.in_force import Ground
from roster.rules.terms import terms
from tests.planning.loads import longer
from tests.planning.readings import at_the_edge, refused, refused_by_checker, refused_by_solver
from tests.rules.builders import MONDAY, every_other_sunday, individual, roster_of, short_rest, with_reps

SECOND = MONDAY + timedelta(weeks=1)
"""The Monday of the second week."""


def two_weeks(**given: object) -> dict[str, object]:
    return {"agreements": (individual(averaging_weeks=2, **given),), "tariff": Tariff.KS_HTA}


def test_a_week_before_the_agreement_holds_40_hours_by_itself():
    make = longer([40, 44, 36], 0, **two_weeks(valid_from=SECOND))
    assert at_the_edge("hours-week", make, -60, 60) == 1


def test_the_weeks_of_the_agreement_hold_40_hours_together():
    make = longer([40, 44, 36], 2, **two_weeks(valid_from=SECOND))
    assert at_the_edge("hours-average", make, -60, 60) == 1


def test_a_week_after_the_agreement_holds_40_hours_by_itself():
    make = longer([44, 36, 40], 2, **two_weeks(valid_to=SECOND + timedelta(days=6)))
    assert at_the_edge("hours-week", make, -60, 60) == 1


def test_a_week_that_the_agreement_covers_in_part_stands_alone():
    make = longer([44, 36, 40], 2, **two_weeks(valid_to=SECOND + timedelta(days=8)))
    assert at_the_edge("hours-week", make, -60, 60) == 1


def test_a_single_week_keeps_what_is_agreed_in_its_time():
    agreements = (with_reps(averaging_weeks=52, valid_from=SECOND), individual(averaging_weeks=52))
    make = longer([50, 10], 0, agreements=agreements, tariff=Tariff.KS_HTA)
    assert at_the_edge("single-week", make, -60, 60) == 1


@pytest.mark.parametrize(
    ("given", "fails"),
    [
        ({}, False),
        ({"valid_from": SECOND}, True),
        ({"valid_to": SECOND - timedelta(days=1)}, True),
        ({"valid_from": SECOND + timedelta(weeks=1)}, True),
    ],
)
def test_a_short_weekly_rest_is_lawful_while_it_is_agreed(given, fails):
    """Every week has 29 hours from Saturday 16 to Sunday 21 as its longest rest."""
    line = "16-21 08-16 08-16 08-16 08-16 08-16 21-23 " * 2
    roster = roster_of(kari=line, agreements=(short_rest(**given),), tariff=Tariff.KS_HTA)
    assert refused("weekly-rest", roster) is fails


TURNS = ({"valid_from": SECOND}, {"valid_to": SECOND - timedelta(days=1)})


def turning(line: str, given: dict[str, date]) -> Roster:
    return roster_of(kari=line, agreements=(short_rest(**given),), tariff=Tariff.KS_HTA)


def test_over_the_cut_at_which_the_weekly_rest_turns_the_solver_asks_for_more():
    """Saturday 20 to Monday 08 is a week's 35 hours to the checker alone; inside its own week it is so to both."""
    line = "08-16 08-16 08-16 08-16 08-16 {} - 08-16 16-20 08-16 08-16 08-16 08-16 21-23"
    over, inside = (turning(line.format(last), TURNS[0]) for last in ("08-20", "08-13"))
    assert not refused_by_checker("weekly-rest", over)
    assert refused_by_solver(("weekly-rest",), over)
    assert not refused("weekly-rest", inside)


@pytest.mark.parametrize("given", TURNS, ids=["begins", "ends"])
def test_where_the_weekly_rest_turns_the_solver_allows_nothing_that_the_checker_refuses(given):
    draw = Random(7)
    days = ("08-16", "08-20", "22-06", "16-23", "06-10", "-")
    allowed = 0
    for _ in range(60):
        roster = turning(" ".join(draw.choices(days, (4, 1, 1, 2, 2, 2), k=14)), given)
        if not refused_by_solver(("weekly-rest",), roster):
            allowed += 1
            assert not refused_by_checker("weekly-rest", roster)
    assert allowed


@pytest.mark.parametrize(
    ("given", "worked", "fails"),
    [
        ({}, (0, 1), False),
        ({"valid_from": SECOND}, (0, 1), False),
        ({"valid_from": SECOND + timedelta(weeks=1)}, (0, 1), True),
        ({"valid_from": SECOND + timedelta(weeks=1)}, (2, 3), False),
        ({"valid_to": SECOND - timedelta(days=1)}, (0, 1), True),
        ({"valid_from": SECOND + timedelta(weeks=3)}, (4, 5, 6, 7), True),
    ],
)
def test_two_sundays_in_a_row_are_lawful_while_it_is_agreed(given, worked, fails):
    line = " ".join("- - - - - - 08-14" if week in worked else "- - - - - - -" for week in range(8))
    assert refused("sundays", roster_of(kari=line, agreements=(every_other_sunday(**given),))) is fails


EASTER_EVE = date(2027, 3, 22)
"""The Monday of the week before Easter Monday."""


@pytest.mark.parametrize(
    ("given", "fails"),
    [
        ({}, False),
        ({"valid_to": EASTER_EVE + timedelta(days=6)}, True),
        ({"valid_to": EASTER_EVE + timedelta(days=7)}, False),
        ({"valid_from": EASTER_EVE + timedelta(days=7)}, False),
        ({"valid_from": EASTER_EVE + timedelta(days=8)}, True),
    ],
)
def test_a_night_into_a_red_day_after_the_plan_needs_what_is_agreed_for_that_day(given, fails):
    """Sunday by day, and from Sunday evening a night most of which lies in Easter Monday."""
    roster = roster_of(start=EASTER_EVE, kari="- - - - - - 08-10+21.50-06", agreements=(every_other_sunday(**given),))
    assert refused("sundays", roster) is fails


def test_what_is_signed_after_it_was_to_begin_holds_from_the_day_it_is_signed():
    """Whichever day is asked about first: before that day nothing is in writing."""
    for first, then in ((2, 9), (9, 2)):
        brief = roster_of(
            kari="- " * 14, agreements=(individual(valid_from=SECOND - timedelta(days=6), signed=SECOND),)
        ).frame.brief
        asked = {
            at: terms(brief, "kari", Ground.IN_USE, MONDAY + timedelta(days=at)).averaging_weeks for at in (first, then)
        }
        assert asked == {2: None, 9: 52}


@pytest.mark.parametrize(("ends", "fails"), [("13", False), ("13.01", True)])
def test_a_free_sunday_before_a_short_rest_is_agreed_is_as_long_as_the_law_has_it(ends, fails):
    """Three weeks with work on their Sundays before the plan; in its first week the rest ends as Monday begins."""
    week = "- - - - - - 10-14 "
    line = f"- - - - - 10-{ends} - 00-08 - - - - - -"
    start = date(2027, 2, 8)
    roster = roster_of(
        start=start,
        before={"kari": week * 3},
        kari=line,
        agreements=(every_other_sunday(), short_rest(valid_from=start + timedelta(weeks=1))),
        tariff=Tariff.KS_HTA,
    )
    assert refused("weekly-rest", roster) is fails


@pytest.mark.parametrize(("line", "fails"), [("- " * 13 + "10-14", False), ("- - - - - 10-18 10-14 " + "- " * 7, True)])
def test_weeks_before_the_plan_are_no_weeks_before_those_of_a_shorter_rest_in_it(line, fails):
    """Three weeks with work on their Sundays before the plan, and one in it: its first, or that of the shorter rest."""
    roster = roster_of(
        start=date(2027, 2, 8),
        before={"kari": "- - - - - - 10-14 " * 3},
        kari=line,
        agreements=(every_other_sunday(), short_rest(valid_from=date(2027, 2, 15))),
        tariff=Tariff.KS_HTA,
    )
    assert refused("weekly-rest", roster) is fails


@pytest.mark.parametrize("given", [{}, {"valid_from": SECOND}, {"valid_to": SECOND + timedelta(days=6)}])
def test_work_over_midnight_is_of_one_day_where_the_rest_after_it_is_agreed_shorter_for_a_time(given):
    """14 hours from 16 to 06, with 10 hours free after them, in the second week."""
    roster = roster_of(
        kari="- " * 9 + "16-24 00-06 " + "- " * 10, agreements=(short_rest(**given),), tariff=Tariff.KS_HTA
    )
    assert not refused("daily-rest", roster)
    assert refused("hours-day", roster)
    assert refused("total-hours", roster)
