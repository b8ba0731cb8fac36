"""What can be shown by adding up: sums of shifts, minutes and occasions that no roster can meet together.

The limits that are sums are read as a linear program in which each may be passed at a price. Where something has to be
passed, the prices it ends with say which sums, taken how many times, contradict each other; that is then added up
in whole numbers, so that nothing rests on how the program rounds.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from solver.allowance import Allowance
from solver.model.cliques import cliques
from solver.prices import Prices, Sum, Term
from solver.problem import Apart, Cover, Fixed, InARow, Limit, Minutes, Occasion, Occasions, Off, Problem, places_of
from solver.rest import RestInWindow


class Sums:
    """The sums of a problem with hard limits only, asked again and again about some of its reasons."""

    def __init__(self, problem: Problem) -> None:
        self._sums = tuple(_Reading(problem).sums())
        self._last: tuple[frozenset[str], Prices] | None = None

    def conflict(
        self,
        reasons: Sequence[str],
        *,
        most: int | None = None,
        enough: int | None = None,
        in_order: bool = False,
        allowance: Allowance | None = None,
    ) -> frozenset[str] | None:
        """Some of the reasons, of which none can be left out for the sums to contradict each other; None: they do not.

        What begins with «!» is never left out. Where they are found to be more than ``most``, they are given as they
        are, and may be fewer; so too once they are no more than ``enough``, or the ``allowance`` is over.
        ``in_order``: of several answers, the one without the first of the reasons.
        """
        allowance = allowance or Allowance(float("inf"))
        prices = self._prices(frozenset(reasons))
        found = _contradict(prices, frozenset(reasons), allowance)
        if found is None or (most is not None and len(found) > most):
            return found
        left = [one for one in reasons if in_order or one in found]
        size = 1 if in_order else max(1, len(left) // 2)
        while True:
            at = 0
            while at < len(left):
                if allowance.over() or (enough is not None and len(left) <= enough):
                    return frozenset(left)
                fewer = _contradict(prices, frozenset(left[:at] + left[at + size :]), allowance)
                if fewer is None:
                    at += size
                else:
                    left = [
                        one
                        for number, one in enumerate(left)
                        if not at <= number < at + size and (in_order or number < at or one in fewer)
                    ]
            if size == 1:
                return frozenset(left)
            size //= 2

    def _prices(self, reasons: frozenset[str]) -> Prices:
        """The sums of these reasons and of what is never left out, to be asked about fewer of the reasons.

        Those of the last question will do, where they are of little more.
        """
        if self._last is not None and reasons <= self._last[0] and len(self._last[0]) <= 2 * len(reasons):
            return self._last[1]
        asked = [one for one in self._sums if one.because in reasons or one.because.startswith("!")]
        spoken_of = {term for one in asked for term in one.terms}
        meant = [one for one in self._sums if not one.because and any(_wide(term) in spoken_of for term in one.terms)]
        prices = Prices([*asked, *meant])
        self._last = (reasons, prices)
        return prices


def _contradict(prices: Prices, reasons: Collection[str], allowance: Allowance) -> frozenset[str] | None:
    """The reasons of sums that contradict each other, not always the fewest; None also where time is out."""
    used = prices.of(reasons, allowance)
    if not used or not _contradiction(used):
        return None
    return frozenset(one.because for one, _ in used if one.because and not one.because.startswith("!"))


def _wide(term: Term) -> Term | None:
    """The term, where it is of several shifts."""
    return term if len(term[1]) > 1 else None


def _contradiction(used: list[tuple[Sum, Fraction]]) -> bool:
    """The sums, each taken so many times, ask for more than there is when every term that helps is worked."""
    asked = sum((price * one.least for one, price in used), Fraction(0))
    times: dict[Term, Fraction] = {}
    for one, price in used:
        for term, count in one.terms.items():
            times[term] = times.get(term, Fraction(0)) + price * count
    return sum((one for one in times.values() if one > 0), Fraction(0)) < asked


@dataclass
class _Reading:
    """The hard limits that are sums, and what their occasions mean."""

    problem: Problem
    past: Mapping[str, frozenset[str]] = field(init=False)
    wide: dict[Term, None] = field(default_factory=dict)
    alone: list[tuple[str, str, frozenset[str]]] = field(default_factory=list)
    """Reason, person, and shifts of which at most one is worked."""

    def __post_init__(self) -> None:
        self.past = {one.id: frozenset(one.past) for one in self.problem.people}

    def sums(self) -> Iterator[Sum]:
        for limit in self.problem.limits:
            yield from self._of(limit)
        for who, shifts in self.wide:
            # An occasion is worked where one of its shifts is, and only there.
            whole: Term = (who, shifts)
            for one in shifts:
                yield Sum("", {whole: 1, (who, frozenset((one,))): -1}, 0)
            yield Sum("", {**{(who, frozenset((one,))): 1 for one in shifts}, whole: -1}, 0)
            for because, person, alone in self.alone:
                if person == who and len(both := alone & shifts) > 1:
                    yield Sum(because, {whole: 1, **{(who, frozenset((one,))): -1 for one in both}}, 0)

    def _of(self, limit: Limit) -> Iterator[Sum]:
        if getattr(limit, "cost", None) is not None:
            return
        match limit:
            case Off():
                yield from self._between(limit, [(self._shift(limit.person, one), 1) for one in limit.shifts], None, 0)
            case Fixed():
                terms = [(self._shift(limit.person, one), 1) for one in limit.shifts]
                yield from self._between(limit, terms, len(limit.shifts), None)
            case Apart():
                yield from self._apart(limit)
            case RestInWindow(work=None, starts=None):
                yield from self._rest(limit)
            case Minutes():
                everybody = tuple(self.past) if limit.people is None else limit.people
                who = everybody if limit.person is None else (limit.person,)
                terms = [(self._shift(one, shift), count) for shift, count in limit.amounts for one in who]
                yield from self._between(limit, terms, limit.least, limit.most, limit.base)
            case Occasions():
                terms = [(self._any(limit.person, one), 1) for one in limit.occasions]
                yield from self._between(limit, terms, limit.least, limit.most, limit.base)
            case InARow(most=int(most)):
                yield from self._in_a_row(limit, most)
            case Cover():
                terms = [(self._shift(who, one), 1) for who, one in places_of(tuple(self.past), limit)]
                over = limit.most if limit.over_cost is None else None
                yield from self._between(limit, terms, limit.least or None, over)

    def _shift(self, who: str, shift: str) -> Term | int:
        """Whether it is worked: a term, or what is known of the past."""
        if self.problem.shift[shift].start < 0:
            return int(shift in self.past[who])
        return (who, frozenset((shift,)))

    def _any(self, who: str, occasion: Occasion) -> Term | int:
        if any(one in self.past[who] for one in occasion):
            return 1
        shifts = frozenset(one for one in occasion if self.problem.shift[one].start >= 0)
        if not shifts:
            return 0
        if len(shifts) > 1:
            self.wide[who, shifts] = None
        return (who, shifts)

    def _between(
        self, limit: Limit, counted: list[tuple[Term | int, int]], least: int | None, most: int | None, base: int = 0
    ) -> Iterator[Sum]:
        known = base + sum(term * times for term, times in counted if isinstance(term, int))
        terms: dict[Term, int] = {}
        for term, times in counted:
            if not isinstance(term, int):
                terms[term] = terms.get(term, 0) + times
        if least is not None:
            yield Sum(limit.because, terms, least - known)
        if most is not None:
            yield Sum(limit.because, {term: -times for term, times in terms.items()}, known - most)

    def _apart(self, limit: Apart) -> Iterator[Sum]:
        """At each start, at most one of the shifts that then go on."""
        shifts = sorted((one for one in self.problem.shifts if one.start >= 0), key=lambda one: one.start)
        told: set[tuple[str, ...]] = set()
        for at, one in enumerate(shifts):
            together = tuple(other.id for other in shifts[: at + 1] if other.end > one.start)
            if len(together) > 1 and together not in told:
                told.add(together)
                yield from self._at_most_one(limit, together)

    def _at_most_one(self, limit: Apart | RestInWindow, shifts: Sequence[str]) -> Iterator[Sum]:
        self.alone.append((limit.because, limit.person, frozenset(shifts)))
        yield from self._between(limit, [(self._shift(limit.person, one), 1) for one in shifts], None, 1)

    def _in_a_row(self, limit: InARow, most: int) -> Iterator[Sum]:
        """Of each stretch of one too many, one is not as the others; in a cycle the stretches go round.

        What lies wholly in history is not judged.
        """
        count, size = len(limit.occasions), most + 1
        terms = [(self._any(limit.person, one), 1) for one in limit.occasions]
        past = [all(self.problem.shift[one].start < 0 for one in occasion) for occasion in limit.occasions]
        for first in range(count if self.problem.cycle is not None and size <= count else count - size + 1):
            places = [(first + step) % count for step in range(size)]
            if all(past[at] for at in places):
                continue
            stretch = [terms[at] for at in places]
            yield from self._between(limit, stretch, 1 if limit.off else None, None if limit.off else most)

    def _rest(self, limit: RestInWindow) -> Iterator[Sum]:
        """Of shifts of which each two leave no room for the rest within the window of the first, one is worked."""
        need = limit.rest - max((abs(one.by) for one in limit.jumps), default=0)
        shifts = sorted((one for one in self.problem.shifts if one.start >= 0), key=lambda one: one.start)
        pairs = []
        for at, one in enumerate(shifts):
            for late, other in enumerate(shifts[at + 1 :], start=at + 1):
                if other.start >= one.start + limit.window:
                    break
                if other.start - one.end < need and one.start + limit.window - other.end < need:
                    pairs.append((at, late))
        for together in cliques(pairs, {at: one.start for at, one in enumerate(shifts)}):
            yield from self._at_most_one(limit, [shifts[at].id for at in together])
