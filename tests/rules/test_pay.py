"""What is paid for active work in resting time, supplements by their kind, and known rates by their dates (D8, 4.2-4.4)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.clock import OSLO
from roster.domain.finding import Verdict
from roster.domain.kinds import Tariff, WorkSort
from roster.domain.rates import PayKind
from roster.domain.recorded import recorded
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.domain.shift import paid, worked
from roster.domain.written import written_shift
from roster.rules import passive_extension
from roster.rules.pay import paid_shift
from roster.rules.profiles import DAY_WEEK, TURNUS_WEEK, profile
from roster.rules.supplements import supplement
from tests.rules.builders import roster_of, seen

VIRKE, KS = Tariff.VIRKE_BPA, Tariff.KS_HTA


def night(tariff: Tariff, *active: tuple[int, int], resting_paid: int | None = None) -> Roster:
    """22-08 with rest 23-07; active from so many minutes past 23 to so many."""
    standard = profile(tariff)
    settings = Settings(
        resting_paid=standard.resting_paid if resting_paid is None else resting_paid, activations=standard.activations
    )
    base = roster_of(kari="- - - - - - -", tariff=tariff, settings=settings)
    start = datetime(2027, 1, 11, 22)
    eleven = start + timedelta(hours=1)
    one = written_shift(
        OSLO,
        "1",
        start,
        start + timedelta(hours=10),
        resting=[(eleven, eleven + timedelta(hours=8))],
        passive_because="Brukeren sover",
        active=[(eleven + timedelta(minutes=first), eleven + timedelta(minutes=last)) for first, last in active],
    )
    return recorded(base.frame.brief, [("kari", one)])


@pytest.mark.parametrize(
    ("active", "minutes"),
    [
        ((), 120 + 160),
        (((60, 61),), 120 + 160 + 30),
        (((60, 90),), 120 + 160 + 30),
        (((60, 91),), 120 + 160 + 60),
        (((60, 70), (120, 130)), 120 + 160 + 60),
        (((60, 219),), 120 + 160 + 180),
        (((60, 220),), 600),
    ],
)
def test_virke_pays_activations_by_begun_half_hours_and_from_a_third_all(active: Any, minutes: int) -> None:
    roster = night(VIRKE, *active)
    (one,) = roster.of("kari")
    assert paid(one, roster.frame.brief.settings.resting_paid) == minutes


@pytest.mark.parametrize(
    ("active", "higher"), [((), 60 + 140), (((60, 61),), 60 + 140 + 30), (((60, 220),), 480), (((425, 426),), 60 + 140)]
)
def test_of_overtime_what_is_active_at_night_is_of_the_higher_kind(active: Any, higher: int) -> None:
    """22-08 with rest 23-07: until 06 an hour awake and 7 of rest; what was paid for being active after 06 is not."""
    roster = night(VIRKE, *active)
    shift = replace(roster.of("kari")[0], work=WorkSort.OVERTIME)
    found = paid_shift(roster.frame, "kari", shift)
    assert found.minutes[PayKind.OVERTIME_100] == higher
    assert found.paid == paid(shift, 20)


def test_without_such_a_clause_active_work_is_paid_in_full() -> None:
    roster = night(KS, (60, 120), resting_paid=20)
    assert paid(roster.of("kari")[0], 20) == 120 + 60 + 7 * 20


def test_a_third_of_the_rest_active_is_to_be_considered() -> None:
    assert seen(passive_extension.check, night(VIRKE, (60, 219)))[0][1:] == (321, 400)
    assert seen(passive_extension.check, night(VIRKE, (60, 220))) == [(Verdict.CONSIDER, 160, 160)]


def minutes(tariff: Tariff, name: str, start: datetime, hours: int, **given: Any) -> int | None:
    base = roster_of(kari="- - - - - - -", tariff=tariff, settings=Settings(resting_paid=profile(tariff).resting_paid))
    one = written_shift(OSLO, "1", start, start + timedelta(hours=hours), **given)
    return supplement(base.frame, one, name)


@pytest.mark.parametrize(
    ("name", "start", "hours", "expected"),
    [
        ("weekend", datetime(2027, 3, 27, 8), 8, 0),
        ("holiday", datetime(2027, 3, 27, 8), 8, 480),
        ("weekend", datetime(2027, 5, 15, 8), 8, 240),
        ("holiday", datetime(2027, 5, 15, 8), 8, 240),
        ("evening_night", datetime(2027, 5, 15, 14), 8, 300),
        ("holiday", datetime(2027, 4, 30, 8), 16, 0),
        ("holiday", datetime(2026, 12, 23, 8), 16, 0),
    ],
)
def test_of_weekend_and_holiday_the_higher_goes_first_and_evening_beside_both(
    name: str, start: datetime, hours: int, expected: int
) -> None:
    assert minutes(KS, name, start, hours) == expected


def test_a_break_that_is_no_working_time_carries_no_supplement() -> None:
    start = datetime(2027, 1, 11, 14)
    pause = (start + timedelta(hours=4), start + timedelta(hours=5))
    assert minutes(KS, "evening_night", start, 8, breaks=[(pause, False)]) == 240
    assert minutes(KS, "evening_night", start, 8, breaks=[(pause, True)]) == 300


@pytest.mark.parametrize("day", [date(2027, 3, 27), date(2027, 10, 30), date(2027, 1, 11)])
def test_a_break_over_the_change_of_clock_is_taken_out_by_the_clock_of_pay(day: date) -> None:
    """22-08 with a break 01.30-03.30: 8 hours are paid and worked, whatever the clock did meanwhile (D9)."""
    start = datetime(day.year, day.month, day.day, 22)
    pause = (start + timedelta(hours=3, minutes=30), start + timedelta(hours=5, minutes=30))
    one = written_shift(OSLO, "1", start, start + timedelta(hours=10), breaks=[(pause, False)])
    assert (paid(one, 20), worked(one)) == (480, 480)
    frame = roster_of(kari="- - - - - - -", tariff=VIRKE).frame
    assert supplement(frame, one, "evening_night") == 360


def test_standby_carries_its_share() -> None:
    start = datetime(2027, 1, 11, 17)
    assert minutes(KS, "evening_night", start, 7, work=WorkSort.STANDBY, standby_parts=7) == 60


def test_being_called_out_of_standby_carries_all_of_it() -> None:
    """6 hours carry a seventh, rounded up, and the hour worked carries itself."""
    start = datetime(2027, 1, 11, 17)
    hour = [(start + timedelta(hours=2), start + timedelta(hours=3))]
    given: dict[str, Any] = {"work": WorkSort.STANDBY, "standby_parts": 7, "active": hour}
    assert minutes(KS, "evening_night", start, 7, **given) == 52 + 60


def test_resting_time_carries_what_it_is_paid_as_where_the_agreement_says_so() -> None:
    start = datetime(2027, 1, 11, 22)
    rest = [(start + timedelta(hours=1), start + timedelta(hours=7))]
    assert minutes(VIRKE, "evening_night", start, 8, resting=rest) == 240
    assert minutes(KS, "evening_night", start, 8, resting=rest) == 480


def test_a_break_in_resting_time_is_taken_out_once() -> None:
    """22-08 with rest 23-07 and half an hour off in it: until 06 an hour awake, and 6.5 hours at a third."""
    start = datetime(2027, 1, 11, 22)
    given: dict[str, Any] = {
        "resting": [(start + timedelta(hours=1), start + timedelta(hours=9))],
        "breaks": [((start + timedelta(hours=5), start + timedelta(hours=5, minutes=30)), False)],
    }
    assert minutes(VIRKE, "evening_night", start, 10, **given) == 60 + 130
    base = roster_of(kari="- - - - - - -", tariff=VIRKE, settings=Settings(resting_paid=20))
    one = written_shift(OSLO, "1", start, start + timedelta(hours=10), work=WorkSort.OVERTIME, **given)
    found = paid_shift(base.frame, "kari", one).minutes
    assert found == {PayKind.OVERTIME_50: 80, PayKind.OVERTIME_100: 190}
    assert sum(found.values()) == paid(one, 20)


@pytest.mark.parametrize("tariff", [Tariff.NONE, VIRKE, Tariff.NHO_BPA, Tariff.ULOBA, Tariff.OSLO, Tariff.OWN])
def test_what_a_holiday_carries_is_known_of_ks_alone(tariff: Tariff) -> None:
    assert minutes(tariff, "holiday", datetime(2027, 5, 17, 8), 8) is None


@pytest.mark.parametrize(
    ("tariff", "week", "day", "kroner"),
    [
        (VIRKE, DAY_WEEK, date(2024, 3, 31), None),
        (VIRKE, DAY_WEEK, date(2024, 4, 1), "206.38"),
        (VIRKE, TURNUS_WEEK, date(2025, 12, 31), "218.01"),
        (VIRKE, TURNUS_WEEK, date(2026, 1, 1), None),
        (Tariff.NHO_BPA, TURNUS_WEEK, date(2022, 9, 30), None),
        (Tariff.NHO_BPA, TURNUS_WEEK, date(2022, 10, 1), "194.77"),
        (Tariff.NHO_BPA, DAY_WEEK, date(2024, 4, 30), "184.38"),
        (Tariff.NHO_BPA, DAY_WEEK, date(2024, 5, 1), None),
        (KS, DAY_WEEK, date(2024, 4, 15), None),
    ],
)
def test_a_rate_is_known_from_a_day_to_a_day(tariff: Tariff, week: int, day: date, kroner: str | None) -> None:
    assert profile(tariff).hourly(week, day) == (None if kroner is None else Decimal(kroner))
