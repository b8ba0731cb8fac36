"""``roster special``: weeks with another need, told as form 3, with a trip day by day."""

from pathlib import Path

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.holidays import ended, found_none, planning, say_special, special_json
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.reading.faults import Faults
from roster.wording import run_words
from roster.wording import special_need_words as words
from roster.workflow.special import SpecialAsked
from roster.workflow.special_need import new_special, special_need


def make(path: Path, template: str, voice: Voice) -> Exit:
    """Write a file to begin with."""
    try:
        new_special(path, template)
    except Faults as faults:
        return refused(voice, faults)
    voice.answer({"status": "fine", "file": str(path)})
    voice.say(*run_words.written(str(path.parent), [path.name]))
    return Exit.FINE


def run(asked: SpecialAsked, need: Path, voice: Voice) -> Exit:
    now = clock.now()
    try:
        went = run_until_stopped(lambda stop: special_need(asked, need, now, stop, planning(voice)), lambda: None)
    except Faults as faults:
        return refused(voice, faults)
    if went.run.special is None:
        return found_none(voice, went.run)
    code = ended(went.run)
    brief, fallen = went.run.special.now.frame.brief, went.fallen or {}
    travel = [
        {"who": one.who, "day": one.day.isoformat(), "active": one.active, "resting": one.resting, "free": one.free}
        for one in went.travel
    ]
    paid = {who: round(minutes) for who, minutes in fallen.items()}
    voice.answer({**special_json(went.run, code), "travel": travel, "paid_not_used": paid})
    first = [*words.fallen_said(brief, fallen, brief.settings.charging.cancelled)]
    if went.travel:
        first += [words.travel_title(went.travel), *(f"- {words.travel_sentence(brief, one)}" for one in went.travel)]
    say_special(voice, went.run, (*first, "") if first else ())
    return code
