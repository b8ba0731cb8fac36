"""``roster why``: what it would cost and break to give a shift to somebody."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.progress import Telling
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.cli.why_not import why_json
from roster.domain.finding import Finding
from roster.domain.frame import Frame
from roster.exports.findings_json import finding_json
from roster.planning.result import Why
from roster.reading.faults import Faults
from roster.wording import reasons
from roster.wording import why_words as words
from roster.wording.run_words import Better, looking_for_swap
from roster.workflow.why import Given, Swapped, WhyThis, why


def run(roster: Path, shift: str, assistant: str, seconds: float, voice: Voice) -> Exit:
    today = clock.today()
    try:
        with Telling(voice, _line) as telling:
            answer = run_until_stopped(lambda stop: why(roster, shift, assistant, today, seconds, stop), telling.beat)
    except Faults as faults:
        return refused(voice, faults)
    status, code = _ended(answer)
    voice.answer(_json(answer, status))
    _say(voice, answer)
    return code


def _line(spent: float, best: Better | None) -> str:
    return looking_for_swap(spent)


def _ended(answer: WhyThis) -> tuple[str, Exit]:
    """In a word, and as an exit code."""
    if answer.given is None:
        return "has-it", Exit.FINE
    if not answer.given.broken:
        return "goes", Exit.FINE
    match answer.swapped:
        case Swapped(broken=broken):
            return ("swap", Exit.FINE) if not broken else ("swap-breaks", Exit.FINDINGS)
        case Why():
            return "impossible", Exit.IMPOSSIBLE
        case _:
            return ("stopped", Exit.STOPPED) if answer.stopped else ("out_of_time", Exit.OUT_OF_TIME)


# -- in words -----------------------------------------------------------------------------------------


def _say(voice: Voice, answer: WhyThis) -> None:
    frame, shift, given = answer.roster.frame, answer.shift, answer.given
    if given is None:
        voice.say(words.has_it(frame, shift, answer.who))
    elif not given.broken:
        voice.say(words.goes(frame, shift, answer.who, given.instead_of))
        voice.say(*words.cost_lines(frame, answer.costs, given.costs))
    else:
        voice.say(words.breaks(frame, shift, answer.who, given.instead_of))
        voice.say(*words.broken_lines(frame, given.broken))
        voice.say(*words.cost_lines(frame, answer.costs, given.costs), "")
        _say_swap(voice, answer)
    if answer.common:
        voice.say(words.COMMON)
    if answer.others:
        voice.say("", words.OTHERS)
        voice.say(
            *(f"- {words.other_line(frame, one.who, one.broken, answer.costs, one.costs)}" for one in answer.others)
        )


def _say_swap(voice: Voice, answer: WhyThis) -> None:
    frame = answer.roster.frame
    match answer.swapped:
        case Swapped() as swapped:
            voice.say(words.SWAP, *words.change_lines(answer.roster, swapped.roster))
            voice.say(*words.broken_lines(frame, swapped.broken))
            voice.say(*words.cost_lines(frame, answer.costs, swapped.costs))
        case Why(reasons=found) if found:
            voice.say(words.NEVER, *(f"- {one.sentence}" for one in reasons.grouped(frame, found)))
        case Why():
            voice.say(words.NEVER_SHOWN)
        case None:
            voice.say(words.NO_SWAP_STOPPED if answer.stopped else words.NO_SWAP_FOUND)


# -- as JSON ------------------------------------------------------------------------------------------


def _json(answer: WhyThis, status: str) -> dict[str, Any]:
    frame, swapped = answer.roster.frame, answer.swapped
    content: dict[str, Any] = {
        "status": status,
        "shift": answer.shift.id,
        "assistant": answer.who,
        "on": list(answer.roster.on(answer.shift.id)),
        "cost": answer.cost,
        "costs": dict(answer.costs),
        "given": None if answer.given is None else _given_json(frame, answer.given),
        "swap": None,
        "why": None,
        "others": [
            {
                **_given_json(frame, one),
                "text": words.other_line(frame, one.who, one.broken, answer.costs, one.costs),
            }
            for one in answer.others
        ],
    }
    if isinstance(swapped, Swapped):
        before, after = answer.roster.works, swapped.roster.works
        content["swap"] = {
            "gets": [{"who": who, "shift": shift} for who, shift in sorted(after - before)],
            "loses": [{"who": who, "shift": shift} for who, shift in sorted(before - after)],
            "broken": _broken_json(frame, swapped.broken),
            "cost": swapped.cost,
            "costs": dict(swapped.costs),
            "text": list(words.change_lines(answer.roster, swapped.roster)),
        }
    elif isinstance(swapped, Why):
        content["why"] = why_json(frame, swapped)
    return content


def _given_json(frame: Frame, one: Given) -> dict[str, Any]:
    return {
        "who": one.who,
        "instead_of": one.instead_of,
        "broken": _broken_json(frame, one.broken),
        "cost": one.cost,
        "costs": dict(one.costs),
    }


def _broken_json(frame: Frame, broken: Sequence[Finding]) -> list[dict[str, Any]]:
    return [dict(finding_json(frame, one)) for one in broken]
