"""The timekonto as a picture: hours a month as stacked bars, what is granted as a line; readable without colour, and
with a text that says the same to those who do not see it."""

from collections.abc import Iterator
from html import escape

from roster.domain.timekonto import Month, Timekonto
from roster.wording.hours_text import picture_text
from roster.wording.numbers import MONTHS
from roster.wording.numbers import hours_decimal as hours

WIDTH, HEIGHT = 960, 480
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 20, 90, 60
_BARS = (
    ("used", "brukt", "#1b3a5c"),
    ("planned", "planlagt", "url(#skra)"),
    ("expected", "ventet", "url(#prikk)"),
)
_INK, _GRID, _GRANTED = "#1a1a1a", "#c8c8c8", "#b00020"
_PATTERNS = """<defs>
<pattern id="skra" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="8" height="8" fill="#dce8f4"/>
<line x1="0" y1="0" x2="0" y2="8" stroke="#1b5e9b" stroke-width="6"/></pattern>
<pattern id="prikk" width="8" height="8" patternUnits="userSpaceOnUse">
<rect width="8" height="8" fill="#ffffff"/><circle cx="4" cy="4" r="1.8" fill="#555555"/></pattern>
</defs>"""


def picture(konto: Timekonto, title: str) -> bytes:
    """The picture as SVG; the same account gives the same bytes."""
    return "\n".join(_svg(konto, title)).encode() + b"\n"


def _svg(konto: Timekonto, title: str) -> Iterator[str]:
    every = konto.months
    top = _ceiling(max(max(one.granted, one.used + one.planned + one.expected) for one in every))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" lang="nb" role="img" aria-labelledby="tittel tekst"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        ' font-family="Arial, Helvetica, sans-serif" font-size="15">'
    )
    yield f'<title id="tittel">{escape(title)}</title>'
    yield f'<desc id="tekst">{escape(picture_text(konto))}</desc>'
    yield _PATTERNS
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    yield f'<text x="{_LEFT}" y="30" font-size="20" font-weight="bold" fill="{_INK}">{escape(title)}</text>'
    yield from _legend()
    yield from _grid(top)
    for number, month in enumerate(every):
        yield from _bar(number, month, top)
    yield from _granted(every, top)
    yield "</svg>"


def _legend() -> Iterator[str]:
    x = _LEFT
    for _, name, fill in _BARS:
        yield f'<rect x="{x}" y="48" width="22" height="16" fill="{fill}" stroke="{_INK}"/>'
        yield f'<text x="{x + 30}" y="61" fill="{_INK}">{name}</text>'
        x += 120
    yield f'<line x1="{x}" y1="56" x2="{x + 30}" y2="56" stroke="{_GRANTED}" stroke-width="4"/>'
    yield f'<text x="{x + 38}" y="61" fill="{_INK}">innvilget</text>'


def _grid(top: int) -> Iterator[str]:
    yield f'<text x="{_LEFT - 8}" y="{_TOP - 16}" text-anchor="end" fill="{_INK}">timer</text>'
    for part in range(5):
        minutes = top * part // 4
        y = _y(minutes, top)
        yield f'<line x1="{_LEFT}" y1="{y}" x2="{WIDTH - _RIGHT}" y2="{y}" stroke="{_INK if part == 0 else _GRID}"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 5}" text-anchor="end" fill="{_INK}">{hours(minutes)}</text>'


def _bar(number: int, month: Month, top: int) -> Iterator[str]:
    step = (WIDTH - _LEFT - _RIGHT) // 12
    x, width = _LEFT + number * step + step // 6, step * 2 // 3
    below = 0
    for name, _, fill in _BARS:
        minutes = getattr(month, name)
        if minutes > 0:
            y = _y(below + minutes, top)
            height = _y(below, top) - y
            yield f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}" stroke="{_INK}"/>'
            below += minutes
    middle = x + width // 2
    if below:
        label = _y(max(below, month.granted), top) - 8
        total = hours(below, 0)
        yield f'<text x="{middle}" y="{label}" text-anchor="middle" font-size="13" fill="{_INK}">{total}</text>'
    name = MONTHS[month.first.month - 1]
    yield f'<text x="{middle}" y="{HEIGHT - _BOTTOM + 22}" text-anchor="middle" fill="{_INK}">{name[:3]}</text>'


def _granted(every: tuple[Month, ...], top: int) -> Iterator[str]:
    """A step for each month, as wide as the month."""
    step = (WIDTH - _LEFT - _RIGHT) // 12
    points = [
        point
        for number, month in enumerate(every)
        for point in (
            f"{_LEFT + number * step},{_y(month.granted, top)}",
            f"{_LEFT + (number + 1) * step},{_y(month.granted, top)}",
        )
    ]
    yield f'<polyline points="{" ".join(points)}" fill="none" stroke="{_GRANTED}" stroke-width="4"/>'


def _y(minutes: int, top: int) -> int:
    room = HEIGHT - _TOP - _BOTTOM
    return HEIGHT - _BOTTOM - minutes * room // top


def _ceiling(minutes: int) -> int:
    """The least round number of hours above, in four even parts."""
    for hundred in (4, 8, 20, 40, 80, 100, 200, 400, 800, 1200, 1600, 2000, 3200, 4000):
        if hundred * 60 > minutes:
            return hundred * 60
    return minutes * 5 // 4 + 1
