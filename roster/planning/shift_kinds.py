"""From a need by the clock to kinds of shift that cover it: for each number of kinds the ones with the least waste.

Help that the vedtak has lines of its own for gets kinds of its own, so that their hours fit those lines; all other
help is one need, in which two at once are two. A resting night is one shift that may hold what is needed about it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from roster.domain.brief import Need, Part, ShiftKind
from roster.domain.days import WeekRule, When
from roster.domain.kinds import Sort
from roster.domain.needs import ClockNeed, Help, Needs
from roster.domain.shift import less_paid
from roster.domain.spans import DAY, HOUR
from roster.planning.needs import own_lines
from roster.planning.result import Stop
from roster.planning.shift_lengths import STEP, Lawful, breaks_of, lawful, may_be_split
from roster.wording.needs_said import CODES, PASSIVE_BECAUSE
from solver.covering import covering
from solver.covering.clock import Clock, Covering, Held, NoCovering, Piece

MOST_KINDS = 6
"""As many kinds as are tried where the user names no number."""
_STEPS = DAY // STEP
_NIGHT = (22 * HOUR, 31 * HOUR)
"""Kinds with most of their time from 22 to 07 are called nights."""
_ROUND = 20 * HOUR
_GOOD = Fraction(105, 100)
"""A proposal with so much more than the need is still a good one."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """A resting night that may not be one shift: its minutes, the most there may be, and who could allow more."""

    minutes: int
    most: int
    could: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Kinds of shift that cover the need, with the days on which they are needed.

    Minutes a week on average: ``covered`` by shifts, no fewer than ``bound`` with as few kinds, ``charged`` to the
    vedtak. ``split``: codes of two kinds that one assistant may have on the same day.
    """

    kinds: tuple[ShiftKind, ...]
    needs: tuple[Need, ...]
    covered: Fraction
    bound: Fraction
    charged: Fraction
    shifts: Fraction
    split: tuple[tuple[str, str], ...]

    @property
    def number(self) -> int:
        return len(self.kinds)


@dataclass(frozen=True, slots=True)
class Proposals:
    """``needed`` minutes a week on the grid of quarters, ``rounded`` up from what was asked; the best of ``found``.

    ``too_few``: so many kinds are proved not to do. ``unsettled``: numbers for which none was found in time.
    """

    needed: Fraction
    rounded: bool
    lengths: Lawful
    found: tuple[Proposal, ...]
    too_few: int
    unsettled: tuple[int, ...]
    best: Proposal | None


@dataclass(frozen=True, slots=True)
class Layer:
    """Help that shares its kinds; ``line`` is the one of the vedtak that it is charged to, None: any."""

    clock: Clock
    line: str | None


def proposals(
    needs: Needs,
    *,
    seconds: float,
    most_kinds: int = MOST_KINDS,
    workers: int = 8,
    seed: int = 0,
    stop: Stop,
    granted: Fraction | None = None,
    tell: Callable[[int], None] = lambda number: None,
) -> Proposals | TooLong:
    """A proposal for each number of kinds up to the most, in so many seconds each; more kinds only where they gain.

    ``granted`` charged minutes a week weigh in which is best.
    """
    by_line = _by_line(needs)
    lengths = lawful(needs, _shortest(needs, by_line))
    layers = _layers(needs, by_line, lengths)
    if isinstance(layers, TooLong):
        return layers
    tries = [_Tries(one, seconds, workers, seed, stop) for one in layers]
    found: list[Proposal] = []
    unsettled: list[int] = []
    held = sum(len(one.clock.held) for one in layers)
    first = held + sum(any(map(any, one.clock.need)) for one in layers)
    too_few = first - 1
    for number in range(max(1, first), max(most_kinds, first) + 1):
        tell(number)
        shared, bound = _least(tries, number - held)
        if isinstance(shared, NoCovering):
            if shared.proven:
                too_few = number
            else:
                unsettled.append(number)
        elif not found or shared.total * STEP < found[-1].covered * needs.weeks:
            found.append(_proposal(needs, layers, shared, bound, lengths))
        if stop() or (found and all(one.finished for one in tries)):
            break
    needed = Fraction(sum(one.clock.needed for one in layers) * STEP, needs.weeks)
    rounded = needed != needs.week_minutes()
    return Proposals(needed, rounded, lengths, tuple(found), too_few, tuple(unsettled), _best(found, needed, granted))


def _best(found: list[Proposal], needed: Fraction, granted: Fraction | None) -> Proposal | None:
    """The fewest kinds with little waste that keep within the vedtak; else those with the least waste."""
    if not found:
        return None
    least = found[-1]
    room = max(granted, least.charged) if granted is not None else None
    for one in found:
        if one.covered <= needed * _GOOD and (room is None or one.charged <= room):
            return one
    return least


# -- how many kinds each layer gets ----------------------------------------------------------------------


class _Tries:
    """What a layer needs with so many kinds; each number is tried once, from the fewer before it."""

    def __init__(self, layer: Layer, seconds: float, workers: int, seed: int, stop: Stop) -> None:
        self._clock = layer.clock
        self._how = (seconds, workers, seed, stop)
        self._known: dict[int, Covering | NoCovering] = {}
        self._gained_nothing = 0
        self.free = any(map(any, layer.clock.need))

    @property
    def finished(self) -> bool:
        """More kinds gain nothing: all is covered without waste, or two more have not made it less."""
        if not self.free:
            return True
        best = [one for one in self._known.values() if isinstance(one, Covering)]
        return bool(best) and (min(one.total for one in best) == self._clock.needed or self._gained_nothing > 1)

    def with_kinds(self, number: int) -> Covering | NoCovering:
        if number not in self._known:
            before = self._known.get(number - 1)
            like = before if isinstance(before, Covering) else None
            self._known[number] = self._tried(number, like)
        return self._known[number]

    def _tried(self, number: int, like: Covering | None) -> Covering | NoCovering:
        """No worse than with a kind less; what is not tried has no better bound than the need."""
        if like is not None and self.finished:
            return replace(like, bound=self._clock.needed)
        seconds, workers, seed, stop = self._how
        found = covering(self._clock, number, seconds=seconds, workers=workers, seed=seed, like=like, stop=stop)
        if like is None:
            return found
        if isinstance(found, NoCovering):
            return replace(like, bound=self._clock.needed)
        self._gained_nothing = 0 if found.total < like.total else self._gained_nothing + 1
        return found if found.total < like.total else replace(like, bound=min(like.total, found.bound))

    def bound(self, number: int) -> int | None:
        """Steps that no cover with so many kinds is below; None where there is none."""
        known = self.with_kinds(number)
        if isinstance(known, Covering):
            return known.bound
        return None if known.proven else self._clock.needed


@dataclass(frozen=True, slots=True)
class _Shared:
    """A way to share the kinds among the layers: what is covered, and what no way is below."""

    total: int
    parts: tuple[Covering, ...]


def _least(tries: list[_Tries], number: int) -> tuple[_Shared | NoCovering, int]:
    """The least time in all with so many kinds shared out among the layers, each alone in what it covers; the bound."""
    best: dict[int, _Shared] = {0: _Shared(0, ())}
    bounds: dict[int, int] = {0: 0}
    for at, one in enumerate(tries):
        later = sum(other.free for other in tries[at + 1 :])
        after: dict[int, _Shared] = {}
        beyond: dict[int, int] = {}
        for used, below in bounds.items():
            for more in range(1, number - used - later + 1) if one.free else (0,):
                part, least = one.with_kinds(more), one.bound(more)
                if least is not None:
                    beyond[used + more] = min(beyond.get(used + more, below + least), below + least)
                before = best.get(used)
                if before is None or isinstance(part, NoCovering):
                    continue
                total = before.total + part.total
                if used + more not in after or total < after[used + more].total:
                    after[used + more] = _Shared(total, (*before.parts, part))
        best, bounds = after, beyond
    if not best:
        return NoCovering(not bounds), 0
    return min(best.values(), key=lambda one: one.total), min(bounds.values())


# -- the need on the grid --------------------------------------------------------------------------------


_ByLine = dict[str | None, list[ClockNeed]]


def _by_line(needs: Needs) -> _ByLine:
    """The rows by the line of the vedtak that is theirs alone; None: those that have none."""
    by_line: _ByLine = {}
    for one in needs.clock:
        own = own_lines(needs, one.help)
        by_line.setdefault(own[0].id if own else None, []).append(one)
    return by_line


def _shortest(needs: Needs, by_line: _ByLine) -> int:
    """Minutes of the shortest stretch for which as many are needed, in any layer; a whole day where there is none."""
    shortest = _STEPS
    for rows in by_line.values():
        need = [many for day in _need(needs, rows) for many in day]
        for level in set(need) - {0}:
            gaps = [at for at, many in enumerate(need) if many < level]
            runs = [(after - at - 1) % len(need) for at, after in zip(gaps, [*gaps[1:], *gaps[:1]], strict=True)]
            shortest = min([shortest, *(run for run in runs if run)])
    return shortest * STEP


def _layers(needs: Needs, by_line: _ByLine, lengths: Lawful) -> list[Layer] | TooLong:
    layers = []
    for line, rows in by_line.items():
        alone = line is not None
        held = _held(needs, rows, lengths, alone)
        if isinstance(held, TooLong):
            return held
        need = _need(needs, rows)
        if held or any(map(any, need)):
            layers.append(Layer(Clock(need, lengths.least // STEP, lengths.most // STEP, held), line))
    return layers


def _need(needs: Needs, rows: list[ClockNeed]) -> tuple[tuple[int, ...], ...]:
    """How many are needed awake in each quarter of each day; a quarter that is touched is needed."""
    size = needs.weeks * 7 * _STEPS
    one, two = [0] * size, [0] * size
    for row in rows:
        if row.help is Help.RESTING_NIGHT:
            continue
        into = two if row.help is Help.TWO_AT_ONCE else one
        for span in needs.spans(row):
            for at in range(span.start // STEP, -(-span.end // STEP)):
                into[at % size] = 1
    both = [a + b for a, b in zip(one, two, strict=True)]
    return tuple(tuple(both[at : at + _STEPS]) for at in range(0, size, _STEPS))


def _held(needs: Needs, rows: list[ClockNeed], lengths: Lawful, alone: bool) -> tuple[Held, ...] | TooLong:
    """A shift for each resting night by its hours; where it has a line of its own, it holds nothing else."""
    days: dict[tuple[int, int], set[int]] = {}
    for row in rows:
        if row.help is Help.RESTING_NIGHT and row.counted:
            start, end = row.start // STEP, -(-(row.start + row.counted) // STEP)
            for span in needs.spans(row):
                days.setdefault((start, end), set()).add(span.start // DAY)
    held = []
    for (start, end), on in sorted(days.items()):
        minutes = (end - start) * STEP
        most = lengths.most_resting(minutes) // STEP
        if most < end - start:
            return TooLong(minutes, most * STEP, lengths.day.could)
        held.append(Held(start, end, frozenset(on), end - start if alone else most))
    return tuple(held)


# -- to kinds of shift -----------------------------------------------------------------------------------


def _proposal(needs: Needs, layers: list[Layer], shared: _Shared, bound: int, lengths: Lawful) -> Proposal:
    pieces = [(piece, layer) for layer, part in zip(layers, shared.parts, strict=True) for piece in part.pieces]
    pieces.sort(key=lambda one: ((one[0].start - 5 * HOUR // STEP) % _STEPS, one[0].length))
    kinds, rows = [], []
    codes: dict[str, int] = {}
    for piece, layer in pieces:
        sort = _sort(piece)
        letter, name = CODES[sort]
        codes[letter] = codes.get(letter, 0) + 1
        many = sum(_sort(other) is sort for other, _ in pieces) > 1
        code = f"{letter}{codes[letter]}" if many else letter
        kinds.append(_kind(piece, code, f"{name} {codes[letter]}" if many else name, sort, lengths))
        rows += [replace(one, line=layer.line) for one in _rows(code, piece)]
    weeks = needs.weeks
    per_hour = needs.settings.resting_granted
    charged = sum(
        sum(piece.on) * (kind.length - less_paid(sum(part.end - part.start for part in kind.resting), per_hour))
        for kind, (piece, _) in zip(kinds, pieces, strict=True)
    )
    return Proposal(
        kinds=tuple(kinds),
        needs=tuple(rows),
        covered=Fraction(shared.total * STEP, weeks),
        bound=Fraction(bound * STEP, weeks),
        charged=Fraction(charged, weeks),
        shifts=Fraction(sum(sum(piece.on) for piece, _ in pieces), weeks),
        split=tuple(_split(needs, kinds, [piece for piece, _ in pieces], lengths)),
    )


def _sort(piece: Piece) -> Sort:
    start, length = piece.start * STEP, piece.length * STEP
    if piece.held is not None:
        return Sort.RESTING_NIGHT
    if length >= _ROUND:
        return Sort.ROUND
    night = sum(
        max(0, min(start + length, _NIGHT[1] + shift) - max(start, _NIGHT[0] + shift)) for shift in (-DAY, 0, DAY)
    )
    if night * 2 > length:
        return Sort.NIGHT
    return Sort.EVENING if start >= 12 * HOUR and start + length > 18 * HOUR else Sort.DAY


def _kind(piece: Piece, code: str, name: str, sort: Sort, lengths: Lawful) -> ShiftKind:
    start, length = piece.start * STEP, piece.length * STEP
    resting: tuple[Part, ...] = ()
    if piece.held is not None:
        begins = (piece.held.start * STEP - start) % DAY
        resting = (Part(begins, begins + (piece.held.end - piece.held.start) * STEP),)
    return ShiftKind(
        code,
        name,
        start,
        length,
        sort,
        resting,
        PASSIVE_BECAUSE if resting else None,
        breaks_of(start, length, lengths.on),
    )


def _rows(code: str, piece: Piece) -> Iterator[Need]:
    """The days of each count; weeks of odd and even number apart where they differ."""
    weeks = [piece.on[at : at + 7] for at in range(0, len(piece.on), 7)]
    alike = weeks if len(weeks) == 1 or weeks[0] != weeks[1] else weeks[:1]
    rules = [WeekRule.ALL] if len(alike) == 1 else [WeekRule.ODD, WeekRule.EVEN]
    for rule, week in zip(rules, alike, strict=True):
        for count in sorted(set(week) - {0}, reverse=True):
            days = frozenset(day for day, many in enumerate(week) if many == count)
            yield Need(code, When(days, rule), count)


def _split(needs: Needs, kinds: list[ShiftKind], pieces: list[Piece], lengths: Lawful) -> Iterator[tuple[str, str]]:
    if not needs.settings.split_days_per_week:
        return
    for at, one in enumerate(kinds):
        for other, piece in zip(kinds[at + 1 :], pieces[at + 1 :], strict=True):
            same_day = any(a and b for a, b in zip(pieces[at].on, piece.on, strict=True))
            if same_day and may_be_split(lengths.force, one, other):
                yield one.code, other.code
