"""``roster staff``: positions to choose between, and the one chosen as a brief."""

from pathlib import Path
from typing import Any

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.progress import Telling
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.domain.kinds import Form
from roster.planning.buffer import Buffer
from roster.planning.position_proof import Answer, asked_skills
from roster.reading.faults import Faults
from roster.rules.profiles import profile
from roster.wording import staff_words as words
from roster.wording.supposed_words import NO_COST
from roster.workflow.staff import StaffAsked, StaffFound, save, staff


def choose(asked: StaffAsked, chosen: tuple[int, Path], voice: Voice) -> Exit:
    """The proposal written as a brief; the roster behind it is what a turnus can begin with."""
    number, target = chosen
    try:
        roster = save(asked, number, target)
    except Faults as faults:
        return refused(voice, faults)
    voice.answer({"status": "fine", "proposal": number, "brief": str(target), "roster": str(roster)})
    voice.say(*words.saved_said(number, str(target), str(roster)))
    return Exit.FINE


def run(asked: StaffAsked, voice: Voice) -> Exit:
    ready = [0]
    try:
        with Telling(voice, lambda spent, _: words.looking(spent, ready[0], asked.count)) as telling:
            found, stopped = run_until_stopped(
                lambda stop: (staff(asked, stop, lambda number: ready.__setitem__(0, number)), stop()), telling.beat
            )
    except Faults as faults:
        return refused(voice, faults)
    exit_ = _exit(found, stopped)
    voice.answer(_json(found, exit_))
    load = found.staffing.load
    full_time = profile(found.brief.arrangement.tariff).full_time_week
    voice.say(words.need_said(load.need, load.weekend, load.night, full_time))
    if not found.staffing.answers:
        voice.say(*_nothing(found))
        return exit_
    _say_answers(voice, found, full_time)
    if stopped:
        voice.say("", words.STOPPED_EARLY)
    elif len(found.staffing.answers) < asked.count:
        voice.say("", words.fewer_said(len(found.staffing.answers), asked.count))
    voice.aside("", words.PROVEN, *_on_dates(found))
    if found.staffing.unproven:
        voice.aside(words.unproven_said([(one.people, one.every) for one in found.staffing.unproven]))
    older = sorted({who for one in found.buffers for who in one.older})
    if None in found.costs and found.brief.rates:
        voice.aside(NO_COST)
    voice.aside(*words.vacation_said(older, asked.sick is not None), words.AGREEMENTS_TOO)
    if skills := asked_skills(found.brief):
        voice.aside(words.skills_said([one.name for one in skills]))
    voice.say("", *words.where_kept(str(found.folder), str(asked.source)))
    return exit_


def _on_dates(found: StaffFound) -> list[str]:
    answers = found.staffing.answers
    if found.brief.period.form is not Form.CYCLE:
        return []
    lacking = [number for number, one in enumerate(answers, start=1) if not one.dated]
    return [words.not_on_dates(lacking) if lacking else words.ALSO_ON_DATES]


def _exit(found: StaffFound, stopped: bool) -> Exit:
    if stopped:
        return Exit.STOPPED
    if found.staffing.answers:
        return Exit.FINE
    return Exit.OUT_OF_TIME if found.staffing.unproven else Exit.IMPOSSIBLE


def _nothing(found: StaffFound) -> tuple[str, ...]:
    if found.staffing.over > 0:
        return words.over_said(found.staffing.over)
    return words.NONE_PROVEN if found.staffing.unproven else words.NONE_POSSIBLE


def _say_answers(voice: Voice, found: StaffFound, full_time: int) -> None:
    answers = found.staffing.answers
    if voice.rich:
        voice.say("")
        voice.table(words.HEADINGS, words.answers_rows(answers))
    for number, (one, buffer, cost) in enumerate(zip(answers, found.buffers, found.costs, strict=True), start=1):
        voice.say("", words.answer_said(number, one))
        voice.say(*(f"- {line}" for line in words.position_lines(one)))
        voice.say(*([] if cost is None else [words.cost_line(cost)]), words.buffer_line(buffer, full_time))
    if len(answers) > 1:
        voice.say("", *words.compared(answers))


# -- as JSON, in whole minutes ------------------------------------------------------------------------


def _json(found: StaffFound, exit_: Exit) -> dict[str, Any]:
    staffing = found.staffing
    return {
        "status": exit_.name.lower(),
        "need": round(staffing.load.need),
        "weekend": round(staffing.load.weekend),
        "night": round(staffing.load.night),
        "over": round(staffing.over),
        "seconds": round(staffing.seconds, 2),
        "first_seconds": None if staffing.first_seconds is None else round(staffing.first_seconds, 2),
        "proposals": [
            _answer_json(number, one, buffer) | {"kroner_a_week": None if cost is None else float(round(cost, 2))}
            for number, (one, buffer, cost) in enumerate(
                zip(staffing.answers, found.buffers, found.costs, strict=True), start=1
            )
        ],
        "unproven": [
            {"people": one.people, "every": one.every, "percent": round(float(one.percent), 2)}
            for one in staffing.unproven
        ],
        "folder": None if found.folder is None else str(found.folder),
    }


def _answer_json(number: int, one: Answer, buffer: Buffer) -> dict[str, Any]:
    return {
        "number": number,
        "text": words.answer_said(number, one),
        "weekends_every": one.every or None,
        "substitute": round(one.substitute),
        "positions": [
            {
                "who": each.id,
                "percent": float(each.percent),
                "full_time_week": each.full_time_week,
                "week": round(one.statistics.of(each.id).paid / one.statistics.weeks),
                "weekends": one.statistics.of(each.id).weekends,
                "nights": one.statistics.of(each.id).nights,
            }
            for each in one.positions
        ],
        "weeks": one.statistics.weeks,
        "lawful_on_dates": one.dated,
        "seconds": round(one.seconds, 2),
        "year": {
            "vacation": round(buffer.vacation),
            "sick": None if buffer.sick is None else round(buffer.sick),
            "away_a_week": round(buffer.week),
        },
    }
