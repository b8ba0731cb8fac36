"""``roster check``: a brief, a turnus, a list of shifts or a folder of them, whatever the file is."""

from pathlib import Path
from typing import Any

from roster.cli.answers import fault_json, refused
from roster.cli.beforehand import forecast_json, say_known
from roster.cli.exits import Exit
from roster.cli.report import failing, report_json, say_findings, say_in_order, sentences
from roster.cli.voice import Voice
from roster.domain.finding import Verdict
from roster.exports.findings_json import finding_json
from roster.reading.faults import Faults
from roster.wording import check_words as words
from roster.wording.run_words import BRIEF_IS_FINE, SHEETS_DIFFER
from roster.wording.turnus_words import UNREAD
from roster.workflow.check import check_file
from roster.workflow.check_all import One, check_folder, is_several
from roster.workflow.check_asked import Asked, BriefChecked, NotCovered
from roster.workflow.files import Checked


def run(path: Path, asked: Asked, voice: Voice) -> Exit:
    try:
        if is_several(path):
            return _say_all(check_folder(path, asked), voice)
        found = check_file(path, asked)
    except Faults as faults:
        return refused(voice, faults)
    match found:
        case BriefChecked(brief=brief, notices=notices, forecast=forecast):
            voice.answer({"status": "fine", "notices": list(notices), "forecast": forecast_json(forecast)})
            voice.say(BRIEF_IS_FINE)
            say_known(voice, brief, notices, forecast)
            return Exit.FINE
        case NotCovered(why=why):
            voice.answer({"status": "not_covered", "why": why})
            voice.say(words.not_covered(why))
            return Exit.FAULTS
        case Checked():
            return _say(found, voice)


def _say(found: Checked, voice: Voice) -> Exit:
    voice.answer(_json(found))
    voice.aside(*found.about)
    voice.say(*sentences(found))
    voice.say(*map(words.presumed, found.report.assumptions))
    say_findings(voice, found)
    say_in_order(voice, found)
    if found.notices:
        voice.say("", SHEETS_DIFFER, *map(str, found.notices))
    if found.unread:
        voice.say("", UNREAD, *map(str, found.unread))
    return Exit.FINDINGS if failing(found) or found.notices or found.unread else Exit.FINE


def _json(found: Checked) -> dict[str, Any]:
    about: dict[str, Any] = {"about": list(found.about)} if found.about else {}
    if found.unread:
        about["unread"] = [fault_json(one) for one in found.unread]
    return {**report_json(found), "notices": [fault_json(one) for one in found.notices], **about}


# -- several ------------------------------------------------------------------------------------------


def _say_all(plans: tuple[One, ...], voice: Voice) -> Exit:
    """A line for each plan; the exit code is that of the worst."""
    unjudged = sum(one.verdict is None for one in plans)
    fail = sum(one.fails for one in plans)
    voice.answer({"plans": [_one_json(one) for one in plans]})
    voice.say(words.folder_sentence(len(plans), fail, unjudged), *map(_line, plans))
    if unjudged:
        return Exit.FAULTS
    return Exit.FINDINGS if fail else Exit.FINE


def _line(one: One) -> str:
    if isinstance(one.found, NotCovered):
        return words.unjudged_line(one.name, words.NOT_COVERED, one.found.why)
    if isinstance(one.found, tuple):
        first, *more = one.found
        where = f"{first.place}: " if first.place else ""
        also = f" {words.more_faults(len(more))}" if more else ""
        return words.unjudged_line(one.name, words.UNREADABLE, f"{where}{first.what} {first.way_out}{also}")
    unread = f" {words.unread_said(one.unread)}" if one.unread else ""
    verdict = one.verdict or Verdict.OK
    if one.worst is None:
        line = words.differ_line(one.name) if one.differs else words.plan_line(one.name, verdict, 0, None, None)
        return line + unread
    frame, finding = one.worst
    return words.plan_line(one.name, verdict, one.count(verdict), frame, finding) + unread


def _one_json(one: One) -> dict[str, Any]:
    """The worst finding of each plan; the whole report is that of the plan alone."""
    if isinstance(one.found, NotCovered):
        return {"name": one.name, "status": "not_covered", "why": one.found.why}
    if isinstance(one.found, tuple):
        return {"name": one.name, "status": "faults", "faults": [fault_json(fault) for fault in one.found]}
    worst = None if one.worst is None else finding_json(*one.worst)
    counts = {verdict.value: one.count(verdict) for verdict in Verdict}
    verdict = one.verdict or Verdict.OK
    notices = [fault_json(fault) for fault in one.found.notices]
    unread = {"unread": one.unread} if one.unread else {}
    return {"name": one.name, "verdict": verdict.value, "counts": counts, "worst": worst, "notices": notices, **unread}
