"""How far a version has come, as JSON for other programs."""

from roster.domain.course import Standing, Step
from roster.domain.fingerprint import Json
from roster.exports.plain import plain


def standing_json(one: Standing) -> dict[str, Json]:
    """The version with its steps, and what the log is known by."""
    return {
        "version": one.version,
        "fingerprint": one.fingerprint,
        "stage": one.stage.value,
        "discussed_unseen": one.discussed_unseen,
        "steps": [step_json(step) for step in one.steps],
        "signatures": [step_json(step) for step in one.signatures],
        "log": {"lines": one.lines, "head": one.head},
    }


def step_json(step: Step) -> dict[str, Json]:
    return {
        "line": step.line,
        "what": step.act.value,
        "version": step.version,
        "by": step.by,
        "when": step.when.isoformat(timespec="seconds"),
        "about": plain(step.what),
        "papers": list(step.papers),
    }
