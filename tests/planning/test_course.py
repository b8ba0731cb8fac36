"""How a run goes: stopped, steady, from a former roster, with others beside it, and on where shifts are open."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from roster.checking.check import check
from roster.domain.brief import Brief
from roster.domain.days import DateSpan, When
from roster.domain.help_needed import Need
from roster.domain.kinds import Form
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.planning import plan
from roster.planning.asked import Asked
from roster.planning.former import CHANGED_FROM
from roster.planning.plan import Former, make_plan
from roster.planning.result import Better, Planned, Stage
from roster.planning.rollout import RolledOut, copied_out
from roster.planning.search import Search, none_open
from solver import judge
from solver.problem import Problem
from solver.result import Answer, Made
from tests.support.plans import DAY, brief_of

FIRST = date(2027, 1, 11)


def small(form: Form = Form.CALENDAR, weeks: int = 2) -> Brief:
    """Three people for a day shift every day, with the full-time week that it gives them."""
    usual = brief_of(form, start=FIRST, weeks=weeks, rollout_weeks=3)
    people = tuple(
        replace(one, percent=Decimal(percent), wants_up_to=Decimal(100), vacation=(), elsewhere=(), full_time_week=2250)
        for one, percent in zip(usual.assistants, ("50", "50", "40"), strict=False)
    )
    return replace(
        usual, kinds=(DAY,), needs=(Need("D", When(), 1),), assistants=people, events=(), wishes=(), history=()
    )


def planned(brief: Brief, **asked: object) -> Planned:
    answer = make_plan(brief, **{"seconds": 3, "seed": 1, **asked})  # type: ignore[arg-type]
    assert isinstance(answer, Planned)
    return answer


@pytest.mark.parametrize(("seconds", "least", "most"), [(1, 0.3, 1.0), (30, 10.0, 30.0)])
def test_dates_have_ten_seconds_at_the_least_but_no_more_than_was_given(
    monkeypatch: pytest.MonkeyPatch, seconds: float, least: float, most: float
) -> None:
    given: list[float] = []

    def rolled(cycle: Roster, *, seconds: float, search: Search) -> RolledOut:
        given.append(seconds)
        return copied_out(cycle, stopped=False)

    monkeypatch.setattr(plan, "roll_out", rolled)
    monkeypatch.setattr(Search, "patiently", lambda *_, **__: Made(frozenset(), 0, {}, 0, 0.0, 0.0))
    planned(small(Form.CYCLE), seconds=seconds, workers=1)
    assert least <= given[0] <= most


def test_others_cost_no_more_than_the_margin_and_people_notice_them() -> None:
    stages: list[Stage] = []
    answer = planned(small(), others=2, seconds=6, on_stage=stages.append)
    assert Stage.ALTERNATIVES in stages
    assert answer.alternatives
    known = [answer.plan.roster.works]
    for one in answer.alternatives:
        assert answer.plan.cost <= one.plan.cost <= answer.plan.cost + answer.margin
        assert not one.open
        assert not any(found.verdict.fails for found in check(one.plan.roster).findings)
        assert one.plan.roster.works not in known
        assert not any(Reason.of(key).rule == "like" for key in one.plan.costs)
        known.append(one.plan.roster.works)


def test_a_grunnturnus_that_is_stopped_has_dates_all_the_same() -> None:
    found: list[Better] = []
    answer = planned(small(Form.CYCLE), seconds=60, on_better=found.append, stop=lambda: bool(found))
    assert answer.stopped
    assert answer.quick_dates
    rollout = answer.plan.rollout
    assert rollout is not None
    assert rollout.frame.weeks == 3
    assert rollout.works


def test_a_copy_leaves_out_what_the_dates_forbid_and_says_why() -> None:
    brief = small(Form.CYCLE)
    cycle = planned(brief).plan.roster
    _, who = min((shift, one) for one, shift in cycle.works)
    away = tuple(
        replace(one, vacation=(DateSpan(FIRST, date(2027, 1, 17)),)) if one.id == who else one
        for one in brief.assistants
    )
    changed = replace(cycle, frame=replace(cycle.frame, brief=replace(brief, assistants=away)))
    rolled = copied_out(changed, stopped=False)
    assert rolled.quick
    assert not any(shift <= "2027-01-18" for one, shift in rolled.roster.works if one == who)
    assert not any(found.verdict.value == "brudd" for found in check(rolled.roster).findings)
    assert {key.split("|")[0] for one in rolled.changes for key in one.because} >= {"vacation"}


def test_a_former_roster_is_changed_no_more_than_it_must() -> None:
    brief = small()
    before = planned(brief, seconds=1, workers=1).plan.roster
    who, lost = min(before.works, key=lambda one: one[1])
    day = date.fromisoformat(lost[:10])
    away = tuple(replace(one, vacation=(DateSpan(day, day),)) if one.id == who else one for one in brief.assistants)
    after = planned(replace(brief, assistants=away), seconds=1, workers=1, former=Former(before, keep=True)).plan
    assert (who, lost) not in after.roster.works
    assert not after.roster.open
    assert len(before.works - after.roster.works) <= 3
    assert any(Reason.of(key).rule == CHANGED_FROM for key in after.costs)


def test_a_former_roster_is_where_the_search_begins() -> None:
    brief = small()
    before = planned(brief).plan
    found: list[Better] = []
    again = planned(brief, former=Former(before.roster), on_better=found.append).plan
    assert found[0].cost <= before.cost
    assert again.cost <= before.cost
    assert Asked.of(brief).roster(Asked.of(brief).works(before.roster)).works == before.roster.works


def test_a_former_grunnturnus_of_other_dates_is_carried_over() -> None:
    brief = small(Form.CYCLE)
    before = planned(brief).plan.roster
    later = replace(brief, period=replace(brief.period, start=date(2027, 2, 1)))
    carried = Asked.of(later).given(before)
    assert len(carried) == len(before.works)
    assert min(shift for _, shift in carried) >= "2027-02-01"


def test_one_worker_gives_the_same_plan_each_time() -> None:
    first, second = (planned(small(), workers=1, seconds=1) for _ in range(2))
    assert first.plan.roster.works == second.plan.roster.works
    assert (first.plan.costs, first.plan.bound) == (second.plan.costs, second.plan.bound)


@pytest.mark.slow
def test_a_gap_ends_the_search_before_its_time() -> None:
    answer = planned(brief_of(Form.CALENDAR, weeks=2), seconds=600, gap=1.0)
    assert answer.seconds < 600
    assert not answer.proven
    assert answer.plan.cost - answer.plan.bound <= answer.plan.cost


def test_looking_on_ends_once_nothing_is_open() -> None:
    brief = small(weeks=12)
    asked = Asked.of(brief)
    answer = Search(seed=1).until(asked.problem, frozenset(), none_open)
    assert isinstance(answer, Made)
    assert answer.stopped
    assert none_open(answer.cost_by_reason)


@pytest.mark.parametrize("known_to_go", [True, False])
def test_open_shifts_are_looked_for_longer_than_asked(known_to_go: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first search finds but a roster in which nobody works, and nothing shows that this must be so."""
    search, runs = Search.run, []

    def poor_at_first(self: Search, problem: Problem, seconds: float, **more: Any) -> Answer:
        runs.append(seconds)
        if len(runs) > 1:
            return search(self, problem, seconds, **more)
        costs = judge.cost_by_reason(problem, frozenset())
        return Made(frozenset(), sum(costs.values()), costs, 0, 0.1, 0.1)

    monkeypatch.setattr(Search, "run", poor_at_first)
    if not known_to_go:
        monkeypatch.setattr(plan, "why_open", lambda *about, **more: None)
    stages: list[Stage] = []
    answer = planned(small(weeks=1), on_stage=stages.append)
    assert stages == [Stage.LOOKING_ON]
    assert not answer.open
    assert answer.why is None
    assert answer.looked_on > 0
