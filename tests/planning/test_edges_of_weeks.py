"""Weeks, and weeks averaged together, are too long to both readings from the same minute."""

import random
from decimal import Decimal

import pytest

from roster.domain.brief import Balances
from roster.domain.kinds import Tariff
from tests.planning.loads import FORMS, HOUR, kari, longer, weeks_of
from tests.planning.readings import at_the_edge, refused
from tests.rules.builders import individual, roster_of, with_reps


@pytest.mark.parametrize(
    ("loads", "at", "cycle"),
    [
        ([48] * 8, 7, False),
        ([50] * 7 + [34], 7, False),
        ([48] * 8 + [0], 0, False),
        ([20] * 8 + [48], 8, False),
        ([20] * 8 + [60, 36], 9, False),
        ([48] * 3, 1, True),
        ([48] * 8, 0, True),
        ([48] * 4 + [0] + [48] * 4, 8, True),
    ],
)
def test_eight_weeks_hold_48_hours_a_week(loads, at, cycle):
    assert at_the_edge("average-8-weeks", longer(loads, at, cycle=cycle), -60, 60) == 1


@FORMS
@pytest.mark.parametrize(("loads", "at"), [([69, 0], 0), ([20, 69], 1), ([69, 20], 0)])
def test_no_week_holds_more_than_69_hours_overtime_and_all(loads, at, cycle):
    assert at_the_edge("total-hours", longer(loads, at, cycle=cycle), -60, 60) == 1


@FORMS
@pytest.mark.parametrize(("agreed", "most"), [(individual(), 50), (with_reps(), 54)])
def test_a_single_week_under_averaging_keeps_what_was_agreed(agreed, most, cycle):
    make = longer([20, most], 1, cycle=cycle, agreements=(agreed,), tariff=Tariff.KS_HTA)
    assert at_the_edge("single-week", make, -60, 60) == 1


@FORMS
@pytest.mark.parametrize(("loads", "at"), [([40], 0), ([20, 40], 1), ([40, 20, 20], 0)])
def test_a_week_without_averaging_holds_40_hours(loads, at, cycle):
    assert at_the_edge("hours-week", longer(loads, at, cycle=cycle), -60, 60) == 1


@pytest.mark.parametrize(
    ("loads", "at", "over", "cycle"),
    [
        ([44, 40, 36], 0, 3, False),
        ([40, 40, 40, 0], 0, 3, False),
        ([20, 20, 20, 44, 36], 4, 3, False),
        ([44, 36, 40], 0, 52, False),
        ([40, 20, 20, 40], 3, 2, True),
        ([44, 36, 40], 0, 12, True),
    ],
)
def test_a_period_under_averaging_holds_40_hours_a_week(loads, at, over, cycle):
    make = longer(loads, at, cycle=cycle, agreements=(individual(averaging_weeks=over),))
    assert at_the_edge("hours-average", make, -60, 60) == 1


@pytest.mark.parametrize("cycle", [False, True])
def test_all_hours_hold_48_a_week_over_eight_weeks(cycle):
    assert at_the_edge("total-hours", longer([50] * 7 + [34], 7, cycle=cycle), -60, 60) == 1


@FORMS
@pytest.mark.parametrize("who", ["kari", "ola"])
@pytest.mark.parametrize("loads", [(30, 30), (41, 30), (45, 30), (45, 40), (51, 20)])
def test_averaging_agreed_with_one_holds_for_that_one(loads, who, cycle):
    line = weeks_of([60 * load for load in loads])
    easy = weeks_of([30 * HOUR] * 2)
    agreed = (individual(covers=("ola",), averaging_weeks=2),)
    people = {"kari": {"percent": Decimal(300)}, "ola": {"percent": Decimal(300)}}
    lines = {"kari": easy, "ola": easy, who: line}
    for rule in ("hours-week", "hours-average", "single-week"):
        refused(rule, roster_of(**lines, cycle=cycle, people=people, agreements=agreed))


@pytest.mark.parametrize("who", ["kari", "ola"])
@pytest.mark.parametrize("known", [1, 2, 3, 5])
def test_a_period_begun_before_the_plan_ends_inside_it(known, who):
    """Of periods of four weeks the first has so many behind it, at much work or little, and others come after."""
    draw = random.Random(known)
    answers = set()
    for _ in range(8):
        loads = [60 * draw.choice([0, 30, 38, 40, 42, 44]) for _ in range(6)]
        brought = Balances(who, averaging_minutes=known * 60 * draw.choice([30, 40, 60, 80]), averaging_weeks=known)
        agreed = (individual(averaging_weeks=4),)
        answers.add(refused("hours-average", kari(weeks_of(loads), agreements=agreed, balances=(brought,))))
    assert True in answers


@pytest.mark.parametrize("weeks", [2, 3])
def test_a_period_that_goes_on_after_the_plan_is_kept_by_the_plan_alone(weeks):
    """Little was worked in the week before, which is the first of four; with it the average is far below (D23)."""
    brought = Balances("kari", averaging_minutes=60, averaging_weeks=1)
    agreed = (individual(averaging_weeks=4),)
    roster = kari(weeks_of([41 * 60] * weeks), agreements=agreed, balances=(brought,))
    assert refused("hours-average", roster) is (weeks == 2)
