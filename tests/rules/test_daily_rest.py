"""Daily rest at its edges: aml § 10-8 (1) and (3), D9, D12, D22, D25."""

from datetime import date

from roster.domain.finding import Verdict
from roster.domain.kinds import Employer, Tariff
from roster.rules.daily_rest import check
from tests.rules.builders import fine, roster_of, seen, short_rest

BREACH, NEEDS, CONSIDER = Verdict.BREACH, Verdict.NEEDS_AGREEMENT, Verdict.CONSIDER


def test_eleven_hours_between_evening_and_morning_are_enough() -> None:
    assert fine(check, roster_of(kari="14-22 09-16 - - - - -")) == [(660, 660)]


def test_a_minute_less_than_eleven_hours_is_a_breach() -> None:
    assert seen(check, roster_of(kari="14-22 08.59-16 - - - - -")) == [(BREACH, 659, 660)]


def test_short_rest_needs_an_agreement_where_a_tariff_agreement_binds() -> None:
    assert seen(check, roster_of(tariff=Tariff.KS_HTA, kari="14-22 08.59-16 - - - - -")) == [(NEEDS, 659, 660)]


def test_under_the_floor_of_eight_hours_no_local_agreement_helps() -> None:
    assert seen(check, roster_of(tariff=Tariff.KS_HTA, kari="14-23 06.59-12 - - - - -")) == [(BREACH, 479, 660)]


def test_an_agreement_with_the_reps_shortens_the_rest_to_what_it_says() -> None:
    agreed = {"tariff": Tariff.KS_HTA, "agreements": (short_rest(),)}
    assert fine(check, roster_of(kari="14-22 07-15 - - - - -", **agreed)) == [(540, 540)]
    assert seen(check, roster_of(kari="14-22 06.59-15 - - - - -", **agreed)) == [(NEEDS, 539, 540)]


def test_an_intended_agreement_must_be_signed() -> None:
    agreed = {"tariff": Tariff.KS_HTA, "agreements": (short_rest(signed=None, use_unsigned=True),)}
    roster = roster_of(kari="14-22 07-15 - - - - -", **agreed)
    assert seen(check, roster) == [(NEEDS, 540, 540)]
    assert next(iter(check(roster))).facts["agreement"] == "A1"


def test_reps_of_a_private_person_can_not_shorten_the_rest() -> None:
    roster = roster_of(
        employer=Employer.PRIVATPERSON, tariff=Tariff.OWN, agreements=(short_rest(),), kari="14-22 07-15"
    )
    assert seen(check, roster) == [(BREACH, 540, 660)]


def test_a_split_day_rests_between_the_last_work_of_one_day_and_the_first_of_the_next() -> None:
    assert fine(check, roster_of(kari="08-11+18.30-21 08-11+18.30-21 - - - - -")) == [(660, 660)]


def test_a_split_day_a_quarter_longer_is_a_breach_told_once() -> None:
    assert seen(check, roster_of(kari="08-11+18.30-21.15 08-11 - - - - -")) == [(BREACH, 645, 660)]


def test_rest_inside_a_split_day_is_not_daily_rest_when_the_night_is_longer() -> None:
    assert seen(check, roster_of(kari="07-10+16-22 07-10 - - - - -")) == [(BREACH, 540, 660)]


def test_a_shift_of_thirteen_hours_leaves_eleven_and_a_minute_more_does_not() -> None:
    assert fine(check, roster_of(kari="08-21 - - - - - -")) == [(660, 660)]
    assert seen(check, roster_of(kari="08-21.01 - - - - - -")) == [(BREACH, 659, 660)]


def test_rest_over_midnight_and_over_the_cut_of_the_week() -> None:
    assert fine(check, roster_of(kari="- - - - - - 14-22 | 09-16 - - - - - -")) == [(660, 660)]
    assert seen(check, roster_of(kari="- - - - - - 14-22 | 08.59-16 - - - - - -")) == [(BREACH, 659, 660)]


def test_the_spring_night_is_an_hour_shorter_but_the_clock_shows_eleven() -> None:
    saturday = date(2027, 3, 27)
    assert saturday.weekday() == 5
    roster = roster_of(start=date(2027, 3, 22), kari="- - - - - 12-22 09-16")
    assert seen(check, roster) == [(CONSIDER, 600, 660)]


def test_the_autumn_night_gives_the_hour_back() -> None:
    autumn = date(2027, 10, 25)
    assert fine(check, roster_of(start=autumn, kari="- - - - - 15-22 08-16")) == [(660, 660)]
    assert seen(check, roster_of(start=autumn, kari="- - - - - 15-22 07.59-16")) == [(BREACH, 659, 660)]


def test_rest_is_measured_from_work_before_the_plan() -> None:
    assert seen(check, roster_of(before={"kari": "14-22"}, kari="08.59-16 - - - - - -")) == [(BREACH, 659, 660)]
    assert fine(check, roster_of(before={"kari": "14-22"}, kari="09-16 - - - - - -")) == [(660, 660)]


def test_an_old_breach_is_told_as_before_the_plan() -> None:
    roster = roster_of(before={"kari": "14-22 08-16 -"}, kari="- 09-16 - - - - -")
    found = [one for one in check(roster) if one.verdict is not Verdict.OK]
    assert [(one.verdict, one.measured, one.before) for one in found] == [(CONSIDER, 600, True)]


def test_an_old_window_that_was_short_already_binds_no_more_than_it_was() -> None:
    roster = roster_of(before={"kari": "08-22"}, kari="09-16 - - - - - -")
    found = [one for one in check(roster) if one.verdict is not Verdict.OK]
    assert [(one.verdict, one.before) for one in found] == [(CONSIDER, True)]


def test_the_last_shift_of_a_cycle_meets_the_first() -> None:
    assert seen(check, roster_of(cycle=True, kari="08.59-16 - - - - - 14-22")) == [(BREACH, 659, 660)]
    assert fine(check, roster_of(cycle=True, kari="09-16 - - - - - 14-22")) == [(660, 660)]


def test_a_short_piece_of_work_inside_a_long_one_does_not_end_it() -> None:
    assert seen(check, roster_of(kari="08-20+09-10 06.59-14 - - - - -")) == [(BREACH, 659, 660)]


def test_who_works_nothing_has_nothing_to_measure() -> None:
    assert fine(check, roster_of(kari="- - - - - - -")) == [(None, 660)]
