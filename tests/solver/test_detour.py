"""What a roster breaks is made dearer for a while, where nothing near it is cheaper."""

import pytest

from solver.model import model_of
from solver.problem import AllOrNone, Cover, Minutes, Off, Person, Problem
from solver.search.course import Course
from solver.search.detour import DEARER, FAR, LEASH, REST, TURNS, WAIT, Detour, more
from solver.search.improve import A_TRY, AFTER, EFFORT, Improving
from solver.search.mend import WIDE, Mending
from solver.search.parts import Parts, Values
from solver.search.run import Outcome, run
from solver.stretches import Shift

DAY = 24 * 60
NOTHING = Outcome(None, None, None, impossible=False, optimal=False, deterministic=0.1)


def valued(parts: Parts, *shifts: str) -> Values:
    """Kari works these."""
    values = run(
        parts.model, parts.only(frozenset(("kari", one) for one in shifts)), {"num_workers": 1}, over=bool
    ).values
    assert values is not None
    return values


def improving(problem: Problem, *shifts: str, mends: bool = True) -> tuple[Improving, Course]:
    course = Course(model_of(problem), seconds=None, gap=0.0, on_better=None, stop=None)
    return Improving(course, course.parts, valued(course.parts, *shifts), 0, asks=True, mends=mends), course


def behind_a_hill(*, least: int = 0) -> Problem:
    """Kari would be free on both days (100 points for the first), and is paid 150 for one day by itself."""
    shifts = (Shift("s", 0, 480), Shift("u", 20 * DAY, 20 * DAY + 480))
    limits = (
        Off("kari", ("s",), "wish", cost=100),
        AllOrNone("kari", ((("s",), ("u",)),), "both or none", cost=150),
        Minutes("kari", (("s", 1), ("u", 1)), "hours", least=least),
    )
    return Problem((Person("kari"),), shifts, limits, 21 * DAY)


def test_the_dearest_comes_first_and_counts_less_each_time() -> None:
    detour = Detour([(0, 100), (1, 60), (2, 1000)])
    values = [1, 1, 0]
    seen = []
    for _ in range(5):
        breach = detour.next(values, 0)
        assert breach is not None
        detour.turn(breach)
        assert detour.dearer == {breach: DEARER * (100, 60)[breach]}
        seen.append(breach)
        detour.end()
    assert seen == [0, 1, 0, 0, 1]


def test_what_is_dearer_already_is_not_chosen_again() -> None:
    detour = Detour([(0, 100), (1, 10)])
    detour.turn(0)
    assert detour.next([1, 1], 0) == 1


def test_no_more_are_dearer_at_once_and_none_from_too_far_away() -> None:
    detour = Detour((at, 10) for at in range(TURNS + 1))
    values = [1] * (TURNS + 1)
    assert detour.next(values, FAR * 10) is not None
    assert detour.next(values, FAR * 10 + 1) is None
    for turn in range(TURNS):
        breach = detour.next(values, 0)
        assert breach is not None
        detour.turn(breach)
        assert more(detour.dearer, values) == (turn + 1) * DEARER * 10
    assert detour.next(values, 0) is None
    detour.end()
    assert not detour.on
    assert detour.next([0] * len(values), 0) is None


def test_it_is_time_where_nothing_was_gained_for_so_long() -> None:
    for on, wait in ((False, WAIT), (True, LEASH)):
        detour = Detour([(0, 10)])
        detour.went(100.0)
        detour.end()
        if on:
            detour.turn(0)
        assert detour.on is on
        detour.went(wait)
        assert not detour.is_due
        detour.went(0.001)
        assert detour.is_due
        detour.gained()
        assert detour.in_vain == 0
        detour.went(wait - 0.001)
        assert not detour.is_due


@pytest.mark.parametrize(("took", "wait"), [(0.5, WAIT), (WAIT / REST, WAIT), (3 * WAIT / REST, 3 * WAIT)])
def test_a_long_detour_is_followed_by_a_part_of_it_without_one(took: float, wait: float) -> None:
    detour = Detour([(0, 10), (1, 10)])
    detour.went(50.0)
    for breach in (0, 1):
        detour.turn(breach)
        detour.went(took / 2)
    detour.end()
    for _ in range(2):
        detour.went(wait - 0.001)
        assert not detour.is_due
        detour.went(0.002)
        assert detour.is_due
        detour.end()  # what is cheaper without a detour does not shorten the wait


def test_what_is_spent_beside_the_search_is_no_search_in_vain() -> None:
    search, _ = improving(behind_a_hill(), "s", "u", mends=False)
    search.spend(100 * WAIT)
    assert (search.spent, search._detour.in_vain) == (100 * WAIT, 0)
    search._spend(WAIT)
    assert (search.spent, search._detour.in_vain) == (101 * WAIT, WAIT)


def test_a_part_in_vain_counts_with_what_it_takes_besides(monkeypatch: pytest.MonkeyPatch) -> None:
    search, _ = improving(behind_a_hill(), "s", "u", mends=False)
    monkeypatch.setattr(search, "_ended", lambda *_: NOTHING)
    search._open()
    assert search.spent == pytest.approx(A_TRY + NOTHING.deterministic)
    assert search._detour.in_vain == search.spent


def test_a_roster_behind_one_that_is_dearer_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day at a time: with the first alone free it is 150 instead of 100, and with both it is nothing."""
    search, _ = improving(behind_a_hill(), "s", "u", mends=False)
    monkeypatch.setattr(search, "_opened", lambda *_: {search._random.choice(sorted(search.field.day))})
    for _ in range(50):
        search.step()
    assert (search.cost, search.spent < WAIT) == (100, True)
    search._spend(WAIT)
    for _ in range(50):
        search.step()
    assert search._cost(search.cheapest) == 0


def test_where_nothing_comes_of_it_the_cheapest_is_gone_on_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """She has to work one of the days: with the first free there is nothing cheaper behind."""
    search, _ = improving(behind_a_hill(least=1), "s", "u", mends=False)
    monkeypatch.setattr(search, "_opened", lambda *_: {min(search.field.day)})
    best = search.cheapest
    search._spend(WAIT)
    seen = []
    for _ in range(300):
        search.step()
        seen.append(search.cost)
    assert set(seen) == {100, 150}
    assert 100 in seen[seen.index(150) :]
    assert list(search.cheapest) == list(best)


def test_with_something_dearer_nothing_is_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kari has to work the day that she would be free, which is all there is to it."""
    problem = Problem(
        (Person("kari"),),
        (Shift("s", 0, 480), Shift("u", 600, 1000)),
        (Off("kari", ("s",), "wish", cost=100), Cover("s", ("s",), "open", least=1)),
        DAY,
    )
    for dearer, proved in ((True, []), (False, [100])):
        search, course = improving(problem, "s", mends=False)
        bounds = list[int]()
        monkeypatch.setattr(course, "proved", bounds.append)
        monkeypatch.setattr(search, "_opened", lambda *_, search=search: set(search.field.day))
        breach = search._detour.next(search.values, 0)
        assert breach is not None
        if dearer:
            search._detour.turn(breach)
        search._open()
        assert bounds == proved


def test_what_is_gained_on_the_way_counts_for_the_way_of_opening_and_for_the_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    search, _ = improving(behind_a_hill(least=1), "s", "u", mends=False)
    efforts = list[float]()
    ended = Improving._ended

    def noted(self: Improving, part: object, values: Values, seed: int, effort: float, **others: object) -> Outcome:
        efforts.append(effort)
        return ended(self, part, values, seed, effort, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(Improving, "_ended", noted)
    monkeypatch.setattr(search, "_opened", lambda *_: {min(search.field.day)})
    search._in_vain = 1000.0
    search._spend(WAIT + 1)
    for record in search.records.values():
        record.gain = 0.0
    search.step()
    assert search.cost == 150
    assert search._detour.in_vain < 1
    search.values, search.cost = list(valued(search.parts, "s", "u")), 100
    search._spend(LEASH - 1)
    search.step()
    assert search.cost == 150
    assert efforts == [EFFORT] * 2, "a detour begins with little, however long nothing was found before it"
    assert any(record.gain > 0 for record in search.records.values())
    assert search._detour.in_vain < 1
    assert search._in_vain == 1000.0


def test_a_sum_over_more_days_than_a_quarter_is_not_made_dearer() -> None:
    shifts = tuple(Shift(f"s{at}", at * DAY, at * DAY + 480) for at in range(WIDE + 1))
    for days, found in ((WIDE, True), (WIDE + 1, False)):
        hours = Minutes("kari", tuple((one.id, 480) for one in shifts[:days]), "hours", least=480, cost=10)
        search, _ = improving(Problem((Person("kari"),), shifts, (hours,), (WIDE + 1) * DAY), mends=False)
        assert (search._detour.next(search.values, 0) is not None) is found


def test_a_dearer_roster_without_a_breach_is_left_again_where_nothing_comes_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who fills the shift is paid for three times, and that is a little more than an open shift costs."""
    shifts = (Shift("s", 0, 480), Shift("u", 600, 1000))
    paid = (Minutes("kari", (("s", 1), ("u", 1)), f"tired {at}", most=0, cost=400) for at in range(3))
    problem = Problem((Person("kari"),), shifts, (Cover("s", ("s",), "open", least=1, cost=1000), *paid), DAY)
    efforts: list[float] = []

    def ended(self: Improving, part: object, values: Values, seed: int, effort: float) -> Outcome:
        efforts.append(effort)
        return NOTHING

    monkeypatch.setattr(Improving, "_ended", ended)
    monkeypatch.setattr(Improving, "_open", lambda self: self._spend(0.5))
    search, _ = improving(problem)
    best = search.cheapest
    seen = []
    for _ in range(400):
        search.step()
        seen.append(search.cost)
    assert set(seen) == {1000, 1200}
    assert set(efforts) == {AFTER}
    assert 1000 in seen[seen.index(1200) :]
    assert list(search.cheapest) == list(best)


@pytest.mark.parametrize(("tired", "goes"), [(1000 * (1 + FAR), True), (1000 * (1 + FAR) + 1, False)])
def test_it_is_gone_on_from_only_where_it_is_not_too_much_dearer(
    tired: int, goes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    shifts = (Shift("s", 0, 480), Shift("u", 600, 1000))
    paid = Off("kari", ("s",), "tired", cost=tired)
    problem = Problem((Person("kari"),), shifts, (Cover("s", ("s",), "open", least=1, cost=1000), paid), DAY)
    search, _ = improving(problem)
    monkeypatch.setattr(Mending, "sure", lambda *_: False)
    values = valued(search.parts, "s")
    breach = search._detour.next(search.values, 0)
    assert breach is not None
    assert search._stray(values, search._cost(values), breach) is goes
    assert search.cost == (tired if goes else 1000)
    assert search._detour.dearer == ({breach: DEARER * 1000} if goes else {})


def test_on_a_detour_no_mended_roster_begins_another(monkeypatch: pytest.MonkeyPatch) -> None:
    shifts = (Shift("s", 0, 480), Shift("u", 600, 1000))
    paid = Off("kari", ("s",), "tired", cost=1100)
    problem = Problem((Person("kari"),), shifts, (Cover("s", ("s",), "open", least=1, cost=1000), paid), DAY)
    search, _ = improving(problem)
    monkeypatch.setattr(Mending, "sure", lambda *_: False)
    breach = search._detour.next(search.values, 0)
    assert breach is not None
    search._detour.turn(breach)
    values = valued(search.parts, "s")
    assert not search._stray(values, search._cost(values), breach)
    assert search.cost == 1000


def test_what_is_mended_stays_so_while_the_rest_is_made_cheaper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the open shift could be made cheaper again, at the price of what was mended."""
    shifts = (Shift("s", 0, 480), Shift("u", 600, 1000))
    paid = (Minutes("kari", (("s", 1),), f"tired {at}", most=0, cost=400) for at in range(3))
    problem = Problem((Person("kari"),), shifts, (Cover("s", ("s",), "open", least=1, cost=1000), *paid), DAY)
    search, _ = improving(problem)
    ended, found = Improving._ended, list[Values | None]()

    def noted(self: Improving, part: object, values: Values, seed: int, effort: float, **others: object) -> Outcome:
        outcome = ended(self, part, values, seed, effort, **others)  # type: ignore[arg-type]
        found.append(outcome.values)
        return outcome

    monkeypatch.setattr(Improving, "_ended", noted)
    for _ in range(5):
        search._mend()
        if found:
            break
    assert [search._cost(values) for values in found if values is not None] == [1200]


def test_from_too_far_away_the_cheapest_is_gone_back_to() -> None:
    search, _ = improving(behind_a_hill(), "s", "u", mends=False)
    at_home = search.values
    for cost, dearer in ((100 + FAR * 100, 2), (100 + FAR * 100 + 1, 0)):
        other = list(valued(search.parts, "s"))
        search._detour.end()
        search._detour.turn(next(at for at, points in search.parts.costs if points == 150))
        search.values, search.cost = other, cost
        search._turn()
        assert len(search._detour.dearer) == dearer
        assert (search.values is at_home) is (dearer == 0)
        search.values, search.cost = at_home, 100


def test_of_two_that_cost_the_same_the_later_is_gone_back_to() -> None:
    search, _ = improving(behind_a_hill(), "s", "u", mends=False)
    as_dear = list(search.values)
    assert search._take(as_dear, 100)
    assert search.cheapest is search.values
    assert search.cheapest == as_dear


def test_what_was_opened_before_it_does_not_end_a_detour_unless_it_is_cheaper_than_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One thread goes on from a dearer roster, and another ends with as dear a one as where it began."""
    shifts = (Shift("s", 0, 480), Shift("u", 600, 1000))
    paid = tuple(
        Off("kari", (one.id,), f"wish {one.id}", cost=cost) for one, cost in zip(shifts, (100, 10), strict=True)
    )
    problem = Problem((Person("kari"),), shifts, (Cover("s", ("s",), "open", least=1, cost=95), *paid), DAY)
    search, _ = improving(problem, "u")
    at_hand, dearer, cheaper = search.values, valued(search.parts, "s", "u"), valued(search.parts)
    monkeypatch.setattr(Mending, "sure", lambda *_: False)
    breach = next(at for at, cost in search.parts.costs if cost == 95)
    for found, cost, on in ((at_hand, 110, True), (cheaper, 95, False)):

        def meanwhile(*_: object, found: Values = found, **__: object) -> Outcome:
            search._stray(dearer, search._cost(dearer), breach)
            return Outcome(found, None, None, impossible=False, optimal=True, deterministic=0.1)

        monkeypatch.setattr(search, "_ended", meanwhile)
        search._open()
        assert (search.cost, search._detour.on) == (cost, on)
