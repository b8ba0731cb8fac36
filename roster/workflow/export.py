"""Make the files of a turnus anew in a folder of the user's choice."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from roster.exports.tables import ParquetMissingError, csv_files, parquet_files
from roster.wording.table_words import NO_PARQUET
from roster.workflow.begins import takes_effect
from roster.workflow.course import Version, located, read_log
from roster.workflow.files import Checked, all_files, calendar_files, checked, plan_file, workbook_file
from roster.workflow.folder import CALENDARS, is_arrangement, is_version
from roster.workflow.in_force import in_force, run_from
from roster.workflow.opening import read_plan
from roster.workflow.saving import save_files
from roster.workflow.timesheets import accounts_of
from roster.workflow.troubles import refuse, unreadable_as_fault

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
        done = checked(read_plan(path).plan)
        if _kept(path):
            done = _as_kept(done, *located(path))
        files = _FORMATS[form](done, now)
    except ParquetMissingError:
        raise refuse(path, *NO_PARQUET) from None
    if any(name.startswith(f"{CALENDARS}/") for name in files) and (run := _calendars_in_use(path, now)):
        # An assistant's file may have another name there, so none of the draft's stays beside them.
        files = {**{name: one for name, one in files.items() if not name.startswith(f"{CALENDARS}/")}, **run}
    if not files:
        raise refuse(path, "Denne turnusen har ingen datoer, så den har ingen kalender.", "Velg et annet format.")
    save_files(out, files)
    return tuple(files)


def _kept(path: Path) -> bool:
    """It is an arrangement's folder, or lies in one."""
    return is_arrangement(path) or is_version(path) or is_version(path.parent)


def _as_kept(done: Checked, folder: Path, number: str) -> Checked:
    """With what the folder tells: the hours used, and from when the version takes effect."""
    begins = takes_effect(folder, Version(number, done.plan, ""), read_log(folder)).day
    return replace(done, accounts=accounts_of(done.plan, folder), begins=begins)


def _calendars_in_use(path: Path, now: datetime) -> Mapping[str, bytes]:
    """The calendars of the folder when the version is the one that runs: those of a draft would have other marks."""
    if not _kept(path):
        return {}
    folder, number = located(path)
    if number not in run_from(in_force(folder), now.date()):
        return {}
    found = {}
    for file in sorted((folder / CALENDARS).glob("*.ics")):
        with unreadable_as_fault(file):
            found[f"{CALENDARS}/{file.name}"] = file.read_bytes()
    return found
