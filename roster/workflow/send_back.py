"""Send a version back to the one who drafted it, with the reason."""

from datetime import datetime
from pathlib import Path

from roster.domain.course import Act, Standing
from roster.workflow.course import located, must_be_allowed, read_log, record_step, standing_of, version_at
from roster.workflow.folder import opened_again
from roster.workflow.troubles import refuse


def send_back(path: Path, why: str, by: str, now: datetime) -> Standing:
    """The version is kladd again; raises ``Faults``."""
    folder_path, number = located(path)
    if not why.strip():
        raise refuse(
            folder_path, "Det mangler hvorfor planen sendes tilbake.", "Skriv det med --because, eller skriv svarfila."
        )
    with opened_again(folder_path) as folder:
        log = read_log(folder_path)
        version = version_at(folder_path, number, log)
        must_be_allowed(Act.RETURNED, version, log, folder_path)
        record_step(folder, version, Act.RETURNED, by, now, why.strip())
        return standing_of(version, read_log(folder_path))
