"""What keeps the islands of a flow from being walked apart once more."""

from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from itertools import pairwise

from solver.search.circulation.stints import Node, Stint
from solver.search.circulation.walk import nodes_of


def divides(stints: Sequence[Stint], islands: Sequence[set[Node]]) -> list[frozenset[Node]]:
    """For each island a set of nodes around it, without the others, that as few stints leave as can be.

    Of a line that is one walk, either no stint lies inside such a set, or none outside, or one leaves it.
    """
    everywhere = nodes_of(stints)
    found = []
    for island in islands:
        here = island & everywhere
        there = {node for other in islands if other is not island for node in other} & everywhere
        if here and there:
            found.append(frozenset(_around(stints, here, there)))
    return list(dict.fromkeys(found))


def _around(stints: Sequence[Stint], here: set[Node], there: set[Node]) -> set[Node]:
    """The largest set with ``here`` and without ``there`` that is left by the fewest stints: a least cut."""
    source, sink = (-1, 0), (-1, 1)

    def end(node: Node) -> Node:
        return source if node in here else sink if node in there else node

    room: dict[Node, Counter[Node]] = defaultdict(Counter)
    for stint in stints:
        one, other = end(stint.first), end(stint.last)
        if one != other:
            room[one][other] += 1
            room[other][one] += 0
    while (path := _path(room, source, sink)) is not None:
        for one, other in pairwise(path):
            room[one][other] -= 1
            room[other][one] += 1
    outside = {sink}
    waiting = [sink]
    while waiting:
        node = waiting.pop()
        new = [other for other in room[node] if room[other][node] > 0 and other not in outside]
        outside.update(new)
        waiting += new
    return {node for node in nodes_of(stints) if end(node) not in outside}


def _path(room: dict[Node, Counter[Node]], source: Node, sink: Node) -> list[Node] | None:
    """A shortest way on which there is room left."""
    came: dict[Node, Node] = {source: source}
    waiting = deque([source])
    while waiting and sink not in came:
        node = waiting.popleft()
        for other, left in room[node].items():
            if left > 0 and other not in came:
                came[other] = node
                waiting.append(other)
    if sink not in came:
        return None
    path = [sink]
    while path[-1] != source:
        path.append(came[path[-1]])
    return path[::-1]
