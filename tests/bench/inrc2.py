"""The set ``inrc2``: second international nurse rostering competition, all weeks known beforehand.

An instance is named ``n005w4:0:1-2-3-3``: scenario, history, weeks. A shift is ``3 Early Nurse``; days of history have
negative numbers, one for each day that the history tells of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from solver.problem import AllOrNone, Apart, Cover, InARow, Limit, Occasion, Occasions, Off, Person, Problem, Succession
from solver.stretches import Shift
from tests.bench.outcome import Asked, Outcome
from tests.bench.solving import day_tokens, outcome_of

DATA = Path("../shared/benchmarks/inrc2")
KNOWN = ("0:1-2-3-3", "0:1-2-3-5", "1:5-6-7-8", "1:6-2-9-1", "2:8-3-0-4", "2:9-0-1-2")
DAY = 24 * 60
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
OPTIMAL, SAME, RUN, REQUEST, WEEKEND, TOTAL, WEEKENDS = 30, 15, 30, 10, 30, 20, 30
_PAIR = re.compile(r"\((\d+),(\d+)\)")


@dataclass(frozen=True)
class Contract:
    total: tuple[int, int]
    work: tuple[int, int]
    off: tuple[int, int]
    weekends: int
    complete: bool


@dataclass(frozen=True)
class Nurse:
    id: str
    contract: Contract
    skills: frozenset[str]
    worked: int
    weekends: int
    last: str
    same: int
    run: int
    off: int

    @property
    def days_before(self) -> int:
        """The days of history that matter to runs, and the one before them, which ends what came earlier."""
        return max(self.run, self.off) + 1


@dataclass(frozen=True)
class Scenario:
    weeks: int
    skills: tuple[str, ...]
    types: dict[str, tuple[int, int]]
    forbidden: dict[str, list[str]]
    nurses: tuple[Nurse, ...]
    days: tuple[list[str], ...]

    @property
    def count(self) -> int:
        return self.weeks * 7

    def on(self, day: int, kind: str | None = None) -> Occasion:
        kinds = self.types if kind is None else (kind,)
        return tuple(f"{day} {one} {skill}" for one in kinds for skill in self.skills)


def instances(data: Path) -> list[str]:
    """Those whose best costs are known; any other name of the same form can be asked for."""
    return [f"n005w4:{one}" for one in KNOWN if (data / "n005w4").is_dir()]


def has(data: Path, name: str) -> bool:
    """The name has that form, and all that it names is there."""
    if not re.fullmatch(r"[^:/]+:\d+:\d+(-\d+)*", name):
        return False
    folder, history, weeks = name.split(":")
    files = (f"Sc-{folder}", f"H0-{folder}-{history}", *(f"WD-{folder}-{week}" for week in weeks.split("-")))
    return all((data / folder / f"{one}.txt").is_file() for one in files)


def run(asked: Asked) -> Outcome:
    scenario = read(asked.data, asked.instance)
    people = [one.id for one in scenario.nurses]

    def label(shift: str) -> tuple[int, str]:
        day, kind, skill = shift.split()
        return int(day), f"{kind}/{skill}"

    return outcome_of(problem_of(scenario), asked, lambda works: day_tokens(people, scenario.count, works, label))


def read(data: Path, name: str) -> Scenario:
    """The scenario with its history and its weeks."""
    folder, history, weeks = name.split(":")
    parts = _blocks((data / folder / f"Sc-{folder}.txt").read_text(encoding="utf-8"))
    before = {
        row.split()[0]: row.split()[1:]
        for row in _blocks(_file(data, folder, f"H0-{folder}-{history}"))["NURSE_HISTORY"]
    }
    types = {row.split()[0]: _pairs(row)[0] for row in parts["SHIFT_TYPES"]}
    contracts = {row.split()[0]: _contract(row) for row in parts["CONTRACTS"]}
    nurses = []
    for row in parts["NURSES"]:
        who, contract, _, *skills = row.split()
        worked, weekends, last, same, days, off = before[who]
        numbers = (int(worked), int(weekends), last, int(same), int(days), int(off))
        nurses.append(Nurse(who, contracts[contract], frozenset(skills), *numbers))
    return Scenario(
        weeks=len(weeks.split("-")),
        skills=tuple(row.split()[0] for row in parts["SKILLS"]),
        types=types,
        forbidden={row.split()[0]: row.split()[2:] for row in parts["FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"]},
        nurses=tuple(nurses),
        days=tuple(_file(data, folder, f"WD-{folder}-{week}").splitlines() for week in weeks.split("-")),
    )


def _file(data: Path, folder: str, name: str) -> str:
    return (data / folder / f"{name}.txt").read_text(encoding="utf-8")


def _blocks(text: str) -> dict[str, list[str]]:
    """The rows under each heading in capitals."""
    found: dict[str, list[str]] = {}
    rows: list[str] = []
    for line in text.splitlines():
        if re.fullmatch(r"[A-Z_]+( = .*)?", line.strip()):
            rows = found.setdefault(line.split()[0], [])
        elif line.strip():
            rows.append(line)
    return found


def _pairs(row: str) -> list[tuple[int, int]]:
    return [(int(low), int(high)) for low, high in _PAIR.findall(row)]


def _contract(row: str) -> Contract:
    total, work, off = _pairs(row)
    weekends, complete = row.split()[-2:]
    return Contract(total, work, off, int(weekends), complete == "1")


def problem_of(scenario: Scenario) -> Problem:
    """What the instance asks for."""
    first = -max((one.days_before for one in scenario.nurses), default=0)
    shifts = tuple(
        Shift(name, day * DAY + at, day * DAY + at + 8 * 60)
        for day in range(first, scenario.count)
        for at, name in enumerate(scenario.on(day))
    )
    limits = [limit for one in scenario.nurses for limit in _of_nurse(scenario, one)]
    people = tuple(Person(one.id, _past(scenario, one)) for one in scenario.nurses)
    return Problem(people, shifts, (*limits, *_weeks(scenario)), scenario.count * DAY)


def _past(scenario: Scenario, one: Nurse) -> tuple[str, ...]:
    """The last days worked: the last shift as often as it came, some other kind before it; a day before days off."""
    skill = scenario.skills[0]
    other = next((kind for kind in scenario.types if kind != one.last), one.last)
    if one.off:
        return (f"{-one.off - 1} {other} {skill}",)
    return tuple(f"{-ago} {one.last if ago <= one.same else other} {skill}" for ago in range(1, one.run + 1))


def _of_nurse(scenario: Scenario, one: Nurse) -> Iterator[Limit]:
    who, contract, count = one.id, one.contract, scenario.count
    days = range(-one.days_before, count)
    worked = tuple(scenario.on(day) for day in days)
    yield Apart(who, "one a day")
    lacking = tuple(
        f"{day} {kind} {skill}"
        for day in range(count)
        for kind in scenario.types
        for skill in scenario.skills
        if skill not in one.skills
    )
    if lacking:
        yield Off(who, lacking, "skill")
    pairs = tuple(
        (before, after)
        for day in range(-1 if one.run else 0, count - 1)
        for kind, others in scenario.forbidden.items()
        for other in others
        for before in scenario.on(day, kind)
        for after in scenario.on(day + 1, other)
    )
    if pairs:
        yield Succession(who, pairs, "succession")
    for kind, (least, most) in scenario.types.items():
        yield InARow(who, tuple(scenario.on(day, kind) for day in days), "same shift in a row", least, most, cost=SAME)
    yield InARow(who, worked, "days in a row", *contract.work, cost=RUN)
    yield InARow(who, worked, "days off in a row", *contract.off, off=True, cost=RUN)
    weekends = tuple((scenario.on(day), scenario.on(day + 1)) for day in range(5, count, 7))
    if contract.complete:
        yield AllOrNone(who, weekends, "complete weekend", WEEKEND)
    plan = tuple(scenario.on(day) for day in range(count))
    yield Occasions(who, plan, "total", *contract.total, base=one.worked, cost=TOTAL)
    both = tuple((*saturday, *sunday) for saturday, sunday in weekends)
    yield Occasions(who, both, "weekends", most=contract.weekends, base=one.weekends, cost=WEEKENDS)


def _weeks(scenario: Scenario) -> Iterator[Limit]:
    for week, lines in enumerate(scenario.days):
        for line in lines:
            words = line.split()
            if len(words) == 9 and words[0] in scenario.types:
                for weekday, (least, optimal) in enumerate(_pairs(line)):
                    name = f"{week * 7 + weekday} {words[0]} {words[1]}"
                    yield Cover(f"{name} least", (name,), "least cover", least)
                    yield Cover(f"{name} optimal", (name,), "optimal cover", optimal, cost=OPTIMAL)
            elif len(words) == 3 and words[2] in WEEKDAYS:
                day = week * 7 + WEEKDAYS.index(words[2])
                names = scenario.on(day, None if words[1] == "Any" else words[1])
                yield Off(words[0], names, "request", REQUEST)
