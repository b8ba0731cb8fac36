"""Shares over the year as a sheet: a row for each person and measure, numbers as numbers, and why they differ."""

from collections.abc import Sequence
from io import BytesIO

from roster.domain.brief import Brief
from roster.domain.fairness import Fairness
from roster.exports.sheets.style import Book, fit, text, texts
from roster.exports.workbook import new_workbook, with_language
from roster.wording import fairness_words as words

_WIDTHS = (18.0, 11.0, 18.0, 9.0, 12.0, 12.0, 62.0)
_SHARE, _DIFFERENCE = "[$-414]0.0", "[$-414]+0.0;[$-414]−0.0;[$-414]0"


def fairness_workbook(brief: Brief, found: Fairness, about: Sequence[str]) -> bytes:
    """The workbook; the same shares give the same bytes."""
    held = BytesIO()
    title = words.title(brief, found)
    with new_workbook(held, title) as file:
        book = Book(file, title.replace("&", "&&"))
        sheet = book.sheet(words.SHEET)
        text(sheet, 0, 0, title, book.title)
        row = 1
        for said in about:
            sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, said, book.look(text_wrap=True, valign="top"))
            fit(sheet, row, [said], [sum(_WIDTHS)])
            row += 1
        row += 1
        texts(sheet, row, 0, words.SHEET_HEADINGS, book.head)
        fit(sheet, row, words.SHEET_HEADINGS, _WIDTHS)
        head = row
        for alias, percent, one in words.sheet_rows(brief, found):
            row += 1
            texts(sheet, row, 0, [alias, percent, one.measure.value], book.cell)
            sheet.write_number(row, 3, one.had, book.number("0"))
            sheet.write_number(row, 4, round(float(one.fair), 4), book.number(_SHARE))
            sheet.write_number(row, 5, round(float(one.difference), 4), book.number(_DIFFERENCE))
            said = words.because(one)
            text(sheet, row, 6, said, book.cell)
            fit(sheet, row, [said], _WIDTHS[6:])
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.autofilter(head, 0, row, len(_WIDTHS) - 1)
        sheet.repeat_rows(head)
        sheet.freeze_panes(head + 1, 0)
        sheet.fit_to_pages(1, 0)
    return with_language(held.getvalue())
