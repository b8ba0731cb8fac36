"""``roster diff``: what changed from one version to another."""

from datetime import date
from pathlib import Path

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.exports.difference_json import difference_json
from roster.exports.difference_workbook import difference_workbook
from roster.reading.faults import Faults
from roster.wording import difference_words as words
from roster.wording.run_words import written
from roster.workflow.diff import Compared, Side, diff
from roster.workflow.saving import save_file


def run(old: Path, new: Path, told: date | None, out: Path | None, voice: Voice) -> Exit:
    try:
        found = diff(old, new, told or clock.today())
        if out is not None:
            save_file(out, _sheet(found))
    except Faults as faults:
        return refused(voice, faults)
    voice.answer(
        {
            "status": "fine",
            **difference_json(found.difference, found.told),
            "findings_before": _counts(found.old),
            "findings_after": _counts(found.new),
            "gone": list(found.gone),
            "new": list(found.added),
            "file": None if out is None else str(out),
        }
    )
    voice.say(words.title(found.old.name, found.new.name), *words.about(found.difference, found.told))
    voice.say(*words.people_lines(found.difference, found.told), "")
    voice.say(words.counts_line("før", found.old.findings), words.counts_line("etter", found.new.findings))
    voice.say(*words.finding_lines(found.gone, found.added))
    if out is not None:
        voice.aside("", *written(str(out.parent), [out.name]))
    return Exit.FINE


def _sheet(found: Compared) -> bytes:
    return difference_workbook(
        (found.old.name, found.new.name),
        (found.old.checked.plan, found.new.checked.plan),
        found.difference,
        found.told,
        (found.gone, found.added),
    )


def _counts(side: Side) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in side.findings:
        found[one.verdict.value] = found.get(one.verdict.value, 0) + 1
    return found
