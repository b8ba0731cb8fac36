"""Read a turnus, for all or for one assistant, whole or one week of it."""

from pathlib import Path

from roster.domain.brief import Assistant
from roster.domain.plan import Plan
from roster.workflow.files import Checked, checked
from roster.workflow.opening import read_plan
from roster.workflow.troubles import refuse


def show(path: Path, assistant: str | None, week: int | None) -> tuple[Checked, str | None]:
    """The plan with what the checker says, and the id of the assistant that is meant; raises ``Faults``."""
    plan = read_plan(path).plan
    weeks = plan.dated.frame.weeks
    if week is not None and week > weeks:
        raise refuse(path, f"Turnusen har ikke uke {week}.", f"Velg en uke fra 1 til {weeks}.")
    return checked(plan), None if assistant is None else _meant(plan, assistant, path).id


def _meant(plan: Plan, name: str, path: Path) -> Assistant:
    """The one with that id, else with that alias."""
    people = plan.brief.assistants
    for key in ([one.id for one in people], [one.alias for one in people]):
        if [one.casefold() for one in key].count(name.casefold()) == 1:
            return people[[one.casefold() for one in key].index(name.casefold())]
    known = ", ".join(f"{one.id} ({one.alias})" for one in people)
    raise refuse(path, f"Ingen assistent heter «{name}».", f"Velg en av disse: {known}.")
