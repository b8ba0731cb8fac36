"""A workbook from a person, opened with care: its sheets, the cells that hold something, and what each says."""

import io
import warnings
from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.reader.excel import ExcelReader
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedNameList
from openpyxl.worksheet.worksheet import Worksheet

from roster.reading.archive import guard
from roster.reading.faults import Fault, Faults, Unreadable

SAVE_AGAIN = "Åpne den i Excel eller LibreOffice, og lagre den på nytt som .xlsx."


def opened(
    content: bytes,
    file: str,
    values_only: bool = False,
    way_out: str = SAVE_AGAIN,
    only: Collection[str] | None = None,
) -> Workbook:
    """The workbook; ``values_only``: what formulas came to when it was saved. ``Faults`` when it cannot be opened.

    ``only`` the sheets of these names, when they are given: the others are not read, and take no time.
    """
    guard(content, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl cannot keep when it saves; we never save
            if only is None:
                return load_workbook(io.BytesIO(content), data_only=values_only, keep_links=False)
            reader = _InPart(content, values_only, only)
            reader.read()
            return reader.wb
    except Exception:  # a file from outside can make openpyxl raise anything
        raise Faults([Fault(file, "", "Fila er ikke en hel Excel-arbeidsbok.", way_out)]) from None


class _InPart(ExcelReader):
    def __init__(self, content: bytes, values_only: bool, only: Collection[str]) -> None:
        super().__init__(io.BytesIO(content), data_only=values_only, keep_links=False)
        self._only = only

    def read_workbook(self) -> None:
        super().read_workbook()
        self.parser.sheets = [one for one in self.parser.sheets if one.name in self._only]
        # Names are bound to a sheet by its place among all of them.
        self.parser.defined_names = DefinedNameList()  # type: ignore[attr-defined] # the stubs lack it


def cells(sheet: Worksheet) -> Iterator[Cell]:
    """The cells that say something, row by row."""
    return (cell for cell in held(sheet) if cell.value is not None)


def held(sheet: Worksheet) -> Iterator[Cell]:
    """The cells that the sheet has, row by row, also those with but a note; those between, maybe millions, never."""
    there = sheet._cells
    for key in sorted(there):
        cell = there[key]
        if isinstance(cell, Cell):
            yield cell


def text_of(cell: Cell) -> str:
    """What the cell says, as a person would write it; raises ``Unreadable`` for a formula or an error."""
    value = cell.value
    if cell.data_type == "f" or not isinstance(value, str | int | float | bool | date | time | timedelta):
        raise Unreadable(
            "Cellen har en formel.", "Skriv inn selve verdien. I Excel: kopier cella, og lim inn som verdi."
        )
    if cell.data_type == "e":
        raise Unreadable(f"Cellen viser feilen {value}.", "Skriv inn verdien på nytt.")
    return _written(value, str(cell.number_format))


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
