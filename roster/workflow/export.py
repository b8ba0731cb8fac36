"""Make the files of a turnus anew in a folder of the user's choice."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from roster.exports.tables import ParquetMissingError, csv_files, parquet_files
from roster.wording.table_words import NO_PARQUET
from roster.workflow.files import Checked, all_files, calendar_files, checked, plan_file, workbook_file
from roster.workflow.opening import read_plan
from roster.workflow.saving import save_files
from roster.workflow.troubles import refuse

_FORMATS: Mapping[str, Callable[[Checked, datetime], Mapping[str, bytes]]] = {
    "xlsx": lambda one, stamp: workbook_file(one),
    "ics": lambda one, stamp: calendar_files(one.plan, stamp),
    "json": lambda one, stamp: plan_file(one),
    "csv": lambda one, stamp: csv_files(one.plan.dated),
    "parquet": lambda one, stamp: parquet_files(one.plan.dated),
    "alle": lambda one, stamp: {**all_files(one, stamp), **csv_files(one.plan.dated)},
}


def export(path: Path, out: Path, form: str, now: datetime) -> tuple[str, ...]:
    """The names of the files written in ``out``; raises ``Faults``, and then none is written."""
    try:
        files = _FORMATS[form](checked(read_plan(path).plan), now)
    except ParquetMissingError:
        raise refuse(path, *NO_PARQUET) from None
    if not files:
        raise refuse(path, "Denne turnusen har ingen datoer, så den har ingen kalender.", "Velg et annet format.")
    save_files(out, files)
    return tuple(files)
