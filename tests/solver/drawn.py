"""Small random problems for one kind of limit at a time, with times drawn where limits bite."""

from dataclasses import replace
from itertools import product

from hypothesis import strategies as st

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
    Occasion,
    Occasions,
    Off,
    Pattern,
    Person,
    Problem,
    Share,
    Succession,
    Works,
)
from solver.rest import FreeBlocks, Rested, RestInWindow, RestOwed, Week
from solver.stretches import Jump, Shift, Span

COSTS = st.sampled_from([None, None, 1, 3])
REST, WINDOW, FULL, BLOCK, DAY, WEEK = 5, 12, 7, 9, 6, 30


@st.composite
def problems(draw, kind: type, people: int = 1, shifts: int = 5) -> Problem:
    """A problem with limits of one kind, or two of them."""
    cyclic = draw(st.booleans())
    weeks = draw(st.integers(1, 4)) if kind is FreeBlocks else draw(st.integers(1, 2))
    horizon = WEEK * weeks
    placed = draw(_shifts(horizon, cyclic, shifts, longest=12 if kind is FreeBlocks else 8))
    names = ("kari", "ola")[:people]
    who = tuple(
        Person(name, tuple(one.id for one in placed if one.start < 0 and draw(st.booleans()))) for name in names
    )
    ids = tuple(one.id for one in placed)
    limits = tuple(
        _drawn_work(draw, draw(LIMITS[kind](names, ids, weeks, cyclic)), placed, horizon, cyclic)
        for _ in range(draw(st.integers(1, 2)) if kind is not FreeBlocks else 1)
    )
    return Problem(who, placed, limits, horizon, horizon if cyclic else None)


@st.composite
def _shifts(draw, horizon: int, cyclic: bool, most: int, longest: int) -> tuple[Shift, ...]:
    """Shifts whose times lie a limit away from each other, a minute more or a minute less."""
    marks = [0, WEEK, horizon, horizon - 1, WEEK - DAY, WEEK - BLOCK, BLOCK]
    found: list[Shift] = []
    for at in range(draw(st.integers(1, most))):
        away = draw(
            st.sampled_from([0, 1, 2, REST, WINDOW, WINDOW - REST, FULL, 8, 10, 2 * FULL - 2, BLOCK, 2 * BLOCK, -DAY])
        )
        start = draw(st.sampled_from(marks)) + away + draw(st.sampled_from([0, 0, -1, 1]))
        length = draw(st.integers(1, longest))
        if cyclic or start >= horizon or start < -WEEK:
            start %= horizon
        found.append(Shift(f"s{at}", start, start + length))
        marks += [start, start + length]
    if not cyclic and draw(st.booleans()):
        start = draw(st.integers(-12, -1))
        found.append(Shift("past", start, start + draw(st.integers(1, 8))))
    return tuple(found)


def _drawn_work(draw, limit: Limit, placed: tuple[Shift, ...], horizon: int, cyclic: bool) -> Limit:
    """Limits of stretches of time with a clock that changes, and with work that is not the whole of each shift."""
    if not isinstance(limit, RestInWindow | RestOwed | FreeBlocks):
        return limit
    if not cyclic and draw(st.booleans()):
        near = draw(st.sampled_from([one.start for one in placed] + [one.end for one in placed]))
        by = draw(st.sampled_from([-1, 1] if not isinstance(limit, FreeBlocks) else [1]))
        limit = replace(limit, jumps=(Jump(near + draw(st.integers(-4, 4)), by),))
    if draw(st.integers(0, 3)) == 0:
        work = [piece for one in placed for piece in draw(st.sampled_from([_whole(one), _split(one), ()]))]
        if draw(st.booleans()):
            start = draw(st.integers(0 if cyclic else -8, horizon - 1))
            work.append(Shift("elsewhere", start, start + draw(st.integers(1, 6))))
        limit = replace(limit, work=tuple(work))
    if isinstance(limit, RestInWindow) and draw(st.integers(0, 3)) == 0:
        limit = replace(limit, starts=tuple(one.id for one in placed if draw(st.booleans())))
    return limit


def _whole(one: Shift) -> tuple[Shift, ...]:
    return (one,)


def _split(one: Shift) -> tuple[Shift, ...]:
    if one.end - one.start < 3:
        return (one,)
    return (Shift(one.id, one.start, one.start + 1), Shift(one.id, one.end - 1, one.end))


def _occasions(ids: tuple[str, ...], least: int = 1) -> st.SearchStrategy[tuple[Occasion, ...]]:
    one = st.lists(st.sampled_from(ids), min_size=0, max_size=3, unique=True).map(tuple)
    return st.lists(one, min_size=least, max_size=6).map(tuple)


def _some(ids: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True).map(tuple)


def _bounds(draw, low: int, high: int) -> tuple[int | None, int | None]:
    least = draw(st.none() | st.integers(low, high))
    most = draw(st.none() | st.integers(low if least is None else least, high))
    return least, most


@st.composite
def _off(draw, names, ids, weeks, cyclic) -> Limit:
    return Off(draw(st.sampled_from(names)), draw(_some(ids)), "off", draw(COSTS))


@st.composite
def _fixed(draw, names, ids, weeks, cyclic) -> Limit:
    return Fixed(draw(st.sampled_from(names)), draw(_some(ids)), "fixed", draw(COSTS))


@st.composite
def _apart(draw, names, ids, weeks, cyclic) -> Limit:
    return Apart(draw(st.sampled_from(names)), "apart", draw(COSTS))


@st.composite
def _succession(draw, names, ids, weeks, cyclic) -> Limit:
    pair = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    pairs = draw(st.lists(pair, max_size=4, unique_by=frozenset).map(tuple))
    cost = draw(COSTS)
    return Succession(draw(st.sampled_from(names)), pairs, "succession", cost=cost, most=draw(st.integers(0, 2)))


@st.composite
def _rest(draw, names, ids, weeks, cyclic) -> Limit:
    return RestInWindow(draw(st.sampled_from(names)), REST, WINDOW, "rest", draw(COSTS))


@st.composite
def _owed(draw, names, ids, weeks, cyclic) -> Limit:
    return RestOwed(draw(st.sampled_from(names)), FULL, draw(st.sampled_from([0, 1, 2, 3])), "owed", draw(COSTS))


@st.composite
def _blocks(draw, names, ids, weeks, cyclic) -> Limit:
    spans = [Span(at * WEEK, (at + 1) * WEEK) for at in range(weeks)]
    length = draw(st.sampled_from([BLOCK, BLOCK, 2 * BLOCK]))

    def week(span: Span) -> Week:
        days = [Span(span.end - steps * DAY, span.end - (steps - 1) * DAY) for steps in range(1, 6)]
        some = tuple(sorted(one for one in days if draw(st.booleans())))
        return Week(span, some, tuple(one for one in some if draw(st.booleans())))

    return FreeBlocks(
        draw(st.sampled_from(names)),
        length,
        tuple(week(one) for one in spans),
        "block",
        every=draw(st.none() | st.integers(1, 3)),
        loose_cost=draw(st.sampled_from([0, 0, 2])),
        loose_because=draw(st.sampled_from(["", "loose"])),
        cost=draw(COSTS),
        before=() if cyclic else tuple(sorted(draw(st.lists(_rested(), max_size=3)), key=lambda one: one.until)),
    )


def _rested() -> st.SearchStrategy[Rested]:
    return st.builds(Rested, st.integers(-BLOCK, BLOCK + 1), st.integers(0, 2))


@st.composite
def _minutes(draw, names, ids, weeks, cyclic) -> Limit:
    amounts = tuple((one, draw(st.integers(-2, 6))) for one in draw(_some(ids)))
    least, most = _bounds(draw, -3, 16)
    person = draw(st.none() | st.sampled_from(names))
    people = draw(st.none() | st.just(names[:1])) if person is None else None
    return Minutes(person, amounts, "minutes", least, most, draw(st.integers(-1, 2)), people, draw(COSTS))


@st.composite
def _count(draw, names, ids, weeks, cyclic) -> Limit:
    least, most = _bounds(draw, -1, 5)
    who = draw(st.sampled_from(names))
    return Occasions(who, draw(_occasions(ids)), "count", least, most, draw(st.integers(0, 2)), draw(COSTS))


@st.composite
def _row(draw, names, ids, weeks, cyclic) -> Limit:
    least = draw(st.none() | st.integers(1, 4))
    most = draw(st.none() | st.integers(least or 1, 4))
    who = draw(st.sampled_from(names))
    days = tuple((one,) for one in ids) if draw(st.booleans()) else draw(_occasions(ids))
    return InARow(who, days, "row", least, most, draw(st.booleans()), draw(COSTS))


@st.composite
def _all(draw, names, ids, weeks, cyclic) -> Limit:
    groups = tuple(draw(st.lists(_occasions(ids), min_size=1, max_size=3)))
    return AllOrNone(draw(st.sampled_from(names)), groups, "all", draw(COSTS))


@st.composite
def _cover(draw, names, ids, weeks, cyclic) -> Limit:
    least = draw(st.integers(0, 2))
    most = draw(st.none() | st.integers(least, 3))
    people = draw(st.none() | st.just(names[:1]))
    return Cover("need", draw(_some(ids)), "cover", least, most, people, draw(COSTS), draw(COSTS))


@st.composite
def _company(draw, names, ids, weeks, cyclic) -> Limit:
    return Company(names[0], names[-1], draw(_occasions(ids)), draw(st.booleans()), "company", draw(COSTS))


@st.composite
def _balance(draw, names, ids, weeks, cyclic) -> Limit:
    shares = tuple(
        Share(name, draw(st.integers(1, 4)), draw(_occasions(ids)), draw(st.integers(0, 3))) for name in names
    )
    return Balance(shares, "balance", draw(st.sampled_from([1, 3])))


@st.composite
def _any(draw, names, ids, weeks, cyclic) -> Limit:
    option = _minutes(names, ids, weeks, cyclic) | _count(names, ids, weeks, cyclic)
    return AnyOf(tuple(draw(st.lists(option, min_size=1, max_size=3))), "any", draw(COSTS))


@st.composite
def _pattern(draw, names, ids, weeks, cyclic) -> Limit:
    step = st.tuples(_some(ids), st.booleans())
    sequences = tuple(tuple(draw(st.lists(step, min_size=1, max_size=3))) for _ in range(draw(st.integers(0, 2))))
    return Pattern(draw(st.sampled_from(names)), sequences, "pattern", draw(COSTS))


LIMITS = {
    Off: _off,
    Fixed: _fixed,
    Apart: _apart,
    Succession: _succession,
    RestInWindow: _rest,
    RestOwed: _owed,
    FreeBlocks: _blocks,
    Minutes: _minutes,
    Occasions: _count,
    InARow: _row,
    AllOrNone: _all,
    Cover: _cover,
    Company: _company,
    Balance: _balance,
    AnyOf: _any,
    Pattern: _pattern,
}


def every_roster(problem: Problem) -> list[Works]:
    """All there are, allowed or not."""
    pairs = [(person.id, one.id) for person in problem.people for one in problem.shifts if one.start >= 0]
    return [
        frozenset(pair for pair, taken in zip(pairs, choice, strict=True) if taken)
        for choice in product((False, True), repeat=len(pairs))
    ]
