"""Checker and solver read rest alike over the nights on which the clock changes (D9): 28 March and 31 October 2027."""

import random
from datetime import date
from itertools import product

import pytest

from roster.domain.finding import Verdict
from roster.domain.kinds import Tariff
from roster.domain.roster import Roster
from roster.rules import RULES
from tests.planning.readings import agree_on, at_the_edge, refused
from tests.rules.builders import every_other_sunday, roster_of, short_rest

SPRING, AUTUMN = date(2027, 3, 22), date(2027, 10, 25)
"""The Mondays of the weeks that end with the change."""
REST = ("daily-rest", "compensating-rest", "weekly-rest", "sundays", "young-rest")
BOUND = {"tariff": Tariff.KS_HTA, "agreements": (short_rest(),)}


def clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}.{minute % 60:02d}"


def night(start: date, ends: int, begins: int, length: int = 8 * 60) -> Roster:
    """Saturday's work ends and Sunday's begins so many minutes past their midnights; an hour of each is by the clock."""
    line = f"- - - - - {clock(ends - length)}-{clock(ends)} {clock(begins)}-{clock(begins + 300)}"
    return roster_of(start=start, kari=line)


@pytest.mark.parametrize(("start", "edge"), [(SPRING, 9 * 60), (AUTUMN, 8 * 60)])
def test_the_first_lawful_start_after_a_shift_to_22_is_the_earlier_of_both_readings(start: date, edge: int) -> None:
    begins = at_the_edge("daily-rest", lambda sooner: night(start, 22 * 60, 12 * 60 - sooner), 0, 8 * 60)
    assert 12 * 60 - begins == edge - 1


@pytest.mark.parametrize(("start", "verdict"), [(SPRING, Verdict.CONSIDER), (AUTUMN, Verdict.OK)])
def test_what_only_the_clock_makes_long_enough_is_to_be_considered(start: date, verdict: Verdict) -> None:
    rule = next(one for one in RULES if one.id == "daily-rest")
    roster = night(start, 22 * 60, 9 * 60 if start == SPRING else 8 * 60)
    assert {one.verdict for one in rule.check(roster)} == {verdict}
    assert not refused("daily-rest", roster)


@pytest.mark.parametrize("start", [SPRING, AUTUMN])
def test_every_night_near_the_edge_is_read_alike(start: date) -> None:
    ends = [20 * 60, 21 * 60, 22 * 60 + 1]
    begins = [hour * 60 + by for hour in (6, 7, 8, 9, 10) for by in (-1, 0, 1)]
    answers = {refused("daily-rest", night(start, *times)) for times in product(ends, begins)}
    assert answers == {True, False}


@pytest.mark.parametrize("last", ["03.29", "03.30", "03.59", "04.00", "04.01"])
@pytest.mark.parametrize("after", ["13-15", "14-15", "14.30-16", "15-17"])
@pytest.mark.parametrize("start", [SPRING, AUTUMN])
def test_a_night_shift_over_the_change_is_read_alike(start: date, last: str, after: str) -> None:
    """By the clock its 24 hours end an hour sooner or later, so that other work may lie in them."""
    refused("daily-rest", roster_of(start=start, kari=f"- - - - - 15-{last} {after}"))


def test_work_in_the_hour_that_the_clock_adds_to_the_window_counts() -> None:
    """From 15 on Saturday the 24 hours of the clock end at 15 on Sunday; free 03.30 to 14 is 10:30 in either reading."""
    rule = next(one for one in RULES if one.id == "daily-rest")
    roster = roster_of(start=AUTUMN, kari="- - - - - 15-03.30 14-15")
    assert [one.verdict for one in rule.check(roster)] == [Verdict.BREACH]


WEEK = "00-08 08-16 08-16 08-16 08-16 08-{} - | {}-17 08-16 08-16 08-16 08-16 08-22 - | 09-17 - - - - - -"


@pytest.mark.parametrize("start", [SPRING, AUTUMN])
def test_the_weekly_rest_over_the_change_is_read_alike(start: date) -> None:
    def made(minutes: int) -> Roster:
        return roster_of(start=start, before={"kari": "16-24"}, kari=WEEK.format("22", clock(12 * 60 - minutes)))

    sooner = at_the_edge("weekly-rest", made, 0, 5 * 60)
    assert 12 * 60 - sooner == (9 * 60 if start == SPRING else 8 * 60) - 1


@pytest.mark.parametrize("start", [SPRING, AUTUMN])
def test_rest_in_return_over_the_change_is_read_alike(start: date) -> None:
    def made(minutes: int) -> Roster:
        return roster_of(start=start, kari=f"- - - - 15-23 08-16 {clock(6 * 60 - minutes)}-12", **BOUND)

    sooner = at_the_edge("compensating-rest", made, 0, 3 * 60)
    assert 6 * 60 - sooner == (5 * 60 if start == SPRING else 4 * 60) - 1


@pytest.mark.parametrize("start", [SPRING, AUTUMN])
@pytest.mark.parametrize("born", [None, date(2009, 3, 28), date(2010, 2, 14), date(2012, 10, 31)])
def test_drawn_weeks_around_the_change_are_read_alike(start: date, born: date | None) -> None:
    draw = random.Random(f"{start} {born}")
    tokens = ["14-22", "09-17", "22-07", "15-03", "08-16", "07-15.30", "12-20", "04-10", "16-24", "-", "-"]
    answers = set()
    for number in range(25):
        agreements = tuple(one for one in (short_rest(), every_other_sunday(id="B")) if draw.random() < 0.5)
        roster = roster_of(
            start=start,
            tariff=Tariff.KS_HTA,
            agreements=agreements,
            people={"kari": {"born": born}},
            before={"kari": " ".join(draw.choices(tokens, k=4))} if number % 2 else None,
            kari=" ".join(draw.choices(tokens, k=14)),
        )
        answers.add(agree_on(REST, roster))
    assert True in answers
