"""What no way to share the kinds among the layers is below."""

from dataclasses import dataclass

from roster.planning.kinds_shared import Tries, least_shared
from roster.planning.need_layers import Layer
from solver.covering.clock import Clock, Covering, NoCovering


@dataclass
class Known(Tries):
    """Coverings that are known beforehand, by how many kinds they have."""

    known: dict[int, Covering | NoCovering]

    def __post_init__(self) -> None:
        super().__init__(Layer(Clock(((1, 1, 0, 0),), 1, 4), None), 1, 1, 0, lambda: False)

    def with_kinds(self, number: int) -> Covering | NoCovering:
        return self.known[number]


def test_a_number_that_is_not_settled_leaves_the_bound_of_more_kinds_as_it_is() -> None:
    """At most two kinds take 10 at least, so one takes no less, though nothing is known of one."""
    tries = Known({1: NoCovering(False), 2: Covering((), 12, 10)})
    shared, bound = least_shared([tries], 2)
    assert not isinstance(shared, NoCovering)
    assert (shared.total, bound) == (12, 10)
