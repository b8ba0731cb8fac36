"""With one worker a plan is the same every time, however fast the machine is."""

import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from roster.domain.brief import Brief
from roster.domain.days import When
from roster.domain.help_needed import Need
from roster.domain.kinds import Form
from roster.planning import plan, search
from roster.planning.plan import make_plan
from roster.planning.result import PlanAnswer, Planned
from tests.support.plans import DAY, NIGHT, brief_of

NOW = time.monotonic


def stands_still() -> float:
    return 0.0


def far_behind() -> float:
    """As on a machine on which everything takes a thousand times as long."""
    return 1000 * NOW()


def brief(people: int, form: Form = Form.CALENDAR, weeks: int = 1) -> Brief:
    usual = brief_of(form, weeks=weeks, rollout_weeks=2)
    some = tuple(replace(one, percent=Decimal(60), vacation=(), elsewhere=()) for one in usual.assistants[:people])
    need = (Need("D", When(), 1), Need("N", When(), 1))
    return replace(usual, kinds=(DAY, NIGHT), needs=need, assistants=some, events=(), wishes=(), history=())


def planned(asked: Brief, clock: Callable[[], float], monkeypatch: pytest.MonkeyPatch, others: int = 0) -> PlanAnswer:
    monkeypatch.setattr(time, "monotonic", clock)
    monkeypatch.setattr(plan, "LEAST_FOR_DATES", 0.5)
    monkeypatch.setattr(plan, "LEAST_FOR_OTHERS", 0.1)
    monkeypatch.setattr(search, "PATIENCE", 0.5)
    return make_plan(asked, seconds=1, workers=1, others=others)


@pytest.mark.parametrize(
    ("asked", "others"),
    [pytest.param(brief(5), 2, marks=pytest.mark.slow), (brief(3), 0), (brief(4, Form.CYCLE), 0)],
    ids=["others", "need that stays open", "dates"],
)
def test_the_clock_decides_nothing(asked: Brief, others: int, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (planned(asked, clock, monkeypatch, others) for clock in (stands_still, far_behind))
    assert isinstance(first, Planned)
    assert isinstance(second, Planned)
    assert first.plan.roster.works == second.plan.roster.works
    assert (first.plan.costs, first.plan.bound) == (second.plan.costs, second.plan.bound)
    assert first.why == second.why
    assert first.plan.changes == second.plan.changes
    assert [one.plan.roster.works for one in first.alternatives] == [
        one.plan.roster.works for one in second.alternatives
    ]
