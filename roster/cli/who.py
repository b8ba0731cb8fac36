"""``roster who``: who can lawfully take a shift, in the order in which they are asked."""

from pathlib import Path
from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.domain.frame import Frame
from roster.domain.taking import Taking
from roster.exports.findings_json import finding_json
from roster.reading.faults import Faults
from roster.wording import who_words as words
from roster.wording.cost_words import shift_cost_said
from roster.wording.reason_sentences import wish_words
from roster.workflow.saving import save_file
from roster.workflow.who import Candidate, WhoCan, who


def run(roster: Path, shift: str, instead: str | None, message: Path | None, voice: Voice) -> Exit:
    try:
        found = who(roster, shift, instead, clock.now())
        if message is not None:
            save_file(message, words.message(found.roster.frame, found.shift, found.notice).encode())
    except Faults as faults:
        return refused(voice, faults)
    voice.answer({"status": "fine" if found.able else "nobody", **who_json(found)})
    say_who(voice, found)
    if message is not None:
        voice.say("", words.SAVED_MESSAGE.format(message))
    return Exit.FINE


def say_who(voice: Voice, found: WhoCan) -> None:
    """Those who can, numbered, those who cannot, a message to send and what to do next."""
    frame = found.roster.frame
    voice.say(words.title(frame, found.shift, found.holder, found.notice), "")
    able = [_line(number, frame, one) for number, one in enumerate(found.able, start=1)]
    unable = [words.unable_line(frame, one.who, one.broken) for one in found.unable]
    voice.say(*words.lines(able, unable))
    if found.able:
        voice.say("", words.MESSAGE, words.message(frame, found.shift, found.notice).rstrip())
    voice.aside("", words.HOW_TO_ASK[bool(found.able)])


def _line(number: int, frame: Frame, one: Candidate) -> str:
    said = words.able_line(number, frame, one.taking, one.wishes, one.asked)
    return said if one.cost is None else f"{said} {shift_cost_said(one.cost)}"


def who_json(found: WhoCan) -> dict[str, Any]:
    """Minutes are whole; ``order`` is the place in which each is asked."""
    frame = found.roster.frame
    return {
        "shift": found.shift.id,
        "holder": found.holder,
        "notice": found.notice,
        "able": [_able_json(frame, number, one) for number, one in enumerate(found.able, start=1)],
        "unable": [
            {
                "who": one.who,
                "broken": [dict(finding_json(frame, each)) for each in one.broken],
                "text": words.unable_line(frame, one.who, one.broken).removeprefix("- "),
            }
            for one in found.unable
        ],
        "message": words.message(frame, found.shift, found.notice),
    }


def _able_json(frame: Frame, number: int, one: Candidate) -> dict[str, Any]:
    taken: Taking = one.taking
    return {
        "order": number,
        "who": taken.who,
        "kind": None if taken.kind is None else taken.kind.value,
        "priority": taken.priority,
        "instead_of": None if taken.instead_of is None else taken.instead_of.id,
        "paid": taken.paid,
        "contract": taken.contract,
        "weeks": taken.weeks[1] - taken.weeks[0],
        "week": taken.week,
        "wishes": [wish_words(frame.brief, each) for each in one.wishes],
        "asked": one.asked.asked,
        "yes": one.asked.yes,
        "no": one.asked.no,
        "ore": None if one.cost is None or one.cost.kroner is None else int(one.cost.kroner * 100),
        "text": _line(number, frame, one),
    }
