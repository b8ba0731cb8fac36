"""Who is young, and when: D19."""

from datetime import date, timedelta

import pytest

from roster.domain.assistant import Assistant
from roster.rules.young import adult_from, is_young, young_people
from tests.rules.builders import MONDAY, person, roster_of


def born(day: date | int | None) -> Assistant:
    return person("kari", born=day)


@pytest.mark.parametrize(
    ("day", "adult"),
    [
        (date(2009, 1, 13), date(2027, 1, 13)),
        (date(2008, 2, 29), date(2026, 3, 1)),
        (2009, date(2028, 1, 1)),
        (None, date.min),
    ],
)
def test_the_eighteenth_birthday_is_the_first_day_of_an_adult(day: date | int | None, adult: date) -> None:
    assert adult_from(born(day)) == adult


def test_age_is_that_on_the_day_and_in_a_cycle_that_on_its_first() -> None:
    one = born(MONDAY.replace(year=2009) + timedelta(days=2))
    calendar = roster_of(kari="D").frame
    assert is_young(calendar, one, MONDAY + timedelta(days=1))
    assert not is_young(calendar, one, MONDAY + timedelta(days=2))
    assert is_young(roster_of(cycle=True, kari="D").frame, one, MONDAY + timedelta(days=2))


def test_who_turns_18_in_the_plan_is_young_when_it_begins() -> None:
    people = {"kari": {"born": MONDAY.replace(year=2009) + timedelta(days=2)}, "ola": {"born": date(2000, 1, 1)}}
    frame = roster_of(kari="D", ola="D", people=people).frame
    assert [one.id for one in young_people(frame)] == ["kari"]
