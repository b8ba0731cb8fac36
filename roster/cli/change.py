"""``roster change``: a new version with least change after something has happened."""

from datetime import date
from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.progress import Telling
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.exports.difference_json import difference_json
from roster.exports.findings_json import finding_json
from roster.reading.faults import Faults
from roster.rules import need_filled
from roster.wording import difference_words
from roster.wording import replan_words as words
from roster.wording.course_words import runs_elsewhere
from roster.wording.run_words import Better
from roster.wording.who_words import finding_shortly
from roster.workflow.change import Change, ChangeWanted, Option, Unlawful, change


def run(wanted: ChangeWanted, voice: Voice) -> Exit:
    try:
        with Telling(voice, _line) as telling:
            found = run_until_stopped(lambda stop: change(wanted, clock.now(), stop), telling.beat)
    except Faults as faults:
        return refused(voice, faults)
    if isinstance(found, Unlawful):
        broken = [dict(finding_json(found.frame, one)) for one in found.broken]
        voice.answer({"status": "unlawful", "broken": broken})
        voice.say(words.UNLAWFUL, *(f"- {finding_shortly(found.frame, one)}" for one in found.broken))
        return Exit.FINDINGS
    best = found.options[0]
    voice.answer(_json(found))
    _say(voice, found, str(wanted.path))
    if found.stopped:
        voice.say(words.STOPPED)
        return Exit.STOPPED
    return Exit.FINDINGS if best.answer.open else Exit.FINE


def _line(spent: float, best: Better | None) -> str:
    return words.SPENT.format(round(spent))


def _say(voice: Voice, found: Change, path: str) -> None:
    best = found.options[0]
    plan = best.compared.new.checked.plan
    voice.say(*found.what, words.made_line(best.number, str(found.base.version)))
    voice.say(*(runs_elsewhere(one.version, one.first, one.last) for one in found.elsewhere), "")
    if len(found.options) > 1:
        for number, one in enumerate(found.options, start=1):
            voice.say(words.option_head(number, one.number, one.answer, number == 1))
        voice.say("", f"Forslag 1, versjon {best.number}:")
    voice.say(*words.option_lines(best.answer, plan.dated.frame, best.compared.difference, found.told, best.cause))
    gone, added = best.compared.but(need_filled.ID)
    # What stands open, and what does no longer, has been told.
    if gone or added or not (best.compared.gone or best.compared.added):
        voice.say("", *difference_words.finding_lines(gone, added))
    if best.messages:
        voice.aside("", words.MESSAGES)
    if best.answer.open:
        voice.aside(words.WHO_NEXT)
    use = best.use
    voice.aside(*words.next_lines(_folder(found, path), best.number, use.since, use.cause, use.takes, use.asks))


def _folder(found: Change, path: str) -> str:
    return str(found.base.folder) if found.base.folder is not None else path


def _json(found: Change) -> dict[str, Any]:
    status = "open" if found.options[0].answer.open else "made"
    return {
        "status": "stopped" if found.stopped else status,
        "base": found.base.version,
        "what": list(found.what),
        "elsewhere": [one.version for one in found.elsewhere],
        "options": [_option_json(one, found.told) for one in found.options],
    }


def _option_json(one: Option, told: date) -> dict[str, Any]:
    answer = one.answer
    return {
        "version": one.number,
        "aim": answer.aim.value,
        "cause": one.cause.value,
        "changed": answer.changes,
        "least": answer.least,
        "proven": answer.proven,
        "moved": answer.moved,
        "late": answer.late,
        "open": list(answer.open),
        "messages": dict(one.messages),
        **difference_json(one.compared.difference, told),
        "gone": list(one.compared.gone),
        "new": list(one.compared.added),
    }
