"""The ordinary week of § 10-4 is shorter for Sundays, nights and three parts, to both readings from the same minute."""

from datetime import date
from decimal import Decimal

import pytest

from roster.domain.assistant import Hours, OtherWork
from roster.domain.brief import Balances
from roster.domain.days import When
from roster.domain.help_needed import Part, ShiftKind
from roster.domain.kinds import Elsewhere, Sort
from roster.domain.roster import Roster
from roster.domain.settings import Settings
from tests.planning.loads import FORMS, HOUR, THREE, edges, kari, resting, shift, weeks_of
from tests.planning.readings import agree_on, at_the_edge, refused
from tests.rules.builders import individual, roster_of


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


@FORMS
def test_who_works_mainly_at_night_has_38_hours_a_week(cycle):
    def make(minutes: int) -> Roster:
        week = ["00-08"] * 4 + [shift(22 * HOUR, minutes), "-", "-"]
        return kari(" ".join(week * 3), cycle=cycle, agreements=(individual(averaging_weeks=3),))

    def one_week(minutes: int) -> Roster:
        return kari(" ".join(["00-08"] * 4 + [shift(22 * HOUR, minutes), "-", "-"]), cycle=cycle)

    assert at_the_edge("hours-average", make, 1, 8 * HOUR) == 6 * HOUR + 1
    assert at_the_edge("hours-week", one_week, 1, 8 * HOUR) == 6 * HOUR + 1


MUCH_NIGHT = "C A B B - C - A C C - B B -"
LITTLE_NIGHT = "A A B - - C B A A A B B - -"


def three_parts(
    day: Sort, evening: Sort, night: Sort, minutes: int = 7 * HOUR, line: str = MUCH_NIGHT, **more: object
) -> Roster:
    """37 hours a week, every other Sunday touched by a night: not round, and with much night over 40 with R."""
    kinds = (
        ShiftKind("A", "A", 8 * HOUR, 7 * HOUR, day),
        ShiftKind("B", "B", 15 * HOUR, minutes, evening),
        ShiftKind("C", "C", 22 * HOUR, 8 * HOUR, night),
    )
    return kari(" ".join([line] * 2), kinds=kinds, **more)


@FORMS
@pytest.mark.parametrize(
    ("sorts", "three"),
    [
        ((Sort.DAY, Sort.EVENING, Sort.NIGHT), True),
        ((Sort.EVENING, Sort.EVENING, Sort.NIGHT), False),
        ((Sort.DAY, Sort.DAY, Sort.NIGHT), False),
        ((Sort.DAY, Sort.EVENING, Sort.EVENING), False),
    ],
)
def test_a_turnus_without_days_evenings_or_nights_has_not_three_parts(sorts, three, cycle):
    agreed = (individual(averaging_weeks=2),)
    assert refused("hours-average", three_parts(*sorts, cycle=cycle, agreements=agreed)) is three


@pytest.mark.parametrize("line", [MUCH_NIGHT, LITTLE_NIGHT], ids=["much night", "little night"])
@pytest.mark.parametrize("start", [date(2027, 10, 25), date(2026, 3, 23)])
def test_hours_compensated_are_too_many_only_by_both_measures_of_the_clock(start, line):
    def make(minutes: int) -> Roster:
        agreed = (individual(averaging_weeks=2, signed=date(2025, 12, 1)),)
        sorts = (Sort.DAY, Sort.EVENING, Sort.NIGHT)
        return three_parts(*sorts, minutes, line, start=start, agreements=agreed)

    at_the_edge("hours-average", make, 60, 10 * HOUR)


@FORMS
@pytest.mark.parametrize("line", ["H N - K K - A A N H - K K -", "H - K K - A A A - H K K - -"])
def test_passive_duty_counts_as_little_in_the_hours_compensated(line, cycle):
    def make(minutes: int) -> Roster:
        kinds = (*THREE, ShiftKind("A", "A", 8 * HOUR, minutes, Sort.DAY), resting("H", 22 * HOUR, 8 * HOUR, 6 * HOUR))
        return kari(f"{line} {line}", cycle=cycle, kinds=kinds, agreements=(individual(averaging_weeks=2),))

    at_the_edge("hours-average", make, 60, 20 * HOUR)


def test_what_was_worked_before_the_plan_counts_though_the_position_is_short():
    def make(before: int) -> Roster:
        brought = Balances("kari", averaging_minutes=before, averaging_weeks=1)
        line = " ".join(["08-15"] * 5 + ["-", "-"])
        return roster_of(kari=line, balances=(brought,), agreements=(individual(averaging_weeks=2),))

    assert at_the_edge("hours-average", make, 35 * HOUR, 60 * HOUR) == 45 * HOUR + 1


@FORMS
def test_work_elsewhere_for_the_same_employer_counts_though_the_position_is_short(cycle):
    def make(minutes: int) -> Roster:
        other = OtherWork(Hours(When(frozenset({5})), 8 * HOUR, 8 * HOUR + minutes), Elsewhere.SAME)
        line = " ".join(["08-15"] * 5 + ["-", "-"])
        return roster_of(kari=line, cycle=cycle, people={"kari": {"elsewhere": (other,)}})

    assert at_the_edge("hours-week", make, 60, 600) == 5 * HOUR + 1


def test_who_worked_too_much_before_the_plan_may_still_be_planned_no_work():
    brought = Balances("kari", averaging_minutes=90 * HOUR, averaging_weeks=1)
    assert not refused(
        "hours-average", kari("- - - - - - -", balances=(brought,), agreements=(individual(averaging_weeks=2),))
    )
