"""Shares over the year as a picture: for each measure a bar for each person and a line at the share by position.

Readable without colour, and with a text that says the same to those who do not see it.
"""

from collections.abc import Iterator
from fractions import Fraction
from html import escape

from roster.domain.brief import Brief
from roster.domain.fairness import Fairness, Measure, Share
from roster.wording.fairness_words import FAIR, HAD, cell, picture_text, title

_PANEL, _NAMES, _NUMBERS, _GAP = 470, 110, 110, 20
_ROW, _HEAD, _TOP = 26, 40, 90
_INK, _BAR, _FAIR = "#1a1a1a", "#9cc3e6", "#b00020"
_ACROSS = 2


def picture(brief: Brief, found: Fairness) -> bytes:
    """The picture as SVG; the same shares give the same bytes."""
    return "\n".join(_svg(brief, found)).encode() + b"\n"


def _svg(brief: Brief, found: Fairness) -> Iterator[str]:
    said = title(brief, found)
    high = _HEAD + _ROW * len(found.people) + _GAP
    rows = -(-len(Measure) // _ACROSS)
    width, height = _GAP + _ACROSS * (_PANEL + _GAP), _TOP + rows * high
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" lang="nb" role="img" aria-labelledby="tittel tekst"'
        f' viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' font-family="Arial, Helvetica, sans-serif" font-size="15">'
    )
    yield f'<title id="tittel">{escape(said)}</title>'
    yield f'<desc id="tekst">{escape(picture_text(brief, found))}</desc>'
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    yield f'<text x="{_GAP}" y="32" font-size="20" font-weight="bold" fill="{_INK}">{escape(said)}</text>'
    yield f'<rect x="{_GAP}" y="50" width="22" height="16" fill="{_BAR}" stroke="{_INK}"/>'
    yield f'<text x="{_GAP + 30}" y="63" fill="{_INK}">{HAD}</text>'
    yield f'<line x1="{_GAP + 100}" y1="46" x2="{_GAP + 100}" y2="70" stroke="{_FAIR}" stroke-width="4"/>'
    yield f'<text x="{_GAP + 110}" y="63" fill="{_INK}">{FAIR}</text>'
    for number, measure in enumerate(Measure):
        row, column = divmod(number, _ACROSS)
        yield from _panel(found, measure, _GAP + column * (_PANEL + _GAP), _TOP + row * high)
    yield "</svg>"


def _panel(found: Fairness, measure: Measure, left: int, top: int) -> Iterator[str]:
    shares = found.among(measure)
    most = max((max(Fraction(one.had), one.fair) for one in shares), default=Fraction(0)) or Fraction(1)
    name = escape(measure.value.capitalize())
    yield f'<text x="{left}" y="{top + 22}" font-size="17" font-weight="bold" fill="{_INK}">{name}</text>'
    aliases = dict(found.people)
    for number, one in enumerate(shares):
        yield from _bar(one, aliases[one.who], most, left, top + _HEAD + number * _ROW)


def _bar(one: Share, alias: str, most: Fraction, left: int, top: int) -> Iterator[str]:
    room = _PANEL - _NAMES - _NUMBERS
    start = left + _NAMES
    long, fair = int(one.had * room / most), start + int(one.fair * room / most)
    yield f'<text x="{start - 8}" y="{top + 14}" text-anchor="end" fill="{_INK}">{escape(alias)}</text>'
    if long:
        yield f'<rect x="{start}" y="{top}" width="{long}" height="18" fill="{_BAR}" stroke="{_INK}"/>'
    yield f'<line x1="{fair}" y1="{top - 3}" x2="{fair}" y2="{top + 21}" stroke="{_FAIR}" stroke-width="4"/>'
    yield f'<text x="{start + room + 10}" y="{top + 14}" fill="{_INK}">{escape(cell(one))}</text>'
