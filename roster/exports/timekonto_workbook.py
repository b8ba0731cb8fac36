"""The timekonto as a workbook: the lines of the vedtak, and the year month by month with a native chart."""

from io import BytesIO

from roster.domain.brief import Brief
from roster.domain.charges import State
from roster.domain.timekonto import Timekonto
from roster.exports.sheets.style import SIGNED, Book, hours, text, texts
from roster.exports.sheets.year import write_year
from roster.exports.workbook import new_workbook, with_language
from roster.wording.hours_text import IN_ALL, LINE_HEADINGS, account, purpose, title
from roster.wording.sheets import VEDTAK


def timekonto_workbook(brief: Brief, konto: Timekonto) -> bytes:
    """The workbook of the account; the same account gives the same bytes."""
    held, ledger = BytesIO(), konto.ledger
    with new_workbook(held, title(konto, brief)) as file:
        book = Book(file, title(konto, brief))
        sheet = book.sheet(VEDTAK)
        text(sheet, 0, 0, title(konto, brief), book.title)
        text(sheet, 1, 0, account(konto), book.plain)
        texts(sheet, 3, 0, LINE_HEADINGS, book.head)
        lines = [*((one.id, purpose(one), one.id) for one in ledger.lines), (IN_ALL, "", None)]
        row = 3
        for row, (name, use, line) in enumerate(lines, start=4):
            text(sheet, row, 0, name, book.cell)
            text(sheet, row, 1, use, book.cell)
            amounts = (ledger.granted(line=line), *(ledger.drawn(state, line=line) for state in State))
            for column, minutes in enumerate(amounts, start=2):
                sheet.write_number(row, column, hours(minutes), book.number())
            sheet.write_number(row, 6, hours(ledger.left(line=line)), book.number(SIGNED))
        write_year(book, sheet, konto, row + 2)
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 26)
        sheet.set_column(2, 6, 14)
        sheet.fit_to_pages(1, 1)
    return with_language(held.getvalue())
