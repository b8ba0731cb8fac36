"""A need by the clock written in few words."""

from pathlib import Path

from roster.domain.needs import Needs
from roster.reading.needs_file import read_needs

ORDNING = "ordning: {alias: Lerke, arbeidsgiver: kommune, tariffavtale: KS HTA, tillitsvalgte: ja}"
ASKS = "søknad: {gjelder: voksen, fra: 2027-01-04, under 67 år: ja, varer over to år: ja}"
PA, PB, SK, AV = "personlig assistanse", "praktisk bistand", "støttekontakt", "avlastning"
VN, HN, TWO = "våken nattevakt", "hvilende nattevakt", "to assistenter samtidig"


def text(*rows: str, more: str = "", asks: str = ASKS) -> str:
    """The file; a row is ``07–09 man–fre personlig assistanse``, with other fields after a comma."""
    lines = []
    for row in rows:
        said, _, others = row.partition(", ")
        time, days, kind = said.split(" ", 2)
        lines.append(f"  - {{tid: {time}, dager: {days}, kategori: {kind}{', ' + others if others else ''}}}")
    return "\n".join([ORDNING, asks, "døgnklokke:", *lines, more]) + "\n"


def needs(folder: Path, *rows: str, more: str = "", asks: str = ASKS) -> Needs:
    path = folder / "behov.yaml"
    path.write_text(text(*rows, more=more, asks=asks), encoding="utf-8")
    return read_needs(path).needs
