"""Which two shifts nobody works both, as the model of a problem says it."""

from solver.model import Model


def exclusions(model: Model) -> tuple[set[tuple[str, str, str]], dict[tuple[str, str], bool]]:
    """Which two shifts a person never works both, by what the model says; and which are settled."""
    pair_of = {at: pair for pair, at in model.variables.items()}
    apart: set[tuple[str, str, str]] = set()
    settled: dict[tuple[str, str], bool] = {}
    for constraint in model.model.proto.constraints:
        if constraint.has_at_most_one():
            literals = list(constraint.at_most_one.literals)
        elif constraint.has_bool_or() and len(constraint.bool_or.literals) <= 2:
            literals = [~one for one in constraint.bool_or.literals]
            if len(literals) == 1:
                variable = literals[0] if literals[0] >= 0 else ~literals[0]
                if variable in pair_of:
                    settled[pair_of[variable]] = literals[0] < 0
                continue
        else:
            continue
        pairs = [pair_of[one] for one in literals if one in pair_of]
        for at, (person, one) in enumerate(pairs):
            for other_person, other in pairs[at + 1 :]:
                if person == other_person:
                    apart |= {(person, one, other), (person, other, one)}
    return apart, settled
