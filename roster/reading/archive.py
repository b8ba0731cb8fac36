"""Whether a workbook is safe to open: a whole zip of modest size, whose XML has no entities and few elements.

Every part is unpacked once here, piece by piece, and nothing is trusted that the file says of its own size.
"""

import io
import zipfile
import zlib

from roster.reading.faults import Fault, Faults

MOST_PARTS = 400
MOST_UNPACKED = 40 << 20
MOST_ELEMENTS = 600_000
MOST_RATIO = 250
_SMALL = 1 << 20
_PIECE = 1 << 16
_OVERLAP = 16
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def guard(content: bytes, file: str) -> None:
    """Raises ``Faults`` when the workbook should not be opened."""
    if not content:
        raise _stop(file, "Fila er tom.", "Lag et grunnlag å begynne med: «roster new grunnlag.xlsx».")
    if content.startswith(_OLD_OR_LOCKED):
        raise _stop(
            file,
            "Arbeidsboka er beskyttet med passord, eller lagret i et gammelt format.",
            "Åpne den i Excel, ta bort passordet, og lagre som Excel-arbeidsbok (.xlsx).",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _sizes(archive, file)
            _parts(archive, file)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, OSError):
        raise _stop(
            file,
            "Fila er ikke en hel Excel-arbeidsbok.",
            "Åpne den i Excel eller LibreOffice, og lagre den på nytt som .xlsx.",
        ) from None


def _sizes(archive: zipfile.ZipFile, file: str) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or any(_swells(part) for part in parts):
        raise _too_big(file)


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1)


def _parts(archive: zipfile.ZipFile, file: str) -> None:
    unpacked = elements = 0
    for part in archive.infolist():
        is_xml = part.filename.lower().endswith((".xml", ".rels", ".vml"))
        tail = b""
        with archive.open(part) as stream:
            while piece := stream.read(_PIECE):
                unpacked += len(piece)
                if unpacked > MOST_UNPACKED:
                    raise _too_big(file)
                if not is_xml:
                    continue
                elements += piece.count(b"<")
                if elements > MOST_ELEMENTS:
                    raise _too_big(file)
                seen = (tail + piece).upper()
                if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen or b"\0" in piece:
                    raise _stop(
                        file,
                        "Arbeidsboka inneholder XML-koder (DTD eller entiteter) som ikke hører hjemme der.",
                        "Fila kan være skadelig. Skriv innholdet inn i en ny arbeidsbok, og bruk den.",
                    )
                tail = piece[-_OVERLAP:]


def _too_big(file: str) -> Faults:
    return _stop(
        file,
        "Arbeidsboka er mye større utpakket enn et grunnlag eller en turnus kan være.",
        "Sjekk at det er riktig fil. Kopier radene over i en ny arbeidsbok, og lagre den.",
    )


def _stop(file: str, what: str, way_out: str) -> Faults:
    return Faults([Fault(file, "", what, way_out)])
