"""Rest of those under 18 at its edges: aml § 11-5 (2) and (3), D9, D18, D19."""

from datetime import date
from typing import Any

import pytest

from roster.domain.assistant import Hours, OtherWork
from roster.domain.days import DateSpan, When
from roster.domain.finding import Verdict
from roster.domain.kinds import Elsewhere, Tariff
from roster.domain.roster import Roster
from roster.rules.young_rest import check
from tests.planning.readings import at_the_edge, refused
from tests.rules.builders import roster_of, seen, short_rest

BREACH, CONSIDER = Verdict.BREACH, Verdict.CONSIDER
SEVENTEEN, FOURTEEN = date(2009, 6, 1), date(2012, 6, 1)


def young(line: str, born: date | int | None = SEVENTEEN, **given: Any) -> Roster:
    more = given.pop("person", {})
    return roster_of(people={"kari": {"born": born, **more}}, kari=line, **given)


def in_order(roster: Roster) -> list[tuple[int | None, int | None]]:
    return [(one.measured, one.limit) for one in check(roster) if one.verdict is Verdict.OK]


def test_twelve_hours_are_enough_at_seventeen_and_a_minute_less_is_a_breach() -> None:
    assert in_order(young("13-20 08-14 - - - - -"))[0] == (720, 720)
    assert seen(check, young("13-20 07.59-14 - - - - -")) == [(BREACH, 719, 720)]


def test_under_fifteen_fourteen_hours_are_owed() -> None:
    assert in_order(young("18-20 10-12 - - - - -", FOURTEEN))[0] == (840, 840)
    assert seen(check, young("18-20 09.59-12 - - - - -", FOURTEEN)) == [(BREACH, 839, 840)]


def test_adults_and_those_without_a_birth_date_are_not_judged() -> None:
    for born in (date(1990, 1, 1), None):
        assert list(check(young("14-22 08-14 - - - - -", born))) == []


def test_the_age_is_that_of_the_day_on_which_work_starts() -> None:
    """18 on Tuesday 12 January 2027: Monday's rest is owed in full, Tuesday's is not."""
    birthday = date(2009, 1, 12)
    assert seen(check, young("13-20 07-15 - - - - -", birthday)) == [(BREACH, 660, 720)]
    assert seen(check, young("- 13-20 07-15 - - - -", birthday)) == []


def test_of_a_year_alone_the_last_day_of_it_counts_as_under_eighteen() -> None:
    old = young("- - - 13-20 07-15 - -", 2008, start=date(2026, 12, 28))
    assert seen(check, old) == [(BREACH, 660, 720)]
    assert all(one.facts.get("birth_year") for one in check(old))
    assert list(check(young("13-20 07-15 - - - - -", 2008))) == []


def test_no_agreement_shortens_it() -> None:
    agreed = {"tariff": Tariff.KS_HTA, "agreements": (short_rest(),)}
    assert seen(check, young("13-20 07-14 - - - - -", **agreed)) == [(BREACH, 660, 720)]


def test_work_for_another_employer_counts() -> None:
    monday = When(dates=DateSpan(date(2027, 1, 11), date(2027, 1, 11)))
    evening = OtherWork(Hours(monday, 15 * 60, 20 * 60), Elsewhere.OTHER)
    line = "- 07-13 - - - - -"
    assert seen(check, young(line)) == []
    assert "young-rest" in _refusing(young(line, person={"elsewhere": (evening,)}))


def _refusing(roster: Roster) -> set[str]:
    return {one.rule for one in check(roster) if one.verdict.fails}


def test_the_spring_night_is_to_be_considered() -> None:
    assert seen(check, young("- - - - - 14-20 08-13", start=date(2027, 3, 22))) == [(CONSIDER, 660, 720)]


WEEK = "15-20 15-20 15-20 15-20 15-20 - {}-22 | 15-20 - - - - - -"


def test_forty_eight_hours_a_week_are_enough_and_a_minute_less_is_a_breach() -> None:
    assert (2880, 2880) in in_order(young(WEEK.format("20"), before={"kari": "15-20"}))
    assert seen(check, young(WEEK.format("19.59"), before={"kari": "15-20"})) == [(BREACH, 2879, 2880)]


def test_a_week_that_begins_after_the_birthday_owes_adults_rest() -> None:
    """18 on Monday 18 January 2027: the first week is a young one, the second is not."""
    week = "15-20 15-20 15-20 15-20 15-20 - 19.59-22"
    line = f"{week} | {week}"
    found = [one for one in check(young(line, date(2009, 1, 18), before={"kari": "15-20"})) if one.verdict is BREACH]
    assert [one.facts["week"] for one in found] == [1]


@pytest.mark.parametrize(("born", "edge"), [(SEVENTEEN, 12), (FOURTEEN, 14)])
@pytest.mark.parametrize("cycle", [False, True])
def test_the_solver_refuses_from_the_same_minute_on(born: date, edge: int, cycle: bool) -> None:
    def made(sooner: int) -> Roster:
        begins = 16 * 60 - sooner
        return young(f"16-18 {begins // 60:02d}.{begins % 60:02d}-17 - - - - -", born, cycle=cycle)

    assert at_the_edge("young-rest", made, 0, 12 * 60) == (22 - edge) * 60 + 1


@pytest.mark.parametrize("born", [date(2009, 1, 11), date(2009, 1, 12), date(2009, 1, 18), date(2009, 1, 19)])
def test_both_readings_agree_around_the_birthday(born: date) -> None:
    refused("young-rest", young("13-20 07-15 - 13-20 07-15 - 19.59-22", born, before={"kari": "15-20"}))


@pytest.mark.parametrize(
    ("first", "found"), [("20-22", []), ("19.59-22", [(BREACH, 2879, 2880)]), ("15-20", [(BREACH, 2580, 2880)])]
)
def test_the_plan_leaves_the_week_before_it_its_rest_of_48_hours(first: str, found: list[object]) -> None:
    """Free from Saturday 20: only 24 hours of the rest may lie past the week, so that it ends on Monday at 20."""
    roster = young(f"{first} - - - - - -", before={"kari": "15-20 15-20 15-20 15-20 15-20 15-20 -"})
    assert [one for one in seen(check, roster) if one[2] == 2880] == found
    in_order = any(one.verdict is Verdict.OK for one in check(roster) if one.limit == 2880)
    assert in_order is not bool(found)
    assert refused("young-rest", roster) is bool(found)


@pytest.mark.parametrize(("wednesday", "fails"), [("20-22", False), ("19.59-22", True)])
def test_a_rest_of_48_hours_that_the_week_before_needs_serves_no_week_of_the_plan(wednesday: str, fails: bool) -> None:
    """Free from Saturday 20: the first 48 hours are those of the week before, and the next ones end on Wednesday."""
    line = f"- - {wednesday} 15-20 15-20 15-20 15-20"
    roster = young(line, before={"kari": "15-20 15-20 15-20 15-20 15-20 15-20 -"})
    assert refused("young-rest", roster) is fails
