"""Hours per day, week and period at their edges: aml §§ 10-4, 10-5, 10-6 (8), (9)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from roster.domain.assistant import Hours, OtherWork
from roster.domain.brief import Balances
from roster.domain.days import When
from roster.domain.finding import Verdict
from roster.domain.help_needed import Part
from roster.domain.kinds import Elsewhere, Employer, Party, Tariff
from roster.domain.settings import Settings
from roster.rules import average_8_weeks, hours_average, hours_day, hours_week, numbers, single_week, total_hours
from roster.rules.windows import weeks_before
from tests.rules.builders import agreement, fine, individual, kind_of, roster_of, seen, short_rest, with_reps

BREACH, NEEDS, CONSIDER = Verdict.BREACH, Verdict.NEEDS_AGREEMENT, Verdict.CONSIDER
BOUND: dict[str, Any] = {"tariff": Tariff.KS_HTA}


@pytest.mark.parametrize(
    ("line", "given", "expected"),
    [
        ("08-17 - - - - - -", {}, []),
        ("08-17.01 - - - - - -", {}, [(NEEDS, 541, 540)]),
        ("08-18 - - - - - -", {}, [(NEEDS, 600, 540)]),
        ("08-18.01 - - - - - -", {}, [(BREACH, 601, 540)]),
        ("08-18.01 - - - - - -", BOUND, [(NEEDS, 601, 540)]),
        ("08-20.31 - - - - - -", BOUND, [(BREACH, 751, 540)]),
        ("08-18 - - - - - -", {"agreements": (individual(),)}, []),
        ("08-18.01 - - - - - -", {"agreements": (individual(),)}, [(BREACH, 601, 600)]),
        ("08-20.30 - - - - - -", {"agreements": (with_reps(),), **BOUND}, []),
        ("08-20.31 - - - - - -", {"agreements": (with_reps(),), **BOUND}, [(BREACH, 751, 750)]),
        ("08-12+14-19 - - - - - -", {}, []),
        ("08-12+14-19.01 - - - - - -", {}, [(NEEDS, 541, 540)]),
    ],
)
def test_hours_of_a_day_at_their_edge(line: str, given: dict[str, Any], expected: list[object]) -> None:
    assert seen(hours_day.check, roster_of(kari=line, **given)) == expected


def test_a_night_counts_whole_on_the_day_it_starts() -> None:
    assert fine(hours_day.check, roster_of(kari="22-07 22-07 - - - - -")) == [(540, 540)]


def test_shifts_that_touch_are_one_period_also_over_midnight() -> None:
    assert seen(hours_day.check, roster_of(kari="18-24 00-06 - - - - -")) == [(BREACH, 720, 540)]
    assert seen(hours_day.check, roster_of(kari="18-24 00.01-06 - - - - -")) == []


def test_a_period_that_began_before_the_plan_is_measured_whole() -> None:
    assert seen(hours_day.check, roster_of(before={"kari": "18-24"}, kari="00-06")) == [(BREACH, 720, 540)]


def test_the_night_the_clock_goes_back_is_to_be_considered() -> None:
    autumn = date(2027, 10, 25)
    assert seen(hours_day.check, roster_of(start=autumn, kari="- - - - - 22-07 -")) == [(CONSIDER, 600, 540)]


def test_the_night_the_clock_goes_forward_is_shorter() -> None:
    assert fine(hours_day.check, roster_of(start=date(2027, 3, 22), kari="- - - - - 22-08 -")) == [(540, 540)]


def test_an_individual_agreement_without_hours_a_day_gives_none() -> None:
    silent = individual(hours={"single_week_h": 50})
    assert seen(hours_day.check, roster_of(agreements=(silent,), kari="08-18 - - - - - -")) == [(NEEDS, 600, 540)]


def test_passive_duty_lengthens_the_day_by_two_hours() -> None:
    assert fine(hours_day.check, roster_of(kari="H - - - - - -")) == [(600, 660)]


@pytest.mark.parametrize(
    ("line", "given", "expected"),
    [
        ("D D D D D - -", {}, []),
        ("D D D D 08-16.01 - -", {}, [(NEEDS, 2401, 2400)]),
        ("09-19 09-19 09-19 09-19 09-19 - -", {}, [(NEEDS, 3000, 2400)]),
        ("09-19 09-19 09-19 09-19 09-19.01 - -", {}, [(BREACH, 3001, 2400)]),
        ("09-19 09-19 09-19 09-19 09-19.01 - -", BOUND, [(NEEDS, 3001, 2400)]),
        ("D D D D 08-16.01 - -", {"agreements": (individual(),)}, []),
    ],
)
def test_hours_of_a_week_without_averaging(line: str, given: dict[str, Any], expected: list[object]) -> None:
    assert seen(hours_week.check, roster_of(kari=line, **given)) == expected


def test_every_third_sunday_makes_the_week_thirty_eight_hours() -> None:
    line = "D D D D 08-14 - - | D D D D 08-14 - - | D D D - - - 08-20"
    assert fine(hours_week.check, roster_of(kari=line)) == [(2280, 2280)]
    assert seen(hours_week.check, roster_of(kari=line.replace("08-14", "08-14.01", 1))) == [(NEEDS, 2281, 2280)]


def test_with_few_sundays_in_sight_over_thirty_eight_is_to_be_considered() -> None:
    assert seen(hours_week.check, roster_of(kari="D D D D - - 08-14.01")) == [(CONSIDER, 2281, 2400)]


def test_a_shift_over_the_cut_of_the_week_counts_where_it_starts_and_the_split_is_considered() -> None:
    line = "- - - - - - - | - - - - - - 22-07 | D D D D D - - | - - - - - - -"
    assert seen(hours_week.check, roster_of(kari=line)) == [(CONSIDER, 2400, 2400)]


def test_the_hour_the_clock_gives_is_to_be_considered() -> None:
    line = "- - - - - - - | - - - - - - - | D D D D - 23-07 - | - - - - - - -"
    # 32 hours, and a night that the clock calls 8 and that lasts 9.
    assert seen(hours_week.check, roster_of(start=date(2027, 10, 11), kari=line)) == [(CONSIDER, 2460, 2400)]


@pytest.mark.parametrize(
    ("minutes", "given", "expected"),
    [
        ("10-20", {"agreements": (individual(),)}, []),
        ("10-20.01", {"agreements": (individual(),)}, [(BREACH, 3001, 3000)]),
        ("10-20.01", {"agreements": (individual(),), **BOUND}, [(NEEDS, 3001, 3000)]),
        (
            "10-20.01",
            {"agreements": (with_reps(hours={"day_h": 12.5, "single_week_h": 50}),), **BOUND},
            [(NEEDS, 3001, 3000)],
        ),
        ("10-20", {"agreements": (individual(hours={"day_h": 10}),)}, [(NEEDS, 3000, 2880)]),
        ("10-20", {}, []),
    ],
)
def test_a_single_week_under_averaging(minutes: str, given: dict[str, Any], expected: list[object]) -> None:
    line = f"10-20 10-20 10-20 10-20 {minutes} - - | - - - - - - -"
    assert seen(single_week.check, roster_of(kari=line, **given)) == expected


def test_weeks_that_rest_on_intended_averaging_wait_for_its_signature() -> None:
    intended = (individual(signed=None, use_unsigned=True),)
    roster = roster_of(agreements=intended, kari="10-20 10-20 10-20 10-20 10-20 - - | - - - - - - -")
    assert seen(hours_week.check, roster) == [(NEEDS, 3000, 3000)]
    assert seen(single_week.check, roster) == []
    roster = roster_of(agreements=intended, kari="10-20 10-20 10-20 10-20 10-20.01 - - | - - - - - - -")
    assert seen(hours_week.check, roster) == []
    assert seen(single_week.check, roster) == [(BREACH, 3001, 3000)]


EIGHT = " | ".join(["08-17.36 08-17.36 08-17.36 08-17.36 08-17.36 - -"] * 8)


def test_forty_eight_hours_over_eight_weeks_and_a_minute_more() -> None:
    assert fine(average_8_weeks.check, roster_of(kari=EIGHT)) == [(2880, 2880)]
    more = EIGHT.replace("08-17.36", "08-17.37", 1)
    assert seen(average_8_weeks.check, roster_of(kari=more)) == [(BREACH, 2881, 2880)]


def test_a_short_last_block_is_tested_over_its_own_weeks() -> None:
    line = EIGHT + " | 08-17.36 08-17.36 08-17.36 08-17.36 08-17.37 - -"
    assert seen(average_8_weeks.check, roster_of(kari=line)) == [(BREACH, 2881, 2880)]


def test_other_eight_weeks_in_a_row_are_to_be_considered() -> None:
    light, heavy = "08-16 08-16 08-16 08-16 08-16 - -", "07-17 07-17 07-17 07-17 07-17 - -"
    line = " | ".join([light] * 4 + [heavy] * 8 + [light] * 4)
    assert seen(average_8_weeks.check, roster_of(kari=line)) == [(CONSIDER, 3000, 2880)]


def test_in_a_cycle_every_eight_weeks_in_a_row_hold_forty_eight() -> None:
    light, heavy = "08-16 08-16 08-16 08-16 08-16 - -", "07-17 07-17 07-17 07-17 07-17 - -"
    line = " | ".join([heavy] * 4 + [light] * 8 + [heavy] * 4)
    found = seen(average_8_weeks.check, roster_of(cycle=True, kari=line))
    assert found
    assert found[0][0] is BREACH
    assert max(measured or 0 for _, measured, _ in found) == 3000


def test_a_cycle_shorter_than_eight_weeks_is_averaged_itself() -> None:
    line = "07-17 07-17 07-17 07-17 07-17 - - | 07-16.12 07-16.12 07-16.12 07-16.12 07-16.12 - -"
    assert fine(average_8_weeks.check, roster_of(cycle=True, kari=line)) == [(2880, 2880)]


AVERAGED: dict[str, Any] = {"agreements": (individual(averaging_weeks=4),)}
FORTY = "07-17 07-17 07-17 07-17 - - - | 07-17 07-17 07-17 07-17 - - - | 07-17 07-17 07-17 07-17 - - - |"


def test_the_average_keeps_forty_hours_and_a_minute_more_does_not() -> None:
    assert fine(hours_average.check, roster_of(kari=FORTY + "07-17 07-17 07-17 07-17 - - -", **AVERAGED)) == [
        (2400, 2400)
    ]
    line = FORTY + "07-17 07-17 07-17 07-17.01 - - -"
    assert seen(hours_average.check, roster_of(kari=line, **AVERAGED)) == [(BREACH, 2401, 2400)]


def test_every_third_sunday_averages_thirty_eight_hours() -> None:
    third = "07-17 07-17 07-17 07-17 - - - | 07-17 07-17 07-17 07-17 - - - | 07-17 07-17 07-17 - - - 07-{}"
    agreed: dict[str, Any] = {"agreements": (individual(averaging_weeks=3),)}
    assert seen(hours_average.check, roster_of(kari=third.format("11"), **agreed)) == []
    assert seen(hours_average.check, roster_of(kari=third.format("11.01"), **agreed)) == [(BREACH, 2281, 2280)]


def test_in_tredelt_turnus_the_average_and_its_compensation_are_forty_hours() -> None:
    """S = 8 red hours and N = 6 + 6 night hours in three weeks: R = (80 + 180) / 3 = 86:40 -> 38:33, capped at 38."""
    line = "D D E E - - D | N N - D D - - | D D D D - - -"
    found = list(hours_average.check(roster_of(kari=line, agreements=(individual(averaging_weeks=3),))))
    assert [one.limit for one in found] == [2280]


def test_many_nights_bring_the_average_down_to_thirty_six() -> None:
    line = "N N N - D E - | - N N N N - D | D E E - - - -"
    found = list(hours_average.check(roster_of(kari=line, agreements=(individual(averaging_weeks=3),))))
    night, red = 7 * 7, 8
    expected = max(36 * 60, 2400 - (night * 15 + red * 10) / 3)
    assert [one.limit for one in found] == [int(expected)]


def test_an_hour_of_night_on_a_sunday_is_compensated_once() -> None:
    """Three nights of 7 hours, one with 7 that are red as well and 1 red alone, three evenings with 2: R in minutes."""
    line = "D E N - D N - | N - D E N - - | D D E - - - -"
    found = list(hours_average.check(roster_of(kari=line, agreements=(individual(averaging_weeks=3),))))
    assert [one.limit for one in found] == [int(2400 - (4 * 7 * 15 + 10 + 3 * 2 * 15) / 3)]


def test_without_evenings_turnus_is_not_tredelt() -> None:
    line = "D D N - D N - | N - D D N - - | D D D - - - -"
    found = list(hours_average.check(roster_of(kari=line, agreements=(individual(averaging_weeks=3),))))
    assert [one.limit for one in found] == [2280]


def test_half_of_the_passive_time_lengthens_the_day() -> None:
    nap = replace(kind_of("08-18"), code="Q", name="Q", resting=(Part(60, 180),), passive_because="Rolig")
    assert fine(hours_day.check, roster_of(kinds=(nap,), kari="Q - - - - - -")) == [(600, 600)]


def test_passive_duty_lengthens_the_week_to_at_most_forty_eight() -> None:
    assert fine(hours_week.check, roster_of(kari="D H H H H - -")) == [(2880, 2880)]
    assert seen(hours_week.check, roster_of(kari="08-16.01 H H H H - -")) == [(NEEDS, 2881, 2880)]


def test_work_for_another_employer_that_makes_the_day_too_long_is_to_be_considered() -> None:
    def with_other(end: int) -> list[object]:
        other = OtherWork(Hours(When(frozenset({0})), 17 * 60, end), Elsewhere.OTHER)
        return [*seen(total_hours.check, roster_of(kari="D", people={"kari": {"elsewhere": (other,)}}))]

    assert with_other(22 * 60) == []
    assert with_other(22 * 60 + 1) == [(CONSIDER, 781, 780)]


def test_without_averaging_there_is_no_average_to_keep() -> None:
    assert list(hours_average.check(roster_of(kari="L L L L L - -"))) == []


def test_an_average_over_the_plan_leans_on_the_weeks_brought_along() -> None:
    brought = (Balances("kari", averaging_minutes=3 * 2400 + 60, averaging_weeks=3),)
    line = "07-17 07-17 07-17 07-16 - - -"
    assert fine(hours_average.check, roster_of(kari=line, balances=brought, **AVERAGED)) == [(2340, 2340)]
    line = "07-17 07-17 07-17 07-16.01 - - -"
    assert seen(hours_average.check, roster_of(kari=line, balances=brought, **AVERAGED)) == [(BREACH, 2341, 2340)]


def test_a_period_longer_than_the_plan_keeps_the_plan_alone() -> None:
    brought = (Balances("kari", averaging_minutes=0, averaging_weeks=4),)
    agreed: dict[str, Any] = {"agreements": (individual(averaging_weeks=12),), "balances": brought}
    assert seen(hours_average.check, roster_of(kari="07-17 07-17 07-17 07-17.01 - - -", **agreed)) == [
        (BREACH, 2401, 2400)
    ]


@pytest.mark.parametrize(
    ("line", "given", "expected"),
    [
        ("08-21 - - - - - -", {}, []),
        ("08-21.01 - - - - - -", {}, [(BREACH, 781, 780)]),
        ("08-21.01 - - - - - -", BOUND, [(NEEDS, 781, 780)]),
        ("07-23.01 - - - - - -", BOUND, [(BREACH, 961, 780)]),
        (
            "07-23 - - - - - -",
            {"agreements": (agreement("10-6 (9)", Party.REPS, hours={"total_day_h": 16}),), **BOUND},
            [],
        ),
        (
            "07-23 - - - - - -",
            {"agreements": (agreement("10-6 (9)", Party.REPS, hours={"total_day_h": 15}),), **BOUND},
            [(NEEDS, 960, 900)],
        ),
    ],
)
def test_total_hours_of_a_day(line: str, given: dict[str, Any], expected: list[object]) -> None:
    assert seen(total_hours.check, roster_of(kari=line, **given)) == expected


def test_a_week_over_sixty_nine_hours_is_a_breach_whatever_is_agreed() -> None:
    line = "08-21 08-21 08-21 08-21 08-21 08-12.0{} - | - - - - - - -"
    agreed: dict[str, Any] = {"agreements": (with_reps(),), **BOUND}
    assert seen(total_hours.check, roster_of(kari=line.format(0), **agreed)) == []
    assert seen(total_hours.check, roster_of(kari=line.format(1), **agreed)) == [(BREACH, 4141, 4140)]


def test_twelve_and_a_half_hours_lengthened_by_passive_duty_need_three_agreements() -> None:
    resting = replace(
        kind_of("H"), code="Q", name="Q", start=18 * 60, length=14 * 60 + 30, resting=(Part(60, 11 * 60),)
    )
    plain = roster_of(kinds=(resting,), kari="Q - - - - - -", **BOUND)
    assert seen(total_hours.check, plain) == [(NEEDS, 870, 780)]
    one = roster_of(kinds=(resting,), agreements=(with_reps(),), kari="Q - - - - - -", **BOUND)
    assert seen(total_hours.check, one) == [(NEEDS, 870, 780)]
    two = roster_of(kinds=(resting,), agreements=(with_reps(), short_rest()), kari="Q - - - - - -", **BOUND)
    assert seen(total_hours.check, two) == [(CONSIDER, 870, 780)]


def test_a_private_person_as_employer_has_the_regulation_of_2022_where_it_was_read() -> None:
    roster = roster_of(employer=Employer.PRIVATPERSON, kari="08-18 - - - - - -")
    (one,) = hours_day.check(roster)
    assert (one.verdict, one.basis, one.assumes) == (NEEDS, ("forskrift 2022-06-03-969 § 9",), ())
    assert one.source == numbers.household("9")
    signed = roster_of(employer=Employer.PRIVATPERSON, agreements=(individual(),), kari="08-18 - - - - - -")
    (one,) = hours_day.check(signed)
    assert (one.verdict, one.basis) == (Verdict.OK, ("forskrift 2022-06-03-969 § 9", "avtale A1"))


def test_what_was_not_read_of_it_is_as_in_the_act_and_says_so() -> None:
    (one,) = total_hours.check(roster_of(employer=Employer.PRIVATPERSON, kari="08-18 - - - - - -"))
    assert (one.basis, one.assumes) == (("aml § 10-6 (8)",), ("household-provisional",))


def test_all_hours_are_forty_eight_a_week_on_average_overtime_too() -> None:
    assert fine(total_hours.check, roster_of(kari=EIGHT)) == [(2880, 2880)]
    more = EIGHT.replace("08-17.36", "08-17.37", 1)
    assert seen(total_hours.check, roster_of(kari=more)) == [(BREACH, 2881, 2880)]


def test_eight_weeks_that_began_before_the_plan_are_to_be_considered() -> None:
    heavy, light = "07-17 07-17 07-17 07-17 07-17 - -", "08-16 08-16 08-16 08-16 08-16 - -"
    before = {"kari": " ".join([heavy] * 4)}
    line = " | ".join([heavy] * 4 + [light] * 4)
    assert seen(average_8_weeks.check, roster_of(before=before, kari=line)) == [(CONSIDER, 3000, 2880)]
    assert seen(average_8_weeks.check, roster_of(kari=line)) == []


def test_a_sunday_night_is_of_its_own_week_where_the_next_has_an_hour_less() -> None:
    spring = roster_of(start=date(2027, 3, 29), before={"kari": "N - - - - - - -"}, kari="D")
    assert weeks_before(spring, "kari") == (480, 0)


def test_other_weeks_in_a_row_than_the_period_are_to_be_considered() -> None:
    heavy, free = "08-17 08-17 08-17 08-17 08-17 - -", "- - - - - - -"
    line = " | ".join([free, heavy, heavy, free])
    two: dict[str, Any] = {"agreements": (individual(averaging_weeks=2),)}
    assert seen(hours_average.check, roster_of(kari=line, **two)) == [(CONSIDER, 2700, 2400)]
    assert seen(hours_average.check, roster_of(kari=line, cycle=True, **two)) == [(BREACH, 2700, 2400)]


def test_nights_make_the_week_shorter_however_few_sundays_are_in_sight() -> None:
    assert seen(hours_week.check, roster_of(kari="22-06 22-06 22-06 22-06 22-04.01 - -")) == [(NEEDS, 2281, 2280)]


def test_an_agreement_holds_on_its_last_day_and_not_after() -> None:
    ends: dict[str, Any] = {"agreements": (individual(valid_to=date(2027, 1, 12)),)}
    assert seen(hours_day.check, roster_of(kari="- 08-18 - - - - -", **ends)) == []
    assert seen(hours_day.check, roster_of(kari="- - 08-18 - - - -", **ends)) == [(NEEDS, 600, 540)]


def test_the_24_hours_from_a_start_are_looked_at_where_the_brief_asks_for_stricter_readings() -> None:
    line = "14.30-21.30 08.30-16 - - - - -"
    assert seen(hours_day.check, roster_of(kari=line)) == []
    strict = Settings(stricter_readings=True)
    assert seen(hours_day.check, roster_of(kari=line, settings=strict)) == [(CONSIDER, 780, 540)]


def test_an_excess_over_what_could_be_agreed_that_vanishes_by_the_clock_needs_that_agreement() -> None:
    line = "- - - - - 20.59-06 -"
    assert seen(hours_day.check, roster_of(start=date(2027, 10, 25), kari=line)) == [(NEEDS, 601, 540)]


def test_arbeidstilsynet_may_consent_to_longer_days_of_passive_duty() -> None:
    consent: dict[str, Any] = {"agreements": (agreement("10-4 (2)", Party.AUTHORITY, hours={"day_h": 13}),)}
    long = replace(kind_of("H"), code="Q", name="Q", start=19 * 60, length=13 * 60, resting=(Part(60, 600),))
    assert fine(hours_day.check, roster_of(kinds=(long,), kari="Q - - - - - -", **consent)) == [(780, 780)]
    assert seen(hours_day.check, roster_of(kinds=(long,), kari="Q - - - - - -")) == [(BREACH, 780, 660)]
    assert seen(hours_day.check, roster_of(kari="08-17.01 - - - - - -", **consent)) == [(NEEDS, 541, 540)]
