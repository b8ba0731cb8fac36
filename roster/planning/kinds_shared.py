"""How many of the kinds each layer of the need gets, so that all of it takes the least time."""

from dataclasses import dataclass

from roster.planning.need_layers import Layer
from roster.planning.result import Stop
from solver.covering import covering
from solver.covering.clock import Covering, NoCovering
from solver.covering.fewest import fewest_kinds


class Tries:
    """What a layer needs with so many kinds; each number is tried once, from the fewer before it.

    No fewer than ``least`` will do.
    """

    def __init__(self, layer: Layer, seconds: float, workers: int, seed: int, stop: Stop) -> None:
        self._clock = layer.clock
        self._how = (seconds, workers, seed, stop)
        self._known: dict[int, Covering | NoCovering] = {}
        self._gained_nothing = 0
        self.free = any(map(any, layer.clock.need))
        self.least = fewest_kinds(layer.clock)

    @property
    def finished(self) -> bool:
        """More kinds gain nothing: all is covered without waste, or two more have not made it less."""
        if not self.free:
            return True
        best = [one for one in self._known.values() if isinstance(one, Covering)]
        return bool(best) and (min(one.total for one in best) == self._clock.needed or self._gained_nothing > 1)

    def with_kinds(self, number: int) -> Covering | NoCovering:
        if number not in self._known:
            before = self._known.get(number - 1)
            like = before if isinstance(before, Covering) else None
            self._known[number] = self._tried(number, like)
        return self._known[number]

    def _tried(self, number: int, like: Covering | None) -> Covering | NoCovering:
        """No worse than with a kind less."""
        if like is not None and like.total == self._clock.needed:
            return like
        seconds, workers, seed, stop = self._how
        found = covering(self._clock, number, seconds=seconds, workers=workers, seed=seed, like=like, stop=stop)
        if like is not None and isinstance(found, Covering):
            self._gained_nothing = 0 if found.total < like.total else self._gained_nothing + 1
        return found

    def bound(self, number: int) -> int | None:
        """Steps that no cover with so many kinds is below; None where there is none."""
        known = self.with_kinds(number)
        if isinstance(known, Covering):
            return known.bound
        return None if known.proven else self._clock.needed


@dataclass(frozen=True, slots=True)
class Shared:
    """A way to share the kinds among the layers: what is covered, and what no way is below."""

    total: int
    parts: tuple[Covering, ...]


def least_shared(tries: list[Tries], number: int) -> tuple[Shared | NoCovering, int]:
    """The least time in all with so many kinds shared out among the layers, each alone in what it covers; the bound."""
    best: dict[int, Shared] = {0: Shared(0, ())}
    bounds: dict[int, int] = {0: 0}
    for at, one in enumerate(tries):
        later = sum(other.least for other in tries[at + 1 :])
        after: dict[int, Shared] = {}
        beyond: dict[int, int] = {}
        for used, below in bounds.items():
            for more in range(one.least, number - used - later + 1) if one.free else (0,):
                part, least = one.with_kinds(more), one.bound(more)
                if least is not None:
                    beyond[used + more] = min(beyond.get(used + more, below + least), below + least)
                before = best.get(used)
                if before is None or isinstance(part, NoCovering):
                    continue
                total = before.total + part.total
                if used + more not in after or total < after[used + more].total:
                    after[used + more] = Shared(total, (*before.parts, part))
        best, bounds = after, beyond
    if not best:
        return NoCovering(not bounds), 0
    return min(best.values(), key=lambda one: one.total), bounds[
        max(bounds)
    ]  # at most so many: that holds for fewer too
