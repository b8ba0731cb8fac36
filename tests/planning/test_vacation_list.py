"""The vacation list: what is to be told is what lies ahead, and New Year parts the days but not the vacation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from roster.domain.days import DateSpan
from roster.domain.vacation_list import days_of, joined, virkedager
from roster.planning.special_weeks import Special
from roster.wording.vacation_words import NOT_PLANNED, Listed, sentence
from roster.workflow.vacation import vacation_list
from tests.planning.test_special_weeks import four, on_dates

WINTER = DateSpan(date(2027, 2, 15), date(2027, 2, 21))
SUMMER = DateSpan(date(2027, 7, 5), date(2027, 7, 25))
NEW_YEAR = DateSpan(date(2027, 12, 27), date(2028, 1, 9))


def listed(year: int, today: date, vacation: Sequence[DateSpan]) -> tuple[Listed, str]:
    """The line of A1."""
    plan = on_dates(four(date(2027, 3, 15)), 2)
    people = tuple(replace(one, vacation=tuple(vacation)) if one.id == "A1" else one for one in plan.brief.assistants)
    brief = replace(plan.brief, assistants=people)
    special = Special(plan, plan.roster, (), {}, 0.0, True)
    (line,) = (one for one in vacation_list(special, brief, {}, year, today) if one.who == "A1")
    return line, sentence(brief, line)


def test_each_vacation_to_come_has_a_day_of_notice_of_its_own():
    line, said = listed(2027, WINTER.first - timedelta(days=10), (SUMMER, WINTER))
    assert line.told_by is not None
    assert f"Varsles senest {line.told_by:%d.%m.%Y} (for seint: må avtales) og 05.05.2027. " in said


def test_what_has_been_held_needs_no_notice_any_more():
    line, said = listed(2027, date(2027, 4, 1), (SUMMER, WINTER))
    assert (line.dates, line.told_by, line.told) == ((WINTER, SUMMER), date(2027, 5, 5), True)
    assert "for seint" not in said
    late, said = listed(2027, date(2027, 5, 6), (SUMMER, WINTER))
    assert not late.told
    assert "for seint" in said
    over, said = listed(2027, SUMMER.last + timedelta(days=1), (SUMMER, WINTER))
    assert over.told_by is None
    assert "Varsles" not in said


def test_a_sunday_between_two_weeks_of_vacation_is_part_of_it_and_no_virkedag():
    monday, saturday = date(2027, 7, 5), date(2027, 7, 17)
    days = days_of((DateSpan(monday, date(2027, 7, 10)), DateSpan(date(2027, 7, 12), saturday)))
    assert joined(days) == (DateSpan(monday, saturday),)
    assert virkedager(days) == virkedager(days_of(joined(days))) == 12
    apart = (DateSpan(monday, date(2027, 7, 9)), DateSpan(date(2027, 7, 11), saturday))
    assert joined(days_of(apart)) == apart


def test_a_vacation_over_new_year_is_in_both_lists_with_the_days_of_each_year():
    """27 to 31 December are five virkedager; of 3 to 8 January all six are, and 1 January is red and 2 a Sunday."""
    old, _ = listed(2027, date(2027, 4, 1), (NEW_YEAR,))
    new, said = listed(2028, date(2027, 12, 20), (NEW_YEAR,))
    assert (old.dates, old.year) == ((NEW_YEAR,), 5)
    assert (new.dates, new.year, new.told) == ((NEW_YEAR,), 6, False)
    assert "ingen ferie" not in said


def test_shifts_that_the_one_on_vacation_has_still_are_covered_by_nobody_else():
    inside = DateSpan(date(2027, 3, 22), date(2027, 3, 28))
    line, said = listed(2027, date(2027, 1, 1), (inside,))
    assert line.covered == {NOT_PLANNED: line.shifts}
    assert f"dekkes av: {NOT_PLANNED} {line.shifts}" in said
