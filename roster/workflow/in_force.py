"""Which version of an arrangement was in use on which days, as its log tells."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from roster.domain.clock import OSLO
from roster.domain.course import Act, Use
from roster.domain.roster import Roster
from roster.workflow.course import read_log, version_at

_HERE = ZoneInfo(str(OSLO.zone))


@dataclass(frozen=True, slots=True)
class InForce:
    """A version that ran from ``first`` through ``last`` (None: until another is taken into use)."""

    version: str
    roster: Roster
    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """It ran on that day, and has dates for it."""
        ran = self.first <= day and (self.last is None or day <= self.last)
        dates = self.roster.frame.dates
        return ran and not self.roster.frame.cyclic and dates[0] <= day <= dates[-1]


def in_force(folder: Path, known: date | None = None) -> tuple[InForce, ...]:
    """In order of time; what is taken into use later stands from its day on. Raises ``Faults``.

    ``known``: as the log told when that day was over; None: as it tells now.
    """
    log = read_log(folder)
    uses: list[tuple[date, str]] = []
    for step in log.steps:
        told = known is None or on_the_wall(step.when).date() <= known
        if told and step.act is Act.USED and isinstance(step.what, Use):
            uses = [one for one in uses if one[0] < step.what.since]
            uses.append((step.what.since, step.version))
    found = [InForce(number, version_at(folder, number, log).plan.dated, since) for since, number in uses]
    ends = [one.first - timedelta(days=1) for one in found[1:]]
    return (*(replace(one, last=end) for one, end in zip(found, ends, strict=False)), *found[-1:])


def on_the_wall(moment: datetime) -> datetime:
    """The moment by the clock where the turnus is."""
    return moment.astimezone(_HERE)
