"""The legend of a turnus made elsewhere: each code with its times, wherever in the sheets it stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from roster.reading.faults import Unreadable
from roster.reading.grid import Grid, GridCell, Line
from roster.reading.list_times import is_span, said, span
from roster.reading.numbers import tidy
from roster.reading.times import DAY, TimeSpan
from roster.reading.turnus_times import ACTIVITY, SPAN, Times, times_in
from roster.wording.list_words import HEADINGS, Role
from roster.wording.turnus_words import FREE_NAMES, NOT_WORK

_CODE = r"[A-Za-zÆØÅæøå][\wÆØÅæøå+/.-]{0,5}"
_ONLY_CODE = re.compile(_CODE)
_IN_ONE = re.compile(rf"({_CODE})(?:\s*[=:]\s*|\s+(?=\(?{SPAN}|\(?{ACTIVITY}))(.*)", re.IGNORECASE)
_MANY = re.compile(rf"\b(?!{ACTIVITY}|pause)({_CODE})\s*[=:]?\s*({SPAN})")
_TIMES_FIRST = re.compile(rf"\(?(?:{SPAN}|{ACTIVITY}\s)", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÆØÅa-zæøå][a-zæøå]{2,}\D*")
_LOOKED_ON = 4
"""So many cells after its code the times of a shift may stand."""


@dataclass(frozen=True, slots=True)
class Coded:
    """What a code stands for; ``time`` None: no times are given. ``pause``: what a column of breaks says.

    ``breaks`` and ``resting`` are those told in words, with whether a break is working time. ``apart``: it has several
    times that do not follow each other.
    """

    code: str
    name: str
    time: TimeSpan | None
    pause: str = ""
    breaks: tuple[tuple[TimeSpan, bool], ...] = ()
    resting: tuple[TimeSpan, ...] = ()
    apart: bool = False
    place: str = ""

    @property
    def free(self) -> bool:
        """It is a day off or away, by its name."""
        name = self.name.casefold()
        return self.time is None and (NOT_WORK in name or not FREE_NAMES.isdisjoint(re.findall(r"\w+", name)))


def legend(grids: Iterable[Grid], lines_of_turnus: frozenset[tuple[str, int]]) -> Mapping[str, Coded]:
    """The codes that have times or a name, the first time that each is told of; lines of the turnus tell of none."""
    found: dict[str, Coded] = {}
    for grid in grids:
        pauses: int | None = None
        for line in grid.lines:
            if (grid.name, line.number) in lines_of_turnus:
                continue
            if (column := _pause_column(line)) is not None:
                pauses = column
                continue
            for one in coded_in(line, pauses):
                if one.code not in found or (found[one.code].time is None and one.time is not None):
                    found[one.code] = one
    return found


def _pause_column(line: Line) -> int | None:
    """Where breaks stand, in a line that is the heading of a legend."""
    heads = {tidy(cell.text).lower(): column for column, cell in line.cells.items()}
    if not any(word in heads for word in HEADINGS[Role.KIND]):
        return None
    return next((heads[word] for word in HEADINGS[Role.BREAK] if word in heads), -1)


def coded_in(line: Line, pauses: int | None = None) -> Iterator[Coded]:
    """The codes that the line tells of, in one cell each or with what they mean in the cells after."""
    cells = [(column, cell) for column, cell in sorted(line.cells.items()) if cell.text]
    number = 0
    while number < len(cells):
        column, cell = cells[number]
        number += 1
        several = [one for one in _MANY.finditer(tidy(cell.text)) if is_span(one[2])]
        if len(several) > 1:
            yield from (Coded(one[1], "", span(one[2]), place=cell.place) for one in several)
            continue
        if (one := coded_cell(cell)) is not None:
            yield one
            continue
        if not _ONLY_CODE.fullmatch(cell.text):
            continue
        after = [one for at, one in cells[number:] if at - column <= _LOOKED_ON]
        taken = _times_in(after)
        if taken is None:
            if after and _NAME.fullmatch(after[0].text):
                yield Coded(cell.text, after[0].text, None, place=cell.place)
            continue
        used, times = taken
        pause = "" if pauses in (None, -1) else next((one.text for at, one in cells if at == pauses), "")
        told = [said for _, other in cells[number + used :] if (said := times_in(tidy(other.text))) is not None]
        breaks = (*times.breaks, *(part for one in told for part in one.breaks))
        resting = (*times.resting, *(part for one in told for part in one.resting))
        yield Coded(cell.text, "", times.whole, pause, breaks, resting, times.apart, cell.place)
        number += used


def coded_cell(cell: GridCell) -> Coded | None:
    """The code that the cell tells of, times and all."""
    found = _IN_ONE.fullmatch(tidy(cell.text))
    if found is None:
        return None
    times = times_in(found[2])
    if times is None:
        return Coded(found[1], found[2], None, place=cell.place) if _NAME.match(found[2]) else None
    return Coded(found[1], "", times.whole, "", times.breaks, times.resting, times.apart, cell.place)


def _times_in(cells: list[GridCell]) -> tuple[int, Times] | None:
    """How many cells there are to the end of the times, and the times."""
    texts = [tidy(one.text) for one in cells]
    for number, text in enumerate(texts):
        if _TIMES_FIRST.match(text) and (times := times_in(text)) is not None:
            return number + 1, times
        if number + 1 < len(texts):
            start, end = _clock(text), _clock(texts[number + 1])
            if start is not None and end is not None:
                return number + 2, Times(TimeSpan(start % DAY, (end - start) % DAY or DAY))
    return None


def _clock(text: str) -> int | None:
    """A time of day that can be nothing else."""
    if not re.fullmatch(r"(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?::\d{2})?|\d{4}|0[.,]\d{3,}", text):
        return None
    try:
        return said(text).minutes
    except Unreadable:
        return None
