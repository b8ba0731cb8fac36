"""What was asked and answered about shifts, read from the log of a folder and written to it."""

from collections.abc import Iterable
from datetime import datetime

from roster.domain.replies import Reply, Said
from roster.workflow.folder import Folder
from roster.workflow.journal import Entry

ASKED = "spurt om vakt"
"""How the log calls it."""


def replies_of(entries: Iterable[Entry]) -> tuple[Reply, ...]:
    """All that was asked and answered, oldest first."""
    return tuple(
        Reply(
            str(one.facts.get("shift", "")),
            str(one.facts.get("who", "")),
            Said(str(one.facts["said"])),
            one.when,
            one.facts.get("overtime") is True,
        )
        for one in entries
        if one.what == ASKED and one.facts.get("said") in set(Said)
    )


def write_reply(folder: Folder, version: str, reply: Reply, by: str, now: datetime) -> None:
    """The log has it; or ``Faults``."""
    facts = {"shift": reply.shift, "who": reply.who, "said": reply.said.value, "overtime": reply.overtime}
    folder.record(Entry(now, ASKED, version, {}, by, facts))
