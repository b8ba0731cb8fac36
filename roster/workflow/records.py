"""The closed months of a folder: an entry of the log and a file for each closing and correction, never written over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from roster.domain.closing import Closing
from roster.domain.fingerprint import Json
from roster.domain.worked import Row, standing
from roster.exports.closing_json import closing_json
from roster.reading.worked_rows import read_closing
from roster.wording.worked_words import CHANGED_FILE
from roster.workflow.folder import Folder, Written
from roster.workflow.in_force import on_the_wall
from roster.workflow.journal import Entry, digest
from roster.workflow.troubles import refuse, unreadable_as_fault

CLOSED, CORRECTED = "måned avsluttet", "måned rettet"
"""How the log calls it."""
RECORDS = "avsluttet"
"""The folder that the files lie in, under the number of the line and the month."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with the line of the log that tells of it, and who did it when."""

    line: int
    by: str
    when: datetime
    closing: Closing


@dataclass(frozen=True, slots=True)
class Record:
    """All that was told of one month: the closing first, then every correction."""

    month: date
    told: tuple[Told, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """What stands by now."""
        return standing(one.closing.found for one in self.told)

    def through(self, number: int) -> "Record":
        """What was told when it had been corrected so many times."""
        return Record(self.month, self.told[: number + 1])

    def as_known(self, day: date) -> "Record | None":
        """What was told by the end of that day; None where the month was not closed."""
        told = tuple(one for one in self.told if on_the_wall(one.when).date() <= day)
        return Record(self.month, told) if told else None


def records_of(folder: Path, entries: Iterable[Entry]) -> Mapping[date, Record]:
    """The closed months by their first day, in order; raises ``Faults`` where a file is not as the log has it."""
    found: dict[date, list[Told]] = {}
    for line, entry in enumerate(entries, start=1):
        if entry.what in (CLOSED, CORRECTED):
            for name, mark in entry.files.items():
                file = folder / name
                with unreadable_as_fault(file):
                    content = file.read_bytes()
                if digest(content) != mark:
                    raise refuse(file, *CHANGED_FILE)
                closing = read_closing(content, str(file))
                found.setdefault(closing.month, []).append(Told(line, entry.by, entry.when, closing))
    return {month: Record(month, tuple(found[month])) for month in sorted(found)}


def write_record(folder: Folder, closing: Closing, first: bool, by: str, now: datetime) -> Told:
    """The entry is in the log and its file in the folder; or neither and ``Faults``."""
    line = len(folder.journal.lines()) + 1
    name = f"{RECORDS}/{line:04}-{closing.month:%Y-%m}.json"
    content = closing_json(closing)
    facts: dict[str, Json] = {
        "month": f"{closing.month:%Y-%m}",
        "gone": len(closing.found.gone),
        "come": len(closing.found.come),
        "why": closing.why,
    }
    version = closing.made_of[-1].version if closing.made_of else ""
    entry = Entry(now, CLOSED if first else CORRECTED, version, {name: digest(content)}, by, facts)
    folder.record(entry, Written({name: content}))
    return Told(line, by, now, closing)
