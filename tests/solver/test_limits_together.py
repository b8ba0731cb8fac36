"""What one person or limit has settled binds nobody and nothing else in the model."""

from itertools import product

import pytest
from costs import cost_by_judge, cost_in_model

from solver.model import model_of
from solver.problem import Apart, Limit, Occasions, Off, Person, Problem, Succession
from solver.rest import RestInWindow, RestOwed
from solver.stretches import Shift

PAST, ONE, TWO, NEXT = Shift("past", -4, -1), Shift("one", 4, 9), Shift("two", 8, 12), Shift("next", 15, 20)


def agree(*limits: Limit, shifts: tuple[Shift, ...] = (PAST, ONE, TWO, NEXT)) -> set[bool]:
    """Whether each roster of Kari, who worked before, and Ola is allowed: the same by model and judge."""
    problem = Problem((Person("kari", ("past",)), Person("ola")), shifts, limits, 30)
    model = model_of(problem)
    pairs = [(who, one.id) for who in ("kari", "ola") for one in shifts if one.start >= 0]
    allowed = set()
    for chosen in product((False, True), repeat=len(pairs)):
        works = frozenset(pair for pair, taken in zip(pairs, chosen, strict=True) if taken)
        cost = cost_by_judge(problem, works)
        assert cost_in_model(model, works) == cost, sorted(works)
        allowed.add(cost is not None)
    return allowed


@pytest.mark.parametrize("who", ["kari", "ola"])
def test_what_one_has_worked_before_is_nobody_elses_history(who):
    assert agree(RestInWindow(who, 6, 12, "rest")) == {True, False}
    assert agree(Occasions(who, (("past",), ("one",), ("two",)), "few", least=1, most=2)) == {True, False}


@pytest.mark.parametrize("who", ["kari", "ola"])
def test_what_one_may_not_work_others_may(who):
    assert agree(Off(who, ("one",), "off"), Occasions("ola", (("one",), ("two",)), "few", least=1)) == {True, False}


def test_what_one_never_works_both_of_others_may_and_owe_rest_for():
    never = Succession("kari", (("one", "next"),), "never")
    assert agree(never, RestOwed("ola", 7, 1, "owed"), shifts=(PAST, ONE, NEXT, Shift("third", 24, 28))) == {
        True,
        False,
    }


def test_an_occasion_is_the_sum_of_its_shifts_only_where_all_of_them_exclude_each_other():
    """One and two overlap, two and the next do not."""
    most = Occasions("ola", (("one", "two", "next"),), "most", most=1)
    assert agree(Apart("ola", "apart"), most) == {True, False}


def test_what_is_settled_may_be_too_little():
    """All that could be counted is forbidden or past."""
    off = Off("ola", ("one", "two"), "off")
    assert agree(off, Occasions("ola", (("one",), ("two",)), "least", least=1)) == {False}
    assert agree(Occasions("kari", (("past",),), "most", most=0)) == {False}
