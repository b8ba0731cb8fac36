"""Where the weekly rest may lie is the same to both readings: over the seam, on red days, at the cut, within a trip."""

import random
from datetime import date
from decimal import Decimal

import pytest

from roster.domain.help_needed import Break, ShiftKind
from roster.domain.kinds import Sort, Tariff
from roster.domain.roster import Roster
from tests.planning.loads import FORMS, HOUR, kari, shift
from tests.planning.readings import agree_on, at_the_edge, refused
from tests.rules.builders import roster_of, short_rest

WORKED = "10-18 10-18 10-18 10-18 10-18 10-18"
SUNDAY_OFF = f"{WORKED} -"
BEFORE_IT = f"{{}} {WORKED} | {SUNDAY_OFF} | 10-18 10-18 - 10-18 10-18 16-24 -"
"""The first week has no rest but that from Sunday 00 to Monday 11."""
AFTER_IT = f"- {{}} 10-18 - 10-18 10-18 10-18 | {SUNDAY_OFF} | {WORKED} 10-22"
"""The last week has no rest but that from Sunday 22 to Tuesday 09, and the first has one of its own."""


@pytest.mark.parametrize(("line", "begins"), [(BEFORE_IT, 11 * HOUR), (AFTER_IT, 9 * HOUR)])
def test_the_rest_of_a_week_may_lie_over_the_seam_with_a_minute_on_its_own_side(line, begins):
    def make(earlier: int) -> Roster:
        return kari(line.format(shift(begins - earlier, 5 * HOUR)), cycle=True)

    assert at_the_edge("weekly-rest", make, 0, 6 * HOUR) == 1
    assert refused("weekly-rest", kari(line.format(shift(begins, 5 * HOUR))))


@pytest.mark.parametrize(("free", "lacking"), [(0, False), (1, True), (6, False)])
def test_a_rest_over_a_red_day_is_as_good_as_over_a_sunday(free, lacking):
    """Four weeks with rest in the middle of each, the Monday of Easter in the last of them."""
    usual = "08-16 - - 08-16 08-16 08-16 08-22"
    days = ["09-16"] * 7
    days[free] = "-"
    line = " | ".join([usual, usual, usual, " ".join(days)])
    assert refused("weekly-rest", kari(line, start=date(2027, 3, 8))) is lacking


@pytest.mark.parametrize(("until", "lacking"), [("22", False), ("23", True)])
def test_a_red_day_that_the_cut_of_weeks_parts_is_off_from_the_evening_before(until, lacking):
    """The Monday of Easter lies whole in no week that is cut at 6, and is off from Sunday at 22."""
    usual = f"08-16 - - 08-16 08-16 08-16 08-{until}"
    line = " | ".join([usual, usual, usual, "- 10-16 10-16 10-16 10-16 10-16 10-16"])
    assert refused("weekly-rest", kari(line, start=date(2027, 3, 8), week_cut=6 * HOUR)) is lacking


@FORMS
def test_weeks_that_are_cut_in_the_middle_of_a_day_have_their_rest_in_both_readings(cycle):
    draw = random.Random(5)
    answers = set()
    for _ in range(25):
        line = " ".join(draw.choices(["08-16", "14-22", "22-06", "12-20", "-"], [3, 2, 1, 2, 2], k=21))
        answers.add(refused("weekly-rest", kari(line, cycle=cycle, week_cut=6 * HOUR)))
    assert answers == {True, False}


def trip(code: str, length: int, *free: tuple[int, int]) -> ShiftKind:
    """A journey of so many hours from 8, with hours in which one is free and cannot be called."""
    breaks = tuple(Break(start * HOUR, end * HOUR, working=False) for start, end in free)
    return ShiftKind(code, code, 8 * HOUR, length * HOUR, Sort.TRAVEL, breaks=breaks)


TRIPS = (trip("A", 30, (10, 21)), trip("B", 30, (10, 20)), trip("C", 60, (12, 48)), trip("F", 54, (10, 22), (34, 42)))
FREE_RULES = ("daily-rest", "weekly-rest", "compensating-rest", "young-rest")


@FORMS
@pytest.mark.parametrize("born", [None, date(2010, 5, 1)], ids=["grown", "young"])
def test_rest_lies_within_a_trip_only_where_one_is_free(born, cycle):
    draw = random.Random(7)
    answers = set()
    for _ in range(20):
        days = draw.choices(["08-16", "14-22", "-"], k=14)
        at = draw.randint(0, 9)
        days[at : at + 4] = [draw.choice("ABCF"), "-", draw.choice(["-", "20-22"]), "-"]
        agreed = (short_rest(),) if draw.random() < 0.5 else ()
        roster = roster_of(
            kari=" ".join(days),
            cycle=cycle,
            kinds=TRIPS,
            tariff=Tariff.KS_HTA,
            agreements=agreed,
            people={"kari": {"percent": Decimal(300), "born": born}},
        )
        answers |= {(rule, refused(rule, roster)) for rule in FREE_RULES}
        agree_on(FREE_RULES, roster)
    assert {("daily-rest", True), ("weekly-rest", True), ("weekly-rest", False)} <= answers


@pytest.mark.parametrize(("until", "lacking"), [(48, False), (46, True)])
def test_the_rest_of_a_week_may_lie_within_a_trip(until, lacking):
    journey = trip("J", 60, (12, until))
    roster = kari("08-16 08-16 J - - 08-16 08-16", kinds=(journey,))
    assert refused("weekly-rest", roster) is lacking
