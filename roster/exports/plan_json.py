"""``turnus.json``: the saved version, whole.

Brief, roster, roll-out and costs, the rules with the numbers that held, what the checker said, and who made it of what.
"""

import json
from typing import Protocol

from roster.domain.brief import Brief
from roster.domain.finding import Finding
from roster.domain.fingerprint import FINGERPRINT, Json, fingerprint
from roster.domain.frame import Frame
from roster.domain.moved import moved_in
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.findings_json import report_json
from roster.exports.plain import objects, plain
from roster.wording.rule_numbers import in_brief
from roster.wording.rule_texts import TEXTS
from roster.wording.rule_texts.text import RuleText

SCHEMA = 1


class Report(Protocol):
    """What the checker says of one roster."""

    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def assumptions(self) -> tuple[str, ...]: ...


def plan_json(plan: Plan, report: Report | None = None, rollout_report: Report | None = None) -> bytes:
    """The bytes of ``turnus.json``; the same plan and reports give the same bytes."""
    return (
        json.dumps(version(plan, report, rollout_report), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    ).encode()


def version(plan: Plan, report: Report | None = None, rollout_report: Report | None = None) -> dict[str, Json]:
    """The saved version as JSON with its fingerprint; ``rollout_report`` is of the roll-out of a grunnturnus."""
    content: dict[str, Json] = {
        "schema": SCHEMA,
        "brief": objects(plan.brief),
        "roster": _roster(plan.roster),
        "rollout": None if plan.rollout is None else _roster(plan.rollout),
        "changes": plain(plan.changes),
        "costs": plain(plan.costs),
        "bound": plan.bound,
        "made": None if plan.origin is None else objects(plan.origin),
        "rules": [_rule(text, plan.brief) for text in TEXTS.values()],
        "report": None if report is None else report_json(plan.roster.frame, report.findings, report.assumptions),
        "rollout_report": None
        if rollout_report is None
        else report_json(plan.dated.frame, rollout_report.findings, rollout_report.assumptions),
    }
    return content | {FINGERPRINT: fingerprint(content)}


def _rule(text: RuleText, brief: Brief) -> dict[str, Json]:
    """The rule with its source, the day it was read, and the numbers in force for the people of the brief."""
    return {
        "id": text.id,
        "title": text.title,
        "paragraph": text.source.paragraph,
        "source": text.source.url,
        "read": plain(text.source.read),
        "numbers": [
            {
                "text": one.words,
                "who": plain(one.who),
                "amount": one.amount,
                "unit": plain(one.unit),
                "rests_on": list(one.rests_on),
                "unsigned": list(one.unsigned),
            }
            for one in in_brief(text, brief)
        ],
    }


def _roster(roster: Roster) -> dict[str, Json]:
    frame: Frame = roster.frame
    return {
        "weeks": frame.weeks,
        "works": plain(sorted(roster.works)),
        "moved": [{"kind": one.kind, "start": plain(one.start), "end": plain(one.end)} for one in moved_in(frame)],
        "rotations": plain(frame.rotations),
    }
