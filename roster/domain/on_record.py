"""What is on record as used of the vedtak: what the brief says, or timesheets where they go further (D31)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from roster.domain.brief import Brief
from roster.domain.charges import State
from roster.domain.shift import Shift
from roster.domain.timekonto import Timekonto, timekonto
from roster.domain.vedtak import AsWritten, VedtakLine


def on_record(
    brief: Brief, worked: Iterable[Shift], absent: Iterable[Shift], through: date | None = None
) -> tuple[Brief, date, Timekonto] | None:
    """The brief with each line's use through the last day of the timesheets, that day, and the account it rests on.

    A line that the brief itself has on record as far or further stays as it is. The brief is unchanged where the
    sheets begin in the middle of a vedtak year of whose beginning nothing is known: their sum would be too little.
    None where the sheets hold nothing. ``through``: a date that they are known to reach.
    """
    sheets, away = tuple(worked), tuple(absent)
    dates = (one.start.date() for one in (*sheets, *away))
    last = max((*dates, *(() if through is None else (through,))), default=None)
    if last is None:
        return None
    konto = timekonto(brief, last.year, None, sheets, through, away)
    if konto.unknown is not None:
        return brief, last, konto
    lines = tuple(_through(one, last, konto) for one in brief.vedtak.lines)
    return replace(brief, vedtak=replace(brief.vedtak, lines=lines)), last, konto


def _through(line: VedtakLine, last: date, konto: Timekonto) -> VedtakLine:
    further = line.through is None or line.through < last
    if not further or not line.dates.first <= last or line.dates.last.year < last.year:
        return line
    used = konto.ledger.drawn(State.USED, last, line.id)
    return replace(line, used=used, through=last, written=AsWritten(line.used, line.through))
