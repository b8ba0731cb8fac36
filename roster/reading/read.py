"""From a path to a brief: opens the file, reads it by its kind, checks it, and gathers what was presumed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from roster.domain.brief import Brief
from roster.reading.build import build
from roster.reading.calendar_rows import read_calendar
from roster.reading.crosscheck import crosscheck
from roster.reading.crosscheck_period import weeks_of
from roster.reading.faults import Fault, Faults
from roster.reading.presumed import presumed
from roster.reading.structure import Rows, read_rows
from roster.reading.suffixes import WORKBOOK_SUFFIX, YAML_SUFFIXES
from roster.reading.tree import Source
from roster.reading.yaml_source import read_yaml

MOST_YAML = 1 << 20
MOST_WORKBOOK = 10 << 20


@dataclass(frozen=True)
class Read:
    """The brief, and a sentence for each thing it leaves unsaid that we presume.

    ``beside``: the content of the files that it names, which lie beside it.
    """

    brief: Brief
    notices: tuple[str, ...]
    beside: Mapping[str, bytes] = field(default_factory=dict)


def read_brief(path: Path, may_lack: frozenset[str] = frozenset()) -> Read:
    """The brief in the file; raises ``Faults`` with all that is wrong with it.

    ``may_lack``: parts that may be empty.
    """
    content = content_of(path)
    source = _source(content, path.name, path.suffix.lower())
    rows = read_rows(replace(source, absent=source.absent | may_lack), path.name)
    read_calendar(rows, path.parent)
    return _checked(rows)


def _checked(rows: Rows) -> Read:
    crosscheck(rows)
    if rows.faults:
        raise Faults(_once(rows.faults))
    weeks = weeks_of(rows)
    assert weeks is not None
    brief = build(rows, weeks)
    return Read(brief, (*rows.notices, *presumed(rows, brief)), rows.beside)


def _source(content: bytes, file: str, suffix: str) -> Source:
    if suffix == WORKBOOK_SUFFIX:
        from roster.reading.workbook_source import read_workbook  # noqa: PLC0415 - openpyxl is slow to load

        return read_workbook(content, file)
    return read_yaml(text_of(content, file), file)


def content_of(path: Path) -> bytes:
    """What is in a file of a kind that a brief can be; raises ``Faults``."""
    suffix = path.suffix.lower()
    if path.is_dir():
        raise _stop(path, "Dette er en mappe, ikke en fil.", "Skriv navnet på fila, for eksempel grunnlag.yaml.")
    if not (suffix or path.exists()):
        raise _stop(path, "Fila eller mappa finnes ikke.", "Sjekk navnet.")
    if suffix not in (*YAML_SUFFIXES, WORKBOOK_SUFFIX):
        raise _stop(
            path,
            f"Vi kan ikke lese filer av typen «{suffix or 'uten endelse'}».",
            "Bruk en fil som slutter på .yaml eller .xlsx.",
        )
    if path.exists() and not path.is_file():  # a pipe would keep us waiting for ever
        raise _stop(path, "Dette er ikke en vanlig fil.", "Lagre innholdet i en fil, og bruk den.")
    most = MOST_WORKBOOK if suffix == WORKBOOK_SUFFIX else MOST_YAML
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        raise _stop(
            path, "Fila finnes ikke.", "Sjekk navnet og mappa. «roster new grunnlag.yaml» lager et nytt grunnlag."
        ) from None
    except PermissionError:
        raise _stop(
            path, "Vi har ikke lov til å lese fila.", "Gi deg selv lesetilgang, eller lukk programmet som har den åpen."
        ) from None
    except OSError as error:
        raise _stop(
            path, f"Fila kan ikke leses ({error.strerror}).", "Kopier den til en annen mappe, og prøv igjen."
        ) from None
    if len(content) > most:
        raise _stop(
            path,
            f"Fila er større enn {most >> 20} MB. Et turnusgrunnlag er mye mindre.",
            "Sjekk at det er riktig fil, og ta bort bilder og annet som ikke hører til.",
        )
    return content


def text_of(content: bytes, file: str) -> str:
    """The text of a file in UTF-8; raises ``Faults``."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Faults([Fault(file, "", "Fila er lagret som UTF-16.", "Åpne den i et tekstprogram, og lagre som UTF-8.")])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Faults(
            [
                Fault(
                    file,
                    f"linje {line}",
                    "Fila er ikke lagret som UTF-8, så æ, ø og å kan ikke leses (trolig Windows-1252 eller Latin-1).",
                    "Åpne den i et tekstprogram, velg «lagre som», og velg tegnkoding UTF-8.",
                )
            ]
        ) from None


def _stop(path: Path, what: str, way_out: str) -> Faults:
    return Faults([Fault(path.name, "", what, way_out)])


def _once(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(dict.fromkeys(faults))
