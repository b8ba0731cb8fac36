"""The set ``rws``: rotating workforce scheduling (Musliu and others), one line of n weeks that all walk.

A shift is ``12 D``: day of the line and kind. The line is one person of a cyclic problem.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from solver.problem import Apart, Cover, InARow, Limit, Pattern, Person, Problem, Succession, Works
from solver.stretches import Shift
from tests.bench.numbered import file_of, numbered
from tests.bench.outcome import Asked, Outcome
from tests.bench.solving import outcome_of

DATA = Path("../shared/benchmarks/rws")
DAY = 24 * 60
LINE = "line"


@dataclass(frozen=True)
class Kind:
    name: str
    start: int
    minutes: int
    block: tuple[int, int]


@dataclass(frozen=True)
class Instance:
    """``need`` by kind and weekday; ``sequences`` as lists of names, ``-`` a day off."""

    days: int
    people: int
    need: tuple[tuple[int, ...], ...]
    kinds: tuple[Kind, ...]
    off: tuple[int, int]
    work: tuple[int, int]
    sequences: tuple[tuple[str, ...], ...]

    @property
    def length(self) -> int:
        return self.days * self.people


def instances(data: Path) -> list[str]:
    """The numbers of the instances there are."""
    return numbered(data, "Example")


def has(data: Path, name: str) -> bool:
    return file_of(data, "Example", name).is_file()


def run(asked: Asked) -> Outcome:
    instance = read(file_of(asked.data, "Example", asked.instance).read_text(encoding="utf-8"))

    def tokens(works: Works) -> dict[str, list[str]]:
        on = {int(shift.split()[0]): shift.split()[1] for _, shift in works}
        line = [on.get(day, "-") for day in range(instance.length)]
        turn = instance.days
        return {f"{week + 1}": line[week * turn :] + line[: week * turn] for week in range(instance.people)}

    return outcome_of(problem_of(instance), asked, tokens)


def read(text: str) -> Instance:
    rows = [line.split() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    days, people, count = int(rows[0][0]), int(rows[1][0]), int(rows[2][0])
    need = tuple(tuple(map(int, row)) for row in rows[3 : 3 + count])
    at = 3 + count
    kinds = tuple(Kind(row[0], int(row[1]), int(row[2]), (int(row[3]), int(row[4]))) for row in rows[at : at + count])
    at += count
    off, work, number = (tuple(map(int, row[:2])) for row in rows[at : at + 3])
    sequences = tuple(tuple(row) for row in rows[at + 3 : at + 3 + sum(number)])
    return Instance(days, people, need, kinds, (off[0], off[1]), (work[0], work[1]), sequences)


def problem_of(instance: Instance) -> Problem:
    """What the instance asks of the line."""
    length = instance.length
    shifts = tuple(
        Shift(f"{day} {kind.name}", day * DAY + at, day * DAY + at + DAY - len(instance.kinds))
        for day in range(length)
        for at, kind in enumerate(instance.kinds)
    )
    return Problem((Person(LINE),), shifts, tuple(_limits(instance)), length * DAY, cycle=length * DAY)


def _limits(instance: Instance) -> Iterator[Limit]:
    days = range(instance.length)
    worked = tuple(tuple(f"{day} {kind.name}" for kind in instance.kinds) for day in days)
    yield Apart(LINE, "one a day")
    for kind, need in zip(instance.kinds, instance.need, strict=True):
        for weekday, count in enumerate(need):
            names = tuple(f"{day} {kind.name}" for day in days if day % instance.days == weekday)
            yield Cover(f"{weekday} {kind.name}", names, "need", count, count)
        yield InARow(LINE, tuple((f"{day} {kind.name}",) for day in days), "block of a kind", *kind.block)
    yield InARow(LINE, worked, "work block", *instance.work)
    yield InARow(LINE, worked, "days off", *instance.off, off=True)
    two = [one for one in instance.sequences if len(one) == 2]
    pairs = tuple((f"{day} {one}", f"{(day + 1) % instance.length} {other}") for day in days for one, other in two)
    if pairs:
        yield Succession(LINE, pairs, "sequence")
    three = tuple(one for one in instance.sequences if len(one) == 3)
    if three:
        yield Pattern(LINE, tuple(_steps(instance, one, day) for one in three for day in days), "sequence")


def _steps(instance: Instance, names: tuple[str, ...], first: int) -> tuple[tuple[tuple[str, ...], bool], ...]:
    steps = []
    for ahead, name in enumerate(names):
        day = (first + ahead) % instance.length
        if name == "-":
            steps.append((tuple(f"{day} {kind.name}" for kind in instance.kinds), False))
        else:
            steps.append(((f"{day} {name}",), True))
    return tuple(steps)
