"""What the solver is asked: minutes from the start of the plan, history before them, fixed work given."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from roster.domain.days import DateSpan
from roster.domain.finding import Verdict
from roster.domain.frame import frame_of
from roster.domain.help_needed import SkillNeed
from roster.domain.kinds import Covers, Form, WhenShort
from roster.domain.reason import Reason
from roster.domain.vedtak import Vedtak, VedtakLine
from roster.planning.problem import EVENT, hard_problem, priced_problem
from roster.planning.worth import LOOSE_REST, OPEN_MINUTE
from roster.rules.vedtak import check as check_vedtak
from solver.judge import broken, cost_by_reason
from solver.problem import Fixed, Off
from tests.rules.builders import roster_of
from tests.support.plans import brief_of


def test_the_plan_begins_at_minute_0_and_history_lies_before():
    frame = frame_of(brief_of(Form.CALENDAR))
    problem = hard_problem(frame)
    assert problem.shift["2027-01-04 D"].start == 450
    assert problem.past() == {"før 1"}
    assert problem.shift["før 1"].start == 450 - 2 * 1440
    assert {one.id: one.past for one in problem.people if one.past} == {"A1": ("før 1",)}


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


def test_who_is_at_no_meeting_is_kept_off_it_and_nobody_else():
    frame = frame_of(replace(brief_of(Form.CYCLE)))
    limits = hard_problem(frame).limits
    meetings = {one.id for _, one in frame.fixed if one.event}
    off = {
        one.person: meetings & set(one.shifts) for one in limits if isinstance(one, Off) and meetings & set(one.shifts)
    }
    assert off == {who.id: meetings for who in frame.people if who.id not in ("A1", "A2")}


# -- prices ------------------------------------------------------------------------------------------------


def priced(line: str, short: WhenShort = WhenShort.STOP, **more):
    vedtak = Vedtak((VedtakLine("V", DateSpan(date(2027, 1, 1), date(2027, 12, 31)), per_week=960),), short)
    given = {"vedtak": vedtak, **more.pop("brief", {})}
    roster = roster_of(kari=line, people={"kari": {"percent": Decimal(300)}}, brief=given, **more)
    return roster, priced_problem(roster.frame, ())


def test_each_minute_of_an_open_shift_has_its_price_and_too_many_on_it_none():
    roster, problem = priced("D 08-10 - - - - -", ola="- - - - - - -")
    assert not broken(problem, roster.works)
    open_ = frozenset(one for one in roster.works if "08-10" in one[1])
    assert {Reason.of(why).rule: cost for why, cost in cost_by_reason(problem, open_).items()} == {
        "open": 480 * OPEN_MINUTE
    }
    both = roster.works | {("ola", one) for _, one in roster.works}
    assert {Reason.of(one.because).rule for one in broken(problem, both)} >= {"open"}


def test_skills_asked_of_some_may_be_open_at_a_price_and_of_all_never():
    made, _ = priced("D - - - - - -")
    needs = {"some": {"skill_needs": (SkillNeed("lift", 1),)}, "all": {"skills": frozenset({"lift"})}}
    found = {}
    for name, asked in needs.items():
        frame = replace(made.frame, shifts=tuple(replace(one, **asked) for one in made.frame.shifts))
        problem = priced_problem(frame, ())
        found[name] = (bool(broken(problem, made.works)), sum(cost_by_reason(problem, made.works).values()))
    assert found == {"some": (False, 480 * OPEN_MINUTE), "all": (True, 0)}


@pytest.mark.parametrize(("days", "cost"), [("08-12 23-24", LOOSE_REST), ("- 08-16", 0)])
def test_a_weekly_rest_that_covers_no_day_has_its_price(days, cost):
    """From Tuesday 12 to Wednesday 23 it is long enough, and over no whole day."""
    roster, problem = priced(f"08-16 {days} 08-16 08-16 08-16 08-16")
    costs = {Reason.of(why).rule: cost for why, cost in cost_by_reason(problem, roster.works).items()}
    assert costs.get("weekly-rest-loose", 0) == cost
    assert "weekly-rest" not in {Reason.of(one.because).rule for one in broken(problem, roster.works)}


@pytest.mark.parametrize(("short", "costs"), [(WhenShort.EXCEED, 60 * OPEN_MINUTE // 2), (WhenShort.STOP, None)])
def test_the_vedtak_alone_is_exceeded_at_a_price_where_the_brief_says_so(short, costs):
    roster, problem = priced("D 08-17 - - - - -", short)
    if costs is None:
        assert {Reason.of(one.because).rule for one in broken(problem, roster.works)} == {"vedtak"}
    else:
        assert not broken(problem, roster.works)
        assert sum(cost_by_reason(problem, roster.works).values()) == costs
    over, long_day = priced("D 08-17.01 - - - - -", short)
    assert "hours-day" in {Reason.of(one.because).rule for one in broken(long_day, over.works)}


YEAR, LAST_YEAR = (DateSpan(date(year, 1, 1), date(year, 12, 31)) for year in (2027, 2026))
SPENT = {"per_week": None, "per_year": 60, "used": 900, "through": date(2027, 1, 10)}


@pytest.mark.parametrize("cycle", [True, False])
@pytest.mark.parametrize(
    ("covers", "line", "two", "verdict"),
    [
        (Covers.WAKING_NIGHT, None, False, Verdict.MISSING),
        (Covers.WAKING_NIGHT, {"dates": LAST_YEAR}, False, Verdict.MISSING),
        (Covers.WAKING_NIGHT, {"per_week": 60}, False, Verdict.CONSIDER),
        (Covers.WAKING_NIGHT, SPENT, False, Verdict.CONSIDER),
        (Covers.TWO_AT_ONCE, None, True, Verdict.MISSING),
        (Covers.TWO_AT_ONCE, {"dates": LAST_YEAR}, True, Verdict.MISSING),
        (Covers.TWO_AT_ONCE, {"per_week": 60}, True, Verdict.CONSIDER),
    ],
)
def test_no_brief_exceeds_what_no_line_is_for(covers, line, two, verdict, cycle):
    """D30 speaks of hours that do not suffice: a night or two at once that nobody granted is missing, to both."""
    lines = [VedtakLine("V", YEAR, per_week=3000)]
    if line is not None:
        lines.append(VedtakLine(**{"id": "N", "dates": YEAR, "per_week": 0, "covers": frozenset({covers}), **line}))
    vedtak = Vedtak(tuple(lines), WhenShort.EXCEED)
    work = {"kari": "D", "ola": "D"} if two else {"kari": "N"}
    roster = roster_of(cycle=cycle, brief={"vedtak": vedtak}, **work)
    found = {one.verdict for one in check_vedtak(roster) if one.facts.get("covers") == covers}
    problem = priced_problem(roster.frame, ())
    refused = any(Reason.of(one.because).rule == "vedtak" for one in broken(problem, roster.works))
    assert (found, refused) == ({verdict}, verdict is Verdict.MISSING)
