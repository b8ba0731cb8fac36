"""A year's timekonto in a sheet: month by month with formulas, and the same as a native chart."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from roster.domain.timekonto import Timekonto
from roster.exports.sheets.style import SIGNED, Book, hours, text, texts
from roster.wording import sheet_words
from roster.wording.hours_text import ABOUT_HEADINGS, IN_ALL, MONTH_HEADINGS, USED_BY, USED_BY_HEADING, picture_text
from roster.wording.numbers import MONTHS, listed

_CHART_ROWS = 18
_FILLS: tuple[Mapping[str, Any], ...] = (
    {"fill": {"color": "#1B3A5C"}},
    {"fill": {"color": "#8FB4D9"}},
    {"fill": {"color": "#FFFFFF"}},
)
"""Told apart without colour, too."""


def write_year(book: Book, sheet: Worksheet, konto: Timekonto, row: int) -> int:
    """The account from that row on; the row after it is returned."""
    text(sheet, row, 0, sheet_words.year_title(konto.ledger.year), book.bold)
    text(sheet, row + 1, 0, ABOUT_HEADINGS, book.plain)
    head = row + 2
    texts(sheet, head, 0, (*MONTH_HEADINGS, USED_BY_HEADING), book.head)
    first, last = head + 1, head + 12
    for row_, month in enumerate(konto.months, start=first):
        text(sheet, row_, 0, MONTHS[month.first.month - 1], book.cell)
        for column, minutes in enumerate((month.granted, month.used, month.planned, month.expected), start=1):
            sheet.write_number(row_, column, hours(minutes), book.number())
        text(sheet, row_, 6, listed([USED_BY[one] for one in month.used_by]), book.cell)
        drawn_then = f"SUM({xl_rowcol_to_cell(first, 2, row_abs=True)}:{xl_rowcol_to_cell(row_, 4)})"
        granted_then = f"SUM({xl_rowcol_to_cell(first, 1, row_abs=True)}:{xl_rowcol_to_cell(row_, 1)})"
        sheet.write_formula(
            row_, 5, f"=ROUND({granted_then}-{drawn_then},4)", book.number(SIGNED), round(hours(month.left), 4)
        )
    text(sheet, last + 1, 0, IN_ALL, book.cell)
    totals = [sum(getattr(one, name) for one in konto.months) for name in ("granted", "used", "planned", "expected")]
    for column, minutes in enumerate(totals, start=1):
        formula = f"=ROUND(SUM({xl_range(first, column, last, column)}),4)"
        sheet.write_formula(last + 1, column, formula, book.number(bold=True), round(hours(minutes), 4))
    ends = xl_rowcol_to_cell(last, 5)
    sheet.write_formula(last + 1, 5, f"={ends}", book.number(SIGNED, bold=True), round(hours(konto.ledger.left()), 4))
    _chart(book, sheet, konto, first, last + 3)
    return last + 3 + _CHART_ROWS


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
