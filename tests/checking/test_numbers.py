"""Hours, dates and times as they are written in Norwegian."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from roster.wording.numbers import counted, hours_clock, hours_decimal, listed, long_date, percent, time_of_day


@pytest.mark.parametrize(
    ("minutes", "clock", "decimal"),
    [
        (2130, "35:30", "35,5"),
        (659, "10:59", "10,98"),
        (0, "0:00", "0"),
        (600, "10:00", "10"),
        (-90, "−1:30", "−1,5"),
        (5, "0:05", "0,08"),
    ],
)
def test_hours_are_written_both_ways(minutes: int, clock: str, decimal: str) -> None:
    assert (hours_clock(minutes), hours_decimal(minutes)) == (clock, decimal)


def test_parts_of_minutes_are_rounded_to_what_is_shown() -> None:
    assert hours_decimal(Fraction(2130) * Fraction(71, 100)) == "25,21"


def test_dates_times_and_lists() -> None:
    assert long_date(date(2027, 1, 4)) == "mandag 4. januar 2027"
    assert time_of_day(datetime(2027, 1, 4, 7, 30)) == "07.30"
    assert percent(Decimal("71.50")) == "71,5 %"
    assert percent(Decimal(100)) == "100 %"
    assert [counted(number, "vakt", "vakter") for number in (1, 2)] == ["1 vakt", "2 vakter"]
    assert [listed(words) for words in (["a"], ["a", "b"], ["a", "b", "c"], [])] == ["a", "a og b", "a, b og c", ""]
