"""How far a version has come, which one is in use, and what is left to do."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roster.domain.course import Stage, Standing, Step
from roster.domain.difference import Difference
from roster.workflow.course import (
    Ready,
    Version,
    changes_since_in_use,
    located,
    read_log,
    ready,
    standing_of,
    version_at,
)
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
        ready(version, log, day, since),
        register_of(version, log, day),
        log.in_use,
        tuple(sorted(log.stages.items())),
        since,
        changes_since_in_use(folder, version, log),
    )
