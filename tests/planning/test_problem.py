"""What the solver is asked: minutes from the start of the plan, history before them, fixed work given."""

from dataclasses import replace
from datetime import date

from roster.domain.frame import frame_of
from roster.domain.kinds import Form
from roster.domain.reason import Reason
from roster.planning.problem import EVENT, hard_problem
from solver.problem import Fixed
from tests.support.plans import brief_of


def test_the_plan_begins_at_minute_0_and_history_lies_before():
    frame = frame_of(brief_of(Form.CALENDAR))
    problem = hard_problem(frame)
    assert problem.shift["2027-01-04 D"].start == 450
    assert problem.past() == {"før 1"}
    assert problem.shift["før 1"].start == 450 - 2 * 1440
    assert [one.past for one in problem.people if one.id == "A1"] == [("før 1",)]


def test_elapsed_time_counts_the_hour_that_spring_takes():
    frame = frame_of(brief_of(Form.CALENDAR, start=date(2027, 3, 22)))
    night = hard_problem(frame).shift["2027-03-27 N"]
    assert night.end - night.start == 8 * 60


def test_a_meeting_is_fixed_for_those_who_must_come():
    frame = frame_of(replace(brief_of(Form.CYCLE)))
    fixed = [one for one in hard_problem(frame).limits if isinstance(one, Fixed)]
    at_meeting = {one.person for one in fixed if Reason.of(one.because).rule == EVENT and "møte" in one.shifts[0]}
    assert at_meeting == {"A1", "A2"}


def test_a_grunnturnus_has_no_history_and_wraps_round():
    problem = hard_problem(frame_of(brief_of(Form.CYCLE, weeks=4)))
    assert problem.cycle == 4 * 7 * 1440
    assert problem.past() == frozenset()
