"""``logg.jsonl``: who did what and when in a folder, a line each time, in a chain that shows if a line was changed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from roster.domain.fingerprint import Json
from roster.workflow.disk import replace_file
from roster.workflow.troubles import refuse

BEFORE = "before"
NEW_VERSION = "ny versjon"
_MOVE = "Flytt mappa til et annet navn og behold den, og lag turnusen i en ny mappe."


@dataclass(frozen=True)
class Entry:
    """One thing done: ``files`` are names in the version, or in the folder, with the SHA-256 of their content.

    ``by``: the role of who did it, or the name that they gave. ``facts``: what there is to know of it besides.
    """

    when: datetime
    what: str
    version: str
    files: Mapping[str, str]
    by: str = ""
    facts: Mapping[str, Json] = field(default_factory=dict)

    def line(self, before: str) -> bytes:
        """The entry as it is written; ``before`` is the SHA-256 of the line above, empty on the first."""
        content = {
            "when": self.when.isoformat(timespec="seconds"),
            "by": self.by,
            "what": self.what,
            "version": self.version,
            "files": dict(self.files),
            "facts": dict(self.facts),
            BEFORE: before,
        }
        return json.dumps(content, ensure_ascii=False, sort_keys=True).encode() + b"\n"


@dataclass(frozen=True)
class Journal:
    """The journal at a path; no file yet is an empty one."""

    path: Path

    def lines(self) -> tuple[bytes, ...]:
        """Its lines, oldest first; ``Faults`` when the chain does not hold."""
        content = self.path.read_bytes() if self.path.exists() else b""
        lines = split_lines(content)
        broken = first_broken(lines)
        if broken is not None:
            raise refuse(self.path, f"Loggen er endret: linje {broken} henger ikke sammen med den før.", _MOVE)
        if content and not content.endswith(b"\n"):
            raise refuse(self.path, "Den siste linja i loggen er ikke hel.", _MOVE)
        return tuple(lines)

    def entries(self) -> tuple[Entry, ...]:
        """What was done, oldest first; ``Faults`` when the chain does not hold."""
        return entries_in(self.lines())

    def next_line(self, entry: Entry) -> bytes:
        """The entry as it would be written now."""
        lines = self.lines()
        return entry.line(digest(lines[-1]) if lines else "")

    def append(self, entry: Entry) -> None:
        """Add the entry: killed at any moment, or refused by the disk, the journal has it whole or not at all."""
        lines = self.lines()
        written = entry.line(digest(lines[-1]) if lines else "")
        replace_file(self.path, b"".join(line + b"\n" for line in lines) + written)

    def digests(self) -> Iterator[str]:
        """The SHA-256 of every file that was put in the folder."""
        for entry in self.entries():
            yield from entry.files.values()


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def split_lines(content: bytes) -> list[bytes]:
    """The lines of a journal; only a line feed ends one, so that no other sign can stand in its place."""
    lines = content.split(b"\n")
    return lines[:-1] if not lines[-1] else lines


def entries_in(lines: Iterable[bytes]) -> tuple[Entry, ...]:
    """What was done, by the lines of a journal whose chain holds."""
    return tuple(map(_entry, lines))


def head(lines: tuple[bytes, ...]) -> str:
    """What vouches for all the lines: the SHA-256 of the last; empty where there is none."""
    return digest(lines[-1]) if lines else ""


def first_broken(lines: list[bytes]) -> int | None:
    """The number, from 1, of the first line that does not name the one above; None when the chain holds."""
    before = ""
    for number, line in enumerate(lines, start=1):
        if _before(line) != before:
            return number
        before = digest(line)
    return None


def _entry(line: bytes) -> Entry:
    """Raises ``ValueError``, ``KeyError`` or ``TypeError`` for what is no entry."""
    content = json.loads(line)
    when, what, version, files = (content[name] for name in ("when", "what", "version", "files"))
    by, facts = content.get("by", ""), content.get("facts", {})
    if not (isinstance(files, dict) and isinstance(facts, dict)):
        raise TypeError
    if not all(isinstance(one, str) for one in (what, version, by, *files.values())):
        raise TypeError
    moment = datetime.fromisoformat(when)
    if moment.tzinfo is None:
        raise ValueError
    return Entry(moment, what, version, files, by, facts)


def _before(line: bytes) -> object:
    """What the line says of the one above; None when it is no entry at all."""
    try:
        _entry(line)
        return json.loads(line).get(BEFORE)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
