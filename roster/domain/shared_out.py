"""A whole shared out by weight."""

from collections.abc import Mapping
from fractions import Fraction


def shared_out(
    whole: Fraction, weights: Mapping[str, Fraction], most: Fraction | None = None
) -> Mapping[str, Fraction]:
    """What each has of the whole by weight; what is over ``most`` goes to those who have less.

    By weight alone where that would leave some of it to nobody.
    """
    if most is not None and most * sum(weight > 0 for weight in weights.values()) < whole:
        most = None
    shares: dict[str, Fraction] = {}
    left, weight_left = whole, sum(weights.values(), Fraction(0))
    for who in sorted(weights, key=lambda one: -weights[one]):
        share = left * weights[who] / weight_left if weight_left else Fraction(0)
        shares[who] = share if most is None else min(most, share)
        left, weight_left = left - shares[who], weight_left - weights[who]
    return shares
