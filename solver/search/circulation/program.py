"""How often each stint is walked: whole numbers that keep the tallies and lead on at every node."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model

from solver.search.circulation.line import Line
from solver.search.circulation.stints import Node, Stint, most_of


class Program:
    """Every line is a solution, and every solution is a line but for islands that are walked apart."""

    def __init__(self, line: Line, stints: Sequence[Stint]) -> None:
        self.model = cp_model.CpModel()
        self._stints = stints
        most = most_of(line)
        counts = [Counter(one.days) for one in stints]
        self._times = [
            self.model.new_int_var(0, min(most[at] // count for at, count in one.items()), "") for one in counts
        ]
        self._leads_on()
        self._tally(counts, {at: 1 for at in most if at[0] == 0}, line.weeks, line.weeks)
        for tally in line.tallies:
            self._tally(counts, tally.weights, tally.least, tally.most)

    def one_walk(self, inside: frozenset[Node]) -> None:
        """Whoever walks both inside and outside must leave."""
        within, without, leaving = [], [], []
        for stint, times in zip(self._stints, self._times, strict=True):
            if stint.first in inside and stint.last in inside:
                within.append(times)
            elif stint.first not in inside and stint.last not in inside:
                without.append(times)
            elif stint.first in inside:
                leaving.append(times)
        stays_out, stays_in, leaves = (self.model.new_bool_var("") for _ in range(3))
        self.model.add_bool_or(stays_out, stays_in, leaves)
        self.model.add(sum(within) == 0).only_enforce_if(stays_out)
        self.model.add(sum(without) == 0).only_enforce_if(stays_in)
        self.model.add(sum(leaving) >= 1).only_enforce_if(leaves)

    def flow(self, values: Sequence[int]) -> list[tuple[Stint, int]]:
        """The stints that are walked, and how often."""
        times = (values[one.index] for one in self._times)
        return [(stint, count) for stint, count in zip(self._stints, times, strict=True) if count]

    def _leads_on(self) -> None:
        ways: dict[Node, list[cp_model.LinearExprT]] = defaultdict(list)
        for stint, times in zip(self._stints, self._times, strict=True):
            if stint.first != stint.last:
                ways[stint.first].append(-times)
                ways[stint.last].append(times)
        for one in ways.values():
            self.model.add(sum(one) == 0)

    def _tally(
        self,
        counts: Sequence[Counter[tuple[int, int]]],
        weights: Mapping[tuple[int, int], int],
        least: int,
        most: int | None,
    ) -> None:
        used, by = [], []
        for count, times in zip(counts, self._times, strict=True):
            weight = sum(weights.get(at, 0) * often for at, often in count.items())
            if weight:
                used.append(times)
                by.append(weight)
        total = cp_model.LinearExpr.weighted_sum(used, by)
        if most is None:
            self.model.add(total >= least)
        else:
            self.model.add_linear_constraint(total, least, most)
