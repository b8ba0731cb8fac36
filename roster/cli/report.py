"""What the checker says of a plan: its sentence, a table of assistants, and the findings."""

from typing import Any

from roster.checking.check import Report
from roster.cli.voice import Voice
from roster.domain.finding import Finding
from roster.domain.fingerprint import Json
from roster.domain.frame import Frame
from roster.exports.findings_json import report_json as one_report_json
from roster.wording.findings_list import at_joints, finding_lines
from roster.wording.in_order import TITLE, in_order
from roster.wording.run_words import outcome
from roster.wording.summary import HEADINGS, person_rows
from roster.workflow.files import Checked


def failing(one: Checked) -> bool:
    """Some finding is brudd, krever avtale or mangel (D1)."""
    reports = (one.report, one.rollout_report)
    return any(said is not None and said.fails for said in reports) or any(each.verdict.fails for _, each in one.joints)


def sentences(one: Checked) -> tuple[str, ...]:
    """The sentence that says it all; a grunnturnus on dates has one more."""
    joints = [each for _, each in one.joints]
    if one.rollout_report is None:
        return outcome(one.plan, (*one.report.findings, *joints), None)
    return outcome(one.plan, one.report.findings, (*one.rollout_report.findings, *joints))


def say_assistants(voice: Voice, one: Checked) -> None:
    """A table per assistant, or a sentence for each."""
    rows = person_rows(one.plan.roster)
    voice.say("")
    if voice.rich:
        voice.table(HEADINGS, (row.cells for row in rows))
        voice.say("", *(row.reason for row in rows if row.reason))
    else:
        voice.say(*(row.sentence for row in rows))


def say_findings(voice: Voice, one: Checked, most_alike: int | None = None) -> None:
    """The kontrollpunkter that somebody must look at, and how many are in order."""
    voice.say("", *finding_lines(one.plan.roster.frame, one.report.findings, most_alike))
    if one.rollout_report is not None:
        voice.say("", *finding_lines(one.plan.dated.frame, one.rollout_report.findings, most_alike))
    if one.joints:
        voice.say("", *at_joints(one.joints))


def say_in_order(voice: Voice, one: Checked) -> None:
    """What was measured for each rule that is kept; nothing with ``--quiet``."""
    for roster, report in ((one.plan.roster, one.report), (one.plan.rollout, one.rollout_report)):
        if roster is not None and report is not None:
            voice.aside("", TITLE, *in_order(roster.frame, report.findings))


def report_json(one: Checked) -> dict[str, Any]:
    """The findings on dates in the shape of interfaces.md section 3; ``cycle`` holds those of a grunnturnus."""
    if one.rollout_report is None:
        return dict(_json_of(one.report, one.joints))
    first, second = _json_of(one.report), _json_of(one.rollout_report, one.joints)
    return {**second, "cycle": first}


def _json_of(said: Report, joints: tuple[tuple[Frame, Finding], ...] = ()) -> dict[str, Json]:
    return one_report_json(said.roster.frame, said.findings, said.assumptions, joints)
