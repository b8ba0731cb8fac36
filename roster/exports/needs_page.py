"""The need by the clock as a page to print or to read by ear: the picture, the same in tables, and what it comes to."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from roster.domain.needs import Needs
from roster.exports.clock_svg import picture
from roster.wording.kinds_said import ALIKE, BREAKS, KINDS_CAPTION, KINDS_HEADINGS
from roster.wording.needs_said import (
    CLOCK_CAPTION,
    CLOCK_HEADINGS,
    HOURS_CAPTION,
    Account,
    account_lines,
    clock_rows,
    hours_headings,
    hours_rows,
    title,
)

_STYLE = """body{font-family:Arial,Helvetica,sans-serif;color:#1a1a1a;background:#fff;max-width:66rem;
margin:1.5rem auto;padding:0 1rem;line-height:1.45}
svg{max-width:100%;height:auto}
table{border-collapse:collapse;margin:1rem 0;width:100%}
caption{font-weight:bold;text-align:left;padding:.3rem 0}
th,td{border:1px solid #1a1a1a;padding:.3rem .5rem;text-align:left;vertical-align:top}
thead th{background:#e6e6e6}
@media print{body{margin:0;max-width:none}table,svg{break-inside:avoid}thead{display:table-header-group}}"""


def page(needs: Needs, known: Account, kinds: Sequence[tuple[str, ...]]) -> bytes:
    """The page as HTML; ``kinds`` are the rows of the proposals, none where none were asked for."""
    return "\n".join(_html(needs, known, kinds)).encode() + b"\n"


def _html(needs: Needs, known: Account, kinds: Sequence[tuple[str, ...]]) -> Iterator[str]:
    name = escape(title(needs))
    yield '<!DOCTYPE html>\n<html lang="nb">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{name}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{name}</h1>"
    yield "<h2>Hva behovet er</h2>"
    yield from _table(HOURS_CAPTION, hours_headings(needs), hours_rows(needs, known))
    yield "<ul>"
    for line in account_lines(needs, known):
        yield f"<li>{escape(line)}</li>"
    yield "</ul>\n<h2>Døgnklokka</h2>"
    yield picture(needs).decode().rstrip()
    yield from _table(CLOCK_CAPTION, CLOCK_HEADINGS, clock_rows(needs))
    if kinds:
        yield "<h2>Vakter</h2>"
        yield f"<p>{escape(BREAKS)} {escape(ALIKE)}</p>"
        yield from _table(KINDS_CAPTION, KINDS_HEADINGS, kinds)
    yield "</main>\n</body>\n</html>"


def _table(caption: str, headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table with a caption; the first cell of each row is its heading."""
    yield f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>"
    yield "".join(f'<th scope="col">{escape(one)}</th>' for one in headings)
    yield "</tr></thead>\n<tbody>"
    for row in rows:
        first, *rest = row
        cells = "".join(f"<td>{escape(one)}</td>" for one in rest)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"
