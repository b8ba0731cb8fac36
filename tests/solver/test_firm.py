"""The questions that ask for ever more of what is dear begin where the best roster leaves off."""

import pytest

from solver.problem import Fixed, Off, Person, Problem, Shift
from solver.search import firm as firm_module
from solver.search.course import Course
from solver.search.firm import firm

DAY = 24 * 60
SHIFTS = tuple(Shift(f"d{n}", n * DAY, n * DAY + 480) for n in range(4))
LIMITS = (
    Fixed("kari", ("d0",), "dearest", 1000),
    Fixed("kari", ("d1",), "dear", 100),
    Off("kari", ("d2",), "cheap", 10),
    Off("kari", ("d3",), "cheapest", 1),
)
PROBLEM = Problem((Person("kari"),), SHIFTS, LIMITS, 4 * DAY)


def asked(monkeypatch: pytest.MonkeyPatch, *worked: str) -> list[set[str]]:
    """What each question holds to, while none of them finds anything."""
    course = Course(PROBLEM, seconds=60, gap=0.0, on_better=None, stop=None)
    course.found(frozenset(("kari", one) for one in worked))
    questions: list[set[str]] = []

    def never(course, problem, **how) -> bool:
        questions.append({one.because for one in problem.limits if one.cost is None})
        return False

    monkeypatch.setattr(firm_module, "_ask", never)
    firm(course, seconds=10, threads=1, seed=0)
    return questions


def test_from_nothing_every_level_down_to_the_dearest_is_asked(monkeypatch):
    assert asked(monkeypatch, "d2", "d3")[-1] == {"dearest"}


def test_what_the_best_roster_keeps_is_not_asked_again(monkeypatch):
    assert asked(monkeypatch, "d0", "d2", "d3")[-1] == {"dearest", "dear"}


def test_where_all_is_kept_nothing_is_asked(monkeypatch):
    assert asked(monkeypatch, "d0", "d1") == []
