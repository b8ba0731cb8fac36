"""Hours that are too many only because the clock is set are let pass by both readings (D9)."""

from datetime import date

import pytest

from roster.domain.roster import Roster
from tests.planning.loads import HOUR, kari, shift, weeks_of
from tests.planning.readings import at_the_edge
from tests.rules.builders import individual

AUTUMN, SPRING = date(2027, 10, 25), date(2026, 3, 23)
"""Mondays of the weeks in which the clock is set, on the night before Sunday."""


@pytest.mark.parametrize(("start", "longest"), [(AUTUMN, 9 * HOUR), (SPRING, 10 * HOUR)])
def test_a_day_that_is_too_long_only_by_the_clock_is_let_pass(start, longest):
    """By the clock nine hours, ten of them elapsed; in spring ten by the clock and nine elapsed."""

    def make(by: int) -> Roster:
        return kari(f"- - - - - {shift(22 * HOUR, longest + by)} -", start=start)

    assert at_the_edge("hours-day", make, -60, 60) == 1


@pytest.mark.parametrize("start", [AUTUMN, SPRING])
@pytest.mark.parametrize(
    ("rule", "load", "more"),
    [
        ("hours-week", 32, {}),
        ("single-week", 42, {"agreements": (individual(signed=date(2025, 12, 1)),)}),
        ("hours-average", 32, {"agreements": (individual(averaging_weeks=2, signed=date(2025, 12, 1)),)}),
        ("average-8-weeks", 40, {}),
        ("total-hours", 61, {}),
    ],
)
def test_weeks_that_are_too_long_only_by_the_clock_are_let_pass(rule, load, more, start):
    """A night of eight hours by the clock at the end of a week, in autumn an hour longer and in spring an hour shorter."""

    def make(by: int) -> Roster:
        each, left = divmod(load * HOUR + by, 5)
        week = [shift(6 * HOUR, each + (day < left)) for day in range(5)] + ["23-07", "-"]
        after = ["-"] * 7 if rule == "total-hours" else []
        return kari(" ".join([*week, *after]), start=start, **more)

    edge = at_the_edge(rule, make, -120, 240)
    assert edge == (1 if start == AUTUMN else 61)


def test_a_year_with_both_changes_is_measured_both_ways():
    """The hour of autumn and that of spring together: 52 weeks of which neither measure may be pieced together."""

    def make(by: int) -> Roster:
        loads = [40 * HOUR] * 52
        loads[10] += by
        days = weeks_of(loads).split()
        days[7 * 11 + 5] = days[7 * 42 + 5] = "23-05.40"
        return kari(" ".join(days), start=date(2027, 1, 11), agreements=(individual(averaging_weeks=52),))

    at_the_edge("hours-average", make, -2000, 3000)


@pytest.mark.parametrize("start", [AUTUMN, SPRING])
def test_nights_on_average_too_long_only_by_the_clock_are_let_pass(start):
    def make(by: int) -> Roster:
        return kari(f"22-06 22-06 22-06 - {shift(6 * HOUR, 12 * HOUR + 20 + by)} 23-07 -", start=start)

    assert at_the_edge("night-average", make, -120, 240) == (1 if start == AUTUMN else 61)
