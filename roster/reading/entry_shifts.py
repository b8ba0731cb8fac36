"""A row of a list as a shift: what kind of the brief it is, or as it is written."""

from roster.domain.brief import Brief
from roster.domain.clock import OSLO, Clock, nominal
from roster.domain.help_needed import ShiftKind
from roster.domain.kinds import WorkSort
from roster.domain.shift import Shift
from roster.domain.written import written_shift
from roster.reading.list_rows import Entry

_DAY = 24 * 60


def as_written(
    entry: Entry, name: str, *, work: WorkSort = WorkSort.ORDINARY, standby_parts: int = 1, clock: Clock = OSLO
) -> Shift:
    """The shift as the row has it, of no kind that a brief knows."""
    return written_shift(
        clock,
        name,
        entry.start,
        entry.end,
        code=entry.code,
        resting=entry.resting,
        breaks=entry.breaks,
        active=entry.active,
        work=work,
        standby_parts=standby_parts,
        travel=entry.travel,
        place=entry.place,
    )


def kind_called(brief: Brief, code: str, entry: Entry) -> ShiftKind | None:
    """The kind of that code or name; without a code the only one that starts and lasts as the row; else None."""
    if code:
        named = (one for one in brief.kinds if code.casefold() in (one.code.casefold(), one.name.casefold()))
        return next(named, None)
    minute = entry.start.hour * 60 + entry.start.minute
    length = nominal(entry.start, entry.end)
    alike = [one for one in brief.kinds if (one.start % _DAY, one.length) == (minute, length)]
    return alike[0] if len(alike) == 1 else None
