"""Who works at night has 8 hours on average, to both readings up to the same minute."""

import pytest

from roster.domain.roster import Roster
from tests.planning.loads import FORMS, HOUR, kari, shift
from tests.planning.readings import at_the_edge, refused, refused_by_checker


@FORMS
@pytest.mark.parametrize(
    "nights",
    [(2, 0, 0, 0), (3, 0, 0, 0), (4, 0, 0, 0), (1, 1, 1, 1), (3, 1, 0, 0, 2), (1, 0), (2, 0), (1,), (0, 0, 0, 4, 4)],
)
def test_who_works_at_night_has_8_hours_on_average(nights, cycle):
    """Nights of just over three hours in the night, and days ever longer."""
    for night in ("20-00.01", "20-24"):

        def make(minutes: int, night: str = night) -> Roster:
            weeks = [
                [night if day < count else shift(6 * HOUR, minutes) for day in range(6)] + ["-"] for count in nights
            ]
            return kari(" ".join(one for week in weeks for one in week), cycle=cycle)

        for minutes in (440, 500, 560):
            refused("night-average", make(minutes))
        if refused_by_checker("night-average", make(1000)):
            at_the_edge("night-average", make, 60, 1000)
