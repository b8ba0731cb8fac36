"""``roster explain``: why a brief cannot be done."""

from pathlib import Path

from roster.cli.answers import refused
from roster.cli.beforehand import forecast_json, say_known
from roster.cli.exits import Exit
from roster.cli.progress import Telling
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.cli.why_not import say_why, why_json
from roster.domain.frame import frame_of
from roster.planning.result import Why
from roster.reading.faults import Faults
from roster.wording.run_words import (
    NOT_SETTLED,
    NOTHING_IN_THE_WAY,
    NOTHING_SHOWN,
    STOPPED_LOOKING,
    looking_for_reasons,
)
from roster.workflow.explain import explain


def run(brief: Path, seconds: float, voice: Voice) -> Exit:
    try:
        with Telling(voice, looking_for_reasons) as telling:
            found, stopped = run_until_stopped(lambda stop: (explain(brief, seconds, stop), stop()), telling.beat)
    except Faults as faults:
        return refused(voice, faults)
    frame = frame_of(found.brief)
    voice.answer(
        {
            "status": _status(found.why),
            "notices": list(found.notices),
            "forecast": forecast_json(found.forecast),
            "why": None if found.why is None else why_json(frame, found.why),
        }
    )
    say_known(voice, found.brief, found.notices, found.forecast)
    if found.why is None:
        if stopped:
            voice.say(STOPPED_LOOKING)
            return Exit.STOPPED
        voice.say(NOTHING_IN_THE_WAY, NOTHING_SHOWN)
        return Exit.FINE
    if not found.why.reasons:
        voice.say(STOPPED_LOOKING if stopped else NOT_SETTLED)
        return Exit.STOPPED if stopped else Exit.OUT_OF_TIME
    say_why(voice, frame, found.why)
    return Exit.IMPOSSIBLE


def _status(why: Why | None) -> str:
    if why is None:
        return "possible"
    return "impossible" if why.reasons else "out_of_time"
