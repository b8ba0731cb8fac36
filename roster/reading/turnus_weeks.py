"""The weeks of a turnus made elsewhere: which day each cell of each line is, however lines and grids are laid out."""

from collections.abc import Sequence
from datetime import date, timedelta

from roster.reading.grid import GridCell, stop
from roster.reading.turnus_header import WEEK, Block
from roster.reading.turnus_rows import (
    Row,
    first_of,
    name_of,
    numbered,
    rows_are_weeks,
    several,
    title_of,
    unique,
    weeks_of_each,
)
from roster.wording import turnus_words as words

Laid = tuple[str, tuple[str, ...], tuple[tuple[int, GridCell], ...]]
"""A person, all that stands before the line, and the cells by the number of the day from the first."""


def by_dates(
    file: str, kept: Sequence[tuple[Block, tuple[Row, ...]]], start: date
) -> tuple[list[Laid], int, list[str]]:
    """Each line on its dates; the same name in several grids is the same person."""
    lines: list[Laid] = []
    last = start
    held: dict[str, set[int]] = {}
    for block, rows in kept:
        assert block.first is not None
        by = (block.first - start).days
        days = set(range(by, by + len(block.days)))
        for who in unique(block, rows):
            if not days.isdisjoint(held.get(who, ())):
                raise stop(file, *words.days_twice(who), block.heading.place)
            held[who] = held.get(who, set()) | days
        last = max(last, block.first + timedelta(days=len(block.days) - 1))
        lines += [
            (who, tuple(row.labels.values()), tuple((by + day, cell) for day, cell in row.cells))
            for who, row in zip(unique(block, rows), rows, strict=True)
        ]
    return lines, (last - start).days // WEEK + 1, _told_apart(kept)


def laid_out(file: str, kept: Sequence[tuple[Block, tuple[Row, ...]]]) -> tuple[list[Laid], int, list[str]]:
    """Who has which cells on which day of a grunnturnus, the number of weeks, and how that was understood."""
    block, rows = kept[0]
    for one, _ in kept:
        if len(one.days) % WEEK:
            raise stop(file, *words.NOT_WHOLE_WEEKS, one.heading.place)
    if block.weeks == 1 and len(kept) == 1 and (each := weeks_of_each(block, rows)) is not None:
        return _week_by_week(file, block, each)
    if block.weeks == 1 and rows_are_weeks(block, rows):
        lines: list[Laid] = []
        for number, (one, theirs) in enumerate(kept):
            name = title_of(one) or f"Linje {number + 1}"
            lines.append((name, (name,), _in_turn(theirs)))
        return lines, max(len(theirs) for _, theirs in kept), [words.weeks_down([who for who, *_ in lines])]
    if block.weeks == 1 and len(kept) == 1 and len(rows) > 1 and numbered(block, rows):
        walked: list[Laid] = []
        for first, row in enumerate(rows):
            name = f"Linje {first_of(row)}"
            walked.append((name, (name, first_of(row)), _in_turn((*rows[first:], *rows[:first]))))
        return walked, len(rows), [words.walked(len(rows))]
    return _side_by_side(file, kept)


def _week_by_week(file: str, block: Block, rows: Sequence[tuple[str, int, Row]]) -> tuple[list[Laid], int, list[str]]:
    """A line for each week of each person; raises ``Faults`` where a week is missing or there twice."""
    numbers = sorted({week for _, week, _ in rows})
    people = list(dict.fromkeys(who for who, _, _ in rows))
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        raise stop(file, *words.WEEKS_MISSING, block.heading.place)
    lines: list[Laid] = []
    for who in people:
        own = sorted(((week, row) for name, week, row in rows if name == who), key=lambda one: one[0])
        if [week for week, _ in own] != numbers:
            raise stop(file, *words.weeks_otherwise(who), own[0][1].place)
        lines.append((who, (who,), _in_turn([row for _, row in own])))
    return lines, len(numbers), [words.weeks_down(people)]


def _in_turn(rows: Sequence[Row]) -> tuple[tuple[int, GridCell], ...]:
    """The cells of the lines as one week after the other."""
    return tuple((week * WEEK + day, cell) for week, row in enumerate(rows) for day, cell in row.cells)


def _side_by_side(file: str, kept: Sequence[tuple[Block, tuple[Row, ...]]]) -> tuple[list[Laid], int, list[str]]:
    """Weeks side by side; more of them may stand in further grids with the same lines."""
    names = [name_of(kept[0][0], row) for row in kept[0][1]]
    lines: list[Laid] = [
        (who, tuple(row.labels.values()), ()) for who, row in zip(unique(*kept[0]), kept[0][1], strict=True)
    ]
    days = 0
    for block, rows in kept:
        if [name_of(block, row) for row in rows] != names:
            raise stop(file, *words.OTHER_WEEKS, block.heading.place)
        lines = [
            (who, labels, (*cells, *((days + day, cell) for day, cell in row.cells)))
            for (who, labels, cells), row in zip(lines, rows, strict=True)
        ]
        days += len(block.days)
    return lines, days // WEEK, _told_apart(kept[:1])


def _told_apart(kept: Sequence[tuple[Block, tuple[Row, ...]]]) -> list[str]:
    """What is said where lines with the same name are read as several people."""
    names = dict.fromkeys(who for block, rows in kept for who in several(block, rows))
    return [words.same_name(list(names))] if names else []
