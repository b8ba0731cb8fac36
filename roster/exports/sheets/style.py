"""How the workbook looks: few formats, ink that a black and white printer has, and text that is never a formula."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from textwrap import wrap
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

HOURS = "[$-414]0.0#"
CLOCK = "[h]:mm"
SIGNED = "[$-414]+0.0#;[$-414]−0.0#;[$-414]0.0"
PERCENT = "[$-414]0.0%"
DATE = "dd.mm.yyyy"
TIME = "hh:mm"
SHADE = "#E4E4E4"
HEAD = "#D0D0D0"
THIN, THICK, HAIR = 1, 5, 7
ROW = 15.0
"""Points that a row is high where nothing is said of it."""
_LINE = 13.0
"""Points that a line of text is high."""
FONT = {"font_name": "Arial", "font_size": 10}
"""Also the default of the file, since the width of columns is measured by it."""


@dataclass
class Book:
    """The workbook being written, with its formats by what they look like; ``mark`` stands at the foot of each page."""

    file: Workbook
    mark: str
    _formats: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def look(self, **asked: Any) -> Format:
        """A format with these properties; the same for the same ones."""
        key = tuple(sorted(asked.items()))
        if key not in self._formats:
            self._formats[key] = self.file.add_format({**FONT, "valign": "vcenter", **asked})
        return self._formats[key]

    @property
    def title(self) -> Format:
        return self.look(bold=True, font_size=14)

    @property
    def head(self) -> Format:
        return self.look(bold=True, bg_color=HEAD, border=THIN, text_wrap=True)

    @property
    def cell(self) -> Format:
        return self.look(border=THIN, text_wrap=True)

    @property
    def plain(self) -> Format:
        return self.look()

    @property
    def bold(self) -> Format:
        return self.look(bold=True)

    def number(self, shown: str = HOURS, **asked: Any) -> Format:
        return self.look(border=THIN, num_format=shown, **asked)

    def sheet(self, name: str, portrait: bool = False, paper: int = 9) -> Worksheet:
        """A sheet on A4 (paper 8 is A3) with page numbers; gridlines are only seen, not printed."""
        sheet = self.file.add_worksheet(name)
        sheet.set_paper(paper)
        if portrait:
            sheet.set_portrait()
        else:
            sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer(f"&L{self.mark}&C&A&RSide &P av &N")
        return sheet


def texts(sheet: Worksheet, row: int, column: int, values: Iterable[str], look: Format) -> None:
    """Texts side by side; a text that begins with = + - @ stays a text."""
    for number, value in enumerate(values):
        text(sheet, row, column + number, value, look)


def text(sheet: Worksheet, row: int, column: int, value: str, look: Format) -> None:
    """A text in a cell, never a formula, a number or an address."""
    if value:
        sheet.write_string(row, column, value, look)
    else:
        sheet.write_blank(row, column, None, look)


def fit(sheet: Worksheet, row: int, values: Iterable[str], widths: Iterable[float]) -> float:
    """Make the row as high as its wrapped texts need, and say how many points that is.

    Programs do not agree on doing so themselves.
    """
    lines = max((_lines(value, width) for value, width in zip(values, widths, strict=False)), default=1)
    high = max(ROW, _LINE * lines + 2)
    sheet.set_row(row, high)
    return high


def _lines(value: str, width: float) -> int:
    """On how many lines a text stands in a column of so many signs, broken between words."""
    room = max(1, int(width * 1.1))
    return sum(1 if len(part) <= room else len(wrap(part, room)) for part in value.split("\n"))


def hours(minutes: float | Fraction) -> float:
    """Minutes as hours, without the noise of binary fractions."""
    return float(round(float(minutes) / 60, 6))


def clock(minutes: float | Fraction) -> float:
    """Minutes as the part of a day that a spreadsheet shows as hours and minutes."""
    return float(minutes) / (24 * 60)
