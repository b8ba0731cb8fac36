"""A day is too long to both readings from the same minute, past its cut and round the cycle too."""

from collections.abc import Callable
from datetime import date

import pytest

from roster.domain.kinds import Tariff
from roster.domain.roster import Roster
from tests.planning.loads import FORMS, HOUR, MUCH, edges, kari, shift
from tests.planning.readings import agree_on, at_the_edge
from tests.rules.builders import individual, roster_of, short_rest, with_reps

OF_A_DAY = ("hours-day", "total-hours", "daily-rest")
"""Of work that goes on past midnight the solver refuses by daily rest some that the checker refuses by hours too."""

AGREED = pytest.mark.parametrize(
    "agreed",
    [(), (individual(),), (with_reps(),), (short_rest(),), (with_reps(), short_rest())],
    ids=["nothing", "individual", "reps", "short rest", "reps and short rest"],
)


@FORMS
@AGREED
@pytest.mark.parametrize(
    "days",
    [
        ("{0}",),
        ("06-08+{0}",),
        ("-", "18-24", "00-02+{1}"),
        ("-", "22-24+{0}", "00-03"),
        ("20-24", "00-06+06-08", "{0}"),
        ("-", "17-24", "{2}", "-", "16-24", "{2}"),
        ("-", "17-24", "{2}+14-16"),
        ("-", "23-24", "00-02+{3}"),
        ("-", "23-24", "00-01+01-02+{3}"),
        ("-", "21-24", "{2}+17-24", "00-02+{3}"),
        ("-", "06-10+19-24", "{2}"),
    ],
)
def test_a_day_holds_what_starts_in_it_and_what_goes_on_from_it(days, agreed, cycle):
    for minutes in edges(2, 5.5, 8, 9, 13):
        starts = (9 * HOUR, 2 * HOUR, 0, 13 * HOUR)
        tokens = [one.format(*(shift(start, minutes) for start in starts)) for one in days]
        tokens += ["-"] * (7 - len(tokens))
        agree_on(OF_A_DAY, kari(" ".join(tokens), cycle=cycle, agreements=agreed, tariff=Tariff.KS_HTA))


@AGREED
@pytest.mark.parametrize("end", ["23-24", "22-23+23-24", "15-23", "15-24"])
@pytest.mark.parametrize("more", ["14-22", "14-23", "14-23.01", "13-23", "13-23.01"])
def test_what_goes_on_from_before_the_plan_leaves_its_first_day(more, end, agreed):
    for minutes in edges(1, 2, 3):
        line = f"{shift(0, minutes)}+{more} - - - - - -"
        agree_on(OF_A_DAY, kari(line, before={"kari": end}, agreements=agreed, tariff=Tariff.KS_HTA))


@AGREED
@pytest.mark.parametrize("end", ["23-24", "20-24", "16-24"])
@pytest.mark.parametrize("more", ["", "+15-17", "+14-22", "+14-23.01"])
def test_work_at_the_end_of_a_cycle_goes_on_at_its_beginning(end, more, agreed):
    for minutes in edges(1, 2, 5):
        line = f"{shift(0, minutes)}{more} - - - - - {end}"
        agree_on(OF_A_DAY, kari(line, cycle=True, agreements=agreed, tariff=Tariff.KS_HTA))


def test_an_agreement_that_ends_inside_the_plan_holds_on_its_own_days():
    agreed = (individual(valid_to=date(2027, 1, 12)),)

    def make(day: int) -> Callable[[int], Roster]:
        return lambda by: kari(
            " ".join(shift(8 * HOUR, 9 * HOUR + by) if at == day else "-" for at in range(7)), agreements=agreed
        )

    assert [at_the_edge("hours-day", make(day), 0, 120) for day in (0, 1, 2)] == [61, 61, 1]


@FORMS
def test_work_that_goes_on_elsewhere_lets_no_other_day_be_longer(cycle):
    """What Kari does from midnight could go on from what Ola does, and what she does later goes on from her own."""

    def make(minutes: int) -> Roster:
        line = f"- 00-05+{shift(16 * HOUR, minutes)} - - 20-24 00-02 -"
        return roster_of(kari=line, ola="20-24 - - - - - -", people=MUCH, cycle=cycle)

    assert at_the_edge("hours-day", make, 60, 360) == 241
