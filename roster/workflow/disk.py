"""Writing so that what was there stays whole until what is new is whole, and on the disk."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

ASIDE = ".ny"
"""What is not yet in its place has a name that begins so."""


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


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a new folder, by names that may lead into folders of their own."""
    folder.mkdir()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, content)


def replace_file(path: Path, content: bytes) -> None:
    """The file has this content; killed before this returns, it has that or what it had before."""
    aside = path.with_name(f"{ASIDE}-{path.name}")
    try:
        aside.unlink(missing_ok=True)
        write_new(aside, content)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    on_disk(path.parent)


def on_disk(folder: Path) -> None:
    """The names in the folder are on the disk, where the system can be asked for that."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
