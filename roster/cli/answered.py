"""``roster ask`` with an answer: what somebody said is written down, and what comes of it."""

from pathlib import Path
from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.domain.replies import Said
from roster.domain.taking import Taking
from roster.reading.faults import Faults
from roster.wording import ask_words as words
from roster.wording import replan_words
from roster.wording.plan_words import person
from roster.wording.who_words import finding_shortly
from roster.workflow.answered import Answered, answer


def run(path: Path, shift: str, who: str, said: Said, by: str, voice: Voice) -> Exit:
    try:
        found = run_until_stopped(lambda stop: answer(path, shift, who, said, by, clock.now(), stop), lambda *_: None)
    except Faults as faults:
        return refused(voice, faults)
    voice.answer(_json(found))
    _say(voice, found)
    return Exit.FINDINGS if found.cannot is not None or found.taken else Exit.FINE


def _say(voice: Voice, found: Answered) -> None:
    roster = found.current.plan.dated
    frame = roster.frame
    voice.say(words.written(frame, found.shift, found.reply))
    if found.proposed:
        current = found.current
        if found.reply.said is Said.NO:
            voice.say(words.again(str(current.folder), current.changed_from))
        elif found.reply.said is Said.YES:
            voice.say(words.stands(str(current.version)))
    elif found.taken:
        voice.say(words.taken(frame, roster.on(found.shift.id)))
    elif found.cannot is not None:
        voice.say(words.cannot(_why_not(found)))
    elif found.reply.overtime:
        voice.say(words.BY_OVERTIME.format(person(frame.brief, found.reply.who)))
    elif found.given is not None:
        option = found.given.options[0]
        voice.say(words.given(option.number, option.cause.value))
        folder, use = str(found.given.base.folder), option.use
        voice.aside(*replan_words.next_lines(folder, option.number, use.since, use.cause, use.takes, use.asks))


def _why_not(found: Answered) -> str:
    cannot = found.cannot
    assert cannot is not None
    if isinstance(cannot, Taking):
        frame = cannot.roster.frame
        if cannot.instead_of is not None:
            return words.leaves(frame, cannot.instead_of)
        return " ".join(finding_shortly(frame, one) for one in cannot.broken[:2])
    return " ".join(finding_shortly(cannot.frame, one) for one in cannot.broken[:2])


def _json(found: Answered) -> dict[str, Any]:
    status = "taken" if found.taken else "cannot" if found.cannot is not None else "fine"
    return {
        "status": status,
        "shift": found.shift.id,
        "who": found.reply.who,
        "said": found.reply.said.value,
        "overtime": found.reply.overtime,
        "version": None if found.given is None else found.given.options[0].number,
        "why": None if found.cannot is None else _why_not(found),
    }
