"""Form 3 as a workbook: grunnturnus and changed plan line by line, a sentence for each change, and the counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from roster.domain.days import is_sunday_or_red
from roster.domain.free_days import FreeDay, codes_in
from roster.exports.sheets.style import HAIR, HEAD, ROW, SHADE, THICK, THIN, Book, fit, text, texts
from roster.exports.two_lines import TwoLines
from roster.exports.workbook import new_workbook, with_language
from roster.rules.red_days_off import off_codes
from roster.wording import form3_changes, legend, special_words
from roster.wording.numbers import hours_said, percent
from roster.wording.sheets import LETTERS

WEEKS_ACROSS = 3
"""As many as can be read on A4."""
PAGE = 615.0
"""Points that a page is high at the scale of so many columns; the weeks of all assistants stand on one page."""
RED_HEAD = "#B4B4B4"
"""A red day is darker than others in the headings, as it is below them."""
_DATES = 30.0
_HEADINGS = ROW + _DATES
_LONG = 1.15
"""So much more than in a narrow column there is room for on a line of the whole width."""
_NAME, _LINE, _DAY = 16.0, 12.0, 6.4


@dataclass(frozen=True, slots=True)
class Table:
    """A table of its own sheet: a title, what there is to know of it, headings, rows and widths of columns.

    ``row_high``: points of a row to be filled in by hand; 0: as high as its texts.
    """

    sheet: str
    title: str
    about: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    row_high: float = 0


def form3(kind: special_words.Kind, lines: TwoLines, about: Sequence[str], tables: Sequence[Table] = ()) -> bytes:
    """The workbook; the same plan gives the same bytes."""
    frame = lines.plan.dated.frame
    title = special_words.title(kind, frame.brief.arrangement.alias, lines.within)
    held = BytesIO()
    with new_workbook(held, title) as file:
        book = Book(file, title.replace("&", "&&"))
        sheet = book.sheet(kind.value)
        text(sheet, 0, 0, title, book.title)
        row, used = 1, ROW
        for said in (*about, special_words.HOW_TO_READ):
            used += _wide(book, sheet, row, said)
            row += 1
        row, high = _codes(book, sheet, row + 1, lines)
        used += high + ROW
        block = _HEADINGS + 2 * ROW * len(frame.people)
        breaks = []
        for start in range(0, len(lines.weeks), WEEKS_ACROSS):
            if used + ROW + block > PAGE:
                breaks.append(row + 1)
                used = 0
            used += ROW + block
            row = _block(book, sheet, row + 1, lines, lines.weeks[start : start + WEEKS_ACROSS])
        sheet.set_h_pagebreaks(breaks)
        _reasons(book, sheet, row + 1, lines)
        sheet.set_column(0, 0, _NAME)
        sheet.set_column(1, 1, _LINE)
        sheet.set_column(2, 1 + 7 * WEEKS_ACROSS, _DAY)
        sheet.fit_to_pages(1, 0)
        for table in tables:
            _table(book, table)
    return with_language(held.getvalue())


def _wide(book: Book, sheet: Worksheet, row: int, said: str) -> float:
    """A text over the whole width; says how high it is."""
    width = (_NAME + _LINE + 7 * WEEKS_ACROSS * _DAY) * _LONG
    sheet.merge_range(row, 0, row, 1 + 7 * WEEKS_ACROSS, said, book.look(text_wrap=True, valign="top"))
    return fit(sheet, row, [said], [width])


def _block(book: Book, sheet: Worksheet, row: int, lines: TwoLines, weeks: Sequence[tuple[date, ...]]) -> int:
    """Some weeks side by side, a thick line between them; two lines for each assistant, with the name over both."""
    days = [day for week in weeks for day in week]
    text(sheet, row, 0, " ", book.head)
    text(sheet, row, 1, " ", book.head)
    for number, day in enumerate(days):
        monday = number % 7 == 0
        look = book.look(bold=True, bg_color=HEAD, top=THIN, left=THICK if monday else 0)
        text(sheet, row, 2 + number, f"Uke {day.isocalendar().week}" if monday else "", look)
    texts(sheet, row + 1, 0, [special_words.NAME, special_words.LINE], book.head)
    for number, day in enumerate(days):
        look = book.look(
            bold=True,
            border=THIN,
            align="center",
            text_wrap=True,
            left=_left(number),
            bg_color=RED_HEAD if is_sunday_or_red(day) else HEAD,
        )
        text(sheet, row + 1, 2 + number, f"{LETTERS[day.weekday()]}\n{day.day}.{day.month}.", look)
    sheet.set_row(row + 1, _DATES)
    row += 2
    for person in lines.plan.dated.frame.people:
        name = f"{person.alias} {percent(person.percent)}"
        both = book.look(border=THIN, top=THICK, bold=True, valign="vcenter", text_wrap=True)
        sheet.merge_range(row, 0, row + 1, 0, name, both)
        for line, said in ((0, special_words.GRUNNTURNUS), (1, special_words.CHANGED_LINE)):
            over = {"top": THICK if line == 0 else HAIR}
            text(sheet, row + line, 1, said, book.look(**{"border": THIN, **over}))
            for number, day in enumerate(days):
                _cell(
                    book, sheet, row + line, 2 + number, (lines, person.id, day, line == 1, _left(number), over["top"])
                )
        row += 2
    return row


def _left(number: int) -> int:
    return THICK if number % 7 == 0 else THIN


def _cell(book: Book, sheet: Worksheet, row: int, column: int, at: tuple[TwoLines, str, date, bool, int, int]) -> None:
    lines, who, day, second, left, top = at
    asked = {"border": THIN, "align": "center", "left": left, "top": top}
    if is_sunday_or_red(day):
        asked["bg_color"] = SHADE
    changed = second and lines.is_changed(who, day)
    if changed:
        # A thick line all round and a sign: seen in black and white, and heard.
        asked |= {"bold": True, "border": 2, "left": 2, "top": 2, "right": 2, "bottom": 2}
    said = lines.after(who, day) if second else lines.before(who, day)
    if second and lines.differs(who, day):
        said = f"{special_words.MARK} {said or form3_changes.FREE}"
    text(sheet, row, column, said, book.look(**asked))


def _codes(book: Book, sheet: Worksheet, row: int, lines: TwoLines) -> tuple[int, float]:
    """The legend of what stands in the cells, so that a print explains itself; the row after it and how high it is."""
    frame = lines.plan.dated.frame
    text(sheet, row, 0, legend.LEGEND_TITLE, book.bold)
    told = [
        (
            entry.label,
            f"{legend.name_of(entry.name, entry.moved)}, {legend.times(entry.shift)}, {hours_said(entry.paid)} betalt",
        )
        for entry in lines.labels.entries
    ]
    in_force = {one.value for one in off_codes(frame.brief)}
    known = codes_in(frame)
    for code in (one for one in FreeDay if one in known or one.value in in_force):
        name, means = legend.FREE_DAYS[code.value]
        told.append((lines.labels.free(code), f"{name}. {means}"))
    high = ROW
    for number, (code_said, said) in enumerate(told, start=row + 1):
        high += _explained(book, sheet, number, code_said, said)
    return row + 1 + len(told), high


def _explained(book: Book, sheet: Worksheet, row: int, code: str, said: str) -> float:
    text(sheet, row, 0, code, book.bold)
    last = 1 + 7 * WEEKS_ACROSS
    sheet.merge_range(row, 1, row, last, said, book.look(text_wrap=True))
    return fit(sheet, row, [said], [(_LINE + 7 * WEEKS_ACROSS * _DAY) * _LONG])


def _reasons(book: Book, sheet: Worksheet, row: int, lines: TwoLines) -> None:
    """A sentence for each change, person by person."""
    text(sheet, row, 0, form3_changes.WHY_TITLE, book.bold)
    frame = lines.plan.dated.frame
    said = (
        *form3_changes.change_sentences(frame, lines.changes, lines),
        *form3_changes.back_sentences(frame, lines.back),
    )
    row += 1
    for one in said or (form3_changes.NOTHING_CHANGED,):
        _wide(book, sheet, row, one)
        row += 1


def _table(book: Book, table: Table) -> None:
    sheet = book.sheet(table.sheet)
    text(sheet, 0, 0, table.title, book.title)
    row = 1
    for said in table.about:
        sheet.merge_range(row, 0, row, max(1, len(table.headings) - 1), said, book.look(text_wrap=True, valign="top"))
        fit(sheet, row, [said], [sum(table.widths)])
        row += 1
    row += 1
    texts(sheet, row, 0, table.headings, book.head)
    fit(sheet, row, table.headings, table.widths)
    head = row
    for values in table.rows:
        row += 1
        texts(sheet, row, 0, values, book.cell)
        if table.row_high:
            sheet.set_row(row, table.row_high)
        else:
            fit(sheet, row, values, table.widths)
    for column, width in enumerate(table.widths):
        sheet.set_column(column, column, width)
    sheet.repeat_rows(head)
    sheet.freeze_panes(head + 1, 0)
    sheet.fit_to_pages(1, 0)
