"""The columns after the weeks of ``Turnus``: what each line comes to, against what is agreed."""

from collections.abc import Iterable
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from roster.domain.assistant import Assistant
from roster.domain.statistics import PersonStatistics, Statistics
from roster.exports.sheets.grid import CONTRACT_COLUMN, LETTER_ROW, Grid
from roster.exports.sheets.style import CLOCK, HEAD, HOURS, SIGNED, THIN, Book, clock, hours, text
from roster.rules.series import red_series
from roster.wording.legend import AS_AGREED, TOO_LITTLE, TOO_MUCH, difference_words, of_all, one_in

_COUNT = "0"
SUM, SUM_CLOCK, AVERAGE, AGREED, CREDIT, DIFFERENCE = range(6)


HEADINGS = (
    "Sum timer",
    "Sum t:min",
    "Snitt t/uke",
    "Avtalt t/uke",
    "Ferie, ikke ansatt t",
    "Differanse t i alt",
    "Differansen i ord",
    "Helger arbeidet",
    "Helg 1/x",
    "Netter",
    "Kvelder",
    "Søndag, rød dag",
    "Lengste rekke dager",
    "Korteste hvile t",
    "Korteste ukehvile t",
    "Lengste vakt t",
    "Lengste uke t",
)
WIDTHS = (9, 9, 9, 9, 10, 11, 12, 9, 8, 7, 8, 9, 9, 9, 9, 9, 9)


@dataclass(frozen=True)
class _Cell:
    """A cell after the weeks; ``formula`` empty: a plain value."""

    value: float | str
    shown: str = HOURS
    formula: str = ""


def write_heads(book: Book, sheet: Worksheet, grid: Grid, rows: Iterable[int]) -> None:
    """The headings in the row of the letters; the other heading rows are blank."""
    for number, heading in enumerate(HEADINGS):
        for row in rows:
            text(sheet, row, grid.totals_column + number, heading if row == LETTER_ROW else "", book.head)


def write_line(
    book: Book, sheet: Worksheet, grid: Grid, assistant: Assistant, one: PersonStatistics, weekly_rest: int | None
) -> None:
    """What one assistant's line comes to; ``weekly_rest`` is the shortest that the checker measured."""
    row, weeks = grid.rows[assistant.id], grid.roster.frame.weeks
    cell = _Row(grid, row)
    series = red_series(grid.roster, assistant.id)
    credit = round(hours(assistant.contract_week * weeks - one.contract), 4)
    difference = round(hours(one.paid - one.contract), 2)
    sums = ",".join(grid.sum_cell(row, week) for week in range(len(grid.weeks)))
    parts = [
        _Cell(round(hours(one.paid), 4), HOURS, f"=ROUND(SUM({sums}),4)"),
        _Cell(clock(one.paid), CLOCK, f"={cell.at(SUM)}/24"),
        _Cell(round(hours(one.paid) / weeks, 4), HOURS, f"=ROUND({cell.at(SUM)}/{weeks},4)"),
        _Cell(round(hours(assistant.contract_week), 4), HOURS, f"={xl_rowcol_to_cell(row, CONTRACT_COLUMN)}"),
        _Cell(credit),
        _Cell(
            difference,
            SIGNED,
            f"=ROUND({cell.at(SUM)}-({cell.at(AGREED)}*{weeks}-{cell.at(CREDIT)}),2)",
        ),
        _Cell(difference_words(difference), "@", _words(cell.at(DIFFERENCE))),
        _Cell(one.weekends, _COUNT),
        _Cell(one_in(one.weekends, one.weekends_of), "@"),
        _Cell(one.nights, _COUNT),
        _Cell(one.evenings, _COUNT),
        _Cell(of_all(len(series.worked_days), len(series.days)), "@"),
        _Cell(one.longest_run, _COUNT),
        _Cell("" if one.shortest_rest is None else hours(one.shortest_rest)),
        _Cell("" if weekly_rest is None else hours(weekly_rest)),
        _Cell(hours(one.longest_shift)),
        _Cell(hours(one.longest_week)),
    ]
    for number, part in enumerate(parts):
        _write(book, sheet, row, grid.totals_column + number, part)


def write_sum(book: Book, sheet: Worksheet, grid: Grid, counted: Statistics) -> None:
    """The sums of all lines, where a sum says something."""
    row, weeks = grid.sum_row, grid.roster.frame.weeks
    total = xl_rowcol_to_cell(row, grid.totals_column)
    parts = {
        SUM: _Cell(round(hours(counted.paid), 4), HOURS, _sum(grid, SUM)),
        SUM_CLOCK: _Cell(clock(counted.paid), CLOCK, f"={total}/24"),
        AVERAGE: _Cell(round(hours(counted.paid) / weeks, 4), HOURS, f"=ROUND({total}/{weeks},4)"),
    }
    agreed = sum(float(round(hours(one.contract_week), 4)) for one in grid.roster.frame.people)
    parts[AGREED] = _Cell(round(agreed, 4), HOURS, _sum(grid, AGREED))
    for number, _ in enumerate(HEADINGS):
        column = grid.totals_column + number
        text(sheet, grid.open_row, column, "", book.cell)
        if number in parts:
            _write(book, sheet, row, column, parts[number], bold=True, bg_color=HEAD)
        else:
            text(sheet, row, column, "", book.head)


def _sum(grid: Grid, number: int) -> str:
    return f"=ROUND(SUM({grid.people_range(grid.totals_column + number)}),4)"


def _words(cell: str) -> str:
    return f'=IF(ABS({cell})<0.05,"{AS_AGREED}",IF({cell}<0,"{TOO_LITTLE}","{TOO_MUCH}"))'


@dataclass(frozen=True)
class _Row:
    grid: Grid
    row: int

    def at(self, number: int) -> str:
        return str(xl_rowcol_to_cell(self.row, self.grid.totals_column + number))


def _write(book: Book, sheet: Worksheet, row: int, column: int, total: _Cell, **asked: object) -> None:
    look = book.look(border=THIN, num_format=total.shown, align="center", **asked)
    if total.formula:
        sheet.write_formula(row, column, total.formula, look, total.value)
    elif isinstance(total.value, str):
        text(sheet, row, column, total.value, look)
    else:
        sheet.write_number(row, column, total.value, look)
