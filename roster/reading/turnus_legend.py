"""The legend of a turnus made elsewhere: each code with its times, wherever in the sheets it stands."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
_CODE_AND_NAME = re.compile(rf"({_CODE})(\s+[^\W\d]\D*)?")
_IN_ONE = re.compile(rf"({_CODE})(?:\s*[=:]\s*|\s+(?=\(?{SPAN}|\(?{ACTIVITY}))(.*)", re.IGNORECASE)
_MANY = re.compile(rf"\b(?!{ACTIVITY}|pause)({_CODE})\s*[=:]?\s*({SPAN})")
_TIMES_FIRST = re.compile(rf"\(?(?:{SPAN}|{ACTIVITY}\s)", re.IGNORECASE)
_PART = re.compile(rf"{ACTIVITY}|pause", re.IGNORECASE)
"""What a part of a shift is called, or a break in it."""
_NAME = re.compile(r"[A-ZÆØÅa-zæøå][a-zæøå]{2,}\D*")
_HEADED = (Role.KIND, Role.START, Role.END, Role.BREAK)
_LOOKED_ON = 4
"""So many cells after its code the times of a shift may stand."""


@dataclass(frozen=True, slots=True)
class Coded:
    """What a code stands for; ``time`` None: no times are given. ``pause``: what a column of breaks says.

    ``breaks`` and ``resting`` are those told in words, with whether a break is working time. ``apart``: it has several
    times that do not follow each other. ``clash``: it is told of more than once, with other times.
    """

    code: str
    name: str
    time: TimeSpan | None
    pause: str = ""
    breaks: tuple[tuple[TimeSpan, bool], ...] = ()
    resting: tuple[TimeSpan, ...] = ()
    apart: bool = False
    place: str = ""
    clash: bool = False

    @property
    def free(self) -> bool:
        """It is a day off or away, by its name."""
        name = self.name.casefold()
        return self.time is None and (NOT_WORK in name or not FREE_NAMES.isdisjoint(re.findall(r"\w+", name)))


def legend(grids: Iterable[Grid], lines_of_turnus: frozenset[tuple[str, int]]) -> Mapping[str, Coded]:
    """The codes that have times or a name; lines of the turnus tell of none. One told of with two times has none."""
    found: dict[str, Coded] = {}
    for grid in grids:
        heads: Mapping[Role, int] = {}
        for line in grid.lines:
            if (grid.name, line.number) in lines_of_turnus:
                continue
            if headed := _heading(line):
                heads = headed
                continue
            for one in coded_in(line, heads):
                found[one.code] = _with(found.get(one.code), one)
    return found


def _with(before: Coded | None, one: Coded) -> Coded:
    """What is known of a code that may have been told of before."""
    if before is None or (before.time is None and not before.apart and not before.clash):
        return one
    if one.time is None or one.time == before.time:
        return before
    return replace(before, time=None, clash=True)


def _heading(line: Line) -> Mapping[Role, int]:
    """The columns of a legend, in a line that is its heading; one that is there twice tells nothing."""
    texts = [(tidy(cell.text).lower(), column) for column, cell in line.cells.items()]
    columns = {role: [column for text, column in texts if text in HEADINGS[role]] for role in _HEADED}
    return {role: found[0] for role, found in columns.items() if len(found) == 1} if columns[Role.KIND] else {}


def coded_in(line: Line, heads: Mapping[Role, int] | None = None) -> Iterator[Coded]:
    """The codes that the line tells of, in one cell each or with what they mean in the cells after."""
    heads = heads or {}
    cells = [(column, cell) for column, cell in sorted(line.cells.items()) if cell.text]
    number = 0
    at_once: bool | None = None
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
        named = _CODE_AND_NAME.fullmatch(tidy(cell.text))
        if named is None:
            continue
        after = [one for at, one in cells[number:] if at - column <= _LOOKED_ON]
        taken = _times_headed(line, column, heads) or _times_in(after)
        if taken is None:
            if not named[2] and after and _NAME.fullmatch(after[0].text):
                yield Coded(cell.text, after[0].text, None, place=cell.place)
            continue
        used, times = taken
        directly = used <= 1 or _clock(tidy(after[0].text)) is not None
        if named[2] and not directly:
            continue
        at_once = directly if at_once is None else at_once
        pauses = heads.get(Role.BREAK)
        pause = next((one.text for at, one in cells if at == pauses), "")
        told = [said for at, said in _told_of(cells[number + used :]) if at != pauses]
        breaks = (*times.breaks, *(part for one in told for part in one.breaks))
        resting = (*times.resting, *(part for one in told for part in one.resting))
        # Other times in a cell of their own, as for the weekend: which of them the turnus means nobody says.
        apart = times.apart or any(one.apart or one.whole not in (None, times.whole) for one in told)
        yield Coded(named[1], "", None if apart else times.whole, pause, breaks, resting, apart, cell.place)
        # «D 07–15 Dag A 15–22»: Dag may be the name of the one, so what follows it is looked at by itself too.
        number += used if directly or not at_once else 0


def _times_headed(line: Line, code: int, heads: Mapping[Role, int]) -> tuple[int, Times] | None:
    """The times in the columns that the heading gives, and how many cells there are to the end of them."""
    if heads.get(Role.KIND) != code or not {Role.START, Role.END} <= heads.keys():
        return None
    ends = [line.cells.get(heads[role]) for role in (Role.START, Role.END)]
    start, end = (None if one is None else _clock(tidy(one.text)) for one in ends)
    if start is None or end is None:
        return None
    last = max(heads[Role.START], heads[Role.END])
    return sum(code < column <= last for column in line.cells), Times(_from_to(start, end))


def _told_of(cells: Sequence[tuple[int, GridCell]]) -> Iterator[tuple[int, Times]]:
    """What the cells up to the next code tell of times."""
    for number, (column, cell) in enumerate(cells):
        following = [one for _, one in cells[number + 1 : number + 2]]
        taken = _times_in(following) if _ONLY_CODE.fullmatch(cell.text) else None
        own = None if _PART.match(tidy(cell.text)) else coded_cell(cell)
        if (taken is not None and taken[1].whole is not None) or (own is not None and own.time is not None):
            return
        if (said := times_in(tidy(cell.text))) is not None:
            yield column, said


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
                return number + 2, Times(_from_to(start, end))
    return None


def _from_to(start: int, end: int) -> TimeSpan:
    return TimeSpan(start % DAY, (end - start) % DAY or DAY)


def _clock(text: str) -> int | None:
    """A time of day that can be nothing else."""
    if not re.fullmatch(r"(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?::\d{2})?|\d{4}|0[.,]\d{3,}", text):
        return None
    try:
        return said(text).minutes
    except Unreadable:
        return None
