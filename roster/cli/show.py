"""``roster show``: a turnus as headings and whole sentences, to be read aloud."""

from pathlib import Path

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.report import sentences
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.wording.show import show_lines
from roster.workflow.show import show


def run(roster: Path, assistant: str | None, week: int | None, dates: bool, voice: Voice) -> Exit:
    try:
        shown = show(roster, assistant, week, dates)
    except Faults as faults:
        return refused(voice, faults)
    lines = show_lines(shown.roster, shown.report.findings, shown.who, week)
    voice.answer({"status": "fine", "sentence": " ".join(sentences(shown.checked)), "text": list(lines)})
    if week is None and assistant is None:
        voice.aside(*sentences(shown.checked), "")
    voice.say(*lines)
    return Exit.FINE
