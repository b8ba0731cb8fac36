"""What one run on one instance gave, and how it is written down (interfaces.md section 4)."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

COLUMNS = (
    "set",
    "instance",
    "commit",
    "seed",
    "workers",
    "seconds",
    "status",
    "cost",
    "bound",
    "first_seconds",
    "first_cost",
    "total_seconds",
    "peak_mb",
)


@dataclass(frozen=True)
class Asked:
    """One run: an instance of a set, and what it may use."""

    set: str
    instance: str
    data: Path
    seconds: float
    seed: int
    workers: int | None


@dataclass(frozen=True)
class Outcome:
    """``status`` is made, impossible or out_of_time; ``tokens`` are each person's days as they are written.

    ``first_seconds`` is when the first roster was there that filled all that can be filled. ``missed``: what it has
    not reached of what is asked besides points, in words; None where nothing is.
    """

    status: str
    cost: int | None = None
    bound: int | None = None
    first_seconds: float | None = None
    first_cost: int | None = None
    total_seconds: float = 0.0
    peak_mb: float | None = None
    tokens: Mapping[str, Sequence[str]] = field(default_factory=dict)
    missed: Sequence[str] | None = None


def row(asked: Asked, outcome: Outcome, commit: str) -> list[str]:
    """The line of the results; what is not known is empty."""
    return [
        asked.set,
        asked.instance,
        commit,
        str(asked.seed),
        "" if asked.workers is None else str(asked.workers),
        f"{asked.seconds:g}",
        outcome.status,
        _number(outcome.cost),
        _number(outcome.bound),
        _number(outcome.first_seconds, 4 if (outcome.first_seconds or 1) < 1 else 2),
        _number(outcome.first_cost),
        _number(outcome.total_seconds, 2),
        _number(outcome.peak_mb, 0),
    ]


def append_row(results: Path, line: Sequence[str]) -> None:
    """Add the line to the results, below a heading if the file is new."""
    results.parent.mkdir(parents=True, exist_ok=True)
    new = not results.exists()
    with results.open("a", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        if new:
            writer.writerow(COLUMNS)
        writer.writerow(line)


def roster_text(outcome: Outcome) -> str:
    """A line for each person with a token a day, then what the roster costs."""
    lines = [f"{who}: {' '.join(days)}" for who, days in outcome.tokens.items()]
    lines.append(f"# cost {_number(outcome.cost)} bound {_number(outcome.bound)} status {outcome.status}")
    return "\n".join(lines) + "\n"


def _number(value: float | None, digits: int = 0) -> str:
    return "" if value is None else f"{value:.{digits}f}"
