"""Every place that the brief asks to be filled is filled, and none is filled twice over (D28).

Read as: on each shift work as many as are wanted, and no more than are welcome. Events fill no need.
"""

from collections.abc import Iterator

from roster.domain.finding import Finding, Unit, Verdict
from roster.domain.frame import Frame
from roster.domain.roster import Roster
from roster.domain.rotation import places
from roster.rules.asking import because
from roster.rules.numbers import brief_place
from roster.rules.rule import Rule
from solver.problem import Cover, Limit

ID = "need-filled"
SOURCE = brief_place("behov")


def check(roster: Roster) -> Iterator[Finding]:
    frame = roster.frame
    wrong = roster.wrongly_filled
    for shift in wrong:
        on = len(roster.filling(shift.id))
        limit = shift.wanted if on < shift.wanted else shift.up_to
        facts = {"shift": shift.id, "kind": shift.kind, "why": "open" if on < shift.wanted else "over"}
        yield Finding(
            ID,
            Verdict.MISSING,
            None,
            shift.span,
            on,
            limit,
            Unit.PEOPLE,
            brief_place(shift.place or "behov"),
            facts=facts,
        )
    if not wrong:
        yield Finding(ID, Verdict.OK, None, None, frame.places, frame.places, Unit.PEOPLE, SOURCE)


def limits(frame: Frame) -> Iterator[Limit]:
    """Each shift has the people it asks for, and no more than are welcome; on common lines wherever it is walked."""
    for shift in frame.shifts:
        works = places(frame, shift) if frame.rotations else None
        yield Cover(shift.id, (shift.id,), because(ID, "", shift.id), least=shift.wanted, most=shift.up_to, works=works)


RULE = Rule(ID, SOURCE, check, limits)
