"""Check every roster below a folder: arrangements, and files that are a turnus or a list of shifts."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from roster.domain.finding import WORST_FIRST, Finding, Verdict
from roster.domain.frame import Frame
from roster.reading.faults import Fault, Faults
from roster.workflow.check import check_file
from roster.workflow.check_asked import Asked, NotCovered
from roster.workflow.files import Checked
from roster.workflow.folder import VERSIONS, is_arrangement, is_version
from roster.workflow.opening import is_brief, is_list, is_roster
from roster.workflow.troubles import refuse


@dataclass(frozen=True, slots=True)
class One:
    """A plan below the folder, by its path from there, and what came of it."""

    name: str
    found: Checked | NotCovered | tuple[Fault, ...]

    @property
    def judged(self) -> tuple[tuple[Frame, Finding], ...]:
        """Every finding with the frame it speaks of, those of the roll-out first."""
        if not isinstance(self.found, Checked):
            return ()
        reports = (one for one in (self.found.rollout_report, self.found.report) if one is not None)
        return (*((said.roster.frame, one) for said in reports for one in said.findings), *self.found.joints)

    @property
    def verdict(self) -> Verdict | None:
        """The worst verdict; None where nothing is judged."""
        if not isinstance(self.found, Checked):
            return None
        return min((one.verdict for _, one in self.judged), key=WORST_FIRST.index, default=Verdict.OK)

    def count(self, verdict: Verdict) -> int:
        """How many findings have that verdict."""
        return sum(one.verdict is verdict for _, one in self.judged)

    @property
    def worst(self) -> tuple[Frame, Finding] | None:
        """The worst finding that is not in order: the tightest of the worst verdict, with its frame."""
        if self.verdict in (None, Verdict.OK):
            return None
        worst = self.verdict
        return max((pair for pair in self.judged if pair[1].verdict is worst), key=lambda pair: _past(pair[1]))

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
        return self.differs or self.unread > 0 or any(one.verdict.fails for _, one in self.judged)


def is_several(path: Path) -> bool:
    """A folder that is neither an arrangement nor one version of it."""
    return path.is_dir() and not is_arrangement(path) and not is_version(path)


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
        versions = [name for name in below if is_version(here / name)]
        yield from (here / name for name in versions)
        below[:] = [name for name in below if not name.startswith(".") and name not in (VERSIONS, *versions)]
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
    return WORST_FIRST.index(verdict), -one.count(verdict), not one.differs, one.name


def _past(one: Finding) -> float:
    """How far past its limit, as a share of it."""
    if one.measured is None or one.limit is None:
        return 0
    return abs(one.measured - one.limit) / max(one.limit, 1)
