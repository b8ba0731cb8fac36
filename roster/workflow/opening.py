"""A file from the user: whether it is a brief or a turnus, and the plan of one that is."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from roster.domain.plan import Plan
from roster.reading.faults import Fault
from roster.reading.plan_json import read_plan_json
from roster.reading.read import WORKBOOK_SUFFIX
from roster.workflow.folder import newest
from roster.workflow.troubles import unreadable_as_fault

_SHEETS = "xl/workbook.xml"
_ONLY_IN_A_ROSTER = b'name="Kontroll"'
_MOST_OF_SHEETS = 1 << 20


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan from a file, and where the sheets of a workbook say otherwise than the one that counts."""

    plan: Plan
    notices: tuple[Fault, ...] = ()


def is_roster(path: Path) -> bool:
    """A folder, a JSON file, or a workbook with the sheet that only a turnus has."""
    if path.is_dir() or path.suffix.lower() == ".json":
        return True
    return path.suffix.lower() == WORKBOOK_SUFFIX and _ONLY_IN_A_ROSTER in _sheet_names(path)


def read_plan(path: Path) -> Opened:
    """The plan in the file, or in the newest version of a folder; raises ``Faults``."""
    file = newest(path) if path.is_dir() else path
    with unreadable_as_fault(file):
        content = file.read_bytes()
    if file.suffix.lower() == WORKBOOK_SUFFIX:
        from roster.reading.plan_workbook import read_back  # noqa: PLC0415 - openpyxl is slow to load

        back = read_back(content, file.name)
        return Opened(back.plan, back.notices)
    return Opened(read_plan_json(content, file.name))


def _sheet_names(path: Path) -> bytes:
    """The part of a workbook that names its sheets; empty for what is no workbook, which reading will say."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_SHEETS) as part:
            return part.read(_MOST_OF_SHEETS)
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return b""
