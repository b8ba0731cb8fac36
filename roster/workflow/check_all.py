"""Check every roster below a folder: arrangements, and files that are a turnus or a list of shifts."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from roster.checking.check import Report
from roster.domain.finding import WORST_FIRST, Finding, Verdict
from roster.reading.faults import Fault, Faults
from roster.workflow.check import check_file
from roster.workflow.check_asked import Asked, NotCovered
from roster.workflow.files import Checked
from roster.workflow.folder import VERSIONS, is_arrangement
from roster.workflow.opening import is_brief, is_list, is_roster
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class One:
    """A plan below the folder, by its path from there, and what came of it."""

    name: str
    found: Checked | NotCovered | tuple[Fault, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        """What the checker says of it, of the roll-out first."""
        if not isinstance(self.found, Checked):
            return ()
        second = self.found.rollout_report
        return (self.found.report,) if second is None else (second, self.found.report)

    @property
    def verdict(self) -> Verdict | None:
        """The worst verdict; None where there is none."""
        return min((one.verdict for one in self.reports), key=WORST_FIRST.index, default=None)

    @property
    def worst(self) -> tuple[Report, Finding] | None:
        """The worst finding that is not in order: the tightest of the worst verdict, with its report."""
        if self.verdict in (None, Verdict.OK):
            return None
        every = [(said, one) for said in self.reports for one in said.findings if one.verdict is self.verdict]
        return max(every, key=lambda pair: _past(pair[1]))

    @property
    def differs(self) -> bool:
        """The sheets of its workbook do not say the same."""
        return isinstance(self.found, Checked) and bool(self.found.notices)

    @property
    def unread(self) -> int:
        """How many cells of a turnus made elsewhere could not be read."""
        return len(self.found.unread) if isinstance(self.found, Checked) else 0

    @property
    def fails(self) -> bool:
        return self.differs or self.unread > 0 or any(one.fails for one in self.reports)


def is_several(path: Path) -> bool:
    """A folder that is no arrangement itself."""
    return path.is_dir() and not is_arrangement(path)


def check_folder(path: Path, asked: Asked) -> tuple[One, ...]:
    """Every plan below the folder, those that could not be judged first, then the worst; raises ``Faults`` on none."""
    plans = sorted(_plans(path))
    if not plans:
        raise refuse(
            path,
            "Det er ingen turnus i denne mappa.",
            "Lag en med «roster plan», eller velg en mappe med turnuser eller vaktlister (.xlsx, .csv, .json).",
        )
    return tuple(sorted((_one(plan, path, asked) for plan in plans), key=_order))


def _plans(path: Path) -> Iterator[Path]:
    for folder, below, files in os.walk(path):
        here = Path(folder)
        if is_arrangement(here):
            below.clear()
            yield here
            continue
        below[:] = [name for name in below if not name.startswith(".") and name != VERSIONS]
        for name in files:
            file = here / name
            if not name.startswith((".", "~$")) and not is_brief(file) and (is_list(file) or is_roster(file)):
                yield file


def _one(plan: Path, folder: Path, asked: Asked) -> One:
    name = str(plan.relative_to(folder))
    try:
        found = check_file(plan, asked)
    except Faults as faults:
        return One(name, faults.faults)
    assert isinstance(found, Checked | NotCovered)
    return One(name, found)


def _order(one: One) -> tuple[int, int, int, str]:
    verdict = one.verdict
    if verdict is None:
        return -1, 0, 0, one.name
    alike = sum(said.counts[verdict] for said in one.reports)
    return WORST_FIRST.index(verdict), -alike, not one.differs, one.name


def _past(one: Finding) -> float:
    """How far past its limit, as a share of it."""
    if one.measured is None or one.limit is None:
        return 0
    return abs(one.measured - one.limit) / max(one.limit, 1)
