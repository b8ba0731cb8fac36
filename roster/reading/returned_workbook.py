"""A workbook that came back, held against the one that was sent: every cell but those of ``Godkjenning``.

Programs write the same content in many ways, so each cell is brought to one form first: numbers and times to a number,
texts to their letters, formulas to what they say without spaces.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from roster.domain.fingerprint import FINGERPRINT
from roster.reading.faults import Fault, Faults
from roster.reading.workbook import cells, opened
from roster.wording import approval_sheet as words
from roster.wording.sheets import BASIS, DATA_HEADING

_NEAR = 1e-6
"""Of an hour or a day: less than a tenth of a second, and more than what programs round away."""
_SPACES = re.compile(r'\s+(?=(?:[^"]*"[^"]*")*[^"]*$)')
Plain = str | float | bool | None


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that says something else than it did; ``formula``: it is what it reckons that differs."""

    sheet: str
    cell: str
    before: Plain
    after: Plain
    formula: bool = False

    @property
    def place(self) -> str:
        return f"{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class Compared:
    """The cells that say something else, and the sheets that are ``missing`` or ``added``."""

    changes: tuple[CellChange, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not (self.changes or self.missing or self.added)


def must_be_whole(content: bytes, file: str) -> None:
    """Raises ``Faults`` when a part of the file is not as it was written, though nobody may have opened that part."""
    what, way_out = words.DAMAGED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            broken = archive.testzip()
    except Exception:  # a damaged file can make zipfile and zlib raise anything
        broken = file
    if broken is not None:
        raise Faults([Fault(file, "", what.format(broken), way_out)])


@dataclass(frozen=True, slots=True)
class Returned:
    """A workbook read once: what its cells say, and what they reckon."""

    values: Workbook
    formulas: Workbook


def read_returned(content: bytes, file: str) -> Returned:
    """Raises ``Faults`` when it is no workbook, or not whole."""
    must_be_whole(content, file)
    return Returned(opened(content, file, values_only=True), opened(content, file))


def version_in(book: Workbook) -> str | None:
    """The fingerprint that the workbook says it was made of, whether that is true or not."""
    sheet = next((one for one in book.worksheets if one.title == BASIS), None)
    if sheet is None:
        return None
    column = [cell.value for cell in cells(sheet) if cell.column == 1]
    if DATA_HEADING not in column:
        return None
    try:
        data = json.loads("".join(str(one) for one in column[column.index(DATA_HEADING) + 1 :] if one is not None))
    except (ValueError, RecursionError):
        return None
    found = data.get(FINGERPRINT) if isinstance(data, dict) else None
    return found if isinstance(found, str) else None


def compare(sent: bytes, returned: Returned, file: str) -> Compared:
    """What differs besides ``Godkjenning``, sheet by sheet and cell by cell; raises ``Faults``."""
    before, after = (_all_cells(one) for one in (read_returned(sent, file), returned))
    changes = tuple(
        change for name, old in before.items() if name in after for change in _changes(name, old, after[name])
    )
    return Compared(
        changes,
        tuple(name for name in before if name not in after),
        tuple(name for name in after if name not in before),
    )


_Cells = Mapping[tuple[int, int], tuple[str, Plain, str]]


def _all_cells(book: Returned) -> Mapping[str, _Cells]:
    """Of each sheet the cells that hold something: their names, what they say, and their formulas."""
    return {
        sheet.title: _cells(sheet, _sheet(book.formulas, sheet.title))
        for sheet in book.values.worksheets
        if sheet.title != words.APPROVAL
    }


def _sheet(book: Workbook, name: str) -> Worksheet:
    return next(one for one in book.worksheets if one.title == name)


def _cells(values: Worksheet, formulas: Worksheet) -> _Cells:
    said = {(cell.row, cell.column): (cell.coordinate, plain(cell.value)) for cell in cells(values)}
    reckoned = {(cell.row, cell.column): (cell.coordinate, _formula(cell.value)) for cell in cells(formulas)}
    found = {}
    for key in said.keys() | reckoned.keys():
        name, value = said.get(key, (reckoned.get(key, ("", ""))[0], None))
        formula = reckoned.get(key, ("", ""))[1]
        if value is not None or formula:
            found[key] = name, value, formula
    return found


def _changes(sheet: str, old: _Cells, new: _Cells) -> Iterator[CellChange]:
    for key in sorted(old.keys() | new.keys()):
        name = (old.get(key) or new[key])[0]
        _, before, reckoned = old.get(key, ("", None, ""))
        _, after, reckons = new.get(key, ("", None, ""))
        # Some programs save formulas without what they come to; then the formula is what the cell says.
        unknown = after is None and reckons != ""
        if not unknown and not _same(before, after):
            yield CellChange(sheet, name, before, after)
        elif reckoned != reckons:
            yield CellChange(sheet, name, reckoned, reckons, formula=True)


def plain(value: object) -> Plain:
    """What a cell says in one form, whatever program wrote it and however it is shown."""
    match value:
        case None | bool():
            return value
        case int() | float():
            return float(value)
        case datetime() | date() | time() | timedelta():
            return float(to_excel(value))  # type: ignore[no-untyped-call]
        case _:
            said = str(value).replace("\r\n", "\n").replace("_x000D_", "")
            return said if said.strip() else None


def _same(one: Plain, other: Plain) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= _NEAR
    return type(one) is type(other) and one == other


def _formula(value: object) -> str:
    """The formula without spaces that mean nothing; empty for what is none."""
    said = value.text if isinstance(value, ArrayFormula) else value
    if not isinstance(said, str) or not said.startswith("="):
        return ""
    return _SPACES.sub("", said).replace("_xlfn.", "").replace("{", "").replace("}", "").upper()
