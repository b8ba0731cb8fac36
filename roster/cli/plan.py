"""``roster plan``: a turnus of a brief, told as it comes, and kept in a folder."""

from collections.abc import Callable, Sequence
from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.beforehand import forecast_json, say_known
from roster.cli.exits import Exit
from roster.cli.progress import Telling
from roster.cli.report import failing, report_json, say_assistants, say_findings, sentences
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.cli.why_not import open_json, say_open, say_why, why_json
from roster.domain.frame import frame_of
from roster.domain.kinds import WhenShort
from roster.planning.result import Better, NoPlan, NotInTime, Planned, Stage
from roster.reading.faults import Faults
from roster.rules.vedtak import ID as VEDTAK
from roster.wording import run_words
from roster.wording.costs import cost_lines
from roster.wording.proposal_words import proposals
from roster.workflow.hours import rest_of_year
from roster.workflow.plan import Known, Proposal, Run, Wanted, plan

MOST_ALIKE = 8
"""Kontrollpunkter of one verdict that are said after planning; ``roster check`` says them all."""


def run(wanted: Wanted, voice: Voice) -> Exit:
    course: list[Better] = []
    told: list[Known] = []

    def on_known(known: Known) -> None:
        say_known(voice, known.brief, known.notices, known.forecast)
        # It is known anew where the finished plan has other full-time weeks: nothing is waited for then.
        if not told:
            voice.aside("", run_words.PLANNING)
        told.append(known)

    def on_better(better: Better) -> None:
        course.append(better)
        telling.better(better)

    def on_stage(stage: Stage) -> None:
        telling.stage(run_words.STAGES[stage])

    def work(stop: Callable[[], bool]) -> Run:
        return plan(wanted, clock.now(), on_known, on_better, on_stage, stop)

    try:
        with Telling(voice) as telling:
            went = run_until_stopped(work, telling.beat)
    except Faults as faults:
        return refused(voice, faults)
    status, code = _ended(went)
    if voice.json:
        voice.answer(_json(went, status, course))
    try:
        _say(voice, went, code, wanted.proposals)
    except KeyboardInterrupt:
        if went.version is not None:  # it is saved, whatever is left to say of it
            voice.say("", *run_words.where(str(went.version), went.files))
        return Exit.STOPPED
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
        case Planned(quick_dates=True):
            return "quick_dates", Exit.OUT_OF_TIME
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


# -- in words -----------------------------------------------------------------------------------------


def _say(voice: Voice, went: Run, code: Exit, asked_for: int) -> None:
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
    voice.say(*sentences(went.checked), *filter(None, [rest_of_year(answer.plan)]))
    if code is Exit.STOPPED:
        voice.say(run_words.stopped(answer.seconds))
    if _open_as_asked(went):
        voice.say(run_words.OPEN_AS_ASKED)
    elif answer.why is not None:
        say_why(voice, frame, answer.why)
    elif answer.open and code is Exit.OUT_OF_TIME:
        voice.say(run_words.open_in_time(sum(one.missing for one in answer.open)))
    if answer.looked_on >= 1:
        voice.aside(run_words.looked_on(answer.looked_on))
    if answer.quick_dates:
        missing = sum(number for _, number in answer.plan.dated.open)
        voice.say(run_words.quick_dates(went.stopped, missing))
    say_open(voice, frame, answer.open, answer.proven, answer.why is not None)
    if not voice.quiet:
        say_assistants(voice, went.checked)
        voice.say("", *cost_lines(frame, answer.plan.costs))
        voice.say(run_words.how_good(answer.proven))
        say_findings(voice, went.checked, MOST_ALIKE)
    if asked_for > 1:
        voice.say("", *proposals(len(went.proposals), asked_for - 1, went.version.name))
        for one in went.proposals:
            voice.say("", *one.text)
    voice.say("", *run_words.where(str(went.version), went.files))


# -- as JSON ------------------------------------------------------------------------------------------


def _json(went: Run, status: str, course: Sequence[Better]) -> dict[str, Any]:
    answer = went.answer
    content: dict[str, Any] = {
        "status": status,
        "forecast": forecast_json(went.known.forecast),
        "notices": list(went.known.notices),
        "seconds": round(answer.seconds, 2),
        "better": [_better_json(one) for one in course],
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
        "rest_of_year": rest_of_year(answer.plan),
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
        "quick_dates": answer.quick_dates,
        "looked_on": round(answer.looked_on, 2),
        "margin": answer.margin,
        "alternatives": [_proposal_json(one) for one in went.proposals],
        **report_json(went.checked),
    }


def _better_json(one: Better) -> dict[str, Any]:
    """A better roster as it was found."""
    return {
        "seconds": round(one.seconds, 2),
        "cost": one.cost,
        "bound": one.bound,
        "open": one.open,
        "costs": dict(one.costs),
    }


def _proposal_json(one: Proposal) -> dict[str, Any]:
    """An alternative to the recommended roster; pairs are the recommended's number and its own."""
    return {
        "number": one.number,
        "version": one.version.name,
        "aim": one.alternative.aim.value,
        "cost": one.alternative.plan.cost,
        "costs": dict(one.alternative.plan.costs),
        "verdict": one.checked.report.verdict.value,
        "text": list(one.text),
        "people": [
            {
                "who": each.who,
                "paid": list(each.paid),
                "weekends": list(each.weekends),
                "nights": list(each.nights),
                "wishes_not_met": list(each.wishes),
                "weekends_gained": [f"{day}" for day in each.gained],
                "weekends_lost": [f"{day}" for day in each.lost],
                "shifts": each.shifts,
            }
            for each in one.differs
        ],
    }
