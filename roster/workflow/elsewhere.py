"""A roster that was made elsewhere: a list of shifts, or a turnus in lines and weeks with codes and legend."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from roster.domain.brief import Brief
from roster.reading.faults import Fault
from roster.reading.list_roster import Conditions, Written, on_brief, without_brief
from roster.reading.shift_list import grids_of, shift_list_in
from roster.reading.turnus_header import has_turnus
from roster.reading.turnus_lines import turnus_in
from roster.reading.turnus_roster import turnus_on_brief, turnus_without_brief
from roster.wording.list_words import Role


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The roster with how it was understood. ``unread``: cells that could not be read, whose shifts are not in it.

    ``cyclic``: it had no dates.
    """

    written: Written
    unread: tuple[Fault, ...] = ()
    cyclic: bool = False


def read_elsewhere(path: Path, columns: Mapping[Role, str], brief: Brief | None, said: Conditions) -> Elsewhere:
    """The roster, on the brief if there is one; raises ``Faults``."""
    grids = grids_of(path)
    if not columns and has_turnus(grids):
        # What formulas came to is asked for here alone: in a list each value is written by somebody.
        turnus = turnus_in(grids_of(path, values=True), path.name)
        if turnus is not None:
            made = turnus_without_brief(turnus, said) if brief is None else turnus_on_brief(turnus, brief)
            return Elsewhere(_about(made, turnus.about), turnus.unread, not turnus.dated)
    found = shift_list_in(grids, path, columns)
    return Elsewhere(_about(without_brief(found, said) if brief is None else on_brief(found, brief), found.about))


def _about(made: Written, first: tuple[str, ...]) -> Written:
    return replace(made, about=(*first, *made.about))
