"""The kommune's table of egenandel: bands of income in G with the most kroner a month, as Excel or CSV."""

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from roster.domain.egenandel import Band, Rates
from roster.reading.faults import Fault, Faults, Unreadable
from roster.reading.grid import Grid, GridCell
from roster.reading.numbers import number, short, tidy
from roster.reading.shift_list import grids_of
from roster.wording.egenandel_text import BANDS_FORM, BASE_MISSING

_G = r"(\d+(?:[.,]\d+)?)"
_UNDER = re.compile(rf"(?:under|inntil|opp til|til)\s*{_G}\s*g?")
_BETWEEN = re.compile(rf"(?:fra\s*)?{_G}\s*g?\s*(?:-|‐|‑|–|—|til|og)\s*{_G}\s*g?")
_OVER = re.compile(rf"(?:over|fra)\s*{_G}\s*g?(?:\s*og\s*(?:over|mer|oppover))?")
_BASE = frozenset({"g", "grunnbeløp", "grunnbeløpet"})
_HOURLY = frozenset({"timepris", "timesats", "kroner per time", "per time"})


def read_rates(path: Path, base: Decimal | None) -> Rates:
    """The table in the file; ``base`` is G in kroner where the table does not say. Raises ``Faults``."""
    faults: list[Fault] = []
    bands: list[tuple[Band, str]] = []
    hourly: Decimal | None = None
    for label, value in _pairs(grids_of(path)):
        word = tidy(label.text).casefold().rstrip(":")
        try:
            if word in _BASE:
                base = _kroner(value)
            elif word in _HOURLY:
                hourly = _kroner(value)
            elif (span := _span(word)) is not None:
                kroner = _kroner(value)
                if kroner != kroner.to_integral_value():
                    raise Unreadable(f"«{short(value.text)}» er ikke hele kroner.", "Skriv hele kroner.")
                bands.append((Band(*span, int(kroner)), label.place))
            elif bands:
                raise Unreadable(f"Vi forstår ikke «{short(label.text)}».", BANDS_FORM)
        except Unreadable as unreadable:
            faults.append(Fault(path.name, label.place, unreadable.what, unreadable.way_out))
    bands.sort(key=lambda one: one[0].low)
    if not faults:
        faults += _gaps(path.name, bands)
    if not faults and (base is None or base <= 0):
        faults.append(Fault(path.name, "", *BASE_MISSING))
    if faults:
        raise Faults(faults)
    assert base is not None
    return Rates(tuple(band for band, _ in bands), base, hourly)


def _pairs(grids: tuple[Grid, ...]) -> list[tuple[GridCell, GridCell]]:
    """The first two cells of each line that has them."""
    return [
        (line.cells[columns[0]], line.cells[columns[1]])
        for grid in grids
        for line in grid.lines
        if len(columns := sorted(line.cells)) > 1
    ]


def _span(word: str) -> tuple[Decimal, Decimal | None] | None:
    if under := _UNDER.fullmatch(word):
        return Decimal(0), _g(under[1])
    if between := _BETWEEN.fullmatch(word):
        return _g(between[1]), _g(between[2])
    if over := _OVER.fullmatch(word):
        return _g(over[1]), None
    return None


def _g(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _kroner(cell: GridCell) -> Decimal:
    if cell.trouble is not None:
        raise cell.trouble
    amount = number(re.sub(r"\s*(kr\.?|kroner|,-)$", "", tidy(cell.text).casefold()))
    if amount < 0:
        raise Unreadable(f"«{short(cell.text)}» er mindre enn 0.", "Skriv beløpet i kroner.")
    return amount


def _gaps(file: str, bands: list[tuple[Band, str]]) -> list[Fault]:
    """The bands must cover every income just once."""
    if not bands:
        return [Fault(file, "", "Tabellen har ingen inntektsgrenser.", BANDS_FORM)]
    faults = []
    if bands[0][0].low != 0:
        faults.append(Fault(file, bands[0][1], "Den laveste inntekten mangler.", "Begynn med en rad som «under 2 G»."))
    for (one, _), (after, place) in pairwise(bands):
        if one.high != after.low:
            ends = "uten slutt" if one.high is None else f"{one.high} G"
            what = f"Grensene henger ikke sammen: én rad slutter på {ends}, den neste begynner på {after.low} G."
            faults.append(Fault(file, place, what, "Rett tallene, så hver inntekt står i én rad."))
    if bands[-1][0].high is not None:
        faults.append(Fault(file, bands[-1][1], "Den høyeste inntekten mangler.", "Slutt med en rad som «over 5 G»."))
    return faults
