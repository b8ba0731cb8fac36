"""``roster staff --what-if``: what comes of a change, beside today."""

from pathlib import Path
from typing import Any

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.progress import Telling
from roster.cli.voice import Voice
from roster.cli.waiting import run_until_stopped
from roster.domain.finding import Verdict
from roster.domain.supposed import Leaves, LongerShifts
from roster.planning.search import Search
from roster.planning.what_if import Advice, Figures
from roster.reading.faults import Faults
from roster.wording import supposed_words as words
from roster.workflow.what_if import Compared, Side, WhatIf, what_if

MOST_FINDINGS = 6


def run(
    source: Path,
    asked: tuple[str, ...],
    rates: Path | None,
    seconds: float,
    seed: int,
    workers: int | None,
    voice: Voice,
) -> Exit:
    doing = [""]
    try:
        with Telling(voice, lambda spent, _: words.going_on(spent, doing[0] or words.TODAY.lower())) as telling:
            found, stopped = run_until_stopped(
                lambda stop: (
                    what_if(
                        source,
                        asked,
                        rates,
                        seconds,
                        Search(seed, workers, stop),
                        lambda one: doing.__setitem__(0, one),
                    ),
                    stop(),
                ),
                telling.beat,
            )
    except Faults as faults:
        return refused(voice, faults)
    exit_ = _exit(found, stopped)
    voice.answer(_json(found, exit_))
    if found.today is None:
        voice.say(words.NOT_TODAY)
        return exit_
    voice.say(f"{words.TODAY}:", *words.figures_said(found.today.made.figures, found.today.cost))
    for one in found.compared:
        _say(voice, found, one)
    lacking = found.brief.rates and any(one is not None and one.cost is None for one in (found.today, *_sides(found)))
    voice.aside("", words.UNNAMED, *([words.NO_COST] if lacking else []))
    return exit_


def _sides(found: WhatIf) -> list[Side | None]:
    return [one.side for one in found.compared]


def _exit(found: WhatIf, stopped: bool) -> Exit:
    if stopped:
        return Exit.STOPPED
    if found.today is None or any(
        one.outcome.changes and one.side is None and not one.outcome.too_long for one in found.compared
    ):
        return Exit.OUT_OF_TIME
    return Exit.FINE


def _say(voice: Voice, found: WhatIf, one: Compared) -> None:
    voice.say("", f"{words.supposed_said(found.brief, one.outcome.supposed)}:")
    if one.side is None:
        longer = isinstance(one.outcome.supposed, LongerShifts)
        unchanged = words.NO_LONGER if longer else words.NOTHING_CHANGES
        voice.say(_too_long(one) or (words.NOT_FOUND if one.outcome.changes else unchanged))
        return
    assert found.today is not None
    lines = _differences(found.today, one)
    voice.say(*(lines or [words.SAME]))
    if one.outcome.advice is not None:
        leaving = isinstance(one.outcome.supposed, Leaves)
        voice.say("", words.WAY_OUT, *words.advice_said(one.side.made.brief, one.outcome.advice, leaving))


def _too_long(one: Compared) -> str:
    day = one.outcome.too_long
    return "" if day is None else words.too_long_said(day.amount, day.could)


def _differences(now: Side, one: Compared) -> list[str]:
    assert one.side is not None
    lines = [
        *words.difference_said(now.made.figures, one.side.made.figures, (now.cost, one.side.cost)),
        *words.to_consider_said(now.verdicts[Verdict.CONSIDER], one.side.verdicts[Verdict.CONSIDER]),
        *words.findings_said(one.gone[:MOST_FINDINGS], one.added[:MOST_FINDINGS]),
    ]
    return [f"- {line}" if not line.startswith(" ") else line for line in lines]


# -- as JSON, in whole minutes ------------------------------------------------------------------------


def _json(found: WhatIf, exit_: Exit) -> dict[str, Any]:
    return {
        "status": exit_.name.lower(),
        "today": None if found.today is None else _side_json(found.today),
        "what_if": [_compared_json(found, one) for one in found.compared],
    }


def _compared_json(found: WhatIf, one: Compared) -> dict[str, Any]:
    assert found.today is not None
    brief = one.side.made.brief if one.side is not None else found.brief
    leaving = isinstance(one.outcome.supposed, Leaves)
    return {
        "asked": one.asked,
        "text": words.supposed_said(found.brief, one.outcome.supposed),
        "changes": one.outcome.changes,
        "stopped_by": _too_long(one) or None,
        "then": None if one.side is None else _side_json(one.side),
        "differences": [] if one.side is None else _differences(found.today, one),
        "gone": list(one.gone),
        "added": list(one.added),
        "advice": None if one.outcome.advice is None else _advice_json(one.outcome.advice),
        "advice_text": []
        if one.outcome.advice is None
        else list(words.advice_said(brief, one.outcome.advice, leaving)),
    }


def _advice_json(one: Advice) -> dict[str, Any]:
    return {
        "bigger": [{"who": who, "percent": float(now), "to": float(then)} for who, now, then in one.bigger],
        "vacant": None if one.vacant is None else float(one.vacant),
        "room": round(one.room),
        "over": round(one.over),
        "short": round(one.short),
        "then": None if one.then is None else _figures_json(one.then.figures),
    }


def _side_json(one: Side) -> dict[str, Any]:
    return {
        **_figures_json(one.made.figures),
        "findings": {verdict.value: number for verdict, number in one.verdicts.items()},
        "kroner_a_week": None if one.cost is None else float(round(one.cost, 2)),
    }


def _figures_json(one: Figures) -> dict[str, Any]:
    return {
        "permanent": round(one.permanent),
        "substitute": round(one.substitute),
        "open": round(one.open),
        "short": round(one.short),
        "unused": None if one.unused is None else round(one.unused),
        "positions": one.positions,
        "percent": float(one.percent),
        "weekends": one.weekends,
        "nights": one.nights,
        "wishes": one.wishes,
        "wishes_unmet": one.wishes_unmet,
        "weeks": one.weeks,
    }
