"""The grunnturnus on dates: as far in order as it was itself, also where the time given was too short."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pytest

from roster.domain.days import When
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need
from roster.domain.kinds import Form, WhenShort
from roster.domain.reason import Reason
from roster.domain.roster import Roster
from roster.domain.vedtak import Vedtak
from roster.planning.rollout import RolledOut, roll_out
from roster.planning.search import Search, none_open, short_of_hours
from solver.judge import cost_by_reason
from solver.problem import Problem, Works
from solver.result import Answer, Made, Progress
from tests.support.plans import brief_of

WEEKDAYS = When(frozenset(range(5)))


def two_people(first_has: int) -> Roster:
    """A week of five day shifts: the first works so many, the other the rest; by contract it is three and two."""
    brief = brief_of(Form.CYCLE, weeks=1, rollout_weeks=1)
    first, other = (replace(one, percent=Decimal(60 - 20 * at)) for at, one in enumerate(brief.assistants[1:3]))
    brief = replace(brief, assistants=(first, other), needs=(Need("D", WEEKDAYS, 1),), events=(), history=(), wishes=())
    frame = frame_of(brief)
    works = {((first if at < first_has else other).id, one.id) for at, one in enumerate(frame.shifts)}
    return Roster(frame, frozenset(works))


def made(problem: Problem, works: Works) -> Made:
    costs = cost_by_reason(problem, works)
    return Made(works, sum(costs.values()), costs, 0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class OutOfTime(Search):
    """All it has when its time is over leaves the first one a single shift; looking on finds the grunnturnus."""

    looked_on: list[Works] = field(default_factory=list)

    def run(self, problem: Problem, seconds: float, *, start: Works | None = None, **_: object) -> Answer:  # type: ignore[override]
        assert start is not None
        self.looked_on.append(start)
        people = sorted({who for who, _ in start})
        shifts = sorted(shift for _, shift in start)
        return made(problem, frozenset((people[at > 0], shift) for at, shift in enumerate(shifts)))

    def until(  # type: ignore[override]
        self, problem: Problem, start: Works, enough: Callable[[Mapping[str, int]], bool], *_: object, **__: object
    ) -> Answer:
        found = made(problem, self.looked_on[0])
        assert enough(found.cost_by_reason)
        assert not enough(made(problem, start).cost_by_reason)
        self.looked_on.append(start)
        return found


def shifts_of_first(rolled: RolledOut) -> int:
    who = rolled.roster.frame.people[0].id
    return sum(1 for one, _ in rolled.roster.works if one == who)


def test_a_search_goes_on_until_nobody_is_short_of_hours_who_had_them():
    search = OutOfTime()
    assert shifts_of_first(roll_out(two_people(3), seconds=1, search=search)) == 3
    assert len(search.looked_on) == 2


@dataclass(frozen=True, slots=True)
class CheaperAtLast(Search):
    """A run that finds a roster, one with nothing open, and a cheaper one with something open before it has ended."""

    def run(self, problem: Problem, seconds: float, **asked: Any) -> Answer:  # type: ignore[override]
        for cost, open_ in ((9, 1), (8, 0), (7, 1)):
            costs = {Reason("open", "", "D").key: open_}
            asked["on_better"](Progress(1, cost, 0, costs, frozenset({("A1", str(cost))})))
        return Made(frozenset({("A1", "7")}), 7, costs, 0, 1.0, 1.0)


def test_what_was_enough_is_kept_though_a_cheaper_roster_came_after_it() -> None:
    answer = CheaperAtLast().until(Problem((), (), (), 1), frozenset(), none_open)
    assert isinstance(answer, Made)
    assert (answer.works, answer.cost) == (frozenset({("A1", "8")}), 8)
    assert none_open(answer.cost_by_reason)


def test_what_is_to_prefer_is_kept_where_all_of_the_time_is_used() -> None:
    answer = CheaperAtLast().patiently(Problem((), (), (), 1), 5, None, prefer=none_open)
    assert isinstance(answer, Made)
    assert answer.works == frozenset({("A1", "8")})


def test_who_was_short_in_the_grunnturnus_may_be_so_on_dates():
    search = OutOfTime()
    assert shifts_of_first(roll_out(two_people(1), seconds=1, search=search)) == 1
    assert len(search.looked_on) == 1


def test_they_are_short_whose_hours_cost_points():
    costs = {Reason("short", "A1", "0").key: 150, Reason("short", "A2", "0").key: 0, Reason("open", "A3").key: 5}
    assert short_of_hours(costs) == {"A1"}


@dataclass(frozen=True, slots=True)
class LeavesOpen(OutOfTime):
    """All it has leaves so many shifts open, then and later."""

    number: int = 1

    def run(self, problem: Problem, seconds: float, *, start: Works | None = None, **_: object) -> Answer:  # type: ignore[override]
        assert start is not None
        return made(problem, frozenset(sorted(start, key=lambda one: one[1])[self.number :]))

    def until(  # type: ignore[override]
        self, problem: Problem, start: Works, enough: Callable[[Mapping[str, int]], bool], *_: object, **__: object
    ) -> Answer:
        self.looked_on.append(start)
        return made(problem, start)


@pytest.mark.parametrize(
    ("hours", "open_", "when_short", "looks_on"),
    [
        (38, 1, WhenShort.STOP, True),
        (37, 1, WhenShort.STOP, False),
        (30, 2, WhenShort.STOP, True),
        (29, 2, WhenShort.STOP, False),
        (29, 2, WhenShort.EXCEED, True),
    ],
)
def test_need_that_the_vedtak_has_no_hours_for_is_not_waited_for(
    hours: int, open_: int, when_short: WhenShort, looks_on: bool
):
    """Five shifts of 7.5 hours are 37.5 hours: with 30 one of them stays open, with less two."""
    cycle = two_people(3)
    brief = cycle.frame.brief
    line = replace(brief.vedtak.lines[0], per_week=hours * 60)
    frame = frame_of(replace(brief, vedtak=Vedtak((line,), when_short)))
    search = LeavesOpen(number=open_)
    roll_out(Roster(frame, cycle.works), seconds=1, search=search)
    assert bool(search.looked_on) == looks_on
