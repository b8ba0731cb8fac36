"""Breaks, straining nights and the young: the two readings part at the same minute, and agree on drawn rosters."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from roster.domain.brief import Break, Hours, OtherWork, ShiftKind
from roster.domain.days import When
from roster.domain.kinds import Elsewhere, Party, Sort, Tariff
from roster.domain.roster import Roster
from tests.planning.readings import at_the_edge, refused
from tests.rules.builders import MONDAY, agreement, kind_of, roster_of

FORMS = pytest.mark.parametrize("cycle", [False, True], ids=["calendar", "cycle"])
MUCH = {"percent": Decimal(300)}
YOUNG = {**MUCH, "born": date(2010, 1, 1)}
EIGHTEEN = {**MUCH, "born": date(2009, 1, 14)}


def timed(start: int, length: int, pauses: int | None = None, strain: bool = False) -> ShiftKind:
    """A kind of shift; ``pauses``: minutes of one break in the middle, 0 for none, None for not recorded."""
    name = f"{start}+{length}" if pauses is None else f"{start}+{length}/{pauses}"
    parts = None
    if pauses is not None:
        middle = (length - pauses) // 2
        parts = (Break(middle, middle + pauses, True),) if pauses else ()
    sort = Sort.NIGHT if start + length > 1500 else Sort.DAY
    return ShiftKind(name.replace("+", "p"), name, start, length, sort, breaks=parts, strain=strain)


def line_of(kinds: tuple[ShiftKind, ...], line: str, facts: dict[str, object] = MUCH, **more: object) -> Roster:
    return roster_of(kari=line, kinds=kinds, people={"kari": facts}, **more)  # type: ignore[arg-type]


# -- breaks ------------------------------------------------------------------------------------------------


@FORMS
@pytest.mark.parametrize(("rule", "facts", "edge"), [("breaks", MUCH, 331), ("young-breaks", YOUNG, 271)])
def test_a_shift_without_break_is_refused_from_the_same_minute(rule, facts, edge, cycle):
    def make(length: int) -> Roster:
        kind = timed(480, length, 0)
        return line_of((kind,), f"{kind.code} - - - - - -", facts, cycle=cycle)

    assert at_the_edge(rule, make, 200, 400) == edge


@FORMS
def test_shifts_that_touch_are_one_period_to_both(cycle):
    late, night = timed(1080, 360, 20), timed(0, 240, 5)
    more = timed(240, 60, 10)
    kinds = (late, night, more)
    lines = (
        f"{late.code} {night.code} - - - - -",
        f"{late.code} {night.code}+{more.code} - - - - -",
        f"{night.code} - - - - - {late.code}",
        f"{night.code}+{more.code} - - - - - {late.code}",
        f"{late.code} - {night.code} - - - -",
    )
    verdicts = [refused("breaks", line_of(kinds, line, cycle=cycle)) for line in lines]
    assert verdicts == [True, False, cycle, False, False]


@pytest.mark.parametrize("start", [date(2027, 10, 25), date(2027, 3, 22)])
@pytest.mark.parametrize(("rule", "facts", "edge"), [("breaks", MUCH, 331), ("young-breaks", YOUNG, 271)])
def test_a_break_that_only_one_clock_asks_for_is_asked_by_neither(rule, facts, edge, start):
    """Over the change in autumn the clock shows an hour less than is worked, in spring an hour more."""

    def make(length: int) -> Roster:
        kind = timed(1380, length, 0)
        return line_of((kind,), f"- - - - - {kind.code} -", facts, start=start)

    assert at_the_edge(rule, make, 200, 480) == (edge if start.month == 10 else edge + 60)


def test_a_shift_before_the_plan_goes_on_in_it():
    late, night = timed(1080, 360, 0), timed(0, 180, 0)
    roster = line_of((late, night), f"{night.code} - - - - - -", before={"kari": late.code})
    assert refused("breaks", roster)
    assert not refused("breaks", line_of((late, night), "- - - - - - -", before={"kari": late.code}))


# -- straining nights -----------------------------------------------------------------------------------


@FORMS
@pytest.mark.parametrize("days", ["N T - - - - -", "T - - - - - N", "- T+N - - - - -", "N N T - - - -"])
def test_the_24_hours_around_a_straining_night_hold_eight(days, cycle):
    def make(length: int) -> Roster:
        night, other = timed(1320, 300, strain=True), timed(1080, length)
        line = days.replace("N", night.code).replace("T", other.code)
        return line_of((night, other), line, cycle=cycle)

    if days == "T - - - - - N" and not cycle:
        assert not refused("night-strain", make(200))
    else:
        at_the_edge("night-strain", make, 60, 400)


def test_a_straining_night_as_long_as_the_reps_agreed():
    agreed = agreement("10-11 (9)", Party.REPS, hours={"night_day_h": 9}, compensating_rest=True)

    def make(length: int) -> Roster:
        night = timed(1320, length, strain=True)
        return line_of((night,), f"{night.code} - - - - - -", tariff=Tariff.KS_HTA, agreements=(agreed,))

    assert at_the_edge("night-strain", make, 480, 600) == 541


@pytest.mark.parametrize("seed", range(25))
def test_straining_nights_are_read_alike_in_drawn_rosters(seed):
    draw = random.Random(seed)
    tokens = ["22-04", "23-07", "18-20", "10-13", "00-05", "21-05.30", "-", "-"]
    kinds = tuple(
        replace(kind_of(one), strain=True, sort=Sort.NIGHT) for one in ("22-04", "23-07", "00-05", "21-05.30")
    )
    line = " ".join(draw.choices(tokens, k=14))
    before = None if draw.random() < 0.5 else {"kari": " ".join(draw.choices(tokens, k=3))}
    roster = line_of(kinds, line, before=before, cycle=before is None and draw.random() < 0.5)
    refused("night-strain", roster)


# -- another night ----------------------------------------------------------------------------------------


@FORMS
def test_the_night_agreed_is_that_of_both(cycle):
    agreed = agreement("10-11 (1)", Party.REPS, hours={"night_from": 22, "night_to": 6})

    def make(later: int) -> Roster:
        shift = timed(16 * 60 + later, 9 * 60)
        line = " ".join([shift.code] * 5 + ["-", "-"])
        return line_of((shift,), " ".join([line] * 4), cycle=cycle, tariff=Tariff.KS_HTA, agreements=(agreed,))

    assert at_the_edge("night-average", make, -60, 120) == 1


# -- the young ---------------------------------------------------------------------------------------------


@FORMS
def test_the_evening_of_the_young_ends_at_the_same_minute(cycle):
    def make(length: int) -> Roster:
        return line_of((timed(900, length),), f"{timed(900, length).code} - - - - - -", YOUNG, cycle=cycle)

    assert at_the_edge("young-night", make, 300, 600) == 481


@FORMS
def test_the_morning_of_the_young_begins_at_the_same_minute(cycle):
    def make(by: int) -> Roster:
        return line_of((timed(400 - by, 60),), f"{timed(400 - by, 60).code} - - - - - -", YOUNG, cycle=cycle)

    assert at_the_edge("young-night", make, 1, 200) == 41


@FORMS
@pytest.mark.parametrize("facts", [YOUNG, EIGHTEEN, {**MUCH, "born": date(2012, 6, 1)}], ids=["17", "turns 18", "14"])
def test_the_young_are_read_alike_in_drawn_rosters(facts, cycle):
    tokens = ["15-22", "15-23", "06-10", "06.20-12", "17-22.30", "08-16", "08-16.01", "10-18", "22-04", "-", "-"]
    other = (OtherWork(Hours(When(frozenset({2, 4})), 16 * 60, 18 * 60), Elsewhere.OTHER),)
    verdicts = set()
    for seed in range(20):
        draw = random.Random(seed)
        told = {**facts, "elsewhere": other if seed % 2 else ()}
        roster = line_of((), " ".join(draw.choices(tokens, k=7)), told, cycle=cycle, start=MONDAY)
        verdicts |= {(rule, refused(rule, roster)) for rule in ("young-hours", "young-night")}
    assert {("young-hours", True), ("young-night", True)} <= verdicts
