"""What the solver is told and what the checker says part at the same minute, in rosters too long to draw whole.

Each test makes one roster longer minute by minute, finds where the checker begins to refuse it, and holds the solver
against it on both sides.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from roster.domain.brief import Balances, Part, Settings, ShiftKind
from roster.domain.kinds import Party, Sort, Tariff
from roster.domain.roster import Roster
from tests.planning.readings import agree_on, at_the_edge, refused, refused_by_checker
from tests.rules.builders import agreement, every_other_sunday, individual, roster_of, short_rest, with_reps

HOUR = 60
MUCH = {"kari": {"percent": Decimal(300)}}
FORMS = pytest.mark.parametrize("cycle", [False, True], ids=["calendar", "cycle"])


def shift(start: int, length: int) -> str:
    """The token of a shift from so many minutes past midnight."""
    end = (start + length) % 1440
    return f"{start // 60:02}.{start % 60:02}-{end // 60:02}.{end % 60:02}"


def week_of(minutes: int, sunday: str = "-", start: int = 7 * HOUR) -> list[str]:
    """A week with so much work from Monday to Saturday, and what there is on its Sunday."""
    each, more = divmod(minutes, 6)
    return [shift(start, each + (day < more)) if each + (day < more) else "-" for day in range(6)] + [sunday]


def weeks_of(loads: Sequence[int], sundays: Sequence[int] = (), sunday: str = "12-13") -> str:
    """Weeks of so many minutes each, besides those of the Sundays worked, counted from 0."""
    return " ".join(token for at, load in enumerate(loads) for token in week_of(load, sunday if at in sundays else "-"))


def kari(line: str, **more: object) -> Roster:
    return roster_of(kari=line, people=MUCH, **more)  # type: ignore[arg-type]


def longer(loads: Sequence[int], at: int, **more: object) -> Callable[[int], Roster]:
    """Weeks of so many hours, one of them by so many minutes longer."""
    return lambda by: kari(weeks_of([60 * one + by * (at == number) for number, one in enumerate(loads)]), **more)


# -- weeks, and weeks together -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loads", "at", "cycle"),
    [
        ([48] * 8, 7, False),
        ([50] * 7 + [34], 7, False),
        ([48] * 8 + [0], 0, False),
        ([20] * 8 + [48], 8, False),
        ([20] * 8 + [60, 36], 9, False),
        ([48] * 3, 1, True),
        ([48] * 8, 0, True),
        ([48] * 4 + [0] + [48] * 4, 8, True),
    ],
)
def test_eight_weeks_hold_48_hours_a_week(loads, at, cycle):
    assert at_the_edge("average-8-weeks", longer(loads, at, cycle=cycle), -60, 60) == 1


@FORMS
@pytest.mark.parametrize(("loads", "at"), [([69, 0], 0), ([20, 69], 1), ([69, 20], 0)])
def test_no_week_holds_more_than_69_hours_overtime_and_all(loads, at, cycle):
    assert at_the_edge("total-hours", longer(loads, at, cycle=cycle), -60, 60) == 1


@FORMS
@pytest.mark.parametrize(("agreed", "most"), [(individual(), 50), (with_reps(), 54)])
def test_a_single_week_under_averaging_keeps_what_was_agreed(agreed, most, cycle):
    make = longer([20, most], 1, cycle=cycle, agreements=(agreed,), tariff=Tariff.KS_HTA)
    assert at_the_edge("single-week", make, -60, 60) == 1


@FORMS
@pytest.mark.parametrize(("loads", "at"), [([40], 0), ([20, 40], 1), ([40, 20, 20], 0)])
def test_a_week_without_averaging_holds_40_hours(loads, at, cycle):
    assert at_the_edge("hours-week", longer(loads, at, cycle=cycle), -60, 60) == 1


@pytest.mark.parametrize(
    ("loads", "at", "over", "cycle"),
    [
        ([44, 40, 36], 0, 3, False),
        ([40, 40, 40, 0], 0, 3, False),
        ([20, 20, 20, 44, 36], 4, 3, False),
        ([44, 36, 40], 0, 52, False),
        ([40, 20, 20, 40], 3, 2, True),
        ([44, 36, 40], 0, 12, True),
    ],
)
def test_a_period_under_averaging_holds_40_hours_a_week(loads, at, over, cycle):
    make = longer(loads, at, cycle=cycle, agreements=(individual(averaging_weeks=over),))
    assert at_the_edge("hours-average", make, -60, 60) == 1


# -- the ordinary week -------------------------------------------------------------------------------------


@FORMS
@pytest.mark.parametrize(
    ("weeks", "sundays"),
    [(1, ()), (1, (0,)), (2, (0, 1)), (2, (1,)), (3, (1,)), (3, ()), (4, (1,)), (6, (0,)), (6, (0, 3)), (5, (0,))],
)
def test_every_third_sunday_makes_the_week_shorter(weeks, sundays, cycle):
    def make(minutes: int) -> Roster:
        loads = [30 * HOUR] * (weeks - 1) + [minutes]
        return kari(weeks_of(loads, sundays), cycle=cycle, agreements=(individual(averaging_weeks=12),))

    at_the_edge("hours-average", make, 30 * HOUR, 120 * HOUR)


@pytest.mark.parametrize("known", [(0, 1), (1, 1), (1, 2), (2, 5), (0, 4)])
def test_sundays_of_the_time_before_count_with_those_planned(known):
    worked, of = known

    def make(minutes: int) -> Roster:
        brought = Balances("kari", sundays_worked=worked, sundays_of=of)
        line = weeks_of([30 * HOUR, minutes], (1,))
        return kari(line, balances=(brought,), agreements=(individual(averaging_weeks=12),))

    at_the_edge("hours-average", make, 30 * HOUR, 80 * HOUR)


@FORMS
def test_three_quarters_of_the_time_at_night_make_the_week_shorter(cycle):
    def make(earlier: int) -> Roster:
        week = ["00-08"] * 4 + [shift(60 - earlier, 7 * HOUR), "-", "-"]
        return kari(" ".join(week * 3), cycle=cycle, agreements=(individual(averaging_weeks=3),))

    assert at_the_edge("hours-average", make, 0, 60) == 15


@FORMS
@pytest.mark.parametrize("times", [1, 2])
def test_nights_and_sundays_as_in_a_round_turnus_make_it_36_hours(times, cycle):
    def make(at_night: int, on_sunday: int) -> Roster:
        first = ["22-06", "22-06", "22-06", "22-06", "-", "22-06", "-"]
        second = ["08-16", "08-16", "08-16", "08-16", "-", "-", shift(8 * HOUR, on_sunday)]
        third = ["08-16", "08-16", "08-16", shift(21 * HOUR, at_night), "-", "-", "-"]
        last = ["08-16"] * 5 + ["-", "-"]
        line = " ".join([*first, *second, *third, *last] * times)
        return kari(line, cycle=cycle, agreements=(individual(averaging_weeks=4),))

    assert not refused("hours-average", make(88, 586))
    by_sunday = at_the_edge("hours-average", lambda minutes: make(100, minutes), 500, 620)
    by_night = at_the_edge("hours-average", lambda minutes: make(minutes, 600), 60, 118)
    assert (by_sunday, by_night) == (587, 88) if times == 1 else True


THREE = (
    ShiftKind("D", "D", 8 * HOUR, 8 * HOUR, Sort.DAY),
    ShiftKind("K", "K", 15 * HOUR, 7 * HOUR, Sort.EVENING),
    ShiftKind("Q", "Q", 15 * HOUR, 75, Sort.EVENING),
    ShiftKind("N", "N", 22 * HOUR, 8 * HOUR, Sort.NIGHT),
)


@FORMS
@pytest.mark.parametrize("over", [1, 2])
@pytest.mark.parametrize("tokens", ["DKN", "DDN", "DNN"])
@pytest.mark.parametrize("sundays", [(), (0,)])
def test_the_hours_compensated_shorten_the_week_of_three_parts(sundays, tokens, over, cycle):
    """Days, evenings and nights, some at the weekend; two shifts are made longer."""

    def make(minutes: int) -> Roster:
        weeks = [[*tokens, "-", "-", "-", "12-13" if at in sundays else "-"] for at in range(4)]
        weeks[2][3:6] = [shift(8 * HOUR, minutes), shift(8 * HOUR, minutes + 1), "K"]
        line = " ".join(one for week in weeks for one in week)
        return kari(line, cycle=cycle, kinds=THREE, agreements=(individual(averaging_weeks=over),))

    assert not refused("hours-average", make(1))
    refused("hours-average", make(60))
    at_the_edge("hours-average", make, 1, 1430)


@FORMS
def test_three_parts_with_just_three_quarters_at_night_are_compensated(cycle):
    """37 hours a week: too long by the arithmetic of the red and night hours, fine for who works mainly at night."""

    def make(shorter: int) -> Roster:
        night = shift(21 * HOUR, 3 * HOUR + 75 - shorter)
        week = [*["21-05"] * 3, night, "Q", "08-15", "12-13"]
        return kari(" ".join(week * 4), cycle=cycle, kinds=THREE, agreements=(individual(averaging_weeks=4),))

    assert at_the_edge("hours-average", make, 0, 60) == 30


WATCH = ShiftKind("W", "W", 22 * HOUR, 10 * HOUR, Sort.RESTING_NIGHT, (Part(HOUR, 9 * HOUR),))


@FORMS
def test_hours_paid_less_than_worked_do_not_vouch_for_the_week(cycle):
    """All of 35.5 paid hours a week may be much more at work."""

    def make(minutes: int) -> Roster:
        line = " ".join(["W", "W", "W", "-", shift(10 * HOUR, minutes), "-", "-"])
        return roster_of(kari=line, cycle=cycle, kinds=(WATCH,), settings=Settings(resting_paid=10))

    at_the_edge("hours-week", make, 60, 1000)


@FORMS
@pytest.mark.parametrize("wanted", [Decimal("90.0"), Decimal("101.5"), Decimal("105"), Decimal("120")])
def test_what_is_agreed_vouches_for_the_week_only_up_to_36_hours(wanted, cycle):
    def make(minutes: int) -> bool:
        roster = roster_of(
            kari=weeks_of([minutes], (0,)), cycle=cycle, people={"kari": {"percent": wanted}},
            balances=(Balances("kari", sundays_worked=4, sundays_of=8),),
        )  # fmt: skip
        return agree_on(("agreed-hours", "hours-week"), roster)

    verdicts = {make(hours * HOUR + by) for hours in (30, 34, 35, 36, 37, 38, 40, 42) for by in (-60, 0, 1)}
    assert verdicts == {False, True}


def test_what_is_agreed_vouches_for_no_round_turnus_of_more_than_36_hours():
    verdicts = set()
    for minutes in edges(14, 15, 15.5, 15.6, 16):
        line = f"22-06 22-06 - {shift(8 * HOUR, minutes)} - - 08-13"
        roster = roster_of(kari=line, cycle=True, people={"kari": {"percent": Decimal(103)}})
        verdicts.add(agree_on(("agreed-hours", "hours-week"), roster))
    assert verdicts == {False, True}


# -- passive duty ------------------------------------------------------------------------------------------


def resting(code: str, start: int, length: int, rest: int) -> ShiftKind:
    return ShiftKind(code, code, start, length, Sort.RESTING_NIGHT, (Part(0, rest),), "Brukeren sover")


@FORMS
@pytest.mark.parametrize("tokens", ["HHHH", "HHHHH", "HHDD", "HDDD", "HHH"])
@pytest.mark.parametrize("over", [None, 2])
def test_passive_duty_lengthens_the_week_by_half_of_it_and_to_48_hours(tokens, over, cycle):
    agreed = () if over is None else (individual(averaging_weeks=over),)

    def make(minutes: int) -> Roster:
        week = [*tokens, *"-------"][:5]
        kinds = (resting("H", 22 * HOUR, 9 * HOUR, 7 * HOUR), *THREE)
        line = " ".join([*week, shift(9 * HOUR, minutes), "-"] * 2)
        return kari(line, cycle=cycle, kinds=kinds, agreements=agreed)

    at_the_edge("hours-week" if over is None else "hours-average", make, 1, 1430)


@FORMS
@pytest.mark.parametrize("rest", [100, 180, 240])
def test_passive_duty_lengthens_the_day_by_two_hours_at_most(rest, cycle):
    def make(length: int) -> Roster:
        kinds = (resting("P", 6 * HOUR, 5 * HOUR, rest), resting("R", 13 * HOUR, length, min(rest, length)))
        return kari("P+R - - - - - -", cycle=cycle, kinds=kinds)

    at_the_edge("hours-day", make, 60, 600)


# -- the day -----------------------------------------------------------------------------------------------

OF_A_DAY = ("hours-day", "total-hours", "daily-rest")
"""Of work that goes on past midnight the solver refuses by daily rest some that the checker refuses by hours too."""

AGREED = pytest.mark.parametrize(
    "agreed",
    [(), (individual(),), (with_reps(),), (short_rest(),), (with_reps(), short_rest())],
    ids=["nothing", "individual", "reps", "short rest", "reps and short rest"],
)


def edges(*hours: float) -> list[int]:
    return [int(one * 60) + by for one in hours for by in (0, 1)]


@FORMS
@AGREED
@pytest.mark.parametrize(
    "days",
    [
        ("{0}",),
        ("06-08+{0}",),
        ("-", "18-24", "00-02+{1}"),
        ("-", "22-24+{0}", "00-03"),
        ("20-24", "00-06+06-08", "{0}"),
        ("-", "17-24", "{2}", "-", "16-24", "{2}"),
        ("-", "17-24", "{2}+14-16"),
        ("-", "23-24", "00-02+{3}"),
        ("-", "23-24", "00-01+01-02+{3}"),
        ("-", "21-24", "{2}+17-24", "00-02+{3}"),
    ],
)
def test_a_day_holds_what_starts_in_it_and_what_goes_on_from_it(days, agreed, cycle):
    for minutes in edges(2, 5.5, 8, 9, 13):
        starts = (9 * HOUR, 2 * HOUR, 0, 13 * HOUR)
        tokens = [one.format(*(shift(start, minutes) for start in starts)) for one in days]
        tokens += ["-"] * (7 - len(tokens))
        agree_on(OF_A_DAY, kari(" ".join(tokens), cycle=cycle, agreements=agreed, tariff=Tariff.KS_HTA))


@AGREED
@pytest.mark.parametrize("end", ["23-24", "22-23+23-24", "15-23"])
@pytest.mark.parametrize("more", ["14-22", "14-23", "14-23.01", "13-23", "13-23.01"])
def test_what_goes_on_from_before_the_plan_leaves_its_first_day(more, end, agreed):
    for minutes in edges(1, 2, 3):
        line = f"{shift(0, minutes)}+{more} - - - - - -"
        agree_on(OF_A_DAY, kari(line, before={"kari": end}, agreements=agreed, tariff=Tariff.KS_HTA))


@AGREED
@pytest.mark.parametrize("end", ["23-24", "20-24", "16-24"])
@pytest.mark.parametrize("more", ["", "+15-17", "+14-22", "+14-23.01"])
def test_work_at_the_end_of_a_cycle_goes_on_at_its_beginning(end, more, agreed):
    for minutes in edges(1, 2, 5):
        line = f"{shift(0, minutes)}{more} - - - - - {end}"
        agree_on(OF_A_DAY, kari(line, cycle=True, agreements=agreed, tariff=Tariff.KS_HTA))


# -- rest --------------------------------------------------------------------------------------------------


@FORMS
@pytest.mark.parametrize("agreed", [(), (short_rest(),)])
def test_a_rest_lies_within_the_24_hours_from_each_start(agreed, cycle):
    def make(minutes: int) -> Roster:
        return kari(f"- {shift(7 * HOUR, minutes)} 06-07 - - - -", cycle=cycle, agreements=agreed)

    at_the_edge("daily-rest", make, 60, 20 * HOUR)


@FORMS
@pytest.mark.parametrize("second", ["07-08", "16-17", "06-07"])
def test_a_short_rest_is_given_back_in_the_next_one(second, cycle):
    """The rests: some hours, then what is left until the third shift; the pause is now a rest, now none."""
    for end in edges(19, 20, 21, 21.5, 22, 22.5, 23):
        for start in (17 * HOUR, 19 * HOUR, 20 * HOUR, 20 * HOUR + 1, 21 * HOUR):
            line = f"- {shift(12 * HOUR, end - 12 * HOUR)} {second} - - - -"
            third = f"- {shift(12 * HOUR, end - 12 * HOUR)} {second}+{shift(start, HOUR)} - - - -"
            for one in (line, third):
                refused("compensating-rest", kari(one, cycle=cycle, agreements=(short_rest(),)))


@FORMS
@pytest.mark.parametrize("agreed", [(), (short_rest(),)])
@pytest.mark.parametrize("free", [0, 3, 6])
def test_every_week_has_its_rest(free, agreed, cycle):
    """The one long pause of the week made shorter; at the ends of a calendar half of it may lie outside."""

    def make(minutes: int) -> Roster:
        days = ["10-18"] * 7
        days[free] = shift(10 * HOUR - minutes // 2, 60 + minutes // 2) if minutes else "-"
        days[(free + 1) % 7] = shift(10 * HOUR - minutes // 3, 5 * HOUR)
        return kari(" ".join(days), cycle=cycle, agreements=agreed)

    verdicts = {refused("weekly-rest", make(minutes)) for minutes in range(0, 600, 30)}
    assert True in verdicts


@pytest.mark.parametrize("agreed", [(), (short_rest(),)])
@pytest.mark.parametrize("side", ["first", "last"])
def test_half_of_a_weeks_rest_may_lie_outside_the_plan(agreed, side):
    def make(minutes: int) -> Roster:
        if side == "first":
            start = 20 * HOUR - minutes
            days = ["-" if start >= 1440 else shift(start, 60), *["10-18"] * 6]
        else:
            days = [*["10-18"] * 6, shift(HOUR, minutes + 60)]
        return kari(" ".join(days), agreements=agreed)

    at_the_edge("weekly-rest", make, 0, 16 * HOUR)


@FORMS
@pytest.mark.parametrize("weeks", [3, 4, 5, 6])
@pytest.mark.parametrize("free", [(), (0,), (2,), (3,), (4,)])
def test_in_four_weeks_one_rest_covers_a_sunday(free, weeks, cycle):
    line = " ".join(
        " ".join(["08-16", "-", "-", "08-16", "08-16", "-", "-" if at in free else "08-16"]) for at in range(weeks)
    )
    refused("weekly-rest", kari(line, cycle=cycle))


# -- Sundays -----------------------------------------------------------------------------------------------


def sundays_worked(pattern: str) -> str:
    return " ".join("- - - - - - " + ("08-16" if one == "x" else "-") for one in pattern)


PATTERNS = [
    "x",
    "xx",
    "x-",
    "-x",
    "x-x",
    "xx-x",
    "xxx-",
    "xxx--x",
    "-xxx",
    "x-xx",
    "xx--xx",
    "xxxx",
    "-xxxx-",
    "x-x-x-x",
    "---xxx",
]


@FORMS
@pytest.mark.parametrize("agreed", [(), (every_other_sunday(),)])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_sundays_in_a_row_and_half_of_them(pattern, agreed, cycle):
    refused("sundays", kari(sundays_worked(pattern), cycle=cycle, agreements=agreed))


@pytest.mark.parametrize("agreed", [(), (every_other_sunday(),)])
@pytest.mark.parametrize("pattern", ["x-", "xx-", "xxx", "-xxx", "--", "x-x-", "xx--"])
@pytest.mark.parametrize("before", ["x", "xx", "xxx", "-x", "x-x", "xx-", "-"])
def test_sundays_before_the_plan_count_with_those_in_it(before, pattern, agreed):
    past = "08-16 - - - - - - " + sundays_worked(before).replace("08-16", "08-20")
    refused("sundays", kari(sundays_worked(pattern), before={"kari": past}, agreements=agreed))


@pytest.mark.parametrize("agreed", [(), (every_other_sunday(),)])
@pytest.mark.parametrize("pattern", ["x-", "xx-", "xxx-", "-xxx", "----", "x-x-", "xx--", "x---------"])
@pytest.mark.parametrize("known", [(0, 0, None), (1, 2, 1), (2, 2, 2), (3, 4, 3), (3, 6, 0), (5, 8, 2), (6, 8, 1)])
def test_sundays_brought_along_count_with_those_planned(known, pattern, agreed):
    worked, of, run = known
    brought = Balances("kari", sundays_worked=worked, sundays_of=of, sunday_run=run)
    valid = tuple(replace(one, valid_from=date(2026, 10, 5)) for one in agreed)
    for agreements in (agreed, valid):
        refused("sundays", kari(sundays_worked(pattern), balances=(brought,), agreements=agreements))


@pytest.mark.parametrize("first", ["08-16", "-"])
@pytest.mark.parametrize("last", ["19-23", "08-16", "-"])
def test_the_last_evening_of_a_cycle_that_starts_on_a_sunday_belongs_to_it(last, first):
    for agreed in ((), (every_other_sunday(),)):
        for other in ("08-16", "-"):
            line = f"{first} - - - - - - {other} - - - - - {last}"
            refused("sundays", kari(line, start=date(2027, 1, 10), cycle=True, agreements=agreed))


# -- nights ------------------------------------------------------------------------------------------------


@FORMS
@pytest.mark.parametrize(
    "nights",
    [(2, 0, 0, 0), (3, 0, 0, 0), (4, 0, 0, 0), (1, 1, 1, 1), (3, 1, 0, 0, 2), (1, 0), (2, 0), (1,), (0, 0, 0, 4, 4)],
)
def test_who_works_at_night_has_8_hours_on_average(nights, cycle):
    """Nights of just over three hours in the night, and days ever longer."""
    for night in ("20-00.01", "20-24"):

        def make(minutes: int, night: str = night) -> Roster:
            weeks = [
                [night if day < count else shift(6 * HOUR, minutes) for day in range(6)] + ["-"] for count in nights
            ]
            return kari(" ".join(one for week in weeks for one in week), cycle=cycle)

        for minutes in (440, 500, 560):
            refused("night-average", make(minutes))
        if refused_by_checker("night-average", make(1000)):
            at_the_edge("night-average", make, 60, 1000)


# -- the clock -----------------------------------------------------------------------------------------------

AUTUMN, SPRING = date(2027, 10, 25), date(2026, 3, 23)
"""Mondays of the weeks in which the clock is set, on the night before Sunday."""


@pytest.mark.parametrize(("start", "longest"), [(AUTUMN, 9 * HOUR), (SPRING, 10 * HOUR)])
def test_a_day_that_is_too_long_only_by_the_clock_is_let_pass(start, longest):
    """By the clock nine hours, ten of them elapsed; in spring ten by the clock and nine elapsed."""

    def make(by: int) -> Roster:
        return kari(f"- - - - - {shift(22 * HOUR, longest + by)} -", start=start)

    assert at_the_edge("hours-day", make, -60, 60) == 1


@pytest.mark.parametrize("start", [AUTUMN, SPRING])
@pytest.mark.parametrize(
    ("rule", "load", "more"),
    [
        ("hours-week", 32, {}),
        ("single-week", 42, {"agreements": (individual(signed=date(2025, 12, 1)),)}),
        ("hours-average", 32, {"agreements": (individual(averaging_weeks=2, signed=date(2025, 12, 1)),)}),
        ("average-8-weeks", 40, {}),
        ("total-hours", 61, {}),
    ],
)
def test_weeks_that_are_too_long_only_by_the_clock_are_let_pass(rule, load, more, start):
    """A night of eight hours by the clock at the end of a week, in autumn an hour longer and in spring an hour shorter."""

    def make(by: int) -> Roster:
        each, left = divmod(load * HOUR + by, 5)
        week = [shift(6 * HOUR, each + (day < left)) for day in range(5)] + ["23-07", "-"]
        after = ["-"] * 7 if rule == "total-hours" else []
        return kari(" ".join([*week, *after]), start=start, **more)

    edge = at_the_edge(rule, make, -120, 240)
    assert edge == (1 if start == AUTUMN else 61)


def test_a_year_with_both_changes_is_measured_both_ways():
    """The hour of autumn and that of spring together: 52 weeks of which neither measure may be pieced together."""

    def make(by: int) -> Roster:
        loads = [40 * HOUR] * 52
        loads[10] += by
        days = weeks_of(loads).split()
        days[7 * 11 + 5] = days[7 * 42 + 5] = "23-05.40"
        return kari(" ".join(days), start=date(2027, 1, 11), agreements=(individual(averaging_weeks=52),))

    at_the_edge("hours-average", make, -2000, 3000)


@pytest.mark.parametrize("cycle", [False, True])
def test_all_hours_hold_48_a_week_over_eight_weeks(cycle):
    assert at_the_edge("total-hours", longer([50] * 7 + [34], 7, cycle=cycle), -60, 60) == 1


def test_an_agreement_that_ends_inside_the_plan_holds_on_its_own_days():
    agreed = (individual(valid_to=date(2027, 1, 12)),)

    def make(day: int) -> Callable[[int], Roster]:
        return lambda by: kari(
            " ".join(shift(8 * HOUR, 9 * HOUR + by) if at == day else "-" for at in range(7)), agreements=agreed
        )

    assert [at_the_edge("hours-day", make(day), 0, 120) for day in (0, 1, 2)] == [61, 61, 1]


@FORMS
def test_consent_to_longer_days_of_passive_duty_holds_for_such_days_alone(cycle):
    consent = (agreement("10-4 (2)", Party.AUTHORITY, hours={"day_h": 13}),)
    for minutes in edges(8, 9, 11, 13):
        for rest in (60, minutes):
            kinds = (resting("R", 6 * HOUR, minutes, rest), *THREE)
            for line in ("R - - - - - -", "R+20-21 - - - - - -", f"{shift(6 * HOUR, minutes)} R - - - - -"):
                refused("hours-day", kari(line, cycle=cycle, kinds=kinds, agreements=consent))
