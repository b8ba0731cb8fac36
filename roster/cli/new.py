"""``roster new``: a starter file."""

from pathlib import Path

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.wording.run_words import made_brief
from roster.workflow.new import new_brief


def run(file: Path, template: str | None, voice: Voice) -> Exit:
    try:
        new_brief(file, template)
    except Faults as faults:
        return refused(voice, faults)
    voice.answer({"status": "fine", "file": str(file)})
    voice.aside(*made_brief(str(file)))
    return Exit.FINE
