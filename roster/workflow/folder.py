"""The folder of an arrangement (interfaces.md section 5): what the user wrote, and versions that never change."""

import errno
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from roster.workflow.journal import Entry, Journal, digest
from roster.workflow.troubles import disk_trouble_as_fault, refuse

BRIEF = "grunnlag"
VERSIONS = "versjoner"
PLAN = "turnus.json"
WORKBOOK = "turnus.xlsx"
CALENDARS = "kalender"
JOURNAL = "logg.jsonl"
LOCK = ".lock"

_BRIEF_SUFFIXES = (".yaml", ".xlsx")
_VERSION = re.compile(r"\d{4,}")
_ASIDE = ".ny-"
_ROOM = 20 << 20
"""Bytes that must be free before it is worth while to begin."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file that the user wrote, as it was when it was read."""

    path: Path
    content: bytes

    @property
    def kept_as(self) -> str:
        """Its name in the folder."""
        return BRIEF + (".xlsx" if self.path.suffix.lower() == ".xlsx" else ".yaml")


@dataclass(frozen=True, slots=True)
class Folder:
    """An arrangement's folder, which this run alone may write in."""

    path: Path

    @property
    def journal(self) -> Journal:
        return Journal(self.path / JOURNAL)

    def add_version(self, files: Mapping[str, bytes], source: Source, now: datetime) -> Path:
        """A new version that holds the files and what they were made from; all of it, or nothing and ``Faults``."""
        with disk_trouble_as_fault(self.path):
            versions = self.path / VERSIONS
            number = f"{max((int(one.name) for one in _versions(self.path)), default=0) + 1:04}"
            aside, final = versions / f"{_ASIDE}{number}", versions / number
            whole = {**files, source.kept_as: source.content}
            versions.mkdir(exist_ok=True)
            try:
                _write_all(aside, whole)
                aside.rename(final)
                self._keep_brief(source)
                entry = Entry(now, "ny versjon", number, {name: digest(content) for name, content in whole.items()})
                self.journal.append(entry)
            except BaseException:
                shutil.rmtree(aside, ignore_errors=True)
                shutil.rmtree(final, ignore_errors=True)
                raise
            return final

    def _keep_brief(self, source: Source) -> None:
        """The folder's own brief becomes what this version was made from; the old one lies in its version."""
        kept = self.path / source.kept_as
        if not (kept.exists() and kept.samefile(source.path)):
            aside = self.path / f"{_ASIDE}{source.kept_as}"
            try:
                aside.unlink(missing_ok=True)
                write_new(aside, source.content)
                aside.replace(kept)
            except OSError:
                aside.unlink(missing_ok=True)
                raise
        for other in _briefs(self.path):
            if other != kept:
                other.unlink()


def default_folder(brief: Path) -> Path:
    """The folder a brief belongs to: the one it lies in as ``grunnlag``, else one with its name where we stand."""
    if brief.stem == BRIEF and (brief.parent / VERSIONS).is_dir():
        return brief.parent
    return Path(brief.stem)


@contextmanager
def opened(path: Path, source: Source) -> Iterator[Folder]:
    """The folder, made if need be and locked; a folder that we made and put nothing in is taken away again."""
    made = not path.exists()
    folder = Folder(path)
    with disk_trouble_as_fault(path):
        path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise refuse(
                path,
                "En annen kjøring lager en turnus i denne mappa akkurat nå.",
                "Vent til den er ferdig, eller velg en annen mappe med --out.",
            ) from None
    try:
        with disk_trouble_as_fault(path):
            _prepare(folder, source)
        yield folder
    finally:
        lock.release()
        if made and not _versions(path):
            _take_away(path)


def is_arrangement(path: Path) -> bool:
    """The folder of an arrangement: one with versions, or a place for them."""
    return (path / VERSIONS).is_dir()


def newest(path: Path) -> Path:
    """``turnus.json`` of the newest version in a folder."""
    versions = _versions(path)
    if not versions:
        raise refuse(path, "Det er ingen turnus i denne mappa.", "Lag en med «roster plan», eller velg en annen mappe.")
    return max(versions, key=lambda one: int(one.name)) / PLAN


def safe_names(ids: tuple[str, ...]) -> Mapping[str, str]:
    """A file name without ending for each id: no two alike on any disk, and none that leads out of its folder."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for one in ids:
        plain = re.sub(r"[^\w-]", "_", one)[:60] or "_"
        name, number = plain, 2
        while name.casefold() in taken:
            name, number = f"{plain}_{number}", number + 1
        taken.add(name.casefold())
        names[one] = name
    return names


def _prepare(folder: Folder, source: Source) -> None:
    """Take away what a run that was cut off left aside, and refuse to lose a brief that is in no version."""
    if shutil.disk_usage(folder.path).free < _ROOM:
        raise OSError(errno.ENOSPC, "no room for a new version")
    for left in (folder.path / VERSIONS).glob(f"{_ASIDE}*"):
        shutil.rmtree(left)
    known = {*folder.journal.digests(), digest(source.content)}
    for brief in _briefs(folder.path):
        if not brief.samefile(source.path) and digest(brief.read_bytes()) not in known:
            raise refuse(
                brief,
                "Grunnlaget i mappa er endret siden den siste versjonen, og ville gått tapt.",
                f"Lag turnusen av det med «roster plan {brief}», eller velg en annen mappe med --out.",
            )


def _versions(path: Path) -> tuple[Path, ...]:
    found = (path / VERSIONS).glob("*")
    return tuple(one for one in found if _VERSION.fullmatch(one.name) and one.is_dir())


def _briefs(path: Path) -> tuple[Path, ...]:
    return tuple(one for suffix in _BRIEF_SUFFIXES if (one := path / f"{BRIEF}{suffix}").exists())


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a new folder, so that they are on the disk when it returns."""
    folder.mkdir()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        write_new(path, content)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there, so that it is on the disk when this returns."""
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            file.close()
            path.unlink(missing_ok=True)
            raise


def _take_away(path: Path) -> None:
    (path / LOCK).unlink(missing_ok=True)
    try:
        if (path / VERSIONS).is_dir():
            (path / VERSIONS).rmdir()
        path.rmdir()
    except OSError:
        # Something else lies there, or somebody has come in; then the folder stays.
        return
