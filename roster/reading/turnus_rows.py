"""The lines below the heading of a turnus made elsewhere: which they are, whose, and their cells day by day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from roster.reading.grid import GridCell, Line
from roster.reading.numbers import tidy
from roster.reading.turnus_header import Block
from roster.reading.turnus_legend import Coded, coded_in
from roster.wording import turnus_words as words

PARTS = re.compile(r"\s*[/+,;&|·\n]\s*|\s+")
"""What stands between the codes in a cell."""
_COUNTED = words.AFTER_LINES | words.COUNTED
_LONGEST_NAME = 80
_NUMBER = re.compile(r"\d{1,3}\.?")
_WEEK_NUMBER = re.compile(r"(?:uke|u)\.?\s*(\d{1,2})", re.IGNORECASE)
_PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s*%?|0[.,]\d+")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the turnus: what stands before it, and its cells by the number of the day."""

    labels: Mapping[int, str]
    cells: tuple[tuple[int, GridCell], ...]
    place: str


def rows_of(block: Block, codes: Mapping[str, Coded]) -> Iterator[Row]:
    """The lines below the heading, up to sums and legend."""
    columns = block.day_of
    known = frozenset(code.casefold() for code in codes) | words.FREE
    before = block.heading.number
    gap = found = False
    for line in block.below:
        if line.number in block.skipped:
            before = line.number
            continue
        labels = {
            column: tidy(cell.text) for column, cell in sorted(line.cells.items())
            if column in block.label_columns and cell.text
        }  # fmt: skip
        first = next(iter(labels.values()), "").casefold().rstrip(":")
        if found and _word(first) in words.AFTER_LINES:
            return
        gap = gap or (found and line.number > before + 1)
        cells = tuple((columns[column], cell) for column, cell in sorted(line.cells.items()) if column in columns)
        if _is_line(line, labels, cells, known, gap):
            before, found = line.number, True
            yield Row(labels, cells, line.place)
        elif not gap:
            before = line.number


def _is_line(
    line: Line, labels: Mapping[int, str], cells: Sequence[tuple[int, GridCell]], known: frozenset[str], gap: bool
) -> bool:
    """Below a gap there may be a legend, so there a line has a code that is known, and tells of none."""
    said = [part for _, cell in cells for part in PARTS.split(cell.text.casefold()) if part]
    if said and all(part.isdigit() for part in said):
        # How many there are on each shift, which the forms have below the lines; else they are codes of somebody's.
        first = next(iter(labels.values()), "").casefold()
        whole = all(cell.text.isdigit() for _, cell in cells)
        return bool(first) and whole and first not in known and not gap and _word(first) not in _COUNTED
    if gap or not labels:
        return any(part in known for part in said) and not any(True for _ in coded_in(line))
    # A whole week off is a line too, if what stands before it can be nothing else.
    numbered = all(_NUMBER.fullmatch(text) or _WEEK_NUMBER.fullmatch(text) for text in labels.values())
    return bool(said) or any(cell.trouble for _, cell in cells) or len(labels) > 1 or numbered


def _word(text: str) -> str:
    """Its first word."""
    found = re.match(r"\w+", text)
    return found[0] if found else ""


# -- who ----------------------------------------------------------------------------------------------


def _heads(block: Block) -> Mapping[int, str]:
    return {
        column: tidy(cell.text).casefold().rstrip(".:")
        for column, cell in block.heading.cells.items()
        if column in block.label_columns
    }


def name_of(block: Block, row: Row) -> str:
    """The name of who has the line, or its number where there is no name."""
    heads = _heads(block)
    by_name = [text for column, text in row.labels.items() if heads.get(column) in words.NAME_HEADINGS]
    others = [
        text
        for column, text in row.labels.items()
        if heads.get(column) not in words.NOT_NAMES and not _PERCENT.fullmatch(text)
    ]
    if name := next(iter((*by_name, *others)), ""):
        return name[:_LONGEST_NAME]
    return f"Linje {first_of(row)}"


def first_of(row: Row) -> str:
    return next(iter(row.labels.values())).rstrip(".")


def numbered(block: Block, rows: Sequence[Row]) -> bool:
    """The lines have numbers from 1 and no names."""
    heads = _heads(block)
    if any(head in words.NAME_HEADINGS for head in heads.values()):
        return False
    return [first_of(row) for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


def rows_are_weeks(block: Block, rows: Sequence[Row]) -> bool:
    """Each line is a week of the same person."""
    heads = _heads(block)
    if all(_WEEK_NUMBER.fullmatch(first_of(row)) for row in rows):
        return True
    return next(iter(heads.values()), "") in words.WEEK_HEADINGS and all(
        _NUMBER.fullmatch(first_of(row)) for row in rows
    )


def weeks_of_each(block: Block, rows: Sequence[Row]) -> Sequence[tuple[str, int, Row]] | None:
    """Name and number of the week of each line, where names and weeks have columns of their own; else None.

    A line without a name goes on with the name above it.
    """
    heads = _heads(block)
    by_week = [column for column, text in heads.items() if text in words.WEEK_HEADINGS]
    by_name = [column for column, text in heads.items() if text in words.NAME_HEADINGS]
    if len(by_week) != 1 or not by_name:
        return None
    found: list[tuple[str, int, Row]] = []
    name = ""
    for row in rows:
        week = re.search(r"\d+", row.labels.get(by_week[0], ""))
        name = next((row.labels[column] for column in by_name if column in row.labels), name)
        if week is None or not name:
            return None
        found.append((name[:_LONGEST_NAME], int(week[0]), row))
    return found


def title_of(block: Block) -> str:
    """What stands above the heading: whose weeks they are."""
    above = [line for line in block.grid.lines if line.number < block.heading.number]
    if not above:
        return block.grid.name
    text = next((cell.text for _, cell in sorted(above[-1].cells.items()) if cell.text), "")
    return re.sub(r"^(?:turnus for|navn|assistent)\W+", "", tidy(text), flags=re.IGNORECASE)[:40]


def unique(block: Block, rows: Sequence[Row]) -> list[str]:
    """The names, with a number where two lines have the same."""
    names = [name_of(block, row) for row in rows]
    return [name if names.count(name) == 1 else f"{name} {number + 1}" for number, name in enumerate(names)]


def several(block: Block, rows: Sequence[Row]) -> list[str]:
    """The names that more than one line has, by which ``unique`` calls them."""
    names = [name_of(block, row) for row in rows]
    return [own for name, own in zip(names, unique(block, rows), strict=True) if names.count(name) > 1]
