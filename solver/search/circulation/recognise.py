"""Whether a problem is a line of weeks: one person, and limits that are the same for every day or weekday."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from solver.meaning.shifts import overlap
from solver.problem import Apart, Cover, InARow, Occasion, Pattern, Problem, Step, Succession, places_of
from solver.search.circulation.line import WEEK, Ban, Line, Run, Tally
from solver.stretches import Shift

DAY = 24 * 60
FARTHEST = 8
"""Days from the first to the last of a ban."""


class _NotALineError(Exception):
    """The problem asks for something that differs from day to day, or that a line has no words for."""


def recognised(problem: Problem) -> Line | None:
    """The problem as a line; None where it is not one."""
    if len(problem.people) != 1 or problem.people[0].past or not problem.cycle or problem.cycle % (WEEK * DAY):
        return None
    try:
        return _Reading(problem, _days(problem)).line()
    except _NotALineError:
        return None


@dataclass(frozen=True, slots=True)
class _Days:
    """Where each shift stands in the line, and the times of each kind on day 0."""

    length: int
    place: dict[str, tuple[int, int]]
    """(day, symbol) by shift id."""
    kinds: tuple[Shift, ...]


def _days(problem: Problem) -> _Days:
    """Shifts of the same time of day and length are of one kind; each kind stands once on every day."""
    by_kind: dict[tuple[int, int], list[Shift]] = defaultdict(list)
    for one in problem.shifts:
        by_kind[one.start % DAY, one.end - one.start].append(one)
    length = problem.horizon // DAY
    place: dict[str, tuple[int, int]] = {}
    for symbol, (_, shifts) in enumerate(sorted(by_kind.items()), 1):
        _only_if({one.start // DAY for one in shifts} == set(range(length)) and len(shifts) == length)
        place |= {one.id: (one.start // DAY, symbol) for one in shifts}
    return _Days(length, place, tuple(Shift("", start, start + minutes) for start, minutes in sorted(by_kind)))


class _Reading:
    """The limits one by one, each in the words of a line."""

    def __init__(self, problem: Problem, days: _Days) -> None:
        self._problem = problem
        self._days = days
        self._kinds = range(1, len(days.kinds) + 1)
        self._all = frozenset(range(len(days.kinds) + 1))
        self._occasions: dict[Occasion, tuple[int, frozenset[int]]] = {}
        self._runs: list[Run] = []
        self._bans: set[Ban] = set()
        self._tallies: list[Tally] = []
        self._exclusive: dict[frozenset[int], set[int]] = defaultdict(set)
        """The days on which nobody works both of a pair of kinds."""

    def line(self) -> Line:
        for limit in self._problem.limits:
            match limit:
                case InARow(cost=None):
                    self._in_a_row(limit)
                case Apart(cost=None):
                    self._apart()
                case Succession(cost=None, most=0):
                    self._succession(limit)
                case Pattern(cost=None):
                    self._patterns(limit.sequences)
                case Cover(cost=None, over_cost=None):
                    self._tally(limit)
                case _:
                    raise _NotALineError
        for pair in combinations(self._kinds, 2):
            _only_if(len(self._exclusive[frozenset(pair)]) == self._days.length)
        ids: list[list[str]] = [[""] * self._days.length for _ in self._kinds]
        for shift, (day, symbol) in self._days.place.items():
            ids[symbol - 1][day] = shift
        return Line(
            person=self._problem.people[0].id,
            weeks=self._days.length // WEEK,
            shifts=tuple(map(tuple, ids)),
            runs=tuple(self._runs),
            bans=tuple(sorted(self._bans, key=lambda ban: [sorted(one) for one in ban])),
            tallies=tuple(self._tallies),
        )

    def _symbols(self, occasion: Occasion) -> tuple[int, frozenset[int]]:
        """The one day of the occasion, and its kinds."""
        if occasion not in self._occasions:
            found = [self._place(one) for one in occasion]
            _only_if(len({day for day, _ in found}) == 1)
            self._occasions[occasion] = found[0][0], frozenset(symbol for _, symbol in found)
        return self._occasions[occasion]

    def _place(self, shift: str) -> tuple[int, int]:
        _only_if(shift in self._days.place)
        return self._days.place[shift]

    def _in_a_row(self, limit: InARow) -> None:
        days = [self._symbols(one) for one in limit.occasions]
        _only_if([day for day, _ in days] == list(range(self._days.length)))
        kinds = {symbols for _, symbols in days}
        _only_if(len(kinds) == 1)
        counted = kinds.pop()
        self._runs.append(Run(self._all - counted if limit.off else counted, limit.least or 0, limit.most))

    def _apart(self) -> None:
        """Two on one day that overlap, and two that do on days not far from each other."""
        for symbol, one in enumerate(self._days.kinds, 1):
            for following, other in enumerate(self._days.kinds, 1):
                if following != symbol and overlap(one, other, self._problem.cycle):
                    self._exclusive[frozenset([symbol, following])].update(range(self._days.length))
                ahead = 1
                while ahead < self._days.length and other.start + ahead * DAY < one.end:
                    self._ban(((0, frozenset([symbol])), (ahead, frozenset([following]))))
                    ahead += 1

    def _succession(self, limit: Succession) -> None:
        across = []
        for one, other in limit.pairs:
            (day, symbol), (next_day, following) = self._place(one), self._place(other)
            if day == next_day and symbol != following:
                self._exclusive[frozenset([symbol, following])].add(day)
            else:
                across.append((_at(one), _at(other)))
        self._patterns(across)

    def _patterns(self, sequences: Iterable[tuple[Step, ...]]) -> None:
        """The sequences are bans if each stands on every day of the line."""
        seen: dict[tuple[tuple[int, frozenset[int]], ...], set[int]] = defaultdict(set)
        for steps in sequences:
            merged: dict[int, frozenset[int]] = {}
            for occasion, worked in steps:
                day, kinds = self._symbols(occasion)
                merged[day] = merged.get(day, self._all) & (kinds if worked else self._all - kinds)
            _only_if(bool(merged))
            if all(merged.values()):
                first, shape = self._from_its_first(merged)
                seen[shape].add(first)
        for shape, firsts in seen.items():
            _only_if(len(firsts) == self._days.length)
            self._ban(shape)

    def _from_its_first(self, merged: dict[int, frozenset[int]]) -> tuple[int, tuple[tuple[int, frozenset[int]], ...]]:
        """The steps counted from the day after the widest gap round the line."""
        length = self._days.length
        days = sorted(merged)
        first = max(days, key=lambda day: (min((day - other) % length or length for other in days), -day))
        shape = sorted(((day - first) % length, symbols) for day, symbols in merged.items())
        return first, tuple(shape)

    def _ban(self, shape: tuple[tuple[int, frozenset[int]], ...]) -> None:
        last = shape[-1][0]
        _only_if(last < FARTHEST)
        symbols = dict(shape)
        self._bans.add(tuple(symbols.get(ahead, self._all) for ahead in range(last + 1)))

    def _tally(self, limit: Cover) -> None:
        """The same shifts in every week, counted by weekday."""
        counted: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        mine = self._problem.people[0].id
        for who, shift in places_of([mine], limit):
            _only_if(who == mine)
            day, symbol = self._place(shift)
            counted[day % WEEK, symbol][day // WEEK] += 1
        weights = {}
        for at, weeks in counted.items():
            _only_if(len(weeks) == self._days.length // WEEK and len(set(weeks.values())) == 1)
            weights[at] = weeks[0]
        self._tallies.append(Tally(weights, limit.least, limit.most))


def _at(shift: str) -> tuple[Occasion, bool]:
    return ((shift,), True)


def _only_if(holds: bool) -> None:
    if not holds:
        raise _NotALineError
