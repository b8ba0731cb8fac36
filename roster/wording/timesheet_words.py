"""How timesheets were understood."""

from collections.abc import Sequence
from datetime import date

from roster.domain.brief import VedtakLine
from roster.wording.hours_text import on
from roster.wording.numbers import counted, hours_said, listed

COLUMNS = "En timeliste har overskriftene assistent, dato, fra og til. «roster hours --help» viser hva den kan ha."


def sheet_read(file: str, rows: int) -> str:
    return f"Timer lest fra {file}: {counted(rows, 'rad', 'rader')}."


def used_from_sheets(lines: Sequence[VedtakLine]) -> str:
    """What the vedtak has used by the timesheets, where they go further than the brief."""
    each = listed([f"{hours_said(one.used)} av «{one.id}»" for one in lines])
    until = max(one.through for one in lines if one.through is not None)
    return f"Brukt er regnet av timelistene i mappa «timer», til og med {on(until)}: {each}."


def begins_too_late(first: date, last: date) -> str:
    return (
        f"Timelistene i mappa «timer» er ikke regnet med: vi vet ikke hva som er brukt fra {on(first)} til {on(last)}. "
        "Legg inn timelister for de dagene, eller skriv «brukt» og «ført til og med» i vedtaket."
    )
