"""The day from which a version takes effect where nobody has said another, which the two weeks of § 10-3 lead up to."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from roster.domain.plan import Plan
from roster.workflow.course import Log, Version, standing_of
from roster.workflow.in_force import since_in_force
from roster.workflow.journal import NEW_VERSION, Entry
from roster.workflow.line import FROM

_NOT_KEPT = ""
"""The number of a version that has none yet."""


@dataclass(frozen=True, slots=True)
class Begins:
    """``as_before``: the version that runs, which this one is like on the days before; "" where that is not so."""

    day: date
    as_before: str = ""


def takes_effect(folder: Path, version: Version, log: Log) -> Begins:
    """The day from which it was taken into use, else the one that it would be from."""
    used = standing_of(version, log).use
    return Begins(used.since) if used is not None else would_begin(folder, version, log)


def change_would_begin(folder: Path, plan: Plan, of: Version, log: Log) -> Begins:
    """The same of a plan that is not kept yet, as a change of a version that is."""
    entry = Entry(log.entries[-1].when, NEW_VERSION, _NOT_KEPT, {}, facts={FROM: of.number})
    return would_begin(folder, Version(_NOT_KEPT, plan, ""), replace(log, entries=(*log.entries, entry)))


def would_begin(folder: Path, version: Version, log: Log) -> Begins:
    """The first week that it changes in what runs; its own first day where nothing runs, or that is changed at once.

    What it leaves as it is, has been discussed and is in use already (D38).
    """
    start = version.plan.brief.period.start
    held = since_in_force(folder, version, log, start)
    found = None if held is None else held.changes
    if held is None or found is None or found.cyclic or found.first > start:
        return Begins(start)
    days = [one.start.date() for one in found.changes]
    if version.plan.dated.frame.dates[-1] > found.last:
        days.append(found.last + timedelta(days=1))
    if not days:
        return Begins(start)
    first = min(days)
    day = first - timedelta(days=(first - start).days % 7)
    return Begins(day, held.version) if day > start else Begins(start)
