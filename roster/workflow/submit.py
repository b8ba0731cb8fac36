"""Send a version to the employer, who answers for the drøfting and the agreements (D37)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from roster.domain.course import Act, Standing
from roster.domain.fingerprint import FINGERPRINT
from roster.wording import course_words as words
from roster.workflow.course import (
    Version,
    located,
    must_be_allowed,
    read_log,
    record_step,
    standing_of,
    version_at,
)
from roster.workflow.edited import must_be_unedited
from roster.workflow.files import all_files, checked, fingerprint_in
from roster.workflow.folder import Folder, is_version, opened_again
from roster.workflow.opening import read_plan
from roster.workflow.timesheets import on_account
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class Submitted:
    """The version as it stands; ``made``: it was saved as a version by this."""

    version: Version
    standing: Standing
    made: bool


def submit(path: Path, into: Path | None, by: str, now: datetime) -> Submitted:
    """Send the version at ``path``; with ``into``, the turnus in that file as a new version of that folder.

    Raises ``Faults``.
    """
    if into is None and path.is_file() and not is_version(path.parent):
        raise refuse(path, *words.INTO_WHICH)
    folder_path, number = (into, "") if into is not None else located(path)
    with opened_again(folder_path) as folder:
        made = into is not None
        if made:
            number = _add(folder, path, by, now)
        log = read_log(folder_path)
        version = version_at(folder_path, number, log)
        must_be_allowed(Act.SUBMITTED, version, log, folder_path)
        must_be_unedited(folder_path, version, log)
        record_step(folder, version, Act.SUBMITTED, by, now, None)
        return Submitted(version, standing_of(version, read_log(folder_path)), made)


def _add(folder: Folder, path: Path, by: str, now: datetime) -> str:
    """A turnus that somebody changed by hand becomes a version of its own, which nobody has approved."""
    done = on_account(checked(read_plan(path).plan), folder.path)
    files = all_files(done, now)
    mark = fingerprint_in(files)
    same = next((one for one in folder.journal.entries() if one.facts.get(FINGERPRINT) == mark), None)
    if same is not None:
        raise refuse(
            path, words.ALREADY_VERSION.format(same.version), "Endre noe i «Vakter», eller send den versjonen."
        )
    return folder.add_version(files, None, now, by, {FINGERPRINT: mark}).name
