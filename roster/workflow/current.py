"""The version that changes begin with: the newest change of the one that runs on the day, or the newest of all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roster.domain.course import Act
from roster.domain.plan import Plan
from roster.reading.faults import Faults
from roster.workflow.course import located, read_log
from roster.workflow.folder import PLAN, VERSIONS, is_arrangement
from roster.workflow.in_force import InForce, in_force, run_from, running
from roster.workflow.journal import Entry
from roster.workflow.line import made_from, newest_change, passed_over
from roster.workflow.opening import read_plan


@dataclass(frozen=True, slots=True)
class Current:
    """``folder`` and ``version`` None: it is a file by itself. ``entries``: the log of the folder.

    ``in_use``: the version that runs on the day; None where none does. ``runs``: all that runs, with its days.
    """

    plan: Plan
    path: Path
    folder: Path | None = None
    version: str | None = None
    entries: tuple[Entry, ...] = ()
    in_use: str | None = None
    runs: tuple[InForce, ...] = ()

    @property
    def changed_from(self) -> str | None:
        """The number of the version that this one is a change of."""
        return None if self.version is None else made_from(self.entries, self.version)

    def has(self, day: date) -> bool:
        """The day is for this version to say something of: nothing else runs on it."""
        runs = running(self.runs, day)
        return runs is None or runs.version == self.in_use


def current(path: Path, day: date) -> Current:
    """The plan at the path; of an arrangement's folder the version that changes on the day begin with.

    Raises ``Faults``.
    """
    if not is_arrangement(path) and not is_arrangement(path.parent.parent):
        return Current(read_plan(path).plan, path)
    folder, number = located(path if path.is_dir() else path.parent)
    log = read_log(folder)
    used = in_force(folder) if is_arrangement(path) else ()
    runs = running(used, day)
    if runs is not None:
        others = {one.version for one in used} - {runs.version}
        others |= passed_over(log.entries, {one.version for one in log.steps if one.act is Act.USED})
        number = newest_change(log.entries, runs.version, others)
    at = folder / VERSIONS / number
    in_use = runs.version if runs is not None else None if log.in_use is None else log.in_use.version
    return Current(read_plan(at / PLAN).plan, at, folder, number, log.entries, in_use, used)


def meant(path: Path, today: date, day_of: Callable[[Plan], date]) -> Current:
    """The version that changes begin with on the day that the user means.

    ``day_of`` reads that day by a plan, and raises ``Faults`` where the plan does not know it: so it is asked by what
    runs today, and then by all that runs, in the order of time.
    """
    first = current(path, today)
    fault: Faults | None = None
    for day in (today, *(max(one.first, one.roster.frame.first_day) for one in first.runs)):
        found = first if day == today else current(path, day)
        try:
            said = day_of(found.plan)
        except Faults as faults:
            fault = fault or faults
            continue
        if found.has(said):
            return found
        right = current(path, said)
        return right if _knows(right, day_of, said) else found
    assert fault is not None
    raise fault


def _knows(found: Current, day_of: Callable[[Plan], date], day: date) -> bool:
    try:
        return day_of(found.plan) == day
    except Faults:
        return False


def run_later(found: Current, day: date) -> tuple[Current, ...]:
    """All that changes begin with on the day or after it, in the order of time; one alone where nothing runs."""
    if found.folder is None or not found.runs:
        return (found,)
    days = {one.version: max(one.first, day) for one in reversed(found.runs)}
    return tuple(current(found.folder, days[one]) for one in run_from(found.runs, day)) or (found,)
