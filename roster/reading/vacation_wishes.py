"""Wishes for vacation from a sheet or a CSV file: who, from, to and which choice it is."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from roster.domain.brief import Brief
from roster.domain.days import DateSpan
from roster.domain.vacation_list import VacationWish
from roster.reading.faults import Fault, Faults, Unreadable
from roster.reading.grid import Grid, GridCell, Line, stop
from roster.reading.numbers import short
from roster.reading.shift_list import grids_of
from roster.reading.suggest import nearest
from roster.reading.times import a_date

_HEADINGS: Mapping[str, str] = {
    "hvem": "who",
    "assistent": "who",
    "person-id": "who",
    "navn": "who",
    "fra": "first",
    "første dag": "first",
    "til": "last",
    "siste dag": "last",
    "ønske": "choice",
    "prioritet": "choice",
    "valg": "choice",
}
_NEEDED = ("who", "first", "last")
_MOST_CHOICES = 9
_LONGEST = 92
COLUMNS = "Skriv overskriftene hvem, fra, til og prioritet i første rad, og en rad for hvert ønske."


def read_vacation_wishes(path: Path, brief: Brief) -> tuple[VacationWish, ...]:
    """The wishes in the order of the file; raises ``Faults`` with all that is wrong."""
    grid = grids_of(path)[0]
    columns, lines = _columns(grid, path.name)
    faults: list[Fault] = []
    found: list[VacationWish] = []
    for line in lines:
        try:
            found.append(_wish(line, columns, brief))
        except Unreadable as unreadable:
            faults.append(Fault(path.name, line.place, unreadable.what, unreadable.way_out))
    faults += _gaps(found, path.name)
    if faults:
        raise Faults(faults)
    if not found:
        raise stop(path.name, "Lista har ingen ønsker.", COLUMNS)
    return tuple(found)


def _columns(grid: Grid, file: str) -> tuple[Mapping[str, int], tuple[Line, ...]]:
    head = grid.lines[0] if grid.lines else None
    cells = {} if head is None else head.cells
    found: dict[str, int] = {}
    for column, cell in cells.items():
        name = _HEADINGS.get(cell.text.casefold())
        if name is not None:
            found.setdefault(name, column)
    if any(name not in found for name in _NEEDED):
        raise stop(file, "Lista mangler en kolonne: hvem, fra eller til.", COLUMNS)
    return found, grid.lines[1:]


def _wish(line: Line, columns: Mapping[str, int], brief: Brief) -> VacationWish:
    def said(name: str) -> str:
        cell: GridCell | None = line.cells.get(columns.get(name, -1))
        if cell is not None and cell.trouble is not None:
            raise cell.trouble
        return "" if cell is None else cell.text

    who = _person(said("who"), brief)
    first, last = a_date(said("first")), a_date(said("last"))
    if last < first:
        raise Unreadable("Ferien slutter før den starter.", "Bytt om fra og til.")
    if (last - first).days >= _LONGEST:
        raise Unreadable("Ferien er lengre enn tre måneder.", "Er datoene riktige?")
    return VacationWish(who, DateSpan(first, last), _choice(said("choice")), line.place)


def _person(text: str, brief: Brief) -> str:
    known = {name.casefold(): one.id for one in brief.assistants for name in (one.alias, one.id)}
    if text.casefold() in known:
        return known[text.casefold()]
    near = nearest(text, known)
    hint = f" Mente du «{near}»?" if near else ""
    names = ", ".join(one.id for one in brief.assistants)
    raise Unreadable(f"«{short(text)}» er ikke en assistent i grunnlaget.{hint}", f"Assistentene er {names}.")


def _choice(text: str) -> int:
    if not text:
        return 1
    clean = text.rstrip(".")
    if not clean.isdecimal() or not 1 <= int(clean) <= _MOST_CHOICES:
        raise Unreadable(f"«{short(text)}» er ikke en prioritet.", "Skriv 1 for det helst ønskede, så 2 og 3.")
    return int(clean)


def _gaps(found: list[VacationWish], file: str) -> Iterator[Fault]:
    """A second choice without a first is a slip."""
    for who in dict.fromkeys(one.who for one in found):
        choices = {one.choice for one in found if one.who == who}
        missing = min(set(range(1, max(choices) + 1)) - choices, default=None)
        if missing is not None:
            place = next(one.place for one in found if one.who == who)
            yield Fault(file, place, f"{who} har ikke noe ønske med prioritet {missing}.", "Begynn på 1, uten hull.")
