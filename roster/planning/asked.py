"""A brief as the solver is asked it, and its answers as rosters: own lines, or one line that all walk."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from roster.domain.brief import Brief
from roster.domain.frame import Frame, cycle_frame, frame_of
from roster.domain.kinds import Form, Lines
from roster.domain.roster import Roster
from roster.domain.rotation import line_frame, walked_by_all
from roster.planning.better import preferences
from roster.planning.problem import fixed_works, priced_problem, roster_of
from solver.problem import Problem, Works


@dataclass(frozen=True)
class Asked:
    """``frame`` is what is searched: in rullerende turnus the lines; ``whole`` is everybody's."""

    brief: Brief
    frame: Frame
    whole: Frame

    @classmethod
    def of(cls, brief: Brief) -> "Asked":
        """The brief in the form that it asks for."""
        if brief.period.form is Form.CYCLE and brief.period.lines is Lines.COMMON:
            return cls(brief, line_frame(brief), cycle_frame(brief))
        frame = frame_of(brief)
        return cls(brief, frame, frame)

    @property
    def common(self) -> bool:
        """All in a group walk one line."""
        return self.frame is not self.whole

    @cached_property
    def problem(self) -> Problem:
        """Every rule, with open need at a price, and what is better."""
        return priced_problem(self.frame, preferences(self.frame))

    def roster(self, works: Works) -> Roster:
        """What the solver made, for everybody."""
        found = roster_of(self.frame, works)
        return Roster(self.whole, walked_by_all(self.brief, self.frame, found.works)) if self.common else found

    def works(self, roster: Roster) -> Works:
        """The roster as the solver sees it, as far as its people and shifts are those of the brief."""
        return self.given(roster) | fixed_works(self.frame)

    def given(self, roster: Roster) -> Works:
        """The shifts of the roster that are given out in the brief too, to the same people.

        A grunnturnus that began on another date is carried over day by day.
        """
        later = self.frame.first_day - roster.frame.first_day if self.frame.cyclic and roster.frame.cyclic else None
        people = {one.id for one in self.frame.people}
        known = {one.id for one in self.frame.shifts}
        carried: set[tuple[str, str]] = set()
        for who, shift in roster.works:
            day, _, kind = shift.partition(" ")
            moved = shift if later is None else f"{date.fromisoformat(day) + later} {kind}"
            if who in people and moved in known:
                carried.add((who, moved))
        return frozenset(carried)
