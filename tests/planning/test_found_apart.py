"""Places where the two readings once parted, each held together since."""

from decimal import Decimal

import pytest

from roster.domain.brief import Balances, Wish
from roster.domain.days import When
from roster.domain.kinds import WishSort, Worth
from tests.planning.readings import agree_on, refused
from tests.rules.builders import individual, roster_of

FORMS = pytest.mark.parametrize("cycle", [False, True], ids=["calendar", "cycle"])
DAY_OFF = Wish("kari", WishSort.DAY_OFF, Worth.DEMAND, When(frozenset({0})))
WEEKEND_OFF = Wish("kari", WishSort.WEEKEND_OFF, Worth.DEMAND)


@FORMS
def test_a_night_that_ends_the_cycle_runs_into_the_day_off_that_begins_it(cycle):
    roster = roster_of(cycle=cycle, kari="- - - - - - 22-06", brief={"wishes": (DAY_OFF,)})
    assert refused("krav", roster) is cycle


@FORMS
def test_monday_before_six_belongs_to_the_weekend_that_ends_the_cycle(cycle):
    roster = roster_of(cycle=cycle, kari="00-08 - - - - - -", brief={"wishes": (WEEKEND_OFF,)})
    assert refused("krav", roster) is cycle


@FORMS
def test_a_weekend_without_shifts_is_broken_by_a_late_friday(cycle):
    roster = roster_of(cycle=cycle, kari="- - - - 15-23 - -", brief={"wishes": (WEEKEND_OFF,)})
    assert refused("krav", roster)


@pytest.mark.parametrize(("minutes", "refusal"), [(540, False), (541, True)])
def test_work_that_began_before_the_plan_goes_on_in_its_day(minutes, refusal):
    end = f"{(minutes - 240) // 60:02}.{minutes % 60:02}"
    roster = roster_of(kari=f"00-{end} - - - - - -", before={"kari": "20-24"})
    assert refused("hours-day", roster) is refusal


@pytest.mark.parametrize("brought", [30, 44, 48])
@pytest.mark.parametrize("period", [8, 26])
@pytest.mark.parametrize("hours", [30, 36, 39, 42])
@pytest.mark.parametrize("percent", [100, 300])
def test_hours_brought_along_count_in_the_averaging_period(percent, brought, period, hours):
    """What is agreed vouches for no period that had begun."""
    end = 7 * 60 + hours * 10
    week = " ".join([f"07-{end // 60:02}.{end % 60:02}"] * 6 + ["-"])
    agree_on(
        ("hours-average", "agreed-hours"),
        roster_of(
            kari=" ".join([week] * 4),
            people={"kari": {"percent": Decimal(percent)}},
            agreements=(individual(averaging_weeks=period),),
            balances=(Balances("kari", averaging_minutes=brought * 240, averaging_weeks=4),),
        ),
    )
