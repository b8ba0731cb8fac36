"""The lines of a turnus made elsewhere as shifts that somebody has, and each cell that could not be read."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from roster.reading.faults import Fault, Unreadable
from roster.reading.grid import Grid, GridCell, Line, stop
from roster.reading.list_rows import Entry, breaks_in, inside, possible
from roster.reading.list_times import at, is_span, span
from roster.reading.numbers import short, tidy
from roster.reading.times import TimeSpan
from roster.reading.turnus_header import WEEK, Block, begins, blocks
from roster.reading.turnus_legend import Coded, coded_cell, coded_in, legend
from roster.wording import turnus_words as words
from roster.wording.list_words import Role

MOST_WEEKS = 265
ANY_MONDAY = date(2027, 1, 4)
"""Where a grunnturnus is counted from when nobody says."""
_PARTS = re.compile(r"\s*[/+,;&|·\n]\s*|\s+")
_LONGEST_NAME = 80
_NUMBER = re.compile(r"\d{1,3}\.?")
_WEEK_NUMBER = re.compile(r"(?:uke|u)\.?\s*(\d{1,2})", re.IGNORECASE)
_PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s*%?|0[.,]\d+")


@dataclass(frozen=True, slots=True)
class Turnus:
    """A turnus as it was read. ``dated``: its first week begins on ``start`` in truth, else it repeats.

    ``names``: all that stands before each line, by the person's name. ``unread``: what could not be read, cell by cell.
    """

    file: str
    start: date
    weeks: int
    dated: bool
    names: Mapping[str, tuple[str, ...]]
    entries: tuple[Entry, ...]
    roles: frozenset[Role]
    about: tuple[str, ...]
    presumed: tuple[str, ...]
    unread: tuple[Fault, ...]

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(self.names)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the turnus: what stands before it, and its cells by the number of the day."""

    labels: Mapping[int, str]
    cells: tuple[tuple[int, GridCell], ...]
    place: str


@dataclass
class _Reader:
    file: str
    codes: Mapping[str, Coded]
    start: date
    dated: bool
    entries: list[Entry] = field(default_factory=list)
    unread: list[Fault] = field(default_factory=list)

    def fault(self, place: str, what: str, way_out: str) -> None:
        self.unread.append(Fault(self.file, place, what, way_out))

    def cell(self, who: str, day: date, cell: GridCell) -> None:
        """The shifts of the cell; what cannot be read is kept."""
        if cell.trouble is not None:
            self.fault(cell.place, cell.trouble.what, cell.trouble.way_out)
            return
        own = None if self._known(cell.text) else coded_cell(cell)
        try:
            if own is not None and own.time is not None:
                # A code over its times, as the form for one assistant has it.
                self.entries.append(_entry(who, day, own, own.time, cell.place, self.dated))
                return
            found = [self._shift(who, day, part, cell) for part in self._parts(cell.text)]
        except Unreadable as unreadable:
            self.fault(cell.place, unreadable.what, unreadable.way_out)
            return
        self.entries += [one for one in found if one is not None]

    def _parts(self, text: str) -> Sequence[str]:
        """The codes in a cell; all of it where that is one."""
        if self._known(text) or is_span(text):
            return (text,)
        return [part for part in _PARTS.split(text) if part]

    def _known(self, text: str) -> Coded | None:
        alike = [one for code, one in self.codes.items() if code.casefold() == text.casefold()]
        return self.codes.get(text) or (alike[0] if len(alike) == 1 else None)

    def _shift(self, who: str, day: date, text: str, cell: GridCell) -> Entry | None:
        known = self._known(text)
        if known is not None and known.time is not None:
            return _entry(who, day, known, known.time, cell.place, self.dated)
        if text.casefold() in words.FREE or (known is not None and known.free):
            return None
        if known is not None:
            raise Unreadable(*words.no_times(known.code, known.name))
        if is_span(text):
            return _entry(who, day, Coded("", "", None), span(text), cell.place, self.dated)
        raise Unreadable(*words.unknown_code(short(text)))


def _entry(who: str, day: date, coded: Coded, time: TimeSpan, place: str, dated: bool) -> Entry:
    start = at(day, time.start)
    end = start + timedelta(minutes=time.length)
    if dated:
        possible(start, end)
    breaks = list(breaks_in({Role.BREAK: coded.pause}, start, end) or ()) if coded.pause else []
    breaks += [(inside(coded.code, start, end, one.start, one.length), working) for one, working in coded.breaks]
    return Entry(
        place,
        who,
        start,
        end,
        coded.code,
        tuple(inside(coded.code, start, end, one.start, one.length) for one in coded.resting),
        tuple(breaks) if breaks or coded.pause else None,
    )


# -- the whole ----------------------------------------------------------------------------------------


def turnus_in(grids: Sequence[Grid], file: str) -> Turnus | None:
    """The turnus in the sheets; None where none has a column for each weekday. Raises ``Faults``."""
    found = blocks(grids, file)
    if not found:
        return None
    codes_before = legend(grids, frozenset((one.grid.name, one.heading.number) for one in found))
    rows = [tuple(_rows(block, codes_before)) for block in found]
    kept = [(block, theirs) for block, theirs in zip(found, rows, strict=True) if any(row.labels for row in theirs)]
    if not kept:
        raise stop(file, *words.NO_LINES, found[0].heading.place)
    taken = frozenset((block.grid.name, number) for block, theirs in kept for number in _numbers(block, theirs))
    named = [(block, tuple(row for row in theirs if row.labels)) for block, theirs in kept]
    nameless = [cell for _, theirs in kept for row in theirs if not row.labels for _, cell in row.cells]
    return _turnus(grids, file, named, legend(grids, taken), nameless)


def _numbers(block: Block, rows: Iterable[_Row]) -> Iterator[int]:
    yield block.heading.number
    places = {row.place for row in rows}
    yield from (line.number for line in block.below if line.place in places)


def _turnus(
    grids: Sequence[Grid],
    file: str,
    kept: Sequence[tuple[Block, tuple[_Row, ...]]],
    codes: Mapping[str, Coded],
    nameless: Iterable[GridCell],
) -> Turnus:
    block = kept[0][0]
    presumed: list[str] = []
    dated = block.first is not None
    if any((one.first is not None) is not dated for one, _ in kept):
        raise stop(file, *words.OTHER_WEEKS, kept[-1][0].heading.place)
    if dated:
        start = min(one.first for one, _ in kept if one.first is not None)
        lines, weeks, about = _by_dates(kept, start)
    else:
        said = begins(grids)
        start = said or ANY_MONDAY
        start -= timedelta(days=(start.weekday() - block.weekday) % WEEK)
        presumed += [words.CYCLIC] if said else [words.CYCLIC, words.no_start(start)]
        lines, weeks, about = _laid_out(file, kept)
    if weeks > MOST_WEEKS:
        raise stop(file, *words.too_many_weeks(weeks), block.heading.place)
    reader = _Reader(file, codes, start, dated)
    open_shifts = 0
    names: dict[str, tuple[str, ...]] = {}
    for who, labels, cells in lines:
        if who.casefold() in words.OPEN_LINES:
            open_shifts += sum(cell.text.casefold() not in words.FREE for _, cell in cells)
            continue
        names[who] = labels
        for day, cell in cells:
            reader.cell(who, start + timedelta(days=day), cell)
    for one, _ in kept:
        _merged(one, reader)
    for cell in nameless:
        if cell.text.casefold() not in words.FREE:
            reader.fault(cell.place, *words.NO_NAME)
    if not any(one.time for one in codes.values()) and not reader.entries:
        raise stop(file, *words.NO_LEGEND, block.heading.place)
    used = sorted({one.code for one in reader.entries if one.code})
    about.insert(0, words.read_as(block.grid.name, len(names), weeks, dated, used or ["ingen"]))
    if open_shifts:
        about.append(words.open_lines(open_shifts))
    roles = {Role.BREAK} if any(one.breaks is not None for one in reader.entries) else set()
    roles |= {Role.PASSIVE} if any(one.resting for one in reader.entries) else set()
    return Turnus(
        file, start, weeks, dated, names, tuple(reader.entries), frozenset(roles), tuple(about), tuple(presumed),
        tuple(reader.unread),
    )  # fmt: skip


Laid = tuple[str, tuple[str, ...], tuple[tuple[int, GridCell], ...]]
"""A person, all that stands before the line, and the cells by the number of the day from the first."""


def _by_dates(kept: Sequence[tuple[Block, tuple[_Row, ...]]], start: date) -> tuple[list[Laid], int, list[str]]:
    """Each line on its dates; the same name in several grids is the same person."""
    lines: list[Laid] = []
    last = start
    for block, rows in kept:
        assert block.first is not None
        by = (block.first - start).days
        last = max(last, block.first + timedelta(days=len(block.days) - 1))
        lines += [
            (who, tuple(row.labels.values()), tuple((by + day, cell) for day, cell in row.cells))
            for who, row in zip(_unique(block, rows), rows, strict=True)
        ]
    return lines, (last - start).days // WEEK + 1, []


def _laid_out(file: str, kept: Sequence[tuple[Block, tuple[_Row, ...]]]) -> tuple[list[Laid], int, list[str]]:
    """Who has which cells on which day of a grunnturnus, the number of weeks, and how that was understood."""
    block, rows = kept[0]
    for one, _ in kept:
        if len(one.days) % WEEK:
            raise stop(file, *words.NOT_WHOLE_WEEKS, one.heading.place)
    if block.weeks == 1 and _rows_are_weeks(block, rows):
        lines: list[Laid] = []
        for number, (one, theirs) in enumerate(kept):
            name = _title(one) or f"Linje {number + 1}"
            lines.append((name, (name,), _in_turn(theirs)))
        return lines, max(len(theirs) for _, theirs in kept), [words.weeks_down([who for who, *_ in lines])]
    if block.weeks == 1 and len(kept) == 1 and len(rows) > 1 and _numbered(block, rows):
        walked: list[Laid] = []
        for first, row in enumerate(rows):
            name = f"Linje {_first(row)}"
            walked.append((name, (name, _first(row)), _in_turn((*rows[first:], *rows[:first]))))
        return walked, len(rows), [words.walked(len(rows))]
    return _side_by_side(file, kept)


def _in_turn(rows: Sequence[_Row]) -> tuple[tuple[int, GridCell], ...]:
    """The cells of the lines as one week after the other."""
    return tuple((week * WEEK + day, cell) for week, row in enumerate(rows) for day, cell in row.cells)


def _side_by_side(file: str, kept: Sequence[tuple[Block, tuple[_Row, ...]]]) -> tuple[list[Laid], int, list[str]]:
    """Weeks side by side; more of them may stand in further grids with the same lines."""
    names = [_name(kept[0][0], row) for row in kept[0][1]]
    unique = _unique(*kept[0])
    lines: list[Laid] = [(who, tuple(row.labels.values()), ()) for who, row in zip(unique, kept[0][1], strict=True)]
    days = 0
    for block, rows in kept:
        if [_name(block, row) for row in rows] != names:
            raise stop(file, *words.OTHER_WEEKS, block.heading.place)
        lines = [
            (who, labels, (*cells, *((days + day, cell) for day, cell in row.cells)))
            for (who, labels, cells), row in zip(lines, rows, strict=True)
        ]
        days += len(block.days)
    return lines, days // WEEK, []


def _unique(block: Block, rows: Sequence[_Row]) -> list[str]:
    """The names, with a number where two lines have the same."""
    names = [_name(block, row) for row in rows]
    return [name if names.count(name) == 1 else f"{name} {number + 1}" for number, name in enumerate(names)]


# -- lines --------------------------------------------------------------------------------------------


def _rows(block: Block, codes: Mapping[str, Coded]) -> Iterator[_Row]:
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
        if found and any(first.startswith(word) for word in words.AFTER_LINES):
            return
        gap = gap or (found and line.number > before + 1)
        cells = tuple((columns[column], cell) for column, cell in sorted(line.cells.items()) if column in columns)
        if _is_line(line, labels, cells, known, gap):
            before, found = line.number, True
            yield _Row(labels, cells, line.place)
        elif not gap:
            before = line.number


def _is_line(
    line: Line, labels: Mapping[int, str], cells: Sequence[tuple[int, GridCell]], known: frozenset[str], gap: bool
) -> bool:
    """Below a gap there may be a legend, so there a line has a code that is known, and tells of none."""
    said = [part for _, cell in cells for part in _PARTS.split(cell.text.casefold()) if part]
    if said and all(part.isdigit() for part in said):
        # How many there are on each shift, which the forms have below the lines.
        return False
    if gap or not labels:
        return any(part in known for part in said) and not any(True for _ in coded_in(line))
    # A whole week off is a line too, if what stands before it can be nothing else.
    numbered = all(_NUMBER.fullmatch(text) or _WEEK_NUMBER.fullmatch(text) for text in labels.values())
    return bool(said) or any(cell.trouble for _, cell in cells) or len(labels) > 1 or numbered


def _merged(block: Block, reader: _Reader) -> None:
    """Cells with a shift that are merged over more than one day say not on which it is."""
    columns = block.day_of
    rows = {line.number: line for line in block.below}
    for one in block.grid.merged:
        days = [column for column in one.columns if column in columns]
        line = rows.get(one.lines.start)
        cell = line.cells.get(one.columns.start) if line else None
        if len(days) > 1 and cell is not None and any(entry.place == cell.place for entry in reader.entries):
            reader.entries = [entry for entry in reader.entries if entry.place != cell.place]
            reader.fault(one.place, *words.MERGED)


# -- who ----------------------------------------------------------------------------------------------


def _heads(block: Block) -> Mapping[int, str]:
    return {
        column: tidy(cell.text).casefold().rstrip(".:")
        for column, cell in block.heading.cells.items()
        if column in block.label_columns
    }


def _name(block: Block, row: _Row) -> str:
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
    return f"Linje {_first(row)}"


def _first(row: _Row) -> str:
    return next(iter(row.labels.values())).rstrip(".")


def _numbered(block: Block, rows: Sequence[_Row]) -> bool:
    """The lines have numbers from 1 and no names."""
    heads = _heads(block)
    if any(head in words.NAME_HEADINGS for head in heads.values()):
        return False
    return [_first(row) for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


def _rows_are_weeks(block: Block, rows: Sequence[_Row]) -> bool:
    """Each line is a week of the same person."""
    heads = _heads(block)
    if all(_WEEK_NUMBER.fullmatch(_first(row)) for row in rows):
        return True
    return next(iter(heads.values()), "") in words.WEEK_HEADINGS and all(_NUMBER.fullmatch(_first(row)) for row in rows)


def _title(block: Block) -> str:
    """What stands above the heading: whose weeks they are."""
    above = [line for line in block.grid.lines if line.number < block.heading.number]
    if not above:
        return block.grid.name
    text = next((cell.text for _, cell in sorted(above[-1].cells.items()) if cell.text), "")
    return re.sub(r"^(?:turnus for|navn|assistent)\W+", "", tidy(text), flags=re.IGNORECASE)[:40]
