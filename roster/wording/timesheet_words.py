"""How timesheets were understood."""

from collections.abc import Sequence
from datetime import date

from roster.domain.vedtak import VedtakLine
from roster.wording.cost_words import month_said
from roster.wording.hours_text import on
from roster.wording.numbers import counted, hours_said, listed

COLUMNS = "En timeliste har overskriftene assistent, dato, fra og til. «roster hours --help» viser hva den kan ha."


def sheet_read(file: str, rows: int) -> str:
    return f"Timer lest fra {file}: {counted(rows, 'rad', 'rader')}."


def not_in_brief(people: Sequence[str], codes: Sequence[str]) -> tuple[str, ...]:
    """What timesheets name that the brief does not; the hours count all the same."""
    said = []
    if people:
        said.append(f"Ikke i grunnlaget: {listed(people)}. Timene er trukket av vedtaket likevel. Er navnet riktig?")
    if codes:
        named = listed([f"«{one}»" for one in codes])
        said.append(f"Ingen vakt i grunnlaget heter {named}. Timene er trukket som de er skrevet.")
    return tuple(said)


def closed_read(months: Sequence[date]) -> str:
    """Which months count as they were closed."""
    return f"Regnet slik de er avsluttet: {listed([month_said(one) for one in months])}."


def filled_by_plan(first: date, last: date) -> str:
    """Days before the last closed month that nobody has closed."""
    return f"Dager {on(first)}–{on(last)} som ikke er avsluttet, er regnet slik planen var."


def used_from_sheets(lines: Sequence[VedtakLine], closed: bool) -> str:
    """What the vedtak has used by the timesheets and ``closed`` months, where they go further than the brief."""
    each = listed([f"{hours_said(one.used)} av «{one.id}»" for one in lines])
    until = max(one.through for one in lines if one.through is not None)
    of = "månedene som er avsluttet" if closed else "timelistene i mappa «timer»"
    return f"Brukt er regnet av {of}, til og med {on(until)}: {each}."


def begins_too_late(first: date, last: date) -> str:
    return (
        f"Timelistene i mappa «timer» er ikke regnet med: vi vet ikke hva som er brukt fra {on(first)} til {on(last)}. "
        "Legg inn timelister for de dagene, eller skriv «brukt» og «ført til og med» i vedtaket."
    )
