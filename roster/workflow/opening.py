"""A file from the user: whether it is a brief or a turnus, and what is in it."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from roster.checking.coverage import not_covered
from roster.domain.plan import Plan
from roster.reading.faults import Fault
from roster.reading.plan_json import read_plan_json
from roster.reading.suffixes import TEXT_SUFFIX, WORKBOOK_SUFFIX, YAML_SUFFIXES
from roster.workflow.folder import PLAN, newest
from roster.workflow.troubles import refuse, unreadable_as_fault

if TYPE_CHECKING:
    from roster.reading.read import Read

_SHEETS = "xl/workbook.xml"
_ONLY_IN_A_ROSTER = b'name="Kontroll"'
_ONLY_IN_A_BRIEF = (b'name="Oppsett"', b'name="Behov"')
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


def is_list(path: Path) -> bool:
    """A list of shifts from another program: text, or a workbook that is neither a turnus nor a brief."""
    suffix = path.suffix.lower()
    if suffix == WORKBOOK_SUFFIX and path.is_file():
        sheets = _sheet_names(path)
        return _ONLY_IN_A_ROSTER not in sheets and not any(one in sheets for one in _ONLY_IN_A_BRIEF)
    return suffix == TEXT_SUFFIX and not path.is_dir()


def open_brief(path: Path, may_lack: frozenset[str] = frozenset()) -> "Read":
    """The brief in the file; raises ``Faults``, of which a turnus in its place is one.

    ``may_lack``: parts that may be empty.
    """
    from roster.reading.read import read_brief  # noqa: PLC0415 - slow to load, and a turnus is read without it

    if path.is_dir():
        inside = next((one for one in sorted(path.glob("grunnlag.*")) if one.is_file()), path / "grunnlag.yaml")
        raise refuse(path, "Dette er en mappe, ikke et grunnlag.", f"Skriv navnet på fila, for eksempel {inside}.")
    if path.is_file() and is_roster(path):
        way_out = "Grunnlaget heter grunnlag.yaml eller grunnlag.xlsx, og ligger i mappa til turnusen."
        raise refuse(path, "Dette er en turnus, ikke et grunnlag.", way_out)
    read = read_brief(path, may_lack)
    if why := not_covered(read.brief):
        raise refuse(path, why, "Bruk en periode som er dekket.")
    return read


def read_plan(path: Path) -> Opened:
    """The plan in the file, in the folder of a version, or in the newest version of a folder; raises ``Faults``."""
    if is_brief(path):
        what = "Dette er et grunnlag, ikke en turnus."
        raise refuse(path, what, f"Lag turnusen med «roster plan {path}».")
    if is_list(path) and path.is_file():
        what = "Dette er en vaktliste, ikke en turnus fra roster."
        raise refuse(path, what, f"Kontroller den med «roster check {path}».")
    file = _plan_in(path) if path.is_dir() else path
    with unreadable_as_fault(file):
        content = file.read_bytes()
    if file.suffix.lower() == WORKBOOK_SUFFIX:
        from roster.reading.plan_workbook import read_back  # noqa: PLC0415 - openpyxl is slow to load

        back = read_back(content, file.name)
        return Opened(back.plan, back.notices)
    return Opened(read_plan_json(content, file.name))


def _plan_in(folder: Path) -> Path:
    return folder / PLAN if (folder / PLAN).is_file() else newest(folder)


def is_brief(path: Path) -> bool:
    """A YAML file, or a workbook with a sheet that only a brief has."""
    suffix = path.suffix.lower()
    if suffix == WORKBOOK_SUFFIX:
        sheets = _sheet_names(path)
        return any(one in sheets for one in _ONLY_IN_A_BRIEF) and _ONLY_IN_A_ROSTER not in sheets
    return suffix in YAML_SUFFIXES and path.is_file()


def _sheet_names(path: Path) -> bytes:
    """The part of a workbook that names its sheets; empty for what is no workbook, which reading will say."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_SHEETS) as part:
            return part.read(_MOST_OF_SHEETS)
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return b""
