"""The package as a workbook: the sheets of ``turnus.xlsx`` with their formulas, and a sheet for each part besides.

The brief as data is not in it: it holds dates of birth and wishes, which are nobody's business but the planner's.
"""

from io import BytesIO

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from roster.exports.package.known import Known
from roster.exports.package.paper import Block, Heading, Paper, Points, Section, Table, Text
from roster.exports.package.reckoned import counted_of, grid_of
from roster.exports.sheets import approval, changes, control, legend, per_assistant, shifts, turnus, vedtak
from roster.exports.sheets.control import Judged
from roster.exports.sheets.style import HEAD, SHADE, THICK, THIN, Book, fit, text, texts
from roster.exports.workbook import new_workbook, with_language
from roster.wording.legend import TERMS, short_mark
from roster.wording.run_words import on_dates
from roster.wording.sheets import SHIFTS
from roster.wording.summary import summary

_PAGE = 130.0
"""Signs that a page that lies is wide; one that stands is narrower."""
_STANDS = 92.0
_ROOM = 30.0
"""Points that a row is high which is filled in by hand."""


def book(known: Known, paper: Paper) -> bytes:
    """The bytes of the workbook; the same content gives the same bytes."""
    plan = known.plan
    held = BytesIO()
    with new_workbook(held, paper.title) as file:
        made = Book(file, short_mark(known.standing.fingerprint))
        first, *rest = [one for one in paper.sections if one.sheet is not None]
        _section(made, first, paper.title)
        grid = grid_of(plan.roster)
        counted = counted_of(plan.roster)
        found = known.rollout_report.findings if known.rollout_report is not None else None
        said = summary(plan.roster, known.report.findings, counted)
        turnus.write(made, grid, counted, said, on_dates(plan, found), known.report.findings)
        per_assistant.write(made, grid, counted)
        shifts.write(made, plan.dated)
        if plan.rollout is not None:
            changes.write(made, plan)
        control.write(made, _judged(known))
        vedtak.write(made, plan)
        # How a shift is moved by hand is no word of a workbook that must come back unchanged.
        legend.write(made, grid, plan.dated, [one for one in TERMS if one[0] != SHIFTS])
        for one in rest:
            _section(made, one, one.title)
        approval.write(made, plan, known.standing.fingerprint)
    return with_language(held.getvalue())


def _judged(known: Known) -> tuple[Judged, ...]:
    first = Judged(known.plan.roster.frame, known.report.findings, known.report.assumptions)
    if known.rollout_report is None:
        return (first,)
    return first, Judged(known.plan.dated.frame, known.rollout_report.findings, known.rollout_report.assumptions)


def _section(made: Book, section: Section, title: str) -> None:
    """A sheet with what the section says, table below table in the columns of the widest."""
    assert section.sheet is not None
    sheet = made.sheet(section.sheet, portrait=not section.wide)
    widths = _widths(section)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    text(sheet, 0, 0, title, made.title)
    row = 2
    tables = [one for one in section.blocks if isinstance(one, Table)]
    for block in section.blocks:
        if isinstance(block, Table) and len(tables) == 1 and not block.title:
            sheet.repeat_rows(row)
            sheet.freeze_panes(row + 1, 0)
        row = _block(made, sheet, block, row, widths)
    sheet.fit_to_pages(1, 0)


def _widths(section: Section) -> tuple[float, ...]:
    """Columns as the table with most of them has them; the cells of the others span several."""
    page = _PAGE if section.wide else _STANDS
    tables = [one for one in section.blocks if isinstance(one, Table)]
    most = max((one.widths for one in tables), key=len, default=(1.0,))
    return tuple(round(page * width / sum(most), 1) for width in most)


def _spans(table: Table, widths: tuple[float, ...]) -> tuple[tuple[int, int], ...]:
    """The first and last column of the sheet for each of the table's, as near its own widths as can be."""
    if table.over:
        # Weeks side by side keep their columns, so that those of the last weeks stand under the others.
        return tuple((number, number) for number in range(len(table.widths)))
    ends = [sum(widths[: number + 1]) / sum(widths) for number in range(len(widths))]
    spans: list[tuple[int, int]] = []
    first, told = 0, len(table.widths)
    for number in range(told):
        upto = sum(table.widths[: number + 1]) / sum(table.widths)
        furthest = len(widths) - (told - number)
        last = min(range(first, furthest + 1), key=lambda at: abs(ends[at] - upto))
        spans.append((first, furthest if number == told - 1 else last))
        first = spans[-1][1] + 1
    return tuple(spans)


def _block(made: Book, sheet: Worksheet, block: Block, row: int, widths: tuple[float, ...]) -> int:
    """The block from that row on; the first row free after it is answered."""
    match block:
        case Heading():
            text(sheet, row + 1, 0, block.text, made.bold)
            return row + 2
        case Text():
            return _said(made, sheet, (block.text,), row, widths, block.bold)
        case Points():
            return _said(made, sheet, tuple(f"– {one}" for one in block.items), row, widths)
        case Table():
            return _table(made, sheet, block, row, widths)


def _said(
    made: Book, sheet: Worksheet, said: tuple[str, ...], row: int, widths: tuple[float, ...], bold: bool = False
) -> int:
    """Sentences over all columns, as many lines high as they need."""
    look = made.look(text_wrap=True, bold=bold, valign="top")
    whole = sum(widths)
    for one in said:
        if len(widths) > 1:
            sheet.merge_range(row, 0, row, len(widths) - 1, one, look)
        else:
            text(sheet, row, 0, one, look)
        fit(sheet, row, (one,), (whole,))
        row += 1
    return row + 1


def _table(made: Book, sheet: Worksheet, table: Table, row: int, widths: tuple[float, ...]) -> int:
    if table.title:
        text(sheet, row, 0, table.title, made.bold)
        row += 1
    spans = _spans(table, widths)
    column = 0
    for said, count in table.over:
        texts(sheet, row, column, (said, *[""] * (count - 1)), made.look(bold=True, bg_color=HEAD))
        column += count
    row += bool(table.over)
    wide = [sum(widths[first : last + 1]) for first, last in spans]
    for said, span in zip(table.headings, spans, strict=True):
        _cell(sheet, row, span, said, made.head)
    fit(sheet, row, table.headings, wide)
    for number, values in enumerate(table.rows):
        row += 1
        for column, (said, span) in enumerate(zip(values, spans, strict=True)):
            _cell(sheet, row, span, said, made.look(**_look(table, number, column)))
        fit(sheet, row, values, wide)
        if table.room:
            sheet.set_row(row, _ROOM)
    return row + 2


def _cell(sheet: Worksheet, row: int, span: tuple[int, int], said: str, look: Format) -> None:
    first, last = span
    if first == last:
        text(sheet, row, first, said, look)
    else:
        sheet.merge_range(row, first, row, last, "", look)
        text(sheet, row, first, said, look)


def _look(table: Table, row: int, column: int) -> dict[str, object]:
    """As in print: sums bold, shaded days, thick lines between weeks, changed cells in a thick frame."""
    look: dict[str, object] = {"border": THIN, "text_wrap": True}
    if column in table.thick:
        look["left"] = THICK
    if column >= table.middle:
        look["align"] = "center"
    if row in table.bold:
        look |= {"bold": True, "bg_color": HEAD}
    elif column in table.shaded:
        look["bg_color"] = SHADE
    if (row, column) in table.marked:
        look |= {"border": THICK, "bold": True}
    return look
