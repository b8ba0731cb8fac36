"""The codes of two versions on the days that both have, for the old line and the new one under it."""

from collections.abc import Mapping
from datetime import date, timedelta

from roster.domain.difference import Difference, ShiftChange
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.sheets.labels import Labels

Cells = Mapping[tuple[str, date], str]


def rosters_of(plans: tuple[Plan, Plan], found: Difference) -> tuple[Roster, Roster]:
    """The rosters that were compared, old and new."""
    old, new = plans
    return (old.roster, new.roster) if found.cyclic else (old.dated, new.dated)


def cells_of(roster: Roster, found: Difference) -> Cells:
    """The codes of each person and day; the days of a grunnturnus are those of the new one."""
    later = found.first - roster.frame.first_day if found.cyclic else timedelta()
    labels = Labels(roster)
    said: dict[tuple[str, date], list[str]] = {}
    for one in roster.frame.people:
        for shift in roster.duties(one.id):
            said.setdefault((one.id, shift.start.date() + later), []).append(labels.of(shift))
    return {key: labels.separator.join(codes) for key, codes in said.items()}


def in_week(change: ShiftChange, week: date) -> bool:
    return any(week <= day < week + timedelta(days=7) for day in days_of(change))


def days_of(change: ShiftChange) -> frozenset[date]:
    """The days on which something is changed by it."""
    return frozenset(one.start.date() for one in (change.before, change.after) if one is not None)
