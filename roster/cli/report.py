"""What the checker says of a plan: its sentence, a table of assistants, and the findings."""

from typing import Any

from roster.cli.voice import Voice
from roster.exports.findings_json import report_json as one_report_json
from roster.wording.findings_list import finding_lines
from roster.wording.in_order import TITLE, in_order
from roster.wording.run_words import outcome
from roster.wording.summary import HEADINGS, person_rows
from roster.workflow.files import Checked


def failing(one: Checked) -> bool:
    """Some finding is brudd, krever avtale or mangel (D1)."""
    return one.report.fails or (one.rollout_report is not None and one.rollout_report.fails)


def sentences(one: Checked) -> tuple[str, ...]:
    """The sentence that says it all; a grunnturnus on dates has one more."""
    rollout = None if one.rollout_report is None else one.rollout_report.findings
    return outcome(one.plan, one.report.findings, rollout)


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


def say_in_order(voice: Voice, one: Checked) -> None:
    """What was measured for each rule that is kept; nothing with ``--quiet``."""
    for roster, report in ((one.plan.roster, one.report), (one.plan.rollout, one.rollout_report)):
        if roster is not None and report is not None:
            voice.aside("", TITLE, *in_order(roster.frame, report.findings))


def report_json(one: Checked) -> dict[str, Any]:
    """The findings on dates in the shape of interfaces.md section 3; ``cycle`` holds those of a grunnturnus."""
    first = one_report_json(one.plan.roster.frame, one.report.findings, one.report.assumptions)
    if one.rollout_report is None:
        return dict(first)
    second = one_report_json(one.plan.dated.frame, one.rollout_report.findings, one.rollout_report.assumptions)
    return {**second, "cycle": first}
