"""Make the files of a turnus anew in a folder of the user's choice."""

import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from roster.workflow.disk import write_new
from roster.workflow.files import Checked, all_files, calendar_files, checked, plan_file, workbook_file
from roster.workflow.opening import read_plan
from roster.workflow.troubles import disk_trouble_as_fault, refuse

_FORMATS: Mapping[str, Callable[[Checked, datetime], Mapping[str, bytes]]] = {
    "xlsx": lambda one, stamp: workbook_file(one),
    "ics": lambda one, stamp: calendar_files(one.plan, stamp),
    "json": lambda one, stamp: plan_file(one),
    "alle": all_files,
}


def export(path: Path, out: Path, form: str, now: datetime) -> tuple[str, ...]:
    """The names of the files written in ``out``; raises ``Faults``, and then none is written."""
    files = _FORMATS[form](checked(read_plan(path).plan), now)
    there = [name for name in files if (out / name).exists()]
    if there:
        raise refuse(out / there[0], "Fila finnes fra før, og vi skriver aldri over.", "Velg en annen mappe med --out.")
    if not files:
        raise refuse(path, "Denne turnusen har ingen datoer, så den har ingen kalender.", "Velg et annet format.")
    with disk_trouble_as_fault(out):
        made = not out.exists()
        out.mkdir(parents=True, exist_ok=True)
        written: list[Path] = []
        try:
            for name, content in files.items():
                (out / name).parent.mkdir(exist_ok=True)
                write_new(out / name, content)
                written.append(out / name)
        except BaseException:
            for one in written:
                one.unlink()
            if made:
                shutil.rmtree(out, ignore_errors=True)
            raise
    return tuple(files)
