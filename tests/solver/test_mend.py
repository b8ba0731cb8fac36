"""Dear breaches are mended one by one, by opening as many days round them as it takes."""

from dataclasses import replace
from threading import Barrier, Thread
from typing import Any

import pytest

from solver import judge
from solver.model import model_of
from solver.problem import Apart, Cover, Minutes, Occasions, Off, Person, Problem, Works
from solver.search import mend
from solver.search.course import Course
from solver.search.improve import Improving
from solver.search.mend import A_QUESTION, DAYS, WIDE, Mending
from solver.search.moved import moved
from solver.search.neighbourhoods import Field
from solver.search.parts import Parts, Values
from solver.search.run import Outcome, run
from solver.stretches import Shift

DAY = 24 * 60
STEP = 3
"""Days between the shifts of the chain: it is longer than what is opened first."""
LINKS = 6


def chain(*, able: bool) -> tuple[Problem, Works]:
    """Each person can work two shifts and may work one; the last is open until everybody moves one along.

    Unless all are ``able`` the first cannot work at all.
    """
    people = tuple(f"p{at}" for at in range(LINKS))
    shifts = tuple(Shift(f"s{at}", at * STEP * DAY, at * STEP * DAY + 480) for at in range(LINKS))
    limits = [Cover(one.id, (one.id,), f"open {one.id}", least=1, most=1, cost=1000) for one in shifts]
    for at, who in enumerate(people):
        mine = {f"s{at}", f"s{at - 1}"} if able or at else set()
        limits.append(Off(who, tuple(one.id for one in shifts if one.id not in mine), "not able"))
        limits.append(Occasions(who, tuple((one.id,) for one in shifts), "one each", most=1))
        limits.append(Apart(who, "two places"))
    problem = Problem(tuple(map(Person, people)), shifts, tuple(limits), LINKS * STEP * DAY)
    return problem, frozenset((f"p{at}", f"s{at - 1}") for at in range(1, LINKS))


def mending(problem: Problem, works: Works) -> tuple[Mending, Values, Parts]:
    parts = Parts(model_of(problem))
    values = run(parts.model, parts.only(works), {"num_workers": 1}, over=bool).values
    assert values is not None
    return Mending(parts, Field(parts), 0), values, parts


def test_a_chain_longer_than_what_is_opened_first_is_moved_along():
    problem, works = chain(able=True)
    assert DAYS < (LINKS - 1) * STEP
    mends, values, parts = mending(problem, works)
    assert len(mends.breaches(values)) == 1
    for _ in range(6):
        mended = mends.mended(values, bool, abs)
        values = values if mended is None else mended.values
    assert mends.breaches(values) == []
    assert not judge.broken(problem, parts.model.works(values))
    assert mends.hope(values) == 0


def test_what_nobody_can_fill_is_asked_about_ever_less():
    problem, works = chain(able=False)
    mends, values, _ = mending(problem, works)
    assert mends.hope(values) == 1
    hopes = []
    for _ in range(3):
        assert mends.mended(values, bool, abs) is None
        hopes.append(mends.hope(values))
    assert hopes == sorted(hopes, reverse=True)
    assert hopes[0] < 1
    assert hopes[-1] < hopes[0]


def test_what_two_threads_ask_at_once_is_counted_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    problem, works = chain(able=False)
    _, values, parts = mending(problem, works)
    course = Course(parts.model, seconds=60, gap=0.0, on_better=None, stop=None)
    improving = Improving(course, parts, values, 0, asks=False, mends=True)
    both = Barrier(2, timeout=60)

    def asked(*_: object, **__: object) -> Outcome:
        both.wait()
        return Outcome(None, None, None, impossible=False, optimal=False, deterministic=1.0)

    monkeypatch.setattr(mend, "run", asked)
    threads = [Thread(target=improving._mend) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert improving.spent == pytest.approx(2 * (1.0 + A_QUESTION))
    assert improving._detour.in_vain == improving.spent


def test_what_is_found_is_moved_in_a_roster_that_has_moved_elsewhere_meanwhile() -> None:
    people, shifts = ("kari", "ola"), tuple(Shift(f"s{at}", at * 20 * DAY, at * 20 * DAY + 480) for at in range(2))
    limits = tuple(Cover(one.id, (one.id,), f"open {one.id}", least=1, most=1, cost=1000) for one in shifts)
    problem = Problem(tuple(map(Person, people)), shifts, limits, 40 * DAY)
    mends, values, parts = mending(problem, frozenset())
    mended = mends.mended(values, bool, abs)
    assert mended is not None
    (filled,) = {shift for _, shift in parts.model.works(mended.values)}
    other = next(one.id for one in shifts if one.id != filled)
    _, elsewhere, _ = mending(problem, frozenset({("kari", other)}))
    part = parts.part(elsewhere, mended.free)
    both = moved(parts.model, part, elsewhere, mended.free, mended.moves, bool).values
    assert both is not None
    assert {shift for _, shift in parts.model.works(both)} == {filled, other}


def apart(count: int, *costs: int, room: int = 10_000) -> Problem:
    """Kari may work shifts that are weeks apart, each of which costs so much where it is open."""
    shifts = tuple(Shift(f"s{at}", at * 20 * DAY, at * 20 * DAY + 480) for at in range(count))
    hours = Minutes("kari", tuple((one.id, 480) for one in shifts), "hours", most=room)
    covers = (Cover(one.id, (one.id,), "open", least=1, cost=costs[at]) for at, one in enumerate(shifts))
    return Problem((Person("kari"),), shifts, (hours, *covers), 20 * count * DAY)


def begun(problem: Problem, *shifts: str) -> tuple[Improving, Values]:
    """A search from the roster in which she works these, and its values."""
    _, values, parts = mending(problem, frozenset(("kari", one) for one in shifts))
    course = Course(parts.model, seconds=60, gap=0.0, on_better=None, stop=None)
    return Improving(course, parts, values, 0, asks=False, mends=False), values


def bring(improving: Improving, before: Values, *shifts: str, opened: tuple[str, ...]) -> None:
    """She works these in what was found before, with some shifts open."""
    _, found, parts = mending(improving.course.problem, frozenset(("kari", one) for one in shifts))
    improving._bring(found, before, {parts.model.variables["kari", one] for one in opened})


def worked(improving: Improving) -> set[str]:
    return {shift for _, shift in improving.parts.model.works(improving.values)}


@pytest.mark.parametrize(
    ("costs", "room", "first", "second", "has"),
    [
        ((100, 101), 960, "s0", "s1", {"s0", "s1"}),
        ((100, 101), 480, "s0", "s1", {"s1"}),
        ((100, 101), 480, "s1", "s0", {"s1"}),
        ((100, 100), 480, "s0", "s1", {"s0"}),
    ],
)
def test_what_pays_is_kept_with_what_was_found_elsewhere_while_it_was_looked_for(
    costs: tuple[int, int], room: int, first: str, second: str, has: set[str]
) -> None:
    """Where only one of two shifts can be worked, the dearer one is; where both can, both are."""
    improving, before = begun(apart(2, *costs, room=room))
    for one in (first, second):
        bring(improving, before, one, opened=(one,))
    assert worked(improving) == has
    assert improving.cost == improving._cost(improving.values)
    assert improving.cheapest is improving.values


def test_what_is_open_and_was_not_moved_stays_as_it_is_now() -> None:
    """Both shifts were open in what gave her the one, and the other was given her elsewhere."""
    improving, before = begun(apart(2, 100, 100))
    bring(improving, before, "s0", opened=("s0",))
    bring(improving, before, "s1", opened=("s0", "s1"))
    assert worked(improving) == {"s0", "s1"}


def test_what_costs_more_with_what_was_found_elsewhere_is_dropped() -> None:
    """Of three shifts she can work all, but is paid for no more than two: the third costs more than it gains."""
    plain = apart(3, 100, 100, 100)
    few = Minutes("kari", tuple((one.id, 480) for one in plain.shifts), "few", most=960, cost=1)
    improving, before = begun(replace(plain, limits=(*plain.limits, few)), "s0")
    bring(improving, before, "s0", "s1", opened=("s1",))
    bring(improving, before, "s0", "s2", opened=("s2",))
    assert worked(improving) == {"s0", "s1"}


def test_a_part_that_pays_is_kept_with_what_was_found_while_it_was_solved(monkeypatch: pytest.MonkeyPatch) -> None:
    improving, _ = begun(apart(2, 100, 100))
    opened = {one: {improving.parts.model.variables["kari", one]} for one in ("s0", "s1")}
    ended, others = improving._ended, iter(["s1"])

    def meanwhile(*what: Any, **how: Any) -> Outcome:
        found = ended(*what, **how)
        for other in others:
            monkeypatch.setattr(improving, "_opened", lambda *_, other=other: opened[other])
            improving._open()
        return found

    monkeypatch.setattr(improving, "_opened", lambda *_: opened["s0"])
    monkeypatch.setattr(improving, "_ended", meanwhile)
    improving._open()
    assert worked(improving) == {"s0", "s1"}


def test_what_pays_is_moved_again_where_something_else_is_found_while_it_is_moved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    improving, before = begun(apart(3, 100, 100, 100))
    moving, elsewhere = improving._moved, iter(["s2"])

    def meanwhile(*what: Any) -> Values | None:
        for one in elsewhere:
            bring(improving, before, one, opened=(one,))
        return moving(*what)

    bring(improving, before, "s1", opened=("s1",))
    monkeypatch.setattr(improving, "_moved", meanwhile)
    bring(improving, before, "s0", opened=("s0",))
    assert improving.cost == 0


def test_where_the_dearest_cannot_be_had_what_is_cheaper_is_asked_about() -> None:
    """Nobody may work the dear shift: after some questions in vain the cheap one is filled, and the dear one waits."""
    shifts = tuple(Shift(f"s{at}", at * DAY, at * DAY + 480) for at in range(2))
    limits = (
        Cover("s0", ("s0",), "dear", least=1, most=1, cost=1000),
        Cover("s1", ("s1",), "cheap", least=1, most=1, cost=100),
        Off("kari", ("s0",), "not able"),
    )
    problem = Problem((Person("kari"),), shifts, limits, 2 * DAY)
    _, values, parts = mending(problem, frozenset())
    mends = Mending(parts, Field(parts), 0, (1000, 100))
    asked = 0
    while not parts.model.works(values) and asked < 20:
        mended = mends.mended(values, bool, abs)
        values = values if mended is None else mended.values
        asked += 1
    assert parts.model.works(values) == {("kari", "s1")}
    assert asked < 20


def test_a_sum_over_more_days_than_a_quarter_is_weighed_and_waits_for_the_dearest_alone() -> None:
    shifts = tuple(Shift(f"s{at}", at * DAY, at * DAY + 480) for at in range(WIDE + 1))
    hours = Minutes("kari", tuple((one.id, 480) for one in shifts), "hours", least=480 * WIDE, cost=10)
    need = Cover("s0", ("s0",), "open", least=1, cost=100)
    for limits, asked, sure in (((need, hours), 1, False), ((need,), 1, True), ((hours,), 0, False)):
        mends, values, parts = mending(Problem((Person("kari"),), shifts, limits, (WIDE + 1) * DAY), frozenset())
        assert len(mends.breaches(values)) == len(limits)
        by_level = Mending(parts, Field(parts), 0, (1000, 100))
        assert (len(by_level.breaches(values)), by_level.sure(values)) == (asked, sure)
        dearest = Mending(parts, Field(parts), 0, (100, 10))
        assert dearest.sure(values) is (asked > 0), "the dearest does not wait for what is weighed"


@pytest.mark.parametrize(("least", "asked"), [(480, 1), (481, 0)])
def test_what_is_paid_for_by_the_minute_is_as_dear_as_a_shift_of_it_however_much_it_is(least, asked) -> None:
    shifts = tuple(Shift(f"s{at}", at * DAY, at * DAY + 480) for at in range(5))
    hours = Minutes("kari", tuple((one.id, 480) for one in shifts), "hours", least=480 * 5, cost=1)
    _, values, parts = mending(Problem((Person("kari"),), shifts, (hours,), 5 * DAY), frozenset())
    assert len(Mending(parts, Field(parts), 0, (least,)).breaches(values)) == asked


def test_what_is_weighed_gets_no_dearer_for_what_is_asked_about() -> None:
    """Only Kari can fill the shift, and the minutes that this costs her are those of more than a quarter of a year."""
    shifts = tuple(Shift(f"s{at}", at * DAY, at * DAY + 480) for at in range(WIDE + 1))
    need = Cover("s0", ("s0",), "open", least=1, cost=100)
    hours = Minutes("kari", tuple((one.id, 480) for one in shifts), "hours", most=0, cost=1)
    for limits, filled in (((need,), True), ((need, hours), False)):
        _, values, parts = mending(Problem((Person("kari"),), shifts, limits, (WIDE + 1) * DAY), frozenset())
        mended = Mending(parts, Field(parts), 0, (100,)).mended(values, bool, abs)
        assert (mended is not None) is filled
