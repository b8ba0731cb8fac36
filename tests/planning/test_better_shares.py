"""Whole weekends, and even shares of what is heavy, by stillingsprosent and with what came before (D32)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.assistant import Ceiling, HeldSkill, WeekendRhythm
from roster.domain.brief import Balances
from roster.domain.roster import Roster
from roster.planning import worth
from tests.planning.loads import FORMS
from tests.planning.points import points, points_of
from tests.rules.builders import roster_of

# -- whole weekends ----------------------------------------------------------------------------------------


@FORMS
@pytest.mark.parametrize(
    ("kari", "times"),
    [
        ("- - - - - D D", 0),
        ("- - - - - D -", 1),
        ("- - - - - - D", 1),
        ("- - - - 18.01-22 D D", 0),
        ("- - - - 18.01-22 - -", 1),
        ("- - - - 18-22 - -", 0),
        ("- - - - 18.01-22 D -", 1),
        ("- - - - 18.01-22 - D", 1),
        ("- - - - - - -", 0),
    ],
)
def test_a_weekend_is_worked_whole_or_not_at_all_and_a_late_friday_goes_with_it(kari, times, cycle):
    roster = roster_of(kari=kari, ola="- - - - - D D", cycle=cycle)
    assert points_of("split-weekend", roster) == times * worth.SPLIT_WEEKEND
    assert points_of("split-weekend", roster, "ola") == 0


@FORMS
def test_everybodys_weekend_is_looked_at(cycle):
    roster = roster_of(kari="- - - - - D D", ola="- - - - 18.01-22 - -", cycle=cycle)
    assert points_of("split-weekend", roster, "ola") == worth.SPLIT_WEEKEND


@FORMS
def test_a_weekend_with_need_on_one_day_is_never_split(cycle):
    roster = roster_of(kari="- - - - - D - - - - - - D D", ola="- - - - - - - - - - - - - -", cycle=cycle)
    assert points_of("split-weekend", roster) == 0


# -- even shares -------------------------------------------------------------------------------------------

HALF = {"kari": {"percent": Decimal(100)}, "ola": {"percent": Decimal(50)}}
NONE = "- - - - - - -"
SORTS = {"weekends": "- - - - - D D", "nights": "- N - - - - -", "evenings": "- E - - - - -"}


def shared(token: str, kari: int, ola: int, **more: Any) -> Roster:
    """So many weeks of that kind each, one after the other."""
    weeks = [NONE] * (kari + ola)
    return roster_of(
        kari=" ".join([*[token] * kari, *weeks[kari:]] or [NONE]),
        ola=" ".join([*weeks[:kari], *[token] * ola] or [NONE]),
        **more,
    )


def in_turn(people: dict[str, Any], cycle: bool, **weekends: int) -> Roster:
    """So many weekends each, one after the other."""
    whole, before, lines = sum(weekends.values()), 0, {}
    for who, number in weekends.items():
        weeks = [NONE] * before + [SORTS["weekends"]] * number + [NONE] * (whole - before - number)
        lines[who], before = " ".join(weeks), before + number
    return roster_of(**lines, people=people, cycle=cycle)


def uneven(what: str, roster: Roster) -> int:
    found = points_of(f"balance-{what}", roster, "")
    assert found % worth.UNEVEN[what] == 0
    return found // worth.UNEVEN[what]


@FORMS
@pytest.mark.parametrize("what", ["nights", "evenings"])
@pytest.mark.parametrize(
    ("kari", "ola", "units"), [(1, 1, 0), (2, 1, 0), (2, 2, 0), (3, 1, 0), (4, 2, 0), (1, 2, 2), (4, 0, 2), (0, 3, 4)]
)
def test_who_has_half_a_position_has_half_of_it(kari, ola, units, what, cycle):
    """Of 4, the shares are 8/3 and 4/3: 2 or 3, and 1 or 2."""
    assert uneven(what, shared(SORTS[what], kari, ola, people=HALF, cycle=cycle)) == units


QUARTER = {"kari": {"percent": Decimal(100)}, "ola": {"percent": Decimal(50)}, "eva": {"percent": Decimal(50)}}


@FORMS
@pytest.mark.parametrize(
    ("kari", "ola", "eva", "units"), [(2, 1, 1, 0), (2, 2, 0, 2), (3, 1, 0, 2), (1, 2, 1, 2), (4, 2, 2, 0)]
)
def test_who_has_half_of_all_positions_has_half_of_the_weekends(kari, ola, eva, units, cycle):
    assert uneven("weekends", in_turn(QUARTER, cycle, kari=kari, ola=ola, eva=eva)) == units


@FORMS
@pytest.mark.parametrize(
    ("kari", "ola", "eva", "units"), [(4, 2, 2, 0), (5, 2, 1, 2), (5, 3, 0, 4), (6, 1, 1, 4), (3, 3, 2, 2)]
)
def test_nobodys_share_is_more_than_every_other_weekend_with_a_sunday(kari, ola, eva, units, cycle):
    """Of 8, by position 6, 1 and 1: 4, 2 and 2."""
    people = {"kari": {"percent": Decimal(90)}, "ola": {"percent": Decimal(15)}, "eva": {"percent": Decimal(15)}}
    assert uneven("weekends", in_turn(people, cycle, kari=kari, ola=ola, eva=eva)) == units


@FORMS
def test_weekends_without_need_on_sundays_go_by_position_alone(cycle):
    saturday = "- - - - - D -"
    assert uneven("weekends", shared(saturday, 3, 1, people=HALF, cycle=cycle)) == 0
    assert uneven("weekends", shared(saturday, 2, 2, people=HALF, cycle=cycle)) == 0
    assert uneven("weekends", shared(saturday, 1, 3, people=HALF, cycle=cycle)) == 2


@FORMS
def test_those_with_a_rhythm_are_not_taken_for_others_who_share(cycle):
    """Kari and Ola share what Eva, with hers, leaves of eight weekends: Kari may have four of them."""
    people = QUARTER | {"eva": {"percent": Decimal(50), "weekends": WeekendRhythm(2, 1)}}
    assert uneven("weekends", in_turn(people, cycle, kari=4, ola=2, eva=2)) == 0
    assert uneven("weekends", in_turn(people, cycle, kari=3, ola=3, eva=2)) == 2


@pytest.mark.parametrize("what", SORTS)
def test_what_came_before_counts_in_a_calendar_alone(what):
    before = (Balances("eva", **{what: 30}), Balances("ola", **{what: 3}))
    assert uneven(what, shared(SORTS[what], 3, 0)) == 2
    assert uneven(what, shared(SORTS[what], 3, 0, balances=before)) == 0
    assert uneven(what, shared(SORTS[what], 3, 0, balances=before, cycle=True)) == 2


EASTER = date(2027, 3, 22)
"""A Monday; red are Thursday, Friday and Sunday."""


@pytest.mark.parametrize(
    ("kari", "units"),
    [
        ("- - - D D D D", 2),
        ("- - - D D - -", 0),
        ("D D D - D D -", 0),
        ("- - - 08-10+12-14 D - -", 0),
        ("- - - D D - D", 2),
    ],
)
def test_red_days_are_shared_by_the_day(kari, units):
    """Of three days the shares are one or two, of two one each, whatever there is of shifts on a day."""
    ola = "- - - - - - D" if units == 0 else NONE
    assert uneven("red", roster_of(start=EASTER, kari=kari, ola=ola)) == units
    assert ("balance-red", "") not in points(roster_of(start=EASTER, kari=kari, ola=NONE, cycle=True))


def test_a_night_into_a_red_day_is_that_red_day_for_planning_too():
    """Nights to Thursday and Friday against one day: as two to one. Nights from 23 on the last red day are none."""
    assert uneven("red", roster_of(start=EASTER, kari="- - N N - - -", ola="- - - - - - -")) == 2
    assert uneven("red", roster_of(start=EASTER, kari="- - N N - - -", ola="- - - - - - D")) == 0
    assert uneven("red", roster_of(start=EASTER, kari="- - - - - - - | N - - - - - -", ola="- - - - - - -")) == 0


def test_an_ordinary_sunday_is_no_red_day():
    assert ("balance-red", "") not in points(shared("- - - - - - D", 4, 0))


def test_red_days_of_before_count_with_those_planned():
    before = (Balances("ola", red_days=3),)
    assert uneven("red", roster_of(start=EASTER, kari="- - - D D - D", ola=NONE, balances=before)) == 0


@FORMS
@pytest.mark.parametrize(
    ("what", "own"),
    [
        ("weekends", {"weekends": WeekendRhythm(2, 1)}),
        ("weekends", {"most_weekends": Ceiling(1, 4)}),
        ("nights", {"most_nights": Ceiling(1, 4)}),
    ],
)
def test_who_has_a_rhythm_or_a_ceiling_shares_with_nobody(what, own, cycle):
    token = SORTS[what]
    assert uneven(what, shared(token, 3, 0, cycle=cycle)) == 2
    assert uneven(what, shared(token, 3, 0, people={"ola": own}, cycle=cycle)) == 0
    assert uneven("evenings", shared(SORTS["evenings"], 3, 0, people={"ola": own}, cycle=cycle)) == 2


@FORMS
def test_who_lacks_the_skill_or_has_no_position_shares_with_nobody(cycle):
    roster = shared(SORTS["evenings"], 3, 0, people={"kari": {"skills": (HeldSkill("lift"),)}}, cycle=cycle)
    shifts = tuple(replace(one, skills=frozenset({"lift"})) for one in roster.frame.shifts)
    assert uneven("evenings", Roster(replace(roster.frame, shifts=shifts), roster.works)) == 0
    none = {"ola": {"percent": Decimal(0)}}
    assert uneven("evenings", shared(SORTS["evenings"], 1, 2, people=none, cycle=cycle)) == 0


def test_the_dearest_are_weekends_and_red_days():
    assert worth.UNEVEN["weekends"] > worth.UNEVEN["red"] > worth.UNEVEN["nights"] > worth.UNEVEN["evenings"]
