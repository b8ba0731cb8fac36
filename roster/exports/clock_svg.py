"""A need by the clock as a picture: a clock of 24 hours for each sort of day, the help as arcs round it.

Readable in black and white: each sort of help has a pattern of its own and its letters. The picture has a text that
says the same to those who do not see it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from math import cos, pi, sin

from roster.domain.days import WeekRule
from roster.domain.needs import Help, Needs
from roster.domain.spans import DAY, HOUR, WEEK
from roster.wording.needs_said import clock_sentences, time_said, title, weekdays_said
from roster.wording.numbers import hours_said

LETTERS = {
    Help.PERSONAL: "PA",
    Help.PRACTICAL: "PB",
    Help.CONTACT: "SK",
    Help.RESPITE: "AV",
    Help.WAKING_NIGHT: "VN",
    Help.RESTING_NIGHT: "HN",
    Help.TWO_AT_ONCE: "2",
}
_FILLS = {
    Help.PERSONAL: ("#ffffff", '<path d="M0,8 L8,0" stroke="#1a1a1a" stroke-width="1.6"/>'),
    Help.PRACTICAL: ("#ffffff", '<path d="M0,8 L8,0 M0,0 L8,8" stroke="#1a1a1a" stroke-width="1"/>'),
    Help.CONTACT: ("#ffffff", '<circle cx="4" cy="4" r="1.7" fill="#1a1a1a"/>'),
    Help.RESPITE: ("#ffffff", '<path d="M0,2 L8,2 M0,6 L8,6" stroke="#1a1a1a" stroke-width="1.2"/>'),
    Help.WAKING_NIGHT: ("#4d4d4d", ""),
    Help.RESTING_NIGHT: ("#c4c4c4", ""),
    Help.TWO_AT_ONCE: ("#ffffff", '<path d="M2,0 L2,8 M6,0 L6,8" stroke="#1a1a1a" stroke-width="2"/>'),
}
_INK = "#1a1a1a"
_WIDE, _CELL, _TALL, _ACROSS, _HEAD = 1020, 340, 360, 3, 60
_INNER, _OUTER, _SECOND = 78, 118, 142
_LEAST_LETTERED = 45
"""Minutes of an arc that has room for its letters."""


@dataclass(frozen=True, slots=True)
class _Arc:
    help: Help
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Face:
    """Days that are alike, and the help on them."""

    days: str
    arcs: tuple[_Arc, ...]

    @property
    def minutes(self) -> int:
        return sum(one.end - one.start for one in self.arcs)


def picture(needs: Needs) -> bytes:
    """The picture as SVG; the same need gives the same bytes."""
    return "\n".join(_svg(needs)).encode() + b"\n"


def picture_text(needs: Needs) -> str:
    """What the picture shows, in sentences."""
    return " ".join((f"{title(needs)}.", *clock_sentences(needs)))


def _svg(needs: Needs) -> Iterator[str]:
    faces = _faces(needs)
    shown = [one for one in Help if any(arc.help is one for face in faces for arc in face.arcs)]
    rows = -(-len(faces) // _ACROSS)
    below = _HEAD + rows * _TALL
    height = below + 34 * -(-len(shown) // 2) + 20
    yield (
        '<svg xmlns="http://www.w3.org/2000/svg" lang="nb" role="img" aria-labelledby="tittel tekst"'
        f' viewBox="0 0 {_WIDE} {height}" width="{_WIDE}" height="{height}"'
        ' font-family="Arial, Helvetica, sans-serif" font-size="15">'
    )
    yield f'<title id="tittel">{escape(title(needs))}</title>'
    yield f'<desc id="tekst">{escape(picture_text(needs))}</desc>'
    yield "<defs>"
    for one in shown:
        ground, drawn = _FILLS[one]
        yield (
            f'<pattern id="m{LETTERS[one]}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<rect width="8" height="8" fill="{ground}"/>{drawn}</pattern>'
        )
    yield "</defs>"
    yield f'<rect width="{_WIDE}" height="{height}" fill="#ffffff"/>'
    yield f'<text x="30" y="38" font-size="22" font-weight="bold" fill="{_INK}">{escape(title(needs))}</text>'
    for number, face in enumerate(faces):
        x, y = number % _ACROSS * _CELL + _CELL // 2, _HEAD + number // _ACROSS * _TALL + _TALL // 2 + 10
        yield from _face(face, x, y)
    for number, one in enumerate(shown):
        x, y = 30 + number % 2 * 480, below + number // 2 * 34
        yield f'<rect x="{x}" y="{y}" width="44" height="24" fill="url(#m{LETTERS[one]})" stroke="{_INK}"/>'
        outer = " (ytterst)" if one is Help.TWO_AT_ONCE else ""
        yield f'<text x="{x + 56}" y="{y + 17}" fill="{_INK}">{LETTERS[one]}: {one.value}{outer}</text>'
    yield "</svg>"


def _faces(needs: Needs) -> list[_Face]:
    """Each sort of day with its help, what runs past midnight parted there."""
    size = needs.weeks * WEEK
    of_day: list[list[_Arc]] = [[] for _ in range(needs.weeks * 7)]
    for row in needs.clock:
        for span in needs.spans(row):
            for start, end in ((span.start, min(span.end, size)), (0, span.end - size)):
                for day in range(start // DAY, -(-end // DAY)):
                    first, last = max(start, day * DAY), min(end, (day + 1) * DAY)
                    if last > first:
                        of_day[day].append(_Arc(row.help, first - day * DAY, last - day * DAY))
    alike: dict[tuple[_Arc, ...], list[int]] = {}
    for day, arcs in enumerate(of_day):
        alike.setdefault(tuple(sorted(arcs, key=lambda one: (one.start, one.help))), []).append(day)
    return [_Face(_days(days, needs.weeks), arcs) for arcs, days in alike.items()]


def _days(days: list[int], weeks: int) -> str:
    odd, even = (frozenset(day % 7 for day in days if day // 7 == week) for week in (0, 1))
    if weeks == 1 or odd == even:
        return weekdays_said(odd)
    parts = [weekdays_said(some, rule) for some, rule in ((odd, WeekRule.ODD), (even, WeekRule.EVEN)) if some]
    return " og ".join(parts)


def _face(face: _Face, x: int, y: int) -> Iterator[str]:
    bold = f'text-anchor="middle" font-weight="bold" fill="{_INK}"'
    yield f'<text x="{x}" y="{y - 162}" {bold}>{escape(face.days)}</text>'
    yield f'<circle cx="{x}" cy="{y}" r="{_OUTER}" fill="none" stroke="{_INK}"/>'
    yield f'<circle cx="{x}" cy="{y}" r="{_INNER}" fill="none" stroke="{_INK}"/>'
    for arc in face.arcs:
        yield from _arc(arc, x, y)
    for hour in range(24):
        (ax, ay), (bx, by) = (_at(hour * HOUR, radius, x, y) for radius in (_INNER, _INNER - (8 if hour % 3 else 14)))
        yield f'<line x1="{ax}" y1="{ay}" x2="{bx}" y2="{by}" stroke="{_INK}"/>'
        if hour % 3 == 0:
            tx, ty = _at(hour * HOUR, _INNER - 25, x, y)
            yield f'<text x="{tx}" y="{ty + 5}" text-anchor="middle" font-size="14" fill="{_INK}">{hour:02d}</text>'
    yield f'<text x="{x}" y="{y + 6}" font-size="16" {bold}>{hours_said(face.minutes)}</text>'


def _arc(arc: _Arc, x: int, y: int) -> Iterator[str]:
    """A piece of the ring; the second assistant's is a ring outside the first."""
    inner, outer = (_OUTER, _SECOND) if arc.help is Help.TWO_AT_ONCE else (_INNER, _OUTER)
    fill, name = f"url(#m{LETTERS[arc.help]})", escape(f"{time_said(arc.start, arc.end - arc.start)} {arc.help.value}")
    end = min(arc.end, arc.start + DAY - 1)  # an arc that ends where it starts would be none
    large = int(end - arc.start > DAY // 2)
    (ax, ay), (bx, by) = _at(arc.start, outer, x, y), _at(end, outer, x, y)
    (cx, cy), (dx, dy) = _at(end, inner, x, y), _at(arc.start, inner, x, y)
    out, back = f"A{outer},{outer} 0 {large} 1 {bx},{by}", f"A{inner},{inner} 0 {large} 0 {dx},{dy}"
    yield (
        f'<path d="M{ax},{ay} {out} L{cx},{cy} {back} Z" fill="{fill}" '
        f' stroke="{_INK}" stroke-width="1.5"><title>{name}</title></path>'
    )
    if end - arc.start >= _LEAST_LETTERED:
        tx, ty = _at((arc.start + end) // 2, (inner + outer) // 2, x, y)
        yield f'<circle cx="{tx}" cy="{ty}" r="12" fill="#ffffff" stroke="{_INK}" stroke-width="0.8"/>'
        yield (
            f'<text x="{tx}" y="{ty + 4}" text-anchor="middle" font-size="12" font-weight="bold" fill="{_INK}">'
            f"{LETTERS[arc.help]}</text>"
        )


def _at(minute: int, radius: int, x: int, y: int) -> tuple[float, float]:
    """Where a time of day is on the clock, midnight at the top."""
    angle = 2 * pi * minute / DAY
    return round(x + radius * sin(angle), 1), round(y - radius * cos(angle), 1)
