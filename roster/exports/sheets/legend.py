"""The sheet ``Tegnforklaring``: every code with its times and hours, the free days, and the words used."""

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

from roster.domain.free_days import codes_in
from roster.domain.roster import Roster
from roster.exports.sheets.grid import LEGEND_PAID, LEGEND_ROW, Grid
from roster.exports.sheets.labels import Entry, Labels
from roster.exports.sheets.style import CLOCK, Book, clock, fit, hours, text, texts
from roster.wording import legend
from roster.wording.sheets import LEGEND

_WIDTHS = (20, 22, 14, 78, 9, 10, 9, 11, 13)


def write(book: Book, grid: Grid, dated: Roster, terms: Iterable[tuple[str, str]] = legend.TERMS) -> None:
    """The legend of the grid; shifts moved by hand on the dates of a roll-out stand below its own codes."""
    sheet = book.sheet(LEGEND)
    text(sheet, 0, 0, legend.LEGEND_TITLE, book.title)
    text(sheet, 1, 0, legend.CODES_TITLE, book.plain)
    texts(sheet, LEGEND_ROW - 1, 0, legend.CODE_HEADINGS, book.head)
    fit(sheet, LEGEND_ROW - 1, legend.CODE_HEADINGS, _WIDTHS)
    row = LEGEND_ROW
    only_dated = () if dated is grid.roster else Labels(dated).entries
    entries = (*grid.labels.entries, *(entry for entry in only_dated if entry.moved))
    for entry in entries:
        _code(book, sheet, row, entry, grid)
        row += 1
    free = [(grid.labels.free(code), *legend.FREE_DAYS[code.value]) for code in codes_in(dated.frame)]
    moved = [legend.MOVED] if any(entry.moved for entry in entries) else []
    row = _words(book, sheet, row + 1, legend.FREE_TITLE, [*free, legend.EMPTY_CELL, *moved])
    verdicts = [(word, "", said) for word, said in legend.verdicts()]
    row = _words(book, sheet, row + 1, legend.VERDICT_TITLE, verdicts)
    _words(book, sheet, row + 1, legend.TERMS_TITLE, [(word, "", said) for word, said in terms])
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.fit_to_pages(1, 0)


def _code(book: Book, sheet: Worksheet, row: int, entry: Entry, grid: Grid) -> None:
    shift = entry.shift
    name = legend.name_of(entry.name, entry.moved)
    about = legend.about(grid.roster.frame.brief, shift)
    words = [entry.label, name, legend.times(shift), about]
    texts(sheet, row, 0, words, book.cell)
    fit(sheet, row, words, _WIDTHS)
    sheet.write_number(row, 4, hours(shift.clock_minutes), book.number())
    sheet.write_number(row, LEGEND_PAID, hours(entry.paid), book.number())
    sheet.write_number(row, 6, clock(entry.paid), book.number(CLOCK))
    sheet.write_number(row, 7, hours(entry.worked), book.number())
    sheet.write_number(row, 8, hours(entry.granted), book.number())


def _words(book: Book, sheet: Worksheet, row: int, title: str, said: list[tuple[str, str, str]]) -> int:
    """A heading and its words with what they mean, each explanation in the widest column."""
    text(sheet, row, 0, title, book.bold)
    for word, name, meaning in said:
        row += 1
        text(sheet, row, 0, word, book.bold)
        text(sheet, row, 1, name, book.look(text_wrap=True))
        text(sheet, row, 3, meaning, book.look(text_wrap=True))
        fit(sheet, row, [word, name, "", meaning], _WIDTHS)
    return row + 1
