"""What the brief itself demands: need, places, skills, availability, employment, vacation, contract, krav."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.assistant import Ceiling, HeldSkill, Hours, OtherWork, Pin, WeekendRhythm
from roster.domain.brief import Balances, Wish
from roster.domain.days import DateSpan, When
from roster.domain.finding import Verdict
from roster.domain.help_needed import Event, SkillNeed
from roster.domain.kinds import Elsewhere, EventSort, Position, WishSort, Worth
from roster.domain.roster import Roster
from roster.rules import (
    agreed_hours,
    availability,
    contract_hours,
    employment,
    krav,
    need_filled,
    skills,
    two_places,
    vacation,
)
from tests.rules.builders import MONDAY, fine, kind_of, roster_of, seen

MISSING, BREACH = Verdict.MISSING, Verdict.BREACH
TUESDAY = date(2027, 1, 12)


def kari(line: str, more: dict[str, Any] | None = None, **facts: Any) -> Roster:
    return roster_of(kari=line, people={"kari": facts}, **(more or {}))


def with_shift(roster: Roster, name: str, **changed: Any) -> Roster:
    """The roster with one of its shifts asked for otherwise."""
    shifts = tuple(replace(one, **changed) if one.id == name else one for one in roster.frame.shifts)
    return Roster(replace(roster.frame, shifts=shifts), roster.works)


# -- need -------------------------------------------------------------------------------------------


def test_a_place_left_open_is_missing() -> None:
    roster = with_shift(roster_of(kari="D", ola="D"), "2027-01-11 D", wanted=3, up_to=3)
    assert seen(need_filled.check, roster) == [(MISSING, 2, 3)]


def test_more_than_are_welcome_is_missing_and_up_to_that_is_not() -> None:
    roster = roster_of(kari="D", ola="D")
    assert seen(need_filled.check, with_shift(roster, "2027-01-11 D", wanted=1, up_to=1)) == [(MISSING, 2, 1)]
    assert fine(need_filled.check, with_shift(roster, "2027-01-11 D", wanted=1, up_to=2)) == [(1, 1)]


# -- two places --------------------------------------------------------------------------------------


def test_shifts_that_touch_are_fine_and_a_minute_more_is_two_places() -> None:
    assert seen(two_places.check, roster_of(kari="08-16+16-23")) == []
    assert seen(two_places.check, roster_of(kari="08-16.01+16-23")) == [(MISSING, 1, 0)]


def test_a_long_shift_meets_all_that_lie_in_it() -> None:
    assert seen(two_places.check, roster_of(kari="08-20+09-10+19-21")) == [(MISSING, 60, 0), (MISSING, 60, 0)]


def test_a_night_meets_the_next_morning() -> None:
    assert seen(two_places.check, roster_of(kari="22-07 06.30-14")) == [(MISSING, 30, 0)]


def test_the_night_before_the_plan_meets_its_first_morning() -> None:
    assert seen(two_places.check, roster_of(before={"kari": "22-07"}, kari="06.30-14")) == [(MISSING, 30, 0)]


def test_the_last_night_of_a_cycle_meets_its_first_morning() -> None:
    assert seen(two_places.check, roster_of(cycle=True, kari="06.30-14 - - - - - 22-07")) == [(MISSING, 30, 0)]
    assert seen(two_places.check, roster_of(cycle=True, kari="07-14 - - - - - 22-07")) == []


def test_work_for_another_employer_is_a_place_too() -> None:
    other = OtherWork(Hours(When(frozenset({0})), 9 * 60, 12 * 60), Elsewhere.OTHER)
    assert seen(two_places.check, kari("D", elsewhere=(other,))) == [(MISSING, 180, 0)]


def test_an_event_in_the_middle_of_a_shift_is_two_places() -> None:
    meeting = Event("M", "Møte", EventSort.MEETING, When(frozenset({0})), 15 * 60, 120, ("kari",), False)
    assert seen(two_places.check, roster_of(kari="D", brief={"events": (meeting,)})) == [(MISSING, 60, 0)]


# -- skills -----------------------------------------------------------------------------------------


def test_a_skill_asked_of_all_must_be_held_and_valid() -> None:
    kinds = (replace(kind_of("D"), skills=frozenset({"førerkort"})),)
    assert seen(skills.check, kari("D", {"kinds": kinds})) == [(MISSING, 0, 1)]
    assert seen(skills.check, kari("D", {"kinds": kinds}, skills=(HeldSkill("førerkort"),))) == []
    assert seen(skills.check, kari("D", {"kinds": kinds}, skills=(HeldSkill("førerkort", MONDAY),))) == []
    last = HeldSkill("førerkort", date(2027, 1, 10))
    assert seen(skills.check, kari("D", {"kinds": kinds}, skills=(last,))) == [(MISSING, 0, 1)]


def test_one_of_two_has_the_skill() -> None:
    roster = roster_of(kari="D", ola="D", people={"ola": {"skills": (HeldSkill("førerkort"),)}})
    assert seen(skills.check, with_shift(roster, "2027-01-11 D", skill_needs=(SkillNeed("førerkort", 1),))) == []
    both = with_shift(roster, "2027-01-11 D", skill_needs=(SkillNeed("førerkort", 2),))
    assert seen(skills.check, both) == [(MISSING, 1, 2)]


def test_not_alone_before_the_training_and_the_mentor_is_there() -> None:
    training = Event(
        "O", "Opplæring", EventSort.TRAINING, When(frozenset({0})), 8 * 60, 480, ("kari",), False, "ola", "D"
    )
    new = {"kari": {"alone_after": 1}}
    events = {"events": (training,)}
    assert seen(skills.check, roster_of(kari="- D", ola="D -", people=new, brief=events)) == []
    assert seen(skills.check, roster_of(kari="- D", ola="- -", people=new, brief=events)) == [(MISSING, 0, 1)]
    assert seen(skills.check, roster_of(kari="- D", ola="D -", people=new)) == [(MISSING, 0, 1)]
    late = {"events": (replace(training, when=When(frozenset({1}))),)}
    assert seen(skills.check, roster_of(kari="E - D", ola="- D -", people=new, brief=late)) == [(MISSING, 0, 1)]


# -- availability, employment, vacation ---------------------------------------------------------------


def test_a_time_one_can_not_work_blocks_by_a_minute() -> None:
    cannot = (Hours(When(frozenset({0})), 16 * 60, 20 * 60),)
    assert seen(availability.check, kari("08-16", cannot=cannot)) == []
    assert seen(availability.check, kari("08-16.01", cannot=cannot)) == [(MISSING, 1, 0)]


def test_a_bare_date_of_absence_is_the_whole_day() -> None:
    away = (Hours(When(dates=DateSpan(TUESDAY, TUESDAY))),)
    assert seen(availability.check, kari("16-24 -", cannot=away)) == []
    assert seen(availability.check, kari("22-07 -", cannot=away)) == [(MISSING, 420, 0)]
    assert seen(availability.check, kari("- D", cannot=away)) == [(MISSING, 480, 0)]


def test_where_times_are_given_all_of_the_shift_lies_in_them() -> None:
    can = (Hours(When(frozenset({0})), 15 * 60, 24 * 60), Hours(When(frozenset({1})), 0, 7 * 60))
    assert seen(availability.check, kari("22-07 -", can=can)) == []
    assert seen(availability.check, kari("14.59-22 -", can=can)) == [(MISSING, 1, 0)]
    assert seen(availability.check, kari("22-07.01 -", can=can)) == [(MISSING, 1, 0)]


def test_weekends_by_a_rhythm() -> None:
    rhythm = WeekendRhythm(3, 2)
    off, on = "- - - - - - - |", "- - - - - D D |"
    assert seen(availability.check, kari(off + on + off + off + on, weekends=rhythm)) == []
    assert len(seen(availability.check, kari(on + off + off, weekends=rhythm))) == 2
    assert seen(availability.check, kari("- - - - 10-18 - -", weekends=rhythm)) == []


def test_employment_from_to_and_the_day_one_may_work() -> None:
    assert seen(employment.check, kari("D D D", employed_from=MONDAY, employed_to=date(2027, 1, 13))) == []
    assert len(seen(employment.check, kari("D D D", employed_from=TUESDAY))) == 1
    assert len(seen(employment.check, kari("D D D", employed_to=TUESDAY))) == 1
    assert len(seen(employment.check, kari("D D D", may_work_from=date(2027, 1, 13)))) == 2
    assert seen(employment.check, kari("N -", employed_to=MONDAY)) == []
    assert seen(employment.check, kari("D D D", {"cycle": True}, employed_from=TUESDAY)) == []


def test_vacation_is_free_from_midnight_to_midnight() -> None:
    away = (DateSpan(TUESDAY, TUESDAY),)
    assert seen(vacation.check, kari("16-24 - 00-08", vacation=away)) == []
    assert seen(vacation.check, kari("16-00.01 -", vacation=away)) == [(BREACH, 1, 0)]
    assert seen(vacation.check, kari("- D -", vacation=away)) == [(BREACH, 480, 0)]


# -- contract ---------------------------------------------------------------------------------------


def test_the_contract_is_the_most_unless_more_is_wanted() -> None:
    assert seen(agreed_hours.check, kari("07-17 07-17 07-17 09-14.30", full_time_week=2130)) == []
    over = "07-17 07-17 07-17 09-14.31"
    assert seen(agreed_hours.check, kari(over)) == [(BREACH, 2131, 2130)]
    assert seen(agreed_hours.check, kari(over, percent=Decimal(80), wants_up_to=Decimal(101))) == []
    assert seen(agreed_hours.check, kari(over, percent=Decimal(0), position=Position.ON_CALL)) == []


@pytest.mark.parametrize(
    ("percent", "minutes", "fine"),
    [
        ("69.0", 1470, True),
        ("69.0", 1471, False),
        ("69", 1470, False),
        ("69.00", 1470, False),
        ("100.0", 2130, True),
        ("100.0", 2131, False),
        ("99.9", 2128, True),
    ],
)
def test_decimals_stand_for_the_hours_they_were_rounded_from_but_never_for_more_than_full_time(
    percent: str, minutes: int, fine: bool
) -> None:
    """24.5 of 35.5 hours are 69.014 percent: within 69.0, not within 69 or 69.00."""
    hours, over = divmod(minutes // 5, 60)
    last = over + minutes % 5
    line = " ".join([f"07-{7 + hours}.{over:02}"] * 4 + [f"07-{7 + hours + last // 60}.{last % 60:02}"])
    found = list(agreed_hours.check(kari(line, percent=Decimal(percent), full_time_week=2130)))
    assert [one.facts["paid"] for one in found] == [minutes]
    assert any(one.verdict.fails for one in found) is not fine


def test_vacation_leaves_the_contract() -> None:
    week = DateSpan(date(2027, 1, 18), date(2027, 1, 24))
    line = "07-17 07-17 07-17 09-14.30 - - - | - - - - - - -"
    assert seen(contract_hours.check, kari(line, vacation=(week,))) == []
    assert seen(contract_hours.check, kari(line)) == [(MISSING, 1065, 2130)]
    assert seen(agreed_hours.check, kari(line.replace("14.30", "14.32"), vacation=(week,))) == [(BREACH, 1066, 1065)]


def test_days_before_and_after_employment_leave_the_contract() -> None:
    line = "- - - - - - - | 07-17 07-17 07-17 09-14.30 - - -"
    assert seen(contract_hours.check, kari(line, employed_from=date(2027, 1, 18))) == []


def test_half_a_shift_under_the_contract_is_let_pass_and_a_minute_more_is_not() -> None:
    """Two kinds of 8 hours: half a shift is 4."""
    assert seen(contract_hours.check, kari("D D D D T - -", full_time_week=44 * 60)) == []
    assert seen(contract_hours.check, kari("D D D D T - -", full_time_week=44 * 60 + 1)) == [(MISSING, 2400, 2641)]


# -- krav -------------------------------------------------------------------------------------------


def wish(sort: WishSort, **given: Any) -> dict[str, Any]:
    return {"brief": {"wishes": (Wish("kari", sort, given.pop("worth", Worth.DEMAND), **given),)}}


MONDAYS, WEEKENDS = When(frozenset({0})), When(frozenset({5, 6}))


@pytest.mark.parametrize(
    ("sort", "given", "met", "broken"),
    [
        (WishSort.THIS_SHIFT, {"kind": "D", "when": MONDAYS}, "D E", "- D"),
        (WishSort.NOT_THIS_SHIFT, {"kind": "D", "when": MONDAYS}, "E D", "D -"),
        (WishSort.DAY_OFF, {"when": When(frozenset({1}))}, "16-24 - D", "16-00.01 - D"),
        (WishSort.WEEKEND_OFF, {"when": WEEKENDS}, "- - - - 14-22 - - | 06-14", "- - - - 14-22.01 - - | 06-14"),
        (WishSort.WEEKEND_OFF, {"when": WEEKENDS}, "- - - - 14-22 - - | 06-14", "- - - - - - 22-06.01 | -"),
        (WishSort.LONG_RUNS, {}, "- D D D - D D", "- D D - - - -"),
        (WishSort.LONG_RUNS, {"number": 2}, "- D D - - - -", "- D - - - - -"),
        (WishSort.MOST_DAYS_IN_A_ROW, {"number": 3}, "D D D - D", "D D D D -"),
        (WishSort.NO_SINGLE_NIGHTS, {}, "- N N - - - N", "- N - - - - -"),
        (WishSort.MOST_NIGHTS_IN_A_ROW, {"number": 2}, "- N N D N N -", "- N N N - - -"),
    ],
)
def test_a_krav_is_met_or_missing(sort: WishSort, given: dict[str, Any], met: str, broken: str) -> None:
    def found(line: str, **more: Any) -> list[Verdict]:
        roster = roster_of(kari=line, ola="D - - - - - -", **wish(sort, **given, **more))
        return [one[0] for one in seen(krav.check, roster)]

    assert found(met) == []
    assert found(broken) == [MISSING]
    assert found(broken, worth=Worth.IMPORTANT) == []


def test_together_and_apart() -> None:
    together, apart = wish(WishSort.TOGETHER, other="ola"), wish(WishSort.APART, other="ola")
    roster = roster_of(kari="D -", ola="D D", nora="- D", **together)
    assert seen(krav.check, roster) == [(MISSING, 1, 2)]
    assert seen(krav.check, roster_of(kari="D -", ola="D D", nora="- D", **apart)) == [(MISSING, 2, 1)]
    assert seen(krav.check, roster_of(kari="D -", ola="- D", nora="D D", **apart)) == []


def test_runs_of_a_cycle_wrap() -> None:
    three = wish(WishSort.MOST_DAYS_IN_A_ROW, number=3)
    assert seen(krav.check, roster_of(cycle=True, kari="D D - - - D D", **three)) == [(MISSING, 4, 3)]
    assert seen(krav.check, roster_of(kari="D D - - - D D", **three)) == []


def test_a_pin_is_worked() -> None:
    pin = (Pin("D", MONDAYS),)
    assert seen(krav.check, roster_of(kari="D", ola="-", people={"kari": {"pins": pin}})) == []
    assert seen(krav.check, roster_of(kari="-", ola="D", people={"kari": {"pins": pin}})) == [(MISSING, 0, 1)]


@pytest.mark.parametrize(
    ("ceiling", "met", "broken"),
    [
        ({"most_nights": Ceiling(2, 1)}, "D - D - - N N | N N - - - - -", "- - - - N N N | - - - - - - -"),
        ({"most_weekends": Ceiling(1, 2)}, "- - - - - D D | - - - - - - -", "- - - - - D - | - - - - - - D"),
        ({"most_minutes": Ceiling(960, 1)}, "D D - - - - -", "D D 08-08.30 - - - -"),
    ],
)
def test_a_ceiling_holds_in_all_its_weeks(ceiling: dict[str, Ceiling], met: str, broken: str) -> None:
    assert seen(krav.check, kari(met, **ceiling)) == []
    assert [one[0] for one in seen(krav.check, kari(broken, **ceiling))] == [MISSING]


def test_balances_alone_are_no_shifts() -> None:
    assert seen(two_places.check, roster_of(balances=(Balances("kari", nights=3),), kari="D")) == []
