"""``roster ask``: the open shifts with whom to ask, and what those who were asked have said."""

from itertools import groupby
from pathlib import Path

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.cli.who import who_json
from roster.reading.faults import Faults
from roster.wording import ask_words as words
from roster.workflow.ask import Proposed, open_shifts


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
