"""Make the package that reps see, discuss and sign: a workbook and a PDF of the same version with the same content."""

from dataclasses import dataclass
from pathlib import Path

from roster.exports.package.book import book
from roster.exports.package.content import paper_of
from roster.exports.package.pdf import pdf
from roster.workflow.course import Version, located, read_log, version_at
from roster.workflow.known import known_of
from roster.workflow.saving import save_files


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written where: the names of the files, and what they are known by."""

    version: Version
    head: str
    lines: int
    written: tuple[str, ...]


def package(path: Path, out: Path, employer: str) -> Packed:
    """The files lie in ``out``, both or neither; raises ``Faults``. ``employer``: its name, where the user says so."""
    folder, number = located(path)
    log = read_log(folder)
    version = version_at(folder, number, log)
    known = known_of(folder, version, log, employer)
    paper = paper_of(known)
    name = f"godkjenning-{number}"
    files = {f"{name}.xlsx": book(known, paper), f"{name}.pdf": pdf(paper)}
    save_files(out, files)
    return Packed(version, log.head, len(log.entries), tuple(files))
