"""What was found from one roster, moved into another in which something else has been found meanwhile."""

from collections.abc import Callable, Mapping, Set
from typing import Any

from solver.model import Model
from solver.search.parts import Values
from solver.search.run import Outcome, run
from solver.search.smaller import Part

TIGHT: Mapping[str, Any] = {
    "num_workers": 1,
    "linearization_level": 0,
    "symmetry_level": 0,
    "cp_model_probing_level": 0,
    "max_deterministic_time": 0.1,
}
"""The choices leave next to nothing to look for."""
FORBIDDEN = Outcome(None, None, None, impossible=True, optimal=False, deterministic=0.0)


def moves(before: Values, after: Values, free: Set[int]) -> Mapping[int, int]:
    """The open choices that differ, and what they are ``after``."""
    return {at: after[at] for at in free if after[at] != before[at]}


def moved(
    model: Model, part: Part, values: Values, free: Set[int], moves: Mapping[int, int], over: Callable[[], bool]
) -> Outcome:
    """These values with the same moves, where the choices ``free`` are open in ``part``; none where that is forbidden.

    What else is open in it is as cheap as the choices let it be.
    """
    place = {at: new for new, at in enumerate(part.variables.tolist())}
    if any(at not in place and values[at] != value for at, value in moves.items()):
        return FORBIDDEN  # what is at hand elsewhere leaves no choice there
    asked_of: Any = part.model.clone()
    variables = asked_of.proto.variables
    for at, new in place.items():
        if at in free:
            domain = variables[new].domain
            domain[0] = domain[len(domain) - 1] = moves.get(at, values[at])
    return run(model, asked_of, dict(TIGHT), over=over, part=lambda found: part.filled_in(values, found))
