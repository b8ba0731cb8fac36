"""Few kinds that cover a need by the clock: as little time as trying them all finds, with a bound that holds."""

import threading
from collections.abc import Iterator
from itertools import combinations_with_replacement, product
from operator import mul
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.covering import covering
from solver.covering.bounding import prices as least_of
from solver.covering.clock import Clock, Covering, Held, NoCovering, Piece
from solver.covering.fewest import fewest_kinds
from solver.covering.first import first_cover
from solver.covering.ring import Ring

STEPS = 6


def filled(clock: Clock, found: Covering) -> bool:
    """Every step of every day has as many as it needs, and every held shift holds what it must."""
    days = len(clock.need)
    there = [[0] * clock.steps for _ in range(days)]
    for one in found.pieces:
        for day, many in enumerate(one.on):
            for step in range(one.start, one.start + one.length):
                there[(day + step // clock.steps) % days][step % clock.steps] += many
    return all(
        has >= wants for day, need in zip(there, clock.need, strict=True) for has, wants in zip(day, need, strict=True)
    )


def every_total(clock: Clock, kinds: int) -> Iterator[int]:
    """The time of every cover there is with so many kinds; days with the same need have the same shifts."""
    days = len(clock.need)
    sorts = sorted(set(clock.need))
    possible = list(product(range(clock.steps), range(clock.least, clock.most + 1)))
    most = max(1, *(many for need in clock.need for many in need))
    for some in combinations_with_replacement(possible, kinds):
        for counts in product(product(range(most + 1), repeat=kinds), repeat=len(sorts)):
            there = [[0] * clock.steps for _ in range(days)]
            total = 0
            for day, need in enumerate(clock.need):
                for (start, length), many in zip(some, counts[sorts.index(need)], strict=True):
                    total += length * many
                    for step in range(start, start + length):
                        there[(day + step // clock.steps) % days][step % clock.steps] += many
            if all(
                h >= w for has, wants in zip(there, clock.need, strict=True) for h, w in zip(has, wants, strict=True)
            ):
                yield total


need_of_day = st.lists(st.integers(0, 1), min_size=STEPS, max_size=STEPS).map(tuple)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(need_of_day, min_size=1, max_size=2), st.integers(1, 2), st.integers(1, 2))
def test_no_cover_takes_less_time_than_trying_them_all_finds(
    days: list[tuple[int, ...]], kinds: int, least: int
) -> None:
    clock = Clock(tuple(days), least, 3)
    if not clock.needed:
        return
    best = min(every_total(clock, kinds), default=None)
    found = covering(clock, kinds, seconds=20, workers=1)
    if best is None:
        assert found == NoCovering(proven=True)
        return
    assert isinstance(found, Covering)
    assert filled(clock, found)
    assert found.total == best == found.bound


def test_two_at_once_are_two_shifts() -> None:
    clock = Clock(((0, 1, 2, 2, 1, 0),), 2, 4)
    found = covering(clock, 2, seconds=20, workers=1)
    assert isinstance(found, Covering)
    assert filled(clock, found)
    assert found.total == found.bound == 6


def test_a_cover_may_run_past_midnight() -> None:
    clock = Clock(((1, 1, 0, 0, 1, 1),) * 7, 4, 4)
    found = covering(clock, 1, seconds=20, workers=1)
    assert isinstance(found, Covering)
    assert [(one.start, one.length, one.on) for one in found.pieces] == [(4, 4, (1,) * 7)]


def test_a_held_shift_takes_what_is_needed_about_it_as_far_as_it_may_reach() -> None:
    night = Held(4, 8, frozenset({0, 1}), 5)
    clock = Clock(((0, 0, 1, 0, 0, 0), (0, 0, 1, 0, 0, 0)), 1, 3, (night,))
    found = covering(clock, 0, seconds=20, workers=1)
    assert isinstance(found, Covering)
    assert found.total == found.bound == 10
    assert [(one.start, one.length, one.held) for one in found.pieces] == [(4, 5, night)]


def test_what_a_held_shift_does_meanwhile_is_covered_once() -> None:
    """Evenings end within the quarter in which the night begins: both touch it, and the one of the night is there."""
    night = Held(3, 5, frozenset({0}), 3)
    clock = Clock(((0, 0, 1, 1, 0, 0),), 1, 3, (night,))
    assert clock.needed == 3
    found = covering(clock, 0, seconds=20, workers=1)
    assert isinstance(found, Covering)
    assert filled(clock, found)
    assert found.total == found.bound == 3


def test_a_held_shift_reaches_back_over_midnight() -> None:
    night = Held(1, 3, frozenset({0, 1}), 4)
    clock = Clock(((0, 0, 0, 0, 0, 1),) * 2, 1, 3, (night,))
    found = covering(clock, 0, seconds=20, workers=1)
    assert isinstance(found, Covering)
    assert [(one.start, one.length) for one in found.pieces] == [(5, 4)]
    ring = Ring(clock)
    every = {((one.start + ring.cut) % 6, one.length) for one in ring.columns if one.held is not None}
    assert every == {(1, 2), (1, 3), (1, 4), (0, 3), (0, 4), (5, 4)}


def test_times_are_an_hour_apart_at_the_most() -> None:
    """So that kinds for eight hours and sixteen can be of twelve each."""
    eight = (1,) * 32 + (0,) * 64
    assert Ring(Clock((eight,) * 7, 32, 64)).unit == 4


def test_more_kinds_take_no_more_time() -> None:
    clock = Clock(((1, 1, 0, 1, 1, 1), (0, 1, 1, 1, 0, 0)), 2, 3)
    totals = [covering(clock, kinds, seconds=20, workers=1) for kinds in (2, 3)]
    few, more = totals
    assert isinstance(few, Covering)
    assert isinstance(more, Covering)
    assert more.total <= few.total


def test_a_kind_of_another_days_late_need_may_serve_early_need() -> None:
    """20-03 for Monday and for Wednesday, whose night nobody needs but Thursday; 8-10 for Wednesday and Thursday."""

    def day(*hours: range) -> tuple[int, ...]:
        return tuple(int(any(step in one for one in hours)) for step in range(24))

    none = day()
    mon, wed, thu = day(range(20, 23)), day(range(8, 10)), day(range(1, 3), range(8, 10))
    clock = Clock((mon, none, wed, thu, none, none, none), 1, 10)
    found = covering(clock, 2, seconds=20, workers=1)
    assert isinstance(found, Covering)
    assert filled(clock, found)
    assert found.total == found.bound == 18


def test_kinds_are_sought_from_a_cover_that_has_held_shifts_alone() -> None:
    night = Held(23, 31, frozenset(range(7)), 10)
    need = tuple(tuple(int(at == 22 and day < 6) for at in range(24)) for day in range(7))
    clock = Clock(need, 1, 10, (night,))
    like = covering(clock, 0, seconds=20, workers=1)
    assert isinstance(like, Covering)
    found = covering(clock, 2, seconds=20, workers=1, like=like)
    assert isinstance(found, Covering)
    assert filled(clock, found)
    assert found.total == found.bound == clock.needed


@pytest.mark.parametrize("kinds", [1, 2])
def test_a_cover_with_a_given_kind_takes_no_less_than_is_said_of_it(kinds: int) -> None:
    """What every cover takes that has the column, on three days of two sorts."""
    ring = Ring(Clock(((1, 0, 1, 1, 0, 0), (0, 1, 2, 0, 0, 0), (0, 1, 2, 0, 0, 0)), 1, 4))
    priced = least_of(ring, kinds, lambda: False)
    best = dict.fromkeys(range(len(ring.columns)), 1 << 30)
    for some in combinations_with_replacement(best, kinds):
        for total in totals_with(ring, some):
            for place in some:
                best[place] = min(best[place], total)
    least = min(best.values())
    assert priced.bound <= least
    assert all(said <= best[place] for place, said in enumerate(priced.with_column))
    assert any(said > least for said in priced.with_column)


def totals_with(ring: Ring, some: tuple[int, ...]) -> Iterator[int]:
    for counts in product(product(range(3), repeat=len(ring.sorts)), repeat=len(some)):
        there = [0] * len(ring.rows)
        for place, used in zip(some, counts, strict=True):
            for row, sort in ring.rows_of(ring.columns[place]):
                there[row] += used[sort]
        if all(has >= row.need for has, row in zip(there, ring.rows, strict=True)):
            yield sum(
                ring.columns[place].length * sum(map(mul, used, ring.often))
                for place, used in zip(some, counts, strict=True)
            )


def test_an_interrupt_ends_the_search_before_it_reaches_the_caller() -> None:
    """Three days in steps of a quarter of an hour are not done before somebody first asks."""

    def interrupt() -> bool:
        raise KeyboardInterrupt

    random = Random(4)
    clock = Clock(tuple(tuple(random.randrange(2) for _ in range(96)) for _ in range(3)), least=12, most=40)
    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        covering(clock, 6, seconds=60, stop=interrupt)
    assert threading.active_count() == before


def test_a_kind_reaches_no_further_than_the_longest_shift() -> None:
    """16 steps of the clock need somebody, some on one day and some on the other; each kind reaches 6 of them."""
    early, late = tuple(int(2 <= at < 10) for at in range(24)), tuple(int(12 <= at < 20) for at in range(24))
    clock = Clock((early, late), 2, 6)
    assert fewest_kinds(clock) == 3
    assert covering(clock, 2, seconds=20, workers=1) == NoCovering(proven=True)
    assert isinstance(covering(clock, 3, seconds=20, workers=1), Covering)


def test_a_need_round_the_clock_takes_kinds_that_reach_round_it() -> None:
    assert fewest_kinds(Clock(((1,) * 24,), 2, 9)) == 3
    assert fewest_kinds(Clock(((1,) * 24,), 2, 24)) == 1


def test_what_a_held_shift_may_reach_asks_for_no_kind() -> None:
    night = Held(22, 30, frozenset(range(7)), 10)
    evening = Clock((tuple(int(at in {4, 20, 21, 7}) for at in range(24)),) * 7, 2, 9, (night,))
    assert fewest_kinds(evening) == 0
    assert fewest_kinds(Clock((tuple(int(at in {4, 19}) for at in range(24)),) * 7, 2, 9, (night,))) == 1


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.lists(need_of_day, min_size=1, max_size=2), st.integers(1, 2))
def test_no_cover_has_fewer_kinds_than_there_must_be(days: list[tuple[int, ...]], kinds: int) -> None:
    clock = Clock(tuple(days), 1, 2)
    if next(every_total(clock, kinds), None) is not None:
        assert fewest_kinds(clock) <= kinds


def test_none_is_much_better_than_what_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Though neither the likely kinds nor all of them are asked for the best."""
    monkeypatch.setattr("solver.covering._Search.among", lambda *_: None)
    clock = Clock(((1, 1, 0, 1, 1, 1), (0, 1, 1, 1, 0, 0)), 2, 3)
    dear = Covering((Piece(0, 3, (1, 1)), Piece(3, 3, (1, 1))), 12, 0)
    assert filled(clock, dear)
    found = covering(clock, 3, seconds=20, workers=1, like=dear)
    assert isinstance(found, Covering)
    assert filled(clock, found)
    assert 8 <= found.total <= found.bound * 1.02
    assert found.bound <= 8


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.lists(st.integers(0, 2), min_size=STEPS, max_size=STEPS).map(tuple), min_size=2, max_size=3),
    st.integers(1, 2),
    st.lists(st.tuples(st.integers(0, STEPS - 1), st.integers(1, 3), st.integers(0, 2)), max_size=1),
)
def test_the_first_cover_fills_the_need_with_the_fewest_kinds_of_the_longest(
    days: list[tuple[int, ...]], least: int, nights: list[tuple[int, int, int]]
) -> None:
    """Each holds what it must on its days, and no kind is too short or too long."""
    held = tuple(Held(start, start + length, frozenset({1}), length + more) for start, length, more in nights)
    clock = Clock(tuple(days), least, 3, held)
    found = first_cover(clock, STEPS)
    assert found is not None
    assert filled(clock, found)
    free = [one for one in found.pieces if one.held is None]
    assert all(least <= one.length <= clock.most for one in free)
    for one in found.pieces:
        if one.held is not None:
            later = (STEPS + one.held.start - one.on.index(1) * STEPS - one.start) % (len(days) * STEPS)
            assert later + one.held.end - one.held.start <= one.length
            assert one.length <= one.held.most
    if not held:
        fewest = fewest_kinds(clock)
        assert len(free) >= fewest
        within = first_cover(clock, fewest)
        assert within is not None
        assert filled(clock, within)
        assert not fewest or first_cover(clock, fewest - 1) is None


def test_a_need_has_a_cover_where_there_is_no_time_to_look_for_one() -> None:
    """Round the clock in the week, in the day at the weekend."""
    clock = Clock((((1,) * 48),) * 5 + ((((0,) * 16) + (1,) * 20 + (0,) * 12),) * 2, 6, 18)
    found = covering(clock, 3, seconds=0, workers=1, stop=lambda: True)
    assert isinstance(found, Covering)
    assert filled(clock, found)
    assert clock.needed <= found.bound <= found.total
    assert len(found.pieces) == 3
    assert covering(clock, 2, seconds=0, workers=1, stop=lambda: True) == NoCovering(proven=False)


def test_stretches_as_they_stand_are_a_cover_without_search() -> None:
    """Mornings and evenings on one day, noon on the other: joined to two kinds where three are too many."""
    clock = Clock(((1, 1, 0, 0, 1, 1), (0, 0, 1, 1, 0, 0)), 2, 4)
    three, two = first_cover(clock, 3), first_cover(clock, 2)
    assert three is not None
    assert two is not None
    assert filled(clock, three)
    assert filled(clock, two)
    assert (three.total, two.total) == (6, 10)
    found = covering(clock, 3, seconds=0, workers=1, stop=lambda: True)
    assert isinstance(found, Covering)
    assert found.total == 6


def test_kinds_end_and_begin_at_good_times_where_others_take_no_less() -> None:
    clock = Clock(((1,) * 12,), 1, 4, shunned=frozenset(at for at in range(12) if at not in {3, 7, 11}))
    found = covering(clock, 3, seconds=20, workers=1)
    assert isinstance(found, Covering)
    assert [(one.start, one.length) for one in found.pieces] == [(3, 4), (7, 4), (11, 4)]
