"""Rest given back hour for hour: aml § 10-8 (3)."""

from roster.domain.finding import Verdict
from roster.domain.kinds import Tariff
from roster.rules.compensating_rest import check
from tests.rules.builders import Roster, fine, roster_of, seen, short_rest


def agreed(line: str, **given: object) -> Roster:
    return roster_of(tariff=Tariff.KS_HTA, agreements=(short_rest(),), kari=line, **given)  # type: ignore[arg-type]


def test_without_an_agreement_the_rule_is_silent() -> None:
    assert list(check(roster_of(kari="14-22 07-15 - - - - -"))) == []


def test_nine_hours_are_paid_back_with_thirteen() -> None:
    assert fine(check, agreed("14-22 07-15 04-12 - - - -")) == [(780, 780)]


def test_a_minute_less_than_what_is_owed_is_a_breach() -> None:
    assert seen(check, agreed("14-22 07-15 03.59-12 - - - -")) == [(Verdict.BREACH, 779, 780)]


def test_a_pause_shorter_than_the_rest_agreed_on_is_no_rest() -> None:
    assert fine(check, agreed("08-11+18-21 08-16 - - - - -")) == [(None, 660)]


def test_the_rest_after_the_last_shift_is_not_known() -> None:
    assert fine(check, agreed("14-22 07-15 - - - - -")) == [(None, 660)]


def test_a_short_rest_over_the_border_is_paid_back_in_the_plan() -> None:
    assert seen(check, agreed("07-15 03.59-12 - - - - -", before={"kari": "14-22"})) == [(Verdict.BREACH, 779, 780)]


def test_a_cycle_pays_back_across_its_end() -> None:
    assert seen(check, agreed("03.59-12 - - - - 14-22 07-15", cycle=True)) == [(Verdict.BREACH, 779, 780)]
    assert fine(check, agreed("04-12 - - - - 14-22 07-15", cycle=True)) == [(780, 780)]


WEEK = "16-21 08-16 08-16 08-16 08-16 08-16 {} "
"""A week whose one rest begins on Saturday at 16."""


def test_a_short_weekly_rest_before_the_plan_is_to_be_given_back_in_its_first_week() -> None:
    """29 hours to Sunday at 21 and then 41, or a minute less; or 29 in a week that had 40 besides."""
    before = {"kari": WEEK.format("21-23")}
    after = WEEK.format("-") + "{} - - - - - -"
    assert (2460, 2460) in fine(check, agreed(after.format("09-16"), before=before))
    assert seen(check, agreed(after.format("08.59-16"), before=before)) == [(Verdict.CONSIDER, 2459, 2460)]
    rested = {"kari": "16-21 08-16 08-16 - 08-16 08-16 21-23"}
    assert seen(check, agreed(after.format("08.59-16"), before=rested)) == []


def test_a_rest_over_the_border_that_the_first_week_needs_is_no_short_one_of_the_week_before() -> None:
    """That had 34 hours of its own besides, and of the 60 over the border only half."""
    before = {"kari": "08-16 08-16 08-10 20-21 08-16 08-16 -"}
    assert seen(check, agreed("- 04-12 08-16 08-16 08-16 08-16 08-16", before=before)) == []
