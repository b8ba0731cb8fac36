"""Save a file that the user asked for, where there was none."""

from pathlib import Path

from roster.workflow.disk import write_new
from roster.workflow.troubles import disk_trouble_as_fault, refuse

_NEVER_OVER = ("Fila finnes fra før, og vi skriver aldri over.", "Velg et annet navn med --out.")


def save_file(path: Path, content: bytes) -> None:
    """The file is there, whole; raises ``Faults`` where one was before."""
    if path.exists():
        raise refuse(path, *_NEVER_OVER)
    with disk_trouble_as_fault(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write_new(path, content)
        except FileExistsError:
            raise refuse(path, *_NEVER_OVER) from None
