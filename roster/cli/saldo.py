"""``roster saldo``: what each assistant has to their credit or owes, with where every figure comes from."""

from typing import Any

from roster.cli import clock
from roster.cli.answers import refused
from roster.cli.exits import Exit
from roster.cli.voice import Voice
from roster.reading.faults import Faults
from roster.wording import saldo_words as words
from roster.wording.plan_words import person
from roster.workflow.saldo import Own, Saldo, SaldoAsked, saldo


def run(asked: SaldoAsked, voice: Voice) -> Exit:
    try:
        found = saldo(asked, clock.today())
    except Faults as faults:
        return refused(voice, faults)
    brief = found.brief
    voice.answer(_json(found))
    voice.aside(*found.about)
    voice.say(words.title(brief, found.first, found.through), "")
    for own in found.people:
        if own.accounts:
            voice.say(words.summary(brief, own.person.id, own.accounts[-1], _unused(own)))
    if voice.rich:
        voice.say("")
        voice.table(words.HEADINGS, words.rows(brief, [one for own in found.people for one in own.accounts]))
    for own in found.people:
        lines = [line for one in own.accounts for line in words.sentences(one, own.person)]
        voice.aside(
            "", f"{person(brief, own.person.id)}. {words.hours_line(own.planned, own.worked, own.overtime)}", *lines
        )
    if found.without:
        voice.aside("", words.without_position(brief, found.without))
    voice.aside("", *words.assumptions(brief))
    return Exit.FINE


def _unused(own: Own) -> int:
    return sum(one.paid_not_used for one in own.accounts)


def _json(found: Saldo) -> dict[str, Any]:
    """All in whole minutes of paid time."""
    return {
        "status": "fine",
        "from": found.first.isoformat(),
        "through": found.through.isoformat(),
        "closed": [f"{one:%Y-%m}" for one in found.closed],
        "people": [
            {
                "who": own.person.id,
                "planned": own.planned,
                "worked": own.worked,
                "overtime_paid": own.overtime,
                "saldo": own.accounts[-1].closing if own.accounts else 0,
                "paid_not_used": _unused(own),
                "periods": [
                    {
                        "from": one.period.first.isoformat(),
                        "to": one.period.last.isoformat(),
                        "ends": one.period.ends,
                        "left": one.left,
                        "opening": one.opening,
                        "posts": [
                            {"sort": post.sort.value, "minutes": post.minutes, "source": post.source}
                            for post in one.posts
                        ],
                        "saldo": one.saldo,
                        "closing": one.closing,
                    }
                    for one in own.accounts
                ],
            }
            for own in found.people
        ],
        "without_position": [one.id for one in found.without],
        "assumptions": list(words.assumptions(found.brief)),
    }
