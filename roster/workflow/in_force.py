"""Which version of an arrangement was in use on which days, as its log tells."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from roster.domain.clock import OSLO
from roster.domain.course import Act, Use
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import Shift
from roster.wording.worked_words import NOT_IN_USE
from roster.workflow.course import located, read_log, version_at

_HERE = ZoneInfo(str(OSLO.zone))


@dataclass(frozen=True, slots=True)
class InForce:
    """A version that ran from ``first`` through ``last``; None: a grunnturnus, until another is taken into use."""

    version: str
    roster: Roster
    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """It ran on that day, and has dates for it."""
        ran = self.first <= day and (self.last is None or day <= self.last)
        dates = self.roster.frame.dates
        return ran and not self.roster.frame.cyclic and dates[0] <= day <= dates[-1]

    def has(self, shift: Shift) -> bool:
        """A shift of its own roster was its to give: on a day that it held, or after its last before the week ends."""
        day, last = shift.start.date(), self.roster.frame.dates[-1]
        return self.holds(day) or (day == last + timedelta(days=1) and self.holds(last))


def in_force(folder: Path, known: date | None = None) -> tuple[InForce, ...]:
    """In order of time. What is taken into use last stands on all its days, and takes away no other (D38).

    So a plan of a few weeks has before and after it what ran already. ``known``: as the log told when that day was
    over; None: as it tells now. Raises ``Faults``.
    """
    log = read_log(folder)
    plans: dict[str, Plan] = {}
    found: tuple[InForce, ...] = ()
    for step in log.steps:
        told = known is None or on_the_wall(step.when).date() <= known
        if told and step.act is Act.USED and isinstance(step.what, Use):
            if step.version not in plans:
                plans[step.version] = version_at(folder, step.version, log).plan
            plan = plans[step.version]
            found = _laid_over(found, InForce(step.version, plan.dated, step.what.since, plan.until))
    return found


def versions_for(path: Path) -> tuple[tuple[InForce, ...], tuple[str, ...]]:
    """The versions that were in use with their days; the newest from its first day where none has been."""
    used = in_force(path)
    if used:
        return used, ()
    _, number = located(path)
    plan = version_at(path, number, read_log(path)).plan
    return (InForce(number, plan.dated, plan.dated.frame.first_day),), (NOT_IN_USE,)


def _laid_over(ran: tuple[InForce, ...], new: InForce) -> tuple[InForce, ...]:
    """What ran, with the new version on its days."""
    ends = new.first - timedelta(days=1)
    before = (
        replace(one, last=ends if one.last is None else min(one.last, ends)) for one in ran if one.first < new.first
    )
    if new.last is None:
        return (*before, new)
    begins = new.last + timedelta(days=1)
    after = (replace(one, first=max(one.first, begins)) for one in ran if one.last is None or one.last >= begins)
    return (*before, new, *after)


def on_the_wall(moment: datetime) -> datetime:
    """The moment by the clock where the turnus is."""
    return moment.astimezone(_HERE)
