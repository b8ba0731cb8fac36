"""Paid minutes by kind of pay: they add up to what is paid, minute by minute, and each minute is of the right kind."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.domain.assistant import Credit, PaidOff
from roster.domain.clock import OSLO
from roster.domain.kinds import Because, Form, OffCode, Tariff, WorkSort
from roster.domain.rates import Amount, PayKind, PayRates
from roster.domain.recorded import recorded
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.domain.shift import paid
from roster.domain.written import written_shift
from roster.rules.pay import paid_shifts, paid_times
from tests.rules.builders import roster_of

K = PayKind
KS, VIRKE, NONE = Tariff.KS_HTA, Tariff.VIRKE_BPA, Tariff.NONE


def kinds_of(roster: Roster, who: str = "kari") -> dict[PayKind, int]:
    found: Counter[PayKind] = Counter()
    for one in paid_shifts(roster, who):
        found.update(one.minutes)
    return dict(found)


def written(start: datetime, hours: int, tariff: Tariff = KS, resting_paid: int = 60, **given: Any) -> Roster:
    base = roster_of(
        kari="- - - - - - -", tariff=tariff, start=date(2027, 1, 4), settings=Settings(resting_paid=resting_paid)
    )
    return recorded(
        base.frame.brief, [("kari", written_shift(OSLO, "1", start, start + timedelta(hours=hours), **given))]
    )


def test_an_evening_on_a_saturday_carries_both_supplements() -> None:
    roster = roster_of(kari="- - - - - E -", tariff=KS)
    assert kinds_of(roster) == {K.ORDINARY: 480, K.EVENING_NIGHT: 360, K.WEEKEND: 480}


def test_a_resting_night_is_resting_time_as_it_is_paid_and_the_rest_is_ordinary() -> None:
    """22-08 with rest 23-07: of the eight hours that carry a supplement seven are resting, and paid as a third."""
    roster = roster_of(kari="H - - - - - -", tariff=VIRKE, settings=Settings(resting_paid=20))
    assert kinds_of(roster) == {K.ORDINARY: 120, K.RESTING: 160, K.EVENING_NIGHT: 60 + 140}


def test_what_a_part_timer_has_beyond_the_position_is_merarbeid_on_the_last_shifts() -> None:
    roster = roster_of(kari="D D D - - - -", people={"kari": {"percent": Decimal(50)}})
    shifts = list(paid_shifts(roster, "kari"))
    assert [one.minutes.get(K.EXTRA, 0) for one in shifts] == [0, 0, 3 * 480 - 1065]
    assert [one.minutes.get(K.ORDINARY, 0) for one in shifts] == [480, 480, 1065 - 960]


def test_who_has_no_position_or_a_full_one_has_no_merarbeid() -> None:
    roster = roster_of(kari="L L L L L L L", ola="D D - - - - -", people={"ola": {"percent": Decimal(0)}})
    assert K.EXTRA not in kinds_of(roster, "kari")
    assert K.EXTRA not in kinds_of(roster, "ola")


def test_each_turn_of_a_grunnturnus_has_its_own_merarbeid() -> None:
    """Half a position is 17:45 a week: 24 hours in one of two weeks of 32 are too much only where the turn is one."""
    roster = roster_of(kari="D D D - - - - | D - - - - - -", people={"kari": {"percent": Decimal(50)}}, cycle=True)
    assert K.EXTRA not in kinds_of(roster)
    dated = roster_of(kari="D D D - - - - | D - - - - - -", people={"kari": {"percent": Decimal(50)}})
    brief = replace(dated.frame.brief, period=replace(dated.frame.brief.period, weeks=1, form=Form.CYCLE))
    assert kinds_of(replace(dated, frame=replace(dated.frame, brief=brief)))[K.EXTRA] == 3 * 480 - 1065


def test_a_turn_that_the_dates_only_begin_has_no_merarbeid_yet() -> None:
    """Two weeks of a grunnturnus of four: 40 hours in one week are no more than the position of four."""
    roster = roster_of(kari="D D D D D - - | - - - - - - -", people={"kari": {"percent": Decimal(50)}})
    brief = replace(roster.frame.brief, period=replace(roster.frame.brief.period, weeks=4, form=Form.CYCLE))
    assert K.EXTRA not in kinds_of(replace(roster, frame=replace(roster.frame, brief=brief)))


def away(*what: PaidOff | Credit) -> dict[str, Any]:
    off = tuple(one for one in what if isinstance(one, PaidOff))
    credits_of = tuple(one for one in what if isinstance(one, Credit))
    return {"kari": {"percent": Decimal(50), "paid_off": off, "credits": credits_of}}


def test_days_off_with_pay_and_planned_hours_that_are_had_stand_beside_what_is_worked() -> None:
    day = date(2027, 1, 12)
    had = away(
        PaidOff(day, OffCode.RED_DAY, 450),
        Credit(day, 60, Because.CALLED_OFF),
        Credit(day, 90, Because.SICK),
        Credit(day, 30, Because.LEFT),
        PaidOff(date(2027, 3, 1), OffCode.RED_DAY, 450),
    )
    roster = roster_of(kari="D - - - - - -", people=had)
    found = list(paid_times(roster, "kari"))
    assert [(one.day, dict(one.minutes)) for one in found[1:]] == [
        (day, {K.CALLED_OFF: 60}), (day, {K.OFF: 450}), (day, {K.SICK: 90}),
    ]  # fmt: skip
    assert [one.paid for one in found] == [480, 0, 0, 0]


def test_what_is_had_without_work_is_part_of_the_position() -> None:
    """Half a position of 17:45 a week: after 5 hours off with pay 12:45 are left of it, and 16 hours are worked."""
    roster = roster_of(kari="D D - - - - -", people=away(PaidOff(date(2027, 1, 13), OffCode.RED_DAY, 300)))
    assert kinds_of(roster)[K.EXTRA] == 2 * 480 - (1065 - 300)


@pytest.mark.parametrize(
    ("start", "hours", "more"),
    [
        (datetime(2027, 1, 6, 15), 5, {K.OVERTIME_50: 300}),
        (datetime(2027, 1, 6, 18), 5, {K.OVERTIME_50: 180, K.OVERTIME_100: 120}),
        (datetime(2027, 1, 6, 22), 9, {K.OVERTIME_50: 60, K.OVERTIME_100: 480}),
        (datetime(2027, 1, 9, 8), 5, {K.OVERTIME_100: 300}),
    ],
)
def test_overtime_at_night_and_in_weekends_is_of_the_higher_kind(
    start: datetime, hours: int, more: dict[PayKind, int]
) -> None:
    assert kinds_of(written(start, hours, work=WorkSort.OVERTIME)) == more


def test_standby_is_its_share_and_a_call_out_is_work() -> None:
    start = datetime(2027, 1, 6, 8)
    called = [(start + timedelta(hours=1), start + timedelta(hours=2))]
    roster = written(start, 8, work=WorkSort.STANDBY, standby_parts=7, active=called)
    assert kinds_of(roster) == {K.ORDINARY: 60, K.STANDBY: 60}


def test_the_holiday_goes_before_the_weekend() -> None:
    """The first day of Whitsun is a Sunday, and the Saturday before it carries the holiday's from 12 on."""
    roster = roster_of(kari="- - - - - D D", tariff=KS, start=date(2027, 5, 10))
    assert kinds_of(roster) == {K.ORDINARY: 960, K.HOLIDAY: 240 + 480, K.WEEKEND: 240}


def rated(**more: Any) -> dict[str, Any]:
    return {"brief": {"rates": (PayRates(date(2027, 1, 1), Decimal(200), **more),)}}


def test_a_holiday_supplement_that_the_user_enters_has_hours_though_the_agreement_is_not_known() -> None:
    ascension: dict[str, Any] = {"kari": "- - - D - - -", "start": date(2027, 5, 3)}
    assert K.HOLIDAY not in kinds_of(roster_of(**ascension))
    assert kinds_of(roster_of(**ascension, **rated(holiday=Amount(Decimal(100), of_pay=True))))[K.HOLIDAY] == 480


def test_the_rates_say_when_evening_begins_where_it_is_not_at_17() -> None:
    roster = roster_of(kari="E - - - - - -", **rated(evening_from=20 * 60, night_to=7 * 60))
    assert kinds_of(roster)[K.EVENING_NIGHT] == 180


DAYS = st.lists(st.sampled_from(["-", "D", "E", "N", "H", "L"]), min_size=7, max_size=21)


@settings(max_examples=40, deadline=None)
@given(DAYS, st.sampled_from([0, 20, 60]), st.sampled_from([0, 40, 100]), st.sampled_from(list(Tariff)), st.booleans())
def test_the_kinds_add_up_to_what_is_paid_to_the_minute(
    days: list[str], resting_paid: int, percent: int, tariff: Tariff, cycle: bool
) -> None:
    roster = roster_of(
        kari=" ".join(days), tariff=tariff, settings=Settings(resting_paid=resting_paid), cycle=cycle, start=date(2027, 3, 22),
        people={"kari": {"percent": Decimal(percent)}},
    )  # fmt: skip
    for one in paid_shifts(roster, "kari"):
        assert one.paid == paid(one.shift, resting_paid)
        assert all(minutes > 0 for minutes in one.minutes.values())
    whole = sum(paid(one, resting_paid) for one in roster.of("kari"))
    if percent == 40:
        weeks = roster.frame.weeks
        assert kinds_of(roster).get(K.EXTRA, 0) == max(0, whole - 852 * weeks)
