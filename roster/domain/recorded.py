"""A roster of shifts as somebody wrote them down: made elsewhere, with no need behind it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from roster.domain.activity import with_activity
from roster.domain.age import is_minor
from roster.domain.brief import Brief
from roster.domain.clock import OSLO, PLAIN
from roster.domain.frame import Frame
from roster.domain.kinds import Form
from roster.domain.roster import Roster
from roster.domain.shift import Shift


def recorded(brief: Brief, rows: Iterable[tuple[str, Shift]], past: Iterable[tuple[str, Shift]] = ()) -> Roster:
    """The roster in which each does just these shifts, in the brief's form and period; ids must be unique.

    Rows that start before the period join ``past``; rows after it are left out. Spans are those of the brief's
    clock. Work elsewhere is fixed, as in any frame; it counts for those under 18, whoever employs them. Each shift
    is wanted by the one who has it, so no need is open.
    """
    cyclic = brief.period.form is Form.CYCLE
    empty = Frame(brief, brief.period.form, brief.period.weeks, PLAIN if cyclic else OSLO, ())
    inside = empty.span
    before: dict[str, list[Shift]] = defaultdict(list)
    for who, shift in past:
        before[who].append(_known(brief, who, shift))
    shifts: list[Shift] = []
    fixed: list[tuple[str, Shift]] = []
    works: set[tuple[str, str]] = set()
    for who, shift in rows:
        if shift.span.start < inside.start:
            before[who].append(_known(brief, who, shift))
        elif shift.span.start >= inside.end:
            continue
        elif shift.here:
            shifts.append(replace(_known(brief, who, shift), wanted=1, up_to=1))
            works.add((who, shift.id))
        else:
            fixed.append((who, _known(brief, who, shift)))
    frame = replace(
        empty,
        shifts=tuple(sorted(shifts, key=lambda one: (one.span, one.id))),
        fixed=tuple(fixed),
        past={who: tuple(sorted(all_of, key=lambda one: one.span)) for who, all_of in before.items()},
    )
    return Roster(frame, frozenset(works))


def _known(brief: Brief, who: str, shift: Shift) -> Shift:
    """The shift with what its brief knows: pay for active work; and of work elsewhere the age of who does it.

    The age is that on the first day in a grunnturnus.
    """
    if shift.here:
        return with_activity(shift, brief.settings)
    cyclic = brief.period.form is Form.CYCLE
    day = brief.period.start if cyclic else shift.start.date()
    return replace(shift, minor=is_minor(brief.assistant(who), day))
