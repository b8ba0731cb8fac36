"""A workbook as the same tree that YAML becomes, with sheet and cell as place."""

import io
import warnings
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from roster.reading.archive import guard
from roster.reading.faults import Fault, Faults
from roster.reading.numbers import short
from roster.reading.suggest import nearest
from roster.reading.tree import Items, Node, Row, Source, Text, name_of
from roster.wording.brief_words import HELP, PARTS, SETUP, SETUP_HEADINGS, VEDTAK_LINES

_IN_SETUP = (*(one.key for one in PARTS if not one.sheet), "vedtak")
_NEEDED = (SETUP, *(one.sheet for one in PARTS if one.sheet and one.needed))


def read_workbook(content: bytes, file: str) -> Source:
    """What the workbook says; ``Faults`` when it should not or cannot be opened."""
    guard(content, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl cannot keep when it saves; we never save
            book = load_workbook(io.BytesIO(content), data_only=False, keep_links=False)
    except Exception:  # a file from outside can make openpyxl raise anything
        raise Faults(
            [
                Fault(
                    file,
                    "",
                    "Fila er ikke en hel Excel-arbeidsbok.",
                    "Åpne den i Excel eller LibreOffice, og lagre den på nytt som .xlsx.",
                )
            ]
        ) from None
    return _Reader(file).source(book)


class _Reader:
    """Reads sheet by sheet; holds the faults met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def source(self, book: Workbook) -> Source:
        sheets = {name_of(sheet.title): sheet for sheet in book.worksheets}
        wanted = {name_of(name) for name in (SETUP, HELP, *(one.sheet for one in PARTS if one.sheet))}
        names = [SETUP, *(one.sheet for one in PARTS if one.sheet), HELP]
        for name, sheet in sheets.items():
            if name not in wanted:
                near = nearest(sheet.title, names)
                hint = f" Mente du «{near}»?" if near else ""
                self.fault(f"arket {short(sheet.title)}", f"Ukjent ark.{hint}", f"Arkene kan hete {', '.join(names)}.")
        for name in _NEEDED:
            if name_of(name) not in sheets:
                self.fault(
                    "",
                    f"Arket «{name}» mangler.",
                    "Legg det til, eller lag en ny arbeidsbok med «roster new grunnlag.xlsx».",
                )
        values: dict[str, Node] = {}
        if (setup := sheets.get(name_of(SETUP))) is not None:
            values |= self.setup(setup)
        for one in PARTS:
            if one.sheet and (sheet_of := sheets.get(name_of(one.sheet))) is not None:
                items = self.table(sheet_of, {field.key for field in one.fields})
                values[one.key] = self.with_lines(values.get(one.key), items) if one.key == "vedtak" else items
        absent = frozenset(one.key for one in PARTS if name_of(one.sheet or SETUP) not in sheets)
        return Source(Row(values, ""), tuple(self.faults), absent)

    @staticmethod
    def with_lines(rule: Node | None, lines: Items) -> Row:
        said = dict(rule.values) if isinstance(rule, Row) else {}
        return Row({**said, VEDTAK_LINES: lines}, lines.place)

    def setup(self, sheet: Worksheet) -> dict[str, Node]:
        """Part, field and value, a line each."""
        known = {name_of(heading) for heading in SETUP_HEADINGS}
        table = self.table(sheet, known)
        parts: dict[str, dict[str, Node]] = {}
        written: dict[str, dict[str, str]] = defaultdict(dict)
        for row in table.items:
            assert isinstance(row, Row)
            part, field, value = (row.values.get(name_of(heading)) for heading in SETUP_HEADINGS[:3])
            if not isinstance(part, Text) or not isinstance(field, Text):
                self.fault(
                    row.place, "Raden mangler «Del» eller «Felt».", "Skriv begge, for eksempel «periode» og «start»."
                )
                continue
            key, name = name_of(part.text), name_of(field.text)
            if key not in _IN_SETUP:
                near = nearest(part.text, _IN_SETUP)
                hint = f" Mente du «{near}»?" if near else ""
                self.fault(
                    part.place, f"Ukjent del «{short(part.text)}».{hint}", f"Her kan det stå {', '.join(_IN_SETUP)}."
                )
                continue
            fields = parts.setdefault(key, {})
            if name in fields:
                self.fault(
                    field.place,
                    f"Feltet «{short(field.text)}» står to ganger (også i {fields[name].place}).",
                    "Behold ett av dem.",
                )
                continue
            fields[name] = value if isinstance(value, Text) else Text("", row.place)
            written[key][name] = field.text
        return {key: Row(fields, f"arket {sheet.title}", written[key]) for key, fields in parts.items()}

    def table(self, sheet: Worksheet, known: set[str]) -> Items:
        """The rows under the headings; empty cells are left out and empty rows skipped."""
        place = f"arket {sheet.title}"
        for merged in sheet.merged_cells.ranges:
            self.fault(
                f"{place}, celle {merged.coord}",
                "Cellene er slått sammen.",
                "Del dem opp igjen, og skriv verdien i hver celle.",
            )
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in _cells(sheet):
            rows[cell.row].append(cell)
        if not rows:
            self.fault(
                place,
                "Arket er tomt.",
                "Skriv overskriftene i første rad, eller lag en ny arbeidsbok med «roster new grunnlag.xlsx».",
            )
            return Items((), place)
        first, *rest = sorted(rows)
        headings = self.headings(sheet, rows[first], known)
        items = []
        for number in rest:
            values: dict[str, Node] = {}
            for cell in rows[number]:
                at = f"{place}, celle {cell.coordinate}"
                text = self.text(cell, at)
                if text and cell.column not in headings:
                    self.fault(
                        at,
                        f"Verdien «{short(text)}» står i en kolonne uten overskrift.",
                        "Skriv en overskrift i første rad, eller ta bort verdien.",
                    )
                elif text and headings[cell.column]:
                    values[headings[cell.column]] = Text(text, at)
            if values:
                items.append(Row(values, f"{place}, rad {number}"))
        return Items(tuple(items), place)

    def headings(self, sheet: Worksheet, cells: list[Cell], known: set[str]) -> dict[int, str]:
        """The field of each column; empty for one with a fault, so that its cells are passed over."""
        found: dict[int, str] = {}
        for cell in cells:
            at = f"arket {sheet.title}, celle {cell.coordinate}"
            text = self.text(cell, at)
            name = name_of(text)
            found[cell.column] = ""
            if not name:
                continue
            if name not in known:
                near = nearest(name, known)
                hint = f" Mente du «{near}»?" if near else ""
                self.fault(
                    at,
                    f"Ukjent overskrift «{short(text)}».{hint}",
                    f"Overskriftene kan være {', '.join(sorted(known))}.",
                )
            elif name in found.values():
                self.fault(at, f"Overskriften «{short(text)}» står to ganger.", "Behold én av kolonnene.")
            else:
                found[cell.column] = name
        return found

    def text(self, cell: Cell, at: str) -> str:
        """What the cell says, as a person would write it in YAML; empty for a cell with a fault."""
        value = cell.value
        if cell.data_type == "f" or not isinstance(value, str | int | float | bool | date | time | timedelta):
            self.fault(
                at, "Cellen har en formel.", "Skriv inn selve verdien. I Excel: kopier cella, og lim inn som verdi."
            )
            return ""
        if cell.data_type == "e":
            self.fault(at, f"Cellen viser feilen {value}.", "Skriv inn verdien på nytt.")
            return ""
        return _written(value, str(cell.number_format))

    def fault(self, place: str, what: str, way_out: str) -> None:
        self.faults.append(Fault(self.file, place, what, way_out))


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    """The cells that hold something, row by row; those between, which may be millions, are never made."""
    held = sheet._cells
    for key in sorted(held):
        cell = held[key]
        if isinstance(cell, Cell) and cell.value is not None:
            yield cell


def _written(value: str | float | bool | date | time | timedelta, number_format: str) -> str:
    match value:
        case str():
            return value.strip()
        case bool():
            return "ja" if value else "nei"
        case int() | float():
            if "%" in number_format:
                return f"{_plain(Decimal(str(value)) * 100)} %"
            return _plain(Decimal(str(value)))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02d}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",") if number.is_finite() else str(number)
