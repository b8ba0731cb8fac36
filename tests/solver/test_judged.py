"""Rosters judged one after the other are judged as each by itself."""

from random import Random

from solver import judge
from solver.problem import works_of
from solver.search.judged import Judged
from tests.solver.samples import Sample


def test_each_roster_is_judged_as_if_it_were_the_first():
    problem = Sample(3).problem()
    judged = Judged(problem)
    random = Random(1)
    pairs = [(person.id, shift.id) for person in problem.people for shift in problem.shifts]
    works = works_of(random.sample(pairs, len(pairs) // 4))
    for _ in range(6):
        broken, reasons = judged.broken_and_costs(works)
        expected, costs = judge.broken_and_costs(problem, works)
        assert sorted(map(repr, broken)) == sorted(map(repr, expected))
        assert dict(reasons) == costs
        works = works ^ works_of(random.sample(pairs, 2))
