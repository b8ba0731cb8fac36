"""A list of shifts from another program: what each has worked or shall work, and how the list was understood."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from roster.reading.faults import Faults
from roster.reading.grid import Grid, stop
from roster.reading.grid_text import text_grid
from roster.reading.list_columns import find_columns
from roster.reading.list_rows import Entry, ListRows
from roster.reading.suffixes import TEXT_SUFFIX, WORKBOOK_SUFFIX
from roster.wording.list_words import Role, absent_rows, columns_used, open_rows

MOST_BYTES = 10 << 20
MOST_PEOPLE = 1_000


@dataclass(frozen=True)
class ShiftList:
    """The shifts in the order of the list. ``about``: which columns were read, and what was passed over."""

    file: str
    entries: tuple[Entry, ...]
    roles: frozenset[Role]
    about: tuple[str, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """The names in the order in which they come."""
        return tuple(dict.fromkeys(entry.who for entry in self.entries))


def read_shift_list(path: Path, named: Mapping[Role, str], kept: frozenset[str] = frozenset()) -> ShiftList:
    """The list in the file, with the columns that the user has ``named``; raises ``Faults`` with all that is wrong.

    ``kept``: kinds of absence that are wanted too.
    """
    return shift_list_in(grids_of(path), path, named, kept)


def shift_list_in(
    grids: tuple[Grid, ...], path: Path, named: Mapping[Role, str], kept: frozenset[str] = frozenset()
) -> ShiftList:
    """The same of tables that have been read."""
    columns = find_columns(grids, path.name, named)
    rows = ListRows(path.name, columns, kept=kept)
    entries = rows.read()
    if rows.faults:
        raise Faults(dict.fromkeys(rows.faults))
    if not entries:
        raise stop(path.name, "Lista har ingen vakter.", "Skriv en rad for hver vakt, under overskriftene.")
    about = [*columns_used(columns.used, ", ".join(f"«{one}»" for one in columns.unused))]
    if rows.absent:
        about.append(absent_rows(rows.absent))
    if rows.open:
        about.append(open_rows(rows.open))
    found = ShiftList(path.name, entries, frozenset(columns.of), tuple(about))
    if len(found.people) > MOST_PEOPLE:
        way_out = "Er det riktig kolonne? Skriv hvilken det er, for eksempel --person «Navn»."
        raise stop(path.name, f"Lista har {len(found.people)} ulike personer.", way_out)
    return found


def grids_of(path: Path, values: bool = False) -> tuple[Grid, ...]:
    """The tables in a workbook or a text file; raises ``Faults``. ``values``: formulas say what they came to."""
    suffix = path.suffix.lower()
    if suffix not in (TEXT_SUFFIX, WORKBOOK_SUFFIX):
        what = f"Vi kan ikke lese lister av typen «{suffix or 'uten endelse'}»."
        raise stop(path.name, what, "Lagre lista som .xlsx eller .csv.")
    content = _content(path)
    if suffix == TEXT_SUFFIX:
        return (text_grid(content, path.name),)
    from roster.reading.grid_workbook import workbook_grids  # noqa: PLC0415 - openpyxl is slow to load

    return workbook_grids(content, path.name, values)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise stop(path.name, "Fila finnes ikke.", "Sjekk navnet og mappa.") from None
    except PermissionError:
        raise stop(path.name, "Vi har ikke lov til å lese fila.", "Gi deg selv lesetilgang.") from None
    except OSError as error:
        raise stop(path.name, f"Fila kan ikke leses ({error.strerror}).", "Kopier den til en annen mappe.") from None
    if len(content) > MOST_BYTES:
        way_out = "Del lista i flere filer, eller ta bort bilder og annet som ikke hører til."
        raise stop(path.name, f"Fila er større enn {MOST_BYTES >> 20} MB.", way_out)
    if not content.strip():
        raise stop(path.name, "Fila er tom.", "Skriv overskrifter i første rad, og en rad for hver vakt.")
    return content
