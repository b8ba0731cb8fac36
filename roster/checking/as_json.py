"""A report as the JSON that others build on (interfaces: findings as JSON, schema 1)."""

from typing import Any

from roster.checking.check import Report
from roster.domain.finding import Finding, Verdict
from roster.domain.frame import Frame
from roster.wording.findings import text

SCHEMA = 1
_COUNTED = (Verdict.BREACH, Verdict.NEEDS_AGREEMENT, Verdict.CONSIDER, Verdict.OK, Verdict.MISSING)


def as_json(report: Report) -> dict[str, Any]:
    """The report as plain values: times as ISO with offset, without one in a grunnturnus, which has no dates."""
    frame = report.roster.frame
    return {
        "schema": SCHEMA,
        "verdict": report.verdict.value,
        "assumptions": list(report.assumptions),
        "counts": {verdict.value: report.counts[verdict] for verdict in _COUNTED},
        "findings": [_finding(frame, one) for one in report.findings],
    }


def _finding(frame: Frame, one: Finding) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "verdict": one.verdict.value,
        "who": one.who,
        "from": None if one.span is None else _moment(frame, one.span.start),
        "to": None if one.span is None else _moment(frame, one.span.end),
        "measured": one.measured,
        "limit": one.limit,
        "unit": one.unit.value,
        "paragraph": one.source.paragraph,
        "basis": list(one.basis),
        "could": list(one.could),
        "source": one.source.url,
        "before": one.before,
        "text": text(frame, one),
    }


def _moment(frame: Frame, minute: int) -> str:
    if frame.cyclic:
        return frame.clock.wall(minute).isoformat(timespec="minutes")
    return frame.clock.aware(minute).isoformat(timespec="minutes")
