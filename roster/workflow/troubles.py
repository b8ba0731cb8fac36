"""What the disk would not do, said as a fault that the user can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roster.reading.faults import Fault, Faults

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM})
_NO_FOLDER = frozenset({errno.ENOTDIR, errno.EEXIST})


@contextmanager
def disk_trouble_as_fault(path: Path, elsewhere: str = " med --out") -> Iterator[None]:
    """An ``OSError`` inside becomes ``Faults`` about the path; what was there before still is.

    ``elsewhere``: how the user names another place.
    """
    try:
        yield
    except OSError as error:
        raise Faults([_fault(error, path, elsewhere)]) from error


@contextmanager
def unreadable_as_fault(path: Path) -> Iterator[None]:
    """An ``OSError`` while reading the path becomes ``Faults`` about it."""
    try:
        yield
    except FileNotFoundError as error:
        raise refuse(path, "Fila eller mappa finnes ikke.", "Sjekk navnet.") from error
    except PermissionError as error:
        raise refuse(path, "Vi har ikke lov til å lese fila.", "Gi deg selv lesetilgang.") from error
    except OSError as error:
        what = f"Fila kan ikke leses (feil {error.errno})."
        raise refuse(path, what, "Kopier den til en annen mappe, og prøv igjen.") from error


def refuse(path: Path, what: str, way_out: str) -> Faults:
    """A fault about a whole file or folder."""
    return Faults([Fault(str(path), "", what, way_out)])


def _fault(error: OSError, path: Path, elsewhere: str) -> Fault:
    if error.errno in _FULL:
        what, way_out = "Disken er full. Ingenting er endret.", f"Frigjør plass, eller velg en annen disk{elsewhere}."
    elif error.errno == errno.EROFS:
        what, way_out = "Her kan ingenting lagres, for disken kan bare leses.", f"Velg en annen mappe{elsewhere}."
    elif error.errno in _FORBIDDEN:
        what, way_out = (
            "Vi har ikke lov til å lagre her.",
            f"Gi deg selv skrivetilgang, eller velg en annen mappe{elsewhere}.",
        )
    elif error.errno in _NO_FOLDER:
        what, way_out = "Dette er en fil, ikke en mappe.", f"Velg et annet navn{elsewhere}, eller flytt fila."
    elif error.errno == errno.ENOENT:
        what, way_out = "Fila eller mappa finnes ikke.", "Sjekk navnet."
    elif error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        what, way_out = "Navnet kan ikke brukes på denne maskinen.", "Velg et kortere navn uten spesialtegn."
    else:
        what = f"Det gikk ikke å lagre (feil {error.errno}). Ingenting er endret."
        way_out = f"Prøv igjen, eller velg en annen mappe{elsewhere}."
    return Fault(str(path), "", what, way_out)
