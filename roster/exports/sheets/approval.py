"""The sheet ``Godkjenning``: fields and rows that a rep fills in and sends back."""

from roster.domain.plan import Plan
from roster.exports.sheets.style import DATE, Book, text, texts
from roster.wording import approval_sheet as words
from roster.wording.course_words import in_fours

_WIDTHS = (28, 34, 60)


def write(book: Book, plan: Plan, fingerprint: str) -> None:
    sheet = book.sheet(words.APPROVAL, portrait=True)
    text(sheet, 0, 0, words.TITLE, book.title)
    how = list(words.HOW)
    if not plan.brief.arrangement.elected_reps:
        how.append(words.WITH_ASSISTANTS)
    for row, said in enumerate(how, start=1):
        text(sheet, row, 0, said, book.plain)
    row = len(how) + 2
    text(sheet, row, 0, words.FINGERPRINT, book.bold)
    text(sheet, row, 1, in_fours(fingerprint), book.plain)
    row += 2
    for number, name in enumerate(words.FIELDS, start=row):
        text(sheet, number, 0, name, book.head)
        dated = name in (words.DISCUSSED, words.DATE)
        # Text in the boxes may be long, and must not run out of sight.
        look = book.look(border=1, text_wrap=True, **({"num_format": DATE, "align": "left"} if dated else {}))
        sheet.write_blank(number, 1, None, look)
        text(sheet, number, 2, words.HINTS[name], book.plain)
        if name == words.AGREED:
            choice = {"validate": "list", "source": [words.YES, words.NO], "error_title": words.AGREED}
            sheet.data_validation(number, 1, number, 1, {**choice, "error_message": words.HINTS[name]})
    sheet.set_row(row + words.FIELDS.index(words.COMMENT), 60)
    row += len(words.FIELDS) + 1
    text(sheet, row, 0, words.COMMENTS_TITLE, book.bold)
    texts(sheet, row + 1, 0, words.COMMENT_HEADINGS, book.head)
    for number in range(row + 2, row + 2 + words.ROWS):
        for column in range(len(words.COMMENT_HEADINGS)):
            sheet.write_blank(number, column, None, book.cell)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.fit_to_pages(1, 0)
