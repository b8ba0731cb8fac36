"""Where a sheet is a turnus: a heading with a column for each weekday, weeks side by side, with or without dates."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from roster.reading.faults import Faults, Unreadable
from roster.reading.grid import Grid, Line, stop
from roster.reading.list_times import a_day
from roster.reading.numbers import tidy
from roster.wording import turnus_words as words

WEEK = 7
_NEAR = 2
"""So many lines above or below the weekdays the dates may stand."""
_LABEL = re.compile(r"([a-zæøå]+)\.?\s*(.*)")
_DAY = re.compile(r"(\d{1,2})\s?[./]\s?(\d{1,2})\.?(?:\s?[./]?\s?(\d{4}))?")
_YEAR = re.compile(r"\b(20\d\d)\b")
_FROM = re.compile(r"(?:gjelder|gjeld|starter|startdato|start|oppstart|fra og med|f\.?o\.?m\.?|fra)\b\W*(.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with the lines below it. ``weeks``: the columns of each week; ``weekday``: on which they begin.

    ``starts``: the first date of each week; none where there are no dates.
    """

    grid: Grid
    heading: Line
    weekday: int
    weeks: tuple[range, ...]
    starts: tuple[date, ...]
    skipped: frozenset[int]
    below: tuple[Line, ...]

    @property
    def label_columns(self) -> range:
        """What stands before the first day: the number and name of the line."""
        return range(self.weeks[0].start)


def blocks(grids: Iterable[Grid], file: str) -> tuple[Block, ...]:
    """Every heading of weekdays with what is below it; none where no sheet is a turnus. Raises ``Faults``."""
    return tuple(block for grid in grids for block in _blocks(grid, file))


def _blocks(grid: Grid, file: str) -> Iterator[Block]:
    found = [(at, weekday, weeks) for at, line in enumerate(grid.lines) for weekday, weeks in _weeks(line)]
    for number, (at, weekday, weeks) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(grid.lines)
        line = grid.lines[at]
        near = [line, *(one for one in grid.lines if 0 < abs(one.number - line.number) <= _NEAR)]
        dated = next((one for one in near if _holds_dates(one, weeks)), None)
        starts = () if dated is None else tuple(_starts(grid, dated, weekday, weeks, file))
        skipped = frozenset({line.number} | ({dated.number} if dated else set()))
        yield Block(grid, line, weekday, weeks, starts, skipped, grid.lines[at + 1 : end])


def _weeks(line: Line) -> Iterator[tuple[int, tuple[range, ...]]]:
    """The weekday that the weeks of a heading begin on, and their columns; nothing where it is no such heading."""
    for weekday in range(WEEK):
        weeks: list[range] = []
        column = 0
        last = max(line.cells, default=-1)
        while column <= last - WEEK + 1:
            if all(_is(line, column + day, (weekday + day) % WEEK) for day in range(WEEK)):
                weeks.append(range(column, column + WEEK))
                column += WEEK
            else:
                column += 1
        if weeks:
            yield weekday, tuple(weeks)
            return


def _is(line: Line, column: int, weekday: int) -> bool:
    """The cell names the weekday, or has a date that falls on it."""
    cell = line.cells.get(column)
    if cell is None or not cell.text:
        return False
    text = tidy(cell.text).lower()
    if text[0].isdigit():
        try:
            return a_day(text).weekday() == weekday
        except Unreadable:
            return False
    named = _LABEL.fullmatch(text)
    return named is not None and any(name.startswith(named[1]) for name in words.DAYS[weekday])


def has_turnus(grids: Iterable[Grid]) -> bool:
    """Some sheet has a heading with a column for each weekday."""
    return any(True for grid in grids for line in grid.lines for _ in _weeks(line))


# -- dates --------------------------------------------------------------------------------------------


def _holds_dates(line: Line, weeks: tuple[range, ...]) -> bool:
    """Each first day of a week has a date."""
    return all(_day(line, week.start) is not None for week in weeks)


def _day(line: Line, column: int) -> tuple[int, int, int | None] | None:
    """Day, month, and the year if it is written."""
    cell = line.cells.get(column)
    text = "" if cell is None else tidy(cell.text).lower()
    named = _LABEL.fullmatch(text)
    text = named[2] if named else text
    if short := _DAY.fullmatch(text):
        return int(short[1]), int(short[2]), int(short[3]) if short[3] else None
    try:
        found = a_day(text) if text else None
    except Unreadable:
        return None
    return None if found is None else (found.day, found.month, found.year)


def _starts(grid: Grid, line: Line, weekday: int, weeks: tuple[range, ...], file: str) -> Iterator[date]:
    """The date of each first day; raises ``Faults`` where they are not week after week on their weekday."""
    before: date | None = None
    for week in weeks:
        said = _day(line, week.start)
        assert said is not None
        day, month, year = said
        place = line.cells[week.start].place
        years = [year] if year else [before.year, before.year + 1] if before else _years_above(grid, line)
        if not years:
            raise stop(file, *words.NO_YEAR, place)
        made = [one for one in (_made(year, month, day) for year in years) if one and one.weekday() == weekday]
        if not made:
            raise stop(file, *words.other_weekday(line.cells[week.start].text, years[0]), place)
        if before is not None and made[0] != before + timedelta(days=WEEK):
            raise stop(file, *words.not_week_after_week(before, made[0]), place)
        before = made[0]
        yield before


def _years_above(grid: Grid, line: Line) -> list[int]:
    """The years that stand above the dates, as in a title."""
    above = (cell.text for one in grid.lines if one.number <= line.number for cell in one.cells.values())
    return sorted({int(year) for text in (*above, grid.name) for year in _YEAR.findall(text)})


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def begins(grids: Iterable[Grid]) -> date | None:
    """The date that the sheets say a grunnturnus runs from, such as «Gjelder fra 04.01.2027»."""
    for grid in grids:
        for line in grid.lines:
            texts = [cell.text for _, cell in sorted(line.cells.items())]
            for number, text in enumerate(texts):
                said = _FROM.search(tidy(text).lower())
                if said is None:
                    continue
                for tried in (said[1], *texts[number + 1 : number + 2]):
                    try:
                        return a_day(tried.strip(" .:")) if tried.strip(" .:") else None
                    except (Unreadable, Faults):
                        continue
    return None


def columns_of(block: Block) -> Mapping[int, tuple[int, int]]:
    """The week and the day in it of each column that is a day."""
    return {column: (week, day) for week, columns in enumerate(block.weeks) for day, column in enumerate(columns)}
