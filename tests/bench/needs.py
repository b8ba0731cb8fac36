"""The set ``needs``: kinds of shift for a need by the clock in quarters of an hour, drawn from a seed.

``peaks-3`` has short stretches of help that differ from day to day, ``days-3`` many stretches that are the same from Monday
to Friday, ``nights-3`` a waking night as well, ``double-3`` hours in which two are needed. Each number of kinds up to six
is asked for in so many seconds. ``cost`` is the worst of them, in thousandths of the bound (``bound`` is 1000), and
``first_seconds`` the longest that one number took; a line of the roster is a number of kinds, the minutes a week that
are covered, those that no cover with as few kinds is below, and the seconds.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from roster.domain.needs import Needs
from roster.planning.kinds_shared import Tries, least_shared
from roster.planning.need_layers import TooLong, by_line, layers, shortest
from roster.planning.shift_kinds import MOST_KINDS
from roster.planning.shift_lengths import STEP, lawful
from solver.covering.clock import NoCovering
from tests.bench.outcome import Asked, Outcome
from tests.support.clocks import PA, TWO, VN, needs

DATA = Path(__file__).parent
DAYS = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
SHAPES = ("peaks", "days", "nights", "double")
SEEDS = range(1, 6)


def instances(data: Path) -> list[str]:
    """The needs by their names; none is a file."""
    return [f"{shape}-{seed}" for shape in SHAPES for seed in SEEDS]


def run(asked: Asked) -> Outcome:
    began = time.monotonic()
    need = drawn(asked.instance)
    of_lines = by_line(need)
    parts = layers(need, of_lines, lawful(need, shortest(need, of_lines)))
    assert not isinstance(parts, TooLong), "no resting night is drawn"
    tries = [Tries(one, asked.seconds / len(parts), asked.workers or 8, asked.seed, lambda: False) for one in parts]
    told: dict[str, tuple[str, ...]] = {}
    worst, longest = 0, 0.0
    for number in range(max(1, sum(one.least for one in tries)), MOST_KINDS + 1):
        before = time.monotonic()
        shared, bound = least_shared(tries, number)
        spent = time.monotonic() - before
        longest = max(longest, spent)
        if isinstance(shared, NoCovering):
            told[f"{number}"] = ("none" if shared.proven else "unsettled", f"{spent:.1f}")
            worst = worst if shared.proven else max(worst, 9999)
            continue
        worst = max(worst, -(-shared.total * 1000 // bound))
        told[f"{number}"] = (f"{shared.total * STEP}", f"{bound * STEP}", f"{spent:.1f}")
        if all(one.finished for one in tries):
            break
    return Outcome(
        status="made" if worst < 9999 else "out_of_time",
        cost=worst,
        bound=1000,
        first_seconds=longest,
        total_seconds=time.monotonic() - began,
        tokens=told,
    )


def drawn(name: str) -> Needs:
    """The need of that name."""
    shape, _, seed = name.partition("-")
    with TemporaryDirectory() as folder:
        return needs(Path(folder), *_rows(shape, Random(f"{shape} {seed}")))


def _rows(shape: str, random: Random) -> Iterator[str]:
    for days in DAYS if shape == "peaks" else ("hverdager", "lør", "søn"):
        first, last = (30, 86) if shape == "nights" else (24, 88)
        awake = _stretches(random, first, last, random.randint(3, 6))
        yield from (_row(start, end, days, PA) for start, end in awake)
        if shape == "nights":
            yield _row(random.randint(86, 92), random.randint(22, 30), days, VN)
        if shape == "double":
            yield from (_row(start, random.randint(start + 1, end), days, TWO) for start, end in awake[::2])


def _stretches(random: Random, first: int, last: int, many: int) -> list[tuple[int, int]]:
    """So many stretches of any length, in quarters from ``first`` to ``last``, apart from each other."""
    edges = sorted(random.sample(range(first, last), many * 2))
    return list(zip(edges[::2], edges[1::2], strict=True))


def _row(start: int, end: int, days: str, what: str) -> str:
    return f"{_clock(start)}–{_clock(end)} {days} {what}"


def _clock(quarter: int) -> str:
    return f"{quarter // 4:02d}.{quarter % 4 * 15:02d}"
