"""The set ``ours``: briefs made from a name, in the shapes of need that our examples have.

``round-8-12c-1`` is help round the clock by eight people in a grunnturnus of 12 weeks, drawn with seed 1; ``k`` in
place of ``c`` is a kalenderplan, with vacations. Any name of that form can be asked for; ``NAMES`` are the committed ones.
Each is one problem for the solver: full-time weeks are those of the brief, whatever nights the roster has, and a turnus is
not rolled out to dates. Else no two runs would be of the same costs.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from roster.domain.assistant import Assistant, Ceiling
from roster.domain.brief import Agreement, Arrangement, Brief, Period, Wish
from roster.domain.days import DateSpan, When
from roster.domain.help_needed import Need, Part, ShiftKind
from roster.domain.kinds import Covers, Employer, Form, Party, Position, Sort, Tariff, WishSort, Worth
from roster.domain.vedtak import Vedtak, VedtakLine
from tests.bench.examples import outcome_of_brief
from tests.bench.outcome import Asked, Outcome

DATA = Path()
START = date(2027, 1, 4)
FULL_TIME = 35 * 60 + 30
WORKDAYS, ALL = When(frozenset(range(5))), When()

NAMES = (
    "days-3-6c-1", "days-3-26k-2", "days-4-12c-3", "days-4-52k-4",
    "evenings-5-6c-1", "evenings-5-12c-2", "evenings-5-12k-3", "evenings-6-26k-4",
    "resting-5-8c-1", "resting-5-12k-2", "resting-6-12c-3", "resting-6-52k-4",
    "round-7-6c-1", "round-7-12c-2", "round-8-12c-3", "round-8-12k-4", "round-8-26k-5", "round-8-52k-6", "round-10-12c-7",
    "double-14-6c-1", "double-14-12c-2", "double-16-12k-3", "double-20-12c-4", "double-20-26k-5",
)  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """Kinds of shift with when they are needed and by how many."""

    kinds: tuple[ShiftKind, ...]
    needs: tuple[Need, ...]


def _kind(code: str, start: int, length: int, sort: Sort, resting: tuple[Part, ...] = ()) -> ShiftKind:
    return ShiftKind(code, code, start, length, sort, resting, "Brukeren sover" if resting else None)


DAY, EVENING = _kind("D", 450, 450, Sort.DAY), _kind("K", 900, 450, Sort.EVENING)
NIGHT = _kind("N", 1350, 540, Sort.NIGHT)
RESTING = _kind("HN", 1320, 600, Sort.RESTING_NIGHT, (Part(60, 540),))

SHAPES = {
    "days": Shape((DAY,), (Need("D", ALL, 1),)),
    "evenings": Shape((DAY, EVENING), (Need("D", WORKDAYS, 1), Need("K", ALL, 1))),
    "resting": Shape((DAY, RESTING), (Need("D", ALL, 1), Need("HN", ALL, 1))),
    "round": Shape((DAY, EVENING, NIGHT), (Need("D", ALL, 1), Need("K", ALL, 1), Need("N", ALL, 1))),
    "double": Shape((DAY, EVENING, NIGHT), (Need("D", ALL, 2), Need("K", ALL, 2), Need("N", ALL, 1))),
}


def instances(data: Path) -> list[str]:
    return list(NAMES)


def has(data: Path, name: str) -> bool:
    return _parts(name) is not None


def run(asked: Asked) -> Outcome:
    return outcome_of_brief(brief_of(asked.instance), asked, bare=True)


def _parts(name: str) -> re.Match[str] | None:
    found = re.fullmatch(r"([a-z]+)-(\d+)-(\d+)([ck])-(\d+)", name)
    return found if found and found[1] in SHAPES and int(found[2]) > 0 and int(found[3]) > 0 else None


def brief_of(name: str) -> Brief:
    """The brief that the name stands for; the same every time."""
    found = _parts(name)
    if found is None:
        raise SystemExit(f"{name} is no instance: it should look like round-8-12c-1")
    shape, people, weeks = SHAPES[found[1]], int(found[2]), int(found[3])
    random = Random(name)
    cyclic = found[4] == "c"
    length = {kind.code: kind.length for kind in shape.kinds}
    need = sum(length[one.kind] * one.count * len(one.when.weekdays) for one in shape.needs)
    agreements = (
        Agreement(
            "G",
            "10-5 (2)",
            Party.REPS,
            {"day_h": Decimal(10), "week_h": Decimal(48), "single_week_h": Decimal(54)},
            averaging_weeks=weeks if cyclic else min(weeks, 12),
            signed=START - timedelta(days=30),
        ),
        Agreement("S", "10-8 (4)", Party.INDIVIDUAL, signed=START - timedelta(days=30)),
    )
    return Brief(
        arrangement=Arrangement("Ordning", Employer.KOMMUNE, Tariff.KS_HTA, True),
        vedtak=Vedtak(
            (VedtakLine("V", DateSpan(date(2027, 1, 1), date(2028, 12, 31)), need, covers=frozenset(Covers)),)
        ),
        period=Period(START, weeks, Form.CYCLE if cyclic else Form.CALENDAR, rollout_weeks=weeks),
        kinds=shape.kinds,
        needs=shape.needs,
        assistants=tuple(_people(random, shape, people, weeks, need, cyclic)),
        agreements=agreements,
        wishes=tuple(_wishes(random, people)),
    )


def _people(random: Random, shape: Shape, count: int, weeks: int, need: int, cyclic: bool) -> list[Assistant]:
    """Positions in steps of five percent that add up to about the need; extra work is welcome to most."""
    percents = [5 * random.randint(8, 20) for _ in range(count)]
    whole = sum(percents)
    scaled = [max(15, min(100, round(one * need * 100 / FULL_TIME / whole / 5) * 5)) for one in percents]
    while sum(scaled) * FULL_TIME < need * 100:
        at = min(range(count), key=lambda one: (scaled[one] >= 100, scaled[one]))
        scaled[at] += 5
    nights = any(kind.sort is Sort.NIGHT for kind in shape.kinds)
    people = []
    for at, percent in enumerate(scaled):
        first = START + timedelta(days=7 * random.randrange(max(1, weeks)))
        away = not cyclic and weeks >= 12 and random.random() < 0.6
        people.append(
            Assistant(
                f"A{at + 1}",
                f"A{at + 1}",
                Position.PERMANENT,
                Decimal(percent),
                FULL_TIME,
                wants_up_to=Decimal(min(100, percent + 25)) if random.random() < 0.8 else None,
                vacation=(DateSpan(first, first + timedelta(days=6)),) if away else (),
                most_nights=Ceiling(2, 4) if nights and random.random() < 0.2 else None,
            )
        )
    return people


def _wishes(random: Random, people: int) -> list[Wish]:
    sorts = (
        (WishSort.LONG_RUNS, None, None),
        (WishSort.NO_SINGLE_NIGHTS, None, None),
        (WishSort.MOST_DAYS_IN_A_ROW, None, 4),
        (WishSort.DAY_OFF, When(frozenset({2})), None),
    )
    return [
        Wish(f"A{at + 1}", sort, random.choice((Worth.WISH, Worth.IMPORTANT)), when=when, number=number)
        for at in range(people)
        if random.random() < 0.6
        for sort, when, number in [random.choice(sorts)]
    ]
