"""Positions from need alone: every answer is a brief with a lawful turnus that fits it to the minute a week."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roster.checking.check import check
from roster.domain.brief import Brief
from roster.domain.days import ALL_WEEKDAYS, When
from roster.domain.frame import frame_of
from roster.domain.help_needed import Need, ShiftKind
from roster.domain.kinds import Form, Position, Sort, Tariff
from roster.domain.roster import Roster
from roster.domain.statistics import statistics
from roster.domain.vedtak import VedtakLine
from roster.planning.buffer import YEAR_WEEKS, buffer_of
from roster.planning.plan import Former, make_plan
from roster.planning.position_proof import percent_of
from roster.planning.position_sizes import Bounds, Guess, guesses, load_of, next_guess
from roster.planning.positions import Staffing, positions
from roster.planning.result import Planned
from tests.planning.cases import ALWAYS, brief

DAY = ShiftKind("D", "Dag", 8 * 60, 6 * 60, Sort.DAY)
LATE = ShiftKind("K", "Kveld", 15 * 60, 6 * 60, Sort.EVENING)
WEEKDAYS = frozenset(range(5))


def every_day(weeks: int = 6, **more: object) -> Brief:
    """42 hours a week, one at a time, and nobody hired."""
    needs = (Need("D", When(ALL_WEEKDAYS), 1),)
    return replace(brief(Form.CYCLE, weeks, (DAY, LATE), needs), **{"assistants": (), **more})  # type: ignore[arg-type]


def asked(of: Brief, count: int = 2, bounds: Bounds | None = None) -> Staffing:
    def lawful(roster: Roster) -> bool:
        return not check(roster).fails

    return positions(of, bounds or Bounds(), lawful, count=count, seconds=60, workers=1, first=True)


@pytest.mark.parametrize(
    "of",
    [
        every_day(),
        every_day(needs=(Need("D", When(WEEKDAYS), 1), Need("K", When(WEEKDAYS), 1))),
    ],
    ids=["every day", "no weekends"],
)
def test_each_answer_is_a_brief_with_a_lawful_turnus(of: Brief) -> None:
    found = asked(of)
    assert found.answers
    for one in found.answers:
        again = Roster(frame_of(one.brief), one.roster.works)
        assert not again.open
        assert not check(again).fails
        for position in one.positions:
            worked = Fraction(one.statistics.of(position.id).paid, again.frame.weeks)
            assert 0 <= position.contract_week - worked < 1
        permanent = sum((each.contract_week for each in one.positions), Fraction(0))
        assert abs(permanent + one.substitute - found.load.need) < len(one.positions)


def test_a_turnus_planned_from_the_answer_fits_its_positions_to_the_minute() -> None:
    (one,) = asked(every_day(2), count=1, bounds=Bounds(every=2)).answers
    former = Former(one.roster, keep=True)
    found = make_plan(one.brief, seconds=5, workers=1, former=former, bare=True)
    assert isinstance(found, Planned)
    assert not check(found.plan.roster).fails
    for position in one.positions:
        worked = Fraction(statistics(found.plan.roster).of(position.id).paid, 2)
        assert 0 <= position.contract_week - worked < 1


@pytest.mark.slow
def test_bigger_positions_fewer_weekends_and_less_vikar_are_not_all_had_at_once() -> None:
    answers = asked(every_day(), count=3).answers
    marks = [(one.mean, one.every, -one.substitute) for one in answers]
    assert len(marks) > 1
    for one in marks:
        assert not any(other != one and all(a >= b for a, b in zip(other, one, strict=True)) for other in marks)


def test_the_bounds_hold() -> None:
    bounds = Bounds(fewest=3, most=4, smallest=Decimal(20), every=3)
    answers = asked(every_day(), count=2, bounds=bounds).answers
    assert answers
    for one in answers:
        assert 3 <= len(one.positions) <= 4
        assert one.every == 3
        assert all(one.statistics.of(each.id).weekends <= 2 for each in one.positions)


def test_who_stays_has_the_position_they_had() -> None:
    kari = replace(brief(Form.CYCLE, 6, (DAY,), ()).assistants[0], percent=Decimal(50), wants_up_to=None)
    of = every_day(12, assistants=(kari,))
    (one,) = asked(of, count=1, bounds=Bounds(keep=("kari",))).answers
    assert one.roster.frame.weeks == 12
    assert one.brief.assistant("kari") == kari
    assert "kari" not in one.new
    assert one.positions


def test_need_beyond_the_vedtak_is_told_before_anything_is_tried() -> None:
    of = every_day()
    poor = replace(of, vedtak=replace(of.vedtak, lines=(VedtakLine("V", ALWAYS, per_week=40 * 60),)))
    found = asked(poor)
    assert found.over == 2 * 60
    assert not found.answers
    assert not found.unproven


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 3), st.sampled_from([2, 3, 4, None]), st.integers(1, 6), st.sampled_from([Decimal(10), Decimal(45)])
)
def test_guesses_share_out_the_whole_need_within_the_bounds(
    at_once: int, every: int | None, most: int, smallest: Decimal
) -> None:
    of = every_day(needs=(Need("D", When(ALL_WEEKDAYS), at_once),))
    load = load_of(frame_of(of))
    found = guesses(of, load, Bounds(most=most, smallest=smallest, every=every))
    full_time = 35.5 * 60
    for one in found:
        assert 1 <= one.people <= most
        assert smallest <= one.percent <= 100
        assert every in (None, one.every)
        assert float(one.people * one.percent) / 100 * full_time + float(one.substitute) == pytest.approx(
            float(load.need)
        )


def test_a_guess_that_failed_gives_way_to_the_next_best() -> None:
    of = every_day()
    left = list(guesses(of, load_of(frame_of(of)), Bounds(every=2)))
    tried: list[Guess] = []
    while (one := next_guess(left, ())) is not None:
        left.remove(one)
        tried.append(one)
    assert not left
    without_vikar = [one.people for one in tried if not one.substitute]
    assert without_vikar == sorted(without_vikar)


def test_a_percent_is_never_less_than_the_hours() -> None:
    assert percent_of(Fraction(2130), 2130) == 100
    assert percent_of(Fraction(600), 2130) == Decimal("28.17")


def test_vacation_is_25_days_and_a_week_more_from_the_year_one_turns_60() -> None:
    young, old = (
        replace(brief(Form.CYCLE, 6, (DAY,), ()).assistants[0], id=name, percent=Decimal(50), born=born)
        for name, born in (("ung", 1990), ("eldre", 1967))
    )
    week = young.contract_week
    known = buffer_of((young, old), brief(Form.CYCLE, 6, (DAY,), ()).period.start, Decimal(10))
    assert known.older == ("eldre",)
    assert known.vacation == week * 25 / 6 + week * 31 / 6
    assert known.sick == (2 * week * YEAR_WEEKS - known.vacation) / 10
    vikar = replace(young, position=Position.SUBSTITUTE)
    assert buffer_of((vikar,), ALWAYS.first, None).away == 0


def test_the_full_time_week_is_that_of_the_agreement() -> None:
    none = every_day()
    none = replace(none, arrangement=replace(none.arrangement, tariff=Tariff.NONE))
    (one,) = asked(none, count=1).answers
    assert {each.full_time_week for each in one.positions} == {2250}
