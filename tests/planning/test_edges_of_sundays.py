"""Sundays worked in a row, or too many of them, are refused by both readings."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from roster.domain.brief import Balances
from roster.rules.sundays import check
from tests.planning.loads import FORMS, kari
from tests.planning.readings import refused
from tests.rules.builders import every_other_sunday


def sundays_worked(pattern: str) -> str:
    return " ".join("- - - - - - " + ("08-16" if one == "x" else "-") for one in pattern)


PATTERNS = [
    "x",
    "xx",
    "x-",
    "-x",
    "x-x",
    "xx-x",
    "xxx-",
    "xxx--x",
    "-xxx",
    "x-xx",
    "xx--xx",
    "xx----xx",
    "xxxx",
    "-xxxx-",
    "x-x-x-x",
    "---xxx",
]


@FORMS
@pytest.mark.parametrize("agreed", [(), (every_other_sunday(),)])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_sundays_in_a_row_and_half_of_them(pattern, agreed, cycle):
    refused("sundays", kari(sundays_worked(pattern), cycle=cycle, agreements=agreed))


@pytest.mark.parametrize("agreed", [(), (every_other_sunday(),)])
@pytest.mark.parametrize("pattern", ["x-", "xx-", "xxx", "-xxx", "--", "x-x-", "xx--"])
@pytest.mark.parametrize("before", ["x", "xx", "xxx", "-x", "x-x", "xx-", "-"])
def test_sundays_before_the_plan_count_with_those_in_it(before, pattern, agreed):
    past = "08-16 - - - - - - " + sundays_worked(before).replace("08-16", "08-20")
    refused("sundays", kari(sundays_worked(pattern), before={"kari": past}, agreements=agreed))


@pytest.mark.parametrize("agreed", [(), (every_other_sunday(),)])
@pytest.mark.parametrize("pattern", ["x-", "xx-", "xxx-", "-xxx", "----", "x-x-", "xx--", "x---------"])
@pytest.mark.parametrize("known", [(0, 0, None), (1, 2, 1), (2, 2, 2), (3, 4, 3), (3, 6, 0), (5, 8, 2), (6, 8, 1)])
def test_sundays_brought_along_count_with_those_planned(known, pattern, agreed):
    worked, of, run = known
    brought = Balances("kari", sundays_worked=worked, sundays_of=of, sunday_run=run)
    valid = tuple(replace(one, valid_from=date(2026, 10, 5)) for one in agreed)
    for agreements in (agreed, valid):
        refused("sundays", kari(sundays_worked(pattern), balances=(brought,), agreements=agreements))


@pytest.mark.parametrize("agreed", [(), (every_other_sunday(),)])
@pytest.mark.parametrize("before", ["-", "x", "-x"])
@pytest.mark.parametrize("run", [1, 3])
def test_what_was_worked_before_tells_more_than_the_run_brought_along(run, before, agreed):
    brought = Balances("kari", sundays_worked=1, sundays_of=8, sunday_run=run)
    past = "08-16 - - - - - - " + sundays_worked(before)
    for pattern in ("x---", "xx--", "xxx---", "-x--"):
        roster = kari(sundays_worked(pattern), before={"kari": past}, balances=(brought,), agreements=agreed)
        refused("sundays", roster)


EASTER = date(2027, 3, 8)
"""Four weeks, in the third of them Easter: red from Thursday to Friday, and from Sunday to Monday."""


@pytest.mark.parametrize("agreed", [(), (every_other_sunday(),)])
@pytest.mark.parametrize("days", list(product(("x", "-"), repeat=4)))
def test_red_days_in_a_week_are_read_with_its_sunday(days, agreed):
    """Thursday of Easter, its Monday, and the Sundays on either side."""
    thursday, monday, before, after = ("08-16" if one == "x" else "-" for one in days)
    weeks = [f"- - - - - - {before}", f"- - - - - - {before}", f"- - - {thursday} - - -"]
    weeks += [f"{monday} - - - - - {after}", "- - - - - - -", "- - - - - - -"]
    refused("sundays", kari(" ".join(weeks), start=EASTER, agreements=agreed))


@pytest.mark.parametrize("first", ["08-16", "-"])
@pytest.mark.parametrize("last", ["19-23", "08-16", "-"])
def test_the_last_evening_of_a_cycle_that_starts_on_a_sunday_belongs_to_it(last, first):
    for agreed in ((), (every_other_sunday(),)):
        for other in ("08-16", "-"):
            line = f"{first} - - - - - - {other} - - - - - {last}"
            refused("sundays", kari(line, start=date(2027, 1, 10), cycle=True, agreements=agreed))


@pytest.mark.parametrize("agreed", [(), (every_other_sunday(),)])
@pytest.mark.parametrize("pattern", ["x---", "-x--", "----"])
def test_the_run_brought_along_goes_on_in_history_and_ends_with_a_sunday_off(pattern, agreed):
    brought = (Balances("kari", sunday_run=6),)
    roster = kari(sundays_worked(pattern), before={"kari": sundays_worked("x")}, balances=brought, agreements=agreed)
    assert refused("sundays", roster) is (pattern == "x---")


@pytest.mark.parametrize("worked", [2, 7, 8])
def test_a_red_day_that_the_night_before_the_plan_reaches_is_past(worked):
    """Easter Monday is the first day of the plan, and half of the eight red days before were worked, or nearly all."""
    brought = Balances("kari", sundays_worked=worked, sundays_of=8, sunday_run=0)
    agreed = (every_other_sunday(valid_from=date(2027, 1, 4)),)
    for line in ("- - - - - - -", "- - - - - - 08-16"):
        roster = kari(line, start=date(2027, 3, 29), before={"kari": "22-07"}, balances=(brought,), agreements=agreed)
        assert refused("sundays", roster) is (worked > 2 and "08-16" in line)


OFF_UNTIL_SUNDAY = "- - - - - -"


@pytest.mark.parametrize(
    ("start", "line", "expected"),
    [
        (date(2027, 3, 22), f"{OFF_UNTIL_SUNDAY} 08-11+22-06", True),
        (date(2027, 3, 22), f"{OFF_UNTIL_SUNDAY} 08-11+20-22", False),
        (date(2027, 3, 22), f"{OFF_UNTIL_SUNDAY} 22-06", False),
        (date(2027, 3, 22), "- - - - 08-11 - 22-06", False),
        (date(2027, 5, 10), f"{OFF_UNTIL_SUNDAY} 08-11+22-06", True),
        (date(2028, 4, 24), f"{OFF_UNTIL_SUNDAY} 08-11+22-06", True),
        (date(2028, 12, 18), f"{OFF_UNTIL_SUNDAY} 08-11+22-06", True),
        (date(2028, 12, 25), f"{OFF_UNTIL_SUNDAY} 08-11+22-06", True),
        (date(2027, 1, 11), f"{OFF_UNTIL_SUNDAY} 08-11+22-06", False),
        (date(2027, 12, 25), "- 08-11 - - - - 19-02", True),
        (date(2027, 12, 25), "- 08-11 - - - - 10-18", False),
        (date(2027, 1, 10), "08-11 - - - - - 19-02", True),
        (date(2027, 1, 10), "08-11 - - - - - 10-18", False),
    ],
)
def test_a_night_into_a_red_day_after_the_plan_is_judged_by_the_plan_that_makes_it(start, line, expected):
    """Easter and Whit Sunday, 30 April, Christmas Eve and 31 December; plans that end on a Friday and a Saturday."""
    assert refused("sundays", kari(line, start=start)) is expected
    assert refused("sundays", kari(line, start=start, agreements=(every_other_sunday(),))) is False


@pytest.mark.parametrize(("night", "expected"), [("22-06", True), ("20-22", True), ("-", False)])
def test_a_night_to_easter_monday_after_the_plan_is_a_fourth_week_in_a_row(night, expected):
    line = f"{sundays_worked('xxx')} {OFF_UNTIL_SUNDAY} {night}"
    roster = kari(line, start=date(2027, 3, 1), agreements=(every_other_sunday(),))
    assert "in_a_row" in {one.facts["about"] for one in check(roster) if one.verdict.fails} or not expected
    assert refused("sundays", roster) is expected
