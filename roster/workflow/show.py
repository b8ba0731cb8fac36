"""Read a turnus, for all or for one assistant, whole or one week of it."""

from dataclasses import dataclass
from pathlib import Path

from roster.checking.check import Report
from roster.domain.roster import Roster
from roster.workflow.as_logged import checked_as_logged
from roster.workflow.files import Checked
from roster.workflow.naming import assistant_named
from roster.workflow.opening import read_plan
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class Shown:
    """The roster that is meant with what the checker says of it, and the id of the assistant, if one is meant."""

    checked: Checked
    roster: Roster
    report: Report
    who: str | None


def show(path: Path, assistant: str | None, week: int | None, dates: bool) -> Shown:
    """With ``dates`` the roll-out of a grunnturnus; raises ``Faults``."""
    one = checked_as_logged(path, read_plan(path).plan)
    who = None if assistant is None else assistant_named(one.plan.brief, assistant, path).id
    if dates:
        shown = Shown(one, one.plan.dated, one.rollout_report or one.report, who)
    else:
        shown = Shown(one, one.plan.roster, one.report, who)
    weeks = shown.roster.frame.weeks
    if week is not None and week > weeks:
        raise refuse(path, f"Turnusen har ikke uke {week}.", f"Velg en uke fra 1 til {weeks}.")
    return shown
