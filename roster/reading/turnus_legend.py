"""The legend of a turnus made elsewhere: each code with its times, wherever in the sheets it stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from roster.reading.faults import Unreadable
from roster.reading.grid import Grid, GridCell, Line
from roster.reading.list_times import is_span, said, span
from roster.reading.numbers import tidy
from roster.reading.times import DASH, DAY, TimeSpan
from roster.wording.list_words import HEADINGS, Role
from roster.wording.turnus_words import FREE_NAMES

_CODE = r"[A-Za-zÆØÅæøå][\wÆØÅæøå+/.-]{0,5}"
_CLOCK = r"(?:kl\.?\s*)?\d{1,2}(?:[:.]?\d{2})?"
_SPAN = rf"{_CLOCK}\s*(?:{DASH}|\btil\b)\s*{_CLOCK}"
_ONLY_CODE = re.compile(_CODE)
_IN_ONE = re.compile(rf"({_CODE})\s*[=:\s]\s*\(?({_SPAN})\)?\s*[,.;:]?\s*(.*)")
_NAMED_FIRST = re.compile(rf"({_CODE})\s*[=:]\s*(.*?)\s*[,(]?\s*({_SPAN})\)?(.*)")
_MANY = re.compile(rf"\b({_CODE})\s*[=:]?\s*({_SPAN})")
_NO_TIMES = re.compile(rf"({_CODE})\s*[=:]\s*(\D+)")
_ANYWHERE = re.compile(_SPAN)
_PAUSE = re.compile(rf"pause[rn]?\D{{0,12}}?({_SPAN})([^;]*)")
_RESTS = re.compile(rf"(?:hvil|passiv|sov)\w*\D{{0,12}}?({_SPAN})")
_NAME = re.compile(r"[A-ZÆØÅa-zæøå][a-zæøå]{2,}\D*")
_LOOKED_ON = 4
"""So many cells after its code the times of a shift may stand."""


@dataclass(frozen=True, slots=True)
class Coded:
    """What a code stands for; ``time`` None: no times are given. ``pause``: what a column of breaks says.

    ``breaks`` and ``resting`` are those told in words, with whether a break is working time.
    """

    code: str
    name: str
    time: TimeSpan | None
    pause: str = ""
    breaks: tuple[tuple[TimeSpan, bool], ...] = ()
    resting: tuple[TimeSpan, ...] = ()
    place: str = ""

    @property
    def free(self) -> bool:
        """It is a day off or away, by its name."""
        return self.time is None and any(word in self.name.casefold() for word in FREE_NAMES)


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
        pause = "" if pauses in (None, -1) else next((one.text for at, one in cells if at == pauses), "")
        if taken is None:
            if after and _NAME.fullmatch(after[0].text):
                yield Coded(cell.text, after[0].text, None, place=cell.place)
            continue
        last, time, name = taken
        told = " ; ".join(one.text for _, one in cells[number:])
        yield Coded(cell.text, name, time, pause, *_told(told), place=cell.place)
        number += last


def coded_cell(cell: GridCell) -> Coded | None:
    """The code that the cell tells of, times and all."""
    text = tidy(cell.text)
    if (one := _IN_ONE.fullmatch(text)) and is_span(one[2]):
        return Coded(one[1], one[3].strip(" ,.()"), span(one[2]), "", *_told(one[3]), place=cell.place)
    if (one := _NAMED_FIRST.fullmatch(text)) and is_span(one[3]):
        return Coded(one[1], one[2].strip(" ,.()"), span(one[3]), "", *_told(one[4]), place=cell.place)
    if one := _NO_TIMES.fullmatch(text):
        return Coded(one[1], one[2].strip(), None, place=cell.place)
    return None


def _times_in(cells: list[GridCell]) -> tuple[int, TimeSpan, str] | None:
    """How many cells were used for the times, the times, and the name beside them."""
    texts = [tidy(one.text) for one in cells]
    for number, text in enumerate(texts):
        if (part := _ANYWHERE.match(text)) and is_span(part[0]):
            names = [
                one for one in (*texts[:number], text[part.end() :], *texts[number + 1 : number + 2]) if _is_name(one)
            ]
            return number + 1, span(part[0]), names[0].strip(" ,.()") if names else ""
        if number + 1 < len(texts):
            start, end = _clock(text), _clock(texts[number + 1])
            if start is not None and end is not None:
                names = [one for one in (*texts[:number], *texts[number + 2 : number + 3]) if _is_name(one)]
                return number + 2, TimeSpan(start % DAY, (end - start) % DAY or DAY), names[0] if names else ""
    return None


def _is_name(text: str) -> bool:
    return any(sign.isalpha() for sign in text) and _ANYWHERE.search(text) is None


def _clock(text: str) -> int | None:
    """A time of day that can be nothing else."""
    if not re.fullmatch(r"(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?::\d{2})?|\d{4}|0[.,]\d{3,}", text):
        return None
    try:
        return said(text).minutes
    except Unreadable:
        return None


def _told(text: str) -> tuple[tuple[tuple[TimeSpan, bool], ...], tuple[TimeSpan, ...]]:
    """Breaks and resting parts told in words: «pause 11.00–11.30, er arbeidstid; hviler 23.00–06.00»."""
    low = text.lower()
    breaks = [
        (span(one[1]), "arbeidstid" in one[2] and "ikke" not in one[2])
        for one in _PAUSE.finditer(low)
        if is_span(one[1])
    ]
    return tuple(breaks), tuple(span(one[1]) for one in _RESTS.finditer(low) if is_span(one[1]))
