"""``roster payroll``: a month's hours by wage type, as CSV and Excel."""

from typing import Any

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.wording import payroll_words as words
from roster.wording.run_words import written
from roster.workflow.payroll import PayrollAsked, PayrollMade, make_payroll


def run(asked: PayrollAsked, voice: Voice) -> Exit:
    try:
        made = make_payroll(asked)
    except Faults as faults:
        return refused(voice, faults)
    found = made.payroll
    voice.answer({**_json(made), "folder": str(asked.out)})
    voice.aside(*made.about)
    voice.say(*words.headline(made.roster, found, made.corrects))
    rows = words.type_rows(found.lines)
    if voice.rich:
        voice.say("")
        voice.table(words.TYPE_HEADINGS, rows)
    else:
        voice.say("", *words.type_sentences(rows))
    voice.say(*words.left_out(found.left_out))
    voice.aside("", *written(str(asked.out.resolve()), made.files))
    voice.aside("", *words.assumptions(made.roster, found))
    return Exit.FINE


def _json(made: PayrollMade) -> dict[str, Any]:
    """All in whole minutes."""
    found = made.payroll
    return {
        "status": "fine",
        "month": f"{found.month:%Y-%m}",
        "paid": found.paid,
        "correction": made.corrects,
        "lines": [
            {
                "who": one.who,
                "date": one.day.isoformat(),
                "wage_type": one.code,
                "kind": one.kind.value,
                "minutes": one.minutes,
            }
            for one in found.lines
        ],
        "left_out": sum(one.minutes for one in found.left_out),
        "assumptions": list(words.assumptions(made.roster, found)),
        "files": list(made.files),
    }
