"""Save files that the user asked for, where there were none."""

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from roster.reading.faults import Faults
from roster.workflow.disk import write_new
from roster.workflow.troubles import disk_trouble_as_fault, refuse

OUT = " med --out"
"""How most commands let the user name another place."""
_NEVER_OVER = "Fila finnes fra før, og vi skriver aldri over."
_TWO_IN_ONE = "To filer skal ha det samme navnet."


def save_file(path: Path, content: bytes) -> None:
    """The file is there, whole; raises ``Faults`` where one was before."""
    save_all([(path, content)])


def save_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """All the files are in the folder, or none and ``Faults``; one that was there before is never written over."""
    save_all([(folder / name, content) for name, content in files.items()])


def save_all(files: Sequence[tuple[Path, bytes]], elsewhere: str = OUT) -> None:
    """All the files are there, whole, or none and ``Faults``; one that was there before is never written over.

    ``elsewhere``: how the user names another place; empty where each file has an option of its own.
    """
    for number, (path, _) in enumerate(files):
        if path.exists():
            raise _there(path, elsewhere)
        if path in [one for one, _ in files[:number]]:
            raise refuse(path, _TWO_IN_ONE, "Gi dem hvert sitt navn.")
    written: list[Path] = []
    made: list[Path] = []
    try:
        for path, content in files:
            _save(path, content, made, elsewhere)
            written.append(path)
    except BaseException:
        _take_away(written, made)
        raise


def _save(path: Path, content: bytes, made: list[Path], elsewhere: str) -> None:
    with disk_trouble_as_fault(path, elsewhere):
        made += [one for one in reversed(path.parents) if not one.exists()]
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write_new(path, content)
        except FileExistsError:
            raise _there(path, elsewhere) from None


def _there(path: Path, elsewhere: str) -> Faults:
    return refuse(path, _NEVER_OVER, f"Velg et annet sted{elsewhere}." if elsewhere else "Velg et annet navn.")


def _take_away(files: Iterable[Path], folders: Sequence[Path]) -> None:
    """What a disk that refuses cannot take away either must not hide why it refused."""
    for one in files:
        with contextlib.suppress(OSError):
            one.unlink()
    for one in reversed(folders):
        with contextlib.suppress(OSError):
            one.rmdir()
