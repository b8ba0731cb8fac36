"""A roster built from nothing, and mended for as long as there is time, where need goes beyond all hours."""

from dataclasses import replace

import pytest
from samples import Sample

from solver import judge
from solver.problem import Cover, Problem
from solver.search.course import Course
from solver.search.first import Builder
from solver.search.mend import Mending
from solver.search.plan import _built

SHORT = Sample(3, (50,) * 5, cyclic=False).problem()


def begun(problem: Problem = SHORT) -> Course:
    return Course(problem, seconds=None, gap=0.0, on_better=None, stop=None)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is asked about, while nothing can be mended."""
    asked: list[object] = []
    monkeypatch.setattr(Mending, "mended", lambda *about: asked.append(about))
    return asked


def test_what_is_built_when_time_runs_out_is_kept(asked: list[object]) -> None:
    works = _built(begun(), 0, lambda: len(asked) == 1, lambda: False)
    assert len(asked) == 1
    assert works
    assert not judge.broken(SHORT, works)


def test_once_it_is_enough_a_lawful_roster_is_mended_no_more(asked: list[object]) -> None:
    works = _built(begun(), 0, lambda: len(asked) == 3, lambda: len(asked) == 2)
    assert len(asked) == 2
    assert works


def test_what_breaks_something_hard_is_mended_on(asked: list[object]) -> None:
    limits = (replace(one, cost=None) if isinstance(one, Cover) else one for one in SHORT.limits)
    hard = replace(SHORT, limits=tuple(limits))
    assert _built(begun(hard), 0, lambda: len(asked) == 3, lambda: True) is None
    assert len(asked) == 3


def test_where_nothing_is_eased_no_second_model_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    course, begun_with = begun(), list[object]()
    monkeypatch.setattr("solver.search.plan.Parts", None)
    monkeypatch.setattr("solver.search.plan.model_of", None)
    monkeypatch.setattr(Builder, "built", lambda self: begun_with.append(self.parts))
    assert _built(course, 0, lambda: False, lambda: False) is None
    assert begun_with == [course.parts]
