"""The folder of an arrangement (interfaces.md section 5): what the user wrote, and versions that never change."""

import errno
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from roster.domain.fingerprint import Json
from roster.workflow import staging
from roster.workflow.disk import ASIDE
from roster.workflow.journal import NEW_VERSION, Entry, Journal, digest
from roster.workflow.troubles import disk_trouble_as_fault, refuse

if TYPE_CHECKING:
    from filelock import FileLock

BRIEF = "grunnlag"
VERSIONS = "versjoner"
PLAN = "turnus.json"
WORKBOOK = "turnus.xlsx"
CALENDARS = "kalender"
PROPOSALS = "forslag.txt"
PAPERS = "papirer"
JOURNAL = "logg.jsonl"
LOCK = ".lock"

_BRIEF_SUFFIXES = (".yaml", ".xlsx")
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
"""Names that are no files under Windows, whatever ending they have."""
_VERSION = re.compile(r"\d{4,}")
_ROOM = 20 << 20
"""Bytes that must be free before it is worth while to begin."""
_WAIT = 10.0
"""Seconds that a short command waits for another to end."""


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
class Written:
    """What an entry of the journal puts in the folder, and what goes; names are from the folder."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


NOTHING = Written()


@dataclass(frozen=True, slots=True)
class Folder:
    """An arrangement's folder, which this run alone may write in."""

    path: Path

    @property
    def journal(self) -> Journal:
        return Journal(self.path / JOURNAL)

    def next_version(self) -> str:
        """The number of the version that is added next: never one that the log knows, though its folder be gone."""
        logged = (one.version for one in self.journal.entries() if one.what == NEW_VERSION)
        taken = (one for one in (*logged, *(path.name for path in _versions(self.path))) if _VERSION.fullmatch(one))
        return f"{max(map(int, taken), default=0) + 1:04}"

    def add_version(
        self,
        files: Mapping[str, bytes],
        source: Source | None,
        now: datetime,
        by: str = "",
        facts: Mapping[str, Json] | None = None,
    ) -> Path:
        """A new version that holds the files and what they were made from; all of it, or nothing and ``Faults``.

        ``source`` None: it was made from another version, and the folder's own brief stays.
        """
        with disk_trouble_as_fault(self.path):
            number = self.next_version()
            whole = dict(files) if source is None else {**files, source.kept_as: source.content}
            placed = {f"{VERSIONS}/{number}/{name}": content for name, content in whole.items()}
            gone: tuple[str, ...] = ()
            if source is not None:
                kept = self.path / source.kept_as
                if not (kept.exists() and kept.samefile(source.path)):
                    placed[source.kept_as] = source.content
                gone = tuple(one.name for one in brief_files(self.path) if one != kept)
            entry = Entry(
                now, NEW_VERSION, number, {name: digest(content) for name, content in whole.items()}, by, facts or {}
            )
            staging.commit(self.path, self.journal, entry, placed, gone)
            return self.path / VERSIONS / number

    def record(self, entry: Entry, written: Written = NOTHING) -> None:
        """The journal has the entry and the folder what is written with it; both, or neither and ``Faults``."""
        with disk_trouble_as_fault(self.path, ""):
            staging.commit(self.path, self.journal, entry, written.files, written.gone)


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
        lock = _locked(path, 0)
    try:
        with disk_trouble_as_fault(path):
            staging.settle(path, folder.journal)
            _prepare(folder, source)
        yield folder
    finally:
        lock.release()
        if made and not _versions(path):
            _take_away(path)


@contextmanager
def opened_again(path: Path) -> Iterator[Folder]:
    """The folder of an arrangement that is there, locked; waits a little for another command to end."""
    if not is_arrangement(path):
        raise _no_arrangement(path)
    folder = Folder(path)
    with disk_trouble_as_fault(path, ""):
        lock = _locked(path, _WAIT)
    try:
        with disk_trouble_as_fault(path, ""):
            staging.settle(path, folder.journal)
            _must_have_journal(folder)
        yield folder
    finally:
        lock.release()


def settled(path: Path) -> None:
    """What a run that was cut off had begun is finished or gone, unless another run is at it now."""
    if not (path / ASIDE).exists():
        return
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to load, and most that is read needs no lock

    lock = FileLock(path / LOCK)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):
        return
    try:
        with disk_trouble_as_fault(path, ""):
            staging.settle(path, Journal(path / JOURNAL))
    finally:
        lock.release()


def _locked(path: Path, seconds: float) -> "FileLock":
    from filelock import FileLock, Timeout  # noqa: PLC0415 - as above

    lock = FileLock(path / LOCK)
    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        raise refuse(
            path,
            "En annen kjøring arbeider i denne mappa akkurat nå.",
            "Vent til den er ferdig, eller velg en annen mappe.",
        ) from None
    return lock


def is_arrangement(path: Path) -> bool:
    """The folder of an arrangement: one with versions, or a place for them."""
    return (path / VERSIONS).is_dir()


def is_version(path: Path) -> bool:
    """The folder of one version of an arrangement."""
    whole = plainly(path)
    return bool(_VERSION.fullmatch(whole.name)) and whole.parent.name == VERSIONS and whole.is_dir()


def plainly(path: Path) -> Path:
    """The same place from the top, without «.» and «..»: a path that is given from inside a folder has no names."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - ``resolve`` would leave the folder by its links


def newest(path: Path) -> Path:
    """``turnus.json`` of the newest version in a folder."""
    settled(path)
    versions = _versions(path)
    if not versions:
        raise refuse(path, "Det er ingen turnus i denne mappa.", "Lag en med «roster plan», eller velg en annen mappe.")
    return max(versions, key=lambda one: int(one.name)) / PLAN


def versions(path: Path) -> tuple[Path, ...]:
    """The folders of the versions, oldest first."""
    settled(path)
    return tuple(sorted(_versions(path), key=lambda one: int(one.name)))


def _no_arrangement(path: Path) -> Exception:
    if not path.exists():
        return refuse(path, "Mappa finnes ikke.", "Skriv navnet på mappa der turnusen ligger.")
    return refuse(path, "Dette er ikke mappa til en turnus.", "Velg mappa som har «versjoner» i seg.")


def _must_have_journal(folder: Folder) -> None:
    """Without its journal nobody knows what was done in the folder."""
    if _versions(folder.path) and not folder.journal.path.exists():
        raise refuse(
            folder.journal.path,
            "Loggen mangler, så ingen kan vite hva som er gjort i mappa.",
            "Hent den fra en sikkerhetskopi, eller lag turnusen i en ny mappe.",
        )


def safe_names(ids: tuple[str, ...], others: Iterable[str] = ()) -> Mapping[str, str]:
    """A file name without ending for each id: no two alike on any disk, and none that leads out of its folder.

    ``others``: names that lie in the folder already.
    """
    names: dict[str, str] = {}
    taken = {*_DEVICES, *(one.casefold() for one in others)}
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
    _must_have_journal(folder)
    known = {*folder.journal.digests(), digest(source.content)}
    for brief in brief_files(folder.path):
        if not brief.samefile(source.path) and digest(brief.read_bytes()) not in known:
            raise refuse(
                brief,
                "Grunnlaget i mappa er endret siden den siste versjonen, og ville gått tapt.",
                f"Lag turnusen av det med «roster plan {brief}», eller velg en annen mappe med --out.",
            )


def _versions(path: Path) -> tuple[Path, ...]:
    found = (path / VERSIONS).glob("*")
    return tuple(one for one in found if _VERSION.fullmatch(one.name) and one.is_dir())


def brief_files(path: Path) -> tuple[Path, ...]:
    """What the user wrote last, in the arrangement's folder; at most one, but where somebody put in another by hand."""
    return tuple(one for suffix in _BRIEF_SUFFIXES if (one := path / f"{BRIEF}{suffix}").exists())


def _take_away(path: Path) -> None:
    (path / LOCK).unlink(missing_ok=True)
    try:
        if (path / VERSIONS).is_dir():
            (path / VERSIONS).rmdir()
        path.rmdir()
    except OSError:
        # Something else lies there, or somebody has come in; then the folder stays.
        return
