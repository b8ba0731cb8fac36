"""F3, F4 and F5: what red days give in time off, tried on the days of Easter 2027 (skjærtorsdag is 25 March)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from roster.checking.check import check
from roster.domain.assistant import Absence, PaidOff
from roster.domain.days import DateSpan
from roster.domain.free_days import FreeDay, free_days
from roster.domain.kinds import Because, OffCode, Tariff
from roster.domain.leave import Leave
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.rules import contract_hours
from roster.rules.red_days_off import (
    Earned,
    GivenOff,
    earned,
    off_codes,
    off_in_return,
    off_on_red_days,
    owed_by_main_rule,
    red_count,
)
from tests.rules.builders import every_other_sunday, roster_of

EASTER = DateSpan(date(2027, 3, 22), date(2027, 4, 4))
THURSDAY, FRIDAY, SUNDAY, MONDAY = (date(2027, 3, day) for day in (25, 26, 28, 29))
F3 = Settings(off_codes=frozenset({OffCode.RED_DAY}))
ALL = Settings(off_codes=frozenset(OffCode))


def easter(line: str, **given: Any) -> Roster:
    return roster_of(start=EASTER.first, **{"settings": F3, **given}, kari=line)


def without(roster: Roster, *days: date) -> Roster:
    """The same with the days off."""
    off = {f"{day}" for day in days}
    return Roster(roster.frame, frozenset(one for one in roster.works if one[1][:10] not in off))


def test_each_red_day_after_one_worked_is_owed_off():
    usual = easter("- - - D D - D | D - - - - - D")
    assert owed_by_main_rule(usual, "kari") == ((FRIDAY, THURSDAY), (MONDAY, SUNDAY))


def test_f3_is_the_red_day_off_after_one_worked_and_pays_its_shift():
    usual = easter("- - - D D - D | D - - - - - -")
    now = without(usual, FRIDAY, MONDAY)
    assert [*off_on_red_days(usual, now, "kari", EASTER)] == [
        GivenOff(PaidOff(FRIDAY, OffCode.RED_DAY, 480), FRIDAY, THURSDAY),
        GivenOff(PaidOff(MONDAY, OffCode.RED_DAY, 480), MONDAY, SUNDAY),
    ]


def test_a_red_day_off_after_one_off_is_no_f3():
    usual = easter("- - - D D - - | - - - - - - -")
    assert [*off_on_red_days(usual, without(usual, THURSDAY), "kari", EASTER)] == []


def test_a_night_into_a_red_day_is_off_on_the_day_on_which_it_begins():
    """The night of Saturday belongs to the Sunday, where most of its red minutes lie."""
    usual = easter("- - - - D N - | - - - - - - -")
    (given,) = off_on_red_days(usual, without(usual, date(2027, 3, 27)), "kari", EASTER)
    assert (given.off.day, given.red, given.worked) == (date(2027, 3, 27), SUNDAY, FRIDAY)


def test_two_shifts_of_one_red_day_are_one_day_off_that_pays_for_both():
    usual = easter("- - - - D E D | - - - - - - -")
    (given,) = off_on_red_days(usual, without(usual, date(2027, 3, 27), SUNDAY), "kari", EASTER)
    assert given.off == PaidOff(date(2027, 3, 27), OffCode.RED_DAY, 960)
    assert given.dates == (date(2027, 3, 27), SUNDAY)


def test_there_is_no_f3_where_the_agreement_has_none():
    usual = easter("- - - D D - - | - - - - - - -", settings=Settings())
    assert [*off_on_red_days(usual, without(usual, FRIDAY), "kari", EASTER)] == []


def test_vacation_goes_before_f3():
    usual = easter("- - - D D - - | - - - - - - -", people={"kari": {"vacation": (DateSpan(FRIDAY, FRIDAY),)}})
    assert [*off_on_red_days(usual, without(usual, FRIDAY), "kari", EASTER)] == []


@pytest.mark.parametrize(
    "person",
    [
        {"vacation": (DateSpan(FRIDAY, EASTER.last),)},
        {"leaves": (Leave(DateSpan(FRIDAY, EASTER.last)),)},
        {"absences": (Absence(DateSpan(FRIDAY, EASTER.last), Because.SICK),)},
        {"employed_to": THURSDAY},
    ],
)
def test_days_away_are_out_of_the_contract_and_never_paid_off_besides(person: dict[str, Any]):
    """After skjærtorsdag worked, the Friday and the Tuesday are away: no F3, F4 or F5 of shifts that nobody owes."""
    usual = easter("- - - D D - - | - D - - - - -", people={"kari": person}, settings=ALL)
    now = without(usual, FRIDAY, date(2027, 3, 30))
    assert [*off_on_red_days(usual, now, "kari", EASTER)] == []
    assert [*off_in_return(usual, now, "kari", EASTER, Earned({THURSDAY: 640}, (THURSDAY,)))] == []


def test_averaged_red_days_give_f3_only_beyond_half_of_them():
    """Five red døgn are known of the block, and all worked: half of them is three, so two are spared, not four."""
    agreed = every_other_sunday(valid_from=date(2027, 3, 1))
    usual = easter("- - - D D - D | D - - - - - D", agreements=(agreed,))
    now = without(usual, FRIDAY, SUNDAY, MONDAY)
    assert [one.red for one in off_on_red_days(usual, now, "kari", EASTER)] == [FRIDAY, SUNDAY]
    assert {one.worked for one in off_on_red_days(usual, now, "kari", EASTER)} == {None}


def test_the_26_weeks_are_those_that_the_agreement_began_with():
    """From 29 March a new block begins: of the three red døgn before it two may be worked, of the two after it one."""
    usual = easter("- - - D D - D | D - - - - - D", agreements=(every_other_sunday(valid_from=date(2026, 9, 28)),))
    count = red_count(usual, usual, "kari", EASTER)
    assert (count.had, count.of, count.most, count.by_average) == (5, 5, 3, 2)
    now = without(usual, THURSDAY, FRIDAY, SUNDAY, MONDAY)
    assert [one.red for one in off_on_red_days(usual, now, "kari", EASTER)] == [THURSDAY, MONDAY]


def test_averaged_red_days_spare_no_more_than_weeks_planned_before_have_left():
    """Two are spared in the block, and one of them was F3 already when the Sunday before Easter was planned."""
    agreed = every_other_sunday(valid_from=date(2027, 3, 1))
    given = PaidOff(date(2027, 3, 21), OffCode.RED_DAY, 480)
    people = {"kari": {"paid_off": (given,)}}
    usual = roster_of(
        start=date(2027, 3, 15),
        settings=F3,
        agreements=(agreed,),
        people=people,
        kari="- - - - - - D | - - - D D - D | D - - - - - -",
    )
    now = without(usual, given.day, FRIDAY, SUNDAY, MONDAY)
    assert [one.red for one in off_on_red_days(usual, now, "kari", EASTER)] == [FRIDAY]


def test_the_counts_are_those_printed_beside_the_plan():
    usual = easter("- - - D D - D | D - - - - - D")
    count = red_count(usual, without(usual, FRIDAY, MONDAY), "kari", EASTER)
    assert (count.days, count.holidays, count.usual, count.worked, count.free) == (5, 4, 5, 3, 2)
    assert (count.holidays_worked, count.by_main_rule, count.by_average) == (2, 2, 2)
    assert (count.had, count.of, count.most) == (5, 5, 3)


def test_averaging_counts_all_26_weeks():
    """The number that unions ask for before anyone agrees: so many red days, of which half may be worked."""
    usual = roster_of(start=date(2027, 1, 4), kari=" | ".join(["- - - - - - D"] * 26))
    count = red_count(usual, usual, "kari", DateSpan(date(2027, 3, 22), date(2027, 4, 4)))
    assert (count.had, count.of, count.most, count.by_average) == (26, 32, 16, 10)


def test_f5_is_earned_where_f1_falls_on_a_red_day_that_is_no_sunday():
    usual = easter("D - D - D D D | D D D D D - -", settings=ALL)
    assert earned(usual, usual, "kari", EASTER).replaced == (THURSDAY,)
    assert earned(easter("D D D D - - - | D D D D D - -", settings=ALL), usual, "kari", EASTER).replaced == ()


def test_f4_is_an_hour_and_a_third_for_an_hour_with_the_supplement():
    usual = easter("- - - D - - - | - - - - - - -", settings=ALL, tariff=Tariff.KS_HTA)
    assert earned(usual, usual, "kari", EASTER).supplement == {THURSDAY: 640}
    assert earned(usual, usual, "kari", DateSpan(FRIDAY, SUNDAY)).supplement == {}
    ours = easter("- - - D - - - | - - - - - - -", settings=ALL, tariff=Tariff.ULOBA)
    assert earned(ours, ours, "kari", EASTER).supplement == {}


def test_time_off_in_return_lies_on_ordinary_days_after_the_red_day():
    usual = easter("- D - - - - - | - D D - - - -", settings=ALL)
    tuesday, wednesday = date(2027, 3, 30), date(2027, 3, 31)
    now = without(usual, date(2027, 3, 23), tuesday, wednesday)
    owed = Earned({FRIDAY: 640}, (THURSDAY,))
    assert [*off_in_return(usual, now, "kari", EASTER, owed)] == [
        GivenOff(PaidOff(tuesday, OffCode.REPLACED, 480), THURSDAY),
        GivenOff(PaidOff(wednesday, OffCode.SUPPLEMENT, 480), FRIDAY),
    ]


def test_a_shift_that_is_swapped_for_another_is_no_time_off():
    usual = easter("- - - - - - - | - D - - - - -", settings=ALL)
    other = easter("- - - - - - - | - - D - - - -", settings=ALL)
    frame = replace(
        usual.frame, shifts=tuple(sorted((*usual.frame.shifts, *other.frame.shifts), key=lambda one: one.span))
    )
    usual, other = Roster(frame, usual.works), Roster(frame, other.works)
    assert [*off_in_return(usual, other, "kari", EASTER, Earned({FRIDAY: 640}, (THURSDAY,)))] == []
    assert [*off_in_return(usual, Roster(frame, frozenset()), "kari", EASTER, Earned({}, (THURSDAY,)))] != []


def test_f4_is_not_taken_for_less_than_a_shift_or_after_a_month():
    usual = easter("- - - - - - - | - D - - - - -", settings=ALL)
    now = without(usual, date(2027, 3, 30))
    assert [*off_in_return(usual, now, "kari", EASTER, Earned({FRIDAY: 479}, ()))] == []
    assert [*off_in_return(usual, now, "kari", EASTER, Earned({date(2027, 2, 26): 480}, ()))] == []
    assert [*off_in_return(usual, now, "kari", EASTER, Earned({date(2027, 2, 27): 480}, ()))] == []
    assert [*off_in_return(usual, now, "kari", EASTER, Earned({date(2027, 2, 28): 480}, ()))] == []
    assert [*off_in_return(usual, now, "kari", EASTER, Earned({date(2027, 3, 1): 480}, ()))] != []


@pytest.mark.parametrize(("tariff", "given"), [(Tariff.KS_HTA, 0), (Tariff.NONE, 1)])
def test_time_off_in_return_is_not_taken_where_the_supplement_is_carried(tariff: Tariff, given: int):
    """The Wednesday before skjærtorsdag is no red day before 18, but carries the supplement from 12 by KS."""
    usual = easter("- - D - - - - | - - - - - - -", settings=ALL, tariff=tariff)
    now = without(usual, date(2027, 3, 24))
    assert len([*off_in_return(usual, now, "kari", EASTER, Earned({date(2027, 3, 22): 640}, ()))]) == given


@pytest.mark.parametrize(
    ("tariff", "said", "expected"),
    [
        (Tariff.KS_HTA, None, {OffCode.RED_DAY, OffCode.REPLACED}),
        (Tariff.OSLO, None, {OffCode.RED_DAY}),
        (Tariff.NONE, None, set()),
        (Tariff.KS_HTA, frozenset(), set()),
        (Tariff.NONE, frozenset({OffCode.SUPPLEMENT}), {OffCode.SUPPLEMENT}),
    ],
)
def test_the_codes_are_those_of_the_brief_or_else_the_tariffavtale(
    tariff: Tariff, said: frozenset[OffCode] | None, expected: set[OffCode]
):
    assert off_codes(easter("D", tariff=tariff, settings=Settings(off_codes=said)).frame.brief) == expected


def with_off(roster: Roster, *off: PaidOff) -> Roster:
    (person,) = roster.frame.people
    brief = replace(roster.frame.brief, assistants=(replace(person, paid_off=off),))
    return Roster(replace(roster.frame, brief=brief), roster.works)


def test_a_day_off_with_pay_needs_no_other_in_its_place():
    """Nine of ten shifts, half a shift under the position at the most: the tenth is F3."""
    usual = easter("D D D D D - - | D D D D D - -", people={"kari": {"full_time_week": 2400}})
    now = without(usual, FRIDAY)
    found = {one.rule: one for one in check(now).findings if one.rule == contract_hours.ID}
    assert found[contract_hours.ID].verdict.fails
    paid = with_off(now, PaidOff(FRIDAY, OffCode.RED_DAY, 480))
    assert not any(one.verdict.fails for one in contract_hours.check(paid))
    assert free_days(paid, "kari")[FRIDAY] is FreeDay.RED_DAY


def test_f1_is_another_day_than_one_off_with_pay_if_there_is_one():
    now = with_off(easter("D D D D - - - | D D D D D - -"), PaidOff(SUNDAY, OffCode.RED_DAY, 480))
    codes = free_days(now, "kari")
    assert (codes[SUNDAY], codes[date(2027, 3, 27)]) == (FreeDay.RED_DAY, FreeDay.WEEKLY)
