"""``roster check``: a brief or a turnus, whatever the file is."""

from pathlib import Path

from roster.cli.answers import fault_json, forecast_json, refused, say_known
from roster.cli.exits import Exit
from roster.cli.report import failing, report_json, say_findings, sentences
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.wording.run_words import BRIEF_IS_FINE, SHEETS_DIFFER
from roster.workflow.check import BriefChecked, check_file
from roster.workflow.files import Checked


def run(path: Path, voice: Voice) -> Exit:
    try:
        found = check_file(path)
    except Faults as faults:
        return refused(voice, faults)
    match found:
        case BriefChecked(brief=brief, notices=notices, forecast=forecast):
            voice.answer({"status": "fine", "notices": list(notices), "forecast": forecast_json(forecast)})
            voice.say(BRIEF_IS_FINE)
            say_known(voice, brief, notices, forecast)
            return Exit.FINE
        case Checked():
            voice.answer({**report_json(found), "notices": [fault_json(one) for one in found.notices]})
            voice.say(*sentences(found))
            say_findings(voice, found)
            if found.notices:
                voice.say("", SHEETS_DIFFER, *map(str, found.notices))
            return Exit.FINDINGS if failing(found) or found.notices else Exit.FINE
