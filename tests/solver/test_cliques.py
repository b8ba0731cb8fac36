"""Groups say just what their pairs say."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from solver.model.cliques import cliques


@given(st.sets(st.sampled_from(list(combinations(range(7), 2)))))
def test_the_pairs_within_groups_are_the_pairs_asked_for(pairs):
    order = {one: one * 10 for one in range(7)}
    within = {tuple(sorted(pair)) for group in cliques(pairs, order) for pair in combinations(group, 2)}
    assert within == pairs


def test_what_excludes_itself_is_a_group_of_its_own():
    assert cliques({(1, 1)}, {1: 0}) == [[1, 1]]
