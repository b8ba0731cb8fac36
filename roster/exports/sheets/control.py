"""The sheet ``Kontroll``: every rule with its verdict, whom and when, measured against the limit, and the way out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from roster.domain.finding import WORST_FIRST, Finding
from roster.domain.frame import Frame
from roster.exports.sheets.style import Book, fit, text, texts
from roster.wording import control as words
from roster.wording.sheets import CONTROL

_FIRST = 3
_WIDTHS = (13, 12, 18, 10, 11, 28, 28, 14, 14, 20, 20, 50, 32)


@dataclass(frozen=True)
class Judged:
    """What the checker said of one roster, with the name of that roster where there are two."""

    frame: Frame
    findings: tuple[Finding, ...]
    assumptions: tuple[str, ...]


def write(book: Book, judged: Iterable[Judged]) -> None:
    sheet = book.sheet(CONTROL, paper=8)
    every = tuple(judged)
    text(sheet, 0, 0, words.CONTROL_TITLE, book.title)
    text(sheet, 1, 0, words.control_summary([one for said in every for one in said.findings]), book.plain)
    rows = list(_rows(every))
    look = book.cell
    for number, row in enumerate(rows, start=_FIRST + 1):
        bold = book.look(border=1, text_wrap=True, bold=True)
        texts(sheet, number, 0, row[:1], bold)
        texts(sheet, number, 1, row[1:], look)
        fit(sheet, number, row, _WIDTHS)
    _table(book, sheet, len(rows))
    _assumptions(book, sheet, every, _FIRST + len(rows) + 3)


def _rows(every: tuple[Judged, ...]) -> Iterator[tuple[str, ...]]:
    for verdict in WORST_FIRST:
        for said in every:
            for one in said.findings:
                if one.verdict is verdict:
                    yield words.control_row(said.frame, one)


def _table(book: Book, sheet: Worksheet, rows: int) -> None:
    columns = [{"header": heading, "header_format": book.head} for heading in words.CONTROL_HEADINGS]
    last = _FIRST + max(rows, 1)
    sheet.add_table(_FIRST, 0, last, len(columns) - 1, {"name": CONTROL, "columns": columns, "style": None})
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(_FIRST + 1, 2)
    sheet.repeat_rows(_FIRST)
    sheet.fit_to_pages(1, 0)


def _assumptions(book: Book, sheet: Worksheet, every: tuple[Judged, ...], row: int) -> None:
    """What the verdicts rest on that nobody has told us."""
    said = dict.fromkeys(one for judged in every for one in judged.assumptions)
    if said:
        text(sheet, row, 0, words.ASSUMPTIONS_TITLE, book.bold)
    for number, one in enumerate(said, start=1):
        text(sheet, row + number, 0, one, book.plain)
