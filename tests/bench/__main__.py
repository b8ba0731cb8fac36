"""``python -m tests.bench SET``: run a set of instances, print a line for each, and write down rosters and results."""

import argparse
import csv
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from tests.bench.apart import run_apart
from tests.bench.outcome import Asked, Outcome, append_row, roster_text, row

HERE = Path(__file__).parent
SETS = (
    "examples",
    "ours",
    "explain",
    "curtois",
    "rws",
    "inrc2",
    "check",
    "calendar",
    "staff",
    "change",
    "needs",
    "red_days",
)


def main(argv: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(argv)
    module = import_module(f"tests.bench.{options.set}")
    data = options.data or module.DATA
    known = module.instances(data)
    chosen = options.instances.split(",") if options.instances else known
    unknown = [name for name in chosen if not (name in known or (hasattr(module, "has") and module.has(data, name)))]
    if unknown or not chosen:
        print(f"No such instance in {data}: {', '.join(unknown) or '(none at all)'}.", file=sys.stderr)
        return 2
    best, commit = best_known(HERE / "best.csv", options.set), _commit()
    options.out.mkdir(parents=True, exist_ok=True)
    for name in chosen:
        asked = Asked(options.set, name, data, options.seconds, options.seed, options.workers)
        outcome = run_apart(asked)
        print(summary(name, outcome, best.get(name)), flush=True)
        (options.out / f"{name}.txt").write_text(roster_text(outcome), encoding="utf-8")
        if options.results:
            append_row(options.results, row(asked, outcome, commit))
    return 0


def best_known(path: Path, of: str) -> Mapping[str, int]:
    """The least cost on record for each instance of the set."""
    with path.open(newline="", encoding="utf-8") as file:
        return {one["instance"]: int(one["cost"]) for one in csv.DictReader(file) if one["set"] == of}


def summary(name: str, outcome: Outcome, best: int | None) -> str:
    """One line for people."""
    said = [f"{name}: {outcome.status}", f"{outcome.total_seconds:.1f} s"]
    if outcome.cost is not None:
        said.append(f"cost {outcome.cost}, bound {outcome.bound}")
    if outcome.first_seconds is not None:
        first = "first" if outcome.first_cost is None else f"first {outcome.first_cost}"
        digits = 2 if outcome.first_seconds >= 1 else 4
        said.append(f"{first} at {outcome.first_seconds:.{digits}f} s")
    if outcome.peak_mb is not None:
        said.append(f"{outcome.peak_mb:.0f} MB")
    if outcome.cost is not None and best is not None:
        said.append(f"best known {best}" + (f" ({outcome.cost / best - 1:+.1%})" if best else ""))
    if outcome.missed is not None:
        said.append(f"MISSED: {'; '.join(outcome.missed)}" if outcome.missed else "all goals reached")
    return ", ".join(said)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("set", choices=SETS)
    parser.add_argument("--data", type=Path, help="folder with the instances")
    parser.add_argument("--instances", default="", help="names with commas between; all when left out")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--out", type=Path, default=HERE / "out", help="folder for the rosters")
    parser.add_argument("--results", type=Path, help="CSV file to add a line to for each instance")
    return parser


def _commit() -> str:
    """The commit measured, with a plus when the files differ from it; empty outside a repository."""
    try:
        told = subprocess.run(
            ["git", "describe", "--always", "--dirty=+", "--exclude=*"],
            capture_output=True,
            text=True,
            cwd=HERE,
            check=False,
        )
    except FileNotFoundError:
        return ""
    return told.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
