"""The codes of two versions, or of a grunnturnus and its dates, for the old line and the new one under it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from roster.domain.assistant import Assistant
from roster.domain.difference import Difference, ShiftChange
from roster.domain.free_days import FreeDay
from roster.domain.plan import Change, Plan
from roster.domain.roster import Roster
from roster.exports.sheets.labels import Labels
from roster.wording import sheet_words

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
        for day in () if found.cyclic else _vacation(one, found):
            said.setdefault((one.id, day), [labels.free(FreeDay.VACATION)])
    return {key: labels.separator.join(codes) for key, codes in said.items()}


def _vacation(one: Assistant, found: Difference) -> Iterator[date]:
    days = (found.first + timedelta(days=number) for number in range((found.last - found.first).days + 1))
    return (day for day in days if any(day in span for span in one.vacation))


def of_rollout(plan: Plan, change: Change, after: bool) -> str:
    """What the grunnturnus had on the day, or what the dates have, vacation and days off with pay said as such."""
    person = plan.dated.frame.brief.assistant(change.who)
    known = {one.code for one in plan.brief.kinds} | {one.name for one in plan.brief.events}
    codes = [one for one in (change.after if after else change.before) if one in known]
    if not codes and after and any(change.day in span for span in person.vacation):
        return Labels(plan.dated).free(FreeDay.VACATION)
    off = next((one.code.value for one in person.paid_off if one.day == change.day), None)
    if not codes and after and off is not None:
        return Labels(plan.dated).free(FreeDay(off))
    return sheet_words.SEVERAL.join(codes) or sheet_words.FREE


def in_week(change: ShiftChange, week: date) -> bool:
    return any(week <= day < week + timedelta(days=7) for day in days_of(change))


def days_of(change: ShiftChange) -> frozenset[date]:
    """The days on which something is changed by it."""
    return frozenset(one.start.date() for one in (change.before, change.after) if one is not None)
