"""``roster use``: a version is the one that runs."""

from pathlib import Path

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.exports.difference_json import difference_json
from roster.exports.findings_json import finding_json
from roster.reading.faults import Faults
from roster.wording import course_words as words
from roster.wording.difference_words import new_dates, taken_over
from roster.workflow.use import Wish, use


def run(path: Path, wish: Wish, by: str, voice: Voice) -> Exit:
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
        last = found.version.plan.dated.frame.dates[-1]
        voice.say(taken_over(found.before, found.changes, clock.today()), *new_dates(found.changes, last))
    if found.missing:
        voice.say(words.missing_line(found.missing))
    return Exit.FINE
