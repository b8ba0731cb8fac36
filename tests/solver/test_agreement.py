"""The model and the judge are two readings of each kind of limit: every roster of small problems is put to both."""

import pytest
from costs import cost_by_judge, cost_in_model
from drawn import LIMITS, every_roster, problems
from hypothesis import HealthCheck, given, settings

from solver.model import model_of
from solver.problem import Balance, Company, Cover, Person, Problem
from solver.rest import FreeBlocks, Week
from solver.stretches import Shift, Span

PAIRED = (Cover, Company, Balance)


@pytest.mark.parametrize("kind", LIMITS, ids=lambda kind: kind.__name__)
def test_the_model_allows_and_costs_just_what_the_judge_says(kind):
    people = 2 if kind in PAIRED else 1

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
    )
    @given(problems(kind, people=people, shifts=5 if people == 1 else 2))
    def agree(problem):
        model = model_of(problem)
        for works in every_roster(problem):
            assert cost_in_model(model, works) == cost_by_judge(problem, works), (problem, sorted(works))

    agree()


@pytest.mark.parametrize(("last", "cost"), [(0, 0), (-1, None)])
@pytest.mark.parametrize("cycle", [None, 60])
def test_blocks_of_two_weeks_share_no_minute(last, cost, cycle):
    """A shift that nobody works ends a minute before the first block does, where the second might begin."""
    weeks = (Week(Span(0, 30), ()), Week(Span(30, 60), ()))
    shifts = (Shift("before", 0, 21), Shift("spare", 28, 29), Shift("after", 39 + last, 60))
    problem = Problem((Person("kari"),), shifts, (FreeBlocks("kari", 9, weeks, "block"),), 60, cycle)
    works = frozenset({("kari", "before"), ("kari", "after")})
    assert cost_by_judge(problem, works) == cost
    assert cost_in_model(model_of(problem), works) == cost


def test_a_block_that_covers_a_marked_day_is_not_given_up_for_one_that_forbids_less():
    """Sunday holds a shift that nobody works, the days before hold none."""
    weeks = (Week(Span(0, 30), (Span(0, 6), Span(24, 30)), (Span(24, 30),)),)
    limit = FreeBlocks("kari", 9, weeks, "block", every=1)
    problem = Problem((Person("kari"),), (Shift("sunday", 25, 26),), (limit,), 30)
    assert cost_in_model(model_of(problem), frozenset()) == 0
    assert cost_in_model(model_of(problem), frozenset({("kari", "sunday")})) is None


EXAMPLES = 30
