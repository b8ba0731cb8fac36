"""A line of weeks is decided by flows as it is by the plain model, and by trying every line there is."""

from dataclasses import dataclass, replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver import judge
from solver.meaning.worked import Worked
from solver.model import model_of
from solver.problem import Apart, Cover, InARow, Minutes, Pattern, Person, Problem, Succession, Works
from solver.result import Impossible, Made
from solver.search.circulation.circulate import Decided, decide
from solver.search.circulation.recognise import recognised
from solver.search.run import run
from solver.solve import solve
from solver.stretches import Shift

DAY = 24 * 60
OFF = "-"


@dataclass(frozen=True)
class Asked:
    """A line of ``weeks`` weeks; ``need`` by kind and weekday, least and most."""

    weeks: int
    need: dict[str, tuple[tuple[int, int | None], ...]]
    blocks: dict[str, tuple[int | None, int | None]]
    work: tuple[int | None, int | None] = (None, None)
    off: tuple[int | None, int | None] = (None, None)
    sequences: tuple[str, ...] = ()
    minutes: int = 1200

    def problem(self) -> Problem:
        kinds, days = list(self.need), range(7 * self.weeks)
        shifts = tuple(
            Shift(f"{day}{kind}", day * DAY + at, day * DAY + at + self.minutes)
            for day in days
            for at, kind in enumerate(kinds)
        )
        worked = tuple(tuple(f"{day}{kind}" for kind in kinds) for day in days)
        limits = [Apart("line", "apart"), InARow("line", worked, "work", *self.work)]
        limits.append(InARow("line", worked, "off", *self.off, off=True))
        for kind in kinds:
            limits.append(InARow("line", tuple((f"{day}{kind}",) for day in days), "block", *self.blocks[kind]))
            for weekday, (least, most) in enumerate(self.need[kind]):
                names = tuple(f"{day}{kind}" for day in days if day % 7 == weekday)
                limits.append(Cover(f"{weekday}{kind}", names, "need", least, most))
        for one in self.sequences:
            if len(one) == 2 and OFF not in one:
                pairs = tuple((f"{day}{one[0]}", f"{(day + 1) % len(days)}{one[1]}") for day in days)
                limits.append(Succession("line", pairs, one))
            else:
                limits.append(Pattern("line", tuple(tuple(self._steps(one, day)) for day in days), one))
        return Problem((Person("line"),), shifts, tuple(limits), len(days) * DAY, len(days) * DAY)

    def _steps(self, sequence: str, first: int):
        for ahead, name in enumerate(sequence):
            day = (first + ahead) % (7 * self.weeks)
            if name == OFF:
                yield tuple(f"{day}{kind}" for kind in self.need), False
            else:
                yield (f"{day}{name}",), True


def asked(weeks: int, need: dict[str, str], **more) -> Asked:
    """``need`` a digit for each weekday."""
    exact = {kind: tuple((int(one), int(one)) for one in days) for kind, days in need.items()}
    return Asked(weeks, exact, {kind: more.pop(kind, (None, None)) for kind in need}, **more)


def by_flows(problem: Problem) -> Decided:
    line = recognised(problem)
    assert line is not None
    return decide(problem, line, seed=0, left=None, over=lambda: False)


def there_is_one(problem: Problem) -> bool:
    """What the plain model says."""
    model = model_of(problem)
    ended = run(model, model.model, {"num_workers": 1}, over=lambda: False)
    assert ended.impossible or ended.works is not None
    return ended.works is not None


def agreed(problem: Problem, possible: bool) -> None:
    decided = by_flows(problem)
    assert decided.impossible == (not possible)
    assert (decided.works is not None) == possible
    if decided.works is not None:
        assert judge.broken(problem, decided.works) == ()


@st.composite
def lines(draw, weeks: int, kinds: str) -> Problem:
    """Need that a drawn line would meet, or nearly; half of the bounds a little loose."""
    word = draw(st.lists(st.sampled_from(OFF * 2 + kinds * 2), min_size=7 * weeks, max_size=7 * weeks))
    if draw(st.booleans()):
        block = draw(st.integers(1, 4)), draw(st.integers(1, 4))
        turn = [draw(st.sampled_from(kinds))] * block[0] + [OFF] * block[1]
        word = (turn * 7 * weeks)[: 7 * weeks]
    need = {}
    for kind in kinds:
        counts = [sum(word[at] == kind for at in range(weekday, 7 * weeks, 7)) for weekday in range(7)]
        loose = draw(st.sampled_from([0, 0, 1]))
        need[kind] = tuple((max(0, one - loose), draw(st.sampled_from([one + loose, None]))) for one in counts)

    def bounds(least: int, most: int) -> tuple[int | None, int | None]:
        low = draw(st.none() | st.integers(1, least))
        return low, draw(st.none() | st.integers(max(low or 1, 2), most))

    sequences = st.lists(
        st.lists(st.sampled_from(kinds + OFF), min_size=1, max_size=3).map("".join).filter(lambda one: one.strip(OFF)),
        max_size=3,
    )
    return Asked(
        weeks,
        need,
        {kind: bounds(2, 5) for kind in kinds},
        bounds(3, 7),
        bounds(3, 8),
        tuple(draw(sequences)),
        draw(st.sampled_from([600, 1200, 1439, 1450])),
    ).problem()


@given(st.one_of(lines(weeks, kinds) for weeks in (1, 2, 3, 4) for kinds in ("D", "DN", "DAN")))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
def test_flows_and_the_plain_model_agree(problem):
    if recognised(problem) is not None:
        agreed(problem, there_is_one(problem))


@given(st.one_of(lines(1, "D"), lines(1, "DN")))
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
def test_flows_find_a_line_where_one_of_all_lines_will_do(problem):
    if recognised(problem) is not None:
        agreed(problem, any(is_lawful(Worked(problem, works)) for works in every_line(problem)))


def is_lawful(has: Worked) -> bool:
    """The first limit that a line passes is enough: most of the lines pass one."""
    return not any(judge.is_broken(has, limit) for limit in has.problem.limits)


def every_line(problem: Problem) -> list[Works]:
    kinds = len(problem.shifts) * DAY // problem.horizon
    days = [problem.shifts[first : first + kinds] for first in range(0, len(problem.shifts), kinds)]
    choices = product(*((None, *day) for day in days))
    return [frozenset(("line", one.id) for one in line if one is not None) for line in choices]


MADE = {
    "one week": asked(1, {"D": "1111100"}, D=(2, 5), work=(5, 5), off=(2, 2)),
    "a block over the seam": asked(1, {"D": "1110011"}, work=(5, 5), off=(2, 2)),
    "days off over the seam": asked(1, {"D": "0111110"}, off=(2, 2)),
    "no work on some weekdays": asked(3, {"D": "2220000", "N": "0001100"}, work=(1, 3)),
    "no work at all": asked(2, {"D": "0000000"}),
    "work every day": asked(2, {"D": "1111111", "N": "1111111"}),
    "work every day, of which none is a block too short": asked(1, {"D": "1111111"}, D=(9, None), work=(8, None)),
    "two blocks of all nights and all days": asked(2, {"D": "1111111", "N": "1111111"}, D=(7, 7), N=(7, 7)),
    "nobody on the same shift for long": asked(2, {"D": "1111111", "N": "1111111"}, D=(1, 1), N=(1, 1)),
    "from one rhythm into another": asked(3, {"D": "2222222"}, work=(3, 5), off=(1, 3)),
}
IMPOSSIBLE = {
    "a block too long over the seam": asked(1, {"D": "1110011"}, work=(1, 4)),
    "work every day where a block must end": asked(2, {"D": "2222222"}, work=(1, 13)),
    "work every day where a block must end after more": asked(1, {"D": "1111111"}, work=(1, 20)),
    "more need than days": asked(1, {"D": "1111111", "N": "1000000"}),
    "two lines that never meet": asked(
        2, {"D": "1111100", "N": "1111100"}, off=(2, 2), sequences=("N--D", "D--N", "ND", "DN")
    ),
    "days off of one day only": asked(2, {"D": "1111100"}, off=(1, 1)),
    "only two at once, or none": asked(2, {"D": "2222200"}, work=(5, 5), off=(3, 9)),
    "a sequence over the seam": asked(1, {"D": "1000000", "N": "0000001"}, sequences=("ND",)),
}


@pytest.mark.parametrize("name", MADE)
def test_a_line_is_found(name):
    problem = MADE[name].problem()
    agreed(problem, True)
    assert there_is_one(problem)


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_there_is_no_line(name):
    problem = IMPOSSIBLE[name].problem()
    agreed(problem, False)
    assert not there_is_one(problem)


LARGE = asked(
    40,
    {"D": "8888866", "A": "9999955", "N": "5555555"},
    D=(2, 5), A=(2, 4), N=(2, 4), work=(3, 6), off=(1, 4), sequences=("ND", "NA", "AD", "N-D"), minutes=1200,
)  # fmt: skip


def test_a_large_line_is_found_at_once_and_the_same_in_every_way():
    problem = LARGE.problem()
    found = solve(problem, seconds=30)
    assert isinstance(found, Made)
    assert found.proven
    assert found.cost == 0
    assert judge.broken(problem, found.works) == ()
    again = [solve(problem, deterministic=20.0, seed=3) for _ in range(2)]
    assert again[0].works == again[1].works


def test_no_large_line_is_an_answer():
    nights = ((20, 20),) * 7
    problem = replace(LARGE, need={**LARGE.need, "N": nights}).problem()
    assert isinstance(solve(problem, seconds=30), Impossible)
    assert isinstance(solve(problem, deterministic=20.0), Impossible)


def test_a_roster_given_as_start_is_kept():
    problem = MADE["no work on some weekdays"].problem()
    found = solve(problem, seconds=10)
    assert isinstance(found, Made)
    assert isinstance(solve(problem, seconds=10, start=found.works), Made)


def without(limits, *, kind):
    return tuple(one for one in limits if not isinstance(one, kind))


def test_what_is_not_the_same_all_along_is_no_line():
    problem = LARGE.problem()
    assert recognised(problem) is not None
    limits = problem.limits
    row = next(one for one in limits if isinstance(one, InARow))
    pair = next(one for one in limits if isinstance(one, Succession))
    steps = next(one for one in limits if isinstance(one, Pattern))
    cover = next(one for one in limits if isinstance(one, Cover))
    others = {
        "a day missing from a run": replace(row, occasions=row.occasions[1:]),
        "a day with fewer kinds": replace(row, occasions=((row.occasions[0][0],), *row.occasions[1:])),
        "a pair on one day only": replace(pair, pairs=pair.pairs[:1]),
        "pairs allowed now and then": replace(pair, most=2),
        "a sequence on most days": replace(steps, sequences=steps.sequences[1:]),
        "need of one week": replace(cover, shifts=cover.shifts[:1]),
        "need that costs": replace(cover, cost=5),
        "places too many that cost": replace(cover, over_cost=5),
        "hours": Minutes("line", (("0D", 60),), "hours", most=0),
    }
    for name, one in others.items():
        assert recognised(replace(problem, limits=(*limits, one))) is None, name
    assert recognised(replace(problem, limits=without(limits, kind=Apart))) is None
    assert recognised(replace(problem, cycle=None)) is None
    assert recognised(replace(problem, people=(Person("line"), Person("other")))) is None
    assert recognised(replace(problem, shifts=problem.shifts[1:])) is None


def test_two_shifts_a_day_are_no_line():
    assert recognised(replace(LARGE, minutes=3).problem()) is not None
    short = tuple(replace(one, end=one.start + 1) for one in LARGE.problem().shifts)
    assert recognised(replace(LARGE.problem(), shifts=short)) is None


def test_pairs_of_one_day_keep_kinds_apart_as_well_as_time_does():
    problem = MADE["no work on some weekdays"].problem()
    short = tuple(replace(one, end=one.start + 1) for one in problem.shifts)
    pairs = tuple((f"{day}N", f"{day}D") for day in range(21))
    for_all = replace(problem, shifts=short, limits=(*problem.limits, Succession("line", pairs, "one")))
    agreed(for_all, there_is_one(for_all))
    assert recognised(replace(for_all, limits=(*problem.limits, Succession("line", pairs[1:], "one")))) is None
