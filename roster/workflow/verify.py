"""Prove that versions and log are what was printed: every byte against the log, the log against a fingerprint."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from roster.reading.faults import Faults
from roster.reading.plan_json import read_saved
from roster.wording import verify_words as words
from roster.workflow.course import located
from roster.workflow.folder import CALENDARS, JOURNAL, PAPERS, PLAN, VERSIONS, is_arrangement, settled
from roster.workflow.journal import NEW_VERSION, Entry, digest, entries_in, first_broken, split_lines
from roster.workflow.records import RECORDS
from roster.workflow.troubles import refuse, unreadable_as_fault

LEAST = 16
"""Digits of a fingerprint that stand on every page, and are enough to know it by."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a printed fingerprint proved: of a version, or of the log up to a line; neither when nothing has it.

    ``later``: lines of the log that were added after that one.
    """

    printed: str
    version: str | None = None
    line: int | None = None
    when: datetime | None = None
    later: int = 0

    @property
    def found(self) -> bool:
        return self.version is not None or self.line is not None


@dataclass(frozen=True, slots=True)
class Verified:
    """``wrong``: in words, each thing that is not as the log says. ``head``: what the log is known by now.

    ``versions``: the number and the fingerprint of each that is as it was saved.
    """

    wrong: tuple[str, ...]
    proofs: tuple[Proof, ...]
    versions: tuple[tuple[str, str], ...]
    lines: int
    head: str

    @property
    def holds(self) -> bool:
        return not self.wrong and all(one.found for one in self.proofs)


def verify(path: Path, against: Iterable[str]) -> Verified:
    """Everything in the folder held against its log, and the log against what was printed; raises ``Faults``.

    It reads and changes nothing but what a run that was cut off left behind.
    """
    folder = path if is_arrangement(path) else located(path)[0]
    settled(folder)
    printed = tuple(_printed(one, folder) for one in against)
    journal = folder / JOURNAL
    with unreadable_as_fault(journal):
        content = journal.read_bytes()
    lines = split_lines(content)
    wrong = list(_log_wrong(content, lines))
    entries = () if wrong else entries_in(lines)
    fingerprints: dict[str, str] = {}
    wrong += _files_wrong(folder, entries) if entries else ()
    for number, found, said in _versions(folder, entries):
        if said:
            wrong.append(said)
        else:
            fingerprints[number] = found
    marks = [digest(line) for line in lines]
    proofs = tuple(_proof(one, fingerprints, marks, entries) for one in printed)
    return Verified(tuple(wrong), proofs, tuple(fingerprints.items()), len(lines), marks[-1] if marks else "")


def _printed(typed: str, folder: Path) -> str:
    """The digits of a fingerprint as somebody typed it from paper."""
    mark = re.sub(r"[\s.:-]", "", typed).lower()
    if not re.fullmatch(rf"[0-9a-f]{{{LEAST},64}}", mark):
        raise refuse(folder, *words.not_a_fingerprint(typed, LEAST))
    return mark


# -- the log --------------------------------------------------------------------------------------------


def _log_wrong(content: bytes, lines: list[bytes]) -> Iterator[str]:
    broken = first_broken(lines)
    if broken is not None:
        yield words.log_broken(broken, len(lines))
    if content and not content.endswith(b"\n"):
        yield words.LOG_CUT_OFF


# -- what the log says lies there -----------------------------------------------------------------------


def _files_wrong(folder: Path, entries: Iterable[Entry]) -> Iterator[str]:
    """Each file that is gone, changed, or of which the log knows nothing."""
    known = _known(entries)
    for name, mark in known.items():
        file = folder / name
        if not file.is_file():
            if not name.startswith(f"{CALENDARS}/"):
                yield words.file_gone(name)
        elif digest(file.read_bytes()) != mark:
            yield words.file_changed(name)
    for top in (VERSIONS, PAPERS, RECORDS):
        for file in sorted((folder / top).rglob("*")):
            name = file.relative_to(folder).as_posix()
            if file.is_file() and name not in known:
                yield words.file_unknown(name)


def _known(entries: Iterable[Entry]) -> Mapping[str, str]:
    """The SHA-256 of each file by its name in the folder, the last that the log says of it."""
    found: dict[str, str] = {}
    for one in entries:
        place = f"{VERSIONS}/{one.version}/" if one.what == NEW_VERSION else ""
        found |= {f"{place}{name}": mark for name, mark in one.files.items()}
    return found


def _versions(folder: Path, entries: Iterable[Entry]) -> Iterator[tuple[str, str, str]]:
    """Each version with the fingerprint that its content gives, and what is wrong with it in words, if anything."""
    for one in entries:
        if one.what != NEW_VERSION:
            continue
        file = folder / VERSIONS / one.version / PLAN
        if not file.is_file():
            continue  # said already: the file is gone
        try:
            found = read_saved(file.read_bytes(), file.name).fingerprint
        except Faults as faults:
            yield one.version, "", words.version_wrong(one.version, faults.faults[0].what)
            continue
        logged = one.facts.get("fingerprint", found)
        yield one.version, found, "" if logged == found else words.version_not_as_logged(one.version)


# -- what was printed -----------------------------------------------------------------------------------


def _proof(printed: str, versions: Mapping[str, str], marks: list[str], entries: tuple[Entry, ...]) -> Proof:
    """What has this fingerprint: a version as it lies there, or a line of a log whose chain holds."""
    for version, mark in versions.items():
        if mark.startswith(printed):
            return Proof(printed, version=version)
    for line, (mark, entry) in enumerate(zip(marks, entries, strict=False), start=1):
        if mark.startswith(printed):
            return Proof(printed, line=line, when=entry.when, later=len(marks) - line)
    return Proof(printed)
