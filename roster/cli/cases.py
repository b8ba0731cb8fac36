"""``roster check --cases FILE``: every case of law in the file, a line each (interfaces.md section 2)."""

from pathlib import Path

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.workflow.cases import try_cases


def run(path: Path, voice: Voice) -> Exit:
    try:
        outcomes = list(try_cases(path))
    except Faults as faults:
        return refused(voice, faults)
    failed = sum(not one.holds for one in outcomes)
    passed = len(outcomes) - failed
    voice.answer(
        {
            "passed": passed,
            "failed": failed,
            "cases": [{"id": one.id, "ok": one.holds, "expected": one.expected, "got": one.got} for one in outcomes],
        }
    )
    voice.say(*map(str, outcomes), f"{passed} passed, {failed} failed")
    return Exit.FINDINGS if failed else Exit.FINE
