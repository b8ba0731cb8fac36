"""The lines of a turnus made elsewhere as shifts that somebody has, and each cell that could not be read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import permutations

from roster.reading.faults import Fault, Unreadable
from roster.reading.grid import Grid, GridCell, stop
from roster.reading.list_rows import Entry, breaks_in, inside, possible
from roster.reading.list_times import at, is_span, span
from roster.reading.numbers import short
from roster.reading.times import TimeSpan
from roster.reading.turnus_header import WEEK, Block, begins, blocks
from roster.reading.turnus_legend import Coded, coded_cell, legend
from roster.reading.turnus_rows import PARTS, Row, rows_of
from roster.reading.turnus_weeks import by_dates, laid_out
from roster.wording import turnus_words as words
from roster.wording.list_words import Role

MOST_WEEKS = 265
ANY_MONDAY = date(2027, 1, 4)
"""Where a grunnturnus is counted from when nobody says."""


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
            found = self._shifts(who, day, cell)
        except Unreadable as unreadable:
            self.fault(cell.place, unreadable.what, unreadable.way_out)
            return
        self.entries += found

    def _shifts(self, who: str, day: date, cell: GridCell) -> list[Entry]:
        """The shifts that the cell names one by one, where that can be meant in but one way."""
        parts = self._parts(cell.text)
        said = [(part, self._shift(who, day, part, cell)) for part in parts]
        found = [one for _, one in said if one is not None]
        off = [part for part, one in said if one is None and part[0].isalpha()]
        if found and off:
            raise Unreadable(*words.off_and_shift(short(cell.text)))
        for one, other in permutations(found, 2):
            if one.start <= other.start and other.end <= one.end:
                raise Unreadable(*words.shift_in_shift(short(cell.text)))
        return found

    def _parts(self, text: str) -> Sequence[str]:
        """The codes in a cell; all of it where that is one."""
        if self._known(text) or is_span(text):
            return (text,)
        return [part for part in PARTS.split(text) if part]

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
            if known.clash:
                raise Unreadable(*words.two_meanings(known.code))
            raise Unreadable(
                *(words.times_apart(known.code) if known.apart else words.no_times(known.code, known.name))
            )
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
    rows = [tuple(rows_of(block, codes_before)) for block in found]
    kept = [(block, theirs) for block, theirs in zip(found, rows, strict=True) if any(row.labels for row in theirs)]
    if not kept:
        raise stop(file, *words.NO_LINES, found[0].heading.place)
    taken = frozenset((block.grid.name, number) for block, theirs in kept for number in _numbers(block, theirs))
    named = [(block, tuple(row for row in theirs if row.labels)) for block, theirs in kept]
    nameless = [cell for _, theirs in kept for row in theirs if not row.labels for _, cell in row.cells]
    return _turnus(grids, file, named, legend(grids, taken), nameless)


def _numbers(block: Block, rows: Iterable[Row]) -> Iterator[int]:
    yield block.heading.number
    places = {row.place for row in rows}
    yield from (line.number for line in block.below if line.place in places)


def _turnus(
    grids: Sequence[Grid],
    file: str,
    kept: Sequence[tuple[Block, tuple[Row, ...]]],
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
        lines, weeks, about = by_dates(file, kept, start)
    else:
        said = begins(grids)
        start = said or ANY_MONDAY
        start -= timedelta(days=(start.weekday() - block.weekday) % WEEK)
        presumed += [words.CYCLIC] if said else [words.CYCLIC, words.no_start(start)]
        lines, weeks, about = laid_out(file, kept)
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
    if not any(one.time or one.apart or one.clash for one in codes.values()) and not reader.entries:
        raise stop(file, *words.NO_LEGEND, block.heading.place)
    used = sorted({one.code for one in reader.entries if one.code})
    about.insert(0, words.read_as(block.grid.name, len(names), weeks, dated, used))
    if open_shifts:
        about.append(words.open_lines(open_shifts))
    roles = {Role.BREAK} if any(one.breaks is not None for one in reader.entries) else set()
    roles |= {Role.PASSIVE} if any(one.resting for one in reader.entries) else set()
    return Turnus(
        file, start, weeks, dated, names, tuple(reader.entries), frozenset(roles), tuple(about), tuple(presumed),
        tuple(reader.unread),
    )  # fmt: skip


def _merged(block: Block, reader: _Reader) -> None:
    """Cells with a shift that are merged say not on which day it is, or whose, where they span more than one."""
    columns = block.day_of
    rows = {line.number: line for line in block.below}
    for one in block.grid.merged:
        days = [column for column in one.columns if column in columns]
        line = rows.get(one.lines.start)
        cell = line.cells.get(one.columns.start) if line else None
        several = len(days) > 1 or (days and len(one.lines) > 1)
        if several and cell is not None and any(entry.place == cell.place for entry in reader.entries):
            reader.entries = [entry for entry in reader.entries if entry.place != cell.place]
            reader.fault(one.place, *(words.MERGED if len(days) > 1 else words.MERGED_LINES))
