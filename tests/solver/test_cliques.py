"""Groups say just what their pairs say."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from solver.model.cliques import cliques

ALL = set(combinations(range(7), 2))


@settings(deadline=None, derandomize=True)
@given(st.sets(st.sampled_from(sorted(ALL))), st.booleans())
def test_the_pairs_within_groups_are_the_pairs_asked_for(few, most):
    """Few pairs, or all but a few, of which groups are made that lack just one."""
    pairs = ALL - few if most else few
    order = {one: one * 10 for one in range(7)}
    within = {tuple(sorted(pair)) for group in cliques(pairs, order) for pair in combinations(group, 2)}
    assert within == pairs


def test_what_excludes_itself_is_a_group_of_its_own():
    assert cliques({(1, 1)}, {1: 0}) == [[1, 1]]
