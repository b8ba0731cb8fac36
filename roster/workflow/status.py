"""How far a version has come, which one is in use, and what is left to do."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roster.domain.course import Stage, Standing, Step
from roster.domain.difference import Difference, NothingInCommonError, difference
from roster.workflow.course import Log, Ready, Version, located, read_log, ready, standing_of, version_at
from roster.workflow.register import Register, register_of


@dataclass(frozen=True, slots=True)
class Status:
    """``in_use``: the step by which the version that runs was taken into use, of this version or another.

    ``register``: the agreements it rests on. ``stages``: every version of the folder by its number. ``changes``: since
    the version that runs; None when that is this one, there is none, or the two have no days in common.
    """

    version: Version
    standing: Standing
    ready: Ready
    register: Register
    in_use: Step | None
    stages: tuple[tuple[str, Stage], ...]
    since: date
    changes: Difference | None


def status(path: Path, day: date) -> Status:
    """How it is on the day; raises ``Faults``."""
    folder, number = located(path)
    log = read_log(folder)
    version = version_at(folder, number, log)
    stands = standing_of(version, log)
    since = stands.use.since if stands.use is not None else version.plan.brief.period.start
    return Status(
        version,
        stands,
        ready(version, log, since),
        register_of(version, log, day),
        log.in_use,
        tuple(sorted(log.stages.items())),
        since,
        _changes(folder, version, log),
    )


def _changes(folder: Path, version: Version, log: Log) -> Difference | None:
    runs = log.in_use
    if runs is None or runs.version == version.number:
        return None
    try:
        return difference(version_at(folder, runs.version, log).plan, version.plan)
    except NothingInCommonError:
        return None
