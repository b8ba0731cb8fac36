"""``logg.jsonl``: what was done in a folder, a line each time, in a chain that shows if a line was changed."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from roster.workflow.troubles import refuse

BEFORE = "before"
_MOVE = "Flytt mappa til et annet navn og behold den, og lag turnusen i en ny mappe."


@dataclass(frozen=True)
class Entry:
    """One thing done: ``files`` are names in the version with the SHA-256 of their content."""

    when: datetime
    what: str
    version: str
    files: Mapping[str, str]

    def line(self, before: str) -> bytes:
        """The entry as it is written; ``before`` is the SHA-256 of the line above, empty on the first."""
        content = {
            "when": self.when.isoformat(timespec="seconds"),
            "what": self.what,
            "version": self.version,
            "files": dict(self.files),
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
        lines = content.splitlines()
        before = ""
        for number, line in enumerate(lines, start=1):
            if _before(line) != before:
                raise refuse(self.path, f"Loggen er endret: linje {number} henger ikke sammen med den før.", _MOVE)
            before = digest(line)
        if content and not content.endswith(b"\n"):
            raise refuse(self.path, "Den siste linja i loggen er ikke hel.", _MOVE)
        return tuple(lines)

    def append(self, entry: Entry) -> None:
        """Add the entry; when the disk refuses, the journal is as it was and the ``OSError`` goes on."""
        lines = self.lines()
        written = entry.line(digest(lines[-1]) if lines else "")
        existed = self.path.exists()
        with self.path.open("ab") as file:
            size = file.tell()
            try:
                file.write(written)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.truncate(size)
                if not existed:
                    self.path.unlink()
                raise

    def digests(self) -> Iterator[str]:
        """The SHA-256 of every file that a version holds."""
        for line in self.lines():
            yield from json.loads(line)["files"].values()


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _before(line: bytes) -> object:
    """What the line says of the one above; None when it is no entry at all."""
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    whole = isinstance(entry, dict) and isinstance(entry.get("files"), dict)
    return entry.get(BEFORE) if whole else None
