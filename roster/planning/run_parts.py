"""The parts of a run between which a plan gets the full-time weeks that its own nights and Sundays give (D17)."""

from dataclasses import dataclass, replace

LEAST_TO_MEND = 10.0
"""Seconds at the least to make a roster better that was only sought filled."""

HELD_FROM = 0.1
"""Seconds for each place in the roster from which a roster is held to its weeks: it is searched for nearly anew."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the run, by when it ends in favour of the next.

    ``soon`` and ``late``: parts of the time after which it is seen whether the roster's own nights and Sundays give
    another full-time week (D17), the first once all need is filled and nobody is short of hours, the second once all
    need is filled. ``share``: its part of the time, as effort, where the clock decides nothing. Where it does, it has
    what is left, though so many seconds at the ``least``, or the share where that is shorter.
    """

    soon: float = 1.0
    late: float = 1.0
    share: float = 1.0
    least: float = 0.0

    @property
    def to_the_end(self) -> "Part":
        """The same with nothing after it, so that the weeks are not looked at."""
        return replace(self, soon=1.0, late=1.0)


ALONE = Part()
"""The roster of a brief whose weeks are not looked at."""
FIRST = Part(0.2, 0.5)
"""One with the weeks of the agreement; the rest of the time is then for one with its own."""
AGAIN = Part(0.6, 0.6, 0.5, LEAST_TO_MEND)
"""That one; the rest is then for one that is held to the weeks it gives."""
REPEATED = Part(0.5, 0.5)
"""The same where a repeated turnus has told the weeks."""
HELD = Part(share=0.25, least=5.0)
"""The one that is held."""


def may_hold(places: int, seconds: float) -> bool:
    """There is time enough for one that is held."""
    return seconds >= HELD_FROM * places
