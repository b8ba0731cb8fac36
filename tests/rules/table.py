"""``python -m tests.rules.table``: for every rule its file, its cases of law, who tests its two readings, its settings."""

import inspect
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from roster.rules import RULES
from roster.rules.rule import Rule

TESTS = Path(__file__).parent.parent
SHARED = ("test_two_readings.py", "test_solver_agrees.py", "test_rules.py", "test_table.py")
"""Where all rules are gone through, or listed: a name there says nothing of a test of the rule's own."""


@dataclass(frozen=True)
class Line:
    """How many cases expect the rule to be in order, just at its number, and past it, with what else there is of it.

    ``plans``: it tells the solver of limits.
    """

    rule: str
    plans: bool
    file: str
    inside: int
    at: int
    past: int
    checked: tuple[str, ...]
    edges: tuple[str, ...]
    settings: tuple[str, ...]


def lines() -> Iterator[Line]:
    """One for each rule, in the reader's order."""
    texts = [file.read_text(encoding="utf-8") for file in sorted((TESTS / "cases").glob("*.yaml"))]
    told = [line for text in texts for line in text.splitlines() if "rule:" in line]
    for rule in RULES:
        sorts = Counter(_sort(line) for line in told if re.search(rf"rule: {rule.id}\b(?!-)", line))
        yield Line(
            rule=rule.id,
            plans="yield from ()" not in inspect.getsource(rule.limits),
            file=_file(rule).name,
            inside=sorts["inside"],
            at=sorts["at"],
            past=sorts["past"],
            checked=checked_in(_file(rule).stem),
            edges=edges_in(rule.id),
            settings=_settings(rule),
        )


def _sort(line: str) -> str:
    """Whether a line of a case expects the rule to be in order, in order just at its number, or past it."""
    if not re.search(r"verdict: \[?ok\b", line):
        return "past"
    measured, limit = (re.search(rf"{name}: (\d+)", line) for name in ("measured", "limit"))
    return "at" if measured and limit and measured[1] == limit[1] else "inside"


def _file(rule: Rule) -> Path:
    return Path(inspect.getfile(rule.limits))


def _settings(rule: Rule) -> tuple[str, ...]:
    """The settings and accounts of the brief that the rule or what it reckons with asks for."""
    source = _file(rule).read_text(encoding="utf-8")
    helpers = re.findall(r"from roster\.rules\.(\w+) import", source)
    texts = [source, *(_file(rule).with_name(f"{name}.py").read_text(encoding="utf-8") for name in helpers)]
    return tuple(sorted({name for text in texts for name in re.findall(r"settings\.(\w+)", text)}))


def checked_in(stem: str) -> tuple[str, ...]:
    """The files of tests that take what they try from the file of the rule by that name."""
    taken = re.compile(rf"^from roster\.rules(\.{stem} import |\b.* import .*\b{stem}\b)", re.MULTILINE)
    return tuple(name for _, name, text in _tests() if taken.search(text))


def edges_in(rule: str) -> tuple[str, ...]:
    """The files in which checker and solver are held against each other over the rule by its id."""
    named = f'"{rule}"'
    return tuple(name for folder, name, text in _tests() if folder == "planning" and named in text)


@cache
def _tests() -> tuple[tuple[str, str, str], ...]:
    """The files of tests on rules by folder and name, with their text."""
    files = sorted([*(TESTS / "planning").glob("test_*.py"), *(TESTS / "rules").glob("test_*.py")])
    return tuple(
        (one.parent.name, one.stem, one.read_text(encoding="utf-8")) for one in files if one.name not in SHARED
    )


def main() -> None:
    print(
        "| rule | file | cases inside | at | past | checked in | edges in | settings |\n|---|---|---|---|---|---|---|---|"
    )
    for one in lines():
        checked, edges = (", ".join(name.removeprefix("test_") for name in some) for some in (one.checked, one.edges))
        cases = f"{one.inside} | {one.at} | {one.past}"
        print(f"| {one.rule} | {one.file} | {cases} | {checked} | {edges} | {', '.join(one.settings)} |")


if __name__ == "__main__":
    main()
