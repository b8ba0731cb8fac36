"""``roster hours``: the timekonto, the forecast to New Year, the message to the kommune and the egenandel."""

from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.domain.charges import State
from roster.domain.ledger import Ledger
from roster.reading.faults import Faults
from roster.wording import hours_text as words
from roster.wording.egenandel_text import egenandel as egenandel_lines
from roster.wording.hours_bars import bars
from roster.wording.hours_warnings import over, warnings
from roster.wording.message_text import NAME_IN_MESSAGE
from roster.wording.run_words import written
from roster.workflow.hours import Hours, HoursAsked, hours


def run(asked: HoursAsked, voice: Voice) -> Exit:
    try:
        found = hours(asked, clock.today())
    except Faults as faults:
        return refused(voice, faults)
    konto = found.konto
    warned = warnings(found.brief, konto, found.spare)
    assumed = words.assumptions(found.brief, found.sheets)
    egenandel = () if found.egenandel is None else egenandel_lines(*found.egenandel, konto)
    said = {"warnings": list(warned), "assumptions": list(assumed), "egenandel": list(egenandel)}
    voice.answer({**_json(found), **said})
    voice.aside(*found.about, *([""] if found.about else []))
    voice.say(words.title(konto, found.brief), "", words.account(konto), *warned)
    if voice.rich:
        voice.say("")
        voice.table(words.LINE_HEADINGS, words.line_rows(konto))
        voice.say("")
        voice.table(words.MONTH_HEADINGS, words.month_rows(konto))
        voice.say("", *bars(konto))
        voice.aside("", words.ABOUT_HEADINGS)
    else:
        voice.say("", *words.line_sentences(konto), "", *words.month_sentences(konto))
    if egenandel:
        voice.say("", *egenandel)
    voice.aside("", *assumed)
    if following := words.for_next_plan(konto):
        voice.aside("", *following)
    for path in found.written:
        voice.say("", *written(str(path.parent), [path.name]))
    if asked.message is not None:
        voice.aside(NAME_IN_MESSAGE)
    return Exit.FINDINGS if over(konto) else Exit.FINE


def _json(found: Hours) -> dict[str, Any]:
    """All in whole minutes."""
    konto, book = found.konto, found.konto.ledger
    out = book.runs_out()
    return {
        "status": "over" if over(konto) else "fine",
        "year": book.year,
        "through": None if konto.through is None else konto.through.isoformat(),
        "granted": book.granted(),
        **_states(book, None),
        "left": book.left(),
        "lapsed": konto.lapsed,
        "runs_out": None if out is None else out.isoformat(),
        "lines": [
            {
                "line": one.id,
                "purpose": one.purpose.value,
                "granted": book.granted(line=one.id),
                **_states(book, one.id),
                "left": book.left(line=one.id),
            }
            for one in book.lines
        ],
        "months": [
            {
                "month": f"{one.first:%Y-%m}",
                "granted": one.granted,
                "used": one.used,
                "planned": one.planned,
                "expected": one.expected,
                "left": one.left,
            }
            for one in konto.months
        ],
        "spare": None
        if found.spare is None
        else {
            "kind": found.spare.kind.code,
            "count": found.spare.count,
            "places": [{"day": one.day.isoformat(), "who": one.who} for one in found.spare.places],
        },
        "files": [str(one) for one in found.written],
    }


def _states(book: Ledger, line: str | None) -> dict[str, int]:
    return {
        "used": book.drawn(State.USED, line=line),
        "planned": book.drawn(State.PLANNED, line=line),
        "expected": book.drawn(State.EXPECTED, line=line),
    }
