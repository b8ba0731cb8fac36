"""Passive duty lengthens the day and the week, to both readings up to the same minute."""

from datetime import date

import pytest

from roster.domain.kinds import Party, Tariff
from roster.domain.roster import Roster
from tests.planning.loads import FORMS, HOUR, THREE, edges, kari, resting, shift
from tests.planning.readings import at_the_edge, refused
from tests.rules.builders import agreement, individual, short_rest, with_reps


@FORMS
@pytest.mark.parametrize("tokens", ["HHHH", "HHHHH", "HHDD", "HDDD", "HHH"])
@pytest.mark.parametrize("over", [None, 2])
def test_passive_duty_lengthens_the_week_by_half_of_it_and_to_48_hours(tokens, over, cycle):
    agreed = () if over is None else (individual(averaging_weeks=over),)

    def make(minutes: int) -> Roster:
        week = [*tokens, *"-------"][:5]
        kinds = (resting("H", 22 * HOUR, 9 * HOUR, 7 * HOUR), *THREE)
        line = " ".join([*week, shift(9 * HOUR, minutes), "-"] * 2)
        return kari(line, cycle=cycle, kinds=kinds, agreements=agreed)

    at_the_edge("hours-week" if over is None else "hours-average", make, 1, 1430)


@FORMS
def test_passive_duty_by_day_lengthens_the_week_to_48_hours_and_not_to_50(cycle):
    def make(minutes: int) -> Roster:
        kinds = (resting("H", 8 * HOUR, 9 * HOUR, 7 * HOUR), *THREE)
        return kari(f"H H H H H {shift(9 * HOUR, minutes)} -", cycle=cycle, kinds=kinds)

    assert at_the_edge("hours-week", make, 1, 600) == 3 * HOUR + 1


@FORMS
@pytest.mark.parametrize("rest", [100, 180, 240])
def test_passive_duty_lengthens_the_day_by_two_hours_at_most(rest, cycle):
    def make(length: int) -> Roster:
        kinds = (resting("P", 6 * HOUR, 5 * HOUR, rest), resting("R", 13 * HOUR, length, min(rest, length)))
        return kari("P+R - - - - - -", cycle=cycle, kinds=kinds)

    at_the_edge("hours-day", make, 60, 600)


@FORMS
def test_consent_to_longer_days_of_passive_duty_holds_for_such_days_alone(cycle):
    consent = (agreement("10-4 (2)", Party.AUTHORITY, hours={"day_h": 13}),)
    for minutes in edges(8, 9, 11, 13):
        for rest in (60, minutes):
            kinds = (resting("R", 6 * HOUR, minutes, rest), *THREE)
            for line in ("R - - - - - -", "R+20-21 - - - - - -", f"{shift(6 * HOUR, minutes)} R - - - - -"):
                refused("hours-day", kari(line, cycle=cycle, kinds=kinds, agreements=consent))


@FORMS
@pytest.mark.parametrize("compensated", [False, True])
def test_long_days_of_passive_duty_need_shorter_rest_in_return(compensated, cycle):
    """Agreed days of 12.5 hours and two more of passive duty are past the 13 hours, unless rest is agreed as well."""
    agreed = (with_reps(), *((short_rest(compensating_rest=True),) if compensated else ()))
    roster = kari(
        "R - - - - - -", cycle=cycle, kinds=(resting("R", 6 * HOUR, 840, 240),), agreements=agreed, tariff=Tariff.KS_HTA
    )
    assert refused("total-hours", roster) is not compensated


@FORMS
def test_consent_to_less_than_two_hours_more_is_the_most_of_the_day(cycle):
    """Ten hours where an hour of rest would give half an hour more than nine."""
    consent = (agreement("10-4 (2)", Party.AUTHORITY, hours={"day_h": 10}),)

    def make(length: int) -> Roster:
        return kari("R - - - - - -", cycle=cycle, kinds=(resting("R", 6 * HOUR, length, 60),), agreements=consent)

    assert at_the_edge("hours-day", make, 480, 700) == 601


def test_passive_duty_lengthens_the_week_in_which_the_clock_is_set_back():
    def make(minutes: int) -> Roster:
        kinds = (resting("H", 22 * HOUR, 9 * HOUR, 7 * HOUR), *THREE)
        return kari(f"H H H {shift(9 * HOUR, minutes)} - H -", kinds=kinds, start=date(2027, 10, 25))

    at_the_edge("hours-week", make, 1, 1430)
