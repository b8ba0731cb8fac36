"""One change of a folder at a time: written aside, made to count by a line of the journal, then put in its place.

Killed before the line is written, nothing has happened; killed after it, what lies aside is put in its place by the
next run. The line is written by one rename, so there is no moment between the two.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from roster.workflow.disk import ASIDE, on_disk, write_all
from roster.workflow.journal import Entry, Journal

_FILES = "filer"
_LINE = "linje"
_GONE = "bort"
_WHOLE = "versjoner"
"""What lies in folders here comes into its place as a whole folder."""


def commit(folder: Path, journal: Journal, entry: Entry, files: Mapping[str, bytes], gone: Iterable[str]) -> None:
    """The journal has the entry, the folder has the files and not those that are gone; all of it or ``OSError``."""
    aside = folder / ASIDE
    line = journal.next_line(entry)
    try:
        write_all(
            aside,
            {
                **{f"{_FILES}/{name}": content for name, content in files.items()},
                _GONE: json.dumps(list(gone)).encode(),
                _LINE: line,
            },
        )
        journal.append(entry)
    except BaseException:
        settle(folder, journal)
        raise
    settle(folder, journal)


def settle(folder: Path, journal: Journal) -> None:
    """Put in its place what the journal says was done, and take away what was only begun."""
    aside = folder / ASIDE
    if aside.exists():
        if _counts(aside, journal):
            _put_in_place(folder, aside)
        shutil.rmtree(aside)
    (folder / f"{ASIDE}-{journal.path.name}").unlink(missing_ok=True)


def _counts(aside: Path, journal: Journal) -> bool:
    line = aside / _LINE
    lines = journal.lines()
    return bool(lines) and line.exists() and line.read_bytes() == lines[-1] + b"\n"


def _put_in_place(folder: Path, aside: Path) -> None:
    """Done again after it was cut off, it does what is left."""
    files, gone = aside / _FILES, aside / _GONE
    if gone.exists():
        for name in json.loads(gone.read_bytes()):
            (folder / name).unlink(missing_ok=True)
    for whole in sorted((files / _WHOLE).glob("*")):
        target = folder / _WHOLE / whole.name
        target.parent.mkdir(exist_ok=True)
        if not target.exists():
            whole.rename(target)
            on_disk(target.parent)
    for one in sorted(files.rglob("*")):
        if one.is_file():
            target = folder / one.relative_to(files)
            target.parent.mkdir(parents=True, exist_ok=True)
            one.replace(target)
    on_disk(folder)
