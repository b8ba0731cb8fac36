"""What work costs: exact in øre, months and people add up to the plan, and a missing rate is named, never guessed."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.assistant import Credit, PaidOff
from roster.domain.kinds import Because, Form, OffCode, Tariff
from roster.domain.rates import SUPPLEMENTS, Amount, PayKind, PayRates, rates_on
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.rules.cost import Missing, cost_of, cost_of_shift
from roster.rules.pay import paid_shifts
from roster.wording.cost_words import about_kinds, assumptions
from tests.rules.builders import roster_of

NEW_YEAR = date(2027, 1, 1)
KS = Tariff.KS_HTA


def kr(text: str) -> Amount:
    return Amount(Decimal(text))


def share(text: str, thirds: int = 0) -> Amount:
    return Amount(Decimal(text), True, thirds)


def rates(hourly: str = "200.00", **more: Any) -> PayRates:
    nothing = kr("0")
    said = {"evening_night": nothing, "weekend": nothing, "holiday": nothing, **more}
    return PayRates(**{"first": NEW_YEAR, "hourly": Decimal(hourly), **said})


def priced(*of: PayRates, **given: Any) -> Roster:
    return roster_of(**{"tariff": KS, **given}, brief={"rates": of})


def test_hours_times_rate_with_supplements_on_top() -> None:
    """A Saturday evening 15-23: 8 hours of 200, 6 of them with 60, all with 57."""
    roster = priced(rates(evening_night=kr("60"), weekend=kr("57")), kari="- - - - - E -")
    assert cost_of(roster).kroner == Decimal("2416.00")


def test_a_third_of_a_percent_is_a_third() -> None:
    """133 1/3 % of 187.50 for 8 hours of Ascension day is 2000 kroner to the øre."""
    roster = priced(rates("187.50", holiday=share("133", 1)), kari="- - - D - - -", start=date(2027, 5, 3))
    assert cost_of(roster).of(kind=PayKind.HOLIDAY) == Decimal("2000.00")


@pytest.mark.parametrize("tariff", [KS, Tariff.VIRKE_BPA, Tariff.OWN])
@pytest.mark.parametrize(("holiday", "kroner"), [("0", "456.00"), ("300", "2400.00")])
def test_a_red_sunday_has_the_supplement_of_sundays_where_that_of_holidays_is_none(
    tariff: Tariff, holiday: str, kroner: str
) -> None:
    """The first day of Whitsun, 8 hours: 57 or 300 an hour, never both and never neither (HTA 5.1.2)."""
    of = rates(weekend=kr("57"), holiday=kr(holiday))
    roster = priced(of, kari="- - - - - - D", start=date(2027, 5, 10), tariff=tariff)
    assert cost_of(roster).kroner == Decimal("1600.00") + Decimal(kroner)


def test_half_an_ore_is_rounded_up_and_each_line_by_itself() -> None:
    """8 hours of 0.000625 kr are half an øre; two people's are one each."""
    roster = priced(rates("0.000625"), kari="D - - - - - -", ola="- D - - - - -")
    assert cost_of(roster).kroner == Decimal("0.02")


def test_what_is_on_top_of_the_pay_is_told_apart() -> None:
    cost = cost_of(priced(rates(on_top=Decimal("31.5")), kari="D - - - - - -"))
    assert (cost.pay(), cost.on_top, cost.kroner) == (Decimal("1600.00"), Decimal("504.00"), Decimal("2104.00"))
    assert cost_of(priced(rates(), kari="D - - - - - -")).unsaid_on_top


def test_rates_change_on_their_day() -> None:
    old, new = rates(last=date(2027, 1, 12)), rates("210", first=date(2027, 1, 13))
    assert cost_of(priced(old, new, kari="- D D - - - -")).kroner == Decimal("3280.00")


def test_days_without_rates_are_named_and_there_is_no_amount() -> None:
    cost = cost_of(priced(rates(first=date(2027, 1, 13)), kari="D D D - - - -"))
    assert cost.kroner is None
    assert cost.missing == (Missing("kari", None, date(2027, 1, 11), date(2027, 1, 12)),)


def test_a_supplement_that_nobody_has_said_is_missing_only_where_there_are_such_hours() -> None:
    silent = rates(evening_night=None)
    assert cost_of(priced(silent, kari="T - - - - - -")).kroner == Decimal("1600.00")
    assert cost_of(priced(silent, kari="E - - - - - -")).missing == (
        Missing("kari", PayKind.EVENING_NIGHT, date(2027, 1, 11), date(2027, 1, 11)),
    )


def test_own_rates_go_before_those_for_all_and_those_of_the_agreement_before_those_of_any() -> None:
    all_of, own = rates(), rates("230", covers=("kari",))
    of_ks, of_virke = rates("220", tariff=KS), rates("240", tariff=Tariff.VIRKE_BPA)
    every = (all_of, own, of_ks, of_virke)
    assert rates_on(every, KS, "kari", NEW_YEAR) == own
    assert rates_on(every, KS, "ola", NEW_YEAR) == of_ks
    assert rates_on(every, Tariff.NONE, "ola", NEW_YEAR) == all_of
    assert rates_on(every, KS, "kari", date(2026, 12, 31)) is None


def test_a_shift_costs_more_as_merarbeid_where_the_rates_say_so() -> None:
    roster = priced(rates(extra=kr("10")), kari="D - - - - - -", people={"kari": {"percent": Decimal(50)}})
    (shift,) = roster.of("kari")
    assert cost_of_shift(roster.frame, "kari", shift).kroner == Decimal("1600.00")
    assert cost_of_shift(roster.frame, "kari", shift, beyond=True).kroner == Decimal("1680.00")
    assert cost_of_shift(priced(kari="D - - - - - -").frame, "kari", shift).kroner is None


def test_hours_off_with_pay_cost_what_an_hour_costs_and_being_sick_is_left_out() -> None:
    day = date(2027, 1, 12)
    had = {"paid_off": (PaidOff(day, OffCode.RED_DAY, 90),), "credits": (Credit(day, 60, Because.SICK),)}
    cost = cost_of(priced(rates(evening_night=kr("60")), kari="D - - - - - -", people={"kari": had}))
    assert cost.kroner == Decimal("1900.00")
    assert cost.minutes() == 480


def test_a_holiday_supplement_that_is_taken_as_time_off_is_not_paid_in_money_too() -> None:
    """Ascension day gives 8 hours with the supplement: 10:40 off, of which 8:00 are taken for 6 of them (F4)."""
    of, line = rates("187.50", holiday=share("133", 1)), "- - - D - - - | - - - - - - -"
    paid_out = priced(of, kari=line, start=date(2027, 5, 3))
    off = PaidOff(date(2027, 5, 11), OffCode.SUPPLEMENT, 480)
    taken = priced(of, kari=line, start=date(2027, 5, 3), people={"kari": {"paid_off": (off,)}})
    assert cost_of(paid_out).of(kind=PayKind.HOLIDAY) == Decimal("2000.00")
    assert cost_of(taken).of(kind=PayKind.HOLIDAY) == Decimal("500.00")
    assert cost_of(taken).kroner == cost_of(paid_out).kroner
    other = priced(
        of, kari=line, start=date(2027, 5, 3), people={"kari": {"paid_off": (replace(off, code=OffCode.REPLACED),)}}
    )
    before = priced(
        of, kari=line, start=date(2027, 5, 3), people={"kari": {"paid_off": (replace(off, day=date(2027, 5, 5)),)}}
    )
    for one in (other, before):
        assert cost_of(one).of(kind=PayKind.HOLIDAY) == Decimal("2000.00")


@pytest.mark.parametrize("cycle", [False, True])
def test_months_and_people_add_up_to_the_plan(cycle: bool) -> None:
    """A cycle has days of its own, none of them red."""
    odd = rates(
        "201.37", evening_night=kr("61.11"), weekend=share("28.5"), holiday=share("133", 1), on_top=Decimal("27.3")
    )
    roster = priced(
        odd,
        kari="E L - H - - N | D - E - - - -",
        ola="- N - - - E L | - - D - - E -",
        start=date(2027, 1, 25),
        cycle=cycle,
    )
    cost = cost_of(roster)
    assert cost.kroner == sum(cost.of(month=month) for month in cost.months) == cost.of("kari") + cost.of("ola")
    assert cost.kroner == sum(cost.of(kind=kind) for kind in cost.kinds)
    assert cost.kroner == cost.pay() + cost.on_top
    assert cost.minutes() == sum(one.paid for who in ("kari", "ola") for one in paid_shifts(roster, who))


@pytest.mark.parametrize(
    ("tariff", "said"), [(KS, "for hele timen, selv om"), (Tariff.VIRKE_BPA, "for det som betales av den, 20 minutter")]
)
def test_it_is_told_what_resting_time_carries(tariff: Tariff, said: str) -> None:
    given: dict[str, Any] = {"tariff": tariff, "settings": Settings(resting_paid=20)}
    roster = priced(kari="H - - - - - -", **given)
    assert said in "".join(about_kinds(roster, [PayKind.RESTING, PayKind.EVENING_NIGHT]))
    assert "hvilende" not in "".join(about_kinds(roster, [PayKind.RESTING]))


def test_merarbeid_of_a_turn_that_is_only_begun_is_told_to_be_over_all_of_it() -> None:
    roster = priced(kari="D D D D D - -")
    period = replace(roster.frame.brief.period, form=Form.CYCLE, weeks=8)
    begun = replace(roster, frame=replace(roster.frame, brief=replace(roster.frame.brief, period=period)))
    assert "i snitt over 8 uker" in about_kinds(begun, [PayKind.EXTRA])[0]


def test_rates_that_change_at_midnight_are_said_to_be_those_of_the_start() -> None:
    new = rates("210", first=date(2027, 1, 12))
    for every, said in (((rates(), new), True), ((rates(),), False)):
        roster = priced(*every, kari="N - - - - - -")
        assert cost_of(roster).kroner == Decimal("1600.00")
        assert any("over midnatt" in one for one in assumptions(roster, cost_of(roster))) is said


def test_rates_for_somebody_who_is_not_there_are_told() -> None:
    """In a file of rates nothing else says that A9 is nobody here."""
    for who, said in (("A9", True), ("kari", False)):
        roster = priced(rates(), rates("230", covers=(who,)), kari="D - - - - - -")
        assert any("A9, som ikke er i turnusen" in one for one in assumptions(roster, cost_of(roster))) is said


AMOUNTS = st.decimals("0", "999.99", places=2)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["-", "D", "E", "N", "H"]), min_size=7, max_size=14),
    AMOUNTS,
    AMOUNTS,
    AMOUNTS,
    st.decimals("0", "200", places=2),
)
def test_the_cost_is_what_a_payslip_reckoned_by_hand_comes_to(
    days: list[str], hourly: Decimal, evening: Decimal, weekend: Decimal, holiday: Decimal
) -> None:
    of = rates(str(hourly), evening_night=Amount(evening), weekend=Amount(weekend), holiday=Amount(holiday, True))
    roster = priced(of, kari=" ".join(days), start=date(2027, 3, 22))
    hours: Counter[tuple[int, PayKind]] = Counter()
    for one in paid_shifts(roster, "kari"):
        for kind, minutes in one.minutes.items():
            hours[one.day.month, kind] += minutes
    by_hand = Decimal(0)
    for (_, kind), minutes in hours.items():
        more = {PayKind.EVENING_NIGHT: evening, PayKind.WEEKEND: weekend, PayKind.HOLIDAY: hourly * holiday / 100}
        kroner = Fraction(more[kind] if kind in SUPPLEMENTS else hourly) * minutes / 60
        by_hand += (Decimal(kroner.numerator) / Decimal(kroner.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    found = cost_of(roster).kroner
    assert found == by_hand
    assert found is not None
    assert found.as_tuple().exponent == -2 or not found
