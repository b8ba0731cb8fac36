"""``roster ask``: the open shifts with whom to ask, and what those who were asked said."""

from itertools import groupby
from pathlib import Path
from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.cli.who import who_json
from roster.domain.replies import Said
from roster.domain.taking import Taking
from roster.reading.faults import Faults
from roster.wording import ask_words as words
from roster.wording import replan_words
from roster.wording.plan_words import person
from roster.wording.who_words import finding_shortly
from roster.workflow.ask import Answered, Proposed, answer, open_shifts


def run_list(path: Path, voice: Voice) -> Exit:
    try:
        found = open_shifts(path, clock.now())
    except Faults as faults:
        return refused(voice, faults)
    voice.answer(
        {
            "status": "open" if found.shifts else "fine",
            "version": found.current.version,
            "shifts": [
                {
                    **who_json(one.who),
                    "said": [
                        {"who": each.who, "said": each.said.value, "when": each.when.isoformat()} for each in one.said
                    ],
                }
                for one in found.shifts
            ],
            "more": found.more,
            "proposed": [
                {"shift": one.shift.id, "who": one.who, "said": None if one.said is None else one.said.value}
                for one in found.proposed
            ],
        }
    )
    for version, proposed in groupby(found.proposed, key=lambda one: str(one.change.version)):
        voice.say(words.proposed_title(version))
        voice.say(*(_proposed(one) for one in proposed), "")
    if not found.shifts:
        voice.say(words.NONE_OPEN)
        return Exit.FINE
    for number, one in enumerate(found.shifts, start=1):
        able = [each.taking.who for each in one.who.able]
        voice.say(*words.shift_lines(one.who.roster.frame, number, one.shift, able, one.said))
    if found.more:
        voice.say(words.more_line(found.more))
    first = next((one for one in found.shifts if one.who.able), None)
    if first is not None:
        voice.aside("", words.HOW.format(path, first.shift.id, first.who.able[0].taking.who))
    return Exit.FINE


def _proposed(one: Proposed) -> str:
    return words.proposed_line(one.change.plan.dated.frame, one.shift, one.who, one.said)


def run_answer(path: Path, shift: str, who: str, said: Said, by: str, voice: Voice) -> Exit:
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
        voice.say(words.taken(frame, found.shift, roster.on(found.shift.id)))
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
