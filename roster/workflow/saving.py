"""Save files that the user asked for, where there were none."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from roster.workflow.disk import write_new
from roster.workflow.troubles import disk_trouble_as_fault, refuse

NEVER_OVER = ("Fila finnes fra før, og vi skriver aldri over.", "Velg et annet sted med --out.")


def save_file(path: Path, content: bytes) -> None:
    """The file is there, whole; raises ``Faults`` where one was before."""
    if path.exists():
        raise refuse(path, *NEVER_OVER)
    with disk_trouble_as_fault(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write_new(path, content)
        except FileExistsError:
            raise refuse(path, *NEVER_OVER) from None


def save_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """All the files are in the folder, or none and ``Faults``; one that was there before is never written over."""
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise refuse(folder / there[0], *NEVER_OVER)
    with disk_trouble_as_fault(folder):
        made = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        written: list[Path] = []
        try:
            for name, content in files.items():
                (folder / name).parent.mkdir(exist_ok=True)
                write_new(folder / name, content)
                written.append(folder / name)
        except BaseException:
            for one in written:
                one.unlink()
            if made:
                shutil.rmtree(folder, ignore_errors=True)
            raise
