"""``roster package``: what reps see, discuss and sign, as a workbook and a PDF."""

from pathlib import Path

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.wording.package_words import packed
from roster.wording.run_words import written
from roster.workflow.package import package


def run(path: Path, out: Path, employer: str, voice: Voice) -> Exit:
    try:
        found = package(path, out, employer)
    except Faults as faults:
        return refused(voice, faults)
    voice.answer(
        {
            "status": "fine",
            "version": found.version.number,
            "fingerprint": found.version.fingerprint,
            "log": {"lines": found.lines, "head": found.head},
            "folder": str(out),
            "files": list(found.written),
        }
    )
    voice.say(*packed(found.version.number, found.version.fingerprint, found.head))
    voice.aside("", *written(str(out), found.written))
    return Exit.FINE
