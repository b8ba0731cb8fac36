"""The sheet ``Vedtak``: what the plan may draw, what it draws and what is left, by week and by month of the year."""

from collections.abc import Mapping
from types import MappingProxyType

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import granted
from roster.domain.timekonto import Timekonto, timekonto
from roster.exports.sheets.style import DATE, SIGNED, Book, hours, text, texts
from roster.exports.sheets.year import write_year
from roster.rules.vedtak_share import drawn, shares
from roster.wording import legend, sheet_words
from roster.wording.hours_text import purpose
from roster.wording.sheets import VEDTAK


def write(book: Book, plan: Plan, accounts: Mapping[int, Timekonto] = MappingProxyType({})) -> None:
    """``accounts`` of the plan by year, where more is on record than the brief tells."""
    sheet = book.sheet(VEDTAK)
    text(sheet, 0, 0, sheet_words.VEDTAK_TITLE, book.title)
    row = _lines(book, sheet, plan, 2)
    rosters = (plan.roster,) if plan.rollout is None else (plan.roster, plan.rollout)
    for roster in rosters:
        row = _account(book, sheet, roster, row + 2)
    row = _weeks(book, sheet, plan.dated, row + 2)
    sheet.set_h_pagebreaks([row + 1])
    for year in plan.years:
        row = write_year(book, sheet, accounts.get(year) or timekonto(plan.brief, year, plan.dated), row + 2)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 6, 15)
    sheet.set_column(7, 7, 32)
    sheet.fit_to_pages(1, 0)


def _lines(book: Book, sheet: Worksheet, plan: Plan, row: int) -> int:
    """The vedtak as the brief has it."""
    texts(sheet, row, 0, sheet_words.VEDTAK_HEADINGS, book.head)
    for line in plan.brief.vedtak.lines:
        row += 1
        text(sheet, row, 0, line.id, book.cell)
        sheet.write_datetime(row, 1, line.dates.first, book.number(DATE))
        sheet.write_datetime(row, 2, line.dates.last, book.number(DATE))
        for column, minutes in ((3, line.per_week), (4, line.per_year), (5, line.used)):
            if minutes is None:
                text(sheet, row, column, "", book.cell)
            else:
                sheet.write_number(row, column, hours(minutes), book.number())
        if line.through is None:
            text(sheet, row, 6, "", book.cell)
        else:
            sheet.write_datetime(row, 6, line.through, book.number(DATE))
        text(sheet, row, 7, purpose(line), book.cell)
    return row


def _account(book: Book, sheet: Worksheet, roster: Roster, row: int) -> int:
    """What the plan may draw against what it draws, for each calendar year it touches."""
    frame = roster.frame
    text(sheet, row, 0, legend.period_title(frame), book.bold)
    row += 1
    texts(sheet, row, 0, sheet_words.ACCOUNT_HEADINGS, book.head)
    for share in shares(frame):
        row += 1
        planned = sum(drawn(frame, shift, share.year) for one in frame.people for shift in roster.duties(one.id))
        open_minutes = sum(drawn(frame, shift, share.year) * missing for shift, missing in roster.open)
        text(sheet, row, 0, sheet_words.account_name(share.year), book.cell)
        sheet.write_number(row, 1, hours(share.minutes), book.number())
        sheet.write_number(row, 2, hours(planned), book.number())
        left = round(hours(share.minutes - planned), 4)
        formula = f"=ROUND({xl_rowcol_to_cell(row, 1)}-{xl_rowcol_to_cell(row, 2)},4)"
        sheet.write_formula(row, 3, formula, book.number(SIGNED, bold=True), left)
        words = f'=IF({xl_rowcol_to_cell(row, 3)}<0,"{sheet_words.OVERDRAWN}","{sheet_words.LEFT}")'
        sheet.write_formula(row, 4, words, book.cell, sheet_words.OVERDRAWN if left < 0 else sheet_words.LEFT)
        sheet.write_number(row, 5, hours(open_minutes), book.number())
    return row


def _weeks(book: Book, sheet: Worksheet, roster: Roster, row: int) -> int:
    """Each week's hours against an even share of what the plan may draw."""
    frame = roster.frame
    text(sheet, row, 0, sheet_words.WEEKS_TITLE, book.bold)
    row += 1
    texts(sheet, row, 0, sheet_words.WEEK_HEADINGS, book.head)
    planned = [0] * frame.weeks
    for one in frame.people:
        for shift in roster.duties(one.id):
            planned[frame.week_of(shift)] += granted(shift, frame.brief.settings.resting_granted)
    even = sum(share.minutes for share in shares(frame)) / frame.weeks
    first = row + 1
    total = 0
    for week, minutes in enumerate(planned):
        row += 1
        total += minutes
        text(sheet, row, 0, legend.week_title(frame, week), book.cell)
        if frame.cyclic:
            text(sheet, row, 1, "", book.cell)
        else:
            sheet.write_datetime(row, 1, frame.dates[week * 7], book.number(DATE))
        sheet.write_number(row, 2, hours(minutes), book.number())
        sheet.write_number(row, 3, hours(even), book.number())
        given, share = xl_rowcol_to_cell(row, 2), xl_rowcol_to_cell(row, 3)
        sheet.write_formula(row, 4, f"=ROUND({share}-{given},4)", book.number(SIGNED), round(hours(even - minutes), 4))
        left = f"=ROUND(SUM({xl_range(first, 3, row, 3)})-SUM({xl_range(first, 2, row, 2)}),4)"
        sheet.write_formula(row, 5, left, book.number(SIGNED), round(hours(even * (week + 1) - total), 4))
    return row
