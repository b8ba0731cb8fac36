"""``roster show --on``: the week of a date as it was known on a day."""

from datetime import date
from pathlib import Path

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.exports.plain import objects
from roster.reading.faults import Faults
from roster.wording import known_words as words
from roster.wording.show import show_lines
from roster.wording.worked_words import difference_lines
from roster.workflow.as_known import as_known


def run_known(path: Path, day: date, known: date | None, assistant: str | None, voice: Voice) -> Exit:
    try:
        found = as_known(path, day, known, assistant)
    except Faults as faults:
        return refused(voice, faults)
    ran = found.ran
    lines = show_lines(ran.roster, found.report.findings, found.who, found.week)
    said = [words.ran_line(ran.version, ran.first, ran.last, day, known)]
    if found.later is not None:
        said.append(words.later_line(found.later.version, day))
    otherwise = difference_lines(ran.roster.frame.brief, found.otherwise)
    if found.closed:
        lines = (*lines, "", *words.closed_lines(found.closed, bool(otherwise)), *otherwise)
    voice.answer(
        {
            "status": "fine",
            "version": ran.version,
            "from": ran.first.isoformat(),
            "to": None if ran.last is None else ran.last.isoformat(),
            "now": (found.later or ran).version,
            "closed": [f"{one:%Y-%m}" for one in found.closed],
            "otherwise": objects(found.otherwise),
            "works": [
                {"who": who, "shift": shift.id}
                for shift in ran.roster.frame.by_date.get(day, ())
                for who in ran.roster.on(shift.id)
            ],
            "text": [*said, *lines],
        }
    )
    voice.say(*said, "", *lines)
    return Exit.FINE
