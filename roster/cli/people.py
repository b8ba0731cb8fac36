"""``roster staff --people``: who could have a bigger position, and who has a right to one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.progress import Telling
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.exports.findings_json import report_json
from roster.planning.search import Search
from roster.reading.faults import Faults
from roster.rules.position_actual import FULL
from roster.wording import people_words as words
from roster.workflow.people import People, people


def run(source: Path, timesheets: Sequence[Path], seconds: float, seed: int, workers: int | None, voice: Voice) -> Exit:
    try:
        with Telling(voice, lambda spent, _: words.looking(spent)) as telling:
            found, stopped = run_until_stopped(
                lambda stop: (people(source, timesheets, seconds, Search(seed, workers, stop)), stop()),
                telling.beat,
            )
    except Faults as faults:
        return refused(voice, faults)
    exit_ = Exit.STOPPED if stopped else Exit.FINE
    voice.answer(_json(found, exit_))
    frame, brief = found.roster.frame, found.roster.frame.brief
    voice.say(f"{words.BIGGER}:", *_bigger(found), *words.found_said(frame, found.extra), "")
    voice.say(f"{words.ACTUAL}:")
    for one in found.actual:
        voice.say(*words.found_said(found.worked.frame, [one]), words.right_said(brief, one))
    voice.say(*([] if found.actual else [words.NOT_BEYOND]))
    voice.aside(words.FROM_SHEETS if found.sheets else words.FROM_PLAN, *([words.WINDOW] if found.actual else []))
    voice.say("", f"{words.TEMPORARY}:", *words.found_said(frame, found.temporary))
    voice.say(words.MAKE_PERMANENT if found.temporary else words.ALL_PERMANENT)
    return exit_


def _bigger(found: People) -> Sequence[str]:
    brief = found.roster.frame.brief
    if found.advice is not None:
        return list(words.bigger_said(brief, found.advice.bigger))
    wants = any(0 < one.percent < FULL and one.wanted_week > one.contract_week for one in brief.assistants)
    return [words.NO_ROOM if wants else words.NOBODY_WANTS]


def _json(found: People, exit_: Exit) -> dict[str, Any]:
    advice = found.advice
    return {
        "status": exit_.name.lower(),
        "bigger": []
        if advice is None
        else [{"who": who, "percent": float(now), "to": float(then)} for who, now, then in advice.bigger],
        "extra": report_json(found.roster.frame, found.extra, ())["findings"],
        "actual": report_json(found.worked.frame, found.actual, ())["findings"],
        "temporary": report_json(found.roster.frame, found.temporary, ())["findings"],
        "from_timesheets": found.sheets,
    }
