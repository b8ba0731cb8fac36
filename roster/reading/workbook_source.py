"""A workbook as the same tree that YAML becomes, with sheet and cell as place."""

from collections import defaultdict
from collections.abc import Sequence

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from roster.reading.faults import Fault, Unreadable
from roster.reading.numbers import short
from roster.reading.suggest import nearest
from roster.reading.tree import Items, Node, Row, Source, Text, name_of
from roster.reading.workbook import cells, opened, text_of
from roster.wording.brief_words import HELP, PARTS, SETUP, SETUP_HEADINGS, VEDTAK_LINES
from roster.wording.fields import Part

NEW_BRIEF = "roster new grunnlag.xlsx"


def read_workbook(content: bytes, file: str, parts: Sequence[Part] = PARTS, new: str = NEW_BRIEF) -> Source:
    """What the workbook says; ``Faults`` when it should not or cannot be opened.

    ``parts`` are those of a brief, or of another file that is written so; ``new`` is the command that makes one.
    """
    return _Reader(file, parts, new).source(opened(content, file))


def read_sheet(content: bytes, file: str, part: Part) -> Source:
    """What the sheet of one part says, whatever other sheets there are."""
    sheets = {name_of(sheet.title): sheet for sheet in opened(content, file).worksheets}
    reader = _Reader(file)
    sheet = sheets.get(name_of(part.sheet))
    if sheet is None:
        reader.fault("", f"Arket «{part.sheet}» mangler.", f"Kall arket med radene «{part.sheet}».")
        return Source(Text("", ""), tuple(reader.faults))
    return Source(reader.table(sheet, {field.key for field in part.fields}), tuple(reader.faults))


def read_sheets(content: bytes, file: str, parts: Sequence[Part]) -> Source:
    """What the sheets of these parts say, as many of them as there are, whatever other sheets there are."""
    reader = _Reader(file)
    sheets = {name_of(sheet.title): sheet for sheet in opened(content, file).worksheets}
    values: dict[str, Node] = {
        one.key: reader.table(sheets[name_of(one.sheet)], {field.key for field in one.fields})
        for one in parts
        if name_of(one.sheet) in sheets
    }
    return Source(Row(values, ""), tuple(reader.faults))


class _Reader:
    """Reads sheet by sheet; holds the faults met."""

    def __init__(self, file: str, parts: Sequence[Part] = PARTS, new: str = NEW_BRIEF) -> None:
        self.file = file
        self.parts = parts
        self.new = new
        self.faults: list[Fault] = []

    def source(self, book: Workbook) -> Source:
        sheets = {name_of(sheet.title): sheet for sheet in book.worksheets}
        wanted = {name_of(name) for name in (SETUP, HELP, *(one.sheet for one in self.parts if one.sheet))}
        names = [SETUP, *(one.sheet for one in self.parts if one.sheet), HELP]
        for name, sheet in sheets.items():
            if name not in wanted:
                near = nearest(sheet.title, names)
                hint = f" Mente du «{near}»?" if near else ""
                way_out = f"Ta det bort, eller gi det et av disse navnene: {', '.join(names)}."
                self.fault(f"arket {short(sheet.title)}", f"Ukjent ark.{hint}", way_out)
        for name in (SETUP, *(one.sheet for one in self.parts if one.sheet and one.needed)):
            if name_of(name) not in sheets:
                self.fault(
                    "",
                    f"Arket «{name}» mangler.",
                    f"Legg det til, eller lag en ny arbeidsbok med «{self.new}».",
                )
        values: dict[str, Node] = {}
        if (setup := sheets.get(name_of(SETUP))) is not None:
            values |= self.setup(setup)
        for one in self.parts:
            if one.sheet and (sheet_of := sheets.get(name_of(one.sheet))) is not None:
                items = self.table(sheet_of, {field.key for field in one.fields})
                values[one.key] = self.with_lines(values.get(one.key), items) if one.key == "vedtak" else items
        absent = frozenset(one.key for one in self.parts if name_of(one.sheet or SETUP) not in sheets)
        return Source(Row(values, ""), tuple(self.faults), absent)

    @staticmethod
    def with_lines(rule: Node | None, lines: Items) -> Row:
        said = dict(rule.values) if isinstance(rule, Row) else {}
        return Row({**said, VEDTAK_LINES: lines}, lines.place)

    def setup(self, sheet: Worksheet) -> dict[str, Node]:
        """Part, field and value, a line each."""
        known = {name_of(heading) for heading in SETUP_HEADINGS}
        table = self.table(sheet, known)
        in_setup = (*(one.key for one in self.parts if not one.sheet), "vedtak")
        parts: dict[str, dict[str, Node]] = {}
        written: dict[str, dict[str, str]] = defaultdict(dict)
        unread: dict[str, set[str]] = defaultdict(set)
        for row in table.items:
            assert isinstance(row, Row)
            part, field, value = (row.values.get(name_of(heading)) for heading in SETUP_HEADINGS[:3])
            if not isinstance(part, Text) or not isinstance(field, Text):
                self.fault(
                    row.place, "Raden mangler «Del» eller «Felt».", "Skriv begge, for eksempel «periode» og «start»."
                )
                continue
            key, name = name_of(part.text), name_of(field.text)
            if key not in in_setup:
                near = nearest(part.text, in_setup)
                hint = f" Mente du «{near}»?" if near else ""
                self.fault(
                    part.place, f"Ukjent del «{short(part.text)}».{hint}", f"Her kan det stå {', '.join(in_setup)}."
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
            if name_of(SETUP_HEADINGS[2]) in row.unread:
                unread[key].add(name)
        place = f"arket {sheet.title}"
        return {key: Row(fields, place, written[key], frozenset(unread[key])) for key, fields in parts.items()}

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
        for cell in cells(sheet):
            rows[cell.row].append(cell)
        if not rows:
            self.fault(
                place,
                "Arket er tomt.",
                f"Skriv overskriftene i første rad, eller lag en ny arbeidsbok med «{self.new}».",
            )
            return Items((), place)
        first, *rest = sorted(rows)
        headings, meant = self.headings(sheet, rows[first], known)
        items = []
        for number in rest:
            values: dict[str, Node] = {}
            told = {column for column in headings if _is_merged_away(sheet, number, column)}
            for cell in rows[number]:
                at = f"{place}, celle {cell.coordinate}"
                before = len(self.faults)
                text = self.text(cell, at)
                if len(self.faults) > before:
                    told.add(cell.column)
                if text and cell.column not in headings:
                    self.fault(
                        at,
                        f"Verdien «{short(text)}» står i en kolonne uten overskrift.",
                        "Skriv en overskrift i første rad, eller ta bort verdien.",
                    )
                elif text and headings[cell.column]:
                    values[headings[cell.column]] = Text(text, at)
            if values:
                unread = meant | {headings[column] for column in told if column in headings}
                items.append(Row(values, f"{place}, rad {number}", unread=unread))
        return Items(tuple(items), place)

    def headings(self, sheet: Worksheet, row: list[Cell], known: set[str]) -> tuple[dict[int, str], frozenset[str]]:
        """The field of each column, empty for one with a fault, so that its cells are passed over; what those mean."""
        found: dict[int, str] = {}
        meant = set()
        for cell in row:
            at = f"arket {sheet.title}, celle {cell.coordinate}"
            text = self.text(cell, at)
            name = name_of(text)
            found[cell.column] = ""
            if not name:
                continue
            if name not in known:
                near = nearest(name, known)
                meant |= {near} if near else set()
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
        return found, frozenset(meant)

    def text(self, cell: Cell, at: str) -> str:
        """What the cell says, as a person would write it in YAML; empty for a cell with a fault."""
        try:
            return text_of(cell)
        except Unreadable as unreadable:
            self.fault(at, unreadable.what, unreadable.way_out)
            return ""

    def fault(self, place: str, what: str, way_out: str) -> None:
        self.faults.append(Fault(self.file, place, what, way_out))


def _is_merged_away(sheet: Worksheet, row: int, column: int) -> bool:
    """The cell is a part of a merged one that says what they say together."""
    return isinstance(sheet._cells.get((row, column)), MergedCell)
