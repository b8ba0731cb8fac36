"""A whole shared out by weight, with a most that anybody has."""

from fractions import Fraction

import pytest

from roster.domain.shared_out import shared_out

WEIGHTS = {"kari": Fraction(6), "ola": Fraction(2), "ali": Fraction(1)}


@pytest.mark.parametrize(
    ("most", "shares"),
    [
        (None, (12, 4, 2)),
        (12, (12, 4, 2)),
        (9, (9, 6, 3)),
        (7, (7, 7, 4)),
        (6, (6, 6, 6)),
        (5, (12, 4, 2)),
    ],
)
def test_what_is_over_the_most_goes_to_those_who_have_less(most: int | None, shares: tuple[int, int, int]) -> None:
    found = shared_out(Fraction(18), WEIGHTS, None if most is None else Fraction(most))
    assert tuple(found.values()) == shares


def test_who_weighs_nothing_has_nothing() -> None:
    assert shared_out(Fraction(3), {"kari": Fraction(1), "ola": Fraction(0)}) == {"kari": 3, "ola": 0}
    assert shared_out(Fraction(3), {"ola": Fraction(0)}) == {"ola": 0}
