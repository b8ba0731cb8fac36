"""A turnus, or a list of shifts with its brief, with the rates and wage types by which its hours are paid."""

from dataclasses import dataclass, replace
from pathlib import Path

from roster.domain.roster import Roster
from roster.reading.rates_file import read_money
from roster.wording.cost_words import LIST_NEEDS_BRIEF, ONLY_LISTS_HAVE_BRIEF
from roster.workflow.opening import is_list, open_brief, read_plan
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class Priced:
    """``name``: as the user named it. ``about``: how a list was understood."""

    name: str
    roster: Roster
    about: tuple[str, ...] = ()


def priced(path: Path, rates: Path | None = None, brief: Path | None = None) -> Priced:
    """The roster with dates where it has them; what the file ``rates`` says goes before its brief. Raises ``Faults``.

    ``brief``: what a list of shifts, such as a timesheet, is read against.
    """
    found = _listed(path, brief) if is_list(path) and path.is_file() else _own(path, brief)
    return replace(found, roster=with_money(found.roster, rates))


def with_money(roster: Roster, rates: Path | None) -> Roster:
    """The roster with what the file says of rates and wage types in place of its brief's. Raises ``Faults``."""
    if rates is None:
        return roster
    money, own = read_money(rates), roster.frame.brief
    brief = replace(own, rates=money.rates or own.rates, wage_types=money.wage_types or own.wage_types)
    return replace(roster, frame=replace(roster.frame, brief=brief))


def _own(path: Path, brief: Path | None) -> Priced:
    if brief is not None:
        raise refuse(path, *ONLY_LISTS_HAVE_BRIEF)
    return Priced(str(path), read_plan(path).plan.dated)


def _listed(path: Path, brief: Path | None) -> Priced:
    if brief is None:
        raise refuse(path, *LIST_NEEDS_BRIEF)
    from roster.reading.list_roster import on_brief  # noqa: PLC0415 - only lists ask for it
    from roster.reading.shift_list import read_shift_list  # noqa: PLC0415

    found = read_shift_list(path, {})
    written = on_brief(found, open_brief(brief).brief)
    return Priced(str(path), written.roster, (*found.about, *written.about))
