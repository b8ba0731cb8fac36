"""The red døgn of § 10-10 in years where they merge, shift and meet the clock change; night minutes."""

from datetime import date, datetime

import pytest

from roster.domain.clock import OSLO
from roster.domain.kinds import Employer
from roster.rules.zones import RedDay, easter_day, night_minutes, red_days, red_minutes, red_of
from tests.rules.builders import roster_of


def zones(start: date) -> dict[date, RedDay]:
    return {red.day: red for red in red_days(roster_of(start=start, kari="- - - - - - -").frame)}


def wall(red: RedDay) -> tuple[datetime, datetime]:
    return OSLO.wall(red.span.start), OSLO.wall(red.span.end)


@pytest.mark.parametrize(
    ("monday", "day", "opens", "closes"),
    [
        ("2027-01-11", "2027-01-17", "2027-01-16 18:00", "2027-01-17 22:00"),
        ("2027-03-22", "2027-03-25", "2027-03-24 18:00", "2027-03-25 22:00"),
        ("2027-03-22", "2027-03-26", "2027-03-25 22:00", "2027-03-26 22:00"),
        ("2027-03-22", "2027-03-28", "2027-03-27 15:00", "2027-03-28 22:00"),
        ("2027-03-22", "2027-03-29", "2027-03-28 22:00", "2027-03-29 22:00"),
        ("2027-05-10", "2027-05-16", "2027-05-15 15:00", "2027-05-16 22:00"),
        ("2027-05-10", "2027-05-17", "2027-05-16 22:00", "2027-05-17 22:00"),
        ("2026-12-21", "2026-12-25", "2026-12-24 15:00", "2026-12-25 22:00"),
        ("2026-12-28", "2027-01-01", "2026-12-31 18:00", "2027-01-01 22:00"),
        ("2027-04-26", "2027-05-01", "2027-04-30 22:00", "2027-05-01 22:00"),
        ("2024-05-13", "2024-05-17", "2024-05-16 22:00", "2024-05-17 22:00"),
        ("2024-05-13", "2024-05-19", "2024-05-18 15:00", "2024-05-19 22:00"),
        ("2034-05-15", "2034-05-17", "2034-05-16 22:00", "2034-05-17 22:00"),
        ("2034-05-15", "2034-05-18", "2034-05-17 22:00", "2034-05-18 22:00"),
        ("2022-04-25", "2022-05-01", "2022-04-30 18:00", "2022-05-01 22:00"),
    ],
)
def test_when_a_red_day_opens_and_closes(monday: str, day: str, opens: str, closes: str) -> None:
    red = zones(date.fromisoformat(monday))[date.fromisoformat(day)]
    assert wall(red) == (datetime.fromisoformat(opens), datetime.fromisoformat(closes))


@pytest.mark.parametrize("year", range(2017, 2041))
def test_easter_is_found_among_the_red_days_of_every_year(year: int) -> None:
    golden, century = year % 19, year // 100
    shift = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - shift - year % 100 % 4) % 7
    late = (golden + 11 * shift + 22 * weekday) // 451
    month, day = divmod(shift + weekday - 7 * late + 114, 31)
    assert easter_day(year) == date(year, month, day + 1)


def test_the_zone_of_easter_eve_is_an_hour_shorter_for_the_clock_change() -> None:
    red = zones(date(2027, 3, 22))[date(2027, 3, 28)]
    assert red.span.minutes == 30 * 60


def test_a_saturday_evening_is_sunday_work_and_sunday_after_ten_is_not() -> None:
    roster = roster_of(kari="- - - - - 14-20 21-24")
    reds = red_days(roster.frame)
    assert [red_minutes(one, reds) for one in roster.of("kari")] == [120, 60]


def test_a_shift_belongs_to_the_red_day_where_most_of_its_red_minutes_lie() -> None:
    roster = roster_of(start=date(2027, 3, 22), kari="- - - 20-03 - - -")
    red = red_of(roster.of("kari")[0], red_days(roster.frame))
    assert red is not None
    assert red.day == date(2027, 3, 26)


def test_of_two_red_days_with_as_many_minutes_the_first_has_the_shift() -> None:
    roster = roster_of(start=date(2027, 3, 22), kari="- - - 20-24 - - -")
    red = red_of(roster.of("kari")[0], red_days(roster.frame))
    assert red is not None
    assert red.day == date(2027, 3, 25)


def test_a_cycle_knows_sundays_only() -> None:
    days = [red.day for red in red_days(roster_of(start=date(2027, 3, 22), cycle=True, kari="D").frame)]
    assert all(day.weekday() == 6 for day in days)


def test_night_is_from_nine_to_six_and_from_eleven_with_a_private_person() -> None:
    for employer, minutes in ((Employer.PRIVAT, 9 * 60), (Employer.PRIVATPERSON, 7 * 60)):
        roster = roster_of(employer=employer, kari="20-07 - - - - - -")
        assert night_minutes(roster.frame, roster.of("kari")[0]) == minutes


def test_a_night_of_clock_change_is_counted_as_it_passes() -> None:
    for start, minutes in ((date(2027, 3, 22), 8 * 60), (date(2027, 10, 25), 10 * 60)):
        roster = roster_of(start=start, kari="- - - - - 21-06 -")
        assert night_minutes(roster.frame, roster.of("kari")[0]) == minutes
