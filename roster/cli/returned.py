"""``roster return``: the answer of the reps, or a version sent back."""

from pathlib import Path

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.standing import say_next, say_unseen
from roster.cli.voice import Voice
from roster.domain.kinds import EMPLOYER
from roster.exports.course_json import standing_json
from roster.exports.findings_json import finding_json
from roster.reading.faults import Faults
from roster.wording import approval_sheet
from roster.wording import course_words as words
from roster.workflow.receive import receive
from roster.workflow.send_back import send_back


def run(path: Path, file: Path | None, why: str | None, by: str | None, voice: Voice) -> Exit:
    try:
        if file is None:
            back = send_back(path, why or "", by or EMPLOYER, clock.now())
            voice.answer({"status": "fine", **standing_json(back)})
            voice.say(words.sent_back(back.version))
            say_next(voice, back)
            return Exit.FINE
        found = receive(path, file, by, clock.now())
    except Faults as faults:
        return refused(voice, faults)
    frame = found.version.plan.roster.frame
    voice.answer(
        {
            "status": "fine",
            "notice": None if found.notice is None else finding_json(frame, found.notice),
            **standing_json(found.standing),
        }
    )
    voice.say(words.received(found.version.number, found.answer), *words.comment_lines(found.answer))
    voice.aside(approval_sheet.NOTHING_ELSE)
    if found.notice is not None and found.answer.discussion is not None:
        first = found.standing.discussion or found.answer.discussion
        voice.say(words.notice_line(found.notice, first.on, found.begins.day, found.begins.as_before))
    say_unseen(voice, found.standing)
    say_next(voice, found.standing)
    return Exit.FINDINGS if found.notice is not None and found.notice.verdict.fails else Exit.FINE
