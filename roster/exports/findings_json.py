"""Findings as JSON, in the shape that ``roster check --json`` promises others (interfaces.md section 3)."""

from collections import Counter
from collections.abc import Iterable

from roster.domain.finding import WORST_FIRST, Finding, Verdict
from roster.domain.fingerprint import Json
from roster.domain.frame import Frame
from roster.wording.findings import text

SCHEMA = 1


def report_json(
    frame: Frame,
    findings: Iterable[Finding],
    assumptions: Iterable[str],
    besides: Iterable[tuple[Frame, Finding]] = (),
) -> dict[str, Json]:
    """All findings of one roster with the worst verdict, the count of each verdict, and what is assumed.

    ``besides``: findings that speak of other frames, told together with them.
    """
    every = (*((frame, one) for one in findings), *besides)
    counts = Counter(one.verdict for _, one in every)
    return {
        "schema": SCHEMA,
        "verdict": next((verdict.value for verdict in WORST_FIRST if counts[verdict]), Verdict.OK.value),
        "assumptions": list(assumptions),
        "counts": {verdict.value: counts[verdict] for verdict in Verdict},
        "findings": [finding_json(told, one) for told, one in every],
    }


def finding_json(frame: Frame, finding: Finding) -> dict[str, Json]:
    """One finding; times carry their offset from UTC, but a grunnturnus has none."""
    span = finding.span
    return {
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "who": finding.who,
        "from": None if span is None else moment(frame, span.start),
        "to": None if span is None else moment(frame, span.end),
        "measured": finding.measured,
        "limit": finding.limit,
        "unit": finding.unit.value,
        "paragraph": finding.source.paragraph,
        "basis": list(finding.basis),
        "could": list(finding.could),
        "source": finding.source.url,
        "before": finding.before,
        "text": text(frame, finding),
    }


def moment(frame: Frame, minute: int) -> str:
    """An elapsed minute as ISO 8601, to the minute."""
    if frame.clock.zone is None:
        return frame.clock.wall(minute).isoformat(timespec="minutes")
    return frame.clock.aware(minute).isoformat(timespec="minutes")
