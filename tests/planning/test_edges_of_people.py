"""Breaks, straining nights and the young: the two readings part at the same minute, and agree on drawn rosters."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from roster.domain.assistant import Hours, OtherWork
from roster.domain.days import When
from roster.domain.help_needed import Break, ShiftKind
from roster.domain.kinds import Elsewhere, Party, Sort, Tariff
from roster.domain.roster import Roster
from roster.planning.problem import hard_problem
from roster.rules.asking import own_fixed
from solver.model import model_of
from tests.planning.readings import at_the_edge, refused
from tests.rules.builders import MONDAY, agreement, kind_of, roster_of

FORMS = pytest.mark.parametrize("cycle", [False, True], ids=["calendar", "cycle"])
MUCH = {"percent": Decimal(300)}
YOUNG = {**MUCH, "born": date(2010, 1, 1)}
EIGHTEEN = {**MUCH, "born": date(2009, 1, 14)}
CHILD = {**MUCH, "born": date(2012, 6, 1)}
FIFTEEN = {**MUCH, "born": date(2012, 1, 14)}


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
def test_half_an_hour_is_enough_break_for_the_young_and_a_minute_less_is_not(cycle):
    kinds = [timed(480, 330, pauses) for pauses in (29, 30)]
    lines = [line_of((one,), f"{one.code} - - - - - -", YOUNG, cycle=cycle) for one in kinds]
    assert [refused("young-breaks", one) for one in lines] == [True, False]


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
    assert not refused("breaks", line_of((late, night), f"- - {night.code} - - - -", before={"kari": late.code}))


@FORMS
def test_one_of_two_shifts_that_are_too_long_together_may_be_worked(cycle):
    late, night = timed(1080, 360, 20), timed(0, 240, 5)
    roster = roster_of(kari=f"{late.code} -", ola=f"- {night.code}", kinds=(late, night), cycle=cycle)
    assert not refused("breaks", roster)


def test_who_turns_18_in_the_plan_needs_the_break_of_the_young_before_that_day_alone():
    """On Thursday."""
    long = timed(480, 300, 0)
    days = [" ".join(long.code if at == day else "-" for at in range(7)) for day in (2, 3)]
    assert [refused("young-breaks", line_of((long,), one, EIGHTEEN)) for one in days] == [True, False]


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


def test_a_straining_night_before_the_plan_leaves_its_24_hours_less_but_is_past():
    night, later = timed(1320, 360, strain=True), timed(1200, 600, strain=True)

    def make(length: int) -> Roster:
        day = timed(600, length)
        return line_of((night, day), f"{day.code} - - - - - -", before={"kari": night.code})

    assert at_the_edge("night-strain", make, 60, 300) == 121
    day = timed(600, 60)
    assert not refused("night-strain", line_of((later, day), f"- - {day.code} - - - -", before={"kari": later.code}))


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
@pytest.mark.parametrize("facts", [YOUNG, EIGHTEEN, CHILD], ids=["17", "turns 18", "14"])
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


@pytest.mark.parametrize(("facts", "counts"), [(MUCH, False), (YOUNG, True)], ids=["grown", "young"])
def test_work_for_others_is_no_work_of_who_is_grown(facts, counts):
    """The solver does not know that work, and no limit speaks of it."""
    other = (OtherWork(Hours(When(frozenset({2})), 16 * 60, 18 * 60), Elsewhere.OTHER),)
    frame = line_of((), "08-16 - - - - - -", {**facts, "elsewhere": other}).frame
    assert bool(own_fixed(frame, "kari")) is counts
    model_of(hard_problem(frame))


@FORMS
@pytest.mark.parametrize(("facts", "day", "week"), [(YOUNG, 480, 2400), (CHILD, 420, 2100)], ids=["17", "14"])
def test_the_hours_of_the_young_end_at_the_same_minute(facts, day, week, cycle):
    def one_day(length: int) -> Roster:
        return line_of((timed(480, length),), f"{timed(480, length).code} - - - - - -", facts, cycle=cycle)

    def last_week(length: int) -> Roster:
        usual, last = timed(480, week // 5 - 60), timed(480, length)
        line = " ".join(["-"] * 7 + [usual.code] * 5 + [last.code, "-"])
        return line_of((usual, last), line, facts, cycle=cycle)

    assert at_the_edge("young-hours", one_day, 300, 600) == day + 1
    assert at_the_edge("young-hours", last_week, 60, 400) == 301


@pytest.mark.parametrize("at", [0, 2, 3, 6])
def test_who_turns_18_in_the_plan_has_the_hours_and_nights_of_the_grown_from_that_day(at):
    """On Thursday."""
    long, late, night = timed(480, 600), timed(900, 510), timed(1320, 90)
    for rule, kind in (("young-hours", long), ("young-night", late), ("young-night", night)):
        line = " ".join(kind.code if day == at else "-" for day in range(7))
        assert refused(rule, line_of((kind,), line, EIGHTEEN)) is (at < 3)


@FORMS
@pytest.mark.parametrize("length", [30, 60])
def test_a_night_of_the_young_holds_eight_hours_off_to_the_minute(length, cycle):
    def make(by: int) -> Roster:
        late, early = timed(1320, length), timed(360 + length - by, 120)
        return line_of((late, early), f"- {late.code} {early.code} - - - -", YOUNG, cycle=cycle)

    assert at_the_edge("young-night", make, 0, length) == 1


@FORMS
def test_the_hours_off_of_the_young_touch_the_night_on_both_sides(cycle):
    late, early, night = timed(1260, 120), timed(360, 120), timed(360, 60)
    for line, wrong in (
        (f"- {late.code} {early.code} - - - -", True),
        (f"{early.code} - - - - - {late.code}", cycle),
        (f"- - {late.code} - {night.code} - -", False),
    ):
        assert refused("young-night", line_of((late, early, night), line, YOUNG, cycle=cycle)) is wrong
    before = line_of((late, early), f"{early.code} - - - - - -", YOUNG, before={"kari": late.code})
    assert refused("young-night", before)


@FORMS
@pytest.mark.parametrize(("facts", "rest"), [(YOUNG, 12), (CHILD, 14)], ids=["17", "14"])
def test_the_young_rest_so_many_hours_to_the_minute(facts, rest, cycle):
    def make(by: int) -> Roster:
        late, early = timed(1080, 60), timed(1140 + rest * 60 - 1440 - by, 60)
        return line_of((late, early), f"- {late.code} {early.code} - - - -", facts, cycle=cycle)

    assert at_the_edge("young-rest", make, 0, 60) == 1


@pytest.mark.parametrize(("facts", "begins"), [(EIGHTEEN, 510), (FIFTEEN, 600)], ids=["18", "15"])
def test_who_is_older_from_a_day_in_the_plan_rests_as_the_younger_after_work_before_it(facts, begins):
    """Half an hour too little, or an hour, for who is younger; the birthday is on Thursday."""
    late, early = timed(1140, 120), timed(begins, 120)
    lines = [" ".join({day: late.code, day + 1: early.code}.get(at, "-") for at in range(7)) for day in (0, 2, 3, 4)]
    assert [refused("young-rest", line_of((late, early), one, facts)) for one in lines] == [True, True, False, False]


def weekly(gap: int, facts: dict[str, object] = YOUNG, **more: object) -> Roster:
    """Two weeks of short days, of which each has one stretch free, the second's of so many minutes."""
    usual, until, after = timed(600, 120), timed(600, 360), timed(600 + 360 + gap - 2 * 1440, 120)
    first = [usual.code, usual.code, "-", "-", usual.code, usual.code, usual.code]
    second = [usual.code, until.code, "-", after.code, usual.code, usual.code, usual.code]
    return line_of((usual, until, after), " ".join(first + second), facts, **more)


@FORMS
def test_every_week_of_the_young_has_48_hours_off_to_the_minute(cycle):
    assert at_the_edge("young-rest", lambda by: weekly(48 * 60 - by, cycle=cycle), 0, 300) == 1


@pytest.mark.parametrize(("start", "edge"), [(date(2027, 3, 15), 1), (date(2027, 10, 18), 61)])
def test_the_rest_of_the_young_over_the_change_is_as_long_by_either_clock(start, edge):
    """From Friday 16 to Sunday 16 there are 47 hours in spring and 49 in autumn."""
    usual, until = timed(600, 120), timed(600, 360)
    around = [usual.code, usual.code, "-", "-", usual.code, usual.code, usual.code]

    def make(by: int) -> Roster:
        after = timed(960 - by, 120)
        line = " ".join([*around, *[usual.code] * 4, until.code, "-", after.code, *around])
        return line_of((usual, until, after), line, YOUNG, start=start)

    assert at_the_edge("young-rest", make, 0, 120) == edge


def test_the_last_week_of_the_young_has_a_day_after_the_plan_for_its_rest():
    usual = timed(600, 120)

    def make(by: int) -> Roster:
        late = timed(1080, 360 + by)
        return line_of((usual, late), " ".join([usual.code] * 5 + [late.code, "-"]), YOUNG)

    assert at_the_edge("young-rest", make, 0, 120) == 1


def test_a_week_that_begins_after_the_18th_birthday_is_that_of_the_grown():
    assert refused("young-rest", weekly(40 * 60))
    assert not refused("young-rest", weekly(40 * 60, EIGHTEEN))
