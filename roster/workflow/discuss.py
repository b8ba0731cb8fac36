"""Write down that a version was discussed with the reps or, where none are elected, with the assistants (§ 10-3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from roster.domain.course import Act, Discussion, Standing
from roster.domain.finding import Finding
from roster.wording import course_words as words
from roster.workflow.begins import Begins, takes_effect
from roster.workflow.course import (
    Version,
    located,
    must_be_allowed,
    read_log,
    read_paper,
    ready,
    record_step,
    standing_of,
    version_at,
)
from roster.workflow.edited import must_be_unedited
from roster.workflow.folder import opened_again
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of the drøfting; ``agreed`` None: not said."""

    on: date
    agreed: bool | None
    present: tuple[str, ...] = ()
    note: str = ""
    minutes: Path | None = None


@dataclass(frozen=True, slots=True)
class Discussed:
    """The version as it stands, from which day it takes effect, and whether § 10-3 is kept."""

    version: Version
    discussion: Discussion
    standing: Standing
    notice: Finding
    begins: Begins


def discuss(path: Path, told: Told, by: str, now: datetime) -> Discussed:
    """Raises ``Faults``."""
    folder_path, number = located(path)
    if told.agreed is None:
        raise refuse(folder_path, *words.SAY_AGREE)
    if told.on > now.date():
        raise refuse(folder_path, words.NOT_BEFORE_TODAY.format(told.on.isoformat()), "Rett --date.")
    papers: Mapping[str, bytes] = {} if told.minutes is None else read_paper(told.minutes)
    with opened_again(folder_path) as folder:
        log = read_log(folder_path)
        version = version_at(folder_path, number, log)
        must_be_allowed(Act.DISCUSSED, version, log, folder_path)
        must_be_unedited(folder_path, version, log)
        with_reps = version.plan.brief.arrangement.elected_reps
        if not with_reps and not told.note.strip() and not papers:
            raise refuse(folder_path, *words.NOTE_WITHOUT_REPS)
        said = Discussion(told.on, told.agreed, with_reps, told.present, told.note)
        record_step(folder, version, Act.DISCUSSED, by, now, said, papers)
        log = read_log(folder_path)
        begins = takes_effect(folder_path, version, log)
        notice = ready(version, log, now.date(), begins.day).notice
        return Discussed(version, said, standing_of(version, log), notice, begins)
