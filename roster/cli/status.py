"""``roster status``: how far a version has come, what runs, and what is left to do."""

from pathlib import Path

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.standing import say_next
from roster.cli.voice import Voice
from roster.domain.course import Stage
from roster.exports.course_json import standing_json, step_json
from roster.exports.findings_json import finding_json
from roster.reading.faults import Faults
from roster.wording import agreement_words
from roster.wording import course_words as words
from roster.wording.difference_words import new_dates, since_in_use
from roster.workflow.status import Status, status


def run(path: Path, voice: Voice) -> Exit:
    try:
        found = status(path, clock.today())
    except Faults as faults:
        return refused(voice, faults)
    waiting = _waits(found)
    lapsing = tuple(agreement_words.warnings(found.version.plan.brief, found.register.agreements))
    voice.answer(
        {
            "status": "fine",
            **standing_json(found.standing),
            "in_use": None if found.in_use is None else step_json(found.in_use),
            "versions": {number: stage.value for number, stage in found.stages},
            "runs": [
                {
                    "version": one.version,
                    "from": one.first.isoformat(),
                    "to": None if one.last is None else one.last.isoformat(),
                }
                for one in found.runs
            ],
            "notice": finding_json(found.version.plan.roster.frame, found.ready.notice),
            "changes": None if found.changes is None else len(found.changes.changes),
            "unsigned": list(found.ready.unsigned),
            "lapsing": list(lapsing),
            "against": [finding_json(frame, one) for frame, one in found.ready.against],
        }
    )
    brief = found.version.plan.brief
    voice.say(*words.status_lines(found.standing, brief), words.in_use_line(found.in_use))
    if len(found.runs) > 1:
        voice.say(words.runs_line([(one.version, one.first, one.last) for one in found.runs]))
    if found.changes is not None and found.before is not None:
        last = found.version.plan.dated.frame.dates[-1]
        voice.say(since_in_use(found.before, found.changes), *new_dates(found.changes, last))
    if found.standing.stage not in (Stage.IN_USE, Stage.REPLACED):
        discussion = found.standing.discussion
        on = brief.discussed if discussion is None else discussion.on
        voice.say(words.notice_line(found.ready.notice, on, found.begins.day, found.begins.as_before))
        voice.say(*words.waiting_lines(found.ready.unsigned, len(found.ready.against)))
    voice.say(*lapsing)
    say_next(voice, found.standing)
    voice.aside(words.log_line(found.standing))
    return Exit.FINDINGS if waiting else Exit.FINE


def _waits(found: Status) -> bool:
    """Something stands in the way of taking the version into use, or should have when it was."""
    late = found.ready.notice.verdict.fails and found.standing.stage is not Stage.IN_USE
    return bool(late or found.ready.unsigned or found.ready.against)
