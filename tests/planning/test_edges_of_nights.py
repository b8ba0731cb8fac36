"""Who works at night has 8 hours on average, to both readings up to the same minute."""

from dataclasses import replace

import pytest

from roster.domain.kinds import WorkSort
from roster.domain.roster import Roster
from tests.planning.loads import FORMS, HOUR, kari, shift
from tests.planning.readings import at_the_edge, refused, refused_by_checker


@FORMS
@pytest.mark.parametrize(
    "nights",
    [(2, 0, 0, 0), (3, 0, 0, 0), (4, 0, 0, 0), (1, 1, 1, 1), (3, 1, 0, 0, 2), (1, 0), (2, 0), (1,), (0, 0, 0, 4, 4)],
)
def test_who_works_at_night_has_8_hours_on_average(nights, cycle):
    """Nights of just over three hours in the night, and days ever longer."""
    for night in ("20-00.01", "20-24"):

        def make(minutes: int, night: str = night) -> Roster:
            weeks = [
                [night if day < count else shift(6 * HOUR, minutes) for day in range(6)] + ["-"] for count in nights
            ]
            return kari(" ".join(one for week in weeks for one in week), cycle=cycle)

        for minutes in (440, 500, 560):
            refused("night-average", make(minutes))
        if refused_by_checker("night-average", make(1000)):
            at_the_edge("night-average", make, 60, 1000)


@FORMS
def test_overtime_is_no_part_of_the_ordinary_hours_of_who_works_at_night(cycle):
    def make(minutes: int, work: WorkSort) -> Roster:
        roster = kari(
            f"20-00.01 20-00.01 20-00.01 20-00.01 {shift(2 * HOUR, 18 * HOUR)} {shift(6 * HOUR, minutes)} -",
            cycle=cycle,
        )
        shifts = tuple(replace(one, work=work) if one.start.weekday() == 4 else one for one in roster.frame.shifts)
        return Roster(replace(roster.frame, shifts=shifts), roster.works)

    at_the_edge("night-average", lambda minutes: make(minutes, WorkSort.ORDINARY), 60, 1000)
    assert not refused("night-average", make(1000, WorkSort.OVERTIME))


@pytest.mark.parametrize(
    ("before", "weeks", "nights", "expected"),
    [
        ("N N", 2, 2, True),
        ("N -", 2, 2, False),
        ("N N N N -", 2, 0, False),
        ("N N N N -", 2, 1, True),
        ("N N" + " -" * 14, 2, 2, False),
        ("N N" + " -" * 12, 2, 2, True),
        ("N N N N -", 4, 2, False),
    ],
)
def test_a_plan_of_fewer_than_four_weeks_goes_on_with_the_nights_before_it(before, weeks, nights, expected):
    """Four nights in the four weeks that end with the plan make a night worker; a plan without nights is no such."""
    week = ["08-20"] * 5 + ["-"] * 2
    line = ["20-08"] * nights + (week * weeks)[nights:]
    roster = kari(" ".join(line), before={"kari": before})
    assert refused("night-average", roster) is expected
