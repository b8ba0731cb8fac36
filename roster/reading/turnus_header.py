"""Where a sheet is a turnus: a heading with a column for each day, weeks or a month of them, with or without dates."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from roster.reading.faults import Faults, Unreadable
from roster.reading.grid import Grid, Line, stop
from roster.reading.list_times import a_day
from roster.reading.numbers import tidy
from roster.wording import turnus_words as words
from roster.wording.numbers import MONTHS

WEEK = 7
_SUMS = 3
"""So many columns of sums may stand between two weeks."""
_NEAR = 2
"""So many lines above or below the weekdays the dates may stand."""
_LABEL = re.compile(r"([a-zæøåö]+)\.?\s*(.*)")
_DAY = re.compile(r"(\d{1,2})\s?[./]\s?(\d{1,2})\.?(?:\s?[./]?\s?(\d{4}))?")
_OF_MONTH = re.compile(r"(\d{1,2})\.?")
_YEAR = re.compile(r"\b(20\d\d)\b")
_MONTHS = {
    name: number
    for number, names in enumerate(zip(MONTHS, words.MONTHS_ELSEWHERE, strict=True), start=1)
    for name in (names[0], *names[1])
}
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_FROM = re.compile(r"(?:gjelder|gjeld|starter|startdato|start|oppstart|fra og med|f\.?o\.?m\.?|fra)\b\W*(.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with the lines below it. ``days``: the column of each day in turn, the first of them on ``weekday``.

    ``first``: the date of the first day; None where there are no dates. ``skipped``: lines of the heading.
    """

    grid: Grid
    heading: Line
    weekday: int
    days: tuple[int, ...]
    first: date | None
    skipped: frozenset[int]
    below: tuple[Line, ...]

    @property
    def label_columns(self) -> range:
        """What stands before the first day: the number and name of the line."""
        return range(self.days[0])

    @property
    def weeks(self) -> int:
        return -(-len(self.days) // WEEK)

    @property
    def day_of(self) -> Mapping[int, int]:
        """The number, from 0, of the day in each column that is one."""
        return {column: number for number, column in enumerate(self.days)}


def blocks(grids: Iterable[Grid], file: str) -> tuple[Block, ...]:
    """Every heading of weekdays with what is below it; none where no sheet is a turnus. Raises ``Faults``."""
    return tuple(block for grid in grids for block in _blocks(grid, file))


def has_turnus(grids: Iterable[Grid]) -> bool:
    """Some sheet has a heading with a column for each weekday."""
    return any(_days(line) is not None for grid in grids for line in grid.lines)


def _blocks(grid: Grid, file: str) -> Iterator[Block]:
    found = [(at, run) for at, line in enumerate(grid.lines) if (run := _days(line)) is not None]
    for number, (at, (weekday, days)) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(grid.lines)
        line = grid.lines[at]
        _must_be_one(line, days, file)
        around = grid.lines[max(at - _NEAR, 0) : at + _NEAR + 1]
        near = [line, *(one for one in around if 0 < abs(one.number - line.number) <= _NEAR)]
        dated = next((one for one in near if _has_dates(one, days)), None)
        numbered = next((one for one in near if _has_numbers(one, days)), None) if dated is None else None
        first = None
        if dated is not None:
            first = _first_of_dates(grid, dated, weekday, days, file)
        elif numbered is not None:
            first = _first_of_numbers(grid, numbered, weekday, days, file)
        heading = {one.number for one in (line, dated, numbered) if one is not None}
        yield Block(grid, line, weekday, days, first, frozenset(heading), grid.lines[at + 1 : end])


def _must_be_one(line: Line, days: Sequence[int], file: str) -> None:
    """Raises ``Faults`` where another grid stands beside it, with lines of its own or far off."""
    heads = {column: tidy(cell.text).casefold().rstrip(".:") for column, cell in line.cells.items()}
    beside = [column for column, text in heads.items() if column > days[0] and text in words.NAME_HEADINGS]
    sides = (
        replace(line, cells={column: cell for column, cell in line.cells.items() if inside(column)})
        for inside in (days[0].__gt__, days[-1].__lt__)
    )
    if any(column < days[-1] for column in beside) or any(_days(side) is not None for side in sides):
        raise stop(file, *words.SIDE_BY_SIDE, line.place)


def _days(line: Line) -> tuple[int, tuple[int, ...]] | None:
    """The weekday that the days of a heading begin on, and their columns; None where it is no such heading."""
    best: tuple[int, tuple[int, ...]] | None = None
    for column in sorted(line.cells):
        # The first week stands in columns side by side, so most lines of a list are passed over at once.
        if all(column + day in line.cells for day in range(WEEK)):
            for weekday in _weekdays(line.cells[column].text):
                days = _run(line, column, weekday)
                if len(days) >= WEEK and (best is None or len(days) > len(best[1])):
                    best = weekday, days
    return best


def _run(line: Line, first: int, weekday: int) -> tuple[int, ...]:
    """The columns of the days that follow, each beside the one before; after a week sums may stand between."""
    days = [first]
    while True:
        whole = len(days) % WEEK == 0 or (weekday + len(days)) % WEEK == 0
        near = range(days[-1] + 1, days[-1] + (_SUMS if whole else 0) + 2)
        found = next((column for column in near if _is(line, column, (weekday + len(days)) % WEEK)), None)
        if found is None:
            return tuple(days)
        days.append(found)


def _is(line: Line, column: int, weekday: int) -> bool:
    """The cell names the weekday, or has a date that falls on it."""
    cell = line.cells.get(column)
    return cell is not None and weekday in _weekdays(cell.text)


@lru_cache(maxsize=4096)
def _weekdays(text: str) -> tuple[int, ...]:
    """The weekdays that the text may be the name or a date of; T is two of them."""
    clean = tidy(text).lower()
    if not clean:
        return ()
    if clean[0].isdigit():
        try:
            return (a_day(clean).weekday(),)
        except Unreadable:
            return ()
    named = _LABEL.fullmatch(clean)
    if named is None:
        return ()
    said = named[1]
    also = words.DAYS_ELSEWHERE if len(said) > 1 else ((),) * WEEK
    every = (names + more for names, more in zip(words.DAYS, also, strict=True))
    return tuple(day for day, names in enumerate(every) if any(name.startswith(said) for name in names))


# -- dates --------------------------------------------------------------------------------------------


def _has_dates(line: Line, days: Sequence[int]) -> bool:
    """The first day of each week has a date."""
    return all(_day(line, column) is not None for column in days[::WEEK])


def _has_numbers(line: Line, days: Sequence[int]) -> bool:
    """Each day has its number in the month."""
    texts = [tidy(line.cells[column].text) if column in line.cells else "" for column in days]
    found = [int(one[1]) for text in texts if (one := _OF_MONTH.fullmatch(text))]
    return len(found) == len(days) and all(b in (a + 1, 1) for a, b in pairwise(found))


def _day(line: Line, column: int) -> tuple[int, int, int | None] | None:
    """Day, month, and the year if it is written."""
    cell = line.cells.get(column)
    text = "" if cell is None else tidy(cell.text).lower()
    named = _LABEL.fullmatch(text)
    text = named[2] if named else text
    if short := _DAY.fullmatch(text):
        return int(short[1]), int(short[2]), int(short[3]) if short[3] else None
    try:
        found = a_day(text) if re.search(r"\d\D+\d", text) else None
    except Unreadable:
        return None
    return None if found is None else (found.day, found.month, found.year)


def _first_of_dates(grid: Grid, line: Line, weekday: int, days: Sequence[int], file: str) -> date:
    """The date of the first day; raises ``Faults`` where the others do not follow it day by day on their weekdays."""
    first: date | None = None
    for number, column in enumerate(days):
        said = _day(line, column)
        if said is None:
            continue
        day, month, year = said
        expected = None if first is None else first + timedelta(days=number)
        years = [year] if year else [expected.year] if expected else _years_above(grid, line)
        place = line.cells[column].place
        if not years:
            raise stop(file, *words.NO_YEAR, place)
        found = [one for year in years if (one := _made(year, month, day)) is not None]
        if expected is not None and found != [expected]:
            raise stop(file, *words.not_day_by_day(line.cells[column].text, expected), place)
        right = [one for one in found if one.weekday() == (weekday + number) % WEEK]
        if not right:
            raise stop(file, *words.other_weekday(line.cells[column].text, years[0]), place)
        first = first or right[0]
    assert first is not None
    return first


def _first_of_numbers(grid: Grid, line: Line, weekday: int, days: Sequence[int], file: str) -> date | None:
    """The date of the first day by the month in the title; None where no month is named."""
    texts = [text.lower() for text in _above(grid, line)]
    months = [_MONTHS[one] for text in texts for one in _MONTH.findall(text)]
    if not months:
        return None
    place = line.cells[days[0]].place
    years = _years_above(grid, line)
    if not years:
        raise stop(file, *words.NO_YEAR, place)
    number = int(tidy(line.cells[days[0]].text).rstrip("."))
    found = [one for year in years if (one := _made(year, months[0], number)) is not None]
    right = [one for one in found if one.weekday() == weekday]
    if not right:
        raise stop(file, *words.other_weekday(f"{number}. {MONTHS[months[0] - 1]}", years[0]), place)
    for at, column in enumerate(days):
        if (right[0] + timedelta(days=at)).day != int(tidy(line.cells[column].text).rstrip(".")):
            text = line.cells[column].text
            raise stop(file, *words.not_day_by_day(text, right[0] + timedelta(days=at)), line.cells[column].place)
    return right[0]


def _years_above(grid: Grid, line: Line) -> list[int]:
    """The years that stand above the dates, as in a title."""
    return sorted({int(year) for text in _above(grid, line) for year in _YEAR.findall(text)})


def _above(grid: Grid, line: Line) -> list[str]:
    """What stands above the line and in it, and the name of the sheet."""
    return [cell.text for one in grid.lines if one.number <= line.number for cell in one.cells.values()] + [grid.name]


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
