"""``roster plan``: a turnus of a brief, told as it comes, and kept in a folder."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from roster.cli.answers import (
    forecast_json,
    open_json,
    refused,
    say_known,
    say_open,
    say_why,
    why_json,
)
from roster.cli.exits import Exit
from roster.cli.progress import Telling
from roster.cli.report import failing, report_json, say_assistants, say_findings, sentences
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.domain.frame import frame_of
from roster.domain.kinds import Form, WhenShort
from roster.domain.plan import Plan
from roster.planning.result import NoPlan, NotInTime, Planned
from roster.reading.faults import Faults
from roster.rules.vedtak import ID as VEDTAK
from roster.wording import run_words
from roster.wording.costs import cost_lines
from roster.workflow.plan import Known, Run, Wanted, plan

MOST_ALIKE = 8
"""Kontrollpunkter of one verdict that are said after planning; ``roster check`` says them all."""


def run(
    brief: Path,
    seconds: float,
    seed: int,
    out: Path | None,
    weeks_out: int | None,
    workers: int | None,
    voice: Voice,
) -> Exit:
    wanted = Wanted(brief, seconds, seed, workers, weeks_out, out)

    def on_known(known: Known) -> None:
        say_known(voice, known.brief, known.notices, known.forecast)
        voice.aside("", run_words.PLANNING)

    def work(stop: Callable[[], bool]) -> Run:
        return plan(wanted, datetime.now(UTC), on_known, telling.better, stop)

    try:
        with Telling(voice) as telling:
            went = run_until_stopped(work, telling.beat)
    except Faults as faults:
        return refused(voice, faults)
    status, code = _ended(went)
    voice.answer(_json(went, status))
    _say(voice, went, code)
    return code


def _ended(went: Run) -> tuple[str, Exit]:
    """In a word, and as an exit code."""
    if went.stopped:
        return "stopped", Exit.STOPPED
    match went.answer:
        case NoPlan():
            return "impossible", Exit.IMPOSSIBLE
        case NotInTime():
            return "out_of_time", Exit.OUT_OF_TIME
        case Planned(why=why) if why is not None and not _open_as_asked(went):
            return "impossible", Exit.IMPOSSIBLE
        case Planned(open=still) if still and went.known.brief.vedtak.when_short is WhenShort.STOP:
            return "open", Exit.OUT_OF_TIME
        case Planned(plan=made) if _lacks_dates(made):
            return "no_dates", Exit.OUT_OF_TIME
        case _:
            assert went.checked is not None
            return "made", Exit.FINDINGS if failing(went.checked) else Exit.FINE


def _open_as_asked(went: Run) -> bool:
    """Need is open because the vedtak does not suffice, and the brief says that it then may be (D30)."""
    answer = went.answer
    if not isinstance(answer, Planned) or answer.why is None:
        return False
    when_short = went.known.brief.vedtak.when_short
    return when_short is WhenShort.OPEN and any(one.rule == VEDTAK for one in answer.why.reasons)


def _lacks_dates(plan: Plan) -> bool:
    """A grunnturnus that there was no time to roll out."""
    return plan.brief.period.form is Form.CYCLE and plan.rollout is None


# -- in words -----------------------------------------------------------------------------------------


def _say(voice: Voice, went: Run, code: Exit) -> None:
    answer = went.answer
    if isinstance(answer, NoPlan):
        say_why(voice, frame_of(went.known.brief), answer.why)
        voice.say("", run_words.NOTHING_SAVED)
        return
    if isinstance(answer, NotInTime):
        spent = answer.seconds
        voice.say(*(run_words.stopped_with_nothing(spent) if went.stopped else run_words.not_in_time(spent)))
        return
    assert went.checked is not None
    assert went.version is not None
    frame = answer.plan.roster.frame
    voice.aside("")
    voice.say(*sentences(went.checked))
    if code is Exit.STOPPED:
        voice.say(run_words.stopped(answer.seconds))
    if _open_as_asked(went):
        voice.say(run_words.OPEN_AS_ASKED)
    elif answer.why is not None:
        say_why(voice, frame, answer.why)
    elif answer.open and code is Exit.OUT_OF_TIME:
        voice.say(run_words.open_in_time(sum(one.missing for one in answer.open)))
    if _lacks_dates(answer.plan):
        voice.say(run_words.NO_DATES)
    say_open(voice, frame, answer.open, answer.proven, answer.why is not None)
    if not voice.quiet:
        say_assistants(voice, went.checked)
        voice.say("", *cost_lines(frame, answer.plan.costs))
        voice.say(run_words.how_good(answer.proven))
        say_findings(voice, went.checked, MOST_ALIKE)
    voice.say("", *run_words.where(str(went.version), went.files))


# -- as JSON ------------------------------------------------------------------------------------------


def _json(went: Run, status: str) -> dict[str, Any]:
    answer = went.answer
    content: dict[str, Any] = {
        "status": status,
        "forecast": forecast_json(went.known.forecast),
        "notices": list(went.known.notices),
        "seconds": round(answer.seconds, 2),
    }
    if isinstance(answer, NoPlan):
        return content | {"why": why_json(frame_of(went.known.brief), answer.why)}
    if isinstance(answer, NotInTime):
        return content
    assert went.checked is not None
    assert went.version is not None
    frame = answer.plan.roster.frame
    return content | {
        "sentence": " ".join(sentences(went.checked)),
        "first_seconds": round(answer.first_seconds, 2),
        "proven": answer.proven,
        "cost": answer.plan.cost,
        "bound": answer.plan.bound,
        "costs": dict(answer.plan.costs),
        "open": open_json(frame, answer.open),
        "why": None if answer.why is None else why_json(frame, answer.why),
        "folder": str(went.version.parent.parent),
        "version": went.version.name,
        "files": list(went.files),
        **report_json(went.checked),
    }
