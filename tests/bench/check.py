"""The set ``check``: how long the checker takes, by people and weeks; ``20x52`` is twenty assistants for a year.

``20x52-swap`` is the same roster checked again after two have swapped a shift, ``20x52-off`` after somebody has been
taken off a shift or put on one. ``first_seconds`` is the least of the runs, of changes the median, in the time of the
process; ``total_seconds`` is all of them; ``cost`` is how many shifts the roster has.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from roster.checking.check import check, check_again
from roster.domain.assistant import Assistant
from roster.domain.brief import Agreement, Arrangement, Brief, Period
from roster.domain.clock import OSLO
from roster.domain.days import DateSpan
from roster.domain.help_needed import ShiftKind
from roster.domain.kinds import Employer, Form, Party, Position, Sort, Tariff
from roster.domain.recorded import recorded
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from roster.domain.shift_of_kind import shift_of_kind
from roster.domain.vedtak import Vedtak, VedtakLine
from tests.bench.outcome import Asked, Outcome

DATA = Path()
WEEKS, PEOPLE = (1, 4, 13, 52), (5, 20, 80)
START = date(2027, 1, 4)
KINDS = {
    "D": ShiftKind("D", "Dag", 450, 450, Sort.DAY),
    "K": ShiftKind("K", "Kveld", 900, 450, Sort.EVENING),
    "N": ShiftKind("N", "Natt", 1350, 540, Sort.NIGHT),
}
SWAP, OFF = "-swap", "-off"
LEAST_RUNS, LEAST_CHANGES = 3, 20
Works = frozenset[tuple[str, str]]
PATTERN = "DD-KKDD DD--KK- NN--DD- --DDK-- KK--NNN ---DD--"
"""Six weeks of days that each walks from a week of their own."""


def instances(data: Path) -> list[str]:
    """Every size there is, checked whole and checked again."""
    return [f"{people}x{weeks}{what}" for what in ("", SWAP, OFF) for people in PEOPLE for weeks in WEEKS]


def run(asked: Asked) -> Outcome:
    """Check as often as the time lets us, at least three times."""
    size, _, what = asked.instance.partition("-")
    people, weeks = map(int, size.split("x"))
    roster = roster_of(people, weeks)
    changes = {"swap": _swapped, "off": _off_or_on}
    times = list(_again(roster, asked, changes[what]) if what else _whole(people, weeks, asked))
    return Outcome(
        "made",
        cost=len(roster.works),
        first_seconds=median(times) if what else min(times),
        total_seconds=sum(times),
    )


def _whole(people: int, weeks: int, asked: Asked) -> Iterator[float]:
    spent, runs = 0.0, 0
    while runs < LEAST_RUNS or spent < asked.seconds:
        roster = roster_of(people, weeks)
        began = process_time()
        check(roster)
        taken = process_time() - began
        spent, runs = spent + taken, runs + 1
        yield taken


def _again(roster: Roster, asked: Asked, changed: Callable[[Works, Random], Works]) -> Iterator[float]:
    """Often somebody has too little rest or is at two places after the change."""
    report = check(roster)
    draw = Random(asked.seed)
    spent, runs = 0.0, 0
    while runs < LEAST_CHANGES or spent < asked.seconds:
        works = changed(roster.works, draw)
        began = process_time()
        check_again(report, Roster(roster.frame, works))
        taken = process_time() - began
        spent, runs = spent + taken, runs + 1
        yield taken


def _swapped(works: Works, draw: Random) -> Works:
    """Any two shifts of two people swapped."""
    every = sorted(works)
    while True:
        (one, first), (other, second) = draw.sample(every, 2)
        if one != other:
            return works - {(one, first), (other, second)} | {(one, second), (other, first)}


def _off_or_on(works: Works, draw: Random) -> Works:
    """Somebody taken off a shift, or put on that of somebody else."""
    every = sorted(works)
    (one, first), (_, second) = draw.sample(every, 2)
    return works - {(one, first)} if draw.random() < 0.5 else works | {(one, second)}


def roster_of(people: int, weeks: int) -> Roster:
    """So many assistants who walk the pattern, each with shifts of their own; nobody asks whether that is lawful."""
    brief = Brief(
        arrangement=Arrangement("Ordningen", Employer.KOMMUNE, Tariff.KS_HTA, True),
        # What the rosters draw is far beyond it: it is there to be reckoned.
        vedtak=Vedtak((VedtakLine("V", DateSpan(START, START + timedelta(days=7 * weeks - 1)), per_week=168 * 60),)),
        period=Period(START, weeks, Form.CALENDAR),
        kinds=tuple(KINDS.values()),
        needs=(),
        assistants=tuple(
            Assistant(f"A{n}", f"A{n}", Position.PERMANENT, Decimal(80), 35 * 60 + 30) for n in range(people)
        ),
        agreements=(
            Agreement(
                "G", "10-5 (1)", Party.INDIVIDUAL, {"day_h": Decimal(10)}, averaging_weeks=26, signed=date(2026, 12, 1)
            ),
            Agreement("S", "10-8 (4)", Party.INDIVIDUAL, signed=date(2026, 12, 1)),
        ),
        settings=Settings(),
    )
    days = PATTERN.replace(" ", "")
    rows = [
        (f"A{n}", shift_of_kind(OSLO, KINDS[code], day, f"{day} {code} {n}"))
        for n in range(people)
        for at in range(weeks * 7)
        if (code := days[(at + 7 * n) % len(days)]) != "-"
        for day in [START + timedelta(days=at)]
    ]
    return recorded(brief, rows)
