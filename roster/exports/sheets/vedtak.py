"""The sheet ``Vedtak``: what the plan may draw, what it draws and what is left, by week and by month of the year."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from roster.domain.plan import Plan
from roster.domain.roster import Roster
from roster.domain.shift import granted
from roster.domain.timekonto import Timekonto, timekonto
from roster.exports.sheets.style import DATE, SIGNED, Book, hours, text, texts
from roster.rules.vedtak_share import drawn, shares
from roster.wording import legend, sheet_words
from roster.wording.hours_text import picture_text, purpose
from roster.wording.numbers import MONTHS
from roster.wording.sheets import VEDTAK


def write(book: Book, plan: Plan) -> None:
    sheet = book.sheet(VEDTAK)
    text(sheet, 0, 0, sheet_words.VEDTAK_TITLE, book.title)
    row = _lines(book, sheet, plan, 2)
    rosters = (plan.roster,) if plan.rollout is None else (plan.roster, plan.rollout)
    for roster in rosters:
        row = _account(book, sheet, roster, row + 2)
    row = _weeks(book, sheet, plan.dated, row + 2)
    for year in _years(plan):
        row = _year(book, sheet, plan, year, row + 2)
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


def _years(plan: Plan) -> tuple[int, ...]:
    """The years of a plan with dates in which the vedtak grants something; the days of one week may lie in two."""
    frame = plan.dated.frame
    if frame.cyclic:
        return ()
    touched = range(frame.dates[3].year, frame.dates[-4].year + 1)
    return tuple(
        year
        for year in touched
        if any(one.dates.first.year <= year <= one.dates.last.year for one in plan.brief.vedtak.lines)
    )


def _year(book: Book, sheet: Worksheet, plan: Plan, year: int, row: int) -> int:
    """The year's account month by month as a table, and the same as a chart."""
    konto = timekonto(plan.brief, year, plan.dated)
    text(sheet, row, 0, sheet_words.year_title(year), book.bold)
    text(sheet, row + 1, 0, sheet_words.YEAR_ABOUT, book.plain)
    head = row + 2
    texts(sheet, head, 0, sheet_words.YEAR_HEADINGS, book.head)
    first, last = head + 1, head + 12
    for row_, month in enumerate(konto.months, start=first):
        text(sheet, row_, 0, MONTHS[month.first.month - 1], book.cell)
        for column, minutes in enumerate((month.granted, month.used, month.planned, month.expected), start=1):
            sheet.write_number(row_, column, hours(minutes), book.number())
        drawn_then = f"SUM({xl_rowcol_to_cell(first, 2, row_abs=True)}:{xl_rowcol_to_cell(row_, 4)})"
        granted_then = f"SUM({xl_rowcol_to_cell(first, 1, row_abs=True)}:{xl_rowcol_to_cell(row_, 1)})"
        sheet.write_formula(
            row_, 5, f"=ROUND({granted_then}-{drawn_then},4)", book.number(SIGNED), round(hours(month.left), 4)
        )
    text(sheet, last + 1, 0, sheet_words.IN_ALL, book.cell)
    totals = [sum(getattr(one, name) for one in konto.months) for name in ("granted", "used", "planned", "expected")]
    for column, minutes in enumerate(totals, start=1):
        formula = f"=ROUND(SUM({xl_range(first, column, last, column)}),4)"
        sheet.write_formula(last + 1, column, formula, book.number(bold=True), round(hours(minutes), 4))
    ends = xl_rowcol_to_cell(last, 5)
    sheet.write_formula(last + 1, 5, f"={ends}", book.number(SIGNED, bold=True), round(hours(konto.ledger.left()), 4))
    _chart(book, sheet, konto, first, last + 3)
    return last + 3 + _CHART_ROWS


_CHART_ROWS = 18
_FILLS: tuple[Mapping[str, Any], ...] = (
    {"fill": {"color": "#1B3A5C"}},
    {"fill": {"color": "#8FB4D9"}},
    {"fill": {"color": "#FFFFFF"}},
)
"""Told apart without colour, too."""


def _chart(book: Book, sheet: Worksheet, konto: Timekonto, first: int, row: int) -> None:
    """A native chart: used, planned and expected on top of each other, and what is granted as a line."""
    last, name = first + 11, sheet.get_name()
    columns = book.file.add_chart({"type": "column", "subtype": "stacked"})
    for column, fill in enumerate(_FILLS, start=2):
        columns.add_series(
            {
                "name": [name, first - 1, column],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, column, last, column],
                "border": {"color": "#1A1A1A"},
                "gap": 50,
                **fill,
            }
        )
    line = book.file.add_chart({"type": "line"})
    line.add_series(
        {
            "name": [name, first - 1, 1],
            "categories": [name, first, 0, last, 0],
            "values": [name, first, 1, last, 1],
            "line": {"color": "#B00020", "width": 2.5},
            "marker": {"type": "diamond", "size": 6, "fill": {"color": "#B00020"}, "border": {"color": "#B00020"}},
        }
    )
    columns.combine(line)
    columns.set_title({"name": sheet_words.year_title(konto.ledger.year), "name_font": {"size": 12}})
    columns.set_y_axis({"name": sheet_words.CHART_AXIS, "num_format": "0", "major_gridlines": {"visible": True}})
    columns.set_legend({"position": "bottom"})
    columns.set_size({"width": 900, "height": 340})
    sheet.insert_chart(row, 0, columns, {"description": picture_text(konto), "object_position": 1})
