"""The roster of a date as it was known on a day: which version ran, by what the log told by then."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from roster.checking.check import Report, check
from roster.domain.worked import Difference, difference
from roster.wording import known_words as words
from roster.workflow.as_logged import logged
from roster.workflow.conditions import judged_by
from roster.workflow.course import located, read_log
from roster.workflow.in_force import InForce, in_force
from roster.workflow.naming import assistant_named
from roster.workflow.planned_rows import planned_rows
from roster.workflow.records import records_of
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class AsKnown:
    """``ran``: the version with its days; ``week``: the week of it, from 1, that holds the date.

    ``later``: the version that the log tells of for the date now, where it is another; ``who``: an assistant's id.
    ``closed``: months of that week that were closed by then, and ``otherwise`` what came otherwise than planned in it.
    """

    ran: InForce
    week: int
    report: Report
    who: str | None
    later: InForce | None
    closed: tuple[date, ...]
    otherwise: Difference


def as_known(path: Path, day: date, known: date | None, assistant: str | None) -> AsKnown:
    """Raises ``Faults`` where nothing was in use that day, as far as it was known."""
    folder, _ = located(path)
    used = in_force(folder, known)
    ran = next((one for one in used if one.holds(day)), None)
    if ran is None:
        raise refuse(folder, *words.nothing_ran(day, known, [(one.version, one.first) for one in used]))
    now = next((one for one in in_force(folder) if one.holds(day)), None)
    told = logged(ran.roster.frame.brief, ran.version, read_log(folder), known)
    ran = replace(ran, roster=judged_by(ran.roster, told.brief))
    frame = ran.roster.frame
    who = None if assistant is None else assistant_named(frame.brief, assistant, folder).id
    later = now if now is not None and now.version != ran.version else None
    week = (day - frame.first_day).days // 7
    closed, otherwise = _worked(folder, used, frame.dates[7 * week : 7 * week + 7], known, who)
    return AsKnown(ran, week + 1, told.said(check(ran.roster)), who, later, closed, otherwise)


def _worked(
    folder: Path, used: tuple[InForce, ...], days: tuple[date, ...], known: date | None, who: str | None
) -> tuple[tuple[date, ...], Difference]:
    """The closed months that the days are of, and what was otherwise on them than planned, as it was known."""
    records = records_of(folder, read_log(folder).entries)
    stood = {month: one if known is None else one.as_known(known) for month, one in records.items()}
    rows = {month: one.rows for month, one in stood.items() if one is not None}
    within = [day for day in days if day.replace(day=1) in rows]
    worked = [row for month in rows for row in rows[month] if row.day in within and who in (None, row.who)]
    planned = planned_rows(used, within[0], within[-1]) if within else ()
    plan = [row for row in planned if row.day in within and who in (None, row.who)]
    return tuple(dict.fromkeys(day.replace(day=1) for day in within)), difference(plan, worked)
