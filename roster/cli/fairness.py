"""``roster fairness``: what each had of what is heavy over a year, beside a share by position."""

from typing import Any

from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.wording import fairness_words as words
from roster.wording.run_words import written
from roster.workflow.fairness import FairnessAsked, FairnessRun, fairness


def run(asked: FairnessAsked, voice: Voice) -> Exit:
    try:
        found = fairness(asked)
    except Faults as faults:
        return refused(voice, faults)
    voice.answer(_json(found))
    voice.say(words.title(found.brief, found.found), "")
    if voice.rich:
        voice.table(words.TABLE_HEADINGS, words.table_rows(found.brief, found.found))
        for one in found.found.shares:
            if said := words.because(one):
                voice.say(words.difference(dict(found.found.people)[one.who], one, said))
    else:
        voice.say(*words.sentences(found.brief, found.found))
    voice.aside("", *found.about)
    for path in found.written:
        voice.say("", *written(str(path.parent), [path.name]))
    return Exit.FINE


def _json(run: FairnessRun) -> dict[str, Any]:
    found = run.found
    return {
        "status": "fine",
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "known": [found.known.first.isoformat(), found.known.last.isoformat()],
        "in_use": run.in_use,
        "shares": [
            {
                "who": one.who,
                "measure": one.measure.name.lower(),
                "had": one.had,
                "of": one.of,
                "fair": round(float(one.fair), 4),
                "difference": round(float(one.difference), 4),
                "because": [{"why": why.value, "what": what} for why, what in one.reasons],
                "evens_out": one.to_even_out,
                "text": words.because(one),
            }
            for one in found.shares
        ],
        "next": [
            {
                "who": one.who,
                "nights": one.nights,
                "evenings": one.evenings,
                "weekends": one.weekends,
                "red_days": one.red_days,
            }
            for one in run.carried
        ],
        "files": [str(one) for one in run.written],
    }
