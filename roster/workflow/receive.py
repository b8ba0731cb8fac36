"""Take in a rep's answer: the workbook that came back, held against the version that it answers."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from roster.domain.course import Act, Answer, Standing
from roster.domain.finding import Finding
from roster.domain.fingerprint import FINGERPRINT
from roster.domain.kinds import REP
from roster.exports.package.book import book as package_book
from roster.exports.package.content import paper_of
from roster.reading.answer import read_answer
from roster.reading.faults import Fault, Faults
from roster.reading.package_workbook import Printed, printed_in
from roster.reading.returned_workbook import CellChange, Compared, Returned, compare, read_returned, version_in
from roster.wording import approval_sheet as words
from roster.wording.brief_choices import EMPLOYERS
from roster.wording.course_words import NOT_BEFORE_TODAY
from roster.wording.facts import word
from roster.workflow.begins import Begins, takes_effect
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
from roster.workflow.folder import JOURNAL, VERSIONS, opened_again
from roster.workflow.journal import NEW_VERSION, Journal, digest
from roster.workflow.known import known_of
from roster.workflow.troubles import refuse

_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Received:
    """The answer as it is kept. ``notice`` None: it does not tell when the version was discussed."""

    version: Version
    answer: Answer
    standing: Standing
    notice: Finding | None
    begins: Begins


def receive(path: Path, file: Path, by: str | None, now: datetime) -> Received:
    """Raises ``Faults``: for another version, for each cell that was changed, and for what cannot be read."""
    folder_path, number = located(path)
    paper = read_paper(file)
    book = read_returned(paper[file.name], file.name)
    with opened_again(folder_path) as folder:
        log = read_log(folder_path)
        version = version_at(folder_path, number, log)
        printed = printed_in(book.values)
        _must_answer(version_in(book.values) if printed is None else printed.fingerprint, file, version, log)
        if printed is None:
            originals = _originals(folder_path, number, log)
        else:
            originals = (_package(printed, file, folder_path, version, log),)
        _must_say_the_same(book, file, folder_path / VERSIONS / number, originals)
        answer = read_answer(book.values, file.name, version.plan.brief.arrangement.elected_reps)
        _must_have_come(answer, file, now.date())
        must_be_allowed(Act.ANSWERED, version, log, folder_path)
        record_step(folder, version, Act.ANSWERED, by or answer.name or REP, now, answer, paper)
        log = read_log(folder_path)
        begins = takes_effect(folder_path, version, log)
        notice = None if answer.discussion is None else ready(version, log, now.date(), begins.day).notice
        return Received(version, answer, standing_of(version, log), notice, begins)


def _must_answer(said: str | None, file: Path, version: Version, log: Log) -> None:
    """The workbook says that it was made of this version; one that says nothing is held against it all the same."""
    if said is None or said == version.fingerprint:
        return
    made = (one for one in log.entries if one.what == NEW_VERSION and one.facts.get(FINGERPRINT) == said)
    other = next((one.version for one in made), None)
    raise refuse(file, *words.other_version(other, version.number))


def _must_have_come(answer: Answer, file: Path, today: date) -> None:
    """Neither the drøfting nor the answer can be of a day after this."""
    said = (answer.on, None if answer.discussion is None else answer.discussion.on)
    later = [one for one in said if one is not None and one > today]
    if later:
        raise refuse(file, NOT_BEFORE_TODAY.format(max(later).isoformat()), words.CORRECT_DATE)


def _package(printed: Printed, file: Path, folder: Path, version: Version, log: Log) -> bytes:
    """The package made anew as the log was when it was printed; raises ``Faults`` when the log never was so.

    The name of the employer is none of the version: it is what the user said, and is taken as it stands.
    """
    lines = Journal(folder / JOURNAL).lines()
    at = next((number for number, line in enumerate(lines, start=1) if digest(line) == printed.head), None)
    if at is None:
        raise refuse(file, *words.OTHER_LOG)
    then = Log(log.entries[:at], tuple(one for one in log.steps if one.line <= at), printed.head)
    named = word(EMPLOYERS, version.plan.brief.arrangement.employer)
    known = known_of(folder, version, then, "" if printed.employer == named else printed.employer)
    return package_book(known, paper_of(known))


def _must_say_the_same(book: Returned, file: Path, place: Path, originals: tuple[bytes, ...]) -> None:
    """Raises ``Faults`` that name what the returned workbook does not say as the one that was sent."""
    if not originals:
        raise refuse(place, *words.NO_ORIGINAL)
    compared = min((compare(one, book, file.name) for one in originals), key=_differs)
    if compared.same:
        return
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
