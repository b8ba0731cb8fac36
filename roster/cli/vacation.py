"""``roster vacation``: wishes in, the vacation list out, and the weeks as form 3 tells them."""

from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.holidays import ended, found_none, planning, say_special, special_json
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.reading.faults import Faults
from roster.wording import vacation_words as words
from roster.workflow.vacation import VacationAsked, VacationRun, vacation


def run(asked: VacationAsked, voice: Voice) -> Exit:
    now = clock.now()
    try:
        went = run_until_stopped(lambda stop: vacation(asked, now, stop, planning(voice)), lambda: None)
    except Faults as faults:
        return refused(voice, faults)
    if went.run.special is None:
        code = found_none(voice, went.run)
        if went.granted:
            given = (words.granted_line(went.brief, one) for one in went.granted.values())
            voice.say("", words.NOT_KEPT, *(f"- {one}" for one in given))
        voice.say(*went.about)
        return code
    code = ended(went.run)
    voice.answer(
        {**special_json(went.run, code), "vacations": _json(went), "about": list(went.about), "cover": _cover(went)}
    )
    lines = [words.sentence(went.brief, one) for one in went.listed]
    asked_first = tuple(words.asked_first(went.brief, went.asked_first))
    say_special(voice, went.run, (words.TITLE, *(f"- {one}" for one in lines), *went.about, *asked_first, ""))
    return code


def _cover(went: VacationRun) -> list[dict[str, Any]]:
    """In whole minutes."""
    return [
        {"week": one.first.isoformat(), "need": one.need, "can": one.can, "lacks": one.lacks, "away": list(one.away)}
        for one in went.cover
    ]


def _json(went: VacationRun) -> list[dict[str, Any]]:
    return [
        {
            "who": one.who,
            "dates": [[span.first.isoformat(), span.last.isoformat()] for span in one.dates],
            "main_season": one.main,
            "main_season_of": one.main_of,
            "year": one.year,
            "year_of": one.year_of,
            "choice": None if one.granted is None else one.granted.choice,
            "choices": 0 if one.granted is None else one.granted.of,
            "tell_by": None if one.told_by is None else one.told_by.isoformat(),
            "in_time": one.told,
            "sunday_off_before": one.sunday_before,
            "sunday_off_after": one.sunday_after,
            "shifts": one.shifts,
            "covered": dict(one.covered),
        }
        for one in went.listed
    ]
