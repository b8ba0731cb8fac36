"""``roster submit``, ``discuss``, ``sign``, ``return``, ``use`` and ``status``: a version on its way into use."""

from datetime import date
from pathlib import Path

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.domain.course import Stage, Standing
from roster.domain.kinds import EMPLOYER
from roster.exports.course_json import standing_json, step_json
from roster.exports.difference_json import difference_json
from roster.exports.findings_json import finding_json
from roster.reading.faults import Faults
from roster.wording import agreement_words, approval_sheet
from roster.wording import course_words as words
from roster.wording.difference_words import since_in_use, taken_over
from roster.workflow.discuss import Told, discuss
from roster.workflow.receive import receive
from roster.workflow.send_back import send_back
from roster.workflow.sign import sign
from roster.workflow.status import Status, status
from roster.workflow.submit import submit
from roster.workflow.use import Wish, use


def run_submit(path: Path, into: Path | None, by: str, voice: Voice) -> Exit:
    try:
        found = submit(path, into, by, clock.now())
    except Faults as faults:
        return refused(voice, faults)
    voice.answer({"status": "fine", "made": found.made, **standing_json(found.standing)})
    voice.say(words.submitted(found.version.number))
    _say_next(voice, found.standing)
    return Exit.FINE


def run_discuss(path: Path, told: Told, by: str, voice: Voice) -> Exit:
    try:
        found = discuss(path, told, by, clock.now())
    except Faults as faults:
        return refused(voice, faults)
    brief = found.version.plan.brief
    frame = found.version.plan.roster.frame
    voice.answer({"status": "fine", "notice": finding_json(frame, found.notice), **standing_json(found.standing)})
    first = found.standing.discussion
    on = None if first is None else first.on
    voice.say(words.discussed(found.version.number, found.discussion))
    voice.say(words.notice_line(found.notice, on, brief.period.start))
    _say_unseen(voice, found.standing)
    _say_next(voice, found.standing)
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


def run_return(path: Path, file: Path | None, why: str | None, by: str | None, voice: Voice) -> Exit:
    try:
        if file is None:
            back = send_back(path, why or "", by or EMPLOYER, clock.now())
            voice.answer({"status": "fine", **standing_json(back)})
            voice.say(words.sent_back(back.version))
            _say_next(voice, back)
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
        voice.say(words.notice_line(found.notice, first.on, found.version.plan.brief.period.start))
    _say_unseen(voice, found.standing)
    _say_next(voice, found.standing)
    return Exit.FINDINGS if found.notice is not None and found.notice.verdict.fails else Exit.FINE


def run_use(path: Path, wish: Wish, by: str, voice: Voice) -> Exit:
    try:
        found = use(path, wish, by, clock.now())
    except Faults as faults:
        return refused(voice, faults)
    frame = found.version.plan.roster.frame
    voice.answer(
        {
            "status": "fine",
            "version": found.version.number,
            "fingerprint": found.version.fingerprint,
            "from": found.use.since.isoformat(),
            "cause": found.use.cause.value,
            "notice": finding_json(frame, found.notice),
            "missing": found.missing,
            "changes": None if found.changes is None else difference_json(found.changes, clock.today()),
            "then": None
            if found.then is None
            else {"version": found.then.version, "from": found.then.first.isoformat()},
            "feeds": list(found.feeds),
        }
    )
    voice.say(*words.used(found.version.number, found.use, len(found.feeds)))
    if found.then is not None:
        voice.say(words.then_line(found.then.version, found.then.first))
    if found.changes is not None and found.before is not None:
        voice.say(taken_over(found.before, found.changes, clock.today()))
    if found.missing:
        voice.say(words.missing_line(found.missing))
    return Exit.FINE


def run_status(path: Path, voice: Voice) -> Exit:
    try:
        found = status(path, clock.today())
    except Faults as faults:
        return refused(voice, faults)
    waiting = _waits(found)
    lapsing = tuple(agreement_words.warnings(found.version.plan.brief, found.register.agreements, found.register.day))
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
        voice.say(since_in_use(found.before, found.changes))
    if found.standing.stage not in (Stage.IN_USE, Stage.REPLACED):
        discussion = found.standing.discussion
        on = brief.discussed if discussion is None else discussion.on
        voice.say(words.notice_line(found.ready.notice, on, found.since))
        voice.say(*words.waiting_lines(found.ready.unsigned, len(found.ready.against)))
    voice.say(*lapsing)
    _say_next(voice, found.standing)
    voice.aside(words.log_line(found.standing))
    return Exit.FINDINGS if waiting else Exit.FINE


def _waits(found: Status) -> bool:
    """Something stands in the way of taking the version into use, or should have when it was."""
    late = found.ready.notice.verdict.fails and found.standing.stage is not Stage.IN_USE
    return bool(late or found.ready.unsigned or found.ready.against)


def _say_unseen(voice: Voice, stands: Standing) -> None:
    if stands.discussed_unseen:
        voice.say(words.DISCUSSED_UNSEEN)


def _say_next(voice: Voice, stands: Standing) -> None:
    voice.aside(words.next_line(stands.stage))
