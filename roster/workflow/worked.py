"""Close a month by what was worked, correct it by a difference, or read how it stands."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from roster.domain.brief import Brief
from roster.domain.closing import Closing
from roster.domain.worked import Difference, How, Row, difference, in_order, month_end
from roster.reading.list_roster import names_of
from roster.reading.list_rows import Entry
from roster.reading.timesheet import entries_of, timesheets_in
from roster.reading.worked_rows import paid_of_row
from roster.wording import worked_words as words
from roster.wording.list_words import CANCELLED, SICK
from roster.workflow.course import located, read_log
from roster.workflow.exceptions_said import lines_said, with_exceptions
from roster.workflow.folder import opened_again
from roster.workflow.in_force import InForce, versions_for
from roster.workflow.planned_rows import brief_of, briefs_of, made_of, planned_rows
from roster.workflow.records import Told, records_of, write_record
from roster.workflow.timesheets import TIMESHEETS
from roster.workflow.troubles import refuse
from roster.workflow.worked_roster import Judged, judged

TIME_OFF = frozenset({"avspasering"})
UNPAID = frozenset({"permisjon"})


@dataclass(frozen=True, slots=True)
class WorkedAsked:
    """``month``: its first day. ``said``: exceptions, or files of them. ``only_try``: nothing is saved."""

    path: Path
    month: date
    said: tuple[str, ...] = ()
    timesheets: tuple[Path, ...] = ()
    why: str = ""
    by: str = ""
    only_try: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """Paid minutes of one: planned by the versions in use, worked, and away by what became of it."""

    who: str
    planned: int
    worked: int
    away: tuple[tuple[How, int], ...]


@dataclass(frozen=True, slots=True)
class WorkedMonth:
    """The month as it stands. ``told``: its entries; ``change``: what this command did to it, ``otherwise``: what is

    otherwise than planned. ``closed_now``: something was written. ``about``: what is good to know of it.
    """

    month: date
    brief: Brief
    told: tuple[Told, ...]
    rows: tuple[Row, ...]
    change: Difference
    otherwise: Difference
    hours: tuple[Hours, ...]
    judged: Judged
    closed_now: bool
    about: tuple[str, ...]


def worked(asked: WorkedAsked, now: datetime) -> WorkedMonth:
    """Raises ``Faults``, and then nothing is written."""
    path, _ = located(asked.path)
    if asked.only_try:
        return _done(asked, path, now)
    with opened_again(path) as folder:
        found = _done(asked, path, now)
        closing = found.told[-1].closing if found.told else None
        if not found.closed_now or closing is None:
            return found
        write_record(folder, closing, len(found.told) == 1, asked.by, now)
        return found


def _done(asked: WorkedAsked, path: Path, now: datetime) -> WorkedMonth:
    log = read_log(path)
    used, about = versions_for(path)
    if used[-1].roster.frame.cyclic:
        raise refuse(path, *words.NO_DATES)
    records = records_of(path, log.entries)
    brief, last = brief_of(used), month_end(asked.month)
    planned = planned_rows(used, asked.month, last)
    before = records.get(asked.month)
    sheets = asked.timesheets or (() if before is not None else timesheets_in(path / TIMESHEETS))
    from_sheets, told = _of_sheets(sheets, brief, asked.month, planned, path)
    about += told
    standing = () if before is None else before.rows
    base = from_sheets or (planned if before is None else standing)
    if before is None and not base:
        raise refuse(path, *_nothing(asked.month, used))
    said = lines_said(asked.said)
    rows = with_exceptions(base, said, brief, asked.month, now.date(), path)
    change = difference(standing, rows)
    entries = () if before is None else before.told
    write = before is None or not change.nothing
    if write:
        names = tuple(one.name for one in sheets) if from_sheets else ()
        closing = Closing(asked.month, change, made_of(used, asked.month, last), names, said, asked.why)
        entries = (*entries, Told(len(log.entries) + 1, asked.by, now, closing))
    if last >= now.date():
        about += (words.not_over(last),)
    if any("aktiv" in one and "min" in one for one in said):
        about += (words.assumed_active(),)
    closed = {month: one.rows for month, one in records.items()} | {asked.month: rows}
    return WorkedMonth(
        asked.month,
        brief,
        entries,
        rows,
        change,
        difference(planned, rows),
        tuple(_hours(brief, briefs_of(used, brief), planned, rows)),
        judged(used, closed, asked.month),
        write and not asked.only_try,
        about,
    )


def _nothing(month: date, used: Iterable[InForce]) -> tuple[str, str]:
    dates = [day for one in used for day in (max(one.first, one.roster.frame.dates[0]), one.roster.frame.dates[-1])]
    return words.nothing_there(month, min(dates, default=None), max(dates, default=None))


# -- hours ------------------------------------------------------------------------------------------------


def _hours(brief: Brief, then: Callable[[Row], Brief], planned: Iterable[Row], rows: Iterable[Row]) -> Iterable[Hours]:
    plan: Mapping[str, int] = _sums(then, (one for one in planned if one.is_worked))
    done: dict[str, dict[How, int]] = defaultdict(lambda: defaultdict(int))
    for one in rows:
        done[one.who][one.how] += paid_of_row(then(one), one)
    for person in brief.assistants:
        if person.id in plan or person.id in done:
            own = done[person.id]
            away = tuple((how, own[how]) for how in How if how is not How.WORKED and own[how])
            yield Hours(person.id, plan.get(person.id, 0), own[How.WORKED], away)


def _sums(then: Callable[[Row], Brief], rows: Iterable[Row]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for one in rows:
        found[one.who] += paid_of_row(then(one), one)
    return found


# -- timesheets -------------------------------------------------------------------------------------------


def _of_sheets(
    sheets: Iterable[Path], brief: Brief, month: date, planned: Iterable[Row], path: Path
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows of timesheets in the month, each with the planned shift that it is; raises ``Faults``."""
    every = tuple(sheets)
    if not every:
        return (), ()
    found = entries_of(every, brief, SICK | CANCELLED | TIME_OFF | UNPAID)
    names = names_of(brief)
    plan = tuple(planned)
    rows = []
    for _, entry in found.rows:
        if entry.start.date().replace(day=1) == month:
            if entry.who.casefold() not in names:
                raise refuse(path, *words.unknown_name(entry.who, brief))
            rows.append(_row(names[entry.who.casefold()], entry, plan))
    if not rows:
        return (), ()
    there = {one.who for one in rows}
    without = [one.alias for one in brief.assistants if one.id not in there and any(row.who == one.id for row in plan)]
    return in_order(rows), (*found.about, *((words.unsheeted(without),) if without else ()))


def _row(who: str, entry: Entry, planned: Iterable[Row]) -> Row:
    word = entry.code.lower()
    how = (
        How.SICK
        if word in SICK
        else How.CALLED_OFF
        if word in CANCELLED
        else How.TIME_OFF
        if word in TIME_OFF
        else How.UNPAID
        if word in UNPAID
        else How.WORKED
    )
    theirs = [one for one in planned if one.who == who and one.day == entry.start.date()]
    same = next((one for one in theirs if (one.start, one.end) == (entry.start, entry.end)), None)
    same = same or next((one for one in theirs if one.code.lower() == word), None)
    code = entry.code if how is How.WORKED else ""
    if same is not None and (not code or (same.start, same.end) == (entry.start, entry.end)):
        code = same.code
    return Row(
        who,
        entry.start,
        entry.end,
        code,
        how,
        planned=same.planned if same is not None else "",
        work=entry.work,
        resting=entry.resting or None,
        breaks=entry.breaks,
        travel=entry.travel,
        line=entry.line,
        active=entry.active,
    )
