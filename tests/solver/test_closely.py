"""The whole model at once finds what is best and proves it, from a start that may break limits or none."""

import pytest

from solver.closely import solve_closely
from solver.least_change import least_change
from solver.problem import Cover, Fixed, Off, Person, Problem, Works
from solver.result import Impossible, Made
from solver.stretches import Shift

PEOPLE = tuple(Person(one) for one in ("kari", "ola", "nora"))
DAYS = tuple(Shift(f"d{at}", at * 1440 + 480, at * 1440 + 960) for at in range(4))
NEED = tuple(Cover(one.id, (one.id,), "need", 1, 1) for one in DAYS)
BEFORE = frozenset({("kari", "d0"), ("kari", "d1"), ("ola", "d2"), ("ola", "d3")})
SICK = Off("kari", ("d0", "d1"), "sick")


@pytest.mark.parametrize("start", [BEFORE, frozenset(), BEFORE - {("kari", "d0"), ("kari", "d1")}])
def test_the_least_change_is_found_and_proven(start: Works) -> None:
    problem = least_change(Problem(PEOPLE, DAYS, (*NEED, SICK), 4 * 1440), BEFORE, shift=10, person=100)
    made = solve_closely(problem, start=start, seconds=10, deterministic=1.0)
    assert isinstance(made, Made)
    assert made.proven
    assert made.works == {("ola", one.id) for one in DAYS}
    assert made.cost == 4 * 10 + 2 * 100


def test_what_cannot_be_is_proven_so() -> None:
    problem = Problem(PEOPLE, DAYS, (*NEED, SICK, Fixed("kari", ("d0",), "asked")), 4 * 1440)
    assert isinstance(solve_closely(problem, start=BEFORE, seconds=10, deterministic=1.0), Impossible)
