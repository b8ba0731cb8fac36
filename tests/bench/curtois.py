"""The set ``curtois``: "Shift Scheduling" by Curtois and Qu (schedulingbenchmarks.org/nrp), calendar rosters.

A shift is named ``3 D``: day and kind. Its length is the instance's minutes; the instances know no times of day, so
each begins at midnight, a minute apart by kind, and the shifts of one day exclude each other.
"""

from collections.abc import Iterator
from pathlib import Path

from solver.problem import Apart, Cover, Fixed, InARow, Limit, Minutes, Occasions, Off, Person, Problem, Succession
from solver.stretches import Shift
from tests.bench.numbered import file_of, numbered
from tests.bench.outcome import Asked, Outcome
from tests.bench.solving import day_tokens, outcome_of

DATA = Path("../shared/benchmarks/curtois")
DAY = 24 * 60
Sections = dict[str, list[list[str]]]


def instances(data: Path) -> list[str]:
    """The numbers of the instances there are."""
    return numbered(data, "Instance")


def has(data: Path, name: str) -> bool:
    return file_of(data, "Instance", name).is_file()


def run(asked: Asked) -> Outcome:
    sections = read(file_of(asked.data, "Instance", asked.instance).read_text(encoding="utf-8"))
    people = [row[0] for row in sections["STAFF"]]
    days = int(sections["HORIZON"][0][0])

    def label(shift: str) -> tuple[int, str]:
        day, kind = shift.split()
        return int(day), kind

    return outcome_of(problem_of(sections), asked, lambda works: day_tokens(people, days, works, label))


def read(text: str) -> Sections:
    """The rows of each section, cut at the commas."""
    sections: Sections = {}
    rows: list[list[str]] = []
    for line in text.splitlines():
        bare = line.strip()
        if bare.startswith("SECTION_"):
            rows = sections.setdefault(bare.removeprefix("SECTION_"), [])
        elif bare and not bare.startswith("#"):
            rows.append([cell.strip() for cell in bare.split(",")])
    return sections


def problem_of(sections: Sections) -> Problem:
    """What the instance asks for."""
    days = int(sections["HORIZON"][0][0])
    kinds = {row[0]: int(row[1]) for row in sections["SHIFTS"]}
    shifts = tuple(
        Shift(f"{day} {kind}", day * DAY + at, day * DAY + at + minutes)
        for day in range(days)
        for at, (kind, minutes) in enumerate(kinds.items())
    )
    limits = tuple(limit for row in sections["STAFF"] for limit in _of_person(sections, row, days, kinds))
    people = tuple(Person(row[0]) for row in sections["STAFF"])
    return Problem(people, shifts, (*limits, *_requests(sections), *_cover(sections)), days * DAY)


def _of_person(sections: Sections, row: list[str], days: int, kinds: dict[str, int]) -> Iterator[Limit]:
    who = row[0]
    most_of = {one.split("=")[0]: int(one.split("=")[1]) for one in row[1].split("|")}
    most_minutes, least_minutes, most_run, least_run, least_off, weekends = map(int, row[2:8])
    worked = tuple(tuple(f"{day} {kind}" for kind in kinds) for day in range(days))
    yield Apart(who, "one a day")
    for kind, most in most_of.items():
        if most < days:
            yield Occasions(who, tuple((f"{day} {kind}",) for day in range(days)), "most of a kind", most=most)
    amounts = tuple((f"{day} {kind}", minutes) for day in range(days) for kind, minutes in kinds.items())
    yield Minutes(who, amounts, "minutes", least=least_minutes, most=most_minutes)
    yield InARow(who, worked, "days in a row", least=least_run, most=most_run)
    yield InARow(who, worked, "days off in a row", least=least_off, off=True)
    both = tuple((*worked[day], *worked[day + 1]) for day in range(5, days - 1, 7))
    yield Occasions(who, both, "weekends", most=weekends)
    for off in sections.get("DAYS_OFF", ()):
        if off[0] == who:
            yield Off(who, tuple(one for day in off[1:] for one in worked[int(day)]), "day off")
    after = {one[0]: one[2].split("|") for one in sections["SHIFTS"] if len(one) > 2 and one[2]}
    pairs = tuple(
        (f"{day} {kind}", f"{day + 1} {other}")
        for day in range(days - 1)
        for kind, others in after.items()
        for other in others
    )
    if pairs:
        yield Succession(who, pairs, "succession")


def _requests(sections: Sections) -> Iterator[Limit]:
    for who, day, kind, weight in sections.get("SHIFT_ON_REQUESTS", ()):
        yield Fixed(who, (f"{day} {kind}",), "on request", int(weight))
    for who, day, kind, weight in sections.get("SHIFT_OFF_REQUESTS", ()):
        yield Off(who, (f"{day} {kind}",), "off request", int(weight))


def _cover(sections: Sections) -> Iterator[Limit]:
    for day, kind, need, under, over in sections["COVER"]:
        name = f"{day} {kind}"
        yield Cover(name, (name,), "cover", int(need), int(need), cost=int(under), over_cost=int(over))
