"""Which version of an arrangement was in use on which days, as its log tells."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from roster.domain.course import Act, Use
from roster.domain.roster import Roster
from roster.workflow.course import read_log, version_at


@dataclass(frozen=True, slots=True)
class InForce:
    """A version that ran from ``first`` through ``last`` (None: until another is taken into use)."""

    version: str
    roster: Roster
    first: date
    last: date | None = None


def in_force(folder: Path) -> tuple[InForce, ...]:
    """In order of time; what is taken into use later stands from its day on. Raises ``Faults``."""
    log = read_log(folder)
    uses: list[tuple[date, str]] = []
    for step in log.steps:
        if step.act is Act.USED and isinstance(step.what, Use):
            uses = [one for one in uses if one[0] < step.what.since]
            uses.append((step.what.since, step.version))
    found = [InForce(number, version_at(folder, number, log).plan.dated, since) for since, number in uses]
    ends = [one.first - timedelta(days=1) for one in found[1:]]
    return (*(replace(one, last=end) for one, end in zip(found, ends, strict=False)), *found[-1:])
