"""``roster worked``: a month closed by what was worked, corrected, or read as it stands."""

from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.exports.findings_json import finding_json
from roster.exports.plain import objects
from roster.reading.faults import Faults
from roster.wording import worked_words as words
from roster.wording.findings_list import finding_lines
from roster.wording.plan_words import person
from roster.workflow.in_force import on_the_wall
from roster.workflow.worked import WorkedAsked, WorkedMonth, worked


def run(asked: WorkedAsked, voice: Voice) -> Exit:
    try:
        found = worked(asked, clock.now())
    except Faults as faults:
        return refused(voice, faults)
    failing = any(one.verdict.fails for one in found.judged.findings)
    voice.answer(_json(found))
    voice.say(
        words.tried_line(found.month)
        if asked.only_try
        else words.headline(found.month, found.closed_now, len(found.told) - 1, found.change)
    )
    voice.aside(*(words.source_lines(found.told[0].closing) if found.told else ()), *found.about)
    brief = found.brief
    rows = [(person(brief, one.who), one.planned, one.worked, one.away) for one in found.hours]
    voice.say("")
    if voice.rich:
        voice.table(words.HEADINGS, [words.hours_row(*one) for one in rows])
        voice.aside(words.ABOUT)
    else:
        voice.say(*(words.hours_sentence(*one) for one in rows))
    voice.say(words.difference_said(sum(one[1] for one in rows), sum(one[2] for one in rows)))
    if otherwise := words.difference_lines(brief, found.otherwise):
        voice.say("", words.OTHERWISE, *otherwise)
    if found.closed_now and len(found.told) > 1:
        voice.say("", words.CORRECTED, *words.difference_lines(brief, found.change))
    frame = found.judged.roster.frame
    voice.say("", *(finding_lines(frame, found.judged.findings) if found.judged.findings else (words.ALL_KEPT,)))
    if len(found.told) > 1:
        log = [(on_the_wall(one.when).date(), one.by, one.closing) for one in found.told]
        voice.aside("", *words.log_lines(log))
    return Exit.FINDINGS if failing else Exit.FINE


def _json(found: WorkedMonth) -> dict[str, Any]:
    """All in whole minutes of paid time."""
    frame = found.judged.roster.frame
    return {
        "status": "findings" if any(one.verdict.fails for one in found.judged.findings) else "fine",
        "month": f"{found.month:%Y-%m}",
        "written": found.closed_now,
        "entries": [
            {"line": one.line, "by": one.by, "when": one.when.isoformat(), **objects(one.closing)} for one in found.told
        ],
        "hours": [
            {"who": one.who, "planned": one.planned, "worked": one.worked, **{how.value: n for how, n in one.away}}
            for one in found.hours
        ],
        "rows": [objects(one) for one in found.rows],
        "change": objects(found.change),
        "otherwise": objects(found.otherwise),
        "findings": [finding_json(frame, one) for one in found.judged.findings],
        "about": list(found.about),
    }
