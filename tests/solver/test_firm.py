"""The questions that ask for ever more of what is dear begin where the best roster leaves off, and end it there."""

from threading import Event
from time import sleep

import pytest

from solver.model import model_of
from solver.problem import Fixed, Limit, Occasions, Off, Person, Problem
from solver.search import fill as fill_module
from solver.search import firm as firm_module
from solver.search.course import Course
from solver.search.fill import fill
from solver.search.firm import Firm
from solver.search.improve import Improving
from solver.search.parts import Parts
from solver.search.run import Outcome, run
from solver.search.worth import levels
from solver.stretches import Shift

DAY = 24 * 60
SHIFTS = tuple(Shift(f"d{n}", n * DAY, n * DAY + 480) for n in range(4))
LIMITS = (
    Fixed("kari", ("d0",), "dearest", 1000),
    Fixed("kari", ("d1",), "dear", 100),
    Off("kari", ("d2",), "cheap", 10),
    Off("kari", ("d3",), "cheapest", 1),
)


def firm_from(*worked: str, limits: tuple[Limit, ...] = LIMITS) -> tuple[Firm, Improving, Course]:
    """Questions beside a search that is at a roster of Kari's, with room for a dozen of them."""
    problem = Problem((Person("kari"),), SHIFTS, limits, 4 * DAY)
    course = Course(problem, seconds=60, gap=0.0, on_better=None, stop=None)
    works = frozenset(("kari", one) for one in worked)
    course.found(works)
    parts = Parts(course.model)
    values = run(parts.model, parts.only(works), {"num_workers": 1}, over=bool).values
    assert values is not None
    improving = Improving(course, parts, values, 0, asks=True, mends=False)
    return Firm(course, seed=0, asks=True, seconds=60, deterministic=0.4), improving, course


def asked(monkeypatch: pytest.MonkeyPatch, *worked: str) -> list[set[str]]:
    """What each question holds to, while none of them finds anything."""
    questions: list[set[str]] = []

    def model(problem):
        questions.append({one.because for one in problem.limits if one.cost is None})
        return model_of(problem)

    firm, improving, _ = firm_from(*worked)
    monkeypatch.setattr(firm_module, "model_of", model)
    monkeypatch.setattr(firm_module, "run", lambda *_, **__: Outcome(None, None, None, False, False, 0.0))
    firm(improving)
    return questions


def test_from_nothing_the_dearest_is_asked_for_with_what_comes_next_and_without(monkeypatch):
    assert asked(monkeypatch, "d2", "d3") == [
        {"dearest", "dear"},
        {"dearest"},
    ]


def test_what_is_worth_about_as_much_is_asked_for_together():
    some = (Off("kari", ("d0",), f"{cost}", cost) for cost in (1500, 1300, 800, 700, 300, 1))
    assert levels(Problem((Person("kari"),), SHIFTS, tuple(some), 4 * DAY)) == [800, 700, 300, 1]


def test_what_the_best_roster_keeps_is_not_asked_again(monkeypatch):
    assert asked(monkeypatch, "d0", "d2", "d3") == [{"dearest", "dear", "cheap"}, {"dearest", "dear"}]


def test_where_all_is_kept_nothing_is_asked(monkeypatch):
    assert asked(monkeypatch, "d0", "d1") == []


def test_the_search_goes_on_from_what_the_questions_find():
    firm, improving, course = firm_from("d2", "d3")
    firm(improving)
    assert course.model.works(improving.values) == {("kari", "d0"), ("kari", "d1")}


def test_what_is_found_impossible_is_not_asked_again_nor_anything_that_holds_it_too(monkeypatch):
    one_of_them = Occasions("kari", (("d0",), ("d1",)), "one of them", most=1)
    firm, improving, course = firm_from("d2", "d3", limits=(*LIMITS, one_of_them))
    asked: list[object] = []

    def counted(*what, **how):
        asked.append(what)
        return run(*what, **how)

    monkeypatch.setattr(firm_module, "run", counted)
    firm(improving)
    assert course.model.works(improving.values) >= {("kari", "d0")}
    assert len(asked) == 2


def test_another_way_to_a_first_roster_ends_the_questions_beside_it(monkeypatch):
    problem = Problem((Person("kari"),), SHIFTS, LIMITS, 4 * DAY)
    course = Course(problem, seconds=600, gap=0.0, on_better=None, stop=None)
    works = frozenset({("kari", "d0")})
    monkeypatch.setattr(fill_module, "run", lambda *_, **__: Outcome(None, None, None, False, False, 0.0))
    fill(course, seconds=0.0, threads=2, seed=0, beside=lambda over, enough: None if over() else works)
    assert course.best is not None
    assert course.best.works == works
    assert not course.over()


def test_another_way_to_a_first_roster_comes_to_its_end_though_some_need_has_to_stay_open(monkeypatch):
    problem = Problem((Person("kari"),), SHIFTS, LIMITS, 4 * DAY)
    course = Course(problem, seconds=600, gap=0.0, on_better=None, stop=None)
    works = frozenset({("kari", "d0")})
    refuted, asked = Event(), []

    def impossible(*_, **__):
        asked.append(1)
        refuted.set()
        return Outcome(None, None, None, impossible=True, optimal=False, deterministic=0.0)

    def built(over, enough):
        refuted.wait(60)
        while not enough():
            sleep(0.01)
        return None if over() else works

    monkeypatch.setattr(fill_module, "run", impossible)
    fill(course, seconds=600.0, threads=2, seed=0, beside=built)
    assert course.best is not None
    assert course.best.works == works
    assert len(asked) == 1
