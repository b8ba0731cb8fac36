"""What has changed, as it is planned again: what is left of the roster, and which shifts that leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from roster.domain.frame import Frame
from roster.domain.roster import Roster
from solver.problem import Works


@dataclass(frozen=True)
class Changed:
    """What has happened. ``before``: the roster as it was; ``frame``: that of the brief as it is now.

    ``since``: the minute before which all is as it was, ``notice`` the one before which a change comes late.
    ``kept``: what can still be worked of the roster; ``taken`` is given besides, whatever else.
    ``seeks_hours``: who is new, and gets the hours of a contract. ``away``: who is sick, and not troubled afterwards.
    ``back``: of ``taken`` what somebody had before, and has again.
    """

    before: Roster
    frame: Frame
    since: int
    notice: int
    kept: Works
    taken: Works = frozenset()
    seeks_hours: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    back: Works = frozenset()

    @cached_property
    def start(self) -> Works:
        """What is left of the roster before anything is mended."""
        return self.kept | self.taken

    @cached_property
    def open(self) -> Mapping[str, int]:
        """The shifts not yet begun that lack more people than they did before, with how many more."""
        return self.newly_open(self.start)

    def newly_open(self, works: Works) -> Mapping[str, int]:
        """The same when these works are done."""
        found = {}
        for shift, missing in Roster(self.frame, works).open:
            if shift.span.start >= self.since and missing > self.open_before.get(shift.id, 0):
                found[shift.id] = missing - self.open_before.get(shift.id, 0)
        return found

    @cached_property
    def open_before(self) -> Mapping[str, int]:
        """The shifts that lacked people before anything had changed, with how many."""
        return {shift.id: missing for shift, missing in self.before.open}
