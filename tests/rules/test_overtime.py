"""Overtime, standby, passive duty and the full-time week at their edges: aml §§ 10-4 (2), (3), (6) and 10-6."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.brief import Balances
from roster.domain.clock import OSLO, PLAIN
from roster.domain.finding import Verdict
from roster.domain.help_needed import Part
from roster.domain.kinds import Party, Tariff, WorkSort
from roster.domain.recorded import recorded
from roster.domain.roster import Roster
from roster.domain.written import written_shift
from roster.rules import full_time_week, hours_day, hours_week, overtime, passive_extension, standby, total_hours
from tests.rules.builders import MONDAY, agreement, fine, individual, kind_of, roster_of, seen

BREACH, NEEDS, CONSIDER = Verdict.BREACH, Verdict.NEEDS_AGREEMENT, Verdict.CONSIDER
BOUND: dict[str, Any] = {"tariff": Tariff.KS_HTA}
FREE = "- - - - - - -"
FORTY = "D D D D D - -"
REPS = agreement("10-6 (5)", Party.REPS, hours={"overtime_7d_h": 20, "overtime_4w_h": 50, "overtime_52w_h": 300})


def worked(*weeks: int, given: dict[str, Any] | None = None, consent: bool = False, past: int = 0) -> Roster:
    """40 ordinary hours from Monday to Friday, and so many minutes of overtime each Saturday; Kari is full time."""
    more = {"people": {"kari": {"percent": Decimal(100), "full_time_week": 2400}}, **(given or {})}
    clock = PLAIN if more.get("cycle") else OSLO
    base = roster_of(kari=" ".join([FREE] * len(weeks)), **more)
    rows = [("kari", one) for week, minutes in enumerate(weeks) for one in _week(clock, week, minutes, consent)]
    return recorded(base.frame.brief, rows, [("kari", one) for one in _week(OSLO, -1, past, consent) if past])


def _week(clock: Any, week: int, minutes: int, consent: bool) -> Iterator[Any]:
    first = datetime.combine(MONDAY + timedelta(weeks=week), datetime.min.time())
    for day in range(5):
        start = first + timedelta(days=day, hours=8)
        yield written_shift(clock, f"{week} {day}", start, start + timedelta(hours=8))
    if minutes:
        start = first + timedelta(days=5, hours=8)
        end = start + timedelta(minutes=minutes)
        name = f"{week} overtid"
        yield written_shift(clock, name, start, end, work=WorkSort.OVERTIME, overtime_consent=consent)


@pytest.mark.parametrize(
    ("weeks", "given", "expected"),
    [
        ((600,), {}, []),
        ((601,), {}, [(BREACH, 601, 600)]),
        ((601,), BOUND, [(NEEDS, 601, 600)]),
        ((375, 375, 375, 375), {}, []),
        ((0, 375, 375, 375, 376), BOUND, [(NEEDS, 1501, 1500)]),
        ((0, 375, 375, 375, 375, 1), BOUND, []),
    ],
)
def test_overtime_of_a_week_and_of_four_on_end(weeks: tuple[int, ...], given: dict[str, Any], expected: Any) -> None:
    assert seen(overtime.check, worked(*weeks, given=given)) == expected


def test_overtime_says_what_it_measured_and_the_limit() -> None:
    assert fine(overtime.check, worked(600)) == [(600, 600)]
    assert fine(overtime.check, worked(375, 375, 375, 375)) == [(1500, 1500)]
    assert fine(overtime.check, worked(0)) == [(0, 600)]


def test_overtime_is_no_part_of_ordinary_hours_but_of_all_hours() -> None:
    roster = worked(480)
    assert fine(hours_week.check, roster) == [(2400, 2400)]
    assert fine(total_hours.check, roster) == [(2880, 2880)]
    assert seen(total_hours.check, worked(481)) == [(BREACH, 2881, 2880)]


@pytest.mark.parametrize(
    ("consent", "minutes", "expected"),
    [(False, 600, []), (False, 601, [(NEEDS, 601, 600)]), (True, 720, []), (True, 780, [])],
)
def test_beyond_the_laws_own_limit_each_consents_in_each_case(consent: bool, minutes: int, expected: Any) -> None:
    given = {"agreements": (REPS,), **BOUND}
    assert seen(overtime.check, worked(minutes, 0, given=given, consent=consent)) == expected


def test_overtime_brought_along_counts_with_what_is_new() -> None:
    brought = {"balances": (Balances("kari", overtime_4_weeks=1400),), **BOUND}
    assert seen(overtime.check, worked(100, given=brought)) == []
    assert seen(overtime.check, worked(101, given=brought)) == [(NEEDS, 1501, 1500)]
    assert seen(overtime.check, worked(0, 0, 0, 600, given=brought)) == []
    year = {"balances": (Balances("kari", overtime_52_weeks=12000),), **BOUND}
    assert seen(overtime.check, worked(0, 1, given=year)) == [(NEEDS, 12001, 12000)]


def test_overtime_before_the_plan_binds_nothing_without_new_overtime() -> None:
    brought = {"balances": (Balances("kari", overtime_4_weeks=1600),)}
    assert seen(overtime.check, worked(0, given=brought)) == [(CONSIDER, 1600, 1500)]
    assert seen(overtime.check, worked(1, given=brought)) == [(BREACH, 1601, 1500)]


def test_shifts_before_the_plan_count_by_their_weeks() -> None:
    assert seen(overtime.check, worked(500, 500, 0, given=BOUND, past=500)) == []
    assert seen(overtime.check, worked(500, 501, 0, given=BOUND, past=500)) == [(NEEDS, 1501, 1500)]
    assert seen(overtime.check, worked(0, 0, 500, 500, given=BOUND, past=501)) == []


def test_arbeidstilsynet_allows_more_in_a_week_and_no_more_in_26() -> None:
    allowed = agreement("10-6 (6)", Party.AUTHORITY, hours={"overtime_7d_h": 25, "overtime_26w_h": 200})
    given = {"agreements": (allowed,)}
    half = [480] * 26
    assert seen(overtime.check, worked(*half[:25], given=given, consent=True)) == []
    assert seen(overtime.check, worked(*half, given=given, consent=True)) == [(BREACH, 12480, 12000)]


def test_overtime_has_no_place_in_a_grunnturnus() -> None:
    assert seen(overtime.check, worked(60, given={"cycle": True})) == [(BREACH, 60, 0)]


def test_what_a_part_timer_works_within_ordinary_hours_is_merarbeid_whatever_it_is_called() -> None:
    """Two days of 8 hours and 11 hours called overtime: 27 hours in all."""
    base = roster_of(kari=FREE, people={"kari": {"percent": Decimal(50)}})
    first = datetime.combine(MONDAY, datetime.min.time())
    rows = [
        ("kari", written_shift(OSLO, "1", first + timedelta(hours=8), first + timedelta(hours=16))),
        ("kari", written_shift(OSLO, "2", first + timedelta(hours=32), first + timedelta(hours=40))),
        (
            "kari",
            written_shift(OSLO, "3", first + timedelta(hours=56), first + timedelta(hours=67), work=WorkSort.OVERTIME),
        ),
    ]
    assert fine(overtime.check, recorded(base.frame.brief, rows)) == [(120, 600)]


def test_ordinary_work_beyond_the_ordinary_hours_is_overtime() -> None:
    ten = "08-18 08-18 08-18 08-18 08-18 - -"
    assert fine(overtime.check, roster_of(kari=ten)) == [(600, 600)]
    assert seen(overtime.check, roster_of(kari=ten.replace("08-18", "08-18.01", 1))) == [(BREACH, 601, 600)]
    agreed = {"agreements": (individual(averaging_weeks=2),)}
    assert fine(overtime.check, roster_of(kari=f"{ten} {FREE}", **agreed)) == [(0, 600)]


# -- standby -----------------------------------------------------------------------------------------------


def on_call(hours: int, parts: int = 7, called: tuple[int, int] | None = None, **given: Any) -> Roster:
    """Standby from Friday at 16, and nothing else; called out so many hours after its start."""
    base = roster_of(kari=FREE, **given)
    start = datetime.combine(MONDAY + timedelta(days=4), datetime.min.time()) + timedelta(hours=16)
    active = [] if called is None else [tuple(start + timedelta(hours=one) for one in called)]
    end = start + timedelta(hours=hours)
    one = written_shift(OSLO, "1", start, end, work=WorkSort.STANDBY, standby_parts=parts, active=active)  # type: ignore[arg-type]
    return recorded(base.frame.brief, [("kari", one)])


def test_a_seventh_of_standby_is_working_time_day_by_day() -> None:
    """Friday 8 of 56 hours, Saturday and Sunday 24 each: no day holds the 8 hours of the whole."""
    roster = on_call(56)
    assert fine(standby.check, roster) == [(480, 480)]
    assert fine(hours_day.check, roster) == [(206, 540)]
    assert fine(hours_week.check, roster) == [(480, 2400)]


def test_a_call_out_counts_in_full_and_is_work_of_that_day() -> None:
    roster = on_call(56, called=(10, 17))
    assert fine(standby.check, roster) == [(7 * 60 + 7 * 60, 7 * 60 + 7 * 60)]
    (found,) = hours_day.check(roster)
    assert found.measured == 7 * 60 + -(-17 * 60 // 7)


def test_less_than_a_seventh_needs_an_agreement() -> None:
    assert seen(standby.check, on_call(56, parts=8)) == [(BREACH, 420, 480)]
    assert seen(standby.check, on_call(56, parts=8, **BOUND)) == [(NEEDS, 420, 480)]
    agreed = (agreement("10-4 (3)", Party.REPS),)
    assert fine(standby.check, on_call(56, parts=8, agreements=agreed, **BOUND)) == [(420, 420)]
    assert seen(standby.check, on_call(56, parts=8, agreements=agreed)) == [(BREACH, 420, 480)]
    consent = (agreement("10-4 (3)", Party.AUTHORITY),)
    assert fine(standby.check, on_call(56, parts=8, agreements=consent, **BOUND)) == [(420, 420)]


# -- passive duty --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rest", "expected"), [(400, []), (399, [(CONSIDER, 399, 400)])])
def test_what_is_declared_passive_rests_for_two_thirds(rest: int, expected: Any) -> None:
    watch = replace(kind_of("H"), code="Q", name="Q", resting=(Part(60, 60 + rest),))
    assert seen(passive_extension.check, roster_of(kinds=(watch,), kari="Q - - - - - -")) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("21-08 - - - - - -", []),
        ("H H H H - - -", []),
        ("D H H H H - -", []),
        ("08-16.01 H H H H - -", [(NEEDS, 481, 480)]),
    ],
)
def test_the_week_is_lengthened_to_forty_eight_and_no_more(line: str, expected: Any) -> None:
    assert seen(passive_extension.check, roster_of(kari=line)) == expected


def test_the_day_is_lengthened_by_two_hours_and_no_more() -> None:
    watch = replace(kind_of("H"), code="Q", name="Q", start=20 * 60 + 59, length=11 * 60 + 1)
    assert seen(passive_extension.check, roster_of(kinds=(watch,), kari="Q - - - - - -")) == [(NEEDS, 121, 120)]
    watch = replace(watch, length=11 * 60)
    assert fine(passive_extension.check, roster_of(kinds=(watch,), kari="Q - - - - - -")) == [(120, 120)]


# -- the full-time week ----------------------------------------------------------------------------------------


def week_of(minutes: int, line: str, **given: Any) -> list[Any]:
    people = {"kari": {"percent": Decimal(given.pop("percent", 100)), "full_time_week": minutes}}
    return seen(full_time_week.check, roster_of(kari=line, people=people, **given))


THIRD = "D D D D - - - | D D D D - - - | D D D - - - D"


def test_the_full_time_week_is_what_the_roster_gives() -> None:
    assert week_of(2250, FORTY, **BOUND) == []
    assert week_of(2130, FORTY, **BOUND) == [(CONSIDER, 2130, 2250)]
    assert week_of(2130, THIRD, **BOUND) == []
    assert week_of(2136, THIRD, **BOUND) == []
    assert week_of(2137, THIRD, **BOUND) == [(CONSIDER, 2137, 2130)]


def test_the_law_is_a_ceiling_and_less_is_anybodys_to_agree() -> None:
    assert week_of(2250, FORTY) == []
    assert week_of(2250, THIRD) == []
    assert week_of(2287, THIRD) == [(CONSIDER, 2287, 2280)]


def test_nights_and_sundays_of_a_part_timer_are_scaled_to_full_time() -> None:
    """Three weeks of days, evenings and nights: R is twice as much for half a position."""
    line = "D E N - - - D | - - - - - - - | D - - - - - -"
    roster = roster_of(kari=line, people={"kari": {"percent": Decimal(50)}}, **BOUND)
    whole = roster_of(kari=line, people={"kari": {"percent": Decimal(100)}}, **BOUND)
    off = (7 * 15 + 2 * 15 + 8 * 10) / 3
    assert float(full_time_week.by_hours(roster, "kari")) == pytest.approx(max(2016, min(2130, 2250 - 2 * off)))
    assert float(full_time_week.by_hours(whole, "kari")) == pytest.approx(max(2016, min(2130, 2250 - off)))


def test_a_week_within_the_single_week_agreed_is_no_overtime_for_a_part_timer_either():
    half = {"people": {"kari": {"percent": Decimal(50)}}, **BOUND, "agreements": (individual(),)}
    fifty = roster_of(kari=f"{FORTY.replace('- -', '08-18')} - {FREE}", **half)
    (found,) = overtime.check(fifty)
    assert (found.verdict, found.measured) == (Verdict.OK, 0)
    longer = roster_of(kari=f"{FORTY.replace('- -', '08-18.30')} - {FREE}", **half)
    (found,) = overtime.check(longer)
    assert found.measured == 30
