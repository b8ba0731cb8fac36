"""Stretches of a line between the states of one week that walks pass through and may leave in several ways."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from solver.search.circulation.automaton import Automaton
from solver.search.circulation.line import WEEK, Line

Node = tuple[int, int]
"""What is remembered after a weekday: (weekday, state of the automaton)."""


@dataclass(frozen=True, slots=True)
class Stint:
    """Some days on end: ``nodes`` one more than ``days``, which are the (weekday, symbol) from each to the next."""

    nodes: tuple[Node, ...]
    days: tuple[tuple[int, int], ...]

    @property
    def first(self) -> Node:
        return self.nodes[0]

    @property
    def last(self) -> Node:
        return self.nodes[-1]

    def then(self, other: "Stint") -> "Stint":
        return Stint(self.nodes + other.nodes[1:], self.days + other.days)


def stints_of(line: Line, automaton: Automaton) -> list[Stint]:
    """Every legal line leads round through these, and whatever leads round through these in all weeks is legal.

    A node is left out where that makes stints no more: each way into it is joined with each way out. Of those between
    the same two nodes that count alike one is kept.
    """
    graph = _Graph(_days(line, automaton))
    graph.trim()
    graph.join()
    return graph.stints()


def most_of(line: Line) -> Mapping[tuple[int, int], int]:
    """No more than so often does the symbol stand on the weekday."""
    most = {(weekday, symbol): line.weeks for weekday in range(WEEK) for symbol in line.symbols}
    for tally in line.tallies:
        if tally.most is not None:
            for at, weight in tally.weights.items():
                most[at] = min(most[at], tally.most // weight)
    return most


def _days(line: Line, automaton: Automaton) -> list[Stint]:
    most = most_of(line)
    return [
        Stint((((weekday - 1) % WEEK, state), (weekday, following)), ((weekday, symbol),))
        for weekday in range(WEEK)
        for state, after in enumerate(automaton.after)
        for symbol, following in after.items()
        if most[weekday, symbol] > 0
    ]


class _Graph:
    """Stints by where they begin and where they end, each by what tells it from others there."""

    def __init__(self, stints: list[Stint]) -> None:
        self._out: dict[Node, dict[object, Stint]] = defaultdict(dict)
        self._in: dict[Node, dict[object, Stint]] = defaultdict(dict)
        for one in stints:
            self._add(one)

    def stints(self) -> list[Stint]:
        return [one for ways in self._out.values() for one in ways.values()]

    def trim(self) -> None:
        """Leave out the nodes that have no way in or no way out."""
        waiting = [node for node in {**self._out, **self._in} if not (self._out[node] and self._in[node])]
        while waiting:
            node = waiting.pop()
            for one in [*self._out[node].values(), *self._in[node].values()]:
                self._remove(one)
                waiting += [end for end in (one.first, one.last) if not (self._out[end] and self._in[end])]
            del self._out[node], self._in[node]

    def join(self) -> None:
        """Leave out a node as long as there is one that is worth it, the one that saves most first."""
        queue: list[tuple[int, Node]] = []
        for node in self._out:
            heappush(queue, (self._more(node), node))
        while queue:
            more, node = heappop(queue)
            if node not in self._out or more != self._more(node) or more > 0:
                continue
            before, after = list(self._in[node].values()), list(self._out[node].values())
            if any(one.first == node for one in before):
                continue
            for one in before + after:
                self._remove(one)
            for one in before:
                for other in after:
                    self._add(one.then(other))
            del self._out[node], self._in[node]
            for near in {**{one.first: None for one in before}, **{one.last: None for one in after}}:
                heappush(queue, (self._more(near), near))

    def _more(self, node: Node) -> int:
        """How many stints more there are at most without the node."""
        before, after = len(self._in[node]), len(self._out[node])
        return before * after - before - after

    def _add(self, stint: Stint) -> None:
        key = (stint.first, stint.last, frozenset(Counter(stint.days).items()))
        self._out[stint.first].setdefault(key, stint)
        self._in[stint.last].setdefault(key, stint)

    def _remove(self, stint: Stint) -> None:
        key = (stint.first, stint.last, frozenset(Counter(stint.days).items()))
        self._out[stint.first].pop(key, None)
        self._in[stint.last].pop(key, None)
