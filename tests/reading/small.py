"""A small brief to change a word in, and what reading says of it."""

import io
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook

from roster.domain.brief import Brief
from roster.reading.faults import Fault, Faults
from roster.reading.read import read_brief
from roster.workflow.new import as_workbook

SMALL = """\
ordning: {alias: Rype, arbeidsgiver: kommune, tariffavtale: KS HTA, tillitsvalgte: ja}
periode:
  start: 2027-01-04
  uker: 4
  form: grunnturnus
  røde dager: som søndag
vedtak:
  linjer:
    - {id: V1, fra: 2027-01-01, til: 2027-12-31, timer per uke: 40}
vakter:
  - {kode: D, navn: Dag, tid: 8–14, slag: dag}
  - {kode: N, navn: Natt, tid: 22.30–07.30, slag: natt}
behov:
  - {vakt: D, dager: man–fre, antall: 1}
assistenter:
  - {id: A1, alias: Kari, stilling: fast, prosent: 60 %, heltidsuke: 35,5}
  - {id: A2, alias: Ola, stilling: fast, prosent: 40 %, heltidsuke: 35,5}
"""


def brief_of(text: str, folder: Path) -> Brief:
    return read(text, folder)[0]


def notices_of(text: str, folder: Path) -> tuple[str, ...]:
    return read(text, folder)[1]


def read(text: str, folder: Path) -> tuple[Brief, tuple[str, ...]]:
    path = folder / "grunnlag.yaml"
    path.write_text(text, encoding="utf-8")
    found = read_brief(path)
    return found.brief, found.notices


def faults_in(path: Path) -> tuple[Fault, ...]:
    """The faults of a file; none when it can be read."""
    try:
        read_brief(path)
    except Faults as faults:
        return faults.faults
    return ()


def faults_of(text: str, folder: Path) -> tuple[Fault, ...]:
    path = folder / "grunnlag.yaml"
    path.write_text(text, encoding="utf-8")
    return faults_in(path)


def changed(old: str, new: str, text: str = SMALL) -> str:
    """The small brief with one thing changed; the thing must be there."""
    assert old in text
    return text.replace(old, new, 1)


def only(faults: tuple[Fault, ...]) -> Fault:
    assert len(faults) == 1, faults
    return faults[0]


def workbook_of(change: Callable[[Workbook], None], folder: Path, text: str = SMALL) -> Path:
    """The small brief as a workbook, changed by hand."""
    book = load_workbook(io.BytesIO(as_workbook(text)))
    change(book)
    path = folder / "grunnlag.xlsx"
    book.save(path)
    return path
