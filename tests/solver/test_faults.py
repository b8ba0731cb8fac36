"""What cannot be meant in a problem is told, all at once, before anything is looked for."""

from collections.abc import Callable
from typing import Any

import pytest

from solver.closely import solve_closely
from solver.explain import explain
from solver.faults import DEAREST, SHOWN, ProblemError, check, faults_of
from solver.problem import (
    AllOrNone,
    AnyOf,
    Apart,
    Balance,
    Company,
    Cover,
    Fixed,
    InARow,
    Limit,
    Minutes,
    Occasions,
    Off,
    Pattern,
    Person,
    Problem,
    Share,
    Succession,
)
from solver.rest import FreeBlocks, RestInWindow, RestOwed, Week
from solver.result import Impossible, Made, Reasons
from solver.solve import solve
from solver.stretches import Shift, Span
from tests.solver.edges import DAY

SHIFTS = tuple(Shift(f"s{at}", at * DAY + 480, at * DAY + 960) for at in range(3))
PEOPLE = (Person("kari"), Person("ola"))


def problem(*limits: Limit, shifts: tuple[Shift, ...] = SHIFTS, people: tuple[Person, ...] = PEOPLE) -> Problem:
    return Problem(people, shifts, limits, 3 * DAY)


def faults(*limits: Limit) -> list[str]:
    return list(faults_of(problem(*limits)))


WHOLE: tuple[Limit, ...] = (
    Off("kari", ("s0",), "off", cost=0),
    Fixed("kari", ("s0",), "fixed"),
    Apart("kari", "apart"),
    Succession("kari", (("s0", "s1"),), "succession"),
    Minutes("kari", (("s0", 480),), "minutes", most=480, cost=DEAREST),
    Minutes(None, (("s0", 480),), "of several", most=480, people=("kari", "ola")),
    Occasions("kari", (("s0", "s1"),), "occasions", most=1),
    InARow("kari", (("s0",), ("s1",)), "in a row", most=1),
    AllOrNone("kari", ((("s0",), ("s1",)),), "all or none"),
    Pattern("kari", (((("s0",), True), (("s1",), False)),), "pattern"),
    Cover("c", ("s0",), "cover", least=1, people=("ola",), works=(("kari", "s0"),)),
    Company("kari", "ola", (("s0",),), together=True, because="company"),
    Balance((Share("kari", 1, (("s0",),)), Share("ola", 2, (("s0",),))), "balance", cost=3),
    AnyOf((Occasions("kari", (("s0",),), "option", most=0),), "any of", cost=1),
    RestInWindow("kari", 660, DAY, "rest", starts=("s0",), work=(Shift("elsewhere", 0, 60),)),
    RestOwed("kari", 660, 60, "owed"),
    FreeBlocks("kari", 2100, (Week(Span(0, 3 * DAY), ()),), "blocks"),
)


def test_a_problem_that_can_be_meant_has_no_fault() -> None:
    assert faults(*WHOLE) == []
    check(problem(*WHOLE))


NOBODY: tuple[Limit, ...] = (
    Off("eva", ("s0",), "off"),
    Fixed("eva", ("s0",), "fixed"),
    Apart("eva", "apart"),
    Succession("eva", (("s0", "s1"),), "succession"),
    Minutes("eva", (("s0", 480),), "minutes"),
    Minutes(None, (("s0", 480),), "of several", people=("kari", "eva")),
    Occasions("eva", (("s0",),), "occasions"),
    InARow("eva", (("s0",),), "in a row"),
    AllOrNone("eva", ((("s0",), ("s1",)),), "all or none"),
    Pattern("eva", (((("s0",), True),),), "pattern"),
    Cover("c", ("s0",), "cover", people=("eva",)),
    Cover("c", ("s0",), "cover", works=(("eva", "s0"),)),
    Company("kari", "eva", (("s0",),), together=True, because="company"),
    Company("eva", "kari", (("s0",),), together=True, because="company"),
    Balance((Share("eva", 1, (("s0",),)),), "balance", cost=3),
    AnyOf((Occasions("eva", (("s0",),), "option"),), "any of"),
    RestInWindow("eva", 660, DAY, "rest"),
    RestOwed("eva", 660, 60, "owed"),
    FreeBlocks("eva", 2100, (), "blocks"),
)


@pytest.mark.parametrize("limit", NOBODY, ids=lambda one: type(one).__name__)
def test_whom_a_limit_names_is_somebody(limit: Limit) -> None:
    (fault,) = faults(limit)
    assert fault.startswith(f"{type(limit).__name__} {limit.because!r}")
    assert fault.endswith("'eva' is nobody of the problem")


NO_SHIFT: tuple[Limit, ...] = (
    Off("kari", ("s9",), "off"),
    Fixed("kari", ("s9",), "fixed"),
    Succession("kari", (("s0", "s9"),), "succession"),
    Minutes("kari", (("s9", 480),), "minutes"),
    Occasions("kari", (("s0", "s9"),), "occasions"),
    InARow("kari", (("s9",),), "in a row"),
    AllOrNone("kari", ((("s0",), ("s9",)),), "all or none"),
    Pattern("kari", (((("s9",), False),),), "pattern"),
    Cover("c", ("s9",), "cover"),
    Cover("c", (), "cover", works=(("kari", "s9"),)),
    Company("kari", "ola", (("s9",),), together=True, because="company"),
    Balance((Share("kari", 1, (("s9",),)),), "balance", cost=3),
    AnyOf((Minutes("kari", (("s9", 1),), "option"),), "any of"),
    RestInWindow("kari", 660, DAY, "rest", starts=("s9",)),
)


@pytest.mark.parametrize("limit", NO_SHIFT, ids=lambda one: type(one).__name__)
def test_which_shift_a_limit_names_is_one(limit: Limit) -> None:
    (fault,) = faults(limit)
    assert fault.endswith("'s9' is no shift of the problem")


TEXTS: tuple[Callable[[Any], Limit], ...] = (
    lambda text: Off("kari", text, "off"),
    lambda text: Fixed("kari", text, "fixed"),
    lambda text: Succession("kari", (text,), "succession"),
    lambda text: Occasions("kari", (text,), "occasions"),
    lambda text: InARow("kari", text, "in a row"),
    lambda text: AllOrNone("kari", ((text,),), "all or none"),
    lambda text: Pattern("kari", (((text, True),),), "pattern"),
    lambda text: Cover("c", text, "cover"),
    lambda text: Company("kari", "ola", text, together=True, because="company"),
    lambda text: Balance((Share("kari", 1, text),), "balance", cost=3),
    lambda text: AnyOf((Occasions("kari", (text,), "option"),), "any of"),
    lambda text: RestInWindow("kari", 660, DAY, "rest", starts=text),
)


@pytest.mark.parametrize("of", TEXTS)
def test_a_forgotten_comma_is_told_of_as_what_it_is(of: Callable[[Any], Limit]) -> None:
    (fault,) = faults(of("s0"))
    assert fault.endswith("'s0' is a text where a tuple belongs: ('s0',)")


@pytest.mark.parametrize("cost", [-1, DEAREST + 1, 2.5])
def test_a_price_is_a_whole_number_of_points_from_none_up(cost: Any) -> None:
    limits = (
        Off("kari", ("s0",), "off", cost=cost),
        Cover("c", ("s0",), "cover", cost=0, over_cost=cost),
        FreeBlocks("kari", 2100, (), "blocks", loose_cost=cost),
    )
    found = faults(*limits)
    assert [one.split(": ")[1].split(" is ")[0] for one in found] == ["cost", "over_cost", "loose_cost"]
    assert all(f"is {cost!r}, not a whole number" in one for one in found)


def test_what_else_cannot_be_meant() -> None:
    share = Share("kari", 0, (("s0",),))
    assert faults(Balance((share,), "fair", 1)) == ["Balance 'fair': the weight of 'kari' is 0, not above 0"]
    assert faults(AnyOf((), "any")) == ["AnyOf 'any': there is nothing to choose from"]
    assert "one person or of several" in faults(Minutes("kari", (), "m", people=("ola",)))[0]


def test_history_lies_before_the_roster_and_shifts_before_its_end() -> None:
    past = (Person("kari", past=("s1",)),)
    (fault,) = faults_of(problem(people=past))
    assert fault.startswith("'kari' has worked 's1', which does not begin before minute 0")
    for start, count in ((-480, 0), (0, 1)):
        first = Shift("first", start, start + 480)
        assert len(list(faults_of(problem(shifts=(first,), people=(Person("kari", past=("first",)),))))) == count
    last, late = Shift("last", 3 * DAY - 1, 3 * DAY + 60), Shift("late", 3 * DAY, 3 * DAY + 60)
    assert list(faults_of(problem(shifts=(last,)))) == []
    assert list(faults_of(problem(shifts=(late,)))) == ["shift 'late' begins at 4320, not before the horizon 4320"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda one: solve(one, seconds=1),
        lambda one: solve_closely(one, start=frozenset(), seconds=1),
        lambda one: explain(one, seconds=1),
    ],
)
def test_all_are_told_of_at_once_wherever_a_problem_comes_in(ask: Callable[[Problem], object]) -> None:
    many = [Off("eva", ("s9",), f"off {at}", cost=-1) for at in range(SHOWN)]
    with pytest.raises(ProblemError) as told:
        ask(problem(*many))
    assert len(told.value.faults) == 3 * SHOWN
    lines = str(told.value).splitlines()
    assert (len(lines), lines[-1]) == (SHOWN + 2, f"and {2 * SHOWN} more")


@pytest.mark.parametrize(
    "limit",
    [
        Minutes("kari", (("s0", 480),), "sum", least=481, most=480),
        Occasions("kari", (("s0",),), "sum", least=1, most=0),
        Cover("c", ("s0",), "sum", least=2, most=1),
    ],
)
def test_ends_that_cannot_both_be_kept_are_impossible_and_no_fault(limit: Limit) -> None:
    asked = problem(limit)
    assert faults(limit) == []
    assert isinstance(solve(asked, seconds=5), Impossible)
    assert explain(asked, seconds=5) == Reasons(("sum",), proven=True)


def test_ends_that_touch_can_be_kept() -> None:
    answer = solve(problem(Minutes("kari", (("s0", 480),), "sum", least=480, most=480)), seconds=5)
    assert isinstance(answer, Made)
    assert answer.works == {("kari", "s0")}
