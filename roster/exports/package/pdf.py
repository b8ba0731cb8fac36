"""The package as a tagged PDF (PDF/UA-1), set by typst with fonts of its own and without a network."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files
from itertools import groupby
from unicodedata import normalize

import typst

from roster.exports.package.paper import Block, Heading, Paper, Points, Section, Table, Text

_SOFT = "\u200b"
_SHOWN = ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x24F), (0x370, 0x3FF), (0x400, 0x4FF), (0x2010, 0x2027))
"""Letters and signs that the font has: Latin, Greek and Cyrillic."""
_SIGNS = frozenset("\n→−≤≥€") | {_SOFT}
_NOT_SHOWN = "?"


def pdf(paper: Paper) -> bytes:
    """The bytes of the PDF; the same paper gives the same bytes."""
    source = files("roster.exports.package").joinpath("package.typ").read_bytes()
    content = {
        "title": paper.title,
        "mark": paper.mark,
        "runs": _runs(paper.sections),
    }
    inputs = {"paper": json.dumps(_shown(content))}
    compiler = typst.Compiler(source, ignore_system_fonts=True, sys_inputs=inputs)
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=paper.stamp)
    assert isinstance(made, bytes)
    return made


def shown(text: str) -> str:
    """The text with a question mark for what the font lacks, which PDF/UA forbids; the workbook has it as it was."""
    return "".join(one if _has(one) else _NOT_SHOWN for one in normalize("NFC", text))


def _shown(content: object) -> object:
    """Every text of the content as it can be shown."""
    match content:
        case str():
            return content if content.isascii() and content.isprintable() else _kept(shown(content))
        case list():
            return [_shown(one) for one in content]
        case dict():
            return {key: _shown(one) for key, one in content.items()}
    return content


def _kept(text: str) -> str:
    """The text with no line break between § and its number."""
    return text.replace("§ ", "§\u00a0")


def _has(sign: str) -> bool:
    return sign in _SIGNS or any(first <= ord(sign) <= last for first, last in _SHOWN)


def _runs(sections: Sequence[Section]) -> list[dict[str, object]]:
    """The sections in runs of those whose pages lie, or stand, alike: turning a page begins a new one."""
    numbered = groupby(enumerate(sections), key=lambda pair: pair[1].wide)
    return [
        {"wide": wide, "sections": [_section(one, first=number == 0) for number, one in run]} for wide, run in numbered
    ]


def _section(one: Section, first: bool) -> dict[str, object]:
    """The section with the level of each heading: none is skipped, as PDF/UA asks."""
    blocks, below = [], 3 if first else 2
    for block in one.blocks:
        blocks.append({**_block(block), "level": below})
        if isinstance(block, Heading):
            below = 3
    return {"title": one.title, "follows": one.follows, "blocks": blocks}


def _block(one: Block) -> dict[str, object]:
    match one:
        case Heading():
            return {"kind": "heading", **asdict(one)}
        case Text():
            return {"kind": "text", **asdict(one)}
        case Points():
            return {"kind": "points", "items": list(one.items)}
        case Table():
            return _table(one)


def _table(one: Table) -> dict[str, object]:
    assert all(len(row) == len(one.headings) == len(one.widths) for row in one.rows), one.title
    return {
        "kind": "table",
        "title": one.title,
        "headings": list(one.headings),
        "rows": [[_breakable(said) if one.small else said for said in row] for row in one.rows],
        "widths": list(one.widths),
        "over": [list(part) for part in one.over],
        "shaded": sorted(one.shaded),
        "thick": sorted(one.thick),
        "bold": sorted(one.bold),
        "marked": sorted(map(list, one.marked)),
        "middle": one.middle,
        "small": one.small,
        "room": one.room,
    }


def _breakable(said: str) -> str:
    """Several codes in a narrow cell may stand on several lines."""
    return said.replace("+", f"+{_SOFT}") if len(said) > 5 else said
