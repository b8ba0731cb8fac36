"""What is known of a version for the package: as it stands by the log, without what is nobody's business."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from roster.exports.package.known import Known, Since
from roster.workflow.begins import takes_effect
from roster.workflow.course import (
    Log,
    Ready,
    Version,
    ready,
    standing_of,
    version_at,
)
from roster.workflow.diff import compared
from roster.workflow.discreet import discreet
from roster.workflow.in_force import in_force, since_in_force, step_beside
from roster.workflow.register import register_of


def known_of(folder: Path, version: Version, log: Log, employer: str = "") -> Known:
    """All that the log and its versions tell of the version, without what is nobody's business."""
    stands = standing_of(version, log)
    begins = takes_effect(folder, version, log)
    starts = begins.day
    day = max(one.when for one in log.entries).date()
    told = replace(version, plan=discreet(version.plan))
    found = ready(told, log, day, starts)
    register = register_of(told, log, day)
    held = since_in_force(folder, version, log, max(starts, day))
    since = None if held is None or held.changes is None else _since(folder, held.version, log, found, day)
    return Known(
        found.checked.plan,
        found.checked.report,
        found.checked.rollout_report,
        stands,
        found.notice,
        starts,
        begins.as_before,
        day,
        register.agreements,
        register.consents,
        found.unsigned,
        step_beside(in_force(folder), log, version.number, max(starts, day)),
        since,
        employer,
    )


def _since(folder: Path, number: str, log: Log, new: Ready, day: date) -> Since:
    """What differs from the version that runs, both as they stand and without what is nobody's business."""
    used = version_at(folder, number, log)
    old = ready(replace(used, plan=discreet(used.plan)), log, day).checked
    found = compared(old, new.checked, (number, ""), day, folder)
    # That the version in use is discussed and this one is not yet is told elsewhere, and is no change of the plan.
    parts = tuple(one for one in found.difference.brief if one != "discussed")
    return Since(number, old.plan, replace(found.difference, brief=parts), found.gone, found.added)
