"""A long plan begins as a turnus of a few weeks that is repeated over all of them."""

import time
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
from roster.domain.kinds import Elsewhere, EventSort, Form, Lines, WishSort, Worth
from roster.domain.roster import Roster
from roster.planning import repeated as module
from roster.planning.asked import Asked
from roster.planning.own_weeks import changed_weeks, with_own_weeks, with_weeks_of
from roster.planning.plan import _run, make_plan
from roster.planning.problem import fixed_works
from roster.planning.repeated import as_turnus, repeated, turnuses_for
from roster.planning.result import Better, Planned
from roster.planning.run_parts import ALONE
from roster.planning.search import Search
from solver.judge import broken
from solver.problem import Problem, Works
from solver.result import Answer, Made, OutOfTime, Progress
from tests.support.plans import DAY, NIGHT, brief_of

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


def begun_of(brief: Brief, search: Search, seconds: float, *, own_weeks: bool = False) -> tuple[Asked, Works | None]:
    """What a plan of this brief begins with, and the brief with the full-time weeks it has then."""
    *_, turnus = turnuses_for(brief, search, seconds, own_weeks=own_weeks)
    asked = Asked.of(with_weeks_of(turnus.frame.brief, brief))
    return asked, repeated(turnus, asked, search)


@pytest.mark.parametrize(
    ("every", "weeks"), [((), 4), ((2,), 4), ((3,), 6), ((3, 2), 6), ((4,), 4), ((5,), 10), ((7,), None)]
)
def test_everybodys_weekends_and_odd_weeks_come_round(every: tuple[int, ...], weeks: int | None) -> None:
    brief = by_day(26)
    people = tuple(
        replace(one, weekends=WeekendRhythm(number, 1)) for one, number in zip(brief.assistants, every, strict=False)
    )
    turnus = as_turnus(replace(brief, assistants=(*people, *brief.assistants[len(people) :])))
    assert (None if turnus is None else turnus.period.weeks) == weeks


@pytest.mark.parametrize(
    ("weeks", "every", "few"),
    [
        (12, 2, 4),
        (12, 3, 6),
        (12, 4, 4),
        (8, 2, 4),
        (8, 3, None),
        (6, 2, None),
        (4, 2, None),
        (10, 2, None),
        (9, 3, None),
    ],
)
def test_a_grunnturnus_begins_as_one_that_comes_round_in_its_weeks(weeks: int, every: int, few: int | None) -> None:
    brief = by_day(weeks, Form.CYCLE)
    people = (replace(brief.assistants[0], weekends=WeekendRhythm(every, 1)), *brief.assistants[1:])
    turnus = as_turnus(replace(brief, assistants=people))
    assert (None if turnus is None else turnus.period.weeks) == few


def test_a_common_line_does_not_begin_so() -> None:
    brief = by_day(12, Form.CYCLE)
    assert as_turnus(brief) is not None
    assert as_turnus(replace(brief, period=replace(brief.period, lines=Lines.COMMON))) is None


@pytest.mark.parametrize(
    ("brief", "so"),
    [(by_day(24), True), (by_day(23), False), (by_day(26, Form.CYCLE), False)],
    ids=["long", "short", "a turnus of no fewer weeks"],
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
    asked, begun = begun_of(by_day(26), steady(), 4)
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
    found: Works | None = None
    ended: list[bool] = field(default_factory=list)
    begun: list[Works | None] = field(default_factory=list)
    given: list[float] = field(default_factory=list)

    def run(  # type: ignore[override]
        self, problem: Problem, seconds: float, *, on_better: Any, stop: Any, start: Works | None = None, **_: object
    ) -> Answer:
        works = frozenset[tuple[str, str]]() if self.found is None else self.found
        on_better(Progress(0.1, sum(self.costs.values()), 0, self.costs, works))
        self.given.append(seconds)
        self.ended.append(stop())
        self.begun.append(start)
        return OutOfTime(0.1) if self.found is None else Made(works, 0, {}, 0, 0.1, 0.1)


PLACES = 4 * 4
MUCH = {"wish|A1|0": module.LITTLE * PLACES + 1}


def in_turns(brief: Brief) -> Works:
    """All need filled, by both in turn."""
    shifts = sorted(one.id for one in Asked.of(brief).frame.shifts)
    return frozenset((("A1", "A2")[at % 2], one) for at, one in enumerate(shifts))


@pytest.mark.parametrize(
    ("costs", "workers", "lull", "filled", "good"),
    [
        ({"wish|A1|0": module.LITTLE * PLACES}, None, 1, True, True),
        (MUCH, None, 1, True, False),
        (MUCH, None, 0, True, True),
        ({"open||2027-01-04 D": 1}, None, 0, False, False),
        ({"short|A1|0": 1}, None, 0, False, False),
        ({}, None, 1, True, True),
        ({}, 1, 0, False, False),
    ],
    ids=["little", "much", "nothing better", "open", "short", "nothing", "where the clock decides nothing"],
)
def test_the_turnus_takes_no_more_time_once_it_is_good(
    costs: Mapping[str, int],
    workers: int | None,
    lull: float,
    filled: bool,
    good: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "SOON", 0.0)
    monkeypatch.setattr(module, "LULL", lull)
    brief = by_day(26)
    turnus = as_turnus(brief)
    assert turnus is not None
    search = Asking(workers=workers, costs=costs, found=in_turns(turnus))
    assert len(list(turnuses_for(brief, search, 20, own_weeks=False))) == 1
    assert search.ended == [filled, good]


def test_a_turnus_is_begun_with_though_it_took_all_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", (0.0, 0.0))
    brief = by_day(26)
    turnus = as_turnus(brief)
    assert turnus is not None
    search = Asking(costs={"open||2027-01-04 D": 1}, found=in_turns(turnus))
    (found,) = turnuses_for(brief, search, 20, own_weeks=True)
    assert found.works == in_turns(turnus)
    assert len(search.ended) == 1, "nothing is looked for where no time is left"


@pytest.mark.parametrize(
    ("weeks", "form", "share"), [(26, Form.CALENDAR, module.SHARE), (8, Form.CYCLE, module.CYCLE_SHARE)]
)
def test_a_turnus_has_its_share_of_the_time(weeks: int, form: Form, share: float) -> None:
    brief = by_day(weeks, form)
    turnus = as_turnus(brief)
    assert turnus is not None
    search = Asking(workers=1, found=in_turns(turnus))
    list(turnuses_for(brief, search, 100, own_weeks=False))
    filled = module.FIRST_SHARE * share * 100
    assert search.given == pytest.approx([filled, share * 100 - filled])


def test_of_a_grunnturnus_little_dear_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SOON", 0.0)
    brief = by_day(8, Form.CYCLE)
    turnus = as_turnus(brief)
    assert turnus is not None
    for costs, good in (({"wish|A1|0": 1}, False), ({}, True)):
        search = Asking(costs=costs, found=in_turns(turnus))
        both = [Roster(Asked.of(turnus).frame, in_turns(turnus))] * 2
        assert list(turnuses_for(brief, search, 20, own_weeks=False)) == both, "filled, and good"
        assert search.ended == [True, good]


def test_a_grunnturnus_too_has_the_weeks_that_a_filled_one_of_few_weeks_gives() -> None:
    turnus = as_turnus(by_day(8, Form.CYCLE))
    assert turnus is not None
    search = Asking(found=in_turns(turnus))
    filled, good = turnuses_for(by_day(8, Form.CYCLE), search, 20, own_weeks=True)
    assert [one.full_time_week for one in filled.frame.brief.assistants] == [37 * 60 + 30] * 2
    assert good == filled


def test_a_turnus_is_asked_for_its_own_weeks_once_it_is_filled_and_then_made_good(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both work days alone, 37.5 hours a week by KS where the brief says 35.5 (D17)."""
    monkeypatch.setattr(module, "SOON", 0.0)
    brief = by_day(26)
    turnus = as_turnus(brief)
    assert turnus is not None
    works = in_turns(turnus)
    search = Asking(costs=MUCH, found=works)
    (found,) = turnuses_for(brief, search, 20, own_weeks=True)
    assert search.ended == [True, False], "little dear is asked for only with the weeks that are its own"
    assert search.begun == [None, works]
    assert [one.full_time_week for one in found.frame.brief.assistants] == [37 * 60 + 30] * 2
    (found,) = turnuses_for(brief, Asking(costs=MUCH, found=works), 20, own_weeks=False)
    assert found == Roster(Asked.of(turnus).frame, works)


@pytest.mark.parametrize(
    ("percent", "workers", "looks"),
    [(90, None, 3), (94, None, 2), (90, 1, 2)],
    ids=["no room", "room", "where the clock decides nothing"],
)
def test_a_turnus_whose_own_weeks_have_no_room_for_it_is_filled_anew_before_it_is_told_of(
    percent: int, workers: int | None, looks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each has every other night: 31.5 hours of 35.5 a week, and of 33.6 by KS once they are its own (D17)."""
    monkeypatch.setattr(module, "SOON", 0.0)
    usual = by_day(8, Form.CYCLE)
    people = tuple(replace(one, percent=Decimal(percent)) for one in usual.assistants)
    brief = replace(usual, kinds=(NIGHT,), needs=(Need("N", When(), 1),), assistants=people)
    turnus = as_turnus(brief)
    assert turnus is not None
    works = in_turns(turnus)
    search = Asking(workers=workers, found=works, costs={"short|A1|0": 1})
    told = turnuses_for(brief, search, 20, own_weeks=True)
    filled = next(told)
    assert [one.full_time_week for one in filled.frame.brief.assistants] == [33 * 60 + 36] * 2
    assert len(search.begun) == looks - 1, "told of before it is made good"
    assert list(told) == [filled]
    assert search.begun == [None] + [works] * (looks - 1)
    assert search.ended == [False, *[True] * (looks - 2), False], "as soon as it is filled, though hours are lacking"


def test_a_long_grunnturnus_is_told_of_from_there_and_loses_nothing() -> None:
    told: list[Better] = []
    answer = make_plan(by_day(8, Form.CYCLE), seconds=3, bare=True, on_better=told.append)
    assert isinstance(answer, Planned)
    assert not answer.open
    costs = [one.cost for one in told]
    assert costs == sorted(set(costs), reverse=True)
    assert answer.plan.cost == costs[-1]
    assert answer.first_seconds <= told[0].seconds
    days = weeks_from(told[0].roster.works, date(2027, 1, 4))
    assert {(who, day) for who, day in days if day < 7} <= weeks_from(told[0].roster.works, date(2027, 2, 1))


def test_what_was_told_of_is_not_lost_where_nothing_as_cheap_is_found_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of two turnuses repeated is cheaper, and the search from the second ends before it is."""
    brief = by_day(8, Form.CYCLE)
    filled, told = in_turns(brief), list[Better]()
    copies = iter([filled, frozenset[tuple[str, str]]()])
    monkeypatch.setattr("roster.planning.plan.repeated", lambda *_: next(copies))
    nothing = Roster(Asked.of(brief).frame, frozenset())
    run_of = _run(brief, None, Search(), 600.0, None, None, began=time.monotonic())
    for _ in range(2):
        run_of = replace(run_of.begun(nothing) or run_of, on_better=told.append)
    assert run_of.start == frozenset()
    assert told == [], "of the dearer one nothing is told"
    assert run_of.told is not None
    assert run_of.told.works == filled
    dearer = Made(frozenset(), run_of.told.cost + 1, {}, 0, 5.0, 5.0)
    monkeypatch.setattr(Search, "run", lambda *_, **__: dearer)
    answer = run_of.search_on(500.0, 0.0, ALONE, brief)
    assert isinstance(answer, Made)
    assert (answer.works, answer.cost) == (filled, run_of.told.cost)
    assert answer.first_seconds == run_of.told.first_seconds


def test_a_plan_from_a_turnus_is_of_the_weeks_that_the_turnus_gives() -> None:
    brief = by_day(26)
    asked, begun = begun_of(brief, steady(), 2, own_weeks=True)
    told: list[Better] = []
    answer = make_plan(brief, seconds=2, workers=1, on_better=told.append)
    assert isinstance(answer, Planned)
    assert begun is not None
    assert answer.plan.brief == asked.brief
    assert [one.full_time_week for one in changed_weeks(brief, answer.plan.brief)] == [37 * 60 + 30] * 2
    assert told[0].roster.works == begun - fixed_works(asked.frame)
    assert with_own_weeks(answer.plan.brief, answer.plan.roster) is None


def test_without_their_own_weeks_the_brief_stays() -> None:
    brief = by_day(26)
    answer = make_plan(brief, seconds=2, workers=1, bare=True)
    assert isinstance(answer, Planned)
    assert answer.plan.brief == brief


def test_a_plan_whose_dates_are_unlike_a_turnus_does_not_begin_so() -> None:
    spring = DateSpan(date(2027, 1, 4), date(2027, 4, 1))
    brief = by_day(26)
    dated = (Need("D", replace(FOUR_A_WEEK, dates=spring), 1), Need("D", When(frozenset({5})), 1))
    asked, begun = begun_of(replace(brief, needs=dated), steady(), 4)
    assert begun is None
    answer = make_plan(asked.brief, seconds=1, workers=1)
    assert isinstance(answer, Planned)
    assert [one.full_time_week for one in answer.plan.brief.assistants] == [37 * 60 + 30] * 2, "of its own roster"


def test_the_plan_is_told_of_from_there_and_loses_nothing() -> None:
    told: list[Better] = []
    answer = make_plan(by_day(26), seconds=2, workers=1, on_better=told.append)
    assert isinstance(answer, Planned)
    assert not answer.open
    assert [one.seconds for one in told] == sorted(one.seconds for one in told)
    assert 0.5 * told[0].seconds < answer.first_seconds <= told[0].seconds, "it counts from the beginning of the plan"
