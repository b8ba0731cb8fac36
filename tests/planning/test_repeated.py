"""A long plan by dates begins as a turnus of a few weeks that is repeated over all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.assistant import Hours, OtherWork, Pin, WeekendRhythm
from roster.domain.brief import Brief, Wish
from roster.domain.days import DateSpan, WeekRule, When
from roster.domain.help_needed import Event, Need
from roster.domain.kinds import Elsewhere, EventSort, Form, WishSort, Worth
from roster.planning import repeated as module
from roster.planning.asked import Asked
from roster.planning.plan import make_plan
from roster.planning.problem import fixed_works
from roster.planning.repeated import as_turnus, repeated
from roster.planning.result import Better, Planned
from roster.planning.search import Search
from solver.judge import broken
from solver.problem import Problem, Works
from solver.result import Answer, OutOfTime, Progress
from tests.support.plans import DAY, brief_of

NAMED = When(weeks=WeekRule.NAMED, named=frozenset({7}))
FOUR_A_WEEK = When(frozenset({0, 1, 3, 4}))


def by_day(weeks: int, form: Form = Form.CALENDAR) -> Brief:
    """Four days a week by two people, one of whom has a week off."""
    usual = brief_of(form, weeks=weeks)
    people = tuple(
        replace(one, percent=Decimal(50), vacation=(), elsewhere=(), born=None, skills=())
        for one in usual.assistants[:2]
    )
    away = (DateSpan(date(2027, 2, 8), date(2027, 2, 14)),)
    people = (replace(people[0], vacation=away), people[1])
    return replace(
        usual, kinds=(DAY,), needs=(Need("D", FOUR_A_WEEK, 1),), assistants=people, events=(), wishes=(), history=()
    )


def weeks_from(works: Works, first: date) -> set[tuple[str, int]]:
    """Who works on which day of the three weeks from this date."""
    days = ((who, (date.fromisoformat(shift[:10]) - first).days) for who, shift in works)
    return {(who, day) for who, day in days if 0 <= day < 21}


def steady() -> Search:
    return Search(workers=1)


@pytest.mark.parametrize(
    ("every", "weeks"), [((), 8), ((2,), 8), ((3,), 12), ((3, 2), 12), ((4,), 8), ((5,), 10), ((7,), None)]
)
def test_everybodys_weekends_and_odd_weeks_come_round(every: tuple[int, ...], weeks: int | None) -> None:
    brief = by_day(26)
    people = tuple(
        replace(one, weekends=WeekendRhythm(number, 1)) for one, number in zip(brief.assistants, every, strict=False)
    )
    turnus = as_turnus(replace(brief, assistants=(*people, *brief.assistants[len(people) :])))
    assert (None if turnus is None else turnus.period.weeks) == weeks


@pytest.mark.parametrize(
    ("brief", "so"),
    [(by_day(24), True), (by_day(23), False), (by_day(26, Form.CYCLE), False)],
    ids=["long", "short", "a turnus already"],
)
def test_only_a_long_plan_by_dates_begins_so(brief: Brief, so: bool) -> None:
    turnus = as_turnus(brief)
    assert (turnus is not None) is so
    assert turnus is None or turnus.period.form is Form.CYCLE


def test_what_is_said_of_numbered_weeks_is_left_out() -> None:
    brief = by_day(26)
    every = Hours(When(frozenset({2})))
    person = replace(
        brief.assistants[0],
        can=(Hours(NAMED),),
        cannot=(every, Hours(NAMED)),
        pins=(Pin("D", NAMED), Pin("D", When())),
        elsewhere=(OtherWork(every, Elsewhere.OTHER), OtherWork(Hours(NAMED), Elsewhere.OTHER)),
    )
    wishes = (
        Wish(person.id, WishSort.DAY_OFF, Worth.WISH, when=NAMED),
        Wish(person.id, WishSort.LONG_RUNS, Worth.WISH),
    )
    needs = (*brief.needs, Need("D", NAMED, 2))
    meeting = Event("møte", "Møte", EventSort.MEETING, When(), 720, 60, (person.id,), False)
    named = replace(meeting, id="uke 7", when=NAMED)
    asked = replace(
        brief, assistants=(person, brief.assistants[1]), wishes=wishes, needs=needs, events=(meeting, named)
    )
    turnus = as_turnus(asked)
    assert turnus is not None
    assert turnus.events == (meeting,)
    left = turnus.assistants[0]
    assert left.elsewhere == (OtherWork(every, Elsewhere.OTHER),)
    assert (left.can, left.cannot, left.pins) == ((), (every,), (Pin("D", When()),))
    assert turnus.wishes == wishes[1:]
    assert turnus.needs == brief.needs


def test_what_is_repeated_breaks_nothing_and_fills_nearly_all() -> None:
    asked = Asked.of(by_day(26))
    begun = repeated(asked, asked.problem, steady(), 4)
    assert begun is not None
    assert not broken(asked.problem, begun)
    away = asked.brief.assistants[0]
    assert not any(who == away.id and date.fromisoformat(shift[:10]) in away.vacation[0] for who, shift in begun)
    first, second = (weeks_from(begun, date(2027, 1, 4) + timedelta(weeks=since)) for since in (0, 8))
    assert first == second
    assert len(begun - fixed_works(asked.frame)) >= module.ENOUGH * asked.frame.places


@dataclass(frozen=True, slots=True)
class Asking(Search):
    """Tells of one roster with these points, and asks whether that is enough."""

    costs: Mapping[str, int] = field(default_factory=dict)
    ended: list[bool] = field(default_factory=list)

    def run(self, problem: Problem, seconds: float, *, on_better: Any, stop: Any, **_: object) -> Answer:  # type: ignore[override]
        on_better(Progress(0.1, sum(self.costs.values()), 0, self.costs, frozenset()))
        self.ended.append(stop())
        return OutOfTime(0.1)


PLACES = 8 * 4


@pytest.mark.parametrize(
    ("costs", "workers", "enough"),
    [
        ({"wish|A1|0": module.LITTLE * PLACES}, None, True),
        ({"wish|A1|0": module.LITTLE * PLACES + 1}, None, False),
        ({"open||2027-01-04 D": 1}, None, False),
        ({"short|A1|0": 1}, None, False),
        ({}, None, True),
        ({}, 1, False),
    ],
    ids=["little", "much", "open", "short", "nothing", "where the clock decides nothing"],
)
def test_the_turnus_takes_no_more_time_once_it_is_good(
    costs: Mapping[str, int], workers: int | None, enough: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SOON", 0.0)
    asked = Asked.of(by_day(26))
    search = Asking(workers=workers, costs=costs)
    assert repeated(asked, asked.problem, search, 20) is None
    assert search.ended == [enough]


def test_a_plan_whose_dates_are_unlike_a_turnus_does_not_begin_so() -> None:
    spring = DateSpan(date(2027, 1, 4), date(2027, 4, 1))
    brief = by_day(26)
    dated = (Need("D", replace(FOUR_A_WEEK, dates=spring), 1), Need("D", When(frozenset({5})), 1))
    asked = Asked.of(replace(brief, needs=dated))
    assert repeated(asked, asked.problem, steady(), 4) is None


def test_the_plan_is_told_of_from_there_and_loses_nothing() -> None:
    told: list[Better] = []
    asked = Asked.of(by_day(26))
    answer = make_plan(asked.brief, seconds=2, workers=1, on_better=told.append)
    assert isinstance(answer, Planned)
    assert not answer.open
    begun = repeated(asked, asked.problem, steady(), 2)
    assert begun is not None
    assert told[0].roster.works == begun - fixed_works(asked.frame)
    assert [one.seconds for one in told] == sorted(one.seconds for one in told)
    assert 0.5 * told[0].seconds < answer.first_seconds <= told[0].seconds, "it counts from the beginning of the plan"
