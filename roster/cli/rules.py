"""``roster rules``: every rule with the numbers in force, or one rule explained."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Fault, Faults
from roster.wording import rule_lines as words
from roster.wording.rule_numbers import InForce
from roster.wording.rule_texts import TEXTS
from roster.wording.rule_texts.filled import filled
from roster.wording.rule_texts.text import RuleText
from roster.workflow.rules import CHECKED, Listed, meant, rules_of, rules_on

TABLE_WIDTH = 120
"""A narrower table would cut the ids, which are there to be typed."""


def run(what: str | None, day: date | None, voice: Voice) -> Exit:
    try:
        text = None if what is None else meant(what)
        if text is not None:
            return _explain(text, rules_on(day or clock.today()), voice)
        if what is not None and day is not None:
            raise Faults([Fault(what, "--date", words.ONE_OR_OTHER, words.LEAVE_ONE)])
        return _list(rules_on(day or clock.today()) if what is None else rules_of(Path(what)), voice)
    except Faults as faults:
        return refused(voice, faults)


def _list(found: Listed, voice: Voice) -> Exit:
    rules = [_rule_json(one, found.numbers[one.id], found.day) for one in TEXTS.values()]
    voice.answer({"status": "fine", "date": found.day.isoformat(), "rules": rules})
    voice.aside(words.intro(found.day, found.brief), words.MORE)
    if voice.rich and get_terminal_size().columns >= TABLE_WIDTH:
        voice.say("")
        voice.table(words.HEADINGS, words.rule_rows(found.numbers, found.day, found.brief))
        voice.say("", words.LINKS, *words.links(), *words.not_checked(CHECKED))
    else:
        voice.say(*words.rule_lines(found.numbers, CHECKED, found.day, found.brief))
    assumed = tuple(words.assumption_lines(found.numbers))
    if assumed:
        voice.say("", *assumed)
    return Exit.FINE


def _explain(text: RuleText, found: Listed, voice: Voice) -> Exit:
    numbers = found.numbers[text.id]
    lines = tuple(words.explained(text, numbers, text.id in CHECKED, found.day))
    told = {
        **_rule_json(text, numbers, found.day),
        "asks": filled(text.asks, found.day),
        "why": filled(text.why, found.day),
        "lawful": filled(text.lawful, found.day),
        "unlawful": filled(text.unlawful, found.day),
        "unless": [filled(one, found.day) for one in text.unless],
        "assumptions": [{"decision": one.decision, "text": filled(one.says, found.day)} for one in text.assumes],
    }
    voice.answer({"status": "fine", "date": found.day.isoformat(), "rule": told, "text": list(lines)})
    voice.say(*lines)
    return Exit.FINE


def _rule_json(text: RuleText, numbers: Sequence[InForce], day: date) -> dict[str, Any]:
    return {
        "id": text.id,
        "title": text.title,
        "paragraph": text.source.paragraph,
        "rests_on": str(text.basis),
        "measures": filled(text.measures, day),
        "checked": text.id in CHECKED,
        "numbers": [
            {
                "text": one.words,
                "who": None if one.who is None else list(one.who),
                "amount": one.amount,
                "unit": str(one.unit),
                "rests_on": str(one.basis),
                "basis": list(one.rests_on),
                "unsigned": list(one.unsigned),
            }
            for one in numbers
        ],
        "source": text.source.url,
    }
