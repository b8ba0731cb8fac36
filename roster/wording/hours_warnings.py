"""What a timekonto warns of in time: hours that will be lost, hours that will be lacking, and what nobody knows."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from roster.domain.brief import Brief
from roster.domain.charges import State
from roster.domain.help_needed import ShiftKind
from roster.domain.ledger import OUTSIDE
from roster.domain.timekonto import Timekonto
from roster.wording.hours_text import on, purpose
from roster.wording.numbers import MONTHS, counted, hours_said, inside, listed, weekday
from roster.wording.plan_words import person


class Place(Protocol):
    @property
    def day(self) -> date: ...
    @property
    def who(self) -> str: ...


class Spare(Protocol):
    """The hours left as shifts of a kind, and where some of them fit."""

    @property
    def kind(self) -> ShiftKind: ...
    @property
    def count(self) -> int: ...
    @property
    def places(self) -> Sequence[Place]: ...


_MOST_PLACES = 12
LITTLE = 60
"""Minutes: less than an hour over or under is as good as right."""


def warnings(brief: Brief, konto: Timekonto, spare: Spare | None) -> tuple[str, ...]:
    """What is lost or lacking at the end of the year, as long as there is something to do about it."""
    return (
        *_too_much(konto),
        *_to_spare(brief, konto, spare),
        *_by_line(konto),
        *_before(konto),
        *_pace(konto),
        *_unsure(konto),
    )


def _too_much(konto: Timekonto) -> Iterator[str]:
    out = konto.ledger.runs_out()
    if konto.surplus <= -LITTLE and out is not None:
        yield f"Timene er brukt opp {on(out)}. {hours_said(-konto.surplus)} mangler til nyttår."


def _to_spare(brief: Brief, konto: Timekonto, spare: Spare | None) -> Iterator[str]:
    if konto.surplus < LITTLE:
        return
    said = f"{hours_said(konto.surplus)} blir til overs og kan ikke overføres til neste år"
    yield f"{said}." if spare is None else f"{said}: det er {shifts_of(spare.kind, spare.count)}."
    if konto.open:
        yield f"Vaktene som står åpne i turnusen, kan bruke {hours_said(min(konto.open, konto.surplus))} av dem."
    yield from _saved(brief, konto)
    if spare is None or konto.open >= konto.surplus:
        return
    if spare.places:
        shown = spare.places[:_MOST_PLACES]
        number = len(spare.places)
        fits = "Her er når de passer" if number >= spare.count else f"Her er når {number} av dem passer"
        yield f"{fits}: {listed([f'{weekday(one.day)} {on(one.day)} ({person(brief, one.who)})' for one in shown])}."
    beyond = konto.planned_to
    if beyond is not None and beyond < konto.ledger.last and len(spare.places) < spare.count:
        more = min(konto.surplus, konto.surplus * 7 // (konto.ledger.last - beyond).days)
        yield f"Turnusen slutter {on(beyond)}. Ukene etter kan få {hours_said(more)} mer hver."
    elif not spare.places and beyond is not None:
        yield "Vi fant ingen som kan ta dem i turnusen uten at en regel brytes eller at de får mer enn de ønsker."


def _saved(brief: Brief, konto: Timekonto) -> Iterator[str]:
    """Denser seasons after the turnus, for which it leaves hours."""
    after, last = konto.planned_to, konto.ledger.last
    if after is None:
        return
    denser = [one.dates for one in brief.seasons if one.percent > 100 and one.dates.last > after]
    when = [f"{on(one.first)}–{on(one.last)}" for one in denser if one.first <= last]
    if when:
        yield f"Grunnlaget sparer timer til {listed(when)}, etter «prosent» i kalenderen."


def shifts_of(kind: ShiftKind, number: int) -> str:
    """«5 dagvakter», «1 dagvakt», «5 vakter «Etter skolen»»."""
    name = inside(kind.name)
    if name.endswith("vakt") and " " not in name:
        return counted(number, name, f"{name}er")
    return f"{counted(number, 'vakt', 'vakter')} av slaget «{kind.name}»"


def _by_line(konto: Timekonto) -> Iterator[str]:
    book = konto.ledger
    several = sum(bool(book.granted(line=one.id)) for one in book.lines) > 1
    for one in book.lines:
        if lapsed := book.lapsed(one):
            yield (
                f"Vedtakslinja {one.id} slutter {on(one.dates.last)} med {hours_said(lapsed)} igjen."
                " De kan ikke brukes etter det."
            )
        out = book.runs_out(one.id)
        if several and out is not None and book.left(line=one.id) <= -LITTLE:
            yield f"Vedtakslinja {one.id} ({purpose(one)}) er brukt opp {on(out)}."
    outside = sum(book.drawn(state, line=OUTSIDE) for state in State)
    if outside:
        yield f"{hours_said(outside)} kan ikke trekkes av noen vedtakslinje. Ingen linje gjelder for dem på de dagene."


def _before(konto: Timekonto) -> Iterator[str]:
    """Of hours left over, those of the few days before the plan begins."""
    if konto.before is None or max(konto.surplus, konto.lapsed) < LITTLE:
        return
    first, last = konto.before
    days = on(first) if first == last else f"{on(first)} til {on(last)}"
    yield (
        f"Vedtaket gir {hours_said(konto.ledger.granted(last))} for {days}, før planen begynner. Vi regner med at"
        " ingenting av det er brukt."
    )


def _pace(konto: Timekonto) -> Iterator[str]:
    pace = konto.at_pace()
    if pace is not None and konto.through is not None and pace > konto.through:
        yield f"Brukes det like mye i uka som hittil, er timene brukt opp {on(pace)}."


def _unsure(konto: Timekonto) -> Iterator[str]:
    if konto.ledger.known:
        yield (
            f"{hours_said(konto.ledger.known)} fra timelister eller turnus er ikke regnet med en gang til. De er fra"
            " før «ført til og med», og står i «brukt» i vedtaket."
        )
    for month, minutes in konto.silent:
        yield (
            f"Ingenting er ført i {MONTHS[month.month - 1]}, men turnusen har {hours_said(minutes)} da. Vi regner med"
            " at ingen av dem er arbeidet. Mangler det en timeliste?"
        )
    if konto.open:
        yield f"Vakter som står åpne i turnusen, er {hours_said(konto.open)}. De er ikke regnet med."
    if konto.unknown is not None:
        first, last = konto.unknown
        yield (
            f"Vi vet ikke hva som er brukt fra {on(first)} til {on(last)}, og regner med ingenting. Skriv «brukt» og"
            " «ført til og med» i vedtaket, eller legg timelister i mappa «timer»."
        )


def over(konto: Timekonto) -> bool:
    """More is drawn than the year or one of its lines grants."""
    book = konto.ledger
    return any(book.left(line=one.id) <= -LITTLE for one in book.lines) or konto.surplus <= -LITTLE
