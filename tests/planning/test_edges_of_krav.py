"""Ceilings at both ends of the plan, wishes that are no krav, and times that lie nowhere in it."""

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from roster.domain.assistant import Ceiling, HeldSkill, Hours
from roster.domain.brief import Wish
from roster.domain.days import DateSpan, WeekRule, When
from roster.domain.help_needed import Event, SkillNeed
from roster.domain.kinds import EventSort, WishSort, Worth
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.rules import skills
from solver.problem import Occasions
from tests.planning.loads import FORMS
from tests.planning.readings import agree_on, refused
from tests.rules.builders import MONDAY, roster_of


@FORMS
@pytest.mark.parametrize(
    "start", [MONDAY, MONDAY + timedelta(days=5), MONDAY + timedelta(days=6)], ids=["mon", "sat", "sun"]
)
def test_a_weekend_that_the_plan_parts_counts_in_one_of_its_weeks(start, cycle):
    """From Saturday the late Friday at its end belongs to its first weekend, from Sunday the Saturday at its end."""
    draw = random.Random(f"{start}")
    answers = set()
    for _ in range(25):
        line = " ".join(draw.choices(["19-23", "08-16", "-", "-", "-"], k=21))
        people = {"kari": {"most_weekends": Ceiling(1, draw.randint(1, 3)), "most_nights": Ceiling(2, 1)}}
        answers.add(refused("krav", roster_of(kari=line, start=start, cycle=cycle, people=people)))
    assert answers == {True, False}


def test_the_late_friday_that_ends_a_cycle_makes_its_first_weekend_a_worked_one():
    people = {"kari": {"most_weekends": Ceiling(1, 3)}}
    line = f"{'- ' * 7}08-16 {'- ' * 12}"
    for last, lacking in (("19-23", True), ("18-23", False)):
        roster = roster_of(kari=line + last, start=MONDAY + timedelta(days=5), cycle=True, people=people)
        assert refused("krav", roster) is lacking


@FORMS
def test_each_ceiling_is_its_own(cycle):
    people = {"kari": {"most_weekends": Ceiling(1, 1), "most_nights": Ceiling(2, 1)}}
    lines = (
        "- - - - - D D - - - - - D D",
        "N N - - - - - - - - - - - -",
        "N N N - - - - - - - - - - -",
        "- - - - - - - N - - - - N N",
    )
    verdicts = [refused("krav", roster_of(kari=line, cycle=cycle, people=people)) for line in lines]
    assert verdicts == [False, False, True, True]


@FORMS
@pytest.mark.parametrize("worth", [Worth.WISH, Worth.IMPORTANT])
@pytest.mark.parametrize("sort", WishSort)
def test_a_wish_that_is_no_krav_forbids_nothing(sort, worth, cycle):
    wish = Wish("kari", sort, worth, When(frozenset({0, 5, 6})), other="ola", number=2, kind="D")
    for kari, ola in (("D D D N - D -", "D - - - - - -"), ("- - - N - - D", "D D - - - D -")):
        roster = roster_of(kari=kari, ola=ola, cycle=cycle, brief={"wishes": (wish,)})
        assert not refused("krav", roster)


@FORMS
@pytest.mark.parametrize("where", ["can", "cannot"])
def test_who_can_only_at_times_that_are_not_in_the_plan_can_never(where, cycle):
    past = When(dates=DateSpan(date(2026, 1, 1), date(2026, 1, 31)))
    given = {"kari": {where: (Hours(past, 0, 1440),)}}
    assert refused("availability", roster_of(kari="D - -", cycle=cycle, people=given)) is (where == "can")


@FORMS
@pytest.mark.parametrize("held", list(product([(), ("lift",), ("bil",), ("lift", "bil")], repeat=2)))
def test_each_of_several_skills_that_a_place_asks_for_is_there(held, cycle):
    people = {who: {"skills": tuple(map(HeldSkill, names))} for who, names in zip(("kari", "ola"), held, strict=True)}
    made = roster_of(kari="D D -", ola="D - D", people=people, cycle=cycle)
    asked = (SkillNeed("lift", 1), SkillNeed("bil", 1))
    shifts = tuple(replace(one, skill_needs=asked) for one in made.frame.shifts)
    agree_on(("skills",), Roster(replace(made.frame, shifts=shifts), made.works))


def test_a_mentor_is_asked_for_in_the_name_of_the_one_who_learns():
    when = When(frozenset({0}), WeekRule.ALL)
    training = Event(
        "E1", "Opplæring", EventSort.TRAINING, when, 600, 120, ("kari",), charged=True, mentor="ola", kind="D"
    )
    frame = roster_of(kari="- D", ola="D -", brief={"events": (training,)}).frame
    asked = [one for one in skills.limits(frame) if isinstance(one, Occasions)]
    assert [(one.person, Reason.of(one.because).who) for one in asked] == [("ola", "kari")]


@pytest.mark.parametrize("before", ["N N -", "- N N", "N N N", "N N N N", "D D N"])
@pytest.mark.parametrize("line", ["- N N N - - -", "N - N N - - -", "N N - - - - -", "N N N - N N N"])
@pytest.mark.parametrize("sort", [WishSort.MOST_NIGHTS_IN_A_ROW, WishSort.MOST_DAYS_IN_A_ROW])
def test_a_run_goes_on_from_before_the_plan(sort, line, before):
    """At most three in a row: what is worked before counts with the first days, and a run that is over may end."""
    wishes = (Wish("kari", sort, Worth.DEMAND, number=3),)
    roster = roster_of(kari=line, before={"kari": before}, brief={"wishes": wishes})
    known = [*before.split(), *line.split()]
    counted = [one == "N" or (one == "D" and sort is WishSort.MOST_DAYS_IN_A_ROW) for one in known]
    ends = [0]
    for one in counted:
        ends.append(ends[-1] + 1 if one else 0)
    assert refused("krav", roster) is (max(ends[len(before.split()) + 1 :]) > 3)


NIGHT, SATURDAY = "N - - - - - - ", "- - - - - D - "
LATE = "D D - - - - - "


@pytest.mark.parametrize(
    ("given", "before", "line", "fails"),
    [
        ({"most_nights": Ceiling(2, 3)}, NIGHT * 2, "N", True),
        ({"most_nights": Ceiling(2, 3)}, NIGHT * 2, "- " * 7 + "N", False),
        ({"most_nights": Ceiling(2, 3)}, NIGHT, "N", False),
        ({"most_nights": Ceiling(2, 3)}, NIGHT * 3, "-", False),
        ({"most_nights": Ceiling(2, 3)}, NIGHT * 3, "N", True),
        ({"most_weekends": Ceiling(1, 2)}, SATURDAY, SATURDAY, True),
        ({"most_weekends": Ceiling(1, 2)}, SATURDAY, "- " * 7 + SATURDAY, False),
        ({"most_minutes": Ceiling(24 * 60, 2)}, LATE, "08-16", False),
        ({"most_minutes": Ceiling(24 * 60, 2)}, LATE, "08-16.01", True),
        ({"most_minutes": Ceiling(15 * 60, 2)}, LATE, "-", False),
    ],
)
def test_a_ceiling_counts_the_weeks_before_the_plan(given, before, line, fails):
    """Who had more before it than they accept, is not to blame for it, and has no more (D22)."""
    roster = roster_of(kari=line, before={"kari": before}, people={"kari": given})
    assert refused("krav", roster) is fails


def test_a_weekend_that_the_plan_before_began_is_one():
    """From Sunday on, the Saturday before it is of the same weekend."""
    for most, fails in ((1, False), (0, True)):
        people = {"kari": {"most_weekends": Ceiling(most, 2)}}
        roster = roster_of(kari="D", start=MONDAY + timedelta(days=6), before={"kari": "D"}, people=people)
        assert refused("krav", roster) is fails


@pytest.mark.parametrize(("line", "fails"), [("D", True), ("- D", False)])
def test_the_weekend_of_the_first_sunday_on_record_is_of_the_first_week(line, fails):
    """From Sunday on, the Saturday of that weekend lies in a week of which nothing is on record."""
    people = {"kari": {"most_weekends": Ceiling(1, 2)}}
    start = MONDAY + timedelta(days=6)
    roster = roster_of(kari=line, start=start, before={"kari": "D - - - - - -"}, people=people)
    assert refused("krav", roster) is fails


@pytest.mark.parametrize(
    ("given", "start", "before", "line", "fails"),
    [
        ({"most_nights": Ceiling(1, 2)}, date(2027, 3, 29), "N - - - - - - -", "N", False),
        ({"most_minutes": Ceiling(14 * 60, 2)}, date(2027, 11, 1), "00.30-07 - - - - - -", "08-16", True),
    ],
)
def test_a_week_before_the_plan_is_a_week_when_the_clock_changes_in_it(given, start, before, line, fails):
    """It has an hour less in spring, and more in autumn."""
    roster = roster_of(kari=line, start=start, before={"kari": before}, people={"kari": given})
    assert refused("krav", roster) is fails
