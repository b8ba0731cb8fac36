"""The workbook of a version, which somebody may have edited where it lies though a version never changes."""

from pathlib import Path

from roster.reading.faults import Faults
from roster.wording import course_words as words
from roster.workflow.course import Log, Version
from roster.workflow.files import checked, fingerprint_in, plan_file
from roster.workflow.folder import VERSIONS, WORKBOOK
from roster.workflow.journal import NEW_VERSION, digest
from roster.workflow.opening import read_plan
from roster.workflow.troubles import refuse, unreadable_as_fault


def must_be_unedited(folder: Path, version: Version, log: Log) -> None:
    """Raises ``Faults`` when the workbook says something else than the version; saved anew it may be.

    What goes on is ``turnus.json``, so what was written in the workbook would be lost without a word.
    """
    file = folder / VERSIONS / version.number / WORKBOOK
    made = next(one for one in log.entries if one.what == NEW_VERSION and one.version == version.number)
    if WORKBOOK not in made.files or not file.exists():
        return
    with unreadable_as_fault(file):
        if digest(file.read_bytes()) == made.files[WORKBOOK]:
            return
    opened = read_plan(file)
    if fingerprint_in(plan_file(checked(opened.plan))) != version.fingerprint:
        raise refuse(file, *words.edited_in_place(version.number, str(file), str(folder)))
    if opened.notices:
        raise Faults(opened.notices)
