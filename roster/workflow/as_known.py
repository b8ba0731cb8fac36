"""The roster of a date as it was known on a day: which version ran, by what the log told by then."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roster.checking.check import Report, check
from roster.wording import known_words as words
from roster.workflow.course import located
from roster.workflow.in_force import InForce, in_force
from roster.workflow.naming import assistant_named
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class AsKnown:
    """``ran``: the version with its days; ``week``: the week of it, from 1, that holds the date.

    ``later``: the version that the log tells of for the date now, where it is another; ``who``: an assistant's id.
    """

    ran: InForce
    week: int
    report: Report
    who: str | None
    later: InForce | None


def as_known(path: Path, day: date, known: date | None, assistant: str | None) -> AsKnown:
    """Raises ``Faults`` where nothing was in use that day, as far as it was known."""
    folder, _ = located(path)
    used = in_force(folder, known)
    ran = next((one for one in used if one.holds(day)), None)
    if ran is None:
        raise refuse(folder, *words.nothing_ran(day, known, [(one.version, one.first) for one in used]))
    now = next((one for one in in_force(folder) if one.holds(day)), None)
    frame = ran.roster.frame
    who = None if assistant is None else assistant_named(frame.brief, assistant, folder).id
    later = now if now is not None and now.version != ran.version else None
    return AsKnown(ran, (day - frame.first_day).days // 7 + 1, check(ran.roster), who, later)
