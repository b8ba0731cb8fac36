"""What is made soft for a roster that is built from nothing."""

from solver.problem import AnyOf, Limit, Minutes, Occasions, Person, Problem
from solver.search.softened import DEAR, softened
from solver.stretches import Shift

FEW = Minutes("kari", (("d0", 10), ("d1", 10)), "", most=10)
DAYS = Occasions("kari", (("d0",), ("d1",)), "", least=1)
MORE_DAYS_THAN_NIGHTS = Minutes("kari", (("d0", -1), ("n0", 1)), "", most=0)


def problem(limit: Limit) -> Problem:
    shifts = (Shift("d0", 0, 600), Shift("n0", 700, 1300), Shift("d1", 1440, 2040))
    return Problem((Person("kari"),), shifts, (limit,), 2880)


def test_a_choice_that_no_work_keeps_stays_hard() -> None:
    asked = problem(AnyOf((FEW, MORE_DAYS_THAN_NIGHTS, DAYS), "any"))
    assert softened(asked) is asked


def test_a_choice_of_nothing_but_work_is_asked_for_dearly() -> None:
    (eased,) = softened(problem(AnyOf((DAYS, MORE_DAYS_THAN_NIGHTS), "any"))).limits
    assert eased.cost == DEAR


def test_so_is_one_whose_other_option_is_passed_beforehand() -> None:
    passed = Minutes("kari", FEW.amounts, "", most=10, base=20)
    (eased,) = softened(problem(AnyOf((passed, DAYS), "any"))).limits
    assert eased.cost == DEAR
