"""Rows of a closed month as shifts that count and draw as any, and its entries back from the files they lie in."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from roster.domain.activity import with_activity
from roster.domain.brief import Brief
from roster.domain.clock import OSLO
from roster.domain.closing import Closing
from roster.domain.kinds import WorkSort
from roster.domain.shift import Shift, paid
from roster.domain.spans import Span
from roster.domain.worked import Difference, How, Row
from roster.reading.entry_shifts import as_written
from roster.reading.faults import Fault, Faults
from roster.reading.list_rows import Entry
from roster.reading.timesheet import shift_of_entry
from roster.rules import standby

CREDITED = "godskrevet"
"""The code of hours that are had of a shift whose times nobody has told."""

_CLOSING = TypeAdapter(Closing)
_HERE = ZoneInfo(str(OSLO.zone))


def shift_of_row(brief: Brief, row: Row, name: str) -> Shift:
    """The shift of that one person; what is had though not worked draws from the vedtak as the arrangement has it."""
    entry = Entry("", row.who, row.start, row.end, row.code, row.resting or (), row.breaks, row.work, row.travel)
    if row.work is WorkSort.STANDBY:
        parts = standby.parts(brief, row.who, row.day)
        shift = replace(as_written(entry, name, work=row.work, standby_parts=parts), charged=False)
    else:
        shift = shift_of_entry(brief, entry, name)
    if row.breaks is not None:
        own = as_written(entry, name)
        shift = replace(shift, breaks=own.breaks, off_duty=own.off_duty, off_duty_nominal=own.off_duty_nominal)
    if row.line:
        shift = replace(shift, line=row.line)
    if row.work is WorkSort.OVERTIME:
        shift = replace(shift, work=row.work, overtime_consent=row.consent)
    if row.active:
        active = tuple(Span(OSLO.minute(first), OSLO.minute(last)) for first, last in row.active)
        shift = with_activity(replace(shift, active=active), brief.settings)
    return shift if row.is_worked else replace(shift, charged=shift.charged and _charged(brief, row.how))


def _charged(brief: Brief, how: How) -> bool:
    charging = brief.settings.charging
    return {How.SICK: charging.sick, How.CALLED_OFF: charging.cancelled}.get(how, False)


def paid_of_row(brief: Brief, row: Row) -> int:
    """Paid minutes of the row by the clock (D8), or what the shift in it would have paid."""
    if row.credited is not None:
        return row.credited
    return paid(shift_of_row(brief, row, ""), brief.settings.resting_paid)


def read_closing(content: bytes, file: str) -> Closing:
    """The entry that was written; raises ``Faults`` where the file is none."""
    try:
        found = _CLOSING.validate_json(content)
    except ValidationError:
        what, way_out = "Fila er ikke en avsluttet måned.", "Hent den fra en sikkerhetskopi."
        raise Faults([Fault(file, "", what, way_out)]) from None
    gone, come = (tuple(map(_by_the_wall, rows)) for rows in (found.found.gone, found.found.come))
    return replace(found, found=Difference(gone, come))


def _by_the_wall(row: Row) -> Row:
    """The second of two equal wall times of an autumn night is written with its offset."""

    def wall(moment: datetime) -> datetime:
        return moment if moment.tzinfo is None else moment.astimezone(_HERE).replace(tzinfo=None)

    return replace(
        row,
        start=wall(row.start),
        end=wall(row.end),
        active=tuple((wall(first), wall(last)) for first, last in row.active),
        resting=None if row.resting is None else tuple((wall(first), wall(last)) for first, last in row.resting),
        breaks=None
        if row.breaks is None
        else tuple(((wall(first), wall(last)), working) for (first, last), working in row.breaks),
    )
