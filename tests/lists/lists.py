"""Lists of shifts to change a word in, as text and as workbooks, and what reading says of them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from roster.reading.faults import Fault, Faults
from roster.reading.list_rows import Entry
from roster.reading.shift_list import ShiftList, read_shift_list
from roster.wording.list_words import Role

SMALL = """\
Navn;Dato;Fra;Til
Kari;04.01.2027;07:30;15:00
Ola;04.01.2027;22:30;07:30
"""


def text_file(folder: Path, text: str | bytes, name: str = "vakter.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def workbook_file(folder: Path, rows: Iterable[Sequence[object]], name: str = "vakter.xlsx") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    path = folder / name
    book.save(path)
    return path


def list_in(path: Path, **named: str) -> ShiftList:
    return read_shift_list(path, {Role[role]: heading for role, heading in named.items()})


def entries_of(text: str | bytes, folder: Path, named: Mapping[Role, str] | None = None) -> tuple[Entry, ...]:
    return read_shift_list(text_file(folder, text), named or {}).entries


def faults_in(path: Path) -> tuple[Fault, ...]:
    """The faults of a list; none when it can be read."""
    try:
        read_shift_list(path, {})
    except Faults as faults:
        return faults.faults
    return ()


def faults_of(text: str | bytes, folder: Path) -> tuple[Fault, ...]:
    return faults_in(text_file(folder, text))


def times(entries: Iterable[Entry]) -> list[tuple[str, str, str]]:
    """Who, start and end of each row."""
    return [(one.who, f"{one.start:%Y-%m-%d %H:%M}", f"{one.end:%Y-%m-%d %H:%M}") for one in entries]
