"""Rullerende turnus: what the line has is what its people work (D26)."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from roster.domain.days import WeekRule, When
from roster.domain.frame import cycle_frame
from roster.domain.kinds import Form, Lines
from roster.domain.rotation import groups, line_frame, moved_id, places, walked_by_all
from tests.support.plans import brief_of


def three_alike():
    brief = brief_of(Form.CYCLE, weeks=6)
    kari = replace(brief.assistants[0], skills=(), percent=Decimal("60"))
    people = tuple(replace(kari, id=who) for who in ("A1", "A2", "A3"))
    every_second_week = replace(brief.needs[0], when=When(weeks=WeekRule.ODD))
    return replace(
        brief,
        assistants=people,
        needs=(every_second_week, *brief.needs[1:]),
        period=replace(brief.period, lines=Lines.COMMON),
        events=(),
        history=(),
        wishes=(),
    )


def test_equal_people_are_one_group_and_start_as_many_weeks_apart():
    (group,) = groups(three_alike())
    assert group.members == ("A1", "A2", "A3")
    assert group.starts == (0, 2, 4)


def test_another_position_is_another_group():
    brief = three_alike()
    brief = replace(brief, assistants=(*brief.assistants[:2], replace(brief.assistants[2], percent=Decimal("50"))))
    assert [group.members for group in groups(brief)] == [("A1", "A2"), ("A3",)]


def test_a_line_may_have_a_shift_that_only_another_week_needs():
    brief = three_alike()
    assert {one.id for one in cycle_frame(brief).shifts} < {one.id for one in line_frame(brief).shifts}


ALIKE = three_alike()
ALIKE_LINES = line_frame(ALIKE)


@given(st.data())
def test_a_shift_is_worked_as_often_as_its_places_on_the_lines_are(data):
    brief, lines = ALIKE, ALIKE_LINES
    chosen = data.draw(st.sets(st.sampled_from([one.id for one in lines.shifts]), max_size=12))
    on_lines = frozenset(("A1", one) for one in chosen)
    worked = walked_by_all(brief, lines, on_lines)
    assert len(worked) == 3 * len(on_lines)
    for shift in lines.shifts:
        people = [who for who, one in worked if one == shift.id]
        assert len(people) == sum(place in on_lines for place in places(lines, shift))


def test_the_week_after_the_last_is_the_first():
    lines = line_frame(three_alike())
    assert moved_id(lines, "2027-02-10 D", 1) == "2027-01-06 D"
    assert moved_id(lines, "2027-01-06 D", -1) == "2027-02-10 D"
