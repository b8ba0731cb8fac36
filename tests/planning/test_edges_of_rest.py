"""Daily and weekly rest are too short to both readings from the same minute."""

from datetime import date

import pytest

from roster.domain.kinds import Tariff
from roster.domain.roster import Roster
from tests.planning.loads import FORMS, HOUR, edges, kari, shift
from tests.planning.readings import at_the_edge, refused
from tests.rules.builders import short_rest


@FORMS
@pytest.mark.parametrize("agreed", [(), (short_rest(),)])
def test_a_rest_lies_within_the_24_hours_from_each_start(agreed, cycle):
    def make(minutes: int) -> Roster:
        return kari(f"- {shift(7 * HOUR, minutes)} 06-07 - - - -", cycle=cycle, agreements=agreed, tariff=Tariff.KS_HTA)

    at_the_edge("daily-rest", make, 60, 20 * HOUR)


@FORMS
@pytest.mark.parametrize(("agreed", "longest"), [((), 13), ((short_rest(),), 15)])
def test_a_long_shift_leaves_the_rest_within_24_hours_of_its_start(agreed, longest, cycle):
    def make(minutes: int) -> Roster:
        return kari(f"- {shift(7 * HOUR, minutes)} - - - - -", cycle=cycle, agreements=agreed, tariff=Tariff.KS_HTA)

    assert at_the_edge("daily-rest", make, 60, 20 * HOUR) == longest * HOUR + 1


@FORMS
@pytest.mark.parametrize("second", ["07-08", "16-17", "06-07"])
def test_a_short_rest_is_given_back_in_the_next_one(second, cycle):
    """The rests: some hours, then what is left until the third shift; the pause is now a rest, now none."""
    verdicts = set()
    for end in edges(19, 20, 21, 21.5, 22, 22.5, 23):
        for start in (17 * HOUR - 1, 17 * HOUR, 19 * HOUR, 20 * HOUR, 20 * HOUR + 1, 21 * HOUR):
            line = f"- {shift(12 * HOUR, end - 12 * HOUR)} {second} - - - -"
            third = f"- {shift(12 * HOUR, end - 12 * HOUR)} {second}+{shift(start, HOUR)} - - - -"
            for one in (line, third):
                roster = kari(one, cycle=cycle, agreements=(short_rest(),), tariff=Tariff.KS_HTA)
                verdicts.add(refused("compensating-rest", roster))
    assert (True in verdicts) is (second != "16-17")


@FORMS
@pytest.mark.parametrize("agreed", [(), (short_rest(),)])
@pytest.mark.parametrize("free", [0, 3, 6])
def test_every_week_has_its_rest(free, agreed, cycle):
    """The one long pause of the week made shorter; at the ends of a calendar half of it may lie outside."""

    def make(minutes: int) -> Roster:
        days = ["10-18"] * 7
        days[free] = shift(10 * HOUR - minutes // 2, 60 + minutes // 2) if minutes else "-"
        days[(free + 1) % 7] = shift(10 * HOUR - minutes // 3, 5 * HOUR)
        return kari(" ".join(days), cycle=cycle, agreements=agreed, tariff=Tariff.KS_HTA)

    verdicts = {refused("weekly-rest", make(minutes)) for minutes in range(0, 600, 30)}
    assert True in verdicts


@pytest.mark.parametrize("agreed", [(), (short_rest(),)])
@pytest.mark.parametrize("side", ["first", "last"])
def test_half_of_a_weeks_rest_may_lie_outside_the_plan(agreed, side):
    def make(minutes: int) -> Roster:
        if side == "first":
            start = 20 * HOUR - minutes
            days = ["-" if start >= 1440 else shift(start, 60), *["10-18"] * 6]
        else:
            days = [*["10-18"] * 6, shift(HOUR, minutes + 60)]
        return kari(" ".join(days), agreements=agreed, tariff=Tariff.KS_HTA)

    at_the_edge("weekly-rest", make, 0, 13 * HOUR)


@FORMS
@pytest.mark.parametrize("weeks", [3, 4, 5, 6])
@pytest.mark.parametrize("free", [(), (0,), (2,), (3,), (4,)])
def test_in_four_weeks_one_rest_covers_a_sunday(free, weeks, cycle):
    line = " ".join(
        " ".join(["08-16", "-", "-", "08-16", "08-16", "-", "-" if at in free else "08-16"]) for at in range(weeks)
    )
    refused("weekly-rest", kari(line, cycle=cycle))


@pytest.mark.parametrize(("before", "earliest"), [("06-22", 6 * HOUR), ("08-20", 7 * HOUR), ("12-16", 3 * HOUR)])
def test_a_rest_that_old_work_made_short_is_made_no_shorter(before, earliest):
    """Of the 24 hours from 06 the eight that old work left free, of those from 08 and from 12 eleven."""

    def make(sooner: int) -> Roster:
        return kari(f"{shift(earliest - sooner, 2 * HOUR)} - - - - - -", before={"kari": before})

    assert at_the_edge("daily-rest", make, 0, 3 * HOUR) == 1


@pytest.mark.parametrize("since", range(11, 17))
def test_an_agreement_on_rest_that_begins_inside_the_plan_holds_from_its_own_day(since):
    agreed = (short_rest(valid_from=date(2027, 1, since)),)
    for line in ("- 12-22 07-14 - - - -", "- - - 12-22 07-14 20-22 -", "- 12-21 07-14 20-23 - - -"):
        roster = kari(line, agreements=agreed, tariff=Tariff.KS_HTA)
        for rule in ("daily-rest", "compensating-rest"):
            refused(rule, roster)


def test_a_rest_that_an_agreement_inside_the_plan_shortens_is_given_back():
    agreed = (short_rest(valid_from=date(2027, 1, 13)),)

    def make(by: int) -> Roster:
        line = f"- - 08-22 07-15 {shift(4 * HOUR - by, 2 * HOUR)} - -"
        return kari(line, agreements=agreed, tariff=Tariff.KS_HTA)

    assert at_the_edge("compensating-rest", make, 0, 60) == 1
