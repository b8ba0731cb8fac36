"""Days in a row that people can live with have their price: to the day, to the minute, over the seam and from before."""

from typing import Any

import pytest

from roster.domain.days import When
from roster.domain.help_needed import Event
from roster.domain.kinds import EventSort, Tariff
from roster.domain.settings import Settings
from roster.planning import worth
from roster.rules import weekly_rest
from tests.planning.loads import FORMS
from tests.planning.points import points_of
from tests.rules.builders import roster_of, short_rest

BOTH, CYCLE, CALENDAR = (False, True), (True,), (False,)


def costs(what: str, price: int, line: str, times: int, forms: tuple[bool, ...] = BOTH, **more: Any) -> None:
    for cycle in forms:
        assert points_of(what, roster_of(kari=line, cycle=cycle, **more)) == times * price, (line, cycle)


@pytest.mark.parametrize(
    ("line", "times", "forms"),
    [
        ("- D - - - - -", 1, BOTH),
        ("- D D - - - -", 0, BOTH),
        ("- D - D - D D", 2, BOTH),
        ("D - - D D - -", 0, CALENDAR),
        ("D - - D D - -", 1, CYCLE),
        ("D - - D D - D", 0, BOTH),
        ("- N - - D E -", 1, BOTH),
    ],
)
def test_a_work_day_by_itself_costs_but_for_one_at_the_end_of_a_calendar(line, times, forms):
    costs("lone-day", worth.LONE_DAY, line, times, forms)


@pytest.mark.parametrize(
    ("before", "line", "times"),
    [("D -", "D - - D D", 1), ("- D", "D - - D D", 0), ("D - -", "- D - D D", 1), ("D D -", "- - - D D", 0)],
)
def test_days_before_the_plan_go_on_in_it(before, line, times):
    costs("lone-day", worth.LONE_DAY, line, times, CALENDAR, before={"kari": before})


def test_a_meeting_is_a_work_day_of_those_who_come():
    meeting = Event("E1", "Møte", EventSort.MEETING, When(frozenset({2})), 600, 120, ("kari",), charged=True)
    for cycle in BOTH:
        roster = roster_of(kari="- D - - - - -", ola="- D - - - - -", cycle=cycle, brief={"events": (meeting,)})
        assert points_of("lone-day", roster) == 0
        assert points_of("long-run", roster) == 0
        assert points_of("lone-day", roster, "ola") == worth.LONE_DAY


@pytest.mark.parametrize(
    ("line", "times", "forms"),
    [
        ("- D D - D D -", 1, BOTH),
        ("- D D - - D D", 0, CALENDAR),
        ("- D D - - D D", 1, CYCLE),
        ("D D - D - D D", 2, BOTH),
    ],
)
def test_a_free_day_by_itself_costs(line, times, forms):
    costs("lone-free-day", worth.LONE_FREE_DAY, line, times, forms)


@pytest.mark.parametrize(
    ("before", "line", "times", "forms"),
    [
        (None, "D D D D D - -", 0, BOTH),
        (None, "- D E D E D D", 1, BOTH),
        (None, "D D D D D D D - - - - - - -", 2, BOTH),
        (None, "D D D - - - - - - - - D D D", 1, CYCLE),
        (None, "D D D - - - - - - - - D D D", 0, CALENDAR),
        ("D D D", "D D D - - - -", 1, CALENDAR),
        ("D D D -", "D D D - - - -", 0, CALENDAR),
        ("- - - - - - - - - - D D D D D", "D - - - - - -", 1, CALENDAR),
    ],
)
def test_each_day_past_five_in_a_row_costs(before, line, times, forms):
    given = {"before": {"kari": before}} if before else {}
    costs("long-run", worth.LONG_RUN, line, times, forms, **given)


@pytest.mark.parametrize(
    ("before", "line", "times", "forms"),
    [
        (None, "- N - - N N -", 1, BOTH),
        (None, "- H D - N N -", 1, BOTH),
        (None, "N - - N N - -", 1, CYCLE),
        ("- N", "N - - N N - -", 0, CALENDAR),
        ("N D", "N - - N N - -", 1, CALENDAR),
    ],
)
def test_a_night_by_itself_costs(before, line, times, forms):
    given = {"before": {"kari": before}} if before else {}
    costs("single-night", worth.SINGLE_NIGHT, line, times, forms, **given)


@pytest.mark.parametrize(
    ("before", "line", "times", "forms"),
    [
        (None, "- N N N N - -", 0, BOTH),
        (None, "- N N N N N -", 1, BOTH),
        (None, "N N N - - N N", 1, CYCLE),
        ("N N N", "N N D - - - -", 1, CALENDAR),
        ("D N N N", "D N N - - - -", 0, CALENDAR),
    ],
)
def test_each_night_past_four_in_a_row_costs(before, line, times, forms):
    given = {"before": {"kari": before}} if before else {}
    costs("long-nights", worth.LONG_NIGHTS, line, times, forms, **given)


RETURNS = [("08-18 08-10", 0), ("08-18 07.59-10", 1), ("08-21 08-10", 1), ("08-21.01 08-10", 0)]
"""14 hours off, a minute less; 11 hours, and a minute less, which the law forbids and nobody prices."""


@pytest.mark.parametrize(("days", "times"), RETURNS)
def test_a_return_within_14_hours_costs(days, times):
    first, second = days.split()
    costs("quick-return", worth.QUICK_RETURN, f"- {first} {second} - - - -", times)
    costs("quick-return", worth.QUICK_RETURN, f"{second} - - - - - {first}", times, CYCLE)
    costs("quick-return", worth.QUICK_RETURN, f"{second} - - - - - {first}", 0, CALENDAR)
    costs("quick-return", worth.QUICK_RETURN, f"{second} - - - - - -", times, CALENDAR, before={"kari": first})


def test_nobody_pays_for_returns_that_are_over():
    costs("quick-return", worth.QUICK_RETURN, "- - - D - - -", 0, CALENDAR, before={"kari": "08-20 08-10 -"})


@FORMS
def test_a_rest_that_an_agreement_shortens_is_a_quick_return(cycle):
    for line, times in (("08-22 07.30-10", 1), ("08-22 06.59-10", 0)):
        roster = roster_of(kari=f"- {line} - - - -", cycle=cycle, tariff=Tariff.KS_HTA, agreements=(short_rest(),))
        assert points_of("quick-return", roster) == times * worth.QUICK_RETURN


@pytest.mark.parametrize(
    ("days", "times"),
    [
        ("10-14 09-12", 0),
        ("10-14 08.59-12", 1),
        ("10.30-14 09.29-12", 1),
        ("10.59-14 09.59-12", 0),
        ("10-22 08.59-12", 0),
        ("10-14 11-12", 0),
    ],
)
def test_an_earlier_start_the_day_after_turns_the_rotation_back(days, times):
    """More than an hour earlier; where the rest is too short for the law, nobody prices it."""
    first, second = days.split()
    costs("rotation", worth.BACKWARD, f"- {first} {second} - - - -", times)
    costs("rotation", worth.BACKWARD, f"- {first} - {second} - - -", 0)
    costs("rotation", worth.BACKWARD, f"{second} - - - - - {first}", times, CYCLE)
    costs("rotation", worth.BACKWARD, f"{second} - - - - - -", times, CALENDAR, before={"kari": first})


def test_what_is_earlier_within_a_day_turns_nothing_back():
    """From 22 over midnight, and again at 20 the same evening: the day after, two hours earlier."""
    costs("rotation", worth.BACKWARD, "- 22-06 20-23 - - - -", 1)
    costs("rotation", worth.BACKWARD, "- 06-07+20-23 - - - - -", 0)


@FORMS
@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("- - D D D D D | - - D D D D D", 0),
        ("- - D D D D D | D D D D D - -", 4),
        ("- - D D D D 08-20.59 | - 10-16 D D D D D", 0),
        ("- - D D D D D | D - - D D D D", 0),
        ("- - D D D D D | D 08-20 - 07.59-16 D D D", 1),
    ],
)
def test_seven_days_from_a_start_of_work_without_a_weekly_rest_cost_where_the_checker_asks(line, times, cycle):
    """By the stricter reading alone, and just where the checker would have somebody consider it."""
    strictly = roster_of(kari=line, cycle=cycle, settings=Settings(stricter_readings=True))
    found = {one.facts.get("about") for one in weekly_rest.check(strictly)}
    assert bool(points_of("seven-days", strictly)) == ("seven_days" in found)
    assert points_of("seven-days", strictly) == times * worth.SEVEN_DAYS
    assert points_of("seven-days", roster_of(kari=line, cycle=cycle)) == 0
