"""``roster export``: the files of a turnus, where the user wants them."""

from pathlib import Path

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.wording.run_words import written
from roster.workflow.export import export


def run(roster: Path, out: Path, form: str, voice: Voice) -> Exit:
    try:
        files = export(roster, out, form, clock.now())
    except Faults as faults:
        return refused(voice, faults)
    voice.answer({"status": "fine", "folder": str(out), "files": list(files)})
    voice.aside(*written(str(out), files))
    return Exit.FINE
