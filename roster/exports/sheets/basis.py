"""The sheet ``Grunnlag``: what the plan was made from, to read, and the whole saved version as data.

The rows of data are hidden: they are for ``roster`` alone, and hold dates of birth and wishes.
"""

from xlsxwriter.worksheet import Worksheet

from roster.domain.plan import Plan
from roster.exports.sheets.style import Book, fit, text, texts
from roster.wording import facts
from roster.wording.sheets import BASIS, DATA_HEADING, HIDDEN_ROWS

_WIDTHS = (28, 17, 17, 22, 16, 16, 23)
CHUNK = 30_000
"""A cell holds 32 767 characters."""


def write(book: Book, plan: Plan, data: str, fingerprint: str) -> None:
    """``data`` is the saved version in ASCII."""
    sheet = book.sheet(BASIS, portrait=True)
    text(sheet, 0, 0, facts.TITLE, book.title)
    row = 2
    for section in facts.sections(plan, fingerprint):
        row = _section(book, sheet, section, row) + 2
    last_read = row - 1
    text(sheet, row, 0, HIDDEN_ROWS, book.plain)
    row += 1
    text(sheet, row, 0, DATA_HEADING, book.bold)
    for start in range(0, len(data), CHUNK):
        row += 1
        text(sheet, row, 0, data[start : start + CHUNK], book.plain)
        sheet.set_row(row, 15, None, {"hidden": True})
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.print_area(0, 0, last_read, 6)
    sheet.fit_to_pages(1, 0)


def _section(book: Book, sheet: Worksheet, section: facts.Section, row: int) -> int:
    text(sheet, row, 0, section.title, book.bold)
    if section.headings:
        row += 1
        texts(sheet, row, 0, section.headings, book.head)
    # Facts without headings are a name and a value that may run on over the empty cells beside it.
    look = book.cell if section.headings else book.plain
    for values in section.rows:
        row += 1
        texts(sheet, row, 0, values, look)
        if section.headings:
            fit(sheet, row, values, _WIDTHS)
    return row
