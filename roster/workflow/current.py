"""The version that changes begin with: the newest change of the one in use, or the newest where none is in use."""

from dataclasses import dataclass
from pathlib import Path

from roster.domain.plan import Plan
from roster.workflow.course import located, read_log
from roster.workflow.folder import PLAN, VERSIONS, is_arrangement
from roster.workflow.journal import NEW_VERSION, Entry
from roster.workflow.opening import read_plan

FROM = "from"
"""What the log calls the version that another was changed from."""


@dataclass(frozen=True, slots=True)
class Current:
    """``folder`` and ``version`` None: it is a file by itself. ``entries``: the log of the folder.

    ``in_use``: the version that runs; None where none does.
    """

    plan: Plan
    path: Path
    folder: Path | None = None
    version: str | None = None
    entries: tuple[Entry, ...] = ()
    in_use: str | None = None

    @property
    def changed_from(self) -> str | None:
        """The number of the version that this one is a change of."""
        made = (one for one in self.entries if one.what == NEW_VERSION and one.version == self.version)
        return next((str(one.facts[FROM]) for one in made if one.facts.get(FROM)), None)


def current(path: Path) -> Current:
    """The plan at the path; of an arrangement's folder the version that changes begin with. Raises ``Faults``."""
    if not is_arrangement(path) and not is_arrangement(path.parent.parent):
        return Current(read_plan(path).plan, path)
    folder, number = located(path if path.is_dir() else path.parent)
    log = read_log(folder)
    if is_arrangement(path) and log.in_use is not None:
        number = _newest_change(log.entries, log.in_use.version)
    at = folder / VERSIONS / number
    in_use = None if log.in_use is None else log.in_use.version
    return Current(read_plan(at / PLAN).plan, at, folder, number, log.entries, in_use)


def _newest_change(entries: tuple[Entry, ...], used: str) -> str:
    """The newest version that goes back to the one in use, which may be that one."""
    line = {used}
    newest = used
    for one in entries:
        if one.what == NEW_VERSION and one.facts.get(FROM) in line:
            line.add(one.version)
            newest = one.version
    return newest
