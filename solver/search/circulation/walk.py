"""A flow of whole stints as one walk round the line."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from solver.search.circulation.line import WEEK
from solver.search.circulation.stints import Node, Stint

Flow = Sequence[tuple[Stint, int]]
"""Stints and how often each is walked; as many lead into every node as out of it."""


def islands(flow: Flow) -> list[set[Node]]:
    """The nodes of the flow, those together that a walk can reach from each other."""
    near: dict[Node, set[Node]] = defaultdict(set)
    for stint, _ in flow:
        for one, other in pairwise(stint.nodes):
            near[one].add(other)
            near[other].add(one)
    found: list[set[Node]] = []
    seen: set[Node] = set()
    for start in near:
        if start not in seen:
            found.append(_reached(near, start))
            seen |= found[-1]
    return found


def walked(flow: Flow) -> list[int]:
    """The symbols of all days from weekday 0 on, if the flow is one island: each day is walked as often as it says.

    An Euler walk (Hierholzer): go on until no way is left, which is back at the start, and put in detours from behind.
    """
    ways: dict[Node, list[tuple[int, Node]]] = defaultdict(list)
    for stint, times in flow:
        for (_, symbol), (one, other) in zip(stint.days, pairwise(stint.nodes), strict=True):
            ways[one] += [(symbol, other)] * times
    start = next(node for node in ways if node[0] == WEEK - 1)
    symbols: list[int] = []
    stack: list[tuple[int, Node]] = [(-1, start)]
    while stack:
        symbol, node = stack[-1]
        if ways[node]:
            stack.append(ways[node].pop())
        else:
            symbols.append(symbol)
            stack.pop()
    return symbols[-2::-1]


def _reached(near: dict[Node, set[Node]], start: Node) -> set[Node]:
    found = {start}
    waiting = [start]
    while waiting:
        new = near[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def nodes_of(stints: Iterable[Stint]) -> set[Node]:
    """Where stints begin and end."""
    return {node for one in stints for node in (one.first, one.last)}
