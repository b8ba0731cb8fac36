"""Which column of a list says what, by its heading or as the user named it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roster.reading.faults import Fault, Faults
from roster.reading.grid import Grid, Line
from roster.reading.list_times import is_span
from roster.reading.numbers import short
from roster.reading.suggest import nearest
from roster.reading.tree import name_of
from roster.wording.list_words import A_GRID, HEADINGS, Role, no_column

_HEADINGS_WITHIN = 15
"""So many lines of titles and the like may stand above the headings."""
_LOOKED_AT = 25
_A_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}|\d{4}-\d{2}-\d{2}")
_DAYS_OF_A_GRID = 3
OPTIONS: Mapping[Role, str] = {
    Role.PERSON: "--person",
    Role.START: "--start",
    Role.END: "--end",
    Role.DATE: "--date",
}


@dataclass(frozen=True)
class Columns:
    """The list's rows below its headings, and the column of each role; ``written`` are the headings by column."""

    grid: Grid
    headings: Line
    lines: tuple[Line, ...]
    of: Mapping[Role, int]

    @property
    def written(self) -> Mapping[int, str]:
        return {column: cell.text for column, cell in self.headings.cells.items()}

    @property
    def used(self) -> Mapping[str, str]:
        """The heading read for each role, by the role's name."""
        return {role.value: self.written[column] for role, column in self.of.items()}

    @property
    def unused(self) -> tuple[str, ...]:
        taken = set(self.of.values())
        return tuple(text for column, text in self.written.items() if column not in taken and text)


def find_columns(grids: tuple[Grid, ...], file: str, named: Mapping[Role, str]) -> Columns:
    """The columns of the sheet that is a list; raises ``Faults`` when none is, or more than one could be."""
    lists = [columns for grid in grids if (columns := _columns(grid, named)) is not None and not _lacking(columns)]
    if len(lists) == 1:
        return lists[0]
    if lists:
        names = ", ".join(f"«{one.grid.name}»" for one in lists)
        what = f"Flere ark kan være vaktlista: {names}."
        raise Faults([Fault(file, "", what, "Behold ett av dem i en kopi av arbeidsboka, og kontroller den.")])
    raise Faults(_why_not(grids, file, named))


def _columns(grid: Grid, named: Mapping[Role, str]) -> Columns | None:
    """The sheet read by the line among its first that has most headings we know; None without any."""
    best: Columns | None = None
    for number, line in enumerate(grid.lines[:_HEADINGS_WITHIN]):
        below = grid.lines[number + 1 :]
        found = dict(_roles(line, below, named))
        if found and (best is None or len(found) > len(best.of)):
            best = Columns(grid, line, below, found)
    return best


def _roles(line: Line, below: tuple[Line, ...], named: Mapping[Role, str]) -> Iterator[tuple[Role, int]]:
    """Each role with its column: as named, else by the surest heading; a column has one role."""
    by_name: dict[str, int] = {}
    for column, cell in line.cells.items():
        by_name.setdefault(name_of(cell.text), column)
    taken: set[int] = set()
    for role, heading in named.items():
        if (meant := by_name.get(name_of(heading))) is not None:
            taken.add(meant)
            yield role, meant
    for role, words in HEADINGS.items():
        if role in named:
            continue
        for word in words:
            if (at := by_name.get(word)) is None or at in taken:
                continue
            own = role
            if role is Role.KIND and _spans(below, at):
                if Role.SPAN in named or any(one in by_name for one in HEADINGS[Role.SPAN]):
                    continue
                own = Role.SPAN
            taken.add(at)
            yield own, at
            break


def _spans(below: tuple[Line, ...], column: int) -> bool:
    """The column holds times from–to: «Vakt» may be a code, or the times of the shift."""
    texts = [line.cells[column].text for line in below[:_LOOKED_AT] if column in line.cells]
    return bool(texts) and sum(map(is_span, texts)) * 2 > len(texts)


def _lacking(columns: Columns) -> tuple[Role, ...]:
    """The roles without which nothing can be read."""
    lacking = []
    if Role.PERSON not in columns.of and Role.FIRST_NAME not in columns.of and Role.LAST_NAME not in columns.of:
        lacking.append(Role.PERSON)
    if Role.SPAN in columns.of:
        return (*lacking, Role.DATE) if Role.DATE not in columns.of else tuple(lacking)
    lacking += [role for role in (Role.START, Role.END) if role not in columns.of]
    return tuple(lacking)


def _why_not(grids: tuple[Grid, ...], file: str, named: Mapping[Role, str]) -> Iterator[Fault]:
    """What the sheet that comes nearest lacks."""
    nearby = max((one for grid in grids if (one := _columns(grid, named))), key=lambda one: len(one.of), default=None)
    if nearby is None:
        line = grids[0].lines[0] if grids and grids[0].lines else None
        place = "" if line is None else line.place
        seen = "" if line is None else _listed(cell.text for cell in line.cells.values())
        yield Fault(file, place, *no_column(Role.PERSON.value, OPTIONS[Role.PERSON], seen))
        return
    known = [text for text in nearby.written.values() if text]
    if not named and sum(_A_DAY.search(text) is not None for text in known) >= _DAYS_OF_A_GRID:
        yield Fault(file, nearby.headings.place, *A_GRID)
        return
    for role, heading in named.items():
        if role not in nearby.of:
            near = nearest(heading, known)
            hint = f" Mente du «{near}»?" if near else ""
            what = f"Ingen kolonne heter «{short(heading)}».{hint}"
            yield Fault(file, nearby.headings.place, what, f"Overskriftene er {_listed(known)}.")
    for role in _lacking(nearby):
        if role not in named:
            yield Fault(file, nearby.headings.place, *no_column(role.value, OPTIONS[role], _listed(known)))


def _listed(texts: "Iterator[str] | list[str]") -> str:
    shown = [f"«{short(text)}»" for text in texts if text]
    return ", ".join(shown[:20])
