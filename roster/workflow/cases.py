"""Try the checker on a file of cases."""

from collections.abc import Iterator
from pathlib import Path

from roster.cases.case import Outcome
from roster.cases.judge import judge
from roster.cases.read import read_cases


def try_cases(path: Path) -> Iterator[Outcome]:
    """What came of each case of the file, in its order; raises ``Faults`` where the file is no list of cases."""
    return (judge(one) for one in read_cases(path))
