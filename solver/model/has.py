"""The variables of a roster, asked for in words."""

from collections.abc import Callable, Iterable

from solver.model.cliques import cliques
from solver.model.logic import FALSE, TRUE, Lit, Logic, Term
from solver.problem import Occasion, Off, Problem
from solver.stretches import Shift


class Has:
    """Who works what, as literals: constants for history and where a hard ``Off`` forbids it."""

    def __init__(self, problem: Problem, logic: Logic) -> None:
        self.problem = problem
        self.logic = logic
        self.shift_of: dict[str, dict[str, Lit]] = {}
        self.costs: dict[str, list[Term]] = {}
        self._occasions: dict[tuple[str, frozenset[Lit]], Lit] = {}
        self._clashes: dict[str, set[tuple[str, str]]] = {}
        forbidden = {
            (limit.person, one)
            for limit in problem.limits
            if isinstance(limit, Off) and limit.cost is None
            for one in limit.shifts
        }
        for person in problem.people:
            past = set(person.past)
            self.shift_of[person.id] = {
                one.id: (TRUE if one.id in past else FALSE)
                if one.start < 0
                else FALSE
                if (person.id, one.id) in forbidden
                else logic.literal(f"{person.id} works {one.id}")
                for one in problem.shifts
            }
        self._past = problem.past()
        self._all_off: dict[tuple[str, frozenset[str]], Lit] = {}
        self._later: list[Callable[[], None]] = []

    def variables(self) -> dict[tuple[str, str], Lit]:
        """What is open to choice."""
        return {
            (person, shift): one
            for person, mine in self.shift_of.items()
            for shift, one in mine.items()
            if one not in (TRUE, FALSE)
        }

    def occasions(self) -> dict[Lit, frozenset[Lit]]:
        """The literal of each occasion of several shifts, and theirs."""
        return {worked: literals for (_, literals), worked in self._occasions.items()}

    def works(self, person: str, shift: str) -> Lit:
        return self.shift_of[person][shift]

    def line(self, person: str, work: tuple[Shift, ...] | None) -> tuple[tuple[Shift, ...], dict[str, Lit]]:
        """What of the person's shifts may be work to a limit, and whether each is worked (see the limits' ``work``)."""
        mine = self.shift_of[person]
        if work is None:
            return tuple(one for one in self.problem.shifts if mine[one.id] != FALSE), mine
        known = {one.id: mine.get(one.id, TRUE) for one in work}
        return tuple(one for one in work if known[one.id] != FALSE), {**mine, **known}

    def any(self, person: str, occasion: Occasion) -> Lit:
        """The person works at least one of the shifts."""
        mine = self.shift_of[person]
        literals = frozenset(mine[one] for one in occasion) - {FALSE}
        if TRUE in literals:
            return TRUE
        if len(literals) < 2:
            return next(iter(literals), FALSE)
        key = (person, literals)
        if key not in self._occasions:
            self._occasions[key] = self.logic.literal(f"{person} works any of {' '.join(occasion)}")
        return self._occasions[key]

    def is_past(self, *occasions: Occasion) -> bool:
        """No shift of the roster takes part in any of the occasions, so it can change nothing there."""
        return all(one in self._past for occasion in occasions for one in occasion)

    def never_both(self, person: str, one: str, other: str) -> None:
        """The person works at most one of the two; told here, written together when all limits are read."""
        self._clashes.setdefault(person, set()).add((min(one, other), max(one, other)))

    def clash(self, person: str, one: str, other: str) -> bool:
        """The two were told never to be worked both."""
        return (min(one, other), max(one, other)) in self._clashes.get(person, set())

    def later(self, write: Callable[[], None]) -> None:
        """Write this when all that can never be worked both is known."""
        self._later.append(write)

    def all_off(self, person: str, shifts: frozenset[str]) -> Lit:
        """A literal that is true only if the person works none of the shifts of the problem."""
        key = (person, shifts)
        if key not in self._all_off:
            self._all_off[key] = self.logic.literal(f"{person} works none of {' '.join(sorted(shifts))}")
            for one in sorted(shifts):
                self.logic.clause([~self._all_off[key], ~self.shift_of[person][one]])
        return self._all_off[key]

    def pay(self, because: str, terms: Iterable[Term], cost: int) -> None:
        """Each unit of the sum costs so many points."""
        if cost:
            self.costs.setdefault(because, []).extend((one, times * cost) for one, times in terms)

    def finish(self) -> None:
        """Write what was gathered: shifts that exclude each other, occasions, and the cost.

        An occasion whose shifts all exclude each other is their sum, which CP-SAT's linear relaxation sees.
        """
        for write in self._later:
            write()
        exclusive: dict[str, set[tuple[Lit, Lit]]] = {}
        for person, pairs in self._clashes.items():
            mine = self.shift_of[person]
            open_pairs = ((mine[one], mine[other]) for one, other in pairs)
            exclusive[person] = {pair for pair in open_pairs if FALSE not in pair}
            order = {mine[one.id]: one.start for one in self.problem.shifts}
            for clique in cliques(exclusive[person], order):
                if clique[0] == clique[1]:
                    self.logic.clause([~clique[0]])
                else:
                    self.logic.at_most_one(clique)
        for (person, literals), worked in self._occasions.items():
            told = exclusive.get(person, set())
            shifts = sorted(literals)
            if all((one, other) in told or (other, one) in told for one in shifts for other in shifts if one < other):
                self.logic.exactly_one([~worked, *shifts])
            else:
                self.logic.clause([~worked, *shifts])
                for one in shifts:
                    self.logic.clause([worked, ~one])
        self.logic.minimise(term for _, terms in sorted(self.costs.items()) for term in terms)
