"""The sheet ``Endringer``, form 3: where the dates differ from the grunnturnus, the old line over the new, and why."""

from roster.domain.plan import Plan
from roster.exports.changed_lines import of_rollout
from roster.exports.sheets.style import DATE, THICK, THIN, Book, fit, text, texts
from roster.wording import sheet_words
from roster.wording.change_words import exchanges, why
from roster.wording.numbers import WEEKDAYS
from roster.wording.sheets import CHANGES

_WIDTHS = (13, 11, 11, 16, 14, 14, 70)


def write(book: Book, plan: Plan) -> None:
    sheet = book.sheet(CHANGES)
    text(sheet, 0, 0, sheet_words.CHANGES_TITLE, book.title)
    text(sheet, 1, 0, sheet_words.changes_summary(len(plan.changes)), book.plain)
    texts(sheet, 3, 0, sheet_words.CHANGE_HEADINGS, book.head)
    aliases = {one.id: one.alias for one in plan.brief.assistants}
    among = exchanges(plan.changes)
    row = 4
    for change in sorted(plan.changes, key=lambda one: (one.day, one.who)):
        said = why(plan.dated.frame, change, among)
        for line, reasons in ((sheet_words.BEFORE, ""), (sheet_words.AFTER, said)):
            # A line over each pair: the two rows are one change.
            over = {"top": THICK if line == sheet_words.BEFORE else THIN}
            look = book.look(**{"border": THIN, "text_wrap": True, **over})
            sheet.write_datetime(row, 0, change.day, book.number(DATE, align="center", **over))
            shown = of_rollout(plan, change, line == sheet_words.AFTER)
            texts(sheet, row, 1, [WEEKDAYS[change.day.weekday()], change.who, aliases[change.who]], look)
            texts(sheet, row, 4, [line, shown, reasons], look)
            fit(sheet, row, [line, shown, reasons], _WIDTHS[4:])
            row += 1
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(4, 0)
    sheet.repeat_rows(3)
    sheet.fit_to_pages(1, 0)
