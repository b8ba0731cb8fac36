"""Sundays worked in a row, or too many of them, are refused by both readings."""

from dataclasses import replace
from datetime import date

import pytest

from roster.domain.brief import Balances
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


@pytest.mark.parametrize("first", ["08-16", "-"])
@pytest.mark.parametrize("last", ["19-23", "08-16", "-"])
def test_the_last_evening_of_a_cycle_that_starts_on_a_sunday_belongs_to_it(last, first):
    for agreed in ((), (every_other_sunday(),)):
        for other in ("08-16", "-"):
            line = f"{first} - - - - - - {other} - - - - - {last}"
            refused("sundays", kari(line, start=date(2027, 1, 10), cycle=True, agreements=agreed))
