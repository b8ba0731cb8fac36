"""How far a version has come, which one is in use, and what is left to do."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from roster.domain.course import Stage, Standing, Step
from roster.domain.difference import Difference
from roster.workflow.begins import Begins, takes_effect
from roster.workflow.course import (
    Ready,
    Version,
    located,
    read_log,
    ready,
    standing_of,
    version_at,
)
from roster.workflow.in_force import InForce, in_force, run_from, running, since_in_force, step_beside
from roster.workflow.joint import at_joints_of
from roster.workflow.register import Register, register_of


@dataclass(frozen=True, slots=True)
class Status:
    """``in_use``: the step by which what runs on the day was taken into use, this version or another.

    ``register``: the agreements it rests on. ``stages``: every version of the folder by its number; one that goes on
    after another of a few weeks is in use still. ``runs``: what runs from the day on. ``changes``: since what runs on
    the days of the version, by ``before``; None when that is this one, there is none, or no day is in both.
    """

    version: Version
    standing: Standing
    ready: Ready
    register: Register
    in_use: Step | None
    stages: tuple[tuple[str, Stage], ...]
    begins: Begins
    before: str | None
    changes: Difference | None
    runs: tuple[InForce, ...] = ()


def status(path: Path, day: date) -> Status:
    """How it is on the day; raises ``Faults``."""
    folder, number = located(path)
    log = read_log(folder)
    version = version_at(folder, number, log)
    stands = standing_of(version, log)
    begins = takes_effect(folder, version, log)
    found = ready(version, log, day, begins.day)
    used = in_force(folder)
    still = run_from(used, day)
    stages = {**log.stages, **dict.fromkeys(still, Stage.IN_USE)}
    held = since_in_force(folder, version, log, day)
    today = running(used, day)
    return Status(
        version,
        replace(stands, stage=stages.get(number, stands.stage)),
        replace(found, against=(*found.against, *at_joints_of(folder, number, version.plan))),
        register_of(version, log, day),
        None if today is None else step_beside(used, log, today.version, date.min),
        tuple(sorted(stages.items())),
        begins,
        None if held is None else held.version,
        None if held is None else held.changes,
        tuple(one for one in used if one.version in still and (one.last is None or one.last >= day)),
    )
