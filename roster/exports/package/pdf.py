"""The package as a tagged PDF (PDF/UA-1), set by typst with fonts of its own and without a network."""

import json
from dataclasses import asdict
from importlib.resources import files

import typst

from roster.exports.package.paper import Block, Heading, Paper, Points, Section, Table, Text

_SOFT = "\u200b"


def pdf(paper: Paper) -> bytes:
    """The bytes of the PDF; the same paper gives the same bytes."""
    source = files("roster.exports.package").joinpath("package.typ").read_bytes()
    content = json.dumps(
        {
            "title": paper.title,
            "mark": paper.mark,
            "sections": [_section(one, first=number == 0) for number, one in enumerate(paper.sections)],
        }
    )
    compiler = typst.Compiler(source, ignore_system_fonts=True, sys_inputs={"paper": content})
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=paper.stamp)
    assert isinstance(made, bytes)
    return made


def _section(one: Section, first: bool) -> dict[str, object]:
    """The section with the level of each heading: none is skipped, as PDF/UA asks."""
    blocks, below = [], 3 if first else 2
    for block in one.blocks:
        blocks.append({**_block(block), "level": below})
        if isinstance(block, Heading):
            below = 3
    return {"title": one.title, "wide": one.wide, "blocks": blocks}


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
