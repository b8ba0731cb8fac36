"""The lines of the log as steps of the course, and back; lines about other things are passed over."""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from datetime import datetime
from pathlib import Path

from roster.domain.course import Act, Answer, Discussion, Signature, Step, Use, What
from roster.domain.fingerprint import FINGERPRINT, Json
from roster.exports.plain import objects
from roster.reading.by_type import Misfits, read_as
from roster.workflow.folder import JOURNAL, PAPERS
from roster.workflow.journal import Entry
from roster.workflow.troubles import refuse

WHY = "why"
_KINDS: Mapping[Act, type[Discussion] | type[Answer] | type[Signature] | type[Use]] = {
    Act.DISCUSSED: Discussion,
    Act.ANSWERED: Answer,
    Act.SIGNED: Signature,
    Act.USED: Use,
}


def steps_of(entries: Iterable[Entry], folder: Path) -> tuple[Step, ...]:
    """The steps of the course in the log; raises ``Faults`` for a line of ours that says what it cannot."""
    known = {one.value: one for one in Act}
    found = []
    for line, entry in enumerate(entries, start=1):
        if entry.what in known:
            act = known[entry.what]
            papers = tuple(name for name in entry.files if name.startswith(f"{PAPERS}/"))
            what = _what(act, entry.facts, folder, line)
            found.append(Step(line, act, entry.version, entry.by, entry.when, what, papers))
    return tuple(found)


def entry_of(
    act: Act, version: str, fingerprint: str, by: str, when: datetime, what: What, files: Mapping[str, str]
) -> Entry:
    """The line of the log that tells of a step."""
    facts: dict[str, Json] = {FINGERPRINT: fingerprint}
    if isinstance(what, str):
        facts[WHY] = what
    elif is_dataclass(what):
        facts |= objects(what)
    return Entry(when, act.value, version, files, by, facts)


def _what(act: Act, facts: Mapping[str, Json], folder: Path, line: int) -> What:
    kind = _KINDS.get(act)
    if kind is None:
        why = facts.get(WHY)
        return why if isinstance(why, str) else None
    try:
        return read_as(kind, facts)
    except Misfits:
        raise refuse(
            folder / JOURNAL,
            f"Linje {line} i loggen sier noe som ikke kan stemme.",
            "Hent loggen fra en sikkerhetskopi.",
        ) from None
