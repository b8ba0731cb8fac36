"""Pairs that exclude each other, joined into groups of which at most one holds."""

from collections.abc import Iterable, Mapping


def cliques(pairs: Iterable[tuple[int, int]], order: Mapping[int, int]) -> list[list[int]]:
    """Groups in which all pairs are among ``pairs``, such that every pair is in some group.

    Each pair not yet in a group grows by the neighbours both ends have in common, nearest in order first:
    one at-most-one over k literals says what k(k-1)/2 pairs do, and is stronger in the linear relaxation.
    """
    near: dict[int, set[int]] = {}
    loops = set()
    for one, other in pairs:
        if one == other:
            loops.add(one)
            continue
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    left = {one: set(others) for one, others in near.items()}
    found = [[one, one] for one in sorted(loops)]
    for one in sorted(near, key=lambda literal: (order[literal], literal)):
        while left[one]:
            other = min(left[one], key=lambda literal: (abs(order[literal] - order[one]), literal))
            group = [one, other]
            common = near[one] & near[other]
            while common:
                third = min(
                    common, key=lambda literal: (literal not in left[one], abs(order[literal] - order[one]), literal)
                )
                group.append(third)
                common &= near[third]
            for each in group:
                left[each] -= set(group)
            found.append(group)
    return found
