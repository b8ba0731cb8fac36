"""``roster submit``, ``discuss`` and ``sign``: a version on its way into use."""

from datetime import date
from pathlib import Path

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.standing import say_next, say_unseen
from roster.cli.voice import Voice
from roster.exports.course_json import standing_json
from roster.exports.findings_json import finding_json
from roster.reading.faults import Faults
from roster.wording import agreement_words
from roster.wording import course_words as words
from roster.workflow.discuss import Told, discuss
from roster.workflow.sign import sign
from roster.workflow.submit import submit


def run_submit(path: Path, into: Path | None, by: str, voice: Voice) -> Exit:
    try:
        found = submit(path, into, by, clock.now())
    except Faults as faults:
        return refused(voice, faults)
    voice.answer({"status": "fine", "made": found.made, **standing_json(found.standing)})
    voice.say(words.submitted(found.version.number))
    say_next(voice, found.standing)
    return Exit.FINE


def run_discuss(path: Path, told: Told, by: str, voice: Voice) -> Exit:
    try:
        found = discuss(path, told, by, clock.now())
    except Faults as faults:
        return refused(voice, faults)
    frame = found.version.plan.roster.frame
    voice.answer({"status": "fine", "notice": finding_json(frame, found.notice), **standing_json(found.standing)})
    first = found.standing.discussion
    on = None if first is None else first.on
    voice.say(words.discussed(found.version.number, found.discussion))
    voice.say(words.notice_line(found.notice, on, found.begins.day, found.begins.as_before))
    say_unseen(voice, found.standing)
    say_next(voice, found.standing)
    return Exit.FINDINGS if found.notice.verdict.fails else Exit.FINE


def run_sign(path: Path, agreement: str, on: date, document: Path | None, by: str, voice: Voice) -> Exit:
    try:
        found = sign(path, agreement, on, document, by, clock.now())
    except Faults as faults:
        return refused(voice, faults)
    said = [agreement_words.flaw_line(found.agreement, one) for one in found.flaws if found.agreement is not None]
    voice.answer(
        {
            "status": "fine",
            "version": found.version.number,
            "agreement": found.name,
            "signed": found.on.isoformat(),
            "unsigned": list(found.left),
            "flaws": said,
        }
    )
    voice.say(words.signed(found.name, found.on), *said, *words.waiting_lines(found.left, 0))
    return Exit.FINDINGS if found.flaws else Exit.FINE
