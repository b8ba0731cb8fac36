"""Large neighbourhoods: open part of the best roster, solve that part, keep what is no worse, again and again."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random

from solver.problem import Works
from solver.search.cheap import Dearness, cheapest
from solver.search.course import Course
from solver.search.detour import FAR, Detour, more
from solver.search.mend import A_QUESTION, WIDE, Mending
from solver.search.moved import moved, moves
from solver.search.neighbourhoods import OPENINGS, Field
from solver.search.parts import Parts, Values
from solver.search.run import Outcome, run
from solver.search.smaller import Part
from solver.search.telling import Telling
from solver.search.threads import in_threads
from solver.search.worth import levels

EFFORT, LONGER, LONGEST = 0.08, 0.01, 1.0
"""Deterministic seconds for one part, while parts lead to cheaper rosters; and, while they do not, so much of what they
have taken since one did, up to the last of these."""
AFTER = 0.3
"""Those for what mends a breach but costs more on the whole."""
A_TRY = 0.02
"""What each part takes besides, in the same measure."""
MENDS = 2
"""How many ways of opening asking about a breach counts for, where none was in vain."""
LEAST = 0.08
"""What is added to the gain of each way, so that none is given up."""
SMALLEST, USUAL = 40, 220
WIDER = (3, 8)
"""How many times as wide the parts are of which only what is cheap is opened."""


@dataclass
class Record:
    """How well one way of opening does: how many choices it opens, and what it has gained per effort."""

    size: float = USUAL
    gain: float = 1.0

    def learn(self, gained: int, cost: int, effort: float) -> None:
        """Take in what one more try has gained."""
        worth = min(1.0, 30 * gained / max(1, cost)) if gained > 0 else 0.0
        self.gain = 0.9 * self.gain + 0.1 * worth / (0.2 + effort / EFFORT)


class Improving:
    """The search's memory between its parts; several threads share it."""

    def __init__(self, course: Course, parts: Parts, values: Values, seed: int, *, asks: bool, mends: bool) -> None:
        self.course = course
        self.parts = parts
        self.field = Field(parts)
        self.values = list(values)
        self.cost = self._cost(values)
        self._telling = Telling(course, parts, always=asks)
        self.cheapest, self._least = self.values, self.cost
        self.dear: Dearness = {}
        self._mending = Mending(parts, self.field, seed, levels(course.problem)) if mends else None
        narrow = (one for one in parts.costs if one[1] > 0 and 0 < len(self.field.days_of(one[0])) <= WIDE)
        self._detour = Detour(narrow)
        self.records = {(name, 1): Record() for name in OPENINGS}
        self.mends = Record()
        self.spent = 0.0
        self._in_vain = 0.0
        """Effort for parts since one led to a cheaper roster."""
        self.tried = 0
        self.began_at = self.better_at = course.elapsed()
        self._random = Random(seed)
        self._asks = asks
        self._lock = threading.RLock()

    def spend(self, effort: float) -> None:
        """Effort that a thread has taken beside this search."""
        with self._lock:
            self.spent += effort

    def _spend(self, effort: float) -> None:
        """Effort for a part or a question."""
        with self._lock:
            self.spent += effort
            self._detour.went(effort)

    def step(self) -> None:
        """Mend one dear breach, where there is hope, or open one part and solve it."""
        with self._lock:
            if self._detour.is_due:
                self._turn()
            mending = self._mending
            mends = mending is not None and (self.pressing or self._random.random() < self._share(mending))
        if mends:
            self._mend()
        else:
            self._open()
        self._telling.tell()

    def tell(self) -> None:
        """The course knows of the cheapest roster."""
        self._telling.tell(at_once=True)

    @property
    def pressing(self) -> bool:
        """A dear breach is surely mended next."""
        with self._lock:
            return self._mending is not None and self._mending.sure(self.values)

    def _turn(self) -> None:
        """Make another breach dearer than it is, or go back to the cheapest roster."""
        breach = self._detour.next(self.values, self.cost - self._least)
        if breach is not None:
            self._detour.turn(breach)
        else:
            self.values, self.cost = self.cheapest, self._least
            self._detour.end()

    def _share(self, mending: Mending) -> float:
        """How likely a breach is asked about next, by what that has gained beside what opening a part has."""
        asked = mending.hope(self.values) * MENDS * (self.mends.gain + LEAST)
        return asked / (asked + sum(one.gain + LEAST for one in self.records.values()))

    def _mend(self) -> None:
        """Ask about a breach, and move what mends it, though something else has been moved meanwhile.

        What costs more on the whole is made as cheap as time allows first.
        """
        with self._lock:
            self.tried += 1
            values, cost = self.values, self.cost
            seed = self._random.randrange(1 << 30)
        effort = 0.0

        def spend(some: float) -> None:
            nonlocal effort
            effort += some
            self._spend(some)

        gained = self._mended(values, seed, spend)
        with self._lock:
            self.mends.learn(gained, cost, effort)

    def _mended(self, values: Values, seed: int, spend: Callable[[float], None]) -> int:
        """Do so from these values; returns the points gained."""
        assert self._mending is not None
        mended = self._mending.mended(values, self.over, spend)
        asked_of = values
        while mended is not None:
            with self._lock:
                values = self.values
            part = mended.part if values is asked_of else self.parts.part(values, mended.free)
            found = self._moved(part, values, mended.free, mended.moves, spend)
            if found is None:
                self._mending.doubt(mended)
                return 0
            if self._cost(found) > self._cost(values):
                dearer = {**self._detour.dearer, mended.breach: self._detour.price(mended.breach)}
                ended = self._ended(part.beginning(found).dearer(dearer), found, seed, AFTER)
                spend(ended.deterministic)
                found = ended.values or found
            costs = self._cost(found)
            with self._lock:
                if self.values is values:
                    cost = self.cost
                    if not (self._take(found, costs) or self._stray(found, costs, mended.breach)):
                        self._mending.doubt(mended)
                    return cost - self.cost
        return 0

    def _open(self) -> None:
        with self._lock:
            names = list(self.records)
            name = self._random.choices(names, [self.records[one].gain + LEAST for one in names])[0]
            record = self.records[name]
            values, cost, dearer = self.values, self.cost, self._detour.dearer
            free = self._opened(*name, round(record.size))
            seed = self._random.randrange(1 << 30)
            in_vain = self._detour.in_vain if dearer else self._in_vain
            effort = min(LONGEST, max(EFFORT, LONGER * in_vain))
            self.tried += 1
            self._spend(A_TRY)
        if not free:
            return
        ended = self._ended(self.parts.part(values, free).dearer(dearer), values, seed, effort)
        with self._lock:
            self._spend(ended.deterministic)
            if not dearer:
                self._in_vain += A_TRY + ended.deterministic
        gained = 0
        if ended.values is not None:
            gained = cost + more(dearer, values) - self._cost(ended.values) - more(dearer, ended.values)
            if gained > 0 or values is self.values:
                self._bring(ended.values, values, free)
        with self._lock:
            if len(free) == len(self.field) and ended.bound is not None and not dearer:
                self.course.proved(ended.bound)
            if ended.optimal and len(free) >= 0.7 * record.size:
                record.size = min(len(self.field), record.size * (1.12 if ended.deterministic < effort / 3 else 1.03))
            elif not ended.optimal:
                record.size = max(SMALLEST, record.size * 0.93)
            record.learn(gained, cost, ended.deterministic)

    def _bring(self, found: Values, before: Values, free: set[int]) -> None:
        """Go on from what was found from the values ``before``, with what has been found elsewhere meanwhile.

        Where that does not go together, or costs more, from what was found alone, if it is cheaper than all before.
        """
        joined: Values | None = found
        begun = before
        while joined is not None:
            with self._lock:
                at_hand = self.values
                if begun is at_hand and self._take(joined, self._cost(joined)):
                    return
            if begun is at_hand:
                break
            part = self.parts.part(at_hand, free)
            joined = self._moved(part, at_hand, free, moves(before, found, free), self._spend)
            begun = at_hand
        with self._lock:
            costs = self._cost(found)
            if costs < self._least:
                self._take(found, costs)

    def _moved(
        self, part: Part, values: Values, free: set[int], moves: Mapping[int, int], spend: Callable[[float], None]
    ) -> Values | None:
        """These values with the same moves; None where that is forbidden."""
        ended = moved(self.parts.model, part, values, free, moves, self.over)
        spend(ended.deterministic + A_QUESTION)
        return ended.values

    def _solved(self, values: Values, free: set[int], seed: int, effort: float, **others: object) -> Outcome:
        """The part that is open, solved from where it is, as values of the whole."""
        return self._ended(self.parts.part(values, free), values, seed, effort, **others)

    def _ended(self, part: Part, values: Values, seed: int, effort: float, **others: object) -> Outcome:
        parameters = {
            "num_workers": 1,
            "linearization_level": 2,
            "cut_level": 0,
            "random_seed": seed,
            "max_deterministic_time": effort,
            "symmetry_level": 0,
            "cp_model_probing_level": 0,
            **others,
        }
        return run(
            self.parts.model, part.model, parameters, over=self.over, part=lambda found: part.filled_in(values, found)
        )

    def _take(self, values: Values, found: int) -> bool:
        """Go on from these, which cost so much, where they are no dearer than what is at hand, with what is dearer now.

        Those that are cheaper than all before end a detour.
        """
        dearer = self._detour.dearer
        gained = self.cost + more(dearer, self.values) - found - more(dearer, values)
        if gained < 0 and found >= self._least:
            return False
        self.values, self.cost = list(values), found
        if found < self._least:
            self.cheapest, self._least = self.values, found
            self.better_at, self._in_vain = self.course.elapsed(), 0.0
            self._detour.end()
            self._telling.take(self.values)
        elif not dearer:
            self.cheapest = self.values
        elif gained:
            self._detour.gained()
        return True

    def _stray(self, values: Values, found: int, breach: int) -> bool:
        """Go on from a dearer roster without a breach, made dearer, where no breach is surely mended next."""
        assert self._mending is not None
        if self._detour.on or self._mending.sure(self.values):
            return False
        saved = int(self.parts.rows.cost[breach]) * (self.values[breach] - values[breach])
        if found > self._least + FAR * saved:
            return False
        self.values, self.cost = list(values), found
        self._detour.turn(breach)
        return True

    def learn(self, dear: Dearness) -> None:
        """From now on open cheap choices too."""
        with self._lock:
            self.dear = dear
            for name in OPENINGS:
                self.records[name, 1].gain *= 0.3
                for wider in WIDER:
                    self.records.setdefault((name, wider), Record())

    def offer(self, works: Works) -> None:
        """Go on from this roster, which breaks nothing, where it is cheaper than what is at hand."""
        if not self.course.found(works):
            return
        values = self.valued(works)
        if values is not None:
            with self._lock:
                self._take(values, self._cost(values))

    def valued(self, works: Works) -> Values | None:
        """The roster as values of the model; None where it breaks something, or there is no time."""
        return run(self.parts.model, self.parts.only(works), {"num_workers": 1}, over=self.over).values

    def finished(self, values: Values, free: set[int], effort: float) -> tuple[Values, bool, bool]:
        """The best of a part of another roster than the one at hand, which it becomes where it is cheaper.

        With it whether it is the best there is of that part, and whether it is cheaper than every roster before.
        """
        ended = self._solved(values, free, 0, effort, cut_level=1)
        self.spend(ended.deterministic)
        found = ended.values or values
        costs = self._cost(found)
        with self._lock:
            cheaper = costs < self._least
            self._take(found, costs)
        self.tell()
        return found, ended.optimal, cheaper

    def _opened(self, name: str, wider: int, size: int) -> set[int]:
        opening = OPENINGS[name]
        if wider == 1:
            return opening(self.field, self.values, self._random, size)
        return cheapest(opening, wider, self.dear, self.field, self.values, self._random, size)

    def over(self) -> bool:
        """There is no reason to go on."""
        if self._asks:
            self.course.ask_to_stop()
        return self.course.over()

    def _cost(self, values: Values) -> int:
        return self.parts.cost_of(values)


def improve(
    course: Course,
    parts: Parts,
    values: Values,
    *,
    threads: int,
    seed: int,
    deterministic: float | None = None,
    patience: float | None = None,
    mends: bool = True,
    beside: Callable[[Improving], None] | None = None,
) -> Values:
    """Go on until the course is over, the deterministic effort spent, or nothing better seen for ``patience`` seconds.

    One thread without patience chooses the same every time. ``beside`` is done by one of them first, and is waited for.
    With ``mends`` dear breaches are asked about one by one too.
    """
    improving = Improving(course, parts, values, seed, asks=threads == 1, mends=mends)
    learning = threading.Event()

    def go_on() -> bool:
        if deterministic is not None and improving.spent >= deterministic:
            return False
        if learning.is_set():  # else the other threads would wait for what is done beside
            return not course.over()
        if patience is not None and course.elapsed() - max(improving.better_at, improving.began_at) >= patience:
            return False
        return not course.over()

    if threads == 1:
        if beside is not None:
            beside(improving)
        while go_on():
            course.ask_to_stop()
            improving.step()
        improving.tell()
        return improving.cheapest

    def work(first: Callable[[Improving], None] | None) -> None:
        if first is not None:
            learning.set()
            first(improving)
            learning.clear()
        while go_on():
            improving.step()

    def end() -> None:
        course.stopped = True

    in_threads([partial(work, None if at else beside) for at in range(threads)], ask=course.ask_to_stop, end=end)
    improving.tell()
    return improving.cheapest
