"""The set ``check``: how long the checker takes, by people and weeks; ``20x52`` is twenty assistants for a year.

``20x52-swap`` is the same roster checked again after two have swapped a shift. ``first_seconds`` is the least of the
runs, of swaps the median, in the time of the process; ``total_seconds`` is all of them; ``cost`` is how many shifts
the roster has.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from roster.checking.check import check, check_again
from roster.domain.brief import (
    Agreement,
    Arrangement,
    Assistant,
    Brief,
    Period,
    Settings,
    ShiftKind,
    Vedtak,
    VedtakLine,
)
from roster.domain.clock import OSLO
from roster.domain.days import DateSpan
from roster.domain.frame import shift_of_kind
from roster.domain.kinds import Employer, Form, Party, Position, Sort, Tariff
from roster.domain.recorded import recorded
from roster.domain.roster import Roster
from tests.bench.outcome import Asked, Outcome

DATA = Path()
WEEKS, PEOPLE = (1, 4, 13, 52), (5, 20, 80)
START = date(2027, 1, 4)
KINDS = {
    "D": ShiftKind("D", "Dag", 450, 450, Sort.DAY),
    "K": ShiftKind("K", "Kveld", 900, 450, Sort.EVENING),
    "N": ShiftKind("N", "Natt", 1350, 540, Sort.NIGHT),
}
SWAP = "-swap"
LEAST_RUNS, LEAST_SWAPS = 3, 20
PATTERN = "DD-KKDD DD--KK- NN--DD- --DDK-- KK--NNN ---DD--"
"""Six weeks of days that each walks from a week of their own."""


def instances(data: Path) -> list[str]:
    """Every size there is, checked whole and checked again."""
    return [f"{people}x{weeks}{what}" for what in ("", SWAP) for people in PEOPLE for weeks in WEEKS]


def run(asked: Asked) -> Outcome:
    """Check as often as the time lets us, at least three times."""
    people, weeks = map(int, asked.instance.removesuffix(SWAP).split("x"))
    swaps = asked.instance.endswith(SWAP)
    roster = roster_of(people, weeks)
    times = list(_again(roster, asked) if swaps else _whole(people, weeks, asked))
    return Outcome(
        "made",
        cost=len(roster.works),
        first_seconds=median(times) if swaps else min(times),
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


def _again(roster: Roster, asked: Asked) -> Iterator[float]:
    """Any two shifts of two people swapped, so that often one of them has too little rest or is at two places."""
    report = check(roster)
    works, draw = sorted(roster.works), Random(asked.seed)
    spent, runs = 0.0, 0
    while runs < LEAST_SWAPS or spent < asked.seconds:
        (one, first), (other, second) = draw.sample(works, 2)
        if one == other:
            continue
        swapped = roster.works - {(one, first), (other, second)} | {(one, second), (other, first)}
        began = process_time()
        check_again(report, Roster(roster.frame, swapped))
        taken = process_time() - began
        spent, runs = spent + taken, runs + 1
        yield taken


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
