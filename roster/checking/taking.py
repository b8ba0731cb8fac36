"""Who can lawfully take a shift, and as what: within the contract, beyond it, as overtime, or for a shift of theirs.

A shift that somebody is free to take or leave may go beyond what they have said they want (aml § 10-6 (1) asks for a
special need limited in time, as when somebody is away), and beyond the ordinary hours as overtime. What else the
checker finds of them then, that it does not find now, is why they cannot.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from roster.checking.check import Report, check_again
from roster.checking.worse import worse
from roster.domain.assistant import Assistant
from roster.domain.contract import turns
from roster.domain.finding import Finding
from roster.domain.frame import Frame
from roster.domain.kinds import WorkSort
from roster.domain.roster import Roster
from roster.domain.shift import Shift, worked
from roster.domain.spans import HOUR
from roster.domain.taking import Kind, Taking
from roster.rules import RULES
from roster.rules.contract import contract_paid, paid_minutes
from roster.rules.position_extra import has_priority

NEAR = 36 * HOUR
"""Minutes between two shifts within which one of them may be why the other cannot be taken."""

WITH_CONSENT = frozenset({"agreed-hours"})
"""What whoever says yes to the very shift may go beyond."""

ORDINARY = WITH_CONSENT | {"hours-day", "hours-week", "hours-average", "average-8-weeks", "single-week"}
"""Limits of ordinary hours, which overtime is beyond."""

BESIDE = frozenset({"contract-hours", "position-extra", "need-filled"})
"""Not about whether somebody can take the shift."""


def takings(report: Report, shift: Shift, since: int, but: Iterable[str] = ()) -> Iterator[Taking]:
    """Each who is not on the shift yet; ``report`` is of the roster in which there is room for one more.

    ``since``: the minute before which nothing can be otherwise. ``but`` are left out.
    """
    left_out = {*but, *report.roster.on(shift.id)}
    for person in report.roster.frame.people:
        if person.id not in left_out:
            yield taking(report, person, shift, since)


def taking(report: Report, person: Assistant, shift: Shift, since: int) -> Taking:
    """What the shift is to the assistant; see ``takings``."""
    roster = report.roster
    after = replace(roster, works=roster.works | {(person.id, shift.id)})
    broken = _against(worse(report.findings, check_again(report, after).findings))
    rules = {one.rule for one in broken}
    kind: Kind | None = None
    instead_of: Shift | None = None
    if not rules:
        kind = Kind.EXTRA if _beyond(after, person, shift) else Kind.CONTRACT
    elif rules <= WITH_CONSENT:
        kind = Kind.BEYOND_WISH
    elif rules <= ORDINARY and not _breaks(report, _as_overtime(after, shift), person):
        kind = Kind.OVERTIME
    else:
        instead_of = _to_leave(report, after, person, shift, since)
        if instead_of is not None:
            kind = Kind.MOVED
            after = replace(after, works=after.works - {(person.id, instead_of.id)})
    weeks = weeks_of(roster.frame, shift)
    number = roster.frame.week_of(shift)
    return Taking(
        person.id,
        kind,
        () if kind is not None else broken,
        after,
        paid_minutes(after, person.id, weeks),
        int(contract_paid(roster.frame, person, weeks)),
        weeks,
        sum(worked(one) for one in after.of(person.id) if roster.frame.week_of(one) == number),
        has_priority(person),
        instead_of,
    )


def weeks_of(frame: Frame, shift: Shift) -> tuple[int, int]:
    """The weeks over which the contract holds on average and in which the shift lies."""
    at, ends = frame.week_of(shift), 0
    for first, last in turns(frame):
        if first <= at < last:
            return first, last
        ends = last
    return ends, frame.weeks


def _beyond(after: Roster, person: Assistant, shift: Shift) -> bool:
    weeks = weeks_of(after.frame, shift)
    return paid_minutes(after, person.id, weeks) > contract_paid(after.frame, person, weeks)


def _against(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in found if one.rule not in BESIDE)


def _breaks(report: Report, after: Roster, person: Assistant) -> bool:
    """Something is found of the assistant alone that was not found before."""
    rules = (one for one in RULES if one.id not in BESIDE)
    return any(worse(report.found[one.id], one.of(after, person)) for one in rules if one.of is not None)


def _as_overtime(after: Roster, shift: Shift) -> Roster:
    """The roster in which the shift is overtime."""
    overtime = replace(shift, work=WorkSort.OVERTIME)
    shifts = tuple(overtime if one.id == shift.id else one for one in after.frame.shifts)
    return replace(after, frame=replace(after.frame, shifts=shifts))


def _to_leave(report: Report, after: Roster, person: Assistant, shift: Shift, since: int) -> Shift | None:
    """The nearest shift of the assistant without which this one can be taken."""
    frame = after.frame
    fixed = {one.id for one in frame.fixed_of(person.id)}
    near = (
        one
        for one in report.roster.of(person.id)
        if one.id not in fixed
        and one.span.start >= since
        and one.span.start - NEAR < shift.span.end
        and shift.span.start - NEAR < one.span.end
    )
    for one in sorted(near, key=lambda other: abs(other.span.start - shift.span.start)):
        moved = replace(after, works=after.works - {(person.id, one.id)})
        # What is found of them alone is soon read, and tells of most shifts that leaving them is not enough.
        if not _breaks(report, moved, person) and not _against(
            worse(report.findings, check_again(report, moved).findings)
        ):
            return one
    return None
