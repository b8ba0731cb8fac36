"""How a new version is taken into use: beside what runs, which need not be the version that it was changed from."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from roster.domain.causes import cause_of, needs_word, paid_otherwise
from roster.domain.difference import Difference, NothingInCommonError, Sort, difference
from roster.domain.kinds import Cause
from roster.domain.plan import Plan
from roster.reading.faults import Faults
from roster.workflow.current import Current
from roster.workflow.folder import PLAN, VERSIONS
from roster.workflow.opening import read_plan


@dataclass(frozen=True, slots=True)
class ToUse:
    """``since``: the day of the first change, None: nothing is otherwise. ``asks``: somebody gets a shift.

    ``takes``: somebody who is not away loses one, and must have said yes to it.
    """

    cause: Cause
    since: date | None
    asks: bool
    takes: bool


def to_use(base: Current, after: Plan, found: Difference) -> ToUse:
    """``found``: what is changed from ``base``; of a change of a change all of it is taken into use together."""
    old = base.plan
    if base.folder is not None and base.in_use not in (None, base.version):
        with suppress(Faults, NothingInCommonError):
            runs = read_plan(base.folder / VERSIONS / str(base.in_use) / PLAN).plan
            found, old = difference(runs, after), runs
    paid, cause = paid_otherwise(old.brief, after.brief), cause_of(found, after, old)
    if paid is not None and not found.changes:
        cause = Cause.ABSENCE
    days = [one.start.date() for one in found.changes]
    if paid is not None and cause is Cause.ABSENCE:
        days.append(paid)
    return ToUse(
        cause,
        min(days, default=None),
        any(one.sort is not Sort.LOST for one in found.changes),
        needs_word(cause, found, after, old),
    )
