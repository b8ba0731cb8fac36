"""A rep's answer in the sheet ``Godkjenning`` of a returned workbook, with the notes in the cells of the others."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from roster.domain.course import Answer, Comment, Discussion
from roster.reading.faults import Fault, Faults, Unreadable
from roster.reading.times import a_date
from roster.reading.workbook import cells, held
from roster.wording import approval_sheet as words


def read_answer(book: Workbook, file: str, with_reps: bool) -> Answer:
    """What the rep answers; raises ``Faults`` with all that cannot be read, also when nothing is filled in."""
    sheet = next((one for one in book.worksheets if one.title == words.APPROVAL), None)
    if sheet is None:
        raise Faults([Fault(file, "", *words.NO_SHEET)])
    faults: list[Fault] = []
    fields = _fields(sheet, file, faults)
    agreed = _agreed(fields[words.AGREED], file, faults) if words.AGREED in fields else None
    discussed = _date(fields.get(words.DISCUSSED), file, faults)
    on = _date(fields.get(words.DATE), file, faults)
    if discussed is not None and not _text(fields.get(words.AGREED)):
        place = f"{words.APPROVAL}!{fields[words.DISCUSSED].coordinate}"
        faults.append(Fault(file, place, *words.DISCUSSED_HOW))
    if faults:
        raise Faults(faults)
    comments = (*_whole(fields), *_rows(sheet), *_notes(book))
    name = _text(fields.get(words.NAME))
    if agreed is None and not comments:
        raise Faults([Fault(file, f"arket {words.APPROVAL}", *words.EMPTY)])
    discussion = None
    if discussed is not None and agreed is not None:
        present = tuple(one.strip() for one in _text(fields.get(words.PRESENT)).split(",") if one.strip())
        discussion = Discussion(discussed, agreed, with_reps, present)
    return Answer(agreed, name, on, comments, discussion)


def _fields(sheet: Worksheet, file: str, faults: list[Fault]) -> Mapping[str, Cell]:
    """The cell beside each name of a field, wherever the row has come to stand."""
    found = {}
    for cell in cells(sheet):
        if cell.column == 1 and cell.value in words.FIELDS and cell.value not in found:
            beside = sheet.cell(cell.row, 2)
            if isinstance(beside, Cell):
                found[str(cell.value)] = beside
    what, way_out = words.NO_FIELD
    faults += [
        Fault(file, f"arket {words.APPROVAL}", what.format(name), way_out) for name in words.FIELDS if name not in found
    ]
    return found


def _agreed(cell: Cell, file: str, faults: list[Fault]) -> bool | None:
    said = _text(cell).lower().rstrip(".!")
    if said in ("", words.YES, words.NO):
        return {words.YES: True, words.NO: False}.get(said)
    what, way_out = words.NEITHER
    faults.append(Fault(file, f"{words.APPROVAL}!{cell.coordinate}", what.format(_text(cell)[:60]), way_out))
    return None


def _date(cell: Cell | None, file: str, faults: list[Fault]) -> date | None:
    if cell is None or cell.value in (None, ""):
        return None
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    try:
        return a_date(str(value).strip())
    except Unreadable:
        what, way_out = words.NO_DATE
        faults.append(Fault(file, f"{words.APPROVAL}!{cell.coordinate}", what.format(_text(cell)[:60]), way_out))
        return None


def _whole(fields: Mapping[str, Cell]) -> Iterator[Comment]:
    if said := _text(fields.get(words.COMMENT)):
        yield Comment("", said)


def _rows(sheet: Worksheet) -> Iterator[Comment]:
    """The rows below the headings of the table of comments."""
    by_row: dict[int, list[object]] = {}
    for cell in cells(sheet):
        if cell.column <= len(words.COMMENT_HEADINGS):
            by_row.setdefault(cell.row, [None, None, None])[cell.column - 1] = cell.value
    rows = iter(by_row.values())
    for row in rows:
        if tuple(row) == words.COMMENT_HEADINGS:
            break
    for where, place, said in rows:
        if said is not None and str(said).strip():
            named = "!".join(str(one).strip() for one in (where, place) if one is not None and str(one).strip())
            yield Comment(named, str(said).strip())


def _notes(book: Workbook) -> Iterator[Comment]:
    """Notes that stand on cells, of any sheet."""
    for sheet in book.worksheets:
        for cell in held(sheet):
            if cell.comment is not None and (said := cell.comment.text.strip()):
                yield Comment(f"{sheet.title}!{cell.coordinate}", said)


def _text(cell: Cell | None) -> str:
    return "" if cell is None or cell.value is None else str(cell.value).strip()
