"""Take in a rep's answer: the workbook that came back, held against the version that it answers."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from roster.domain.course import Act, Answer, Standing
from roster.domain.finding import Finding
from roster.domain.fingerprint import FINGERPRINT
from roster.domain.kinds import REP
from roster.reading.answer import read_answer
from roster.reading.faults import Fault, Faults
from roster.reading.returned_workbook import CellChange, Compared, Returned, compare, read_returned, version_in
from roster.wording import approval_sheet as words
from roster.workflow.course import (
    Log,
    Version,
    located,
    must_be_allowed,
    read_log,
    read_paper,
    ready,
    record_step,
    standing_of,
    version_at,
)
from roster.workflow.folder import VERSIONS, opened_again
from roster.workflow.journal import NEW_VERSION, digest
from roster.workflow.troubles import refuse

_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Received:
    """The answer as it is kept. ``notice`` None: it does not tell when the version was discussed."""

    version: Version
    answer: Answer
    standing: Standing
    notice: Finding | None
    same_bytes: bool


def receive(path: Path, file: Path, by: str | None, now: datetime) -> Received:
    """Raises ``Faults``: for another version, for each cell that was changed, and for what cannot be read."""
    folder_path, number = located(path)
    paper = read_paper(file)
    book = read_returned(paper[file.name], file.name)
    with opened_again(folder_path) as folder:
        log = read_log(folder_path)
        version = version_at(folder_path, number, log)
        _must_answer(book, file, version, log)
        compared = _compared(book, file, folder_path, number, log)
        answer = read_answer(book.values, file.name, version.plan.brief.arrangement.elected_reps)
        must_be_allowed(Act.ANSWERED, version, log, folder_path)
        record_step(folder, version, Act.ANSWERED, by or answer.name or REP, now, answer, paper)
        log = read_log(folder_path)
        notice = None if answer.discussion is None else ready(version, log).notice
        return Received(version, answer, standing_of(version, log), notice, compared.same_bytes)


def _must_answer(book: Returned, file: Path, version: Version, log: Log) -> None:
    """The workbook says that it was made of this version; one that says nothing is held against it all the same."""
    said = version_in(book.values)
    if said is None or said == version.fingerprint:
        return
    made = (one for one in log.entries if one.what == NEW_VERSION and one.facts.get(FINGERPRINT) == said)
    other = next((one.version for one in made), None)
    raise refuse(file, *words.other_version(other, version.number))


def _compared(book: Returned, file: Path, folder: Path, number: str, log: Log) -> Compared:
    """What the returned workbook says as the one that was sent; raises ``Faults`` that name what it does not."""
    originals = _originals(folder, number, log)
    if not originals:
        raise refuse(folder / VERSIONS / number, *words.NO_ORIGINAL)
    compared = min((compare(one, book, file.name) for one in originals), key=_differs)
    if compared.same:
        return compared
    faults = [
        Fault(file.name, one.place, words.changed(_said(one, one.before), _said(one, one.after)), words.CHANGED)
        for one in compared.changes[:_MOST_SHOWN]
    ]
    if compared.missing or compared.added:
        said = words.sheets_changed(list(compared.missing), list(compared.added))
        faults.insert(0, Fault(file.name, "", said, words.CHANGED))
    if len(compared.changes) > _MOST_SHOWN:
        more = words.more_cells(len(compared.changes) - _MOST_SHOWN)
        faults.append(Fault(file.name, "", more, words.CHANGED))
    raise Faults(faults)


def _originals(folder: Path, number: str, log: Log) -> tuple[bytes, ...]:
    """The workbooks of the version that are as they were when the log took them in."""
    known = {mark for one in log.entries if one.version == number for mark in one.files.values()}
    found = (one.read_bytes() for one in sorted((folder / VERSIONS / number).glob("*.xlsx")))
    return tuple(one for one in found if digest(one) in known)


def _differs(one: Compared) -> tuple[int, int]:
    return len(one.missing) + len(one.added), len(one.changes)


def _said(change: CellChange, value: object) -> str:
    return words.formula_words(value) if change.formula else words.value_words(value)
