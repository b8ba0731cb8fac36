"""``roster agreements``: what a version rests on, how long it lasts, and texts ready to sign."""

from datetime import date
from pathlib import Path
from typing import Any

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.wording import agreement_words as words
from roster.wording.run_words import written
from roster.workflow.agreements import agreements
from roster.workflow.register import Register, Registered


def run(path: Path, day: date, out: Path | None, voice: Voice) -> Exit:
    try:
        found = agreements(path, day, out)
    except Faults as faults:
        return refused(voice, faults)
    register = found.register
    brief = register.version.plan.brief
    warned = tuple(words.warnings(brief, register.agreements))
    voice.answer({"status": "fine", **_json(register), "warnings": list(warned), "files": list(found.written)})
    if not register.agreements:
        voice.say(words.NO_AGREEMENTS)
    voice.say(*(warned or ([words.ALL_RUN_ON] if register.agreements else [])))
    voice.say(*words.register_lines(brief, register.agreements, day))
    consents = tuple(words.consent_lines(brief, register.consents))
    if consents:
        voice.say("", *consents)
    voice.aside("", words.counted_from(day))
    if out is not None:
        voice.aside("", *written(str(out), found.written))
    return Exit.FINDINGS if warned or any(one.flaws for one in register.agreements) else Exit.FINE


def _json(register: Register) -> dict[str, Any]:
    return {
        "version": register.version.number,
        "date": register.day.isoformat(),
        "agreements": [_agreement(one) for one in register.agreements],
        "consents": [
            {
                "who": one.who,
                "sign_as": one.id,
                "shifts": one.shifts,
                "longest": one.longest,
                "since": one.since and one.since.isoformat(),
            }
            for one in register.consents
        ],
    }


def _agreement(one: Registered) -> dict[str, Any]:
    agreement = one.agreement
    return {
        "id": agreement.id,
        "paragraph": agreement.paragraph,
        "party": agreement.party.value,
        "covered": list(one.covered),
        "signed": one.signed and one.signed.isoformat(),
        "valid_from": agreement.valid_from and agreement.valid_from.isoformat(),
        "valid_to": agreement.valid_to and agreement.valid_to.isoformat(),
        "notice": agreement.notice,
        "lapses_in": one.lapses_in,
        "within_plan": one.within_plan,
        "flaws": [flaw.value for flaw in one.flaws],
        "papers": list(one.papers),
        "rests": [{"rule": rest.rule, "who": rest.who, "number": rest.number} for rest in one.rests],
    }
