"""``roster cost``: what a turnus costs by the rates that the user has entered, or several side by side."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.rules.cost import Cost
from roster.wording import cost_words as words
from roster.workflow.cost import Costed, costs


def run(rosters: tuple[Path, ...], rates: Path | None, brief: Path | None, voice: Voice) -> Exit:
    try:
        found = costs(rosters, rates, brief)
    except Faults as faults:
        return refused(voice, faults)
    voice.answer({"status": "fine", "plans": [_json(one) for one in found]})
    if len(found) == 1:
        _one(found[0], voice)
    else:
        _several(found, voice)
    return Exit.FINE


def _one(one: Costed, voice: Voice) -> None:
    roster, cost = one.priced.roster, one.cost
    voice.aside(*one.priced.about)
    voice.say(*words.headline(roster, cost))
    months = () if roster.frame.cyclic else words.month_rows(cost)
    people = words.person_rows(roster, cost)
    if voice.rich:
        for heading, rows in (
            (words.KIND_HEADING, words.kind_rows(cost)),
            (words.MONTH_HEADING, months),
            (words.PERSON_HEADING, people),
        ):
            if rows:
                voice.say("")
                voice.table((heading, words.HOURS_HEADING, words.KRONER_HEADING), rows)
    else:
        voice.say("", *words.kind_sentences(cost))
        for rows in (months, people):
            if rows:
                voice.say("", *words.row_sentences(rows))
    voice.aside("", *words.assumptions(roster, cost))


def _several(found: tuple[Costed, ...], voice: Voice) -> None:
    names, of = [one.priced.name for one in found], [one.cost for one in found]
    rosters = [one.priced.roster for one in found]
    for one in found:
        voice.aside(*one.priced.about)
        voice.say(f"{one.priced.name}: {words.headline(one.priced.roster, one.cost)[0]}")
    voice.say("", *words.compared(names, of), *words.not_the_same_days(rosters))
    months = () if any(one.frame.cyclic for one in rosters) else words.months_side_by_side(of)
    if voice.rich:
        voice.say("")
        voice.table((words.KIND_HEADING, *names), words.side_by_side(of))
        if months:
            voice.say("")
            voice.table((words.MONTH_HEADING, *names), months)
    else:
        for one in found:
            voice.say("", f"{one.priced.name}:", *words.kind_sentences(one.cost))
            if months:
                voice.say(*words.row_sentences(words.month_rows(one.cost)))
    said = (line for roster, cost in zip(rosters, of, strict=True) for line in words.assumptions(roster, cost))
    voice.aside("", *dict.fromkeys(said))


def _json(one: Costed) -> dict[str, Any]:
    """Hours in whole minutes, money in whole øre."""
    roster, cost = one.priced.roster, one.cost
    frame = roster.frame
    return {
        "name": one.priced.name,
        "cycle": frame.cyclic,
        "from": frame.first_day.isoformat(),
        "weeks": frame.weeks,
        "minutes": cost.minutes(),
        "ore": _ore(cost.of()),
        "wages": _ore(cost.pay()),
        "on_top": _ore(cost.on_top),
        "kinds": _kinds(cost),
        "months": []
        if frame.cyclic
        else [
            {
                "month": f"{month:%Y-%m}",
                "minutes": cost.minutes(month=month),
                "ore": _ore(cost.of(month=month)),
                "kinds": _kinds(cost, month),
            }
            for month in cost.months
        ],
        "people": [
            {"who": who.id, "minutes": cost.minutes(who.id), "ore": _ore(cost.of(who.id))} for who in frame.people
        ],
        "assumptions": list(words.assumptions(roster, cost)),
    }


def _kinds(cost: Cost, month: date | None = None) -> list[dict[str, Any]]:
    """The pay alone, of a month or of all of it."""
    minutes = {kind: cost.minutes(month=month, kind=kind) for kind in cost.kinds}
    return [
        {"kind": kind.value, "minutes": amount, "ore": _ore(cost.pay(kind, month))}
        for kind, amount in minutes.items()
        if amount
    ]


def _ore(kroner: Decimal) -> int:
    return int(kroner * 100)
