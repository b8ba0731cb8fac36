"""Agreements widen what they may and nothing else: D4 to D6."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.brief import Agreement, Brief
from roster.domain.finding import Verdict
from roster.domain.kinds import Employer, Party, Tariff
from roster.rules.agreement_valid import check
from roster.rules.agreements import Flaw, flaws
from roster.rules.in_force import Ground
from roster.rules.terms import terms
from tests.rules.builders import agreement, fine, individual, roster_of, seen, short_rest, with_reps

BOUND = Tariff.KS_HTA


def brief(*agreements: Agreement, **given: Any) -> Brief:
    return roster_of(kari="-", ola="-", agreements=agreements, **given).frame.brief


@pytest.mark.parametrize(
    ("made", "tariff", "flaw"),
    [
        (individual(), Tariff.NONE, None),
        (individual(party=Party.REPS), BOUND, Flaw.PARTY),
        (with_reps(), BOUND, None),
        (with_reps(), Tariff.NONE, Flaw.TARIFF),
        (with_reps(party=Party.INDIVIDUAL), BOUND, Flaw.PARTY),
        (with_reps(valid_from=date(2027, 1, 11)), BOUND, None),
        (with_reps(valid_from=date(2027, 1, 12)), BOUND, Flaw.NOT_YET),
        (with_reps(valid_to=date(2027, 1, 17)), BOUND, None),
        (with_reps(valid_to=date(2027, 1, 16)), BOUND, Flaw.EXPIRED),
        (with_reps(averaging_weeks=53), BOUND, Flaw.WEEKS),
        (with_reps(averaging_weeks=None), BOUND, Flaw.NO_WEEKS),
        (with_reps(hours={"day_h": 12.75}), BOUND, Flaw.ABOVE),
        (individual(hours={"day_h": 10.25}), Tariff.NONE, Flaw.ABOVE),
        (individual(hours={"single_week_h": 50.5}), Tariff.NONE, Flaw.ABOVE),
        (short_rest(hours={"daily_rest_h": 8}), BOUND, None),
        (short_rest(hours={"daily_rest_h": 7.75}), BOUND, Flaw.ABOVE),
        (short_rest(hours={"weekly_rest_h": 27}), BOUND, Flaw.ABOVE),
        (short_rest(hours={}), BOUND, Flaw.NO_VALUE),
        (short_rest(compensating_rest=False), BOUND, Flaw.NO_COMPENSATION),
        (agreement("10-12 (4)", Party.REPS, hours={"day_h": 14}), BOUND, Flaw.PARTY),
        (agreement("10-12 (4)", Party.UNION, hours={"day_h": 14}), BOUND, None),
        (agreement("14-9", Party.UNION), BOUND, Flaw.UNKNOWN),
        (agreement("10-4 (2)", Party.AUTHORITY, hours={"day_h": 13}), Tariff.NONE, None),
        (agreement("10-4 (2)", Party.AUTHORITY, hours={"day_h": 13.5}), Tariff.NONE, Flaw.ABOVE),
        (agreement("10-4 (2)", Party.REPS, hours={"day_h": 13}), BOUND, Flaw.PARTY),
        (agreement("10-4 (3)", Party.REPS), BOUND, None),
        (agreement("10-4 (3)", Party.INDIVIDUAL), BOUND, Flaw.PARTY),
        (agreement("10-8 (4)", Party.INDIVIDUAL, averaging_weeks=26), Tariff.NONE, None),
        (agreement("10-8 (4)", Party.INDIVIDUAL, averaging_weeks=27), Tariff.NONE, Flaw.WEEKS),
        (agreement("10-11 (1)", Party.REPS, hours={"night_from": 22, "night_to": 6}), BOUND, None),
        (agreement("10-11 (1)", Party.REPS, hours={"night_from": 0, "night_to": 8}), BOUND, None),
        (agreement("10-11 (1)", Party.REPS, hours={"night_from": 22, "night_to": 6}), Tariff.NONE, Flaw.TARIFF),
        (agreement("10-11 (1)", Party.INDIVIDUAL, hours={"night_from": 22, "night_to": 6}), BOUND, Flaw.PARTY),
        (agreement("10-11 (1)", Party.REPS, hours={"night_from": 22.25, "night_to": 6}), BOUND, Flaw.NIGHT),
        (agreement("10-11 (1)", Party.REPS, hours={"night_from": 21, "night_to": 5}), BOUND, Flaw.NIGHT),
        (agreement("10-11 (1)", Party.REPS, hours={"night_from": 0.5, "night_to": 9}), BOUND, Flaw.NIGHT),
        (agreement("10-11 (1)", Party.REPS, hours={"night_from": 22}), BOUND, Flaw.NIGHT),
        (agreement("10-11 (1)", Party.REPS), BOUND, Flaw.NO_VALUE),
        (agreement("10-11 (4)", Party.REPS), BOUND, None),
        (agreement("10-11 (9)", Party.REPS, hours={"night_day_h": 9}), BOUND, None),
        (agreement("10-11 (9)", Party.REPS), BOUND, Flaw.NO_VALUE),
        (agreement("10-12 (3)", Party.REPS), Tariff.NONE, None),
        (agreement("10-12 (5)", Party.REPS, hours={"majority_bound": 1}), BOUND, None),
        (agreement("10-12 (5)", Party.REPS, hours={"majority_bound": 0}), BOUND, Flaw.NO_MAJORITY),
        (agreement("10-12 (6)", Party.AUTHORITY), Tariff.NONE, None),
        (agreement("10-12 (7)", Party.AUTHORITY, hours={"daily_rest_h": 6}), Tariff.NONE, None),
        (agreement("10-12 (4)", Party.UNION, hours={"day_h": 14}, compensating_rest=False), BOUND, None),
        (
            agreement("10-12 (4)", Party.UNION, hours={"night_day_h": 9}, compensating_rest=False),
            BOUND,
            Flaw.NO_COMPENSATION,
        ),
        (agreement("aml § 10-8(3)", Party.REPS, hours={"daily_rest_h": 9}), BOUND, None),
    ],
)
def test_what_keeps_an_agreement_from_widening_the_law(made: Agreement, tariff: Tariff, flaw: Flaw | None) -> None:
    assert list(flaws(brief(made, tariff=tariff), made)) == ([flaw] if flaw else [])


def test_an_agreement_holds_for_those_it_covers() -> None:
    made = brief(individual(covers=("kari",)))
    assert terms(made, "kari").day.amount == 600
    assert terms(made, "ola").day.amount == 540


def test_a_majority_that_is_bound_lets_what_the_reps_signed_hold_for_all() -> None:
    bound = {"day_h": 12.5, "week_h": 48, "single_week_h": 54, "majority_bound": 1}
    assert terms(brief(with_reps(covers=("kari",), hours=bound), tariff=BOUND), "ola").day.amount == 750
    alone = {"day_h": 10, "week_h": 48, "single_week_h": 50, "majority_bound": 1}
    assert terms(brief(individual(covers=("kari",), hours=alone)), "ola").day.amount == 540


def test_a_union_gives_a_long_day_without_averaging() -> None:
    agreed = agreement("10-12 (4)", Party.UNION, hours={"day_h": 24, "total_day_h": 24})
    made = terms(brief(agreed, tariff=BOUND), "kari")
    assert (made.day.amount, made.total_day.amount, made.averaging_weeks) == (1440, 1440, None)


def test_what_the_authority_allows_in_all_is_its_day() -> None:
    hours = {"total_day_h": 13, "week_h": 48}
    consent = agreement("10-5 (3)", Party.AUTHORITY, hours=hours, averaging_weeks=26)
    assert terms(brief(consent), "kari").day.amount == 780


def test_the_night_is_laid_where_the_reps_agreed() -> None:
    agreed = agreement("10-11 (1)", Party.REPS, hours={"night_from": 22, "night_to": 6})
    assert terms(brief(agreed, tariff=BOUND), "kari").night == (1320, 360)
    assert terms(brief(), "kari").night == (1260, 360)
    assert terms(brief(employer=Employer.PRIVATPERSON), "kari").night == (1380, 360)


def test_an_agreement_is_judged_on_the_days_on_which_somebody_it_covers_works() -> None:
    until = individual(valid_to=date(2027, 1, 12))
    assert fine(check, roster_of(agreements=(until,), kari="07-17 07-17 - - - - -")) == [(0, 0)]
    assert seen(check, roster_of(agreements=(until,), kari="07-17 - 08-16 - - - -")) == [(Verdict.CONSIDER, 1, 0)]
    assert seen(check, roster_of(agreements=(until,), kari="- - 07-17 - - - -")) == [(Verdict.BREACH, 1, 0)]
    since = individual(valid_from=date(2027, 1, 12))
    assert fine(check, roster_of(agreements=(since,), kari="08-16 07-17 - - - - -")) == [(0, 0)]
    assert seen(check, roster_of(agreements=(since,), kari="07-17 07-17 - - - - -")) == [(Verdict.BREACH, 1, 0)]
    others = individual(valid_to=date(2027, 1, 12), covers=("ola",))
    assert fine(check, roster_of(agreements=(others,), kari="- - 08-16 - - - -", ola="08-16 - - - - - -")) == [(0, 0)]


def test_a_value_that_is_not_given_stays_the_laws() -> None:
    made = terms(brief(individual(hours={"day_h": 10})), "kari")
    assert made.week is not None
    assert (made.day.amount, made.week.amount, made.averaging_weeks) == (600, 2880, 52)


def test_a_lower_value_than_the_paragraph_allows_is_the_limit() -> None:
    made = terms(brief(individual(hours={"day_h": 9.5, "week_h": 45, "single_week_h": 47})), "kari")
    assert made.week is not None
    assert (made.day.amount, made.week.amount, made.week_average.amount) == (570, 2820, 2700)


def test_the_agreement_with_the_longest_day_holds_as_a_whole() -> None:
    both = brief(individual(id="I"), with_reps(id="R", averaging_weeks=12), tariff=BOUND)
    made = terms(both, "kari")
    assert (made.day.amount, made.averaging_weeks, made.day.basis) == (750, 12, ("aml § 10-5 (2)", "avtale R"))


def test_an_unsigned_agreement_counts_only_where_the_brief_lets_it() -> None:
    intended = brief(individual(signed=None))
    assert terms(intended, "kari").day.amount == 540
    used = brief(individual(signed=None, use_unsigned=True))
    assert terms(used, "kari").day.amount == 600
    assert terms(used, "kari").day.unsigned == ("A1",)
    assert terms(used, "kari", Ground.SIGNED).day.amount == 540


def test_what_could_be_agreed_depends_on_the_employer() -> None:
    def reach(**given: Any) -> tuple[int, int]:
        made = terms(brief(**given), "kari", Ground.REACH)
        return made.day.amount, made.daily_rest.amount

    assert reach() == (600, 660)
    assert reach(tariff=BOUND) == (750, 480)
    assert reach(tariff=BOUND, employer=Employer.PRIVATPERSON) == (600, 660)


def test_terms_name_the_law_and_what_could_give_more() -> None:
    owed = terms(brief(), "kari").daily_rest
    assert owed.basis == ("aml § 10-8 (1)",)
    assert "aml § 10-8 (3) med tillitsvalgte (krever tariffavtale)" in owed.could


@pytest.mark.parametrize(
    ("made", "named"),
    [
        (with_reps(hours={"day_h": 10}), True),
        (with_reps(hours={"day_h": 12.5}), False),
    ],
)
def test_an_agreement_that_gives_less_than_it_could_is_named_as_a_way_to_more(made: Agreement, named: bool) -> None:
    owed = terms(brief(made, tariff=BOUND), "kari").day
    assert ("aml § 10-5 (2) med tillitsvalgte" in owed.could) is named
    assert "aml § 10-5 (1) med den enkelte" not in owed.could
    assert "aml § 10-12 (4) med fagforening med innstillingsrett" in owed.could


def test_compensating_rest_is_owed_where_an_agreement_shortens_the_rest() -> None:
    assert terms(brief(short_rest(), tariff=BOUND), "kari").compensating
    assert not terms(brief(), "kari").compensating


def test_a_faulty_agreement_is_a_breach_only_where_the_roster_rests_on_it() -> None:
    wrong = (with_reps(),)
    assert seen(check, roster_of(agreements=wrong, kari="D")) == [(Verdict.CONSIDER, 1, 0)]
    assert seen(check, roster_of(agreements=wrong, kari="L")) == [(Verdict.BREACH, 1, 0)]
    elsewhere = (with_reps(covers=("ola",)),)
    assert seen(check, roster_of(agreements=elsewhere, kari="L", ola="D")) == [(Verdict.CONSIDER, 1, 0)]


def test_a_good_agreement_is_in_order_and_one_only_intended_is_said() -> None:
    assert fine(check, roster_of(agreements=(individual(),), kari="D")) == [(0, 0)]
    assert seen(check, roster_of(agreements=(individual(signed=None),), kari="D")) == [(Verdict.CONSIDER, 0, 0)]


def test_hours_given_in_parts_are_exact_minutes() -> None:
    made = terms(brief(individual(hours={"day_h": 9.75, "week_h": 47.5})), "kari")
    assert (made.day.amount, made.week_average.amount) == (585, Decimal("47.5") * 60)
