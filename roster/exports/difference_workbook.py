"""What differs between two versions as a workbook in the form reps know: the old line, and the new one under it.

A changed cell has a thick frame, bold print and an arrow before its code, so that a printer without colour and a
screen reader both show it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from roster.domain.difference import Difference, PersonDifference, ShiftChange, Sort
from roster.domain.free_days import FreeDay
from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.exports.changed_lines import Cells, cells_of, days_of, in_week, rosters_of
from roster.exports.sheets.labels import Labels
from roster.exports.sheets.style import DATE, HOURS, SIGNED, THICK, THIN, Book, fit, hours, text, texts
from roster.exports.workbook import new_workbook, with_language
from roster.wording import difference_words as words
from roster.wording.legend import FREE_DAYS
from roster.wording.numbers import WEEKDAYS
from roster.wording.sheets import LETTERS

WEEKS_A_BLOCK = 4
"""Weeks side by side, as many as can be read on a page."""
_NAME, _LINE, _FIRST = 0, 1, 2
_DAY_WIDTH = 6.5


def difference_workbook(
    names: tuple[str, str],
    plans: tuple[Plan, Plan],
    found: Difference,
    told: date,
    findings: tuple[Sequence[str], Sequence[str]],
) -> bytes:
    """The workbook; ``names`` and ``plans`` old and new, ``findings`` those that are gone and those that are new."""
    held = BytesIO()
    title = words.title(*names)
    with new_workbook(held, title) as file:
        book = Book(file, title)
        _lines(book, title, plans, found, told)
        _people(book, found, told)
        _list(book, found, told)
        _findings(book, findings)
    return with_language(held.getvalue())


# -- old line, new line -------------------------------------------------------------------------------


def _lines(book: Book, title: str, plans: tuple[Plan, Plan], found: Difference, told: date) -> None:
    sheet = book.sheet(words.TITLE, paper=8)
    text(sheet, 0, 0, title, book.title)
    row = 1
    for said in (*words.about(found, told), words.HOW_TO_READ):
        text(sheet, row, 0, said, book.plain)
        row += 1
    before, after = rosters_of(plans, found)
    cells = cells_of(before, found), cells_of(after, found)
    weeks = [found.first + timedelta(days=start) for start in range(0, (found.last - found.first).days + 1, 7)]
    changed = [week for week in weeks if any(in_week(one, week) for one in found.changes)]
    same = [week for week in weeks if week not in changed]
    if changed and same:
        text(sheet, row, 0, words.weeks_without(found, same), book.plain)
        row += 1
    for start in range(0, len(changed), WEEKS_A_BLOCK):
        row = _block(book, sheet, row + 1, changed[start : start + WEEKS_A_BLOCK], cells, found, told)
    if changed:
        _legend(book, sheet, row + 1, before, after)
    sheet.set_column(_NAME, _NAME, 20)
    sheet.set_column(_LINE, _LINE, 7)
    sheet.set_column(_FIRST, _FIRST + 7 * WEEKS_A_BLOCK - 1, _DAY_WIDTH)
    sheet.freeze_panes(0, _FIRST)
    sheet.fit_to_pages(1, 0)


def _legend(book: Book, sheet: Worksheet, row: int, before: Roster, after: Roster) -> None:
    """What the codes of both lines stand for; letters are local."""
    entries = [one for roster in (after, before) for one in Labels(roster).entries]
    text(sheet, row, 0, words.LEGEND, book.bold)
    for said in dict.fromkeys(words.legend_line(one.label, one.name, one.moved, one.shift) for one in entries):
        row += 1
        text(sheet, row, 0, said, book.plain)
    if not after.frame.cyclic and any(one.vacation for one in after.frame.people):
        code = FreeDay.VACATION
        text(sheet, row + 1, 0, f"{Labels(after).free(code)}: {FREE_DAYS[code.value][0]}", book.plain)


def _block(
    book: Book,
    sheet: Worksheet,
    row: int,
    weeks: Sequence[date],
    cells: tuple[Cells, Cells],
    found: Difference,
    told: date,
) -> int:
    """The weeks side by side with two lines for each whose shifts are changed, and a sentence for each change."""
    _headings(book, sheet, row, weeks, found)
    row += 2
    here = [one for one in found.people if any(in_week(change, week) for change in one.changes for week in weeks)]
    for person in here:
        _pair(book, sheet, row, weeks, cells, person)
        row += 2
    for person in here:
        for change in person.changes:
            if any(in_week(change, week) for week in weeks):
                said = f"{person.alias}: {words.change_line(found, change, told)}"
                text(sheet, row, 0, said, book.plain)
                row += 1
    return row


def _headings(book: Book, sheet: Worksheet, row: int, weeks: Sequence[date], found: Difference) -> None:
    texts(sheet, row, _NAME, ("", ""), book.head)
    texts(sheet, row + 1, _NAME, ("Navn", "Linje"), book.head)
    for number, week in enumerate(weeks):
        column = _FIRST + 7 * number
        sheet.write_string(row, column, words.week_title(found, week), book.look(bold=True, left=THICK))
        for day in range(7):
            at = week + timedelta(days=day)
            said = LETTERS[at.weekday()] if found.cyclic else f"{LETTERS[at.weekday()]} {at.day}."
            edge = {"left": THICK} if day == 0 else {}
            text(sheet, row + 1, column + day, said, book.look(border=THIN, bold=True, align="center", **edge))


def _pair(
    book: Book,
    sheet: Worksheet,
    row: int,
    weeks: Sequence[date],
    cells: tuple[Cells, Cells],
    person: PersonDifference,
) -> None:
    changed = {day for change in person.changes for day in days_of(change)}
    over = {"top": THICK}
    texts(sheet, row, _NAME, (person.alias, words.OLD_LINE), book.look(border=THIN, bold=True, **over))
    texts(sheet, row + 1, _NAME, (person.alias, words.NEW_LINE), book.look(border=THIN))
    for number, week in enumerate(weeks):
        for weekday in range(7):
            day = week + timedelta(days=weekday)
            column = _FIRST + 7 * number + weekday
            old, new = (one.get((person.who, day), "") for one in cells)
            edge = {"left": THICK} if weekday == 0 else {}
            look = book.look(**{"border": THIN, "align": "center", **over, **edge})
            text(sheet, row, column, old, look)
            if day in changed:
                look = book.look(border=THICK, align="center", bold=True)
                text(sheet, row + 1, column, f"{words.CHANGED} {new or words.FREE}", look)
            else:
                look = book.look(**{"border": THIN, "align": "center", **edge})
                text(sheet, row + 1, column, new, look)


# -- tables -------------------------------------------------------------------------------------------


def _people(book: Book, found: Difference, told: date) -> None:
    sheet = book.sheet(words.PER_PERSON)
    texts(sheet, 0, 0, words.PERSON_HEADINGS, book.head)
    number, signed = book.number("0"), book.number(SIGNED)
    for row, one in enumerate(found.people, start=1):
        texts(sheet, row, 0, (one.who, one.alias), book.cell)
        for column, count in enumerate((one.number(sort) for sort in Sort), start=2):
            sheet.write_number(row, column, count, number)
        sheet.write_number(row, 5, hours(one.paid_before), book.number(HOURS))
        sheet.write_number(row, 6, hours(one.paid_after), book.number(HOURS))
        sheet.write_number(row, 7, hours(one.paid_after - one.paid_before), signed)
        sheet.write_number(row, 8, one.weekends_before, number)
        sheet.write_number(row, 9, one.weekends_after, number)
        notice = None if found.cyclic else one.shortest_notice(told)
        if notice is None:
            text(sheet, row, 10, "", book.cell)
        else:
            sheet.write_number(row, 10, notice, number)
    sheet.set_column(0, len(words.PERSON_HEADINGS) - 1, 13)
    _as_table(sheet)


def _list(book: Book, found: Difference, told: date) -> None:
    sheet = book.sheet(words.LIST)
    texts(sheet, 0, 0, words.LIST_HEADINGS, book.head)
    aliases = {one.who: one.alias for one in found.people}
    for row, one in enumerate(found.changes, start=1):
        day = one.start.date()
        if found.cyclic:
            text(sheet, row, 0, words.day_words(found, day), book.cell)
        else:
            sheet.write_datetime(row, 0, datetime.combine(day, datetime.min.time()), book.number(DATE))
        said = (WEEKDAYS[day.weekday()], one.who, aliases[one.who], words.sort_name(one), *_before_and_after(one))
        texts(sheet, row, 1, said, book.cell)
        if found.cyclic:
            text(sheet, row, 7, "", book.cell)
        else:
            sheet.write_number(row, 7, one.notice(told), book.number("0"))
    for column, width in enumerate((13, 11, 11, 16, 11, 20, 20, 13)):
        sheet.set_column(column, column, width)
    _as_table(sheet)


def _before_and_after(change: ShiftChange) -> Iterator[str]:
    for one in (change.before, change.after):
        yield words.FREE if one is None else words.code_and_times(one)


def _findings(book: Book, findings: tuple[Sequence[str], Sequence[str]]) -> None:
    sheet = book.sheet(words.CONTROL)
    texts(sheet, 0, 0, words.FINDING_HEADINGS, book.head)
    gone, new = findings
    rows = [*((words.ONLY_AFTER, one) for one in new), *((words.ONLY_BEFORE, one) for one in gone)]
    for row, said in enumerate(rows, start=1):
        texts(sheet, row, 0, said, book.cell)
        fit(sheet, row, said, (12, 110))
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 110)
    _as_table(sheet)


def _as_table(sheet: Worksheet) -> None:
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
